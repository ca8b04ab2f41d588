#include "core/recsys/algorithms/itemknn.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/numbertext.h"
#include "core/recsys/parallel.h"
#include "core/recsys/topselector.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

/// The kept similarities, by source: row i lists the targets j that have i among their neighbours.
struct Similarities {
    std::vector<std::int64_t> offsets{0};
    std::vector<ItemIndex> targets;
    std::vector<double> values;
};

class ItemKnnModel final : public Model {
public:
    ItemKnnModel(Similarities similarities, ModelInfo info)
        : m_similarities(std::move(similarities))
        , m_info(std::move(info)) {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_similarities.offsets.size()) - 1; }

    /// O(items + kept similarities of the history's items).
    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(itemCount()));
        // In ascending order, so that rounding does not depend on the order of the clicks.
        std::vector<Interaction> ordered(history.begin(), history.end());
        std::ranges::sort(ordered, [](const Interaction& a, const Interaction& b) {
            return a.item != b.item ? a.item < b.item : a.value < b.value;
        });
        std::vector<double> sums(scores.size());
        for (const Interaction& entry : ordered) {
            const auto item = static_cast<std::size_t>(entry.item);
            const auto end = static_cast<std::size_t>(m_similarities.offsets[item + 1]);
            for (auto s = static_cast<std::size_t>(m_similarities.offsets[item]); s < end; ++s)
                sums[static_cast<std::size_t>(m_similarities.targets[s])] +=
                    entry.value * m_similarities.values[s];
        }
        std::ranges::transform(sums, scores.begin(), [](double sum) { return static_cast<float>(sum); });
    }

private:
    Similarities m_similarities;
    ModelInfo m_info;
};

using Neighbours = std::vector<TopSelector::Entry>;

/// Finds the neighbours of one target after another; one object a thread's block.
class NeighbourSearch {
public:
    NeighbourSearch(const RatingMatrix& matrix, std::span<const double> squares,
                    const ItemKnnParameters& parameters)
        : m_matrix(matrix)
        , m_squares(squares)
        , m_shrink(parameters.shrink)
        , m_selector(static_cast<std::size_t>(parameters.neighbours))
        , m_products(squares.size()) {}

    Neighbours neighboursOf(ItemIndex target) {
        addProducts(target);
        m_products[static_cast<std::size_t>(target)] = 0.0;
        const double square = m_squares[static_cast<std::size_t>(target)];
        for (std::size_t item = 0; item < m_products.size(); ++item)
            if (m_products[item] != 0.0) {
                m_selector.offer(static_cast<ItemIndex>(item),
                                 m_products[item] / (std::sqrt(m_squares[item] * square) + m_shrink));
                m_products[item] = 0.0;
            }
        Neighbours neighbours;
        m_selector.drainInto(neighbours);
        return neighbours;
    }

private:
    /// x_i . x_target for every item i, over the users of the target.
    void addProducts(ItemIndex target) {
        const SparseRows& byUser = m_matrix.byUser();
        const auto users = m_matrix.byItem().row(target);
        const auto strengths = m_matrix.byItem().rowValues(target);
        for (std::size_t u = 0; u < users.size(); ++u) {
            const auto items = byUser.row(users[u]);
            const auto values = byUser.rowValues(users[u]);
            if (values.empty())
                for (const ItemIndex item : items)
                    m_products[static_cast<std::size_t>(item)] += 1.0;
            else
                for (std::size_t i = 0; i < items.size(); ++i)
                    m_products[static_cast<std::size_t>(items[i])] +=
                        static_cast<double>(strengths[u]) * static_cast<double>(values[i]);
        }
    }

    const RatingMatrix& m_matrix;
    std::span<const double> m_squares;
    double m_shrink;
    TopSelector m_selector;
    std::vector<double> m_products; ///< all zero between two targets
};

/// |x_i|^2. The product of two norms is the root of the product of these, which is a whole number for binary
/// data: similarities that are equal on paper are equal in the machine as well, and their ties are decided by
/// the rule.
std::vector<double> squaredNorms(const RatingMatrix& matrix) {
    std::vector<double> squares(static_cast<std::size_t>(matrix.itemCount()));
    for (int item = 0; item < matrix.itemCount(); ++item) {
        const auto values = matrix.byItem().rowValues(item);
        squares[static_cast<std::size_t>(item)] =
            matrix.binary() ? static_cast<double>(matrix.byItem().row(item).size())
                            : std::transform_reduce(values.begin(), values.end(), 0.0, std::plus<>(),
                                                    [](double value) { return value * value; });
    }
    return squares;
}

/// From the neighbours of each target to the targets of each neighbour.
Similarities transposed(const std::vector<Neighbours>& neighbours) {
    Similarities result;
    result.offsets.assign(neighbours.size() + 1, 0);
    for (const Neighbours& ofTarget : neighbours)
        for (const auto& neighbour : ofTarget)
            ++result.offsets[static_cast<std::size_t>(neighbour.item) + 1];
    std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
    result.targets.resize(static_cast<std::size_t>(result.offsets.back()));
    result.values.resize(result.targets.size());
    std::vector<std::int64_t> next(result.offsets.begin(), result.offsets.end() - 1);
    for (std::size_t target = 0; target < neighbours.size(); ++target)
        for (const auto& neighbour : neighbours[target]) {
            const auto position = static_cast<std::size_t>(next[static_cast<std::size_t>(neighbour.item)]++);
            result.targets[position] = static_cast<ItemIndex>(target);
            result.values[position] = neighbour.score;
        }
    return result;
}

} // namespace

Result<std::shared_ptr<const Model>>
trainItemKnn(const RatingMatrix& matrix, const ItemKnnParameters& parameters, const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t blockSize = 32;
    const auto squares = squaredNorms(matrix);
    std::vector<Neighbours> neighbours(squares.size());
    JobProgress progress(control, matrix.itemCount());
    forEachBlock(matrix.itemCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        NeighbourSearch search(matrix, squares, parameters);
        for (std::int64_t item = begin; item < end && !control.stopRequested(); ++item)
            neighbours[static_cast<std::size_t>(item)] = search.neighboursOf(static_cast<ItemIndex>(item));
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    auto similarities = transposed(neighbours);
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::ItemKnn,
                   .name = "ItemKNN",
                   .parameters = "neighbours " + std::to_string(parameters.neighbours) + ", shrink " +
                                 numberText(parameters.shrink),
                   .scoreMeaning = ScoreMeaning::SimilaritySum,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<ItemKnnModel>(std::move(similarities), std::move(info)));
}

} // namespace recital
