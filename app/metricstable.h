#pragma once

#include "core/recsys/evaluation.h"

#include <QJsonArray>
#include <QString>

#include <span>

namespace recital {

/// One row a report: algorithm, split, all metrics, users, seconds. The reports share k.
QString metricsTable(std::span<const EvaluationReport> reports);

/// The same figures; keys as in EvaluationReport and RankingMetrics.
QJsonArray metricsJson(std::span<const EvaluationReport> reports);

} // namespace recital
