#include "core/recsys/live/rankdifference.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace recital {

std::vector<RankChange> rankDifference(std::span<const ScoredItem> previous,
                                       std::span<const ScoredItem> current) {
    std::unordered_map<ItemIndex, std::size_t> places;
    places.reserve(previous.size());
    for (std::size_t i = 0; i < previous.size(); ++i)
        places.emplace(previous[i].item, i);

    std::vector<RankChange> changes;
    changes.reserve(current.size());
    for (std::size_t i = 0; i < current.size(); ++i) {
        RankChange change;
        change.item = current[i].item;
        change.score = current[i].score;
        change.rank = static_cast<int>(i) + 1;
        if (const auto before = places.find(current[i].item); before != places.end()) {
            change.previousRank = static_cast<int>(before->second) + 1;
            change.previousScore = previous[before->second].score;
        }
        changes.push_back(change);
    }
    return changes;
}

std::vector<ScoredItem> departed(std::span<const ScoredItem> previous, std::span<const ScoredItem> current) {
    std::unordered_set<ItemIndex> stayed;
    stayed.reserve(current.size());
    for (const ScoredItem& entry : current)
        stayed.insert(entry.item);
    std::vector<ScoredItem> left;
    std::ranges::copy_if(previous, std::back_inserter(left),
                         [&](const ScoredItem& entry) { return !stayed.contains(entry.item); });
    return left;
}

bool sameOrder(std::span<const ScoredItem> a, std::span<const ScoredItem> b) {
    return std::ranges::equal(a, b, {}, &ScoredItem::item, &ScoredItem::item);
}

} // namespace recital
