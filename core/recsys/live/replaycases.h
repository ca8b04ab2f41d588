#pragma once

#include "core/recsys/live/replay.h"
#include "core/recsys/ratingmatrix.h"

#include <span>
#include <vector>

namespace recital {

/// One user whose clicks are played.
struct ReplayCase {
    UserIndex user = 0;
    std::vector<Interaction> known;  ///< what the model learned of the user, oldest first
    std::vector<Interaction> clicks; ///< oldest first
    std::vector<ItemIndex> excluded; ///< ascending: no candidates
    std::vector<ItemIndex> relevant; ///< ascending, not empty: what was liked next
    std::vector<Interaction> likes;  ///< New: clicks and test together, oldest first
};

/// The items, ascending.
std::vector<ItemIndex> sortedItems(std::span<const Interaction> interactions);

/// What one model learns from, and the users it is tried on, ascending.
struct ReplayPart {
    RatingMatrix train;
    std::vector<ReplayCase> cases;
};

/// The parts that the options ask for, as replay.h describes them. Errors: those of makeSplits(), InvalidData
/// (no timestamps, nobody to evaluate), Cancelled.
Result<std::vector<ReplayPart>> replayParts(const Dataset& dataset, const ReplayOptions& options,
                                            const JobControl& control);

} // namespace recital
