#include "core/recsys/io/catalogue.h"
#include "core/recsys/io/ratingreader.h"
#include "core/recsys/io/readers.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"
#include "core/recsys/io/timetext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace recital::io {

namespace {

constexpr std::int64_t rowsPerLook = 16384;

/// The cell of a column without blanks and, in layouts without quoting, without quotes around it.
std::string_view cellAt(const std::vector<std::string_view>& fields, int column) {
    std::string_view cell = trimmed(fields[static_cast<std::size_t>(column)]);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = cell.substr(1, cell.size() - 2);
    return cell;
}

/// A number without the leading zeros that would not survive being a number (ISBNs have them).
std::optional<std::int64_t> plainInteger(std::string_view cell) {
    const bool leadingZero = cell.size() > 1 && (cell.front() == '0' || cell.starts_with("-0"));
    return leadingZero ? std::nullopt : toInteger(cell);
}

/// Ids of one column: numbers as long as all are numbers, else names.
class IdColumn {
public:
    bool named = false;

    /// Position of the id; nullopt if it is no number and the column was taken for numbers.
    std::optional<std::int32_t> add(std::string_view cell) {
        if (named) {
            const auto [entry, isNew] =
                m_names.try_emplace(std::string(cell), static_cast<std::int32_t>(m_names.size()));
            return entry->second;
        }
        const auto id = plainInteger(cell);
        if (!id)
            return std::nullopt;
        return m_numbers.add(*id);
    }

    std::size_t size() const { return named ? m_names.size() : m_numbers.size(); }

    /// By position: the number, or 1, 2, 3... in alphabetical order of the names.
    std::vector<std::int64_t> ids() const {
        if (!named)
            return m_numbers.ids();
        const std::vector<std::string> names = namesByPosition();
        std::vector<std::size_t> order(names.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&names](auto a, auto b) { return names[a] < names[b]; });
        std::vector<std::int64_t> ids(names.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            ids[order[rank]] = static_cast<std::int64_t>(rank) + 1;
        return ids;
    }

    std::vector<std::string> namesByPosition() const {
        std::vector<std::string> names(m_names.size());
        for (const auto& [name, position] : m_names)
            names[static_cast<std::size_t>(position)] = name;
        return names;
    }

private:
    IdMap m_numbers;
    std::unordered_map<std::string, std::int32_t> m_names;
};

enum class Outcome { Done, UsersAreNamed, ItemsAreNamed };

/// Reads the rows of a table whose columns are known.
class TableReader {
public:
    TableReader(const ColumnMapping& columns, std::string_view text)
        : m_columns(columns)
        , m_text(text) {}

    IdColumn users;
    IdColumn items;
    RatingTable table; ///< its maps stay empty

    Result<Outcome> read(const JobControl& control) {
        table = {};
        RecordReader reader(m_columns.file, m_text, std::string_view(&m_columns.delimiter, 1),
                            usesQuotes(m_columns.delimiter));
        std::size_t fieldCount = 0;
        bool header = m_columns.hasHeader;
        while (reader.next()) {
            if (fieldCount == 0)
                if (Status status = takeShape(reader, fieldCount); !status)
                    return status.error();
            if (std::exchange(header, false))
                continue;
            if (Status status = reader.requireFields(fieldCount); !status)
                return status.error();
            const auto outcome = addRow(reader);
            if (!outcome || *outcome != Outcome::Done)
                return outcome;
            if (reader.line() % rowsPerLook == 0) {
                if (control.stopRequested())
                    return cancelled();
                control.report(static_cast<double>(reader.position()) / static_cast<double>(m_text.size()));
            }
        }
        if (reader.fault())
            return *reader.fault();
        return Outcome::Done;
    }

private:
    Status takeShape(const RecordReader& reader, std::size_t& fieldCount) const {
        fieldCount = reader.fields().size();
        const int last = std::max({m_columns.user, m_columns.item, m_columns.value, m_columns.time});
        if (static_cast<std::size_t>(last) < fieldCount)
            return success();
        return lineError(m_columns.file, reader.line(),
                         "column " + std::to_string(last + 1) + " is wanted, but the line has " +
                             std::to_string(fieldCount));
    }

