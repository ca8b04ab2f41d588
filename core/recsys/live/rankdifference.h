#pragma once

#include "core/recsys/types.h"

#include <span>
#include <vector>

namespace recital {

/// How one entry of a new list stands against the list before.
struct RankChange {
    ItemIndex item = 0;
    float score = 0.0F;
    int rank = 0;         ///< from 1
    int previousRank = 0; ///< 0: was not in the list before
};

/// One entry for each entry of `current`, in its order.
std::vector<RankChange> rankDifference(std::span<const ScoredItem> previous,
                                       std::span<const ScoredItem> current);

} // namespace recital
