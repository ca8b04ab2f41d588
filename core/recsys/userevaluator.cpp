#include "core/recsys/userevaluator.h"

#include "core/recsys/candidates.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <iterator>

namespace recital {

UserEvaluator::UserEvaluator(const Model& model, const Split& split, const EvaluationOptions& options)
    : m_model(model)
    , m_split(split)
    , m_options(options)
    , m_discounts(options.k)
    , m_positives(static_cast<std::size_t>(split.train.itemCount()))
    , m_hasGenres(split.itemGenres.size() == m_positives.size() &&
                  std::ranges::any_of(split.itemGenres, [](std::uint32_t genres) { return genres != 0; })) {
    for (ItemIndex item = 0; item < split.train.itemCount(); ++item)
        m_positives[static_cast<std::size_t>(item)] = std::ssize(split.train.byItem().row(item));
}

Status UserEvaluator::evaluate(UserMetrics& result, Workspace& workspace) const {
    workspace.scores.resize(static_cast<std::size_t>(m_model.itemCount()));
    m_model.score(m_split.interactionsOf(result.user), workspace.scores);
    const auto excluded = excludedFor(result.user, workspace);
    const auto relevant = m_split.relevant.row(result.user);
    const auto list = topK(workspace.scores, excluded, std::max(m_options.k, m_options.curveTo));
    if (!list)
        return Error{list.error().code,
                     "user index " + std::to_string(result.user) + ": " + list.error().detail};
    workspace.ranked.clear();
    workspace.hits.clear();
    for (const ScoredItem& entry : *list) {
        workspace.ranked.push_back(entry.item);
        if (std::ranges::binary_search(relevant, entry.item))
            workspace.hits.push_back(static_cast<int>(workspace.ranked.size()));
    }
    const auto shown = std::span(workspace.ranked)
                           .first(std::min(workspace.ranked.size(), static_cast<std::size_t>(m_options.k)));
    result.list.assign(shown.begin(), shown.end());
    const auto beyond = std::ranges::upper_bound(workspace.hits, m_options.k);
    result.metrics = rankingMetrics(HitRanks(workspace.hits.begin(), beyond),
                                    static_cast<int>(relevant.size()), m_discounts);
    if (m_options.auc) {
        const AreaUnderCurve area = areaUnderCurve(workspace.scores, excluded, relevant);
        result.metrics.auc = area.tiesHalf;
        result.metrics.aucInListOrder = area.inListOrder;
        result.metrics.percentileRank = area.percentileRank;
    }
    describeList(result);
    return success();
}

void UserEvaluator::describeList(UserMetrics& result) const {
    const auto history = m_split.historyOf(result.user);
    result.trainPositives = static_cast<int>(history.size());
    result.cold = m_split.seen.row(result.user).empty();
    RankingMetrics& metrics = result.metrics;
    metrics.popularity = meanPopularity(result.list, m_positives);
    metrics.profilePopularity = meanPopularity(history, m_positives);
    if (metrics.profilePopularity > 0.0)
        metrics.popularityLift = metrics.popularity / metrics.profilePopularity - 1.0;
    if (m_hasGenres)
        metrics.genreDiversity = genreDiversity(result.list, m_split.itemGenres);
}

std::span<const ItemIndex> UserEvaluator::excludedFor(UserIndex user, Workspace& workspace) const {
    const auto seen = m_split.seen.row(user);
    if (m_split.removedItems.empty() && m_options.sampledNegatives == 0)
        return seen;
    workspace.excluded.clear();
    std::ranges::set_union(seen, m_split.removedItems, std::back_inserter(workspace.excluded));
    if (m_options.sampledNegatives > 0)
        keepSampled(user, workspace.excluded);
    return workspace.excluded;
}

/// Of the candidates that are not relevant only those with the lowest hashes stay.
void UserEvaluator::keepSampled(UserIndex user, std::vector<ItemIndex>& excluded) const {
    const auto relevant = m_split.relevant.row(user);
    std::vector<ItemIndex> negatives;
    forEachCandidateRun(m_model.itemCount(), excluded, [&](ItemIndex begin, ItemIndex end) {
        for (ItemIndex item = begin; item < end; ++item)
            if (!std::ranges::binary_search(relevant, item))
                negatives.push_back(item);
    });
    const auto wanted = static_cast<std::size_t>(m_options.sampledNegatives);
    if (negatives.size() <= wanted)
        return;
    const std::uint64_t ofUser = mixBits(m_options.seed, static_cast<std::uint64_t>(user));
    std::ranges::nth_element(
        negatives, negatives.begin() + static_cast<std::ptrdiff_t>(wanted), {},
        [ofUser](ItemIndex item) { return mixBits(ofUser, static_cast<std::uint64_t>(item)); });
    excluded.insert(excluded.end(), negatives.begin() + static_cast<std::ptrdiff_t>(wanted), negatives.end());
    std::ranges::sort(excluded);
}

} // namespace recital
