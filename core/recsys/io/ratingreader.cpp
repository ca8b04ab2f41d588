#include "core/recsys/io/ratingreader.h"

#include "core/recsys/io/fastparse.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace recital::io {

namespace {

constexpr std::size_t maximumRows = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
/// Bytes between two looks while counting lines.
constexpr std::size_t countedAtOnce = std::size_t{1} << 24U;

struct Row {
    std::int64_t user = 0;
    std::int64_t item = 0;
    float value = 0.0F;
    Timestamp time = 0;
};

std::string_view cellAt(const std::vector<std::string_view>& fields, int column) {
    return trimmed(fields[static_cast<std::size_t>(column)]);
}

/// What is wrong with the record, empty if nothing.
std::string parseRow(const RatingFormat& format, const std::vector<std::string_view>& fields, Row& row) {
    const auto id = [&](std::string_view what, int column, std::int64_t& target) -> std::string {
        const std::string_view cell = cellAt(fields, column);
        const auto number = toInteger(cell);
        if (!number)
            return idFault(what, cell);
        target = *number;
        return target < 0 ? std::string(what) + ' ' + std::string(cell) + " is negative" : std::string();
    };
    if (std::string fault = id("user id", format.user, row.user); !fault.empty())
        return fault;
    if (std::string fault = id("item id", format.item, row.item); !fault.empty())
        return fault;

    const std::string_view valueCell = cellAt(fields, format.value);
    const auto value = toNumber(valueCell);
    if (!value)
        return "rating " + inQuotes(valueCell) + " is not a number";
    if (*value < format.minimum || *value > format.maximum)
        return "rating " + std::string(valueCell.substr(0, 20)) + " is outside " +
               numberText(format.minimum) + " to " + numberText(format.maximum);
    row.value = static_cast<float>(*value);

    row.time = 0;
    if (format.time >= 0) {
        const std::string_view timeCell = cellAt(fields, format.time);
        const auto time = toInteger(timeCell);
        if (!time)
            return "time " + inQuotes(timeCell) + " is not a number of seconds";
        if (*time < 0 || *time > std::numeric_limits<Timestamp>::max())
            return "time " + std::string(timeCell) + " is outside the years 1970 to 2106";
        row.time = static_cast<Timestamp>(*time);
    }
    return {};
}

/// Room for the rows to come, so that nothing is copied or wasted later.
Status reserveRows(std::string_view text, const RatingFormat& format, const JobControl& control,
                   RatingTable& table) {
    std::size_t lines = text.empty() || text.ends_with('\n') ? 0 : 1;
    for (std::size_t begin = 0; begin < text.size(); begin += countedAtOnce) {
        if (control.stopRequested())
            return cancelled();
        const std::string_view part = text.substr(begin, countedAtOnce);
        lines += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
    }
    // A field takes two characters with its separator: a file of nothing but line ends needs no room.
    lines = std::min(lines, text.size() / (2 * format.fieldCount) + 1);
    const std::size_t rows = table.value.size() + lines;
    if (rows > maximumRows)
        return fileError(format.file, "more than 2147483647 ratings");
    table.user.reserve(rows);
    table.item.reserve(rows);
    table.value.reserve(rows);
    table.time.reserve(rows);
    return success();
}

/// Rows on their way into the table, in the cache.
class RowBlock {
public:
    explicit RowBlock(RatingTable& table)
        : m_table(table) {}

    bool full() const noexcept { return m_size == capacity; }
    void add(std::int32_t user, std::int32_t item, float value, Timestamp time) noexcept {
        m_user[m_size] = user;
        m_item[m_size] = item;
        m_value[m_size] = value;
        m_time[m_size] = time;
        ++m_size;
    }
    void flush() {
        append(m_table.user, m_user);
        append(m_table.item, m_item);
        append(m_table.value, m_value);
        append(m_table.time, m_time);
        m_size = 0;
    }

private:
    static constexpr std::size_t capacity = 4096;

    template<typename T>
    void append(std::vector<T>& column, const std::array<T, capacity>& block) const {
        column.insert(column.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(m_size));
    }

