#include "core/recsys/algorithms/als.h"

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/parallel.h"

#include <Eigen/Cholesky>

#include <atomic>
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

Eigen::VectorXf solveRow(const SparseRows& rows, int r, const FactorMatrix& other,
                         const Eigen::MatrixXd& otherGramian, const AlsObjective& objective) {
    const auto columns = rows.row(r);
    const auto values = rows.rowValues(r);
    if (columns.empty())
        return Eigen::VectorXf::Zero(other.cols());
    const NormalEquations equations = normalEquations(
        other, otherGramian, objective, columns.size(), [&](std::size_t k) { return columns[k]; },
        [&](std::size_t k) { return values.empty() ? 1.0F : values[k]; });
    return equations.matrix.selfadjointView<Eigen::Lower>().llt().solve(equations.right).cast<float>();
}

/// False when stopped.
bool halfStep(const SparseRows& rows, const FactorMatrix& other, FactorMatrix& own,
              const AlsObjective& objective, const JobControl& control) {
    const Eigen::MatrixXd otherGramian = gramian(other, control.threads);
    forEachBlock(rows.rowCount(), 16, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (auto r = static_cast<int>(begin); r < static_cast<int>(end) && !control.stopRequested(); ++r)
            own.row(r) = solveRow(rows, r, other, otherGramian, objective).transpose();
    });
    return !control.stopRequested();
}

LatentFactors initialFactors(const RatingMatrix& matrix, const AlsParameters& parameters) {
    LatentFactors factors;
    factors.users = FactorMatrix::Zero(matrix.userCount(), parameters.factors);
    factors.items.resize(matrix.itemCount(), parameters.factors);
    Gaussian gaussian(parameters.seed);
    const double scale = 0.1 / std::sqrt(static_cast<double>(parameters.factors));
    for (Eigen::Index i = 0; i < factors.items.size(); ++i)
        factors.items.data()[i] = static_cast<float>(scale * gaussian.next());
    return factors;
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
    const AlsObjective objective{parameters};
    const auto start = Clock::now();
    Clock::duration observing{};
    LatentFactors factors = initialFactors(matrix, parameters);
    const int halfSteps = 2 * parameters.iterations + 1;
    for (int step = 1; step <= halfSteps; ++step) {
        const bool users = step % 2 == 1;
        if (!halfStep(users ? matrix.byUser() : matrix.byItem(), users ? factors.items : factors.users,
                      users ? factors.users : factors.items, objective, control))
            return Error{ErrorCode::Cancelled, "training was stopped"};
        if (observer) {
            const double loss = alsLoss(matrix, objective, factors, control.threads);
            const auto before = Clock::now();
            const double seconds = std::chrono::duration<double>(before - start - observing).count();
            observer({step, halfSteps, loss, seconds, &factors});
            observing += Clock::now() - before;
        }
        control.report(static_cast<double>(step) / halfSteps);
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start - observing).count();
    return std::make_shared<const AlsModel>(parameters, std::move(factors), seconds);
}

} // namespace recital
