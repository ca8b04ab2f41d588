#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/reproduction/publishedsplits.h"
#include "core/recsys/result.h"

#include <functional>
#include <span>

namespace recital::reproduction {

/// As Recommenders defines them: every test rating is relevant, whatever its value; all items but the user's
/// training items are candidates; means over the users with a test rating.
struct ListMetrics {
    double mapByRelevant = 0.0; ///< divided by n
    double mapByLength = 0.0;   ///< divided by min(n, k)
    double ndcg = 0.0;          ///< ideal truncated at min(n, k)
    double precision = 0.0;     ///< divided by k
    double recall = 0.0;        ///< divided by n
    int users = 0;
};

/// Writes one score an item for the user; called from several threads at once.
using ScoreUser = std::function<void(UserIndex user, std::span<double> scores)>;

/// Ranks in double, because the published figures are held to six digits; equal scores: lower item first.
/// Errors: Cancelled.
Result<ListMetrics> evaluateLists(const Dataset& dataset, const RowSplit& split, const ScoreUser& score,
                                  int k, const JobControl& control);

} // namespace recital::reproduction
