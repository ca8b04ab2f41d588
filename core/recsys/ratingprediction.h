#pragma once

#include "core/recsys/dataset.h"

namespace recital {

struct RatingError {
    double rmse = 0.0;
    double mae = 0.0;
    std::int64_t ratings = 0;   ///< test ratings predicted
    std::int64_t fallbacks = 0; ///< of users without a training rating: the global mean
};

/// Predicts each test rating by its user's mean training rating (MyMediaLite's UserAverage).
RatingError evaluateUserMean(const Dataset& dataset, const OfficialFold& fold);

} // namespace recital
