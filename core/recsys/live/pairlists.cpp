#include "core/recsys/live/pairlists.h"

#include "core/recsys/recommend.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace recital {

namespace {

std::vector<ItemIndex> sortedItems(std::span<const ScoredItem> list) {
    std::vector<ItemIndex> items;
    std::ranges::transform(list, std::back_inserter(items), &ScoredItem::item);
    std::ranges::sort(items);
    return items;
}

} // namespace

PairLists::PairLists(PairSide a, PairSide b, int k)
    : m_a(std::move(a))
    , m_b(std::move(b))
    , m_k(k) {
    assert(m_a.scores.size() == m_b.scores.size());
    std::ranges::set_union(m_a.excluded, m_b.excluded, std::back_inserter(m_excluded));
    m_first = top(m_a.scores);
    m_second = top(m_b.scores);
    std::ranges::set_intersection(sortedItems(m_first), sortedItems(m_second), std::back_inserter(m_common));
    m_blended.resize(m_a.scores.size());
}

std::vector<ScoredItem> PairLists::top(std::span<const float> scores) const {
    Result<std::vector<ScoredItem>> list = topK(scores, m_excluded, m_k);
    assert(list.ok()); // the live ranking never leaves a score that is not finite
    return list ? std::move(list).value() : std::vector<ScoredItem>();
}

bool PairLists::isCommon(ItemIndex item) const {
    return std::ranges::binary_search(m_common, item);
}

std::vector<ScoredItem> PairLists::blend(double share) {
    assert(share >= 0.0 && share <= 1.0);
    const auto b = static_cast<float>(share);
    const float a = 1.0F - b;
    for (std::size_t item = 0; item < m_blended.size(); ++item)
        m_blended[item] = a * m_a.scores[item] + b * m_b.scores[item];
    return top(m_blended);
}

} // namespace recital
