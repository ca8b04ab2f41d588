#include "core/recsys/live/replayplayer.h"

#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/recommend.h"

#include <algorithm>

namespace recital {

ReplayPlayer::ReplayPlayer(const Dataset& dataset, const RatingMatrix& train, const AlsModel& model,
                           const ReplayOptions& options)
    : m_dataset(dataset)
    , m_model(model)
    , m_options(options)
    , m_discounts(options.k)
    , m_popularity(static_cast<std::size_t>(train.itemCount())) {
    trainPopularity(train)->score({}, m_popularity);
}

double ReplayPlayer::ndcg(std::span<const ScoredItem> list, const ReplayCase& one,
                          Workspace& workspace) const {
    workspace.hits.clear();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (std::ranges::binary_search(one.relevant, list[i].item))
            workspace.hits.push_back(static_cast<int>(i) + 1);
    return ndcgAtK(workspace.hits, static_cast<int>(one.relevant.size()), m_discounts);
}

Result<double> ReplayPlayer::ndcgOfScores(std::span<const float> scores, const ReplayCase& one,
                                          Workspace& workspace) const {
    const auto list = topK(scores, one.excluded, m_options.k);
    if (!list)
        return list.error();
    return ndcg(*list, one, workspace);
}

Result<double> ReplayPlayer::ndcgOfRule(const UpdateRule& rule, const Past& past, const ReplayCase& one,
                                        Workspace& workspace) const {
    workspace.scores.resize(m_popularity.size());
    m_model.scoreVector(userVector(m_model, rule, past), workspace.scores);
    return ndcgOfScores(workspace.scores, one, workspace);
}

Result<PlayedCase> ReplayPlayer::play(const ReplayCase& one, Workspace& workspace) const {
    std::vector<Result<double>> rows;
    for (const UpdateRule& rule : m_options.rules)
        rows.push_back(ndcgOfRule(rule, {one.known, one.clicks}, one, workspace));
    if (m_options.users == ReplayUsers::Known)
        rows.push_back(ndcgOfRule(ResolveRule{}, {one.known, {}}, one, workspace));
    rows.push_back(ndcgOfScores(m_popularity, one, workspace));
    PlayedCase played;
    for (const Result<double>& row : rows) {
        if (!row)
            return row.error();
        played.rows.push_back(*row);
    }
    if (m_options.users == ReplayUsers::New &&
        one.likes.size() >= std::size_t{ReplayTable::curveClicks + ReplayTable::curveTest})
        if (const Status status = playCurve(one, played, workspace); !status)
            return status.error();
    return played;
}

Status ReplayPlayer::playCurve(const ReplayCase& one, PlayedCase& played, Workspace& workspace) const {
    const LiveModels models{&m_dataset, &m_model, m_popularity};
    const UpdateRule& rule = m_options.rules.front();
    const std::span<const Interaction> likes(one.likes);
    for (std::size_t n = 0; n <= std::size_t{ReplayTable::curveClicks}; ++n) {
        ReplayCase test;
        test.excluded = sortedItems(likes.first(n));
        test.relevant = sortedItems(likes.subspan(n, ReplayTable::curveTest));
        const Result<double> popular = ndcgOfScores(m_popularity, test, workspace);
        if (!popular)
            return popular.error();
        LiveQuery query;
        query.past.events = likes.first(n);
        query.rule = rule;
        query.excluded = test.excluded;
        query.k = m_options.k;
        const LiveRanking ranking = rankLive(models, query, workspace.scores);
        const double blended = ndcg(ranking.list, test, workspace);
        double personal = n > 0 ? blended : notMeasured;
        if (ranking.tier == Tier::Blended) {
            const Result<double> alone = ndcgOfRule(rule, query.past, test, workspace);
            if (!alone)
                return alone.error();
            personal = *alone;
        }
        played.curve.insert(played.curve.end(), {*popular, blended, personal});
    }
    return success();
}

} // namespace recital
