#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace recital {

enum class Protocol {
    OfficialFolds, ///< the five folds u1..u5 that ml-100k ships (protocol P0)
    UserTemporal,  ///< the newest share of each user's ratings is held out
    UserRandom     ///< a random share of each user's ratings is held out
    // to come: GlobalTemporal, LeaveLastOut, HeldOutUsers, RandomFolds
};
// Of a user with n ratings the per-user protocols hold out testShare * n, rounded half up, but never all: at
// least one rating stays in training, and users with a single rating are training only.

struct SplitOptions {
    Protocol protocol = Protocol::UserTemporal;
    double testShare = 0.2;         ///< in (0, 1); not used by OfficialFolds
    float positiveThreshold = 4.0F; ///< a rating at or above it is a positive
    std::uint64_t seed = 42; ///< UserRandom only; UserTemporal keeps ratings of equal time in file order
};

/// One division of a dataset. train and relevant hold positives only; seen holds every training rating,
/// whatever its value.
struct Split {
    std::string name; ///< "u1", "user-temporal 80/20", "user-random 80/20"
    SplitOptions options;
    std::string datasetFingerprint;
    RatingMatrix train;  ///< binary positives of the training part
    SparseRows seen;     ///< by user: every item rated in the training part; never recommended
    SparseRows heldOut;  ///< by user: every item rated in the test part
    SparseRows relevant; ///< by user: positives of the test part
    std::int64_t trainRatings = 0;
    std::int64_t testRatings = 0;
    std::vector<std::uint32_t> trainRows;  ///< rows of the dataset's columns, ascending
    std::vector<std::uint32_t> testRows;   ///< likewise, disjoint
    std::vector<std::uint32_t> itemGenres; ///< Item::genres of every item
};

/// One split for UserTemporal and UserRandom, five (u1 to u5) for OfficialFolds. A pure function of data and
/// options: UserRandom holds out by a hash of seed, user id and item id.
/// Errors: InvalidData (no official folds, no timestamps, no positives, a leak), InvalidParameters,
/// Cancelled.
Result<std::vector<Split>> makeSplits(const Dataset& dataset, const SplitOptions& options,
                                      const JobControl& control = {});

/// The five data counts of evaluation.md section 2.
struct SplitCounts {
    std::int64_t trainPositives = 0;
    std::int64_t testPositives = 0;
    int evaluatedUsers = 0; ///< users with at least one relevant test item
    int skippedUsers = 0;   ///< users with test ratings but none relevant
    int itemsWithTrainPositive = 0;
};
SplitCounts countSplit(const Split& split);

/// A pair of user and item that stands on both sides of a split.
struct SplitLeak {
    UserIndex user = 0;
    ItemIndex item = 0;
};

/// The first pair that was rated in training and in the test part as well, or that the models learn from
/// without counting as seen. A valid split has none.
std::optional<SplitLeak> findLeak(const Split& split);

} // namespace recital
