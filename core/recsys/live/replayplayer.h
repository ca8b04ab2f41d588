#pragma once

#include "core/recsys/live/replaycases.h"
#include "core/recsys/metrics.h"

#include <span>
#include <vector>

namespace recital {

/// NDCG@k of one user.
struct PlayedCase {
    std::vector<double> rows; ///< one a row of ReplayTable
    /// popular, blended and personal after 0 clicks, then after 1, ..., curveClicks; NaN for a personal list
    /// without a click. Empty for known users and for those with too few likes.
    std::vector<double> curve;
};

/// Plays users of one part. Safe to use from several threads, each with its own workspace.
class ReplayPlayer {
public:
    struct Workspace {
        std::vector<float> scores;
        std::vector<int> hits;
    };

    /// The arguments must outlive the player; `train` is what `model` learned from.
    ReplayPlayer(const Dataset& dataset, const RatingMatrix& train, const AlsModel& model,
                 const ReplayOptions& options);

    /// Errors: InvalidData when a score is not finite.
    Result<PlayedCase> play(const ReplayCase& one, Workspace& workspace) const;

private:
    Status playCurve(const ReplayCase& one, PlayedCase& played, Workspace& workspace) const;
    double ndcg(std::span<const ScoredItem> list, const ReplayCase& one, Workspace& workspace) const;
    Result<double> ndcgOfScores(std::span<const float> scores, const ReplayCase& one,
                                Workspace& workspace) const;
    Result<double> ndcgOfRule(const UpdateRule& rule, const Past& past, const ReplayCase& one,
                              Workspace& workspace) const;

    const Dataset& m_dataset;
    const AlsModel& m_model;
    const ReplayOptions& m_options;
    Discounts m_discounts;
    std::vector<float> m_popularity; ///< training likes of each item
};

} // namespace recital
