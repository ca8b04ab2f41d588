// The part of LiveSession that computes what follows from the state.
#include "core/services/livepresets.h"
#include "core/services/livesession.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

const Split* splitOf(const ModelSnapshot& snapshot) {
    return snapshot.trained ? snapshot.trained->split.get() : nullptr;
}

/// From which rating on something counts as liked.
float positiveThreshold(const ModelSnapshot& snapshot) {
    if (const Split* split = splitOf(snapshot))
        return split->options.positiveThreshold;
    return snapshot.statistics ? snapshot.statistics->positiveThreshold : 4.0F;
}

} // namespace

LiveModels LiveSession::models() const {
    // Without counts there is nothing that a list could start from.
    return {.dataset = m_popularity->empty() ? nullptr : m_snapshot->dataset.get(),
            .als = m_snapshot->trained ? m_snapshot->trained->model.get() : nullptr,
            .popularity = *m_popularity};
}

/// What is kept of a snapshot for every list.
void LiveSession::prepare() {
    m_datasetHistories.clear();
    std::vector<float> counts(
        m_snapshot->popularity ? static_cast<std::size_t>(m_snapshot->dataset->itemCount()) : 0);
    if (m_snapshot->popularity)
        m_snapshot->popularity->score({}, counts);
    m_popularity = std::make_shared<const std::vector<float>>(std::move(counts));
    searchPresets();
}

void LiveSession::recompute(bool comparable) {
    const LiveRanking before = std::exchange(m_ranking, rankingOf(user(), m_scores));
    m_recommendations = rankDifference(before.list, m_ranking.list);
    m_departed = recital::departed(before.list, m_ranking.list);
    m_unchanged = !before.list.empty() && sameOrder(before.list, m_ranking.list);
    m_vectorBefore.reset();
    if (comparable && before.vector.size() > 0)
        m_vectorBefore = before.vector;
}

LiveRanking LiveSession::rankingOf(const LiveUser& user, std::vector<float>& scores, int k) const {
    const OwnedPast past = pastOf(user);
    const std::vector<ItemIndex> excluded = excludedOf(user);
    return rankLive(models(),
                    {.past = past.view(),
                     .rule = state().rule,
                     .taste = user.taste.empty() ? nullptr : &user.taste,
                     .excluded = excluded,
                     .k = k},
                    scores);
}

LiveSession::OwnedPast LiveSession::pastOf(const LiveUser& user) const {
    OwnedPast past;
    past.known = datasetHistory(user.datasetUser).known;
    for (const LiveEvent& event : user.events)
        if (!event.muted)
            past.events.push_back({event.event.item, static_cast<float>(state().strengths.of(event.event))});
    return past;
}

std::vector<ItemIndex> LiveSession::excludedOf(const LiveUser& user) const {
    std::vector<ItemIndex> excluded = datasetHistory(user.datasetUser).seen;
    for (const LiveEvent& event : user.events)
        if (!event.muted && takesItemOffTheList(event.event.type))
            excluded.push_back(event.event.item);
    std::ranges::sort(excluded);
    const auto repeated = std::ranges::unique(excluded);
    excluded.erase(repeated.begin(), repeated.end());
    return excluded;
}

const LiveSession::DatasetHistory& LiveSession::datasetHistory(UserIndex user) const {
    const auto [place, added] = m_datasetHistories.try_emplace(user);
    DatasetHistory& history = place->second;
    if (!added || user < 0 || !m_snapshot->dataset)
        return history;
    const Dataset& dataset = *m_snapshot->dataset;
    const Split* split = splitOf(*m_snapshot);
    history.known = knownHistory(dataset, split, user, positiveThreshold(*m_snapshot));
    const auto rowOf = [user](const SparseRows& rows) {
        return user < rows.rowCount() ? rows.row(user) : std::span<const ItemIndex>();
    };
    if (split) {
        history.seen.assign(rowOf(split->seen).begin(), rowOf(split->seen).end());
        history.heldOut.assign(rowOf(split->relevant).begin(), rowOf(split->relevant).end());
    } else {
        for (const std::uint32_t row : dataset.rowsOfUser(user))
            history.seen.push_back(dataset.items()[row]);
        std::ranges::sort(history.seen);
    }
    return history;
}

std::span<const Interaction> LiveSession::known() const {
    return datasetHistory(user().datasetUser).known;
}

