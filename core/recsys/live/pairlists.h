#pragma once

#include "core/recsys/types.h"

#include <span>
#include <vector>

namespace recital {

/// One of two users, as the live ranking left them.
struct PairSide {
    std::vector<float> scores;       ///< printed score of every item
    std::vector<ItemIndex> excluded; ///< ascending: everything this user has seen
};

/// Two users over the same films: what either has seen is on nobody's list, so that what only one of them is
/// recommended is a difference of taste and not of what they have seen.
class PairLists {
public:
    PairLists() = default; ///< three empty lists
    /// Both sides have as many scores, all of them finite.
    PairLists(PairSide a, PairSide b, int k);

    const std::vector<ScoredItem>& first() const noexcept { return m_first; }
    const std::vector<ScoredItem>& second() const noexcept { return m_second; }
    const std::vector<ItemIndex>& common() const noexcept { return m_common; } ///< on both; ascending
    bool isCommon(ItemIndex item) const;

    /// The list of (1 - share) * a + share * b, share in [0, 1]. A score is linear in the user's vector, so
    /// this is the list of the vector between the two; 0 gives first(), 1 gives second(). O(items).
    std::vector<ScoredItem> blend(double share);

private:
    std::vector<ScoredItem> top(std::span<const float> scores) const;

    PairSide m_a;
    PairSide m_b;
    int m_k = 0;
    std::vector<ItemIndex> m_excluded; ///< of either
    std::vector<ScoredItem> m_first;
    std::vector<ScoredItem> m_second;
    std::vector<ItemIndex> m_common;
    std::vector<float> m_blended; ///< kept to spare the allocation
};

} // namespace recital
