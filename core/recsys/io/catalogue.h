#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/io/idmap.h"
#include "core/recsys/io/ratingreader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital::io {

/// Items of the item file while they are read.
class Catalogue {
public:
    explicit Catalogue(std::string file)
        : m_file(std::move(file)) {}

    /// The genres in this order; without it they are collected and sorted.
    void setGenres(std::vector<std::string> names) { m_genreNames = std::move(names); }
    /// Title as it stands in the file, UTF-8. Errors: BadFormat for an id that is there already.
    Status add(ItemId id, std::string_view title, std::int64_t line);
    /// To the item added last; for lists separated by '|'.
    void addGenres(std::string_view list);
    /// To the item added last, by number of setGenres.
    void addGenre(std::size_t genre) { m_items.back().genres |= 1U << genre; }
    void setYearIfNone(std::int16_t year);

    std::size_t size() const noexcept { return m_items.size(); }
    const std::vector<Item>& items() const noexcept { return m_items; }

    /// Moves everything into the parts. Items that only the ratings know get a title by number and a note;
    /// `ratedItems` must hold the ids of items() first, in the same order.
    void finish(const IdMap& ratedItems, DatasetParts& parts);

private:
    void assignGenres(DatasetParts& parts);

    std::string m_file;
    std::vector<Item> m_items;
    std::vector<std::int64_t> m_lines;
    IdMap m_positions;
    std::vector<std::string> m_genreNames;
    std::vector<std::string> m_collected; ///< names of genres in order of appearance
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        m_itemGenre; ///< item position, position in m_collected
};

/// Moves the columns into the parts.
void takeRatings(RatingTable& table, DatasetParts& parts);

} // namespace recital::io
