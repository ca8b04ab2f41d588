#pragma once

#include "core/recsys/metricid.h"
#include "core/recsys/statistics.h"

#include <QString>

namespace recital {

struct Comparison;

// What the page says of a comparison beside the labels of core/services/comparisontext.h.

QString metricFormula(MetricId metric, int k);     ///< exact, one line
QString metricExplanation(MetricId metric, int k); ///< for people who do not read formulas
QString formatMetric(MetricId metric, double value, int moreDecimals = 0); ///< an en dash for NaN
QString formatDifference(MetricId metric, double value); ///< with its sign: "+0.0053", "−0.0019"
QString intervalText(MetricId metric, const Interval& interval, bool withSign); ///< "0.3827 to 0.4002"

QString pValueText(double p);         ///< "0.032", "< 0.001"
QString verdictWord(Verdict verdict); ///< the short form for charts

/// The line above the table: data, protocol, users, seeds, threshold, and that no pair stands on both sides.
QString statementText(const Comparison& comparison);

/// What a number comes from, one line each: run, split, users, seeds, parameters, tuning, times.
QString originText(const Comparison& comparison, std::size_t row);

/// "ml-100k, official folds u1 to u5, 942 users, 3 seeds from 42": the foot of a picture.
QString captionText(const Comparison& comparison);

} // namespace recital
