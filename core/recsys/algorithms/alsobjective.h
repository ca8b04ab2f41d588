#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace recital {

/// What the three forms of evaluation.md 6.1 have in common. Up to a constant every one of them is
///
///     sum over observed (w s^2 - 2 t s + k) + gramianWeight <X^T X, Y^T Y> + sum lambda_r |row r|^2
///
/// with s = x.y, so that one row solves (gramianWeight G + sum w y y^T + lambda_r I) x = sum t y.
///
/// An interaction of value r has the confidence c and the target p = 1, or p = 0 where r < 0 (a dislike
/// counts |r|, evaluation.md 6.8). FrequencyScaled weighs an observed cell with |r|. A confidence never falls
/// below that of an unobserved cell, which only Implicit with alpha |r| < 1 would do.
struct AlsObjective {
    AlsParameters parameters;

    double gramianWeight() const {
        return parameters.form == AlsForm::FrequencyScaled ? parameters.unobservedWeight : 1.0;
    }

    // Before they are limited from below, w is linear in |r| and t in r > 0.
    double weightSlope() const {
        return parameters.form == AlsForm::FrequencyScaled ? 1.0 : parameters.alpha;
    }
    double weightOffset() const { return parameters.form == AlsForm::Implicit ? -1.0 : 0.0; }
    double targetSlope() const { return weightSlope(); }
    double targetOffset() const { return parameters.form == AlsForm::HuKorenVolinsky ? 1.0 : 0.0; }
    /// Of a cell with p = 1: the confidence that an unobserved cell has.
    double smallestTarget() const { return parameters.form == AlsForm::FrequencyScaled ? 0.0 : 1.0; }

    /// Confidence of the observed cell that exceeds gramianWeight: w >= 0.
    double addedWeight(float value) const { return addedWeight(value, 1.0); }
    /// Confidence times target: t, and k in the sum above.
    double target(float value) const { return target(value, 1.0); }

    /// The same with the confidence multiplied by `factor` in (0, 1], as recency-weighted fold-in does
    /// (evaluation.md 6.9).
    double addedWeight(float value, double factor) const {
        const double strength = std::abs(static_cast<double>(value));
        if (parameters.form == AlsForm::HuKorenVolinsky && factor != 1.0)
            return std::max(0.0, factor * (1.0 + parameters.alpha * strength) - 1.0);
        return std::max(0.0, factor * weightSlope() * strength + weightOffset());
    }
    double target(float value, double factor) const {
        if (!(value > 0.0F))
            return 0.0;
        const double confidence = factor * (targetSlope() * static_cast<double>(value) + targetOffset());
        return std::max(smallestTarget(), confidence);
    }

    /// lambda of a row with this many interactions when the other side has `otherCount` rows.
    double rowRegularization(std::int64_t interactions, std::int64_t otherCount) const {
        if (parameters.form != AlsForm::FrequencyScaled)
            return parameters.regularization;
        const double frequency =
            static_cast<double>(interactions) + parameters.unobservedWeight * static_cast<double>(otherCount);
        return parameters.regularization * std::pow(frequency, parameters.regularizationExponent);
    }
};

/// Rows^T rows in double, summed in fixed chunks: the same bytes for any number of threads.
Eigen::MatrixXd gramian(const FactorMatrix& rows, int threads);

/// The full training objective of evaluation.md 6.5 for these factors, through the Gramians, in double.
/// The sum over observed cells runs over `byUser` in fixed chunks: the same bytes for any number of threads.
double alsLoss(const RatingMatrix& matrix, const AlsObjective& objective, const LatentFactors& factors,
               int threads);

} // namespace recital
