#pragma once

#include "core/recsys/types.h"

#include <cassert>
#include <span>
#include <vector>

namespace recital {

/// Calls visit(begin, end) for every longest run of items in [0, itemCount) without an excluded one, in
/// ascending order. `excluded` is ascending; entries beyond the catalogue have no effect.
template<typename Visit>
void forEachCandidateRun(ItemIndex itemCount, std::span<const ItemIndex> excluded, Visit&& visit) {
    ItemIndex begin = 0;
    for (const ItemIndex item : excluded) {
        if (item >= itemCount)
            break;
        assert(item >= begin - 1 && "excluded items must be ascending and not negative");
        if (begin < item)
            visit(begin, item);
        begin = item + 1;
    }
    if (begin < itemCount)
        visit(begin, itemCount);
}

/// Items [begin, end).
struct ItemRun {
    ItemIndex begin = 0;
    ItemIndex end = 0;

    friend bool operator==(const ItemRun&, const ItemRun&) = default;
};

/// The runs that forEachCandidateRun visits.
inline std::vector<ItemRun> candidateRuns(ItemIndex itemCount, std::span<const ItemIndex> excluded) {
    std::vector<ItemRun> runs;
    runs.reserve(excluded.size() + 1);
    forEachCandidateRun(itemCount, excluded, [&](ItemIndex begin, ItemIndex end) {
        runs.push_back({begin, end});
    });
    return runs;
}

} // namespace recital
