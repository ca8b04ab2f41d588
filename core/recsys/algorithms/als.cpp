#include "core/recsys/algorithms/als.h"

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/algorithms/alstrainer.h"

#include <Eigen/Cholesky>

#include <cassert>
#include <chrono>
#include <cmath>

namespace recital {
namespace {

/// base + sum w y y^T + lambda I of one row and its right-hand side sum t y.
struct NormalEquations {
    Eigen::MatrixXd matrix; ///< lower triangle
    Eigen::VectorXd right;
};

Eigen::VectorXd factorsOf(const FactorMatrix& other, ItemIndex column) {
    return other.row(column).transpose().cast<double>();
}

template<typename ColumnAt, typename ValueAt>
NormalEquations normalEquations(const FactorMatrix& other, const Eigen::MatrixXd& otherGramian,
                                const AlsObjective& objective, std::size_t count, ColumnAt columnAt,
                                ValueAt valueAt) {
    const Eigen::Index factors = other.cols();
    NormalEquations equations{objective.gramianWeight() * otherGramian, Eigen::VectorXd::Zero(factors)};
    equations.matrix.diagonal().array() +=
        objective.rowRegularization(static_cast<std::int64_t>(count), other.rows());
    for (std::size_t k = 0; k < count; ++k) {
        const Eigen::VectorXd y = factorsOf(other, columnAt(k));
        equations.matrix.selfadjointView<Eigen::Lower>().rankUpdate(y, objective.addedWeight(valueAt(k)));
        equations.right += objective.target(valueAt(k)) * y;
    }
    return equations;
}

Status checkValues(const RatingMatrix& matrix) {
    if (matrix.entryCount() == 0)
        return Error{ErrorCode::InvalidData, "no interactions to train on"};
    for (const float value : matrix.byUser().values)
        if (!std::isfinite(value))
            return Error{ErrorCode::InvalidData, "an interaction's value is not finite"};
    return success();
}

} // namespace

AlsModel::AlsModel(AlsParameters parameters, LatentFactors factors, double trainSeconds)
    : m_parameters(parameters)
    , m_factors(std::move(factors))
    , m_itemGramian(gramian(m_factors.items, 1))
    , m_info{ModelKind::Als, "ALS", parameters.describe(), ScoreMeaning::Preference, trainSeconds} {}

Eigen::VectorXf AlsModel::foldIn(std::span<const Interaction> history) const {
    if (history.empty())
        return Eigen::VectorXf::Zero(m_factors.items.cols());
    const NormalEquations equations = normalEquations(
        m_factors.items, m_itemGramian, AlsObjective{m_parameters}, history.size(),
        [&](std::size_t k) { return history[k].item; }, [&](std::size_t k) { return history[k].value; });
    return equations.matrix.selfadjointView<Eigen::Lower>().llt().solve(equations.right).cast<float>();
}

void AlsModel::scoreVector(const Eigen::VectorXf& user, std::span<float> scores) const {
    assert(static_cast<Eigen::Index>(scores.size()) == m_factors.items.rows());
    Eigen::Map<Eigen::VectorXf>(scores.data(), static_cast<Eigen::Index>(scores.size())).noalias() =
        m_factors.items * user;
}

void AlsModel::score(std::span<const Interaction> history, std::span<float> scores) const {
    scoreVector(foldIn(history), scores);
}

std::vector<Contribution> AlsModel::explain(std::span<const Interaction> history, ItemIndex item) const {
    std::vector<Contribution> contributions;
    if (history.empty())
        return contributions;
    const AlsObjective objective{m_parameters};
    const NormalEquations equations = normalEquations(
        m_factors.items, m_itemGramian, objective, history.size(),
        [&](std::size_t k) { return history[k].item; }, [&](std::size_t k) { return history[k].value; });
    const Eigen::VectorXd direction =
        equations.matrix.selfadjointView<Eigen::Lower>().llt().solve(factorsOf(m_factors.items, item));
    contributions.reserve(history.size());
    for (const Interaction& click : history)
        contributions.push_back({click.item, objective.target(click.value) *
                                                 direction.dot(factorsOf(m_factors.items, click.item))});
    return contributions;
}

Result<std::shared_ptr<const AlsModel>> trainAls(const RatingMatrix& matrix, const AlsParameters& parameters,
                                                 const JobControl& control, const AlsObserver& observer) {
    using Clock = std::chrono::steady_clock;
    if (const Status status = parameters.validate(); !status)
        return status.error();
    if (const Status status = checkValues(matrix); !status)
        return status.error();
    const auto start = Clock::now();
    Clock::duration observing{};
    als::Trainer trainer(matrix, parameters, {});
    const int halfSteps = 2 * parameters.iterations + 1;
    for (int step = 1; step <= halfSteps; ++step) {
        JobControl part = control;
        if (control.progress)
            part.progress = [&](double fraction) { control.report((step - 1 + fraction) / halfSteps); };
        if (!trainer.halfStep(step % 2 == 1, part))
            return Error{ErrorCode::Cancelled, "training was stopped"};
        if (observer) {
            const double loss = trainer.loss(control.threads);
            const auto before = Clock::now();
            const double seconds = std::chrono::duration<double>(before - start - observing).count();
            const LatentFactors factors = trainer.factors();
            observer({step, halfSteps, loss, seconds, &factors});
            observing += Clock::now() - before;
        }
        control.report(static_cast<double>(step) / halfSteps);
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start - observing).count();
    return std::make_shared<const AlsModel>(parameters, trainer.factors(), seconds);
}

} // namespace recital
