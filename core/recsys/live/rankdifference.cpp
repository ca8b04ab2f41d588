#include "core/recsys/live/rankdifference.h"

#include <unordered_map>

namespace recital {

std::vector<RankChange> rankDifference(std::span<const ScoredItem> previous,
                                       std::span<const ScoredItem> current) {
    std::unordered_map<ItemIndex, int> previousRank;
    previousRank.reserve(previous.size());
    for (std::size_t i = 0; i < previous.size(); ++i)
        previousRank.emplace(previous[i].item, static_cast<int>(i) + 1);

    std::vector<RankChange> changes;
    changes.reserve(current.size());
    for (std::size_t i = 0; i < current.size(); ++i) {
        const auto before = previousRank.find(current[i].item);
        changes.push_back({.item = current[i].item,
                           .score = current[i].score,
                           .rank = static_cast<int>(i) + 1,
                           .previousRank = before == previousRank.end() ? 0 : before->second});
    }
    return changes;
}

} // namespace recital
