#pragma once

#include "core/recsys/live/updaterule.h"

#include <vector>

namespace recital {

/// What every event of the past weighs in the vector of now, signed, in the order of Past::events. Re-solves:
/// its strength, with recency times decay^age, where age counts the later entries of a strength. Moving
/// average: the share of the vector that is this event's item, m |s| times (1 - m |s'|) of all later ones.
std::vector<double> eventWeights(const UpdateRule& rule, const Past& past);

} // namespace recital
