#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/split.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

struct EvaluationOptions {
    int k = 10;       ///< length of the lists, 1 to 1000
    int maxUsers = 0; ///< 0: all; else a seeded sample of this many evaluated users (live validation curves)
    std::uint64_t seed = 42; ///< of that sample
    bool auc = true;         ///< AUC needs a full ranking; off for live curves
};

/// Ranking metrics of one user or their mean; definitions of evaluation.md 4.1.
struct RankingMetrics {
    double precision = 0.0; ///< hits / k
    double recall = 0.0;    ///< hits / n
    double map = 0.0;       ///< sum of h_r * precision@r, divided by min(n, k)
    double ndcg = 0.0;      ///< binary gains, ideal truncated at min(n, k)
    double mrr = 0.0;
    double hitRate = 0.0;
    double auc = 0.0; ///< over unseen candidates, ties count one half
};

struct UserMetrics {
    UserIndex user = 0;
    RankingMetrics metrics;
};

struct EvaluationReport {
    std::string modelName;
    std::string modelParameters;
    std::string splitName;
    std::uint64_t splitSeed = 0;
    int k = 10;
    int evaluatedUsers = 0; ///< in means and users below
    int skippedUsers = 0;   ///< without a relevant test item
    RankingMetrics means;   ///< macro average over users
    double coverage = 0.0;  ///< distinct items shown / catalogue size
    double gini = 0.0;      ///< of exposure, 0 equal, 1 concentrated; items never shown included
    double novelty = 0.0;   ///< MIUF in bits: mean over shown items of -log2(n_i / U), n_i at least 1
    double trainSeconds = 0.0;
    double evaluateSeconds = 0.0;
    std::vector<UserMetrics> users;
};

/// Ranks all unseen items for every user with a relevant test item. The lists are those of recommend().
/// Errors: InvalidParameters, InvalidData (no user to evaluate, a score that is not finite), Cancelled.
Result<EvaluationReport> evaluate(const Model& model, const Split& split, const EvaluationOptions& options,
                                  const JobControl& control);

/// Mean of the folds' means, as P0 reports it; users are summed. reports must not be empty.
EvaluationReport meanOverFolds(std::span<const EvaluationReport> reports);

} // namespace recital
