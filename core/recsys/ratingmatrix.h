#pragma once

#include "core/recsys/types.h"

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

class Dataset;

/// Compressed sparse rows: for each row its ascending column numbers and, unless the matrix is binary, their
/// values.
struct SparseRows {
    std::vector<std::int64_t> offsets{0}; ///< rowCount + 1
    std::vector<std::int32_t> columns;
    std::vector<float> values; ///< empty: every value is 1

    int rowCount() const noexcept { return static_cast<int>(offsets.size()) - 1; }
    std::int64_t entryCount() const noexcept { return offsets.back(); }
    bool binary() const noexcept { return values.empty(); }
    std::span<const std::int32_t> row(int r) const {
        const auto begin = static_cast<std::size_t>(offsets[static_cast<std::size_t>(r)]);
        const auto end = static_cast<std::size_t>(offsets[static_cast<std::size_t>(r) + 1]);
        return std::span(columns).subspan(begin, end - begin);
    }
    std::span<const float> rowValues(int r) const { ///< empty for a binary matrix
        if (binary())
            return {};
        const auto begin = static_cast<std::size_t>(offsets[static_cast<std::size_t>(r)]);
        const auto end = static_cast<std::size_t>(offsets[static_cast<std::size_t>(r) + 1]);
        return std::span(values).subspan(begin, end - begin);
    }
};

struct Triple {
    UserIndex user = 0;
    ItemIndex item = 0;
    float value = 1.0F;
};

/// Interactions to learn from, by user and by item. Immutable.
class RatingMatrix {
public:
    RatingMatrix() = default;

    /// Of several triples with the same user and item the last counts. If every value is 1 the matrix is
    /// binary.
    static RatingMatrix fromTriples(int userCount, int itemCount, std::span<const Triple> triples);

    /// Binary matrix of the ratings at or above the threshold (evaluation.md: ratings of 4 and more become
    /// 1).
    static RatingMatrix positives(const Dataset& dataset, float threshold);

    int userCount() const noexcept { return m_byUser.rowCount(); }
    int itemCount() const noexcept { return m_byItem.rowCount(); }
    std::int64_t entryCount() const noexcept { return m_byUser.entryCount(); }
    bool binary() const noexcept { return m_byUser.binary(); }
    const SparseRows& byUser() const noexcept { return m_byUser; }
    const SparseRows& byItem() const noexcept { return m_byItem; }

    std::vector<Interaction> history(UserIndex user) const;

private:
    SparseRows m_byUser;
    SparseRows m_byItem;
};

} // namespace recital
