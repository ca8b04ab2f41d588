#pragma once

#include "core/recsys/live/updaterule.h"
#include "core/recsys/model.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace recital {

class Dataset;

/// What a list for a live user is made from.
enum class Tier {
    None,    ///< no data
    Popular, ///< the list of everybody: nothing is known, there is no model, or what is known left no trace
             ///< in it (a zero vector would rank nothing)
    Blended, ///< a few events or a taste for genres: partly popular, partly personal
    Personal ///< the model alone
};

/// What a newcomer says about genres before any event: weights[g] in [0, 1] for bit g of Item::genres. All 0
/// or empty: nothing.
struct GenreTaste {
    std::vector<double> weights;

    bool empty() const noexcept;
    friend bool operator==(const GenreTaste&, const GenreTaste&) = default;
};

/// What everybody's list starts from, made once for a dataset and a model.
struct LiveModels {
    const Dataset* dataset = nullptr;  ///< nullptr: Tier::None
    const AlsModel* als = nullptr;     ///< nullptr: not trained
    std::span<const float> popularity; ///< positives of each item
};

struct LiveQuery {
    Past past;
    UpdateRule rule;
    const GenreTaste* taste = nullptr;
    std::span<const ItemIndex> excluded; ///< ascending: everything seen
    int k = 10;
};

/// Measured, in microseconds.
struct LiveTimes {
    double foldIn = 0.0; ///< the user's vector
    double scores = 0.0; ///< of the whole catalogue: the search, exact
    double filter = 0.0; ///< marking what was seen
    double ranking = 0.0;
    double total() const noexcept { return foldIn + scores + filter + ranking; }
};

/// The list for one state of a user. The printed score of an item is
///     share * (u . y) + (1 - share) * base,
/// where base is the start in the units of the personal scores, which are 1 for liked and 0 for not: the
/// share of the dataset's users who liked the item, n_i / U, is the best guess of that for somebody unknown.
/// With a taste it is cos(taste, genres of i) * sqrt(n_i / n_max) * n_max / U: popularity breaks the many
/// ties of genres, and its root leaves the cosine its say. Items without a liked genre then have base 0. A
/// taste for genres that no liked item has is as none.
struct LiveRanking {
    Tier tier = Tier::None;
    double personalShare = 0.0; ///< of the score, in [0, 1]; n / 3 for n different items with an event of
                                ///< positive strength, 1 from three on and for users with a known history
    Eigen::VectorXf vector;     ///< empty unless personalShare > 0
    std::vector<ScoredItem> list;
    LiveTimes times;
};

/// Deterministic: the same state gives the same list. `scores` is kept by the caller to spare the allocation;
/// afterwards it holds the printed score of every item (empty for Tier::None).
LiveRanking rankLive(const LiveModels& models, const LiveQuery& query, std::vector<float>& scores);

/// The printed score of one item, taken apart; sums to it.
struct LiveExplanation {
    std::vector<double> known;  ///< one an entry of Past::known
    std::vector<double> events; ///< one an entry of Past::events
    double base = 0.0;          ///< of popularity or taste
    double sum = 0.0;
};
LiveExplanation explainLive(const LiveModels& models, const LiveQuery& query, ItemIndex item);

/// Positives of a user in the training part (or all, without a split) in order of time, oldest first; equal
/// times in file order.
struct Split;
std::vector<Interaction> knownHistory(const Dataset& dataset, const Split* split, UserIndex user,
                                      float positiveThreshold = 4.0F);

} // namespace recital
