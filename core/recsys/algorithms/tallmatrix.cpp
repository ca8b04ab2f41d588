#include "core/recsys/algorithms/tallmatrix.h"

#include "core/recsys/parallel.h"

#include <Eigen/QR>

#include <algorithm>
#include <cassert>

namespace recital {

namespace {

using Eigen::Index;

constexpr std::int64_t kRows = 64;
constexpr Index kColumns = 32;

TallMatrix orthonormalPanel(const TallMatrix& panel) {
    const Eigen::HouseholderQR<Eigen::MatrixXd> factored(panel);
    return factored.householderQ() * Eigen::MatrixXd::Identity(panel.rows(), panel.cols());
}

} // namespace

TallMatrix product(const SparseRows& left, const TallMatrix& right, const JobControl& control) {
    TallMatrix result = TallMatrix::Zero(left.rowCount(), right.cols());
    forEachBlock(left.rowCount(), kRows, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (auto row = static_cast<int>(begin); row < end && !control.stopRequested(); ++row) {
            const auto columns = left.row(row);
            const auto values = left.rowValues(row);
            for (std::size_t k = 0; k < columns.size(); ++k)
                result.row(row) +=
                    (values.empty() ? 1.0 : static_cast<double>(values[k])) * right.row(columns[k]);
        }
    });
    return result;
}

TallMatrix product(const TallMatrix& left, const Eigen::MatrixXd& right, const JobControl& control) {
    TallMatrix result(left.rows(), right.cols());
    forEachBlock(left.rows(), kRows, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (!control.stopRequested())
            result.middleRows(begin, end - begin).noalias() = left.middleRows(begin, end - begin) * right;
    });
    return result;
}

Eigen::MatrixXd transposedProduct(const TallMatrix& left, const TallMatrix& right,
                                  const JobControl& control) {
    Eigen::MatrixXd result(left.cols(), right.cols());
    forEachBlock(right.cols(), kColumns, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (!control.stopRequested())
            result.middleCols(begin, end - begin).noalias() =
                left.transpose() * right.middleCols(begin, end - begin);
    });
    return result;
}

TallMatrix orthonormalized(TallMatrix matrix, const JobControl& control) {
    assert(matrix.cols() <= matrix.rows());
    for (Index first = 0; first < matrix.cols() && !control.stopRequested(); first += kColumns) {
        const Index width = std::min(kColumns, matrix.cols() - first);
        TallMatrix panel = matrix.middleCols(first, width);
        const TallMatrix before = matrix.leftCols(first);
        for (int pass = 0; pass < 2; ++pass) {
            if (first > 0)
                panel -= product(before, transposedProduct(before, panel, control), control);
            panel = orthonormalPanel(panel);
        }
        matrix.middleCols(first, width) = panel;
    }
    return matrix;
}

} // namespace recital
