#include "core/recsys/ratingprediction.h"

#include "core/recsys/algorithms/biasedmf.h"
#include "core/recsys/algorithms/biases.h"
#include "core/recsys/algorithms/explicitals.h"
#include "core/recsys/algorithms/gaussian.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <map>

namespace recital {

namespace {

/// One call operator a predictor: std::visit does not compile while one is missing.
struct Trainer {
    const Dataset& dataset;
    std::span<const std::uint32_t> rows;
    const JobControl& control;

    Result<RatingTerms> operator()(const GlobalMeanParameters&) const {
        RatingTerms terms;
        terms.mean = meanRating(dataset, rows);
        return terms;
    }
    Result<RatingTerms> operator()(const UserMeanParameters&) const { return userMeans(dataset, rows); }
    Result<RatingTerms> operator()(const ItemMeanParameters&) const { return itemMeans(dataset, rows); }
    Result<RatingTerms> operator()(const BiasModelParameters& parameters) const {
        return trainBiasModel(dataset, rows, parameters);
    }
    Result<RatingTerms> operator()(const BiasedMfParameters& parameters) const {
        Gaussian gaussian(parameters.seed);
        return trainBiasedMf(
            dataset, rows, parameters, [&gaussian] { return gaussian.next(); }, control);
    }
    Result<RatingTerms> operator()(const ExplicitAlsParameters& parameters) const {
        return trainExplicitAls(dataset, rows, parameters, control);
    }
};

struct Name {
    std::string_view operator()(const GlobalMeanParameters&) const noexcept { return "Global mean"; }
    std::string_view operator()(const UserMeanParameters&) const noexcept { return "User mean"; }
    std::string_view operator()(const ItemMeanParameters&) const noexcept { return "Item mean"; }
    std::string_view operator()(const BiasModelParameters&) const noexcept { return "Bias model"; }
    std::string_view operator()(const BiasedMfParameters&) const noexcept { return "Biased MF"; }
    std::string_view operator()(const ExplicitAlsParameters&) const noexcept { return "Explicit ALS"; }
};

} // namespace

std::string_view ratingPredictorName(const RatingSpec& specification) noexcept {
    return std::visit(Name{}, specification);
}

Status validate(const RatingSpec& specification) {
    return std::visit([](const auto& parameters) { return parameters.validate(); }, specification);
}

std::string describe(const RatingSpec& specification) {
    return std::visit([](const auto& parameters) { return parameters.describe(); }, specification);
}

RatingPredictor::RatingPredictor(RatingPredictorInfo info, RatingTerms terms, const Dataset& dataset,
                                 std::span<const std::uint32_t> trainRows)
    : m_info(std::move(info))
    , m_terms(std::move(terms))
    , m_userSeen(static_cast<std::size_t>(dataset.userCount()))
    , m_itemSeen(static_cast<std::size_t>(dataset.itemCount()))
    , m_lowest(dataset.info().minRating)
    , m_highest(dataset.info().maxRating) {
    for (const std::uint32_t row : trainRows) {
        m_userSeen[static_cast<std::size_t>(dataset.users()[row])] = true;
        m_itemSeen[static_cast<std::size_t>(dataset.items()[row])] = true;
    }
}

bool RatingPredictor::known(UserIndex user, ItemIndex item) const {
    const bool factors = m_terms.users.cols() > 0;
    const bool needsUser = factors || !m_terms.userTerm.empty();
    const bool needsItem = factors || !m_terms.itemTerm.empty();
    return (!needsUser || m_userSeen[static_cast<std::size_t>(user)]) &&
           (!needsItem || m_itemSeen[static_cast<std::size_t>(item)]);
}

double RatingPredictor::estimate(UserIndex user, ItemIndex item) const {
    double product = 0.0;
    if (m_terms.users.cols() > 0 && known(user, item)) {
        product = m_terms.users.row(user).dot(m_terms.items.row(item));
        if (m_terms.factorsAlone)
            return product;
    }
    double sum = m_terms.mean;
    if (!m_terms.userTerm.empty())
        sum += m_terms.userTerm[static_cast<std::size_t>(user)];
    if (!m_terms.itemTerm.empty())
        sum += m_terms.itemTerm[static_cast<std::size_t>(item)];
    return sum + product;
}

RatingPrediction RatingPredictor::predict(UserIndex user, ItemIndex item) const {
    return {std::clamp(estimate(user, item), m_lowest, m_highest), !known(user, item)};
}

Result<std::shared_ptr<const RatingPredictor>> trainRatings(const Dataset& dataset,
                                                            std::span<const std::uint32_t> trainRows,
                                                            const RatingSpec& specification,
                                                            const JobControl& control) {
    if (const Status valid = validate(specification); !valid)
        return valid.error();
    if (trainRows.empty())
        return Error{ErrorCode::InvalidData, "there are no ratings to learn from"};
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    const auto start = std::chrono::steady_clock::now();
    auto terms = std::visit(Trainer{dataset, trainRows, control}, specification);
    if (!terms)
        return terms.error();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    control.report(1.0);
    RatingPredictorInfo info{std::string(ratingPredictorName(specification)), describe(specification),
                             seconds};
    return std::make_shared<const RatingPredictor>(std::move(info), std::move(terms).value(), dataset,
                                                   trainRows);
}

Result<RatingReport> evaluateRatings(const RatingPredictor& predictor, const Dataset& dataset,
                                     std::span<const std::uint32_t> testRows) {
    if (testRows.empty())
        return Error{ErrorCode::InvalidData, "there are no ratings to predict"};
    RatingReport report{.predictorName = predictor.info().name,
                        .predictorParameters = predictor.info().parameters,
                        .ratings = static_cast<std::int64_t>(testRows.size()),
                        .trainSeconds = predictor.info().trainSeconds,
                        .users = {}};
    std::map<UserIndex, UserRatingError> users;
    for (const std::uint32_t row : testRows) {
        const UserIndex user = dataset.users()[row];
        const RatingPrediction prediction = predictor.predict(user, dataset.items()[row]);
        const double error = dataset.values()[row] - prediction.stars;
        report.fallbacks += prediction.fallback ? 1 : 0;
        report.rmse += error * error;
        report.mae += std::abs(error);
        UserRatingError& own = users[user];
        ++own.ratings;
        own.squaredError += error * error;
        own.absoluteError += std::abs(error);
    }
    report.rmse = std::sqrt(report.rmse / static_cast<double>(report.ratings));
    report.mae /= static_cast<double>(report.ratings);
    for (auto& [user, own] : users)
        report.users.push_back(
            {user, own.ratings, own.squaredError / own.ratings, own.absoluteError / own.ratings});
    return report;
}

RatingReport meanOverFolds(std::span<const RatingReport> reports) {
    assert(!reports.empty());
    RatingReport mean{.predictorName = reports.front().predictorName,
                      .predictorParameters = reports.front().predictorParameters,
                      .users = {}};
    std::map<UserIndex, std::vector<UserRatingError>> byUser;
    for (const RatingReport& report : reports) {
        mean.rmse += report.rmse / static_cast<double>(reports.size());
        mean.mae += report.mae / static_cast<double>(reports.size());
        mean.ratings += report.ratings;
        mean.fallbacks += report.fallbacks;
        mean.trainSeconds += report.trainSeconds;
        for (const UserRatingError& user : report.users)
            byUser[user.user].push_back(user);
    }
    for (const auto& [user, folds] : byUser) {
        UserRatingError own{.user = user};
        for (const UserRatingError& fold : folds) {
            own.ratings += fold.ratings;
            own.squaredError += fold.squaredError / static_cast<double>(folds.size());
            own.absoluteError += fold.absoluteError / static_cast<double>(folds.size());
        }
        mean.users.push_back(own);
    }
    return mean;
}

} // namespace recital
