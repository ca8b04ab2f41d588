#include "core/recsys/algorithms/biasedmf.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"
#include "core/recsys/ratingprediction.h"
#include "core/recsys/reproduction/numpyrandom.h"
#include "core/recsys/reproduction/publishedsplits.h"
#include "core/recsys/reproduction/targets.h"

#include <array>
#include <optional>

namespace recital::reproduction {

namespace {

constexpr int folds = 5;
constexpr std::uint32_t foldSeed = 0; // random_state of Surprise's published table

Result<RatingReport> trainAndEvaluate(const Dataset& dataset, std::span<const std::uint32_t> train,
                                      std::span<const std::uint32_t> test, const RatingSpec& specification,
                                      const JobControl& control) {
    const auto predictor = trainRatings(dataset, train, specification, control);
    if (!predictor)
        return predictor.error();
    return evaluateRatings(**predictor, dataset, test);
}

ReproductionResult compare(double rmse, int rmseDigits, double mae, int maeDigits, const RatingReport& ours) {
    ReproductionResult result;
    result.values = {exactly("RMSE", rmse, rmseDigits, ours.rmse), exactly("MAE", mae, maeDigits, ours.mae)};
    return result;
}

std::string fallbackText(const RatingReport& report) {
    return std::to_string(report.fallbacks) + " of " + std::to_string(report.ratings) +
           " test ratings are of a user or item without training ratings";
}

/// Surprise's SVD on one fold, its start values drawn by NumPy from the seed, in every fold anew.
Result<RatingReport> surpriseSvd(const Dataset& dataset, const RowSplit& split, std::uint32_t seed,
                                 const JobControl& control) {
    NumpyRandom random(seed);
    auto terms = trainBiasedMf(
        dataset, split.train, BiasedMfParameters{}, [&random] { return random.normal(); }, control);
    if (!terms)
        return terms.error();
    const RatingPredictor predictor({"SVD", BiasedMfParameters{}.describe(), 0.0}, std::move(terms).value(),
                                    dataset, split.train);
    return evaluateRatings(predictor, dataset, split.test);
}

constexpr std::array<std::uint32_t, 4> startSeeds{0, 1, 2, 3}; // the published one first

/// Every fold from every start seed, seed by seed.
Result<std::vector<RatingReport>> surpriseSvdRuns(const Dataset& dataset, std::span<const RowSplit> splits,
                                                  const JobControl& control) {
    const auto runs = static_cast<std::int64_t>(startSeeds.size() * splits.size());
    std::vector<std::optional<Result<RatingReport>>> outcomes(static_cast<std::size_t>(runs));
    const JobControl quiet{control.stop, {}, 1};
    JobProgress progress(control, runs);
    forEachBlock(runs, 1, control.threads, [&](std::int64_t run, std::int64_t) {
        const auto index = static_cast<std::size_t>(run);
        outcomes[index] =
            surpriseSvd(dataset, splits[index % splits.size()], startSeeds[index / splits.size()], quiet);
        progress.add(1);
    });
    std::vector<RatingReport> reports;
    for (auto& outcome : outcomes) {
        if (!outcome->ok())
            return outcome->error();
        reports.push_back(std::move(**outcome));
    }
    return reports;
}

} // namespace

Result<ReproductionResult> userMean(const Dataset& dataset, const JobControl& control) {
    const RowSplit split = shuffleSplit(dataset, 42);
    const auto report = trainAndEvaluate(dataset, split.train, split.test, UserMeanParameters{}, control);
    if (!report)
        return report.error();
    ReproductionResult result = compare(1.044885, 6, .836925, 6, *report);
    result.explanation = "Shuffled: " + describe(split) + ". " + fallbackText(*report) + '.';
    return result;
}

Result<ReproductionResult> userAverage(const Dataset& dataset, const JobControl& control) {
    const auto official = officialFolds(dataset);
    if (!official)
        return official.error();
    const OfficialFold& fold = official->front();
    const auto report =
        trainAndEvaluate(dataset, fold.trainRows, fold.testRows, UserMeanParameters{}, control);
    if (!report)
        return report.error();
    ReproductionResult result = compare(1.063, 3, .85019, 5, *report);
    result.explanation = "Learned from u1.base, tested on u1.test. " + fallbackText(*report) + '.';
    return result;
}

Result<ReproductionResult> biasModel(const Dataset& dataset, const JobControl& control) {
    std::vector<RatingReport> reports;
    for (const RowSplit& split : shuffledFolds(dataset, folds, foldSeed)) {
        auto report = trainAndEvaluate(dataset, split.train, split.test, BiasModelParameters{},
                                       {control.stop, {}, control.threads});
        if (!report)
            return report.error();
        reports.push_back(std::move(*report));
        control.report(static_cast<double>(reports.size()) / folds);
    }
    const RatingReport mean = meanOverFolds(reports);
    ReproductionResult result = compare(.944, 3, .748, 3, mean);
    result.explanation = "Means of five folds of a shuffled sequence (seed 0): RMSE " +
                         decimals(mean.rmse, 5) + ", MAE " + decimals(mean.mae, 5) + ". " +
                         fallbackText(mean) + '.';
    return result;
}

Result<ReproductionResult> biasedMf(const Dataset& dataset, const JobControl& control) {
    const std::vector<RowSplit> splits = shuffledFolds(dataset, folds, foldSeed);
    const auto reports = surpriseSvdRuns(dataset, splits, control);
    if (!reports)
        return reports.error();
    std::vector<SeedErrors> seeds;
    std::string spread;
    for (std::size_t i = 0; i < startSeeds.size(); ++i) {
        const RatingReport mean =
            meanOverFolds(std::span(*reports).subspan(i * splits.size(), splits.size()));
        seeds.push_back({startSeeds[i], mean.rmse, mean.mae});
        spread += (i == 0 ? "" : ", ") + std::to_string(startSeeds[i]) + ": " + decimals(mean.rmse, 5) +
                  " / " + decimals(mean.mae, 5);
    }
    ReproductionResult result;
    result.values = {exactly("RMSE", .934, 3, seeds.front().rmse),
                     exactly("MAE", .737, 3, seeds.front().mae)};
    result.explanation = "Means of the five folds, RMSE / MAE by start seed: " + spread + '.';
    result.seeds = std::move(seeds);
    return result;
}

} // namespace recital::reproduction
