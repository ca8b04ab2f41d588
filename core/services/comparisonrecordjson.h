#pragma once

#include "core/services/comparisonresult.h"
#include "core/store/comparisonrecord.h"

namespace recital {

// A comparison and its record in the workspace.

/// Everything but the rows and the dataset's location.
ComparisonRecord comparisonToRecord(const Comparison& comparison);

/// The values of all users are compressed here: not for the UI thread.
ComparisonRowRecord rowToRecord(const ComparedModel& row, const QDateTime& measuredAt);

/// Without splits, models and dataset; without per-user values where the record has none. Errors: BadFormat
/// for records that no version has written, or that a newer one has.
Result<Comparison> comparisonFromRecord(const ComparisonRecord& record);

/// Verdicts, best rows and intervals; they belong to the rows in their order.
QString verdictsToJson(const Comparison& comparison);

} // namespace recital
