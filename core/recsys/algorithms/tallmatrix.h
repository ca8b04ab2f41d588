#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Core>

namespace recital {

// Products of matrices with many rows and few columns, shared by the threads in blocks whose bounds do not
// depend on their number. A stop is seen between blocks; the result of a stopped call is not whole, and who
// asks looks at the token.

/// One row an item or user, one column a vector.
using TallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

TallMatrix product(const SparseRows& left, const TallMatrix& right, const JobControl& control);
TallMatrix product(const TallMatrix& left, const Eigen::MatrixXd& right, const JobControl& control);
/// left^T right
Eigen::MatrixXd transposedProduct(const TallMatrix& left, const TallMatrix& right, const JobControl& control);

/// Orthonormal columns that span those of the matrix, also where these depend on each other: block
/// Gram-Schmidt, every panel twice (Stewart: Block Gram-Schmidt Orthogonalization, SIAM Journal on Scientific
/// Computing 2008), panels by Householder. At most as many columns as rows.
TallMatrix orthonormalized(TallMatrix matrix, const JobControl& control);

} // namespace recital
