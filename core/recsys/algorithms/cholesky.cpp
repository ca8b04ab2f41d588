#include "core/recsys/algorithms/cholesky.h"

#include "core/recsys/parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace recital {

namespace {

using Eigen::Index;

const Error kCancelled{ErrorCode::Cancelled, "training was cancelled"};

/// Share of the n^3 / 3 operations that is done when `done` of n columns are.
double factoredShare(Index done, Index n) {
    return 1.0 - std::pow(1.0 - static_cast<double>(done) / static_cast<double>(n), 3);
}

/// The rows below the panel, times the inverse transpose of its triangle.
void solvePanel(Eigen::MatrixXd& a, Index first, Index width, const JobControl& control) {
    const Index below = first + width;
    constexpr Index kRows = 256;
    const auto triangle = a.block(first, first, width, width);
    forEachBlock(a.rows() - below, kRows, control.threads, [&](std::int64_t begin, std::int64_t end) {
        auto rows = a.block(below + begin, first, end - begin, width);
        triangle.triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(rows);
    });
}

/// Takes the panel's part off what is to its right, one panel of columns at a time.
void updateTrailing(Eigen::MatrixXd& a, Index first, Index width, const JobControl& control) {
    const Index n = a.rows();
    const Index below = first + width;
    forEachBlock(n - below, kPanelWidth, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        const Index top = below + begin;
        a.block(top, top, n - top, end - begin).noalias() -=
            a.block(top, first, n - top, width) * a.block(top, first, end - begin, width).transpose();
    });
}

/// Solves L L^T X = (the unit columns from `first` on) for the rows from `first` on: rows above are zero on
/// the way down, and on the way up nothing below depends on them. False when stopped.
bool solveUnitColumns(const Eigen::MatrixXd& l, Index first, Eigen::MatrixXd& x, const JobControl& control) {
    const Index n = l.rows();
    const auto panelAt = [&](Index top) { return std::min(kPanelWidth, n - top); };
    Index top = first;
    for (; top < n; top += kPanelWidth) {
        if (control.stopRequested())
            return false;
        const Index size = panelAt(top);
        const Index below = top + size;
        auto part = x.middleRows(top - first, size);
        l.block(top, top, size, size).triangularView<Eigen::Lower>().solveInPlace(part);
        x.bottomRows(n - below).noalias() -= l.block(below, top, n - below, size) * part;
    }
    for (top -= kPanelWidth; top >= first; top -= kPanelWidth) {
        if (control.stopRequested())
            return false;
        const Index size = panelAt(top);
        const Index below = top + size;
        auto part = x.middleRows(top - first, size);
        part.noalias() -= l.block(below, top, n - below, size).transpose() * x.bottomRows(n - below);
        l.block(top, top, size, size).triangularView<Eigen::Lower>().transpose().solveInPlace(part);
    }
    return true;
}

} // namespace

Status factorCholesky(Eigen::MatrixXd& matrix, const JobControl& control) {
    const Index n = matrix.rows();
    for (Index first = 0; first < n; first += kPanelWidth) {
        const Index width = std::min(kPanelWidth, n - first);
        Eigen::Ref<Eigen::MatrixXd> diagonal = matrix.block(first, first, width, width);
        const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factored(diagonal);
        if (factored.info() != Eigen::Success)
            return Error{ErrorCode::InvalidData, "the matrix is not positive definite"};
        solvePanel(matrix, first, width, control);
        updateTrailing(matrix, first, width, control);
        if (control.stopRequested())
            return kCancelled;
        control.report(factoredShare(first + width, n));
    }
    return success();
}

Status visitInverse(const Eigen::MatrixXd& factor, const JobControl& control,
                    const std::function<void(Eigen::Index, const Eigen::MatrixXd&)>& visit) {
    const Index n = factor.rows();
    const auto caller = std::this_thread::get_id();
    std::atomic<double> done{0.0};
    forEachBlock(n, kPanelWidth, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        Eigen::MatrixXd columns = Eigen::MatrixXd::Identity(n - begin, end - begin);
        if (!solveUnitColumns(factor, begin, columns, control))
            return;
        visit(begin, columns);
        const double share = factoredShare(end, n) - factoredShare(begin, n);
        const double sum = done.fetch_add(share) + share;
        if (std::this_thread::get_id() == caller)
            control.report(std::min(sum, 1.0));
    });
    if (control.stopRequested())
        return kCancelled;
    return success();
}

} // namespace recital
