#pragma once

#include "core/recsys/live/demonumbers.h"
#include "core/recsys/live/replay.h"
#include "core/services/simulatorservice.h"
#include "ui/charts/figure.h"

#include <QString>

namespace recital {

// The charts of the stage's evidence. All are empty, with a sentence why, while there is nothing to draw.

/// NDCG of every rule on the left, with intervals once complete; then differences to the exact re-solve on
/// the right. `dataName` goes into the caption.
Figure replayFigure(const ReplayTable* table, const QString& dataName);

/// How much of the list is new after some likes: the model, the random ranker, the popular list.
Figure listChangeFigure(const DemoNumbers* numbers, const QString& dataName);

/// Running hit rates of simulated users: with updates, without, popular.
Figure simulatorFigure(const SimulatorRun* run, const QString& dataName);

} // namespace recital
