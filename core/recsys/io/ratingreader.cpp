#include "core/recsys/io/ratingreader.h"

#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace recital::io {

namespace {

constexpr std::size_t maximumRows = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
/// Rows between two looks at the stop token.
constexpr std::int64_t rowsPerLook = 16384;

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

/// Room for exactly the rows to come, so that nothing is copied or wasted later.
Status reserveRows(std::string_view text, const RatingFormat& format, const JobControl& control,
                   RatingTable& table) {
    std::size_t lines = text.empty() || text.ends_with('\n') ? 0 : 1;
    for (std::size_t begin = 0; begin < text.size(); begin += countedAtOnce) {
        if (control.stopRequested())
            return cancelled();
        const std::string_view part = text.substr(begin, countedAtOnce);
        lines += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
    }
    const std::size_t rows = table.value.size() + lines;
    if (rows > maximumRows)
        return fileError(format.file, "more than 2147483647 lines");
    table.user.reserve(rows);
    table.item.reserve(rows);
    table.value.reserve(rows);
    table.time.reserve(rows);
    return success();
}

} // namespace

Status readRatings(const FileContent& content, TextPosition start, const RatingFormat& format,
                   const JobControl& control, RatingTable& table) {
    const std::string_view text = content.bytes();
    if (Status status = reserveRows(text.substr(std::min(start.offset, text.size())), format, control, table);
        !status)
        return status;
    RecordReader reader(format.file, text, format.separator, format.quotes);
    reader.seek(start.offset, start.line);
    Row row;
    while (reader.next()) {
        if (Status status = reader.requireFields(format.fieldCount); !status)
            return status;
        if (const std::string fault = parseRow(format, reader.fields(), row); !fault.empty())
            return lineError(format.file, reader.line(), fault);
        table.user.push_back(table.users.add(row.user));
        table.item.push_back(table.items.add(row.item));
        table.value.push_back(row.value);
        table.time.push_back(row.time);
        if (reader.line() % rowsPerLook == 0) {
            if (control.stopRequested())
                return cancelled();
            content.release(reader.position());
            control.report(static_cast<double>(reader.position()) / static_cast<double>(text.size()));
        }
    }
    if (reader.fault())
        return *reader.fault();
    return success();
}

} // namespace recital::io
