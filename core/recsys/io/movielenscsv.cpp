#include "core/recsys/io/catalogue.h"
#include "core/recsys/io/ratingreader.h"
#include "core/recsys/io/readers.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <algorithm>

namespace recital::io {

namespace {

/// Column of that name in the header, -1 if there is none.
int columnOf(const RecordReader& header, std::string_view name) {
    const auto& fields = header.fields();
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (trimmed(fields[i]) == name)
            return static_cast<int>(i);
    return -1;
}

std::string headerText(const RecordReader& header) {
    std::string text;
    for (const std::string_view field : header.fields())
        text += (text.empty() ? "" : ",") + std::string(field);
    return text;
}

TextPosition behindByteOrderMark(std::string_view text) {
    return {text.size() - withoutByteOrderMark(text).size(), 1};
}

/// Reads the header: the columns may stand in any order.
Result<TextPosition> readHeader(std::string_view text, RatingFormat& format) {
    RecordReader header(format.file, text, ",", true);
    header.seek(behindByteOrderMark(text).offset, 1);
    if (!header.next())
        return header.fault() ? *header.fault() : fileError(format.file, "the file is empty");
    format.user = columnOf(header, "userId");
    format.item = columnOf(header, "movieId");
    format.value = columnOf(header, "rating");
    format.time = columnOf(header, "timestamp");
    format.fieldCount = header.fields().size();
    if (format.user < 0 || format.item < 0 || format.value < 0)
        return lineError(format.file, header.line(),
                         "the header is " + inQuotes(headerText(header)) +
                             ", but userId,movieId,rating,timestamp is needed");
    return TextPosition{header.position(), header.nextLine()};
}

Status readMovies(const FileSource& source, Catalogue& catalogue) {
    auto content = source.open("movies.csv");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("movies.csv", text, ",", true);
    if (!reader.next())
        return reader.fault() ? *reader.fault() : fileError("movies.csv", "the file is empty");
    const int id = columnOf(reader, "movieId");
    const int title = columnOf(reader, "title");
    const int genres = columnOf(reader, "genres");
    const std::size_t fieldCount = reader.fields().size();
    if (id < 0 || title < 0)
        return lineError("movies.csv", reader.line(),
                         "the header is " + inQuotes(headerText(reader)) +
                             ", but movieId,title,genres is needed");
    while (reader.next()) {
        if (Status status = reader.requireFields(fieldCount); !status)
            return status;
        const std::string_view idCell = trimmed(reader.fields()[static_cast<std::size_t>(id)]);
        const auto number = toInteger(idCell);
        if (!number)
            return lineError("movies.csv", reader.line(), idFault("item id", idCell));
        if (Status status =
                catalogue.add(*number, reader.fields()[static_cast<std::size_t>(title)], reader.line());
            !status)
            return status;
        if (genres >= 0)
            catalogue.addGenres(reader.fields()[static_cast<std::size_t>(genres)]);
    }
    return reader.fault() ? Status(*reader.fault()) : success();
}

} // namespace

Result<DatasetParts> readMovieLensCsv(const FileSource& source, const JobControl& control) {
    DatasetParts parts;
    parts.info.minRating = 0.5F;
    parts.info.maxRating = 5.0F;
    Catalogue catalogue("movies.csv");
    if (!source.has("movies.csv"))
        parts.info.notes.push_back("movies.csv is missing: items are called by their number");
    else if (Status status = readMovies(source, catalogue); !status)
        return status.error();

    auto content = source.open("ratings.csv", control.stop);
    if (!content)
        return content.error();
    RatingFormat format;
    format.file = "ratings.csv";
    format.separator = ",";
    format.quotes = true;
    const auto start = readHeader((*content)->bytes(), format);
    if (!start)
        return start.error();
    RatingTable table;
    for (const Item& item : catalogue.items())
        table.items.add(item.id);
    if (Status status = readRatings(**content, *start, format, control, table); !status)
        return status.error();
    if (table.value.empty())
        return fileError("ratings.csv", "there are no ratings");
    parts.info.hasTimestamps = format.time >= 0;
    catalogue.finish(table.items, parts);
    takeRatings(table, parts);
    return parts;
}

} // namespace recital::io
