#include "core/services/livepair.h"

#include <algorithm>
#include <chrono>

namespace recital {

LivePair::LivePair(const LiveSession& live)
    : m_live(live) {}

std::shared_ptr<const LiveUser> LivePair::pick(qint64 id, const LiveUser* taken) const {
    const LiveState& state = m_live.state();
    const auto isFree = [taken](const std::shared_ptr<const LiveUser>& user) {
        return user && user.get() != taken;
    };
    if (const auto wanted = m_live.findUser(id); isFree(wanted))
        return wanted;
    if (state.current < state.users.size() && isFree(state.users[state.current]))
        return state.users[state.current];
    const auto other = std::ranges::find_if(state.users, isFree);
    return other == state.users.end() ? nullptr : *other;
}

void LivePair::choose(qint64 a, qint64 b) {
    m_a = {};
    m_b = {};
    m_lists = PairLists();
    m_a.user = pick(a, nullptr);
    if (!m_a.user)
        return;
    m_b.user = pick(b, m_a.user.get());
    if (!m_b.user)
        return;
    PairSide first = rank(m_a);
    PairSide second = rank(m_b);
    if (first.scores.empty() || first.scores.size() != second.scores.size())
        return; // no data
    m_lists = PairLists(std::move(first), std::move(second), LiveSession::listLength);
    m_a.ranking.list = m_lists.first();
    m_b.ranking.list = m_lists.second();
}

PairSide LivePair::rank(Side& side) const {
    PairSide pair;
    side.ranking = m_live.rankingOf(*side.user, pair.scores);
    pair.excluded = m_live.excludedOf(*side.user);
    return pair;
}

LivePair::Blend LivePair::blend(double share) {
    Blend blend;
    blend.share = std::clamp(share, 0.0, 1.0);
    const auto start = std::chrono::steady_clock::now();
    blend.list = m_lists.blend(blend.share);
    blend.microseconds =
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
    return blend;
}

std::optional<Eigen::Vector2f> LivePair::positionOf(const Side& side) const {
    if (side.ranking.vector.size() == 0)
        return std::nullopt;
    return m_live.positionOf(side.ranking.vector);
}

} // namespace recital
