#include "core/services/comparisonresult.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace recital {

namespace {

/// Position among the per-user metrics of the catalogue; nullopt for the others.
std::optional<std::size_t> perUserIndex(MetricId metric) noexcept {
    std::size_t index = 0;
    for (const MetricInfo& info : metricCatalogue()) {
        if (info.id == metric)
            return info.perUser ? std::optional(index) : std::nullopt;
        index += info.perUser ? 1 : 0;
    }
    return std::nullopt;
}

template<typename T>
const T* entryOf(const std::vector<std::vector<T>>& table, std::size_t row, MetricId metric) noexcept {
    const std::optional<std::size_t> index = perUserIndex(metric);
    if (!index || *index >= table.size() || row >= table[*index].size())
        return nullptr;
    return &table[*index][row];
}

std::vector<double> userValues(const ComparedModel& row, MetricId metric) {
    std::vector<double> values;
    values.reserve(row.mean.users.size());
    for (const UserMetrics& user : row.mean.users)
        if (const double value = metricValue(user, metric); !std::isnan(value))
            values.push_back(value);
    return values;
}

/// One test of each row's values against nothing: all of them share their resamples.
std::vector<std::vector<Interval>> meanIntervals(const std::vector<ComparedModel>& rows,
                                                 const StatisticsOptions& options,
                                                 const JobControl& control) {
    std::vector<std::vector<double>> values;
    for (const MetricInfo& metric : metricCatalogue())
        if (metric.perUser)
            for (const ComparedModel& row : rows)
                values.push_back(userValues(row, metric.id));
    std::vector<std::vector<double>> zeros;
    std::vector<SamplePair> pairs;
    for (const std::vector<double>& sample : values)
        zeros.emplace_back(sample.size(), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i)
        pairs.push_back({values[i], zeros[i]});
    const std::vector<PairedComparison> compared = comparePairs(pairs, options, control);
    std::vector<std::vector<Interval>> intervals;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        if (i % rows.size() == 0)
            intervals.emplace_back();
        intervals.back().push_back(values[i].empty() ? Interval{notMeasured, notMeasured}
                                                     : compared[i].interval);
    }
    return intervals;
}

} // namespace

const PairedComparison* verdictOf(const Comparison& comparison, std::size_t row, MetricId metric) noexcept {
    return hasReference(comparison) ? entryOf(comparison.verdicts, row, metric) : nullptr;
}

const Interval* intervalOf(const Comparison& comparison, std::size_t row, MetricId metric) noexcept {
    return entryOf(comparison.intervals, row, metric);
}

bool isBest(const Comparison& comparison, std::size_t row, MetricId metric) noexcept {
    const auto index = static_cast<std::size_t>(metric);
    return index < comparison.best.size() &&
           std::ranges::find(comparison.best[index], row) != comparison.best[index].end();
}

Status judge(Comparison& comparison, const JobControl& control) {
    const StatisticsOptions& options = comparison.options.statistics;
    std::vector<std::vector<PairedComparison>> verdicts;
    if (hasReference(comparison))
        for (std::vector<PairedComparison>& pairs :
             compareAllWithReference(comparison.rows, comparison.reference, options, control))
            if (metricCatalogue()[verdicts.size()].perUser)
                verdicts.push_back(std::move(pairs));
    std::vector<std::vector<std::size_t>> best = bestRowsOfAll(comparison.rows, options, control);
    std::vector<std::vector<Interval>> intervals = meanIntervals(comparison.rows, options, control);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "the comparison was cancelled"};
    comparison.verdicts = std::move(verdicts);
    comparison.intervals = std::move(intervals);
    comparison.best = std::move(best);
    return success();
}

} // namespace recital
