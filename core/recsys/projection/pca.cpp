#include "core/recsys/projection/pca.h"

#include <Eigen/Eigenvalues>

namespace recital {
namespace {

/// The eigenvector's entry of largest magnitude (the first of equals) becomes positive.
Eigen::VectorXd withFixedSign(Eigen::VectorXd axis) {
    Eigen::Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    return axis[largest] < 0.0 ? Eigen::VectorXd(-axis) : axis;
}

} // namespace

Eigen::Vector2f PcaProjection::project(const Eigen::VectorXf& vector) const {
    return axes.transpose() * (vector - mean);
}

PcaProjection fitPca(const FactorMatrix& items) {
    const Eigen::Index factors = items.cols();
    PcaProjection result;
    result.mean = Eigen::VectorXf::Zero(factors);
    result.axes = Eigen::Matrix<float, Eigen::Dynamic, 2>::Zero(factors, 2);
    result.items = Eigen::Matrix<float, Eigen::Dynamic, 2, Eigen::RowMajor>::Zero(items.rows(), 2);

    Eigen::VectorXd sum = Eigen::VectorXd::Zero(factors);
    Eigen::Index used = 0;
    for (Eigen::Index r = 0; r < items.rows(); ++r) {
        if (items.row(r).isZero(0.0F))
            continue;
        sum += items.row(r).transpose().cast<double>();
        ++used;
    }
    if (factors < 2 || used < 2)
        return result;
    const Eigen::VectorXd mean = sum / static_cast<double>(used);

    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(factors, factors);
    for (Eigen::Index r = 0; r < items.rows(); ++r) {
        if (items.row(r).isZero(0.0F))
            continue;
        const Eigen::VectorXd centred = items.row(r).transpose().cast<double>() - mean;
        covariance.selfadjointView<Eigen::Lower>().rankUpdate(centred);
    }
    covariance /= static_cast<double>(used);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance); // ascending eigenvalues
    const double total = covariance.trace();
    result.mean = mean.cast<float>();
    for (int axis = 0; axis < 2; ++axis) {
        const Eigen::Index column = factors - 1 - axis;
        result.axes.col(axis) = withFixedSign(solver.eigenvectors().col(column)).cast<float>();
        if (total > 0.0)
            result.explainedVariance[axis] = std::max(0.0, solver.eigenvalues()[column]) / total;
    }
    result.items.noalias() = (items.rowwise() - result.mean.transpose()) * result.axes;
    return result;
}

} // namespace recital
