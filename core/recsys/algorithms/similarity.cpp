#include "core/recsys/algorithms/similarity.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace recital {

Similarities rowsOf(const std::vector<Neighbours>& lists) {
    Similarities result;
    for (const Neighbours& list : lists) {
        for (const auto& entry : list) {
            result.targets.push_back(entry.item);
            result.values.push_back(entry.score);
        }
        result.offsets.push_back(static_cast<std::int64_t>(result.targets.size()));
    }
    return result;
}

Similarities transposed(const std::vector<Neighbours>& lists) {
    Similarities result;
    result.offsets.assign(lists.size() + 1, 0);
    for (const Neighbours& ofTarget : lists)
        for (const auto& neighbour : ofTarget)
            ++result.offsets[static_cast<std::size_t>(neighbour.item) + 1];
    std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
    result.targets.resize(static_cast<std::size_t>(result.offsets.back()));
    result.values.resize(result.targets.size());
    std::vector<std::int64_t> next(result.offsets.begin(), result.offsets.end() - 1);
    for (std::size_t target = 0; target < lists.size(); ++target)
        for (const auto& neighbour : lists[target]) {
            const auto position = static_cast<std::size_t>(next[static_cast<std::size_t>(neighbour.item)]++);
            result.targets[position] = static_cast<ItemIndex>(target);
            result.values[position] = neighbour.score;
        }
    return result;
}

std::vector<Interaction> inItemOrder(std::span<const Interaction> history) {
    std::vector<Interaction> ordered(history.begin(), history.end());
    std::ranges::sort(ordered, [](const Interaction& a, const Interaction& b) {
        return a.item != b.item ? a.item < b.item : a.value < b.value;
    });
    return ordered;
}

void SimilarityModel::score(std::span<const Interaction> history, std::span<float> scores) const {
    assert(scores.size() == static_cast<std::size_t>(itemCount()));
    std::vector<double> sums(scores.size());
    for (const Interaction& entry : inItemOrder(history)) {
        const auto item = static_cast<std::size_t>(entry.item);
        const auto end = static_cast<std::size_t>(m_similarities.offsets[item + 1]);
        for (auto s = static_cast<std::size_t>(m_similarities.offsets[item]); s < end; ++s)
            sums[static_cast<std::size_t>(m_similarities.targets[s])] +=
                entry.value * m_similarities.values[s];
    }
    std::ranges::transform(sums, scores.begin(), [](double sum) { return static_cast<float>(sum); });
}

std::vector<double> squaredNorms(const SparseRows& rows) {
    std::vector<double> squares(static_cast<std::size_t>(rows.rowCount()));
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto values = rows.rowValues(row);
        squares[static_cast<std::size_t>(row)] =
            rows.binary() ? static_cast<double>(rows.row(row).size())
                          : std::transform_reduce(values.begin(), values.end(), 0.0, std::plus<>(),
                                                  [](double value) { return value * value; });
    }
    return squares;
}

void addProducts(const SparseRows& columns, std::span<const double> values,
                 std::span<const std::int32_t> entries, std::span<const double> strengths,
                 std::span<double> sums) {
    for (std::size_t e = 0; e < entries.size(); ++e) {
        const auto rows = columns.row(entries[e]);
        const double strength = strengths.empty() ? 1.0 : strengths[e];
        const auto column = rowPart(columns, values, entries[e]);
        if (column.empty())
            for (const std::int32_t row : rows)
                sums[static_cast<std::size_t>(row)] += strength;
        else
            for (std::size_t r = 0; r < rows.size(); ++r)
                sums[static_cast<std::size_t>(rows[r])] += strength * column[r];
    }
}

UserIndex userWithHistory(const RatingMatrix& matrix, std::span<const Interaction> history) {
    constexpr UserIndex nobody = -1;
    if (history.empty())
        return nobody;
    const auto candidates = matrix.byItem().row(history.front().item);
    const auto found = std::ranges::find_if(candidates, [&](UserIndex user) {
        const auto items = matrix.byUser().row(user);
        const auto values = matrix.byUser().rowValues(user);
        if (items.size() != history.size())
            return false;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (history[i] != Interaction{items[i], values.empty() ? 1.0F : values[i]})
                return false;
        return true;
    });
    return found == candidates.end() ? nobody : *found;
}

} // namespace recital
