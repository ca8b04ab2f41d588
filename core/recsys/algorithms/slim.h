#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// For each item j: min 1/2 |x_j - X w|^2 + l1 |w|_1 + 1/2 l2 |w|^2, w >= 0, w_j = 0; s(u,.) = x_u W. Ning,
/// Karypis, ICDM 2011, equation 3 with their constraints. Coordinate descent, G = X^T X,
///   w_i <- max(0, G_ij - sum over k != i of G_ik w_k - l1) / (G_ii + l2),
/// until no weight moves by more than 1e-6 or after `sweeps` rounds, most of which visit only the items that
/// have a weight. The columns are shared by the threads and do not depend on each other. scikit-learn divides
/// the squared error by 2 U: its alpha is (l1 + l2) / U here. Errors: InvalidParameters, Cancelled.
Result<std::shared_ptr<const Model>> trainSlim(const RatingMatrix& matrix, const SlimParameters& parameters,
                                               const JobControl& control);

} // namespace recital
