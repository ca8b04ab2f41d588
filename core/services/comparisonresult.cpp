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

Interval meanInterval(const ComparedModel& row, MetricId metric, const StatisticsOptions& options,
                      const JobControl& control) {
    const std::vector<double> values = userValues(row, metric);
    if (values.empty())
        return {std::nan(""), std::nan("")};
    return bootstrapInterval(values, options, control);
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
    const Error cancelled{ErrorCode::Cancelled, "the comparison was cancelled"};
    const StatisticsOptions& options = comparison.options.statistics;
    JobControl quiet = control;
    quiet.progress = nullptr;
    std::vector<std::vector<PairedComparison>> verdicts;
    std::vector<std::vector<Interval>> intervals;
    std::vector<std::vector<std::size_t>> best;
    for (const MetricInfo& metric : metricCatalogue()) {
        if (control.stopRequested())
            return cancelled;
        best.push_back(bestRows(comparison.rows, metric.id, options, quiet));
        control.report(static_cast<double>(best.size()) / static_cast<double>(metricCatalogue().size()));
        if (!metric.perUser)
            continue;
        if (hasReference(comparison))
            verdicts.push_back(
                compareWithReference(comparison.rows, comparison.reference, metric.id, options, quiet));
        std::vector<Interval>& row = intervals.emplace_back();
        for (const ComparedModel& model : comparison.rows)
            row.push_back(meanInterval(model, metric.id, options, quiet));
    }
    if (control.stopRequested())
        return cancelled;
    comparison.verdicts = std::move(verdicts);
    comparison.intervals = std::move(intervals);
    comparison.best = std::move(best);
    return success();
}

} // namespace recital
