#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/metrics.h"
#include "core/recsys/model.h"
#include "core/recsys/split.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace recital {

struct EvaluationOptions {
    int k = 10;       ///< length of the lists, 1 to 1000
    int maxUsers = 0; ///< 0: all; else a seeded sample of this many evaluated users (live validation curves)
    std::uint64_t seed = 42; ///< of that sample, and of the sampled negatives
    bool auc = true;         ///< AUC looks at every candidate; off for live curves, NaN then
    int curveTo = 0;         ///< means at every list length from 1 to this, at most 1000; 0: no curve
    /// 0: every unseen item is a candidate. Else, only to reproduce a paper: the relevant items and so many
    /// others, drawn for each user. Such metrics order models differently (Krichene and Rendle, KDD 2020);
    /// the report's splitName says "sampled".
    int sampledNegatives = 0;
};

/// Means over users at one length of the list: one point of the curves of a metric against k.
struct CurvePoint {
    int k = 0;
    double ndcg = 0.0;
    double map = 0.0; ///< divided by min(n, k)
    double precision = 0.0;
    double recall = 0.0;
    double hitRate = 0.0;
    double mrr = 0.0;
    double coverage = 0.0; ///< distinct items shown / catalogue size
};

struct UserMetrics {
    UserIndex user = 0;
    RankingMetrics metrics{};
    int trainPositives = 0;        ///< the user's activity: length of the history that the list was made from
    bool cold = false;             ///< without any rating before the test: the list owes nothing to the user
    std::vector<ItemIndex> list{}; ///< the top k, best first; empty in a mean over several lists
};

struct EvaluationReport {
    std::string modelName;
    std::string modelParameters;
    std::string splitName;
    std::uint64_t splitSeed = 0;
    int k = 10;
    int evaluatedUsers = 0; ///< in means and users below
    int skippedUsers = 0;   ///< with test ratings, but without a relevant test item
    RankingMetrics means;   ///< macro average over users; the AUC over those that have one
    double coverage = 0.0;  ///< distinct items shown / catalogue size
    double gini = 0.0;      ///< of exposure, 0 equal, 1 concentrated; items never shown included
    double novelty = 0.0;   ///< MIUF in bits: mean over shown items of -log2(n_i / U), n_i raters in training
    double trainSeconds = 0.0;
    double evaluateSeconds = 0.0;
    std::vector<UserMetrics> users; ///< ascending
    std::vector<CurvePoint> curve;  ///< ascending in k; empty unless asked for
    /// Share of everything shown that fell on each tenth of the catalogue, the items with the most training
    /// positives first (ties: lower item first); sums to 1. Empty: not measured.
    std::vector<double> exposureByDecile;

    // Of all lists together, like coverage, gini and novelty; NaN: not measured.
    double trainCoverage = notMeasured;   ///< share of the items with a training positive that is shown
    double entropy = notMeasured;         ///< of exposure, in bits
    double personalization = notMeasured; ///< 1 - mean share of the list that two users have in common
    int coldUsers = 0;                    ///< of the evaluated ones
    int sampledNegatives = 0;             ///< as in the options: 0 unless a paper is reproduced
};

/// Ranks all unseen items for every user with a relevant test item. The lists are those of recommend() for
/// the user's history, without everything the user rated before the test and without items below the minimum
/// activity, which do not count as catalogue either. The figures do not depend on the number of threads.
/// Errors: InvalidParameters, InvalidData (no user to evaluate, a score that is not finite, a split with a
/// leak, a model of another catalogue), Cancelled.
Result<EvaluationReport> evaluate(const Model& model, const Split& split, const EvaluationOptions& options,
                                  const JobControl& control);

/// Mean of the folds' means, as P0 reports it; user counts and times are sums, and `users` holds the mean of
/// each user over the folds that evaluated it. reports must not be empty.
EvaluationReport meanOverFolds(std::span<const EvaluationReport> reports);

/// Mean over trainings with different seeds on the same splits; user counts stay, times are means.
EvaluationReport meanOverSeeds(std::span<const EvaluationReport> reports);

/// Macro average over the rows that `chosen` accepts (warm users, say); each metric over those that have it,
/// NaN where nobody has.
RankingMetrics meanOfUsers(std::span<const UserMetrics> users,
                           const std::function<bool(const UserMetrics&)>& chosen);

/// Users of about equally many training positives, and how a model serves them.
struct ActivityGroup {
    int users = 0;
    int fewest = 0; ///< training positives of its least active user
    int most = 0;
    RankingMetrics means;
};

/// The users in `groups` parts of as equal size as can be, by training positives ascending (equal ones by
/// lower user). A group without users is left out.
std::vector<ActivityGroup> resultsByActivity(std::span<const UserMetrics> users, int groups = 4);

} // namespace recital
