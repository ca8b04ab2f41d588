#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/live/updaterule.h"
#include "core/recsys/statistics.h"

#include <functional>
#include <string>
#include <vector>

namespace recital {

/// Which rule is better is measured: held-out clicks of real users are played to every rule, and its list is
/// compared with what they liked next (evaluation.md 6.9). Parts of the users of HeldOut::NewUsers are
/// unknown to the model; KnownUsers have their first 80 % by time in training.
enum class ReplayUsers { New, Known };
enum class ReplayHoldout {
    Newest, ///< the last fifth by time
    Random  ///< a random fifth (New only)
};

struct ReplayOptions {
    ReplayUsers users = ReplayUsers::New;
    ReplayHoldout holdout = ReplayHoldout::Newest;
    int revealed = 3; ///< Known: how many of the later positives are clicked before the rest is the test
    int folds = 5;    ///< New: parts of the users, each held out once
    int k = 10;
    float positiveThreshold = 4.0F;
    std::uint64_t seed = 42;
    std::vector<UpdateRule> rules{RecencyRule{}, ResolveRule{}, MovingAverageRule{}};
    AlsParameters als{};
    StatisticsOptions statistics{};
};

/// One line of the table: a rule, or what it must beat.
struct ReplayRow {
    enum class Kind { Rule, NoUpdate, Popular };
    Kind kind = Kind::Rule;
    UpdateRule rule;
    double ndcg = 0.0;
    Interval interval;           ///< bootstrap over users
    std::vector<double> users;   ///< NDCG@k of each evaluated user, the same users in each row
    PairedComparison difference; ///< this row - the exact re-solve; of the re-solve itself NotComparable
};

struct ReplayTable {
    ReplayOptions options;
    int users = 0;               ///< evaluated so far
    int of = 0;                  ///< that will be evaluated
    bool complete = false;       ///< differences and intervals are there
    std::vector<ReplayRow> rows; ///< rules in their order, then NoUpdate (Known only), then Popular
};

/// `observer` gets the table as it grows, on the computing thread. Errors: InvalidParameters, InvalidData (no
/// timestamps, nobody to evaluate), those of trainAls(), Cancelled.
Result<ReplayTable> replayRules(const Dataset& dataset, const ReplayOptions& options,
                                const JobControl& control,
                                const std::function<void(const ReplayTable&)>& observer = {});

} // namespace recital
