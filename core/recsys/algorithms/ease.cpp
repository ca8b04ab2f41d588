#include "core/recsys/algorithms/ease.h"

#include "core/recsys/algorithms/cholesky.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace recital {

namespace {

class EaseModel final : public Model {
public:
    EaseModel(Eigen::MatrixXd weights, ModelInfo info)
        : m_weights(std::move(weights))
        , m_info(std::move(info)) {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_weights.rows()); }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(itemCount()));
        Eigen::VectorXd sums = Eigen::VectorXd::Zero(m_weights.rows());
        for (const Interaction& entry : inItemOrder(history))
            sums += static_cast<double>(entry.value) * m_weights.col(entry.item);
        Eigen::Map<Eigen::VectorXf>(scores.data(), sums.size()) = sums.cast<float>();
    }

private:
    Eigen::MatrixXd m_weights; ///< B transposed: column i holds what item i votes for
    ModelInfo m_info;
};

/// The lower triangle of X^T X + lambda I.
Eigen::MatrixXd regularizedGramian(const RatingMatrix& matrix, double lambda, const JobControl& control) {
    constexpr std::int64_t blockSize = 32;
    const int items = matrix.itemCount();
    const auto userValues = entryValues(matrix.byUser());
    const auto itemValues = entryValues(matrix.byItem());
    Eigen::MatrixXd gramian = Eigen::MatrixXd::Zero(items, items);
    forEachBlock(items, blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (auto item = static_cast<ItemIndex>(begin); item < end && !control.stopRequested(); ++item) {
            const std::span column(gramian.col(item).data(), static_cast<std::size_t>(items));
            addProducts(matrix.byUser(), userValues, matrix.byItem().row(item),
                        rowPart(matrix.byItem(), itemValues, item), column);
            gramian(item, item) += lambda;
        }
    });
    return gramian;
}

/// Replaces the Cholesky factor of the regularised Gramian, in its lower triangle, by B transposed. The
/// inverse P is gathered in the upper triangle, which the factor leaves free, so that one matrix is all there
/// ever is; only the blocks on the diagonal need a place of their own.
Status becomeWeights(Eigen::MatrixXd& matrix, const JobControl& control) {
    const Eigen::Index items = matrix.rows();
    Eigen::MatrixXd diagonalBlocks(std::min(kPanelWidth, items), items);
    const Status inverted =
        visitInverse(matrix, control, [&](Eigen::Index first, const Eigen::MatrixXd& columns) {
            const Eigen::Index width = columns.cols();
            diagonalBlocks.block(0, first, width, width) = columns.topRows(width);
            matrix.block(first, first + width, width, columns.rows() - width) =
                columns.bottomRows(columns.rows() - width).transpose();
        });
    if (!inverted)
        return inverted;
    for (Eigen::Index first = 0; first < items; first += kPanelWidth) {
        const Eigen::Index width = std::min(kPanelWidth, items - first);
        matrix.block(first, first, width, width) = diagonalBlocks.block(0, first, width, width);
    }
    const Eigen::VectorXd scale = -matrix.diagonal().cwiseInverse(); // -1 / P_jj
    forEachBlock(items, kPanelWidth, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (Eigen::Index row = begin; row < end; ++row) // P is symmetric; what is above is read only
            matrix.row(row).head(begin) = matrix.col(row).head(begin).transpose();
    });
    forEachBlock(items, kPanelWidth, control.threads, [&](std::int64_t begin, std::int64_t end) {
        matrix.middleCols(begin, end - begin).array().colwise() *= scale.array();
    });
    matrix.diagonal().setZero();
    return success();
}

/// Progress of a part of the work, as a part of the whole.
JobControl part(const JobControl& control, double from, double share) {
    JobControl result = control;
    if (control.progress)
        result.progress = [&control, from, share](double fraction) {
            control.report(from + share * fraction);
        };
    return result;
}

} // namespace

Result<std::shared_ptr<const Model>> trainEase(const RatingMatrix& matrix, const EaseParameters& parameters,
                                               const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr double kGramianShare = 0.05;
    constexpr double kFactorShare = 0.3; // a third of the operations
    Eigen::MatrixXd gramian = regularizedGramian(matrix, parameters.regularization, control);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    if (const Status factored = factorCholesky(gramian, part(control, kGramianShare, kFactorShare));
        !factored)
        return factored.error();
    if (const Status inverted = becomeWeights(
            gramian, part(control, kGramianShare + kFactorShare, 1.0 - kGramianShare - kFactorShare));
        !inverted)
        return inverted.error();
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::Ease,
                   .name = "EASE",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::Preference,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(std::make_shared<EaseModel>(std::move(gramian), std::move(info)));
}

} // namespace recital
