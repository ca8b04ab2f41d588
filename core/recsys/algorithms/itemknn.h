#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// S_ij = x_i.x_j / (|x_i| |x_j| + shrink), S_ii = 0; for each target item j the k largest S_ij are kept,
/// equal ones by lower index (without shrink, of equal cosines the one of longer columns goes first); s(u,.)
/// = x_u S. Training costs O(sum over users of n_u^2 + items^2), shared by the threads, and the model is the
/// same for any number of them; scoring costs O(items + kept similarities of the history). An item without a
/// common user is no neighbour. Errors: InvalidParameters, Cancelled.
Result<std::shared_ptr<const Model>>
trainItemKnn(const RatingMatrix& matrix, const ItemKnnParameters& parameters, const JobControl& control);

} // namespace recital
