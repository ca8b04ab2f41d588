#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"

#include <vector>

namespace recital {

/// How much of the top k is different after some events, mean over users: the entries of the list after them
/// that were not in the list before the first, divided by k. What was liked leaves every list and makes room,
/// so some change is no merit; hence the two others.
struct ListChange {
    int events = 0;
    double model = 0.0;   ///< in [0, 1]
    double random = 0.0;  ///< of a ranker that draws a new list from the same candidates at every request, so
                          ///< that change is not mistaken for learning
    double popular = 0.0; ///< of the popular list without what was seen
};

/// Every list is that of rankLive() (random and popular ones apart) with k entries. The history of a user are
/// the training likes, oldest first; what was rated in training is no candidate.
struct DemoNumbers {
    int users = 0; ///< all with a history
    int k = 10;
    UpdateRule rule;
    double distinctLists = 0.0; ///< different lists / users; same items in another order are a different list
    double meanOverlap = 0.0;   ///< mean over all pairs of users of items in common / k; NaN for one user
    /// After 1, 3 and 5 likes of held-out items, in the order in which they were liked. Of the users with a
    /// history and at least 5 of them: the same ones for every entry.
    std::vector<ListChange> change;
    int changeUsers = 0; ///< with none the means are NaN: nothing was measured
    /// Share of newcomers who get k entries. Each user with a history of at least three stands for four
    /// newcomers, who bring the first 0, 1, 2 or 3 likes of it and nothing else. NaN without such a user.
    double newcomerCoverage = 0.0;
    int newcomers = 0; ///< four times as many as such users
    // Of rankLive() with the history, one after another, no other thread at work; microseconds. Percentile p
    // of n values is the one of rank ceil(p n / 100).
    int timed = 0; ///< users that were timed: all, or mostTimed, evenly spread over the users
    double median = 0.0;
    double percentile95 = 0.0;
    double percentile99 = 0.0;
    double slowest = 0.0;
    LiveTimes medianParts; ///< the median of each part; they need not sum to the median

    static constexpr int mostTimed = 5000;
};

/// Over all users of the dataset, with the live rule. All but the times is a function of the arguments,
/// whatever the number of threads. models: dataset and model are there, popularity are the positives of the
/// training part of `split`. Errors: Cancelled, InvalidParameters (rule; k is 1 to 1000), InvalidData (nobody
/// has a history).
Result<DemoNumbers> demoNumbers(const LiveModels& models, const Split& split, const UpdateRule& rule, int k,
                                const JobControl& control);

} // namespace recital
