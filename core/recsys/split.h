#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The numbers are stored: new protocols go to the end.
enum class Protocol {
    OfficialFolds,  ///< the five folds u1..u5 that ml-100k ships (protocol P0)
    UserTemporal,   ///< the newest share of each user's ratings is held out
    UserRandom,     ///< a random share of each user's ratings is held out
    GlobalTemporal, ///< one cut in time: everything from then on is held out, whoever rated it
    LeaveLastOut,   ///< the newest rating of each user is held out
    HeldOutUsers,   ///< a share of the users is unknown to the model and folded in by a part of their ratings
    RandomFolds     ///< the ratings in equal random parts; each is held out once
};
// Of a user with n ratings UserTemporal and UserRandom hold out testShare * n, rounded half up, but never
// all: at least one rating stays in training, and users with a single rating are training only (LeaveLastOut:
// too). GlobalTemporal cuts where at least testShare of all ratings are newer; equal times are never divided.
// Users whose first rating is newer than the cut are cold: they are evaluated, with an empty history, and
// told apart (UserMetrics::cold). HeldOutUsers takes testShare of the users, and of each of them holds out a
// random fifth as UserRandom does; the rest is Split::query.

/// "official-folds", "user-temporal", ...: command line, JSON, and the beginning of Split::name but for the
/// official folds and "random-fold".
std::string_view protocolKey(Protocol protocol) noexcept;
std::span<const Protocol> allProtocols() noexcept; ///< in the order of the enumeration

struct SplitOptions {
    Protocol protocol = Protocol::UserTemporal;
    /// In (0, 1): of ratings, for HeldOutUsers of users. Not used by OfficialFolds, LeaveLastOut,
    /// RandomFolds.
    double testShare = 0.2;
    float positiveThreshold = 4.0F; ///< a rating at or above it is a positive
    /// UserRandom, HeldOutUsers and RandomFolds only; where time decides, ratings of equal time are kept in
    /// file order.
    std::uint64_t seed = 42;
    int folds = 5; ///< RandomFolds only, 2 to 100
    /// Minimum activity, counted over all ratings of any value; 0: none. Users and items below are taken out,
    /// again and again until everybody left has enough. What is out is on neither side, and items that are
    /// out are no candidates.
    int minimumUserRatings = 0;
    int minimumItemRatings = 0;

    friend bool operator==(const SplitOptions&, const SplitOptions&) = default;
};

/// True if `seed` has an influence on the split.
bool usesSeed(Protocol protocol) noexcept;
bool usesTestShare(Protocol protocol) noexcept;

/// One division of a dataset. train and relevant hold positives only; seen holds every rating that is known
/// before the test, whatever its value.
struct Split {
    /// "u1", "user-temporal 80/20", "global-temporal 80/20", "leave-last-out", "held-out-users 80/20",
    /// "random-fold 1/5"; with minimum activity followed by ", users >= 20" and ", items >= 5", and an inner
    /// split by ", inner 80/20".
    std::string name;
    SplitOptions options;
    std::string datasetFingerprint;
    RatingMatrix train;  ///< binary positives of the training part
    SparseRows query;    ///< HeldOutUsers: positives of the users who are not in training; else no rows
    SparseRows seen;     ///< by user: every item rated in training or query part; never recommended
    SparseRows heldOut;  ///< by user: every item rated in the test part
    SparseRows relevant; ///< by user: positives of the test part
    std::int64_t trainRatings = 0;
    std::int64_t testRatings = 0;
    std::vector<std::uint32_t> trainRows;  ///< rows of the dataset's columns, ascending
    std::vector<std::uint32_t> testRows;   ///< likewise, disjoint
    std::vector<std::uint32_t> queryRows;  ///< likewise; HeldOutUsers only
    std::vector<std::uint32_t> itemGenres; ///< Item::genres of every item
    std::vector<ItemIndex> removedItems;   ///< ascending; below the minimum activity: no candidates

    /// What a list for this user is made from: training positives, or the query of a user who is not in
    /// training.
    std::span<const ItemIndex> historyOf(UserIndex user) const;
    std::vector<Interaction> interactionsOf(UserIndex user) const; ///< the same, for Model::score
};

/// One split, five (u1 to u5) for OfficialFolds, SplitOptions::folds for RandomFolds. A pure function of data
/// and options: what is random is decided by hashes of seed, user id and item id.
/// Errors: InvalidData (no official folds, no timestamps, no positives, a leak, nothing left of the minimum
/// activity), InvalidParameters, Cancelled.
Result<std::vector<Split>> makeSplits(const Dataset& dataset, const SplitOptions& options,
                                      const JobControl& control = {});

/// For tuning: divides the training part of `outer` only, a random share of each user's training ratings held
/// out as UserRandom does. No row of the outer test part is on either side; its items are candidates like any
/// other that was not seen. Errors: InvalidParameters (share outside (0, 1)), InvalidData (an outer split of
/// another dataset, no positives), Cancelled.
Result<Split> makeInnerSplit(const Dataset& dataset, const Split& outer, double share, std::uint64_t seed,
                             const JobControl& control = {});

/// The data counts of evaluation.md section 2, and the result of the leak check, to be shown.
struct SplitCounts {
    std::int64_t trainPositives = 0;
    std::int64_t testPositives = 0;
    int evaluatedUsers = 0; ///< users with at least one relevant test item
    int skippedUsers = 0;   ///< users with test ratings but none relevant
    int itemsWithTrainPositive = 0;
    int coldUsers = 0;             ///< of the evaluated: without any rating before the test
    std::int64_t heldOutPairs = 0; ///< pairs of user and item in the test part
    std::int64_t leakedPairs = 0;  ///< of them, how many are known before the test: 0 in a valid split
};
SplitCounts countSplit(const Split& split);

/// A pair of user and item that stands on both sides of a split.
struct SplitLeak {
    UserIndex user = 0;
    ItemIndex item = 0;
};

/// The first pair that was rated before the test and in the test part as well, that the models learn from
/// without counting as seen, or that was learned from although its user is to be unknown. A valid split has
/// none.
std::optional<SplitLeak> findLeak(const Split& split);

} // namespace recital
