#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// S_uv = x_u.x_v / (|x_u| |x_v| + shrink), S_uu = 0; the k users with the largest S_uv vote, equal ones by
/// lower index (without shrink, of equal cosines the one of the longer row goes first: they are frequent, and
/// the cut decides the third digit of P0); s(u,.) = sum S_uv x_v. Nothing is computed in training: the model
/// keeps the matrix, and scoring costs O(users + sum of n_i over the history's items + positives of the k
/// neighbours).
///
/// A user is a history here, so S_uu = 0 becomes: one training row that equals the history is left out. Which
/// of several equal rows does not matter, because a row that equals the history votes for nothing unseen; but
/// it must be just one, because the others are neighbours like any and take their place among the k.
/// Errors: InvalidParameters.
Result<std::shared_ptr<const Model>> trainUserKnn(const RatingMatrix& matrix,
                                                  const UserKnnParameters& parameters);

} // namespace recital
