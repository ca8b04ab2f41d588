#include "core/recsys/algorithms/equivalence.h"

#include <cmath>

namespace recital {

double rowRegularization(const AlsParameters& parameters, int positives, int otherSide) {
    if (parameters.form != AlsForm::FrequencyScaled)
        return parameters.regularization;
    const double weight = positives + parameters.unobservedWeight * otherSide;
    return parameters.regularization * std::pow(weight, parameters.regularizationExponent);
}

std::optional<AlsEquivalents> equivalents(const AlsParameters& parameters, double rowLambda) {
    if (!parameters.validate())
        return std::nullopt;
    AlsEquivalents result;
    switch (parameters.form) {
    case AlsForm::HuKorenVolinsky:
        result.confidence = 1.0 + parameters.alpha;
        result.regularization = rowLambda;
        break;
    case AlsForm::Implicit:
        result.confidence = parameters.alpha;
        result.regularization = rowLambda;
        break;
    case AlsForm::FrequencyScaled:
        result.confidence = 1.0 + 1.0 / parameters.unobservedWeight;
        result.regularization = rowLambda * result.confidence;
        break;
    }
    result.hkvAlpha = result.confidence - 1.0;
    result.implicitAlpha = result.confidence;
    if (result.hkvAlpha > 0.0) {
        result.unobservedWeight = 1.0 / result.hkvAlpha;
        result.target = result.confidence / result.hkvAlpha;
        result.regularizationAtTarget = result.regularization / result.hkvAlpha;
        result.regularizationAtOne = result.regularization / result.confidence;
    }
    return result;
}

} // namespace recital
