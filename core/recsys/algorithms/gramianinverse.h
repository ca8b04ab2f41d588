#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/result.h"

#include <Eigen/Core>

namespace recital {

enum class InverseWay {
    Automatic, ///< what costs less
    Items,     ///< Cholesky of the items x items matrix itself: items^3 operations
    /// (1 - X^T (X X^T + lambda)^-1 X) / lambda: users^3 operations and 2 entries * (users + items), far less
    /// where users are few. Not for a lambda so small that the difference would lose its digits: then the way
    /// of the items is gone whatever was asked for.
    Users
};

/// The way that Automatic stands for.
InverseWay cheaperWay(const RatingMatrix& matrix, double lambda);
double inverseOperations(const RatingMatrix& matrix, InverseWay way); ///< floating-point; not Automatic

/// (X^T X + lambda I)^-1, items x items, for lambda > 0. Same bytes for any number of threads; no second
/// matrix of this size exists at any time. Errors: InvalidData (not positive definite: values too large),
/// Cancelled.
Result<Eigen::MatrixXd> regularizedGramianInverse(const RatingMatrix& matrix, double lambda,
                                                  const JobControl& control,
                                                  InverseWay way = InverseWay::Automatic);

} // namespace recital
