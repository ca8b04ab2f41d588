#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// Trains the model that the specification names; returns a finished, immutable object.
/// Errors: InvalidParameters, InvalidData, Cancelled.
Result<std::shared_ptr<const Model>> train(const RatingMatrix& matrix, const TrainingSpec& specification,
                                           const JobControl& control);

} // namespace recital
