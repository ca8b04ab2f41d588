#pragma once

#include "core/recsys/algorithms/ratingparameters.h"
#include "core/recsys/algorithms/ratingterms.h"
#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

std::string_view ratingPredictorName(const RatingSpec& specification) noexcept; ///< "User mean"
Status validate(const RatingSpec& specification);
std::string describe(const RatingSpec& specification); ///< one line; empty where there are no parameters

struct RatingPredictorInfo {
    std::string name; ///< as ratingPredictorName()
    std::string parameters;
    double trainSeconds = 0.0; ///< measured
};

struct RatingPrediction {
    double stars = 0.0;    ///< clipped to the scale of the dataset
    bool fallback = false; ///< the user or item that the predictor needs had no training rating
};

/// Predicts ratings in stars for the users and items of the dataset it was trained on. Immutable; every
/// member is safe to call from several threads at once.
class RatingPredictor {
public:
    /// For trainRatings() and for reproductions, which bring terms of their own start values.
    RatingPredictor(RatingPredictorInfo info, RatingTerms terms, const Dataset& dataset,
                    std::span<const std::uint32_t> trainRows);

    const RatingPredictorInfo& info() const noexcept { return m_info; }
    /// Of a user or item without a training rating the mean and what is known of the other side.
    RatingPrediction predict(UserIndex user, ItemIndex item) const;
    /// The same before clipping: for ranking, where everything above five stars would tie.
    double estimate(UserIndex user, ItemIndex item) const;

private:
    bool known(UserIndex user, ItemIndex item) const;

    RatingPredictorInfo m_info;
    RatingTerms m_terms;
    std::vector<bool> m_userSeen;
    std::vector<bool> m_itemSeen;
    double m_lowest = 0.0; ///< of the scale
    double m_highest = 0.0;
};

/// Learns from these rows of the dataset's columns, in this order where the order matters. Returns a
/// finished, immutable object. Errors: InvalidParameters, InvalidData (no rows), Cancelled.
Result<std::shared_ptr<const RatingPredictor>> trainRatings(const Dataset& dataset,
                                                            std::span<const std::uint32_t> trainRows,
                                                            const RatingSpec& specification,
                                                            const JobControl& control);

struct UserRatingError {
    UserIndex user = 0;
    int ratings = 0;            ///< test ratings of the user
    double squaredError = 0.0;  ///< mean over them
    double absoluteError = 0.0; ///< likewise
};

struct RatingReport {
    std::string predictorName;
    std::string predictorParameters;
    double rmse = 0.0; ///< over ratings, not over users
    double mae = 0.0;
    std::int64_t ratings = 0;   ///< predicted
    std::int64_t fallbacks = 0; ///< of them with an unknown user or item
    double trainSeconds = 0.0;
    std::vector<UserRatingError> users; ///< with a test rating, ascending
};

/// Errors: InvalidData (no test rows).
Result<RatingReport> evaluateRatings(const RatingPredictor& predictor, const Dataset& dataset,
                                     std::span<const std::uint32_t> testRows);

/// RMSE and MAE as the mean of the folds' figures, counts and times as sums; `users` holds each user's mean
/// over the folds that have one. reports must not be empty.
RatingReport meanOverFolds(std::span<const RatingReport> reports);

} // namespace recital
