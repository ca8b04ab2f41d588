#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/result.h"

#include <Eigen/Core>

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace recital {

/// u <- (1 - m |s|) u + m s y for each event of strength s (m |s| at most 1), from the exact vector of what
/// was known before. With strength 1 and mix 0.2 it is u = 0.8 u + 0.2 y. It has no objective behind it; a
/// dislike moves towards -y, bounded because the sum is convex.
struct MovingAverageRule {
    double mix = 0.2; ///< m in [0, 1]; 0: events change nothing
    friend bool operator==(const MovingAverageRule&, const MovingAverageRule&) = default;
};

/// The exact half-step of training over everything, old and new alike: the order does not matter.
/// Hu, Koren, Volinsky: Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008, equation 4.
struct ResolveRule {
    friend bool operator==(const ResolveRule&, const ResolveRule&) = default;
};

/// The same equation, each confidence multiplied by decay^age; the newest has age 0, and what was known
/// before ages as well. A confidence never falls below that of an unobserved item (evaluation.md 6.9).
struct RecencyRule {
    double decay = 0.9; ///< in (0, 1]; 1 is ResolveRule
    friend bool operator==(const RecencyRule&, const RecencyRule&) = default;
};

/// A closed set; the first is the default.
using UpdateRule = std::variant<RecencyRule, ResolveRule, MovingAverageRule>;

Status validate(const UpdateRule& rule);      ///< InvalidParameters
std::string describe(const UpdateRule& rule); ///< "recency-weighted re-solve, decay 0.9"

/// What is known of a user, oldest first. Values are strengths (EventStrengths), of either sign; 0 says
/// nothing: it changes no vector and ages nothing. Several entries of one item add up.
struct Past {
    std::span<const Interaction> known;  ///< from the dataset: positives of the training part
    std::span<const Interaction> events; ///< since then; an item may stand here more than once
};

/// The user's vector (factors entries); zero for an empty past. A pure function: the same past gives the same
/// bytes. O(n d^2 + d^3).
Eigen::VectorXf userVector(const AlsModel& model, const UpdateRule& rule, const Past& past);

/// The share of every entry of the past in the score of an item, `known` first, then `events`; they sum to
/// the dot product of userVector() and the item's factors. A dislike adds 0 under both re-solves: it holds
/// the others down, which shows when it is taken out.
std::vector<double> contributions(const AlsModel& model, const UpdateRule& rule, const Past& past,
                                  ItemIndex item);

/// A^-1 y_item of the user's normal equations, in double: the dot product with y_i is the share that a like
/// of `item` with target 1 has in the score of i. `decay` as in RecencyRule, 1 for ResolveRule.
Eigen::VectorXd influence(const AlsModel& model, double decay, const Past& past, ItemIndex item);

} // namespace recital
