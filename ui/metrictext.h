#pragma once

#include "ui/format.h"

#include <QString>

#include <array>

namespace recital {

/// What the results table measures; the definitions are those of core/recsys/evaluation.h.
enum class Metric { Ndcg, Recall, Map, HitRate, Auc, Coverage };
inline constexpr std::array allMetrics{Metric::Ndcg,    Metric::Recall, Metric::Map,
                                       Metric::HitRate, Metric::Auc,    Metric::Coverage};

QString metricName(Metric metric, int k);        ///< "NDCG@10"
QString metricFormula(Metric metric, int k);     ///< exact, one line
QString metricExplanation(Metric metric, int k); ///< for people who do not read formulas

/// "0.4662", or an en dash for NaN: not measured is a legal value, a placeholder is not.
QString formatMetric(double value, int decimals = 4);
QString formatSeconds(double seconds);  ///< "0.08 s", "2.1 s", "3 min 05 s"; an en dash for NaN
QString formatTimeLeft(double seconds); ///< "about 4 s left", "less than a second left"; empty when unknown
QString formatValue(double value); ///< three significant digits without an exponent: "0.111", "5.56", "50"
QString notMeasuredText();         ///< the en dash

/// "official fold u1", "newest 20 % of every user held out": what a split's name means.
QString splitText(const QString& splitName);

} // namespace recital
