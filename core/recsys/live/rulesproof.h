#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/statistics.h"

namespace recital {

/// What one of the two does for the users of a split.
struct RulesSide {
    EvaluationReport report; ///< all evaluated users with their lists
    int distinctLists = 0;   ///< different lists of the evaluated users, before anything they saw is left out
    int changedLists = 0;    ///< lists that one more like changed, apart from the film itself
    int outsideHits = 0;     ///< hidden likes outside the user's genres that stand in the list
    int outsideShown = 0;    ///< films in all lists that have none of the user's genres
    int shown = 0;           ///< films in all lists
};

/// Hand-written rules against a learned model on the same users: who is better, and what each can and cannot
/// do, as counts.
struct RulesProof {
    int k = 10;
    int users = 0;        ///< evaluated: with a hidden like
    int outsideLikes = 0; ///< their hidden likes without any of the genres that rule 1 finds in their history
    int hiddenLikes = 0;  ///< all of their hidden likes
    RulesSide rules;
    RulesSide model;
    PairedComparison ndcg; ///< model - rules, one pair: adjusted p is p
};

/// `rules` is GenreRules of these parameters on split.train, `model` any other of the same split. The like
/// that is added for changedLists is each user's first hidden one. The figures do not depend on the number of
/// threads. Errors: those of evaluate().
Result<RulesProof> proveRules(const Model& rules, const GenreRulesParameters& parameters, const Model& model,
                              const Split& split, int k, const StatisticsOptions& statistics,
                              const JobControl& control);

} // namespace recital
