#pragma once

#include "core/recsys/live/pairlists.h"
#include "core/services/livesession.h"

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <vector>

namespace recital {

/// Two users of the stage side by side under the present rule, and everything between them. Computed
/// synchronously on the UI thread like the session itself: the blend follows a slider at 60 Hz.
class LivePair {
public:
    struct Side {
        std::shared_ptr<const LiveUser> user; ///< nullptr: nobody
        LiveRanking ranking;                  ///< list: without what either has seen
    };
    struct Blend {
        double share = 0.0; ///< of B
        std::vector<ScoredItem> list;
        double microseconds = 0.0; ///< measured: scores and ranking
    };

    explicit LivePair(const LiveSession& live);

    /// Ids of two users on the stage. Whoever is gone, or both times the same, is replaced by the current
    /// user or the first other one. Computes both lists anew.
    void choose(qint64 a, qint64 b);
    void refresh() { choose(idOf(m_a), idOf(m_b)); } ///< after every change of the session

    bool complete() const noexcept { return m_b.user != nullptr; } ///< two users are there
    const Side& a() const noexcept { return m_a; }
    const Side& b() const noexcept { return m_b; }
    const PairLists& lists() const noexcept { return m_lists; }
    Blend blend(double share);

    /// Where the user is drawn on the map; nothing without a vector.
    std::optional<Eigen::Vector2f> positionOf(const Side& side) const;

private:
    static qint64 idOf(const Side& side) { return side.user ? side.user->id : 0; }
    std::shared_ptr<const LiveUser> pick(qint64 id, const LiveUser* taken) const;
    PairSide rank(Side& side) const;

    const LiveSession& m_live;
    Side m_a;
    Side m_b;
    PairLists m_lists;
};

} // namespace recital
