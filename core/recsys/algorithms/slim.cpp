#include "core/recsys/algorithms/slim.h"

#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace recital {

namespace {

constexpr double kConverged = 1e-7; ///< of weights, which are shares of 1
constexpr std::int64_t kBlockSize = 8;

/// X^T X, symmetric. Counts of common users are exact in float.
FactorMatrix gramian(const RatingMatrix& matrix, JobProgress& progress, const JobControl& control) {
    const int items = matrix.itemCount();
    const auto userValues = entryValues(matrix.byUser());
    const auto itemValues = entryValues(matrix.byItem());
    FactorMatrix result(items, items);
    forEachBlock(items, kBlockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        std::vector<double> products(static_cast<std::size_t>(items));
        for (auto item = static_cast<ItemIndex>(begin); item < end && !control.stopRequested(); ++item) {
            std::ranges::fill(products, 0.0);
            addProducts(matrix.byUser(), userValues, matrix.byItem().row(item),
                        rowPart(matrix.byItem(), itemValues, item), products);
            result.row(item) = Eigen::Map<const Eigen::RowVectorXd>(products.data(), items).cast<float>();
        }
        progress.add(end - begin);
    });
    return result;
}

/// Coordinate descent for one target after another; one object a thread's block.
class Regression {
public:
    Regression(const FactorMatrix& gramian, const SlimParameters& parameters, const JobControl& control)
        : m_gramian(gramian)
        , m_parameters(parameters)
        , m_control(control)
        , m_gradient(gramian.rows())
        , m_weights(gramian.rows()) {}

    /// The weights above 0, ascending by item; not converged when stopped.
    Neighbours solve(ItemIndex target) {
        m_gradient = m_gramian.row(target).transpose().cast<double>();
        m_weights.setZero();
        for (int sweep = 0; sweep < m_parameters.sweeps && !m_control.stopRequested(); ++sweep)
            if (sweepOnce(target) <= kConverged)
                break;
        Neighbours result;
        for (Eigen::Index item = 0; item < m_weights.size(); ++item)
            if (m_weights(item) > 0.0)
                result.push_back({m_weights(item), static_cast<ItemIndex>(item)});
        return result;
    }

private:
    /// Returns how far the weight that moved most did.
    double sweepOnce(ItemIndex target) {
        double largest = 0.0;
        for (Eigen::Index item = 0; item < m_weights.size(); ++item) {
            const double square = m_gramian(item, item);
            const double old = m_weights(item);
            if (item == target || (old == 0.0 && m_gradient(item) <= m_parameters.l1))
                continue;
            const double wanted =
                (m_gradient(item) + square * old - m_parameters.l1) / (square + m_parameters.l2);
            const double step = std::max(0.0, wanted) - old;
            if (step == 0.0)
                continue;
            m_weights(item) = old + step;
            m_gradient -= step * m_gramian.row(item).transpose().cast<double>();
            largest = std::max(largest, std::abs(step));
        }
        return largest;
    }

    const FactorMatrix& m_gramian;
    const SlimParameters& m_parameters;
    const JobControl& m_control;
    Eigen::VectorXd m_gradient; ///< G_ij - sum over all k of G_ik w_k
    Eigen::VectorXd m_weights;
};

} // namespace

Result<std::shared_ptr<const Model>> trainSlim(const RatingMatrix& matrix, const SlimParameters& parameters,
                                               const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t kSolvingShare = 20; // a regression takes about as long as so many rows of G
    const std::int64_t items = matrix.itemCount();
    JobProgress progress(control, items * (1 + kSolvingShare));
    const FactorMatrix products = gramian(matrix, progress, control);
    std::vector<Neighbours> weights(static_cast<std::size_t>(items));
    forEachBlock(items, kBlockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        Regression regression(products, parameters, control);
        for (std::int64_t target = begin; target < end && !control.stopRequested(); ++target)
            weights[static_cast<std::size_t>(target)] = regression.solve(static_cast<ItemIndex>(target));
        progress.add((end - begin) * kSolvingShare);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    auto similarities = transposed(weights);
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::Slim,
                   .name = "SLIM",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::Preference,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<SimilarityModel>(std::move(similarities), std::move(info)));
}

} // namespace recital
