#include "core/recsys/algorithms/gramianinverse.h"

#include "core/recsys/algorithms/cholesky.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/algorithms/tallmatrix.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

using Eigen::Index;

constexpr std::int64_t kBlock = 32;
const Error kCancelled{ErrorCode::Cancelled, "training was cancelled"};

/// Progress of a part of the work, as a part of the whole.
JobControl part(const JobControl& control, double from, double share) {
    JobControl result = control;
    if (control.progress)
        result.progress = [&control, from, share](double fraction) {
            control.report(from + share * fraction);
        };
    return result;
}

/// rows rows^T + lambda I; `columns` is the same matrix by column.
Eigen::MatrixXd gramian(const SparseRows& rows, const SparseRows& columns, double lambda,
                        const JobControl& control) {
    const int size = rows.rowCount();
    const auto rowValues = entryValues(rows);
    const auto columnValues = entryValues(columns);
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(size, size);
    forEachBlock(size, kBlock, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (auto row = static_cast<int>(begin); row < end && !control.stopRequested(); ++row) {
            addProducts(columns, columnValues, rows.row(row), rowPart(rows, rowValues, row),
                        {result.col(row).data(), static_cast<std::size_t>(size)});
            result(row, row) += lambda;
        }
    });
    return result;
}

/// Replaces a positive definite matrix by its inverse. The inverse is gathered in the upper triangle, which
/// the Cholesky factor leaves free; only the blocks on the diagonal need a place of their own.
Status invert(Eigen::MatrixXd& matrix, const JobControl& control) {
    constexpr double kFactorShare = 1.0 / 3.0; // of the operations
    const Index size = matrix.rows();
    if (const Status factored = factorCholesky(matrix, part(control, 0.0, kFactorShare)); !factored)
        return factored;
    Eigen::MatrixXd diagonal(std::min(kPanelWidth, size), size);
    const Status visited =
        visitInverse(matrix, part(control, kFactorShare, 1.0 - kFactorShare),
                     [&](Index first, const Eigen::MatrixXd& columns) {
                         const Index width = columns.cols();
                         diagonal.block(0, first, width, width) = columns.topRows(width);
                         matrix.block(first, first + width, width, columns.rows() - width) =
                             columns.bottomRows(columns.rows() - width).transpose();
                     });
    if (!visited)
        return visited;
    forEachBlock(size, kPanelWidth, control.threads, [&](std::int64_t begin, std::int64_t end) {
        const Index width = end - begin;
        matrix.block(begin, begin, width, width) = diagonal.block(0, begin, width, width);
        // Below the diagonal comes what is above it: rows of this block, read from columns of it.
        matrix.block(begin, 0, width, begin) = matrix.block(0, begin, begin, width).transpose();
    });
    return success();
}

/// (1 - X^T K X) / lambda, K the inverse of X X^T + lambda I; some columns at a time.
Result<Eigen::MatrixXd> throughUsers(const RatingMatrix& matrix, double lambda, const JobControl& control) {
    Eigen::MatrixXd inner = gramian(matrix.byUser(), matrix.byItem(), lambda, control);
    if (control.stopRequested())
        return kCancelled;
    constexpr double kInnerShare = 0.5;
    if (const Status inverted = invert(inner, part(control, 0.0, kInnerShare)); !inverted)
        return inverted.error();
    const SparseRows& items = matrix.byItem();
    const auto values = entryValues(items);
    const auto value = [&](int item, std::size_t k) {
        return values.empty() ? 1.0 : rowPart(items, values, item)[k];
    };
    Eigen::MatrixXd result(items.rowCount(), items.rowCount());
    const JobControl rest = part(control, kInnerShare, 1.0 - kInnerShare);
    JobProgress progress(rest, items.rowCount());
    forEachBlock(items.rowCount(), kBlock, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        TallMatrix image = TallMatrix::Zero(inner.rows(), end - begin); // K X of these columns
        for (auto item = static_cast<int>(begin); item < end; ++item)
            for (std::size_t k = 0; k < items.row(item).size(); ++k)
                image.col(item - begin) += value(item, k) * inner.col(items.row(item)[k]);
        Eigen::RowVectorXd sums(end - begin);
        for (int item = 0; item < items.rowCount(); ++item) {
            sums.setZero();
            for (std::size_t k = 0; k < items.row(item).size(); ++k)
                sums += value(item, k) * image.row(items.row(item)[k]);
            result.row(item).segment(begin, end - begin) = -sums / lambda;
        }
        for (Index item = begin; item < end; ++item)
            result(item, item) += 1.0 / lambda;
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return kCancelled;
    return result;
}

/// At most: the largest column sum of |X| times the largest row sum bounds the largest eigenvalue of X^T X.
double spectrumBound(const RatingMatrix& matrix) {
    const auto largestSum = [](const SparseRows& rows) {
        double largest = 0.0;
        for (int row = 0; row < rows.rowCount(); ++row) {
            double sum = rows.binary() ? static_cast<double>(rows.row(row).size()) : 0.0;
            for (const float value : rows.rowValues(row))
                sum += std::abs(static_cast<double>(value));
            largest = std::max(largest, sum);
        }
        return largest;
    };
    return largestSum(matrix.byUser()) * largestSum(matrix.byItem());
}

/// The difference from 1 keeps ten digits.
bool usersWayIsExact(const RatingMatrix& matrix, double lambda) {
    return lambda >= 2e-6 * spectrumBound(matrix);
}

} // namespace

double inverseOperations(const RatingMatrix& matrix, InverseWay way) {
    const auto users = static_cast<double>(matrix.userCount());
    const auto items = static_cast<double>(matrix.itemCount());
    if (way == InverseWay::Items)
        return items * items * items;
    return users * users * users + 2.0 * static_cast<double>(matrix.entryCount()) * (users + items);
}

InverseWay cheaperWay(const RatingMatrix& matrix, double lambda) {
    return usersWayIsExact(matrix, lambda) &&
                   inverseOperations(matrix, InverseWay::Users) < inverseOperations(matrix, InverseWay::Items)
               ? InverseWay::Users
               : InverseWay::Items;
}

Result<Eigen::MatrixXd> regularizedGramianInverse(const RatingMatrix& matrix, double lambda,
                                                  const JobControl& control, InverseWay way) {
    if (way == InverseWay::Automatic)
        way = cheaperWay(matrix, lambda);
    if (way == InverseWay::Users && usersWayIsExact(matrix, lambda))
        return throughUsers(matrix, lambda, control);
    Eigen::MatrixXd result = gramian(matrix.byItem(), matrix.byUser(), lambda, control);
    if (control.stopRequested())
        return kCancelled;
    if (const Status inverted = invert(result, control); !inverted)
        return inverted.error();
    return result;
}

} // namespace recital
