#pragma once

#include "core/recsys/types.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>
#include <vector>

namespace recital {

/// Keeps the `capacity` best of a stream of (item, score): higher score first, then lower item. Offers must
/// come in ascending order of item. O(n + capacity log capacity log n) for n offers in random order, because
/// most of them fail the one comparison with the worst that is kept.
class TopSelector {
public:
    struct Entry {
        double score = 0.0;
        ItemIndex item = 0;
    };

    explicit TopSelector(std::size_t capacity)
        : m_capacity(capacity) {}

    void offer(ItemIndex item, double score) {
        // A later item of equal score has a higher index, so it loses against what is kept.
        if (score > m_bound)
            insert({score, item});
    }

    /// Best first. The selector is empty afterwards and keeps its memory.
    void drainInto(std::vector<Entry>& entries) {
        std::sort_heap(m_heap.begin(), m_heap.end(), better);
        entries.assign(m_heap.begin(), m_heap.end());
        m_heap.clear();
        m_bound = lowest;
    }

private:
    static constexpr double lowest = -std::numeric_limits<double>::infinity();

    static bool better(const Entry& a, const Entry& b) noexcept {
        return a.score != b.score ? a.score > b.score : a.item < b.item;
    }

    void insert(Entry entry) {
        assert(m_capacity > 0);
        if (m_heap.size() == m_capacity) {
            std::pop_heap(m_heap.begin(), m_heap.end(), better);
            m_heap.back() = entry;
        } else {
            m_heap.push_back(entry);
        }
        std::push_heap(m_heap.begin(), m_heap.end(), better);
        if (m_heap.size() == m_capacity)
            m_bound = m_heap.front().score;
    }

    std::size_t m_capacity;
    double m_bound = lowest;   ///< the score to beat
    std::vector<Entry> m_heap; ///< the worst kept entry in front
};

} // namespace recital
