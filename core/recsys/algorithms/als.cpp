#include "core/recsys/algorithms/als.h"

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/algorithms/alstrainer.h"
#include "core/recsys/algorithms/foldin.h"

#include <cassert>
#include <chrono>
#include <cmath>

namespace recital {
namespace {

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
    const std::vector<WeightedItem> entries = weighted(m_parameters, history);
    if (entries.empty())
        return Eigen::VectorXf::Zero(m_factors.items.cols());
    return FoldIn(*this, entries).vector().cast<float>();
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
    const FoldIn equations(*this, weighted(m_parameters, history));
    const Eigen::VectorXd influence = equations.influence(item);
    contributions.reserve(history.size());
    for (const Interaction& click : history)
        contributions.push_back(
            {click.item, objective.target(click.value) * influence.dot(equations.itemFactors(click.item))});
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
