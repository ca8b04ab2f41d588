#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/live/learnedevents.h"
#include "core/recsys/split.h"
#include "core/services/modelstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace recital {

/// JSON texts of the workspace's records: objects whose keys are the names of the structs' members. Enums are
/// their numbers, seeds are decimal text (a JSON number keeps 53 bits), NaN is null. Reading returns nullopt
/// for text that is no such record; members that an older version did not know keep their defaults.
QString parametersToJson(const AlsParameters& parameters);
std::optional<AlsParameters> parametersFromJson(const QString& json);

/// Any algorithm: its key, the fields of the catalogue and its seed. Reading refuses unknown algorithms and
/// values outside their limits.
QString specificationToJson(const TrainingSpec& specification);
std::optional<TrainingSpec> specificationFromJson(const QString& json);

/// Options and the name of the split (for official folds the name is the fold), and the events of the stage
/// that the model learned from besides.
struct SplitRecord {
    SplitOptions options;
    std::string name;
    std::optional<LearnedEvents> events;
};
QString splitToJson(const Split& split, const LearnedEvents* events = nullptr);
std::optional<SplitRecord> splitFromJson(const QString& json);

QString reportsToJson(const std::vector<EvaluationReport>& reports); ///< without EvaluationReport::users
std::optional<std::vector<EvaluationReport>> reportsFromJson(const QString& json);

QString curveToJson(const std::vector<TrainingPoint>& curve);
std::optional<std::vector<TrainingPoint>> curveFromJson(const QString& json);

QString columnsToJson(const ColumnMapping& columns);
std::optional<ColumnMapping> columnsFromJson(const QString& json);

} // namespace recital
