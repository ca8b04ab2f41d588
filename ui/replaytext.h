#pragma once

#include "core/recsys/live/replay.h"

#include <QString>

namespace recital {

// What the replay of held-out clicks says, in words.

QString replayRowName(const ReplayRow& row); ///< "Moving average, mix 0.2", "No update", "Popular"

/// Against the exact re-solve: "better", "no detectable difference"; "reference" for the re-solve itself; an
/// en dash while nothing was tested.
QString replayVerdict(const ReplayTable& table, std::size_t row);

/// One sentence with the difference, its interval and p; empty while nothing was tested.
QString replaySentence(const ReplayTable& table, std::size_t row);

/// What is played to whom, before, during and after.
QString replayDescription(const ReplayOptions& options);

bool isReplayReference(const ReplayRow& row); ///< the exact re-solve

} // namespace recital
