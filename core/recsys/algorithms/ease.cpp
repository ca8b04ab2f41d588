#include "core/recsys/algorithms/ease.h"

#include "core/recsys/algorithms/gramianinverse.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/parallel.h"

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

/// Replaces the inverse P by B transposed: P is symmetric, so its rows are scaled by -1 / P_jj.
void becomeWeights(Eigen::MatrixXd& inverse, int threads) {
    constexpr std::int64_t kColumns = 64;
    const Eigen::VectorXd scale = -inverse.diagonal().cwiseInverse();
    forEachBlock(inverse.cols(), kColumns, threads, [&](std::int64_t begin, std::int64_t end) {
        inverse.middleCols(begin, end - begin).array().colwise() *= scale.array();
    });
    inverse.diagonal().setZero();
}

} // namespace

Result<std::shared_ptr<const Model>> trainEase(const RatingMatrix& matrix, const EaseParameters& parameters,
                                               const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    auto weights = regularizedGramianInverse(matrix, parameters.regularization, control);
    if (!weights)
        return weights.error();
    becomeWeights(*weights, control.threads);
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
