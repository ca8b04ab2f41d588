#pragma once

#include "core/recsys/algorithms/parameters.h"

#include <optional>

namespace recital {

/// One objective on binary data, written so that all three forms of evaluation.md 6.1 can be read off it:
///   sum over observed c (1 - s)^2 + sum over the rest s^2 + lambda (|X|^2 + |Y|^2),  s = x.y
/// Dividing by c - 1 gives the frequency-scaled form with alpha0 = 1 / (c - 1), nu = 0, lambda / (c - 1) and
/// the target c / (c - 1) instead of 1. Scaling x and y by the square root of that target brings the target
/// back to 1: then lambda is lambda / c, the ranking is the same and every score is c / (c - 1) times as
/// large.
struct AlsEquivalents {
    double confidence = 1.0;     ///< c, the weight of an observed cell where a missing one has 1
    double regularization = 0.0; ///< lambda of HuKorenVolinsky and of Implicit

    double hkvAlpha = 0.0;      ///< c - 1
    double implicitAlpha = 1.0; ///< c

    // Frequency-scaled with nu = 0; nothing when c is 1, because then nothing is weighted.
    std::optional<double> unobservedWeight;       ///< alpha0 = 1 / (c - 1)
    std::optional<double> target;                 ///< c / (c - 1)
    std::optional<double> regularizationAtTarget; ///< lambda / (c - 1), for that target
    std::optional<double> regularizationAtOne;    ///< lambda / c, for the target 1 that this program uses
};

/// lambda of one user with so many positives, or of one item (then with the number of users as otherSide):
/// regularization (n + alpha0 otherSide)^nu in the frequency-scaled form, plain regularization in the others.
double rowRegularization(const AlsParameters& parameters, int positives, int otherSide);

/// The same objective in all three forms. Exact for binary data, except that the frequency-scaled form with
/// nu > 0 has a lambda of its own for every row: then `rowLambda` (see rowRegularization) is converted in its
/// place. Nothing for parameters that do not validate.
std::optional<AlsEquivalents> equivalents(const AlsParameters& parameters, double rowLambda);

} // namespace recital
