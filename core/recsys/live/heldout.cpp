#include "core/recsys/live/heldout.h"

#include <algorithm>
#include <iterator>

namespace recital {

std::vector<Interaction> heldOutLikes(const Dataset& dataset, const Split& split, UserIndex user) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : dataset.rowsOfUser(user))
        if (dataset.values()[row] >= split.options.positiveThreshold &&
            std::ranges::binary_search(split.testRows, row))
            rows.push_back(row);
    std::ranges::stable_sort(rows, {}, [&](std::uint32_t row) { return dataset.times()[row]; });
    std::vector<Interaction> likes;
    likes.reserve(rows.size());
    for (const std::uint32_t row : rows)
        likes.push_back({dataset.items()[row], 1.0F});
    return likes;
}

std::vector<ItemIndex> notCandidates(const Split& split, UserIndex user) {
    std::vector<ItemIndex> excluded;
    std::ranges::set_union(split.seen.row(user), split.removedItems, std::back_inserter(excluded));
    return excluded;
}

void insertItem(std::vector<ItemIndex>& ascending, ItemIndex item) {
    const auto place = std::ranges::lower_bound(ascending, item);
    if (place == ascending.end() || *place != item)
        ascending.insert(place, item);
}

} // namespace recital
