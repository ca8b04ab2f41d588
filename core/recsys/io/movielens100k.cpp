#include "core/recsys/io/catalogue.h"
#include "core/recsys/io/ratingreader.h"
#include "core/recsys/io/readers.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <array>
#include <unordered_map>

namespace recital::io {

namespace {

constexpr std::array foldNames = {"u1", "u2", "u3", "u4", "u5", "ua", "ub"};
/// Fields of u.item before the genre flags: id, title, release date, video release date, IMDb address.
constexpr std::size_t fieldsBeforeGenres = 5;

RatingFormat ratingFormat(std::string_view file) {
    RatingFormat format;
    format.file = file;
    format.separator = "\t";
    format.minimum = 1.0;
    return format;
}

/// Names of the genre flags in u.item, in order.
Result<std::vector<std::string>> readGenres(const FileSource& source) {
    auto content = source.open("u.genre");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("u.genre", text, "|", false);
    std::vector<std::string> names;
    while (reader.next()) {
        if (Status status = reader.requireFields(2); !status)
            return status.error();
        if (toInteger(trimmed(reader.fields()[1])) != static_cast<std::int64_t>(names.size()))
            return lineError("u.genre", reader.line(), "genre " + std::to_string(names.size()) + " expected");
        if (names.size() == 32)
            return lineError("u.genre", reader.line(), "more than 32 genres");
        names.emplace_back(trimmed(reader.fields()[0]));
    }
    return names;
}

/// Year of "01-Jan-1995", 0 for anything else.
std::int16_t yearOfDate(std::string_view date) {
    if (date.size() != 11)
        return 0;
    return static_cast<std::int16_t>(toInteger(date.substr(7)).value_or(0));
}

Status addItem(const RecordReader& reader, const std::vector<std::string>& genres, Catalogue& catalogue) {
    if (!genres.empty())
        if (Status status = reader.requireFields(fieldsBeforeGenres + genres.size()); !status)
            return status;
    const auto& fields = reader.fields();
    const auto fault = [&reader](const std::string& reason) {
        return lineError("u.item", reader.line(), reason);
    };
    if (fields.size() < fieldsBeforeGenres)
        return fault("at least 5 fields expected, " + std::to_string(fields.size()) + " found");
    const auto id = toInteger(trimmed(fields[0]));
    if (!id)
        return fault(idFault("item id", trimmed(fields[0])));
    if (Status status = catalogue.add(*id, fields[1], reader.line()); !status)
        return status;
    catalogue.setYearIfNone(yearOfDate(fields[2]));
    // The flag "unknown" says that there is no genre, so it is none.
    const bool unknownFirst = !genres.empty() && genres.front() == "unknown";
    for (std::size_t g = 0; g < genres.size(); ++g) {
        const std::string_view flag = trimmed(fields[fieldsBeforeGenres + g]);
        if (flag != "0" && flag != "1")
            return fault("genre flag " + inQuotes(flag) + " is neither 0 nor 1");
        if (flag == "1" && !(unknownFirst && g == 0))
            catalogue.addGenre(g - (unknownFirst ? 1 : 0));
    }
    return success();
}

Status readItems(const FileSource& source, std::vector<std::string> genres, Catalogue& catalogue) {
    auto content = source.open("u.item");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("u.item", text, "|", false);
    while (reader.next())
        if (Status status = addItem(reader, genres, catalogue); !status)
            return status;
    if (!genres.empty() && genres.front() == "unknown")
        genres.erase(genres.begin());
    catalogue.setGenres(std::move(genres));
    return reader.fault() ? Status(*reader.fault()) : success();
}

/// Profiles of the users that rated; those in u.user that did not are no users of the dataset.
Status readUsers(const FileSource& source, const IdMap& users, DatasetParts& parts) {
    auto content = source.open("u.user");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("u.user", text, "|", false);
    parts.profiles.resize(users.size());
    while (reader.next()) {
        if (Status status = reader.requireFields(5); !status)
            return status;
        const auto& fields = reader.fields();
        const auto id = toInteger(trimmed(fields[0]));
        const auto age = toInteger(trimmed(fields[1]));
        const std::string_view gender = trimmed(fields[2]);
        if (!id)
            return lineError("u.user", reader.line(), idFault("user id", trimmed(fields[0])));
        if (!age || *age < 0 || *age > 150)
            return lineError("u.user", reader.line(), "age " + inQuotes(fields[1]) + " is outside 0 to 150");
        if (const std::int32_t position = users.find(*id); position >= 0)
            parts.profiles[static_cast<std::size_t>(position)] = {static_cast<std::int16_t>(*age),
                                                                  gender.empty() ? '?' : gender.front(),
                                                                  std::string(trimmed(fields[3]))};
    }
    return reader.fault() ? Status(*reader.fault()) : success();
}

/// Row in u.data by user and item position.
using RowOfPair = std::unordered_map<std::uint64_t, std::uint32_t>;

std::uint64_t pairKey(std::int32_t user, std::int32_t item) {
    return static_cast<std::uint64_t>(user) << 32U | static_cast<std::uint32_t>(item);
}

RowOfPair rowsByPair(const RatingTable& table) {
    RowOfPair rows;
    rows.reserve(table.value.size());
    for (std::size_t row = 0; row < table.value.size(); ++row) {
        const auto [entry, isNew] =
            rows.try_emplace(pairKey(table.user[row], table.item[row]), static_cast<std::uint32_t>(row));
        if (!isNew && table.time[row] >= table.time[entry->second]) // the one that a dataset keeps
            entry->second = static_cast<std::uint32_t>(row);
    }
    return rows;
}

Result<std::vector<std::uint32_t>> readFoldFile(const FileSource& source, const std::string& file,
                                                const RatingTable& data, const RowOfPair& rows,
                                                const JobControl& control) {
    auto content = source.open(file, control.stop);
    if (!content)
        return content.error();
    RatingTable fold;
    const JobControl quiet{control.stop, {}, 1};
    if (Status status = readRatings(**content, {}, ratingFormat(file), quiet, fold); !status)
        return status.error();
    std::vector<std::uint32_t> result(fold.value.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        const UserId user = fold.users.ids()[static_cast<std::size_t>(fold.user[i])];
        const ItemId item = fold.items.ids()[static_cast<std::size_t>(fold.item[i])];
        const auto found = rows.find(pairKey(data.users.find(user), data.items.find(item)));
        if (found == rows.end())
            return fileError(file, "the rating of item " + std::to_string(item) + " by user " +
                                       std::to_string(user) + " is not in u.data");
        result[i] = found->second;
    }
    return result;
}

Status readFolds(const FileSource& source, const RatingTable& table, const JobControl& control,
                 DatasetParts& parts) {
    RowOfPair rows;
    for (const std::string name : foldNames) {
        const bool hasTrain = source.has(name + ".base");
        const bool hasTest = source.has(name + ".test");
        if (hasTrain != hasTest)
            parts.info.notes.push_back(name + (hasTrain ? ".test" : ".base") + " is missing: no fold " +
                                       name);
        if (!hasTrain || !hasTest)
            continue;
        if (rows.empty())
            rows = rowsByPair(table);
        auto train = readFoldFile(source, name + ".base", table, rows, control);
        if (!train)
            return train.error();
        auto test = readFoldFile(source, name + ".test", table, rows, control);
        if (!test)
            return test.error();
        parts.folds.push_back({name, std::move(*train), std::move(*test)});
    }
    return success();
}

} // namespace

Result<DatasetParts> readMovieLens100K(const FileSource& source, const JobControl& control) {
    DatasetParts parts;
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;

    std::vector<std::string> genres;
    if (source.has("u.genre")) {
        auto names = readGenres(source);
        if (!names)
            return names.error();
        genres = std::move(*names);
    } else {
        parts.info.notes.push_back("u.genre is missing: no genres");
    }
    Catalogue catalogue("u.item");
    if (!source.has("u.item"))
        parts.info.notes.push_back("u.item is missing: items are called by their number");
    else if (Status status = readItems(source, std::move(genres), catalogue); !status)
        return status.error();

    RatingTable table;
    for (const Item& item : catalogue.items())
        table.items.add(item.id);
    auto content = source.open("u.data", control.stop);
    if (!content)
        return content.error();
    if (Status status = readRatings(**content, {}, ratingFormat("u.data"), control, table); !status)
        return status.error();
    if (table.value.empty())
        return fileError("u.data", "there are no ratings");
    if (source.has("u.user"))
        if (Status status = readUsers(source, table.users, parts); !status)
            return status.error();
    if (Status status = readFolds(source, table, control, parts); !status)
        return status.error();
    catalogue.finish(table.items, parts);
    takeRatings(table, parts);
    return parts;
}

} // namespace recital::io
