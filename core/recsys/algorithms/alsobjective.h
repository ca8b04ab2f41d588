#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Core>

#include <cmath>
#include <cstdint>

namespace recital {

/// What the three forms of evaluation.md 6.1 have in common. Up to a constant every one of them is
///
///     sum over observed (w s^2 - 2 t s + k) + gramianWeight <X^T X, Y^T Y> + sum lambda_r |row r|^2
///
/// with s = x.y, so that one row solves (gramianWeight G + sum w y y^T + lambda_r I) x = sum t y.
///
/// An interaction of value r has the confidence c and the target p = 1, or p = 0 where r <= 0 (a dislike
/// counts |r|, evaluation.md 6.8). FrequencyScaled weighs an observed cell with |r|.
struct AlsObjective {
    AlsParameters parameters;

    double gramianWeight() const {
        return parameters.form == AlsForm::FrequencyScaled ? parameters.unobservedWeight : 1.0;
    }

    /// Confidence of the observed cell that exceeds gramianWeight: w. Negative only for Implicit with
    /// alpha |r| < 1.
    double addedWeight(float value) const {
        const double strength = std::abs(static_cast<double>(value));
        switch (parameters.form) {
        case AlsForm::HuKorenVolinsky:
            return parameters.alpha * strength;
        case AlsForm::Implicit:
            return parameters.alpha * strength - 1.0;
        case AlsForm::FrequencyScaled:
            break;
        }
        return strength;
    }

    /// Confidence times target: t, and k in the sum above.
    double target(float value) const {
        if (!(value > 0.0F))
            return 0.0;
        switch (parameters.form) {
        case AlsForm::HuKorenVolinsky:
            return 1.0 + parameters.alpha * static_cast<double>(value);
        case AlsForm::Implicit:
            return parameters.alpha * static_cast<double>(value);
        case AlsForm::FrequencyScaled:
            break;
        }
        return static_cast<double>(value);
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
