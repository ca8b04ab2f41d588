#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/model.h"

#include <memory>

namespace recital {

/// The floor that reveals errors in metrics: scores are a hash of seed, history and item, so the same user
/// gets the same list and different users get different ones.
std::shared_ptr<const Model> trainRandom(int itemCount, const RandomParameters& parameters);

} // namespace recital
