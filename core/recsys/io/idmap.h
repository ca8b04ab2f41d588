#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace recital::io {

/// Gives the ids of a file positions 0, 1, 2... in order of appearance. Small ids, as in MovieLens, cost one
/// look into a table; any others go through a hash table.
class IdMap {
public:
    /// Position of the id, a new one if it has none yet.
    std::int32_t add(std::int64_t id) {
        if (static_cast<std::uint64_t>(id) < m_direct.size()) [[likely]] {
            std::int32_t& position = m_direct[static_cast<std::size_t>(id)];
            if (position < 0) [[unlikely]]
                position = append(id);
            return position;
        }
        return addOutside(id);
    }

    /// -1 if the id has none.
    std::int32_t find(std::int64_t id) const {
        if (static_cast<std::uint64_t>(id) < m_direct.size())
            return m_direct[static_cast<std::size_t>(id)];
        const auto found = m_others.find(id);
        return found == m_others.end() ? -1 : found->second;
    }

    std::size_t size() const noexcept { return m_ids.size(); }
    const std::vector<std::int64_t>& ids() const noexcept { return m_ids; }
    std::vector<std::int64_t> takeIds() { return std::move(m_ids); }

private:
    static constexpr std::uint64_t directLimit = std::uint64_t{1} << 22U;

    std::int32_t append(std::int64_t id) {
        m_ids.push_back(id);
        return static_cast<std::int32_t>(m_ids.size() - 1);
    }

    std::int32_t addOutside(std::int64_t id) {
        if (static_cast<std::uint64_t>(id) < directLimit) {
            const auto wanted = static_cast<std::size_t>(id) + 1;
            m_direct.resize(wanted + wanted / 2, -1);
            return m_direct[static_cast<std::size_t>(id)] = append(id);
        }
        const auto [entry, isNew] = m_others.try_emplace(id, static_cast<std::int32_t>(m_ids.size()));
        if (isNew)
            m_ids.push_back(id);
        return entry->second;
    }

    std::vector<std::int32_t> m_direct;
    std::unordered_map<std::int64_t, std::int32_t> m_others;
    std::vector<std::int64_t> m_ids;
};

} // namespace recital::io