    RatingTable& m_table;
    std::size_t m_size = 0;
    std::array<std::int32_t, capacity> m_user;
    std::array<std::int32_t, capacity> m_item;
    std::array<float, capacity> m_value;
    std::array<Timestamp, capacity> m_time;
};

/// Takes lines in the usual form, as many as there are in a row.
class FastLines {
public:
    FastLines(const RatingFormat& format, RatingTable& table)
        : m_table(table)
        , m_usable(format.user == 0 && format.item == 1 && format.value == 2 && format.fieldCount <= 4 &&
                   format.time == (format.fieldCount == 4 ? 3 : -1) && format.separator.size() <= 2)
        , m_hasTime(format.time >= 0)
        , m_wide(format.separator.size() == 2)
        , m_separator{format.separator.front(), format.separator.back()}
        , m_lowest(static_cast<unsigned>(std::lround(10.0 * format.minimum)))
        , m_highest(static_cast<unsigned>(std::lround(10.0 * format.maximum))) {
        for (std::size_t tenths = 0; tenths < m_valueOfTenths.size(); ++tenths)
            m_valueOfTenths[tenths] = static_cast<float>(static_cast<double>(tenths) / 10.0);
    }

    /// Fills the block from text[position]; stops in front of the first unusual line. Returns the number of
    /// lines taken.
    std::int64_t take(std::string_view text, std::size_t& position, RowBlock& block) {
        if (!m_usable || text.size() < longestLine)
            return 0;
        const char* cursor = text.data() + position;
        const char* const last = text.data() + (text.size() - longestLine);
        std::int64_t lines = 0;
        while (cursor <= last && !block.full() && takeLine(cursor, block))
            ++lines;
        position = static_cast<std::size_t>(cursor - text.data());
        return lines;
    }

private:
    /// More than any line in the usual form, and than what is read beyond it.
    static constexpr std::size_t longestLine = 64;

    bool takeSeparator(const char*& text) const noexcept {
        if (m_wide) {
            const bool fits = text[0] == m_separator[0] && text[1] == m_separator[1];
            text += 2;
            return fits;
        }
        return *text++ == m_separator[0];
    }

    bool takeLine(const char*& cursor, RowBlock& block) {
        const char* text = cursor;
        std::int64_t user = 0;
        std::int64_t item = 0;
        unsigned tenths = 0;
        Timestamp time = 0;
        if (!takeShortNumber(text, user) || !takeSeparator(text) || !takeShortNumber(text, item) ||
            !takeSeparator(text) || !takeTenths(text, tenths) || tenths < m_lowest || tenths > m_highest)
            return false;
        if (m_hasTime && (!takeSeparator(text) || !takeLongNumber(text, time)))
            return false;
        text += *text == '\r' ? 1 : 0;
        if (*text != '\n')
            return false;
        block.add(m_table.users.add(user), m_table.items.add(item), m_valueOfTenths[tenths], time);
        cursor = text + 1;
        return true;
    }

    RatingTable& m_table;
    bool m_usable;
    bool m_hasTime;
    bool m_wide;
    std::array<char, 2> m_separator;
    unsigned m_lowest;
    unsigned m_highest;
    std::array<float, 100> m_valueOfTenths{};
};

} // namespace

Status readRatings(const FileContent& content, TextPosition start, const RatingFormat& format,
                   const JobControl& control, RatingTable& table) {
    const std::string_view text = content.bytes();
    if (start.offset == 0)
        start.offset = text.size() - withoutByteOrderMark(text).size();
    if (Status status = reserveRows(text.substr(std::min(start.offset, text.size())), format, control, table);
        !status)
        return status;
    RecordReader reader(format.file, text, format.separator, format.quotes);
    reader.seek(start.offset, start.line);
    FastLines fastLines(format, table);
    RowBlock block(table);
    Row row;
    bool more = true;
    while (more) {
        std::size_t position = reader.position();
        const std::int64_t taken = fastLines.take(text, position, block);
        reader.seek(position, reader.nextLine() + taken);
        if (!block.full()) {
            more = reader.next();
            if (!more)
                break;
            if (Status status = reader.requireFields(format.fieldCount); !status)
                return status;
            if (const std::string fault = parseRow(format, reader.fields(), row); !fault.empty())
                return lineError(format.file, reader.line(), fault);
            block.add(table.users.add(row.user), table.items.add(row.item), row.value, row.time);
        }
        if (block.full()) {
            block.flush();
            if (control.stopRequested())
                return cancelled();
            content.release(reader.position());
            control.report(static_cast<double>(reader.position()) / static_cast<double>(text.size()));
        }
    }
    block.flush();
    if (reader.fault())
        return *reader.fault();
    return success();
}

} // namespace recital::io
