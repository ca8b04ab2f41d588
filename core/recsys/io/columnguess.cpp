#include "core/recsys/io/columnguess.h"

#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"
#include "core/recsys/io/timetext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>

namespace recital::io {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t shownRows = 20;
constexpr std::size_t sampledRows = 300;

constexpr std::array userNames = {"user",     "userid",     "useridx",   "userindex",   "uid",
                                  "reviewer", "reviewerid", "customer",  "customerid",  "member",
                                  "memberid", "visitor",    "visitorid", "username",    "person",
                                  "account",  "nutzer",     "nutzerid",  "profilename", "reviewername"};
constexpr std::array itemNames = {"item",       "itemid",    "itemidx",  "itemindex", "iid",     "movie",
                                  "movieid",    "film",      "filmid",   "mid",       "product", "productid",
                                  "parentasin", "asin",      "isbn",     "book",      "bookid",  "song",
                                  "songid",     "artist",    "artistid", "track",     "trackid", "business",
                                  "businessid", "anime",     "animeid",  "game",      "gameid",  "appid",
                                  "article",    "articleid", "artikel",  "title",     "name"};
constexpr std::array valueNames = {"rating",  "ratings", "value",     "score",      "scores",
                                   "star",    "stars",   "overall",   "bookrating", "weight",
                                   "count",   "plays",   "playcount", "hours",      "bewertung",
                                   "wertung", "r",       "grade",     "preference"};
constexpr std::array timeNames = {"timestamp",      "time",       "date",      "datetime", "ts",
                                  "unixreviewtime", "reviewtime", "createdat", "ratedat",  "zeit",
                                  "datum",          "day",        "unixtime"};

/// "User_ID" and RecBole's "user_id:token" become "userid".
std::string normalisedName(std::string_view cell) {
    std::string name;
    for (const char c : cell.substr(0, cell.find(':'))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            name += c;
        else if (c >= 'A' && c <= 'Z')
            name += static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

/// First column with the earliest of these names that no other role has taken.
template<std::size_t Size>
int columnNamed(const std::vector<std::string>& header, const std::array<const char*, Size>& names,
                std::span<const int> taken) {
    for (const std::string_view name : names)
        for (std::size_t c = 0; c < header.size(); ++c)
            if (normalisedName(header[c]) == name &&
                std::find(taken.begin(), taken.end(), static_cast<int>(c)) == taken.end())
                return static_cast<int>(c);
    return -1;
}

std::string_view unquoted(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = cell.substr(1, cell.size() - 2);
    return cell;
}

/// What a column holds in the sampled rows.
struct ColumnContent {
    bool numeric = true;
    bool isTime = true;
    bool smallRange = true; ///< numbers as ratings are: within -100 to 100, few different ones
};

ColumnContent contentOf(std::span<const std::vector<std::string>> rows, std::size_t column) {
    constexpr double earliest = 6.3e8; // 1989 in seconds: before it there were no online ratings
    constexpr std::size_t fewValues = 30;
    ColumnContent content;
    std::set<double> distinct;
    for (const auto& row : rows) {
        const std::string_view cell = trimmed(row[column]);
        const auto number = toNumber(cell);
        content.numeric = content.numeric && number;
        content.isTime = content.isTime && parseTime(cell) && (!number || *number > earliest);
        if (number)
            distinct.insert(*number);
        content.smallRange =
            content.smallRange && number && std::abs(*number) <= 100.0 && distinct.size() <= fewValues;
    }
    return content;
}

Rows split(const std::string& file, std::string_view text, char delimiter) {
    RecordReader reader(file, text, std::string_view(&delimiter, 1), usesQuotes(delimiter));
    Rows rows;
    while (rows.size() < sampledRows && reader.next()) {
        std::vector<std::string> row;
        for (const std::string_view field : reader.fields())
            row.push_back(toUtf8(unquoted(field)));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Column count that most rows share, and the share.
struct Shape {
    std::size_t columns = 0;
    double share = 0.0;
};

Shape shapeOf(const Rows& rows) {
    Shape shape;
    for (const auto& candidate : rows) {
        const auto same = std::count_if(rows.begin(), rows.end(),
                                        [&](const auto& row) { return row.size() == candidate.size(); });
        const double share = static_cast<double>(same) / static_cast<double>(rows.size());
        if (share > shape.share)
            shape = {candidate.size(), share};
    }
    return shape;
}

bool looksLikeHeader(const Rows& rows) {
    const auto& first = rows.front();
    if (columnNamed(first, userNames, {}) >= 0 || columnNamed(first, itemNames, {}) >= 0)
        return true;
    if (rows.size() < 2)
        return false;
    // No number in the first row where numbers or times stand below it.
    const std::span below(rows.begin() + 1, rows.end());
    bool differs = false;
    for (std::size_t c = 0; c < first.size(); ++c) {
        const std::string_view cell = trimmed(first[c]);
        if (toNumber(cell) || parseTime(cell))
            return false;
        const ColumnContent content = contentOf(below, c);
        differs = differs || content.numeric || content.isTime;
    }
    return differs;
}

/// Columns without meaning: row numbers of pandas or R, which have no name, and the gaps that "::" leaves.
bool meaningless(const Rows& rows, bool hasHeader, std::size_t column) {
    const std::string name = hasHeader ? normalisedName(rows.front()[column]) : "x";
    if (name.empty() || name == "index" || name.starts_with("unnamed"))
        return true;
    return std::all_of(rows.begin(), rows.end(),
                       [column](const auto& row) { return trimmed(row[column]).empty(); });
}

void guessRoles(const Rows& rows, ColumnMapping& mapping) {
    std::array<int, 4> roles = {-1, -1, -1, -1}; // user, item, value, time
    auto& [user, item, value, time] = roles;
    if (mapping.hasHeader) {
        user = columnNamed(rows.front(), userNames, roles);
        item = columnNamed(rows.front(), itemNames, roles);
        value = columnNamed(rows.front(), valueNames, roles);
        time = columnNamed(rows.front(), timeNames, roles);
    }
    const std::span below(rows.begin() + (mapping.hasHeader ? 1 : 0), rows.end());
    std::vector<int> open;
    for (std::size_t c = 0; c < rows.front().size(); ++c)
        if (!meaningless(rows, mapping.hasHeader, c) &&
            std::find(roles.begin(), roles.end(), static_cast<int>(c)) == roles.end())
            open.push_back(static_cast<int>(c));
    const auto take = [&open](int& role, auto&& fits) {
        const auto found = role < 0 ? std::find_if(open.begin(), open.end(), fits) : open.end();
        if (found == open.end())
            return;
        role = *found;
        open.erase(found);
    };
    const auto content = [below](int column) { return contentOf(below, static_cast<std::size_t>(column)); };
    const std::size_t needed = (user < 0 ? 1 : 0) + (item < 0 ? 1 : 0);
    if (!below.empty() && open.size() > needed)
        take(time, [&](int column) { return column > 0 && content(column).isTime; });
    const auto anything = [](int) { return true; };
    take(user, anything); // user before item is the order of nearly every published set
    take(item, anything);
    if (!below.empty())
        take(value, [&](int column) { return content(column).smallRange; });
    mapping.user = user;
    mapping.item = item;
    mapping.value = value;
    mapping.time = time;
}

/// Whether the guess stands on more than the order of the columns.
int credibility(const ColumnPreview& preview) {
    const ColumnMapping& guess = preview.guess;
    const auto& first = preview.rows.front();
    const bool named = guess.hasHeader && columnNamed(first, userNames, {}) == guess.user &&
                       columnNamed(first, itemNames, {}) == guess.item;
    if (named)
        return guess.value >= 0 ? 3 : 2;
    const auto integers = [&](int column) {
        return std::all_of(preview.rows.begin() + (guess.hasHeader ? 1 : 0), preview.rows.end(),
                           [&](const auto& row) { return toInteger(row[static_cast<std::size_t>(column)]); });
    };
    return guess.value >= 0 && !guess.hasHeader && integers(guess.user) && integers(guess.item) ? 1 : 0;
}

/// What MovieLens ships beside the ratings; tags.csv names users and films too, but is no table of ratings.
bool isCompanion(std::string_view name) {
    constexpr std::array companions = {"movies.csv", "tags.csv",  "links.csv",
                                       "movies.dat", "users.dat", "tags.dat"};
    return name.starts_with("genome-") ||
           std::find(companions.begin(), companions.end(), name) != companions.end();
}

bool hasTableEnding(std::string_view name) {
    constexpr std::array endings = {".csv", ".tsv", ".txt", ".dat", ".data", ".tab", ".psv", ".inter"};
    return std::any_of(endings.begin(), endings.end(),
                       [name](const char* ending) { return name.ends_with(ending); });
}

} // namespace

std::optional<ColumnPreview> previewText(const std::string& file, std::string_view text, bool whole) {
    text = withoutByteOrderMark(text);
    if (isBinary(text))
        return std::nullopt;
    if (const std::size_t end = text.rfind('\n'); !whole && end != std::string_view::npos)
        text = text.substr(0, end + 1);
    Rows best;
    Shape bestShape;
    ColumnPreview preview;
    for (const char delimiter : {'\t', ';', '|', ',', ' ', ':'}) {
        Rows rows = split(file, text, delimiter);
        const Shape shape = shapeOf(rows);
        constexpr double nearlyAll = 0.9;
        if (shape.columns < 2 || shape.share < nearlyAll || shape.share <= bestShape.share)
            continue;
        best = std::move(rows);
        bestShape = shape;
        preview.guess.delimiter = delimiter;
    }
    std::erase_if(best, [&](const auto& row) { return row.size() != bestShape.columns; });
    if (best.empty())
        return std::nullopt;
    preview.guess.file = file;
    preview.guess.hasHeader = looksLikeHeader(best);
    guessRoles(best, preview.guess);
    if (preview.guess.user < 0 || preview.guess.item < 0)
        return std::nullopt;
    best.resize(std::min(best.size(), shownRows));
    preview.rows = std::move(best);
    return preview;
}

std::string findRatingTable(const FileSource& source) {
    const std::vector<std::string> names = source.names();
    std::string found;
    int best = 0;
    for (const std::string& name : names) {
        if (names.size() > 1 && (!hasTableEnding(name) || isCompanion(name)))
            continue;
        const auto head = source.head(name, previewSize);
        if (!head)
            continue;
        const auto preview = previewText(name, *head, head->size() < previewSize);
        if (!preview)
            continue;
        // Whoever names one file means it, however it looks.
        const int score = names.size() == 1 ? 1 : credibility(*preview);
        if (score > best) {
            best = score;
            found = name;
        }
    }
    return found;
}

} // namespace recital::io
