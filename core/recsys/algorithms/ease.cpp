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
    EaseModel(FactorMatrix weights, ModelInfo info)
        : m_weights(std::move(weights))
        , m_info(std::move(info)) {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_weights.rows()); }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(itemCount()));
        Eigen::VectorXd sums = Eigen::VectorXd::Zero(m_weights.cols());
        for (const Interaction& entry : inItemOrder(history))
            sums += static_cast<double>(entry.value) * m_weights.row(entry.item).transpose().cast<double>();
        Eigen::Map<Eigen::VectorXf>(scores.data(), sums.size()) = sums.cast<float>();
    }

private:
    FactorMatrix m_weights; ///< B, items x items
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

/// B from the Cholesky factor of the regularised Gramian.
Result<FactorMatrix> itemWeights(const Eigen::MatrixXd& factor, const JobControl& control) {
    const Eigen::Index items = factor.rows();
    Eigen::VectorXd diagonal(items); // P_jj
    FactorMatrix weights(items, items);
    const Status inverted =
        visitInverse(factor, control, [&](Eigen::Index first, const Eigen::MatrixXd& columns) {
            for (Eigen::Index c = 0; c < columns.cols(); ++c)
                diagonal(first + c) = columns(c, c);
            // P is symmetric: what stands below the diagonal block goes to its right as well. Each visit
            // writes its own rows and columns.
            const auto below = columns.bottomRows(columns.rows() - columns.cols());
            weights.block(first, first, columns.cols(), columns.cols()) =
                columns.topRows(columns.cols()).cast<float>();
            weights.block(first, first + columns.cols(), columns.cols(), below.rows()) =
                below.transpose().cast<float>();
            weights.block(first + columns.cols(), first, below.rows(), columns.cols()) = below.cast<float>();
        });
    if (!inverted)
        return inverted.error();
    const Eigen::RowVectorXf scale = -diagonal.cwiseInverse().transpose().cast<float>();
    weights.array().rowwise() *= scale.array();
    weights.diagonal().setZero();
    return weights;
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
    auto weights =
        itemWeights(gramian, part(control, kGramianShare + kFactorShare, 1.0 - kGramianShare - kFactorShare));
    if (!weights)
        return weights.error();
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::Ease,
                   .name = "EASE",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::Preference,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<EaseModel>(std::move(weights).value(), std::move(info)));
}

} // namespace recital
