#pragma once

#include "core/recsys/types.h"

#include <limits>
#include <span>
#include <vector>

namespace recital {

/// How one entry of a new list stands against the list before.
struct RankChange {
    ItemIndex item = 0;
    float score = 0.0F;
    int rank = 0;                                                  ///< from 1
    int previousRank = 0;                                          ///< 0: was not in the list before
    float previousScore = std::numeric_limits<float>::quiet_NaN(); ///< NaN: was not in the list before

    bool entered() const noexcept { return previousRank == 0; }
};

/// One entry for each entry of `current`, in its order.
std::vector<RankChange> rankDifference(std::span<const ScoredItem> previous,
                                       std::span<const ScoredItem> current);

/// The entries of `previous` that `current` does not have, with the score they had, best first.
std::vector<ScoredItem> departed(std::span<const ScoredItem> previous, std::span<const ScoredItem> current);

/// The same items in the same order, whatever their scores.
bool sameOrder(std::span<const ScoredItem> a, std::span<const ScoredItem> b);

} // namespace recital
