#pragma once

#include "core/recsys/live/event.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/split.h"

#include <cstdint>
#include <span>
#include <vector>

namespace recital {

/// What somebody on the stage did.
struct LiveUserEvents {
    std::int64_t id = 0;        ///< of the workspace
    UserIndex datasetUser = -1; ///< whose history it starts from; -1: a newcomer
    std::vector<Event> events;
};

/// The cells that retraining adds for one of them.
struct LearnedUser {
    std::int64_t id = 0;
    UserIndex datasetUser = -1;     ///< whose row gets the cells; -1: a row of its own
    std::vector<Interaction> cells; ///< ascending in item; no value is 0

    friend bool operator==(const LearnedUser&, const LearnedUser&) = default;
};

/// What a model learns from besides the training part of a split.
struct LearnedEvents {
    std::vector<LearnedUser> users; ///< who have cells, in their order
    int events = 0;                 ///< in the cells
    int heldOut = 0; ///< left out: the pair stands in the test part, or its user must stay unknown
    int silent = 0;  ///< left out: strength 0, cancelled by others, or a film that is no candidate

    friend bool operator==(const LearnedEvents&, const LearnedEvents&) = default;
};

/// Events of one film add up with their strengths, as repeated viewing does in Hu et al. 2008: a view and a
/// click are more than a view, a dislike after a like leaves nothing said. Sums are limited to
/// EventStrengths::greatest. No pair of the test part is learned, so that old and new model can be compared
/// on it.
LearnedEvents learnFrom(std::span<const LiveUserEvents> users, const EventStrengths& strengths,
                        const Split& split);

/// `train` with the cells added to those that are there: first its own rows, then one for each newcomer. A
/// cell that adds up to 0 is left out. events must be of this matrix's users and items.
RatingMatrix withEvents(const RatingMatrix& train, const LearnedEvents& events);

} // namespace recital