std::span<const ItemIndex> LiveSession::heldOut() const {
    return datasetHistory(user().datasetUser).heldOut;
}

float LiveSession::scoreOf(ItemIndex item) const {
    const auto index = static_cast<std::size_t>(item);
    return item >= 0 && index < m_scores.size() ? m_scores[index] : 0.0F;
}

LiveExplanation LiveSession::explain(ItemIndex item) const {
    if (!hasItem(item) || m_ranking.tier == Tier::None)
        return {};
    const OwnedPast past = pastOf(user());
    const std::vector<ItemIndex> excluded = excludedOf(user());
    return explainLive(models(),
                       {.past = past.view(),
                        .rule = state().rule,
                        .taste = user().taste.empty() ? nullptr : &user().taste,
                        .excluded = excluded,
                        .k = listLength},
                       item);
}

std::optional<Eigen::VectorXf> LiveSession::userVector() const {
    return m_ranking.vector.size() > 0 ? std::optional(m_ranking.vector) : std::nullopt;
}

std::optional<Eigen::Vector2f> LiveSession::positionOf(const Eigen::VectorXf& vector) const {
    if (vector.size() == 0 || !m_snapshot->trained)
        return std::nullopt;
    return m_snapshot->trained->projection.project(vector);
}

std::optional<Eigen::Vector2f> LiveSession::userPosition() const {
    return positionOf(m_ranking.vector);
}

LiveSession::Preview LiveSession::preview(EventType type, ItemIndex item, int stars) const {
    LiveUser imagined = user();
    const Event event{.type = type, .item = item, .stars = stars};
    if (checkEvent(event))
        imagined.events.push_back({.logId = 0, .event = event});
    std::vector<float> scores;
    Preview preview{.ranking = rankingOf(imagined, scores), .changes = {}, .position = {}};
    preview.changes = rankDifference(m_ranking.list, preview.ranking.list);
    preview.position = positionOf(preview.ranking.vector);
    return preview;
}

const LiveEvent* LiveSession::eventOf(ItemIndex item) const {
    const std::vector<LiveEvent>& events = user().events;
    const auto newest = std::find_if(events.rbegin(), events.rend(),
                                     [item](const LiveEvent& event) { return event.event.item == item; });
    return newest == events.rend() ? nullptr : &*newest;
}

bool LiveSession::isLiked(ItemIndex item) const {
    const std::vector<LiveEvent>& events = user().events;
    const auto newest = std::find_if(events.rbegin(), events.rend(), [item](const LiveEvent& event) {
        return event.event.item == item && takesItemOffTheList(event.event.type);
    });
    return newest != events.rend() && state().strengths.of(newest->event) > 0.0;
}

std::vector<ItemIndex> LiveSession::likedItems() const {
    const std::vector<LiveEvent>& events = user().events;
    std::vector<ItemIndex> items; // newest first
    std::set<ItemIndex> met;
    std::map<ItemIndex, bool> liked; // as isLiked(), but in one pass: an imported log may be long
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const ItemIndex item = event->event.item;
        if (met.insert(item).second)
            items.push_back(item);
        if (takesItemOffTheList(event->event.type))
            liked.try_emplace(item, state().strengths.of(event->event) > 0.0);
    }
    std::erase_if(items, [&liked](ItemIndex item) {
        const auto found = liked.find(item);
        return found == liked.end() || !found->second;
    });
    std::ranges::reverse(items);
    return items;
}

/// Where an older search runs it is stopped, and its end starts this one.
void LiveSession::searchPresets() {
    m_presets.clear();
    m_presetLane.cancel();
    if (!m_snapshot->dataset || m_presetLane.busy())
        return;
    m_presetLane.start<std::vector<UserPreset>>(
        u"presets"_s, this,
        [snapshot = m_snapshot](const JobControl& control) -> Result<std::vector<UserPreset>> {
            return findPresets(*snapshot->dataset, splitOf(*snapshot), positiveThreshold(*snapshot),
                               control.stop);
        },
        {},
        [this, revision = m_snapshot->revision](Result<std::vector<UserPreset>> found) {
            if (revision != m_snapshot->revision)
                return searchPresets();
            if (found)
                m_presets = std::move(found).value();
            emit presetsChanged();
        });
}

} // namespace recital
