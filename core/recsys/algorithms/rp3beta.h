#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// P = D_u^-1 X and Q = D_i^-1 X^T, element-wise to the power alpha; W = Q P; W_ij /= n_j^beta; W_ii = 0; the
/// k largest of each row i are kept, equal ones by lower j, and sum to 1 if so wished; s(u,.) = x_u W.
/// Paudel et al., TiiS 2017, equations 3 and 6. Training costs O(sum over users of n_u^2 + items^2), shared
/// by the threads. Errors: InvalidParameters, InvalidData (a value that is not above 0: there is no
/// probability), Cancelled.
Result<std::shared_ptr<const Model>>
trainRp3Beta(const RatingMatrix& matrix, const Rp3BetaParameters& parameters, const JobControl& control);

} // namespace recital
