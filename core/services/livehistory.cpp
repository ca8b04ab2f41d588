#include "core/services/livehistory.h"

namespace recital {

void LiveHistory::restart(LiveState state) {
    m_states.clear();
    m_states.push_back(std::move(state));
    m_changes.assign(1, LiveChange{});
    m_changes.front().at = QDateTime::currentDateTimeUtc();
    m_position = 0;
}

void LiveHistory::push(LiveChange change, LiveState state) {
    const bool merge = continues(change, state);
    m_states.resize(m_position + 1);
    m_changes.resize(m_position + 1);
    if (merge) {
        if (change.kind == LiveChange::Kind::Replayed)
            change.count += m_changes.back().count;
        m_states.back() = std::move(state);
        m_changes.back() = std::move(change);
        return;
    }
    m_states.push_back(std::move(state));
    m_changes.push_back(std::move(change));
    if (m_states.size() > mostStates) {
        m_states.erase(m_states.begin());
        m_changes.erase(m_changes.begin());
        m_changes.front().kind = LiveChange::Kind::Start;
    }
    m_position = m_states.size() - 1;
}

bool LiveHistory::continues(const LiveChange& change, const LiveState& state) const {
    using Kind = LiveChange::Kind;
    const LiveChange& newest = m_changes[m_position];
    if (m_position == 0 || canRedo() || newest.kind != change.kind || newest.userId != change.userId)
        return false;
    if (change.kind == Kind::Replayed)
        return true;
    if (change.kind != Kind::Rule && change.kind != Kind::Taste)
        return false;
    if (newest.at.msecsTo(change.at) > dragPause.count())
        return false;
    // Choosing another kind of rule is no move of a slider, and stays an entry of its own.
    return change.kind == Kind::Taste || m_states[m_position - 1].rule.index() == state.rule.index();
}

void LiveHistory::moveTo(std::size_t position) {
    Q_ASSERT(position < m_states.size());
    m_position = position;
}

std::shared_ptr<const LiveUser> LiveHistory::asOf(std::size_t position, qint64 userId) const {
    for (std::size_t i = position + 1; i-- > 0;)
        if (auto user = m_states[i].find(userId))
            return user;
    for (std::size_t i = position + 1; i < m_states.size(); ++i) {
        if (const auto later = m_states[i].find(userId)) {
            auto before = std::make_shared<LiveUser>(*later);
            before->events.clear();
            return before;
        }
    }
    return nullptr;
}

} // namespace recital
