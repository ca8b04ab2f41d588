#pragma once

#include "core/recsys/model.h"

#include <Eigen/Core>

namespace recital {

/// The plane of largest variance of the item factors. Linear, so the position of any user vector is exact.
struct PcaProjection {
    Eigen::VectorXf mean;                                           ///< factors entries
    Eigen::Matrix<float, Eigen::Dynamic, 2> axes;                   ///< factors x 2, orthonormal columns
    Eigen::Matrix<float, Eigen::Dynamic, 2, Eigen::RowMajor> items; ///< itemCount x 2, projected
    double explainedVariance[2] = {0.0, 0.0}; ///< shares of the total variance, in [0, 1]

    Eigen::Vector2f project(const Eigen::VectorXf& vector) const;
};

/// Eigenvectors of the covariance of the rows with a nonzero norm (items nobody rated have no position of
/// their own). The sign of each axis is fixed: its entry of largest magnitude is positive. A matrix with
/// fewer than two columns or rows gives zero axes rather than an error.
PcaProjection fitPca(const FactorMatrix& items);

} // namespace recital
