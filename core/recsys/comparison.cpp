#include "core/recsys/comparison.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/training.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

namespace recital {

namespace {

/// Progress of one of several equal steps.
JobControl stepOf(const JobControl& control, int step, int steps) {
    JobControl part = control;
    if (control.progress)
        part.progress = [report = control.progress, step, steps](double fraction) {
            report((step + fraction) / steps);
        };
    return part;
}

double meanOverFolds(const std::vector<EvaluationReport>& folds, MetricId metric) {
    double sum = 0.0;
    int count = 0;
    for (const EvaluationReport& report : folds) {
        const double value = metricValue(report, metric);
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / count : notMeasured;
}

/// The values of one metric of the users that both rows have.
struct AlignedValues {
    std::vector<double> first;
    std::vector<double> second;

    AlignedValues(const ComparedModel& a, const ComparedModel& b, MetricId metric) {
        auto other = b.mean.users.begin();
        for (const UserMetrics& user : a.mean.users) {
            while (other != b.mean.users.end() && other->user < user.user)
                ++other;
            if (other == b.mean.users.end())
                break;
            if (other->user != user.user)
                continue;
            first.push_back(metricValue(user, metric));
            second.push_back(metricValue(*other, metric));
        }
    }
};

/// One metric's rows against one of them.
struct Family {
    MetricId metric;
    std::size_t reference = 0;
    std::vector<PairedComparison> pairs; ///< one a row
};

/// Tests all families together, so that they share their resamples, and judges each.
void test(std::span<Family> families, const std::vector<ComparedModel>& rows,
          const StatisticsOptions& options, const JobControl& control) {
    std::vector<AlignedValues> values;
    std::vector<PairedComparison*> targets;
    for (Family& family : families) {
        assert(family.reference < rows.size());
        family.pairs.assign(rows.size(), {});
        for (std::size_t row = 0; row < rows.size() && metricInfo(family.metric).perUser; ++row) {
            if (row == family.reference)
                continue;
            values.emplace_back(rows[row], rows[family.reference], family.metric);
            targets.push_back(&family.pairs[row]);
        }
    }
    std::vector<SamplePair> samples;
    for (const AlignedValues& pair : values)
        samples.push_back({pair.first, pair.second});
    const std::vector<PairedComparison> results = comparePairs(samples, options, control);
    for (std::size_t i = 0; i < results.size(); ++i)
        *targets[i] = results[i];
    for (Family& family : families)
        judgeFamily(family.pairs, options.level,
                    metricInfo(family.metric).direction == MetricDirection::LowerIsBetter);
}

/// The row with the best mean; nothing where no row can be best.
std::optional<std::size_t> leader(const std::vector<ComparedModel>& rows, MetricId metric) {
    const MetricDirection direction = metricInfo(metric).direction;
    if (direction == MetricDirection::Neutral)
        return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double value = metricValue(rows[row].mean, metric);
        if (std::isnan(value))
            continue;
        const double present = best ? metricValue(rows[*best].mean, metric) : value;
        if (!best || (direction == MetricDirection::HigherIsBetter ? value > present : value < present))
            best = row;
    }
    return best;
}

/// The leader of a tested family, and whom the test cannot tell from it.
std::vector<std::size_t> bestOf(const Family& family) {
    std::vector<std::size_t> best;
    for (std::size_t row = 0; row < family.pairs.size(); ++row)
        if (row == family.reference || family.pairs[row].verdict == Verdict::NoDetectableDifference)
            best.push_back(row);
    return best;
}

Result<EvaluationReport> measureOnce(const Split& split, const TrainingSpec& specification,
                                     const ComparisonOptions& options, const JobControl& control,
                                     std::shared_ptr<const Model>& model) {
    auto trained = train(split, specification, stepOf(control, 0, 2));
    if (!trained)
        return trained.error();
    model = std::move(trained).value();
    EvaluationOptions evaluation;
    evaluation.k = options.k;
    evaluation.curveTo = options.curveTo;
    return evaluate(*model, split, evaluation, stepOf(control, 1, 2));
}

} // namespace

double ComparedModel::seedSpread(MetricId metric) const {
    if (bySeed.size() < 2)
        return notMeasured;
    std::vector<double> means;
    for (const auto& folds : bySeed)
        means.push_back(meanOverFolds(folds, metric));
    double average = 0.0;
    for (const double value : means)
        average += value / static_cast<double>(means.size());
    double squares = 0.0;
    for (const double value : means)
        squares += (value - average) * (value - average);
    return std::sqrt(squares / static_cast<double>(means.size() - 1));
}

Result<ComparedModel> measureAlgorithm(const std::vector<Split>& splits, const TrainingSpec& specification,
                                       const ComparisonOptions& options, const JobControl& control) {
    if (splits.empty())
        return Error{ErrorCode::InvalidParameters, "there is no split to measure on"};
    if (options.seeds < 1 || options.seeds > 100)
        return Error{ErrorCode::InvalidParameters, "the number of seeds must lie between 1 and 100"};
    ComparedModel result;
    result.specification = specification;
    result.name = algorithmOf(specification).name;
    result.parameters = describe(specification);
    const std::optional<std::uint64_t> firstSeed = seedOf(specification);
    const int seeds = firstSeed ? options.seeds : 1;
    const int steps = seeds * static_cast<int>(splits.size());
    std::vector<EvaluationReport> means;
    for (int seed = 0; seed < seeds; ++seed) {
        TrainingSpec seeded = specification;
        if (firstSeed)
            setSeed(seeded, *firstSeed + static_cast<std::uint64_t>(seed));
        std::vector<EvaluationReport>& reports = result.bySeed.emplace_back();
        result.models.assign(splits.size(), nullptr);
        for (std::size_t fold = 0; fold < splits.size(); ++fold) {
            const int step = seed * static_cast<int>(splits.size()) + static_cast<int>(fold);
            auto report =
                measureOnce(splits[fold], seeded, options, stepOf(control, step, steps), result.models[fold]);
            if (!report)
                return report.error();
            reports.push_back(std::move(report).value());
        }
        means.push_back(recital::meanOverFolds(reports));
    }
    result.mean = meanOverSeeds(means);
    result.mean.modelParameters = result.parameters;
    return result;
}

std::vector<PairedComparison> compareWithReference(const std::vector<ComparedModel>& rows,
                                                   std::size_t reference, MetricId metric,
                                                   const StatisticsOptions& options,
                                                   const JobControl& control) {
    Family family{.metric = metric, .reference = reference, .pairs = {}};
    test({&family, 1}, rows, options, control);
    return std::move(family.pairs);
}

std::vector<std::size_t> bestRows(const std::vector<ComparedModel>& rows, MetricId metric,
                                  const StatisticsOptions& options, const JobControl& control) {
    const auto best = leader(rows, metric);
    if (!best)
        return {};
    Family family{.metric = metric, .reference = *best, .pairs = {}};
    test({&family, 1}, rows, options, control);
    return bestOf(family);
}

std::vector<std::vector<PairedComparison>> compareAllWithReference(const std::vector<ComparedModel>& rows,
                                                                   std::size_t reference,
                                                                   const StatisticsOptions& options,
                                                                   const JobControl& control) {
    std::vector<Family> families;
    for (const MetricInfo& metric : metricCatalogue())
        families.push_back({.metric = metric.id, .reference = reference, .pairs = {}});
    test(families, rows, options, control);
    std::vector<std::vector<PairedComparison>> results;
    for (Family& family : families)
        results.push_back(std::move(family.pairs));
    return results;
}

std::vector<std::vector<std::size_t>> bestRowsOfAll(const std::vector<ComparedModel>& rows,
                                                    const StatisticsOptions& options,
                                                    const JobControl& control) {
    std::vector<Family> families;
    for (const MetricInfo& metric : metricCatalogue())
        if (const auto best = leader(rows, metric.id))
            families.push_back({.metric = metric.id, .reference = *best, .pairs = {}});
    test(families, rows, options, control);
    std::vector<std::vector<std::size_t>> results(metricCatalogue().size());
    for (const Family& family : families)
        results[static_cast<std::size_t>(family.metric)] = bestOf(family);
    return results;
}

} // namespace recital
