#pragma once

#include "core/services/modelstore.h"
#include "core/store/workspace.h"

#include <QDateTime>
#include <QString>

namespace recital {

/// The record of a finished training for the workspace. modelFile: below its folder; empty: not saved.
RunRecord makeRunRecord(const TrainedModel& trained, const Dataset& dataset, const QDateTime& startedAt,
                        const QString& modelFile);

/// The rows of the dataset's users in what a model learned from: what its file keeps. Newcomers have no place
/// there and need none: they are their events.
RatingMatrix learnedRows(const RatingMatrix& train, const LearnedEvents* events);

} // namespace recital
