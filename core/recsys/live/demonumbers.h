#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"

#include <array>
#include <vector>

namespace recital {

/// How much of the top k is different after some events, mean over users.
struct ListChange {
    int events = 0;
    double model = 0.0;   ///< share of the list that was not in it before, in [0, 1]
    double random = 0.0;  ///< the same for a ranker that draws a new list at every request, so that change is
                          ///< not mistaken for learning
    double popular = 0.0; ///< the same for the popular list without what was seen
};

struct DemoNumbers {
    int users = 0; ///< all with something to learn from
    int k = 10;
    UpdateRule rule;
    double distinctLists = 0.0;     ///< different lists / users, as sets of items in their order
    double meanOverlap = 0.0;       ///< of the lists of two users: mean share of items in common
    std::vector<ListChange> change; ///< after 1, 3 and 5 likes of held-out films; changeUsers have as many
    int changeUsers = 0;
    double newcomerCoverage = 0.0; ///< share of newcomers with 0 to 3 events who get k films
    int newcomers = 0;
    // Of rankLive() for every user, measured one after another; microseconds.
    double median = 0.0;
    double percentile95 = 0.0;
    double percentile99 = 0.0;
    double slowest = 0.0;
    LiveTimes medianParts; ///< the median of each part
};

/// Over all users of the dataset, with the live rule. Errors: Cancelled, InvalidData (nobody has a history).
Result<DemoNumbers> demoNumbers(const LiveModels& models, const Split& split, const UpdateRule& rule, int k,
                                const JobControl& control);

} // namespace recital
