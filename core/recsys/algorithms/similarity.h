#pragma once

#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/topselector.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace recital {

/// The neighbours of one row, best first.
using Neighbours = std::vector<TopSelector::Entry>;

/// A sparse items x items matrix: row i lists the targets j that item i votes for.
struct Similarities {
    std::vector<std::int64_t> offsets{0};
    std::vector<ItemIndex> targets;
    std::vector<double> values;
};

/// lists[i] are the entries of row i.
Similarities rowsOf(const std::vector<Neighbours>& lists);
/// lists[j] are the entries of column j.
Similarities transposed(const std::vector<Neighbours>& lists);

/// s(u,.) = x_u S. What ItemKNN, RP3beta and SLIM train are three such matrices.
class SimilarityModel final : public Model {
public:
    SimilarityModel(Similarities similarities, ModelInfo info)
        : m_similarities(std::move(similarities))
        , m_info(std::move(info)) {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_similarities.offsets.size()) - 1; }
    /// O(items + entries in the rows of the history's items).
    void score(std::span<const Interaction> history, std::span<float> scores) const override;

private:
    Similarities m_similarities;
    ModelInfo m_info;
};

/// The first user whose row is this history, which must be in ascending order of item; -1: nobody's.
UserIndex userWithHistory(const RatingMatrix& matrix, std::span<const Interaction> history);

/// The history in ascending order, so that the rounding of sums does not depend on the order of the clicks.
std::vector<Interaction> inItemOrder(std::span<const Interaction> history);

/// The values of a matrix's entries in double; empty where every value is 1.
inline std::vector<double> entryValues(const SparseRows& rows) {
    return {rows.values.begin(), rows.values.end()};
}

/// The part of entryValues() that belongs to one row.
inline std::span<const double> rowPart(const SparseRows& rows, std::span<const double> values, int row) {
    if (values.empty())
        return {};
    const auto begin = static_cast<std::size_t>(rows.offsets[static_cast<std::size_t>(row)]);
    return values.subspan(begin, rows.row(row).size());
}

/// |row|^2 of every row.
std::vector<double> squaredNorms(const SparseRows& rows);

/// No shrinkage is the limit of a small one: of equal cosines, which are frequent between short rows, the one
/// that rests on more comes first. The value itself changes by less than a float can hold.
inline constexpr double kLeastShrink = 1e-9;

/// product / (|a| |b| + shrink) from the squares of the norms, which are whole numbers for binary data:
/// similarities that are equal on paper are equal in the machine as well, and their ties are decided by the
/// rule.
inline double shrunkCosine(double product, double squareA, double squareB, double shrink) {
    return product / (std::sqrt(squareA * squareB) + std::max(shrink, kLeastShrink));
}

/// sums[r] += x . row r for the sparse vector x with these entries (no strengths: all 1) and every row r of a
/// sparse matrix, which is given by column: list c of `columns` names the rows with an entry in column c, and
/// `values` (parallel to columns.columns; empty: every value is 1) holds the entries.
void addProducts(const SparseRows& columns, std::span<const double> values,
                 std::span<const std::int32_t> entries, std::span<const double> strengths,
                 std::span<double> sums);

/// Products of one sparse vector after another with all rows of a sparse matrix, of which the best stay. One
/// object a thread.
class NeighbourSearch {
public:
    /// Columns and values as in addProducts(), both referred to.
    NeighbourSearch(const SparseRows& columns, std::span<const double> values, int rowCount, int keep)
        : m_columns(columns)
        , m_values(values)
        , m_selector(static_cast<std::size_t>(keep))
        , m_products(static_cast<std::size_t>(rowCount)) {}

    /// The rows r with the largest similarity(r, x . row r) for the vector x with these entries (no
    /// strengths: all 1), equal ones by lower r; rows without a common column and the row `excluded` are
    /// none.
    template<typename Similarity>
    Neighbours best(std::span<const std::int32_t> entries, std::span<const double> strengths,
                    std::int32_t excluded, Similarity similarity) {
        addProducts(m_columns, m_values, entries, strengths, m_products);
        if (excluded >= 0)
            m_products[static_cast<std::size_t>(excluded)] = 0.0;
        for (std::size_t row = 0; row < m_products.size(); ++row)
            if (m_products[row] != 0.0) {
                m_selector.offer(static_cast<std::int32_t>(row), similarity(row, m_products[row]));
                m_products[row] = 0.0;
            }
        Neighbours neighbours;
        m_selector.drainInto(neighbours);
        return neighbours;
    }

private:
    const SparseRows& m_columns;
    std::span<const double> m_values;
    TopSelector m_selector;
    std::vector<double> m_products; ///< all zero between two searches
};

} // namespace recital
