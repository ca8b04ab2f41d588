#pragma once

#include "app/arguments.h"
#include "core/services/comparisontext.h"

#include <vector>

namespace recital {

enum class OutputFormat { Table, Json, Csv, Latex, Markdown };

/// --format, and --json as a synonym of --format json.
void addFormatOptions(Arguments& arguments);
OutputFormat outputFormat(Arguments& arguments);

/// "ndcg" for MetricId::Ndcg; the keys of the catalogue, separated by commas, for sentences.
QString knownMetrics();
MetricId metricOption(Arguments& arguments, const QString& name); ///< one key

/// --metrics LIST: keys, or all. Empty when it was not given.
void addMetricOptions(Arguments& arguments);
std::vector<MetricId> metricOptions(Arguments& arguments);

/// The whole output of recital evaluate in this format.
void printComparison(const Comparison& comparison, const ComparisonTextOptions& options, OutputFormat format,
                     Console& console);

} // namespace recital
