#pragma once

#include "core/recsys/reproduction.h"

#include <cmath>

namespace recital::reproduction {

// One function a target. Each fills in values, seeds and explanation; reproduce() adds the rest. The dataset
// has passed checkReproducible(). Errors: InvalidData, Cancelled.

Result<ReproductionResult> sarByUser(const Dataset& dataset, const JobControl& control);     ///< T1
Result<ReproductionResult> sarByItem(const Dataset& dataset, const JobControl& control);     ///< T2
Result<ReproductionResult> userMean(const Dataset& dataset, const JobControl& control);      ///< T3
Result<ReproductionResult> mostPopular(const Dataset& dataset, const JobControl& control);   ///< T4
Result<ReproductionResult> userAverage(const Dataset& dataset, const JobControl& control);   ///< T5
Result<ReproductionResult> biasModel(const Dataset& dataset, const JobControl& control);     ///< T6
Result<ReproductionResult> biasedMf(const Dataset& dataset, const JobControl& control);      ///< T7
Result<ReproductionResult> goldenRanking(const Dataset& dataset, const JobControl& control); ///< P0

/// A figure that has to agree to the last digit that was published.
inline ReproducedValue exactly(std::string metric, double published, int digits, double ours) {
    ReproducedValue value;
    value.metric = std::move(metric);
    value.published = published;
    value.publishedDigits = digits;
    value.ours = ours;
    value.tolerance = 0.5000001 * std::pow(10.0, -digits); // half a unit, and the rounding of decimals
    return value;
}

inline ReproducedValue within(std::string metric, double published, int digits, double ours,
                              double tolerance) {
    ReproducedValue value = exactly(std::move(metric), published, digits, ours);
    value.tolerance = tolerance;
    return value;
}

/// "0.244722"
inline std::string decimals(double value, int digits) {
    const auto scale = static_cast<long long>(std::llround(std::pow(10.0, digits)));
    const long long units = std::llround(std::abs(value) * static_cast<double>(scale));
    std::string fraction = std::to_string(units % scale);
    fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
    return (value < 0.0 && units != 0 ? "-" : "") + std::to_string(units / scale) + '.' + fraction;
}

/// The official folds u1 to u5, 80,000 and 20,000 ratings each.
Result<std::span<const OfficialFold>> officialFolds(const Dataset& dataset);

inline Error cancelled() {
    return Error{ErrorCode::Cancelled, "the reproduction was cancelled"};
}

} // namespace recital::reproduction
