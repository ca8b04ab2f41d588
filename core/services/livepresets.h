#pragma once

#include "core/recsys/dataset.h"
#include "core/services/livestate.h"

#include <vector>

namespace recital {

struct Split;

/// One user of each kind that the data has, found in what is known of them: training positives, or all
/// positives (at or above the threshold) without a split. A pure function; equal ones by lower index. Empty
/// where nobody has a positive; OneGenre and Typical need genres, and users of enough positives.
std::vector<UserPreset> findPresets(const Dataset& dataset, const Split* split, float positiveThreshold);

} // namespace recital
