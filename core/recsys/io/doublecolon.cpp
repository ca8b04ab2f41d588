#include "core/recsys/io/catalogue.h"
#include "core/recsys/io/ratingreader.h"
#include "core/recsys/io/readers.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <array>

namespace recital::io {

namespace {

/// Codes of ml-1m's users.dat, from its README.
constexpr std::array<std::string_view, 21> occupations = {"other",
                                                          "academic/educator",
                                                          "artist",
                                                          "clerical/admin",
                                                          "college/grad student",
                                                          "customer service",
                                                          "doctor/health care",
                                                          "executive/managerial",
                                                          "farmer",
                                                          "homemaker",
                                                          "K-12 student",
                                                          "lawyer",
                                                          "programmer",
                                                          "retired",
                                                          "sales/marketing",
                                                          "scientist",
                                                          "self-employed",
                                                          "technician/engineer",
                                                          "tradesman/craftsman",
                                                          "unemployed",
                                                          "writer"};

Status readMovies(const FileSource& source, Catalogue& catalogue) {
    auto content = source.open("movies.dat");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("movies.dat", text, "::", false);
    while (reader.next()) {
        if (Status status = reader.requireFields(3); !status)
            return status;
        const std::string_view idCell = trimmed(reader.fields()[0]);
        const auto id = toInteger(idCell);
        if (!id)
            return lineError("movies.dat", reader.line(), idFault("item id", idCell));
        if (Status status = catalogue.add(*id, reader.fields()[1], reader.line()); !status)
            return status;
        catalogue.addGenres(reader.fields()[2]);
    }
    return reader.fault() ? Status(*reader.fault()) : success();
}

/// Profiles of the users that rated. The age is the lowest of its class (18 means 18 to 24, 1 under 18).
Status readUsers(const FileSource& source, const IdMap& users, DatasetParts& parts) {
    auto content = source.open("users.dat");
    if (!content)
        return content.error();
    const std::string text = toUtf8(withoutByteOrderMark((*content)->bytes()));
    RecordReader reader("users.dat", text, "::", false);
    parts.profiles.resize(users.size());
    while (reader.next()) {
        if (Status status = reader.requireFields(5); !status)
            return status;
        const auto& fields = reader.fields();
        const auto id = toInteger(trimmed(fields[0]));
        const auto age = toInteger(trimmed(fields[2]));
        const auto occupation = toInteger(trimmed(fields[3]));
        const std::string_view gender = trimmed(fields[1]);
        if (!id)
            return lineError("users.dat", reader.line(), idFault("user id", trimmed(fields[0])));
        if (!age || *age < 0 || *age > 150)
            return lineError("users.dat", reader.line(),
                             "age " + inQuotes(fields[2]) + " is outside 0 to 150");
        if (!occupation || *occupation < 0 || *occupation >= static_cast<std::int64_t>(occupations.size()))
            return lineError("users.dat", reader.line(),
                             "occupation " + inQuotes(fields[3]) + " is outside 0 to 20");
        if (const std::int32_t position = users.find(*id); position >= 0)
            parts.profiles[static_cast<std::size_t>(position)] = {
                static_cast<std::int16_t>(*age), gender.empty() ? '?' : gender.front(),
                std::string(occupations[static_cast<std::size_t>(*occupation)])};
    }
    return reader.fault() ? Status(*reader.fault()) : success();
}

} // namespace

Result<DatasetParts> readDoubleColon(const FileSource& source, const JobControl& control) {
    // ml-1m has users.dat and whole stars, ml-10m has neither.
    const bool hasUsers = source.has("users.dat");
    DatasetParts parts;
    parts.info.minRating = hasUsers ? 1.0F : 0.5F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    Catalogue catalogue("movies.dat");
    if (!source.has("movies.dat"))
        parts.info.notes.push_back("movies.dat is missing: items are called by their number");
    else if (Status status = readMovies(source, catalogue); !status)
        return status.error();

    auto content = source.open("ratings.dat", control.stop);
    if (!content)
        return content.error();
    RatingFormat format;
    format.file = "ratings.dat";
    format.separator = "::";
    format.minimum = hasUsers ? 1.0 : 0.5;
    RatingTable table;
    for (const Item& item : catalogue.items())
        table.items.add(item.id);
    if (Status status = readRatings(**content, {}, format, control, table); !status)
        return status.error();
    if (table.value.empty())
        return fileError("ratings.dat", "there are no ratings");
    if (hasUsers)
        if (Status status = readUsers(source, table.users, parts); !status)
            return status.error();
    catalogue.finish(table.items, parts);
    takeRatings(table, parts);
    return parts;
}

} // namespace recital::io
