#pragma once

#include "core/recsys/evaluation.h"

#include <QJsonObject>

namespace recital {

/// Means, counts, times, curve and exposure of a report, without its users; every metric of the catalogue
/// that was measured, under its key.
QJsonObject reportToJson(const EvaluationReport& report);

/// The counterpart; metrics that an older version did not know are "not measured".
EvaluationReport reportFromJson(const QJsonObject& object);

} // namespace recital
