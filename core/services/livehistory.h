#pragma once

#include "core/services/livestate.h"

#include <chrono>

namespace recital {

/// The states that can be gone back to, and what led from each to the next. Bounded: the oldest are
/// forgotten. Knows nothing of log and lists.
class LiveHistory {
public:
    LiveHistory() { restart({}); }

    /// One entry, Start.
    void restart(LiveState state);

    /// What was undone is forgotten. Where the change continues the newest one (the same slider moved on, the
    /// same replay went on) the entry is replaced instead of followed.
    void push(LiveChange change, LiveState state);
    void moveTo(std::size_t position);

    const LiveState& state() const noexcept { return m_states[m_position]; }
    const LiveState& stateAt(std::size_t position) const { return m_states[position]; }
    const std::vector<LiveChange>& changes() const noexcept { return m_changes; } ///< one a state
    std::size_t position() const noexcept { return m_position; }
    bool canUndo() const noexcept { return m_position > 0; }
    bool canRedo() const noexcept { return m_position + 1 < m_states.size(); }

    /// Events of the user, who is not in the state at `position`, as the log should have them there: those of
    /// the newest state before it with that user; none when the user only comes later. nullptr: no state
    /// knows the user.
    std::shared_ptr<const LiveUser> asOf(std::size_t position, qint64 userId) const;

    /// More changes than anybody takes back; bounds the memory of a demonstration that runs all day.
    static constexpr std::size_t mostStates = 1000;
    /// Moves of a slider with less time between them are one drag.
    static constexpr std::chrono::milliseconds dragPause{1000};

private:
    bool continues(const LiveChange& change, const LiveState& state) const;

    std::vector<LiveState> m_states; ///< never empty
    std::vector<LiveChange> m_changes;
    std::size_t m_position = 0;
};

} // namespace recital
