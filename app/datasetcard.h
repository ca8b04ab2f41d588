#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"

#include <QJsonObject>
#include <QString>

namespace recital {

/// The dataset card of the Data page as text and as JSON (keys as in DatasetStatistics).
QString datasetCardText(const Dataset& dataset, const DatasetStatistics& statistics);
QJsonObject datasetCardJson(const Dataset& dataset, const DatasetStatistics& statistics);

} // namespace recital