    Result<Outcome> addRow(const RecordReader& reader) {
        const auto fault = [&](const std::string& reason) {
            return lineError(m_columns.file, reader.line(), reason);
        };
        const std::string_view userCell = cellAt(reader.fields(), m_columns.user);
        const std::string_view itemCell = cellAt(reader.fields(), m_columns.item);
        if (userCell.empty() || itemCell.empty())
            return fault(userCell.empty() ? "the user is empty" : "the item is empty");
        const auto user = users.add(userCell);
        if (!user)
            return Outcome::UsersAreNamed;
        const auto item = items.add(itemCell);
        if (!item)
            return Outcome::ItemsAreNamed;
        float value = 1.0F;
        if (m_columns.value >= 0) {
            const std::string_view cell = cellAt(reader.fields(), m_columns.value);
            const auto number = valueOf(cell);
            if (!number || std::abs(*number) > std::numeric_limits<float>::max())
                return fault("value " + inQuotes(cell) + " is " + (number ? "too large" : "not a number"));
            value = static_cast<float>(*number);
        }
        Timestamp time = 0;
        if (m_columns.time >= 0) {
            const std::string_view cell = cellAt(reader.fields(), m_columns.time);
            const auto parsed = parseTime(cell);
            if (!parsed)
                return fault("time " + inQuotes(cell) +
                             " is neither a Unix time nor a date from 1970 to 2106");
            time = *parsed;
        }
        if (table.value.size() == std::numeric_limits<std::int32_t>::max())
            return fault("more than 2147483647 ratings");
        table.user.push_back(*user);
        table.item.push_back(*item);
        table.value.push_back(value);
        table.time.push_back(time);
        return Outcome::Done;
    }

    /// Where ';' separates, a comma may stand for the decimal point.
    std::optional<double> valueOf(std::string_view cell) const {
        const auto number = toNumber(cell);
        if (number || m_columns.delimiter != ';' || cell.find(',') == std::string_view::npos)
            return number;
        std::string withPoint(cell);
        withPoint[cell.find(',')] = '.';
        return toNumber(withPoint);
    }

    const ColumnMapping& m_columns;
    std::string_view m_text;
};

/// Reads again from the start when a column of numbers turns out to hold names (an ISBN may end with X).
Status readTable(TableReader& reader, const JobControl& control) {
    while (true) {
        const auto outcome = reader.read(control);
        if (!outcome)
            return outcome.error();
        if (*outcome == Outcome::Done)
            return success();
        const bool usersNamed = reader.users.named || *outcome == Outcome::UsersAreNamed;
        const bool itemsNamed = reader.items.named || *outcome == Outcome::ItemsAreNamed;
        reader.users = {};
        reader.items = {};
        reader.users.named = usersNamed;
        reader.items.named = itemsNamed;
    }
}

std::vector<Item> makeItems(const IdColumn& column) {
    const std::vector<std::int64_t> ids = column.ids();
    std::vector<std::string> names = column.namesByPosition();
    std::vector<Item> items;
    items.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        items.push_back({ids[i], column.named ? toUtf8(names[i]) : "Item " + std::to_string(ids[i]), 0, 0});
    return items;
}

} // namespace

Result<DatasetParts> readDelimited(const FileSource& source, const ColumnMapping& columns,
                                   const JobControl& control) {
    if (Status status = columns.validate(); !status)
        return status.error();
    const auto content = source.open(columns.file, control.stop);
    if (!content)
        return content.error();
    const std::string_view text = withoutByteOrderMark((*content)->bytes());
    if (isBinary(text))
        return fileError(columns.file, "is no text in UTF-8 or Latin-1");
    TableReader reader(columns, text);
    if (Status status = readTable(reader, control); !status)
        return status.error();
    if (reader.table.value.empty())
        return fileError(columns.file, text.empty() ? "the file is empty" : "there are no ratings");

    DatasetParts parts;
    parts.items = makeItems(reader.items);
    parts.userIds = reader.users.ids();
    if (reader.users.named)
        parts.info.notes.push_back("users have names: they are numbered from 1 in alphabetical order");
    const auto [lowest, highest] = std::minmax_element(reader.table.value.begin(), reader.table.value.end());
    parts.info.minRating = *lowest;
    parts.info.maxRating = *highest;
    parts.info.hasTimestamps = columns.time >= 0;
    takeRatings(reader.table, parts);
    return parts;
}

} // namespace recital::io
