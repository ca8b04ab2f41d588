#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/result.h"

#include <Eigen/Core>

#include <cstdint>
#include <functional>

namespace recital {

/// Width of the panels in which large matrices are factored and inverted: fixed, so that results do not
/// depend on the number of threads. A stop is seen between two panels of a block.
inline constexpr Eigen::Index kPanelWidth = 128;

/// Replaces the lower triangle of a symmetric positive definite matrix by its Cholesky factor L, A = L L^T.
/// The strict upper triangle is neither read nor written. n^3 / 3 operations, on all threads.
/// Errors: InvalidData (not positive definite), Cancelled.
Status factorCholesky(Eigen::MatrixXd& matrix, const JobControl& control);

/// Visits the inverse of L L^T panel by panel, on all threads at once and in any order: visit(first, columns)
/// gets columns first, first + 1, ... of the inverse from row `first` on, (n - first) x width; what is above
/// follows from symmetry. 2/3 n^3 operations. Errors: Cancelled.
Status visitInverse(const Eigen::MatrixXd& factor, const JobControl& control,
                    const std::function<void(Eigen::Index first, const Eigen::MatrixXd& columns)>& visit);

} // namespace recital
