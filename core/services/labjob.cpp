#include "core/services/labjob.h"

#include "core/recsys/evaluation.h"
#include "core/recsys/recommend.h"

#include <algorithm>

namespace recital {

namespace {

constexpr int listLength = 10;

} // namespace

double LabProgress::secondsLeft() const {
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_start).count();
    const int done = m_halfStep.load(std::memory_order_acquire);
    if (done == 0)
        return elapsed;
    return elapsed / done * (m_halfSteps.load(std::memory_order_relaxed) - done);
}

Result<LabOutcome> runLabJob(const Split& split, const AlsParameters& parameters, LabProgress& progress,
                             const JobControl& control) {
    LabOutcome outcome;
    LabResult& result = outcome.result;
    result.parameters = parameters;
    JobControl quiet = control;
    quiet.progress = nullptr;
    auto model = trainAls(split.train, parameters, quiet, [&](const AlsProgress& step) {
        result.losses.push_back(step.loss);
        progress.set(step.halfStep, step.halfSteps);
    });
    if (!model)
        return model.error();
    EvaluationOptions options;
    options.k = listLength;
    options.auc = false;
    const Result<EvaluationReport> report = evaluate(**model, split, options, quiet);
    if (!report)
        return report.error();
    result.ndcg = report->means.ndcg;
    result.users = report->evaluatedUsers;
    result.trainSeconds = (*model)->info().trainSeconds;
    result.evaluateSeconds = report->evaluateSeconds;
    outcome.model = std::move(model).value();
    return outcome;
}

std::vector<ScoredItem> labList(const AlsModel& model, const Split& split, UserIndex user) {
    if (user < 0 || user >= split.train.userCount())
        return {};
    const std::span<const ItemIndex> seen = split.seen.row(user);
    std::vector<ItemIndex> excluded;
    std::ranges::set_union(seen, split.removedItems, std::back_inserter(excluded));
    const std::vector<Interaction> history = split.interactionsOf(user);
    Result<std::vector<ScoredItem>> list = recommend(model, {history, excluded, listLength});
    return list ? std::move(list).value() : std::vector<ScoredItem>();
}

void LabRate::add(Clock::time_point began, Clock::time_point ended) {
    m_runs.push_back({began, ended});
    while (ended - m_runs.front().ended > std::chrono::seconds(1))
        m_runs.pop_front();
}

double LabRate::perSecond() const {
    if (m_runs.empty())
        return 0.0;
    const double span = std::chrono::duration<double>(m_runs.back().ended - m_runs.front().began).count();
    return span > 0.0 ? static_cast<double>(m_runs.size()) / span : 0.0;
}

} // namespace recital
