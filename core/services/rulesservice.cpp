#include "core/services/rulesservice.h"

#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/metrics.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <chrono>

namespace recital {

ListHits hitsOf(std::span<const ScoredItem> list, std::span<const ItemIndex> relevant, int k) {
    ListHits hits;
    hits.relevant = static_cast<int>(relevant.size());
    std::vector<int> ranks;
    for (std::size_t i = 0; i < list.size() && i < static_cast<std::size_t>(k); ++i) {
        if (!std::ranges::binary_search(relevant, list[i].item))
            continue;
        hits.items.push_back(list[i].item);
        ranks.push_back(static_cast<int>(i) + 1);
    }
    hits.ndcg = relevant.empty() ? notMeasured : ndcgAtK(ranks, hits.relevant, Discounts(k));
    return hits;
}

RulesService::RulesService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent) {
    takeModel();
    connect(&m_store, &ModelStore::snapshotChanged, this, &RulesService::takeModel);
}

void RulesService::takeModel() {
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    if (snapshot->trained == m_trained)
        return;
    m_trained = snapshot->trained;
    m_rules = nullptr;
    m_result = nullptr;
    cancel();
    if (m_trained) {
        auto rules = trainGenreRules(m_trained->split->train, m_trained->split->itemGenres, m_parameters);
        if (rules)
            m_rules = std::move(rules).value();
        else
            m_problem = rules.error();
    }
    emit changed();
}

Status RulesService::check() const {
    if (!m_store.snapshot()->dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    if (!m_trained)
        return Error{ErrorCode::InvalidData, "no model is trained"};
    if (!m_rules)
        return m_problem;
    if (m_trained->split->relevant.entryCount() == 0)
        return Error{ErrorCode::InvalidData, "the split of the model hides no likes"};
    return success();
}

RulesAnswer RulesService::answer(std::span<const Interaction> history, std::span<const ItemIndex> excluded) {
    RulesAnswer answer;
    if (!m_rules)
        return answer;
    const auto start = std::chrono::steady_clock::now();
    m_scores.resize(static_cast<std::size_t>(m_rules->itemCount()));
    m_rules->score(history, m_scores);
    if (auto list = topK(m_scores, excluded, listLength)) // counts of likes are finite
        answer.list = std::move(list).value();
    answer.microseconds =
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
    answer.genres = likedGenres(history, m_trained->split->itemGenres, m_parameters.genres);
    return answer;
}

bool RulesService::start() {
    if (const Status usable = check(); !usable)
        return refuse(usable.error());
    const auto work = [rules = m_rules, trained = m_trained,
                       parameters = m_parameters](const JobControl& control) {
        return proveRules(*rules, parameters, *trained->model, *trained->split, listLength, {}, control);
    };
    const bool taken = startJob<RulesProof>(
        tr("Rules against learning"), work, [this](const Result<RulesProof>& outcome) { end(outcome); },
        [this](double fraction) { emit progressChanged(fraction); });
    if (taken)
        emit started();
    return taken;
}

void RulesService::end(const Result<RulesProof>& outcome) {
    if (outcome) { // of the present model: another one cancels the job
        m_result = std::make_shared<const RulesProof>(*outcome);
        emit changed();
    }
    if (outcome || outcome.error().code == ErrorCode::Cancelled)
        emit finished(!outcome);
    else
        refuse(outcome.error());
}

} // namespace recital
