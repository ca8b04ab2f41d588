#include "core/services/ratingrows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace recital {

namespace {

struct KeyOf {
    std::string_view operator()(const GlobalMeanParameters&) const { return "global-mean"; }
    std::string_view operator()(const UserMeanParameters&) const { return "user-mean"; }
    std::string_view operator()(const ItemMeanParameters&) const { return "item-mean"; }
    std::string_view operator()(const BiasModelParameters&) const { return "bias"; }
    std::string_view operator()(const BiasedMfParameters&) const { return "biased-mf"; }
    std::string_view operator()(const ExplicitAlsParameters&) const { return "explicit-als"; }
};

RatingSpec withSeed(RatingSpec specification, std::uint64_t seed) {
    std::visit(
        [seed](auto& parameters) {
            if constexpr (requires { parameters.seed; })
                parameters.seed = seed;
        },
        specification);
    return specification;
}

Result<RatingReport> measureOnce(const Dataset& dataset, const Split& split, const RatingSpec& specification,
                                 const JobControl& control) {
    const auto predictor = trainRatings(dataset, split.trainRows, specification, control);
    if (!predictor)
        return predictor.error();
    Result<RatingReport> report = evaluateRatings(**predictor, dataset, split.testRows);
    if (report)
        report->trainSeconds = (*predictor)->info().trainSeconds;
    return report;
}

RatingReport meanOverSeeds(const std::vector<RatingReport>& seeds) {
    RatingReport mean = seeds.front();
    mean.users.clear();
    mean.rmse = mean.mae = mean.trainSeconds = 0.0;
    const auto count = static_cast<double>(seeds.size());
    for (const RatingReport& seed : seeds) {
        mean.rmse += seed.rmse / count;
        mean.mae += seed.mae / count;
        mean.trainSeconds += seed.trainSeconds / count;
    }
    return mean;
}

} // namespace

double ComparedRatings::rmseSpread() const {
    if (bySeed.size() < 2)
        return std::nan("");
    std::vector<double> values;
    for (const std::vector<RatingReport>& folds : bySeed)
        values.push_back(meanOverFolds(folds).rmse);
    const auto count = static_cast<double>(values.size());
    double average = 0.0;
    for (const double value : values)
        average += value / count;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - average) * (value - average);
    return std::sqrt(squares / (count - 1.0));
}

Result<ComparedRatings> measureRatings(const Dataset& dataset, const std::vector<Split>& splits,
                                       const RatingSpec& specification, int seeds,
                                       const JobControl& control) {
    ComparedRatings row;
    row.specification = specification;
    row.name = ratingPredictorName(specification);
    row.parameters = describe(specification);
    const std::optional<std::uint64_t> first = seedOf(specification);
    const int trainings = first ? seeds : 1;
    const double steps = trainings * static_cast<double>(splits.size());
    std::vector<RatingReport> means;
    double done = 0.0;
    for (int seed = 0; seed < trainings; ++seed) {
        const RatingSpec seeded =
            withSeed(specification, first.value_or(0) + static_cast<std::uint64_t>(seed));
        std::vector<RatingReport>& folds = row.bySeed.emplace_back();
        for (const Split& split : splits) {
            JobControl step = control;
            step.progress = [&control, done, steps](double fraction) {
                control.report((done + fraction) / steps);
            };
            Result<RatingReport> report = measureOnce(dataset, split, seeded, step);
            if (!report)
                return report.error();
            folds.push_back(std::move(report).value());
            control.report(++done / steps);
        }
        means.push_back(meanOverFolds(folds));
        for (RatingReport& fold : folds)
            fold.users = {}; // nothing shows them, and a comparison is copied often
    }
    row.mean = meanOverSeeds(means);
    return row;
}

std::string_view ratingPredictorKey(const RatingSpec& specification) noexcept {
    return std::visit(KeyOf{}, specification);
}

std::span<const RatingSpec> ratingPredictors() noexcept {
    static const std::array<RatingSpec, 6> predictors{GlobalMeanParameters{}, UserMeanParameters{},
                                                      ItemMeanParameters{},   BiasModelParameters{},
                                                      BiasedMfParameters{},   ExplicitAlsParameters{}};
    return predictors;
}

const RatingSpec* findRatingPredictor(std::string_view key) noexcept {
    const auto all = ratingPredictors();
    const auto found = std::ranges::find(all, key, ratingPredictorKey);
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::uint64_t> seedOf(const RatingSpec& specification) {
    return std::visit(
        [](const auto& parameters) -> std::optional<std::uint64_t> {
            if constexpr (requires { parameters.seed; })
                return parameters.seed;
            else
                return std::nullopt;
        },
        specification);
}

} // namespace recital
