#pragma once

#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// s(u,i) = n_i, the number of positives of the item. Ignores the history.
std::shared_ptr<const Model> trainPopularity(const RatingMatrix& matrix);

} // namespace recital
