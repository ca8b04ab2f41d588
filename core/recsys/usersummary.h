#pragma once

#include "core/recsys/dataset.h"

#include <vector>

namespace recital {

/// What one user of the data likes, for choosing one.
struct UserSummary {
    UserIndex user = 0;
    int positives = 0;  ///< ratings at or above the threshold
    int genre = -1;     ///< bit of the genre that most of them have, the lower bit of equals; -1: none
    double share = 0.0; ///< of the positives that have it
};

/// One entry a user, in their order. O(ratings).
std::vector<UserSummary> summarizeUsers(const Dataset& dataset, float positiveThreshold = 4.0F);

} // namespace recital
