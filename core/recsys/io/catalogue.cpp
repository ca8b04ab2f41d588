#include "core/recsys/io/catalogue.h"

#include "core/recsys/io/itemtitle.h"
#include "core/recsys/io/text.h"

#include <algorithm>
#include <numeric>

namespace recital::io {

namespace {

constexpr std::size_t maximumGenres = 32; // bits of Item::genres

} // namespace

Status Catalogue::add(ItemId id, std::string_view title, std::int64_t line) {
    const auto position = static_cast<std::size_t>(m_positions.add(id));
    if (position < m_items.size())
        return lineError(m_file, line,
                         "item " + std::to_string(id) + " appears twice, first in line " +
                             std::to_string(m_lines[position]));
    ItemTitle parsed = parseTitle(title);
    if (parsed.title.empty())
        parsed.title = "Item " + std::to_string(id);
    m_items.push_back({id, std::move(parsed.title), parsed.year, 0});
    m_lines.push_back(line);
    return success();
}

void Catalogue::addGenres(std::string_view list) {
    if (trimmed(list) == "(no genres listed)")
        return;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('|'), list.size());
        const std::string_view name = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (name.empty())
            continue;
        const auto found = std::find(m_collected.begin(), m_collected.end(), name);
        const auto genre = static_cast<std::uint32_t>(found - m_collected.begin());
        if (found == m_collected.end())
            m_collected.emplace_back(name);
        m_itemGenre.emplace_back(static_cast<std::uint32_t>(m_items.size() - 1), genre);
    }
}

void Catalogue::setYearIfNone(std::int16_t year) {
    if (m_items.back().year == 0)
        m_items.back().year = year;
}

void Catalogue::assignGenres(DatasetParts& parts) {
    std::vector<std::size_t> uses(m_collected.size(), 0);
    for (const auto& entry : m_itemGenre)
        ++uses[entry.second];
    std::vector<std::uint32_t> order(m_collected.size());
    std::iota(order.begin(), order.end(), 0U);
    if (order.size() > maximumGenres) {
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return uses[a] != uses[b] ? uses[a] > uses[b] : m_collected[a] < m_collected[b];
        });
        parts.info.notes.push_back(m_file + ": " + std::to_string(order.size()) +
                                   " genres, the 32 most frequent are kept");
        order.resize(maximumGenres);
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return m_collected[a] < m_collected[b]; });
    std::vector<std::uint32_t> bits(m_collected.size(), 0);
    for (std::size_t g = 0; g < order.size(); ++g) {
        bits[order[g]] = 1U << g;
        m_genreNames.push_back(m_collected[order[g]]);
    }
    for (const auto& [item, genre] : m_itemGenre)
        m_items[item].genres |= bits[genre];
}

void Catalogue::finish(const IdMap& ratedItems, DatasetParts& parts) {
    if (!m_collected.empty())
        assignGenres(parts);
    const std::size_t known = m_items.size();
    for (std::size_t i = known; i < ratedItems.size(); ++i) {
        const ItemId id = ratedItems.ids()[i];
        m_items.push_back({id, "Item " + std::to_string(id), 0, 0});
    }
    const std::size_t unknown = known > 0 ? m_items.size() - known : 0;
    if (unknown == 1)
        parts.info.notes.push_back("1 rated item is not in " + m_file + ": it is called by its number");
    else if (unknown > 1)
        parts.info.notes.push_back(std::to_string(unknown) + " rated items are not in " + m_file +
                                   ": they are called by their number");
    parts.items = std::move(m_items);
    parts.genreNames = std::move(m_genreNames);
}

void takeRatings(RatingTable& table, DatasetParts& parts) {
    if (table.users.size() > 0)
        parts.userIds = table.users.takeIds();
    parts.ratingUser = std::move(table.user);
    parts.ratingItem = std::move(table.item);
    parts.ratingValue = std::move(table.value);
    parts.ratingTime = std::move(table.time);
}

} // namespace recital::io
