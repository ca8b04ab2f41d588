#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// How the singular vectors are found.
enum class SvdMethod {
    Automatic, ///< exact where the smaller side has up to 256 rows, else subspace iteration
    Exact,     ///< eigenvectors of the smaller Gram matrix: O(n^3)
    Subspace   ///< randomised subspace iteration, run until the vectors stand still
};

/// X ~ U_d S_d V_d^T; s(u,.) = x_u V_d V_d^T, so that a user who is new is scored like any other.
/// Cremonesi, Koren, Turrin, RecSys 2010, equation 5. All in double. Subspace iteration starts from seeded
/// normal vectors (Halko, Martinsson, Tropp: Finding Structure with Randomness, SIAM Review 2011, algorithm
/// 4.4, with more vectors than asked for) and ends when no wanted vector has a residual above 1e-9 of the
/// largest eigenvalue, or after 200 products with X^T X; the bytes do not depend on the number of threads.
/// The rank counts vectors of singular values above 0: a matrix of lower rank gives fewer. Errors:
/// InvalidParameters (a rank not below the smaller side of the matrix), Cancelled.
Result<std::shared_ptr<const Model>> trainPureSvd(const RatingMatrix& matrix,
                                                  const PureSvdParameters& parameters,
                                                  const JobControl& control,
                                                  SvdMethod method = SvdMethod::Automatic);

} // namespace recital
