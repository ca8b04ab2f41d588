#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/live/updaterule.h"
#include "core/recsys/statistics.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace recital {

/// Which rule is better is measured: held-out clicks of real users are played to every rule, and its list is
/// compared with what they liked next (evaluation.md 6.9). Likes are ratings at or above the threshold; each
/// click has the strength of one. Time decides their order, equal times keep the order of the file.
///
/// New: each user with at least five likes is unknown to a model that learned from the other folds, and
/// nothing but the clicks is known of them: four fifths of the likes, test the rest. They start from the zero
/// vector. Candidates: everything but the clicks.
///
/// Known: the newest fifth of each user's ratings is hidden from the model (Protocol::UserTemporal). The
/// first `revealed` likes in it are the clicks, test the others: users without any are left out, as are those
/// without a like in training. They start from the exact vector of their training likes, which age under the
/// recency rule like any click. Candidates: everything but the training ratings, of any value, and the
/// clicks.
enum class ReplayUsers { New, Known };
enum class ReplayHoldout {
    Newest, ///< the last fifth by time
    Random  ///< a random fifth (New only)
};

struct ReplayOptions {
    ReplayUsers users = ReplayUsers::New;
    ReplayHoldout holdout = ReplayHoldout::Newest;
    int revealed =
        3;         ///< Known: how many of the later likes are clicked before the rest is the test; 1 to 100
    int folds = 5; ///< New: parts of the users, each held out once; 2 to 100
    int k = 10;    ///< 1 to 1000
    float positiveThreshold = 4.0F;
    std::uint64_t seed = 42; ///< of the folds and of the random fifth
    std::vector<UpdateRule> rules{RecencyRule{}, ResolveRule{}, MovingAverageRule{}}; ///< different ones
    AlsParameters als{};
    StatisticsOptions statistics{};

    Status validate() const; ///< InvalidParameters
};

/// One line of the table: a rule, or what it must beat.
struct ReplayRow {
    enum class Kind { Rule, NoUpdate, Popular };
    Kind kind = Kind::Rule;
    UpdateRule rule;
    double ndcg = 0.0;
    Interval interval;           ///< bootstrap over users
    std::vector<double> users;   ///< NDCG@k of each evaluated user, the same users in each row
    PairedComparison difference; ///< this row - the reference; of the reference itself NotComparable
};

/// How much the first clicks are worth to a newcomer, whatever the holdout of the table: after the first n
/// likes by time the test is the next five, candidates are all items but the n. The same users at every
/// point; the rule is the first of the options, the lists are those of rankLive(): Blended has the share n /
/// 3 of the model, Personal the whole. From three clicks on they are the same list, and so they are where the
/// model knows none of the clicked items: the popular one. What is liked much later is another question: of
/// all likes after the tenth, popularity finds more on ml-100k than ten clicks do (NDCG@10 .324 and .297).
struct ReplayCurvePoint {
    int clicks = 0;
    double popular = 0.0;
    double blended = 0.0;
    double personal = 0.0;                ///< NaN without a click
    PairedComparison blendedOverPopular;  ///< Holm over the points
    PairedComparison blendedOverPersonal; ///< Holm over one and two clicks, elsewhere NotComparable
};

struct ReplayTable {
    ReplayOptions options;
    std::string trained;                 ///< describe() of the parameters of ALS
    int users = 0;                       ///< evaluated so far
    int of = 0;                          ///< that will be evaluated
    bool complete = false;               ///< differences and intervals are there
    std::vector<ReplayRow> rows;         ///< rules in their order, then NoUpdate (Known only), then Popular
    std::size_t reference = 0;           ///< row of the exact re-solve; without one the first rule's
    int curveUsers = 0;                  ///< newcomers with at least curveClicks + curveTest likes
    std::vector<ReplayCurvePoint> curve; ///< New: after 0 to `curveClicks` clicks, once complete; else empty
    double seconds = 0.0;                ///< that it took

    static constexpr int curveClicks = 10;
    static constexpr int curveTest = 5;
};

/// Why nothing can be played: InvalidData (no timestamps).
Status checkReplayable(const Dataset& dataset);

/// `observer` gets the table as it grows, on the computing thread. Errors: InvalidParameters, InvalidData (no
/// timestamps, nobody to evaluate), those of trainAls(), Cancelled. All but `seconds` is a function of data
/// and options.
Result<ReplayTable> replayRules(const Dataset& dataset, const ReplayOptions& options,
                                const JobControl& control,
                                const std::function<void(const ReplayTable&)>& observer = {});

} // namespace recital
