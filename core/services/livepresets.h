#pragma once

#include "core/recsys/dataset.h"
#include "core/services/livestate.h"

#include <stop_token>
#include <vector>

namespace recital {

struct Split;

/// One user of each kind that the data has, found in what is known of them: training positives, or all
/// positives (at or above the threshold) without a split. A pure function; equal ones by lower index. Empty
/// where nobody has a positive, and when stopped; OneGenre and Typical need genres, and users of enough
/// positives. Looks at every rating: no work for the UI thread.
std::vector<UserPreset> findPresets(const Dataset& dataset, const Split* split, float positiveThreshold,
                                    const std::stop_token& stop = {});

} // namespace recital
