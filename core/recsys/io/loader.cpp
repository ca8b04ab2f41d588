#include "core/recsys/io/loader.h"

#include "core/recsys/io/columnguess.h"
#include "core/recsys/io/readers.h"
#include "core/recsys/io/recordreader.h"
#include "core/recsys/io/text.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

constexpr std::string_view knownDelimiters = ",\t;| :";
constexpr int maximumColumns = 4096;
/// The readers' share of the progress; indexing takes the rest.
constexpr double readersShare = 0.85;

Error invalid(const std::string& detail) {
    return {ErrorCode::InvalidParameters, detail};
}

/// "a.txt, b.pdf and 3 more".
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t shown = 6;
    std::string text;
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > shown)
        text += " and " + std::to_string(names.size() - shown) + " more";
    return names.empty() ? "no files" : text;
}

/// Whether ratings.csv is MovieLens': by its header, or, so that a damaged header is named as the reason, by
/// the movies.csv beside it.
bool isMovieLensCsv(const FileSource& source) {
    if (!source.has("ratings.csv"))
        return false;
    const auto head = source.head("ratings.csv", io::previewSize);
    if (!head || head->empty() || source.has("movies.csv"))
        return true; // the reader says what is wrong
    io::RecordReader reader("ratings.csv", io::withoutByteOrderMark(*head), ",", true);
    if (!reader.next())
        return false;
    const auto& header = reader.fields();
    constexpr std::array needed = {"userId", "movieId", "rating"};
    return std::all_of(needed.begin(), needed.end(), [&header](std::string_view name) {
        return std::any_of(header.begin(), header.end(),
                           [name](auto field) { return io::trimmed(field) == name; });
    });
}

JobControl readersControl(const JobControl& control) {
    JobControl part = control;
    if (control.progress)
        part.progress = [&control](double fraction) { control.report(fraction * readersShare); };
    return part;
}

Result<DatasetParts> readParts(const FileSource& source, DatasetLayout layout,
                               const std::optional<ColumnMapping>& columns, const JobControl& control) {
    switch (layout) {
    case DatasetLayout::MovieLens100K:
        return io::readMovieLens100K(source, control);
    case DatasetLayout::MovieLensDoubleColon:
        return io::readDoubleColon(source, control);
    case DatasetLayout::MovieLensCsv:
        return io::readMovieLensCsv(source, control);
    case DatasetLayout::DelimitedText:
        break;
    }
    if (!columns)
        return invalid(source.location() + ": which columns hold user, item and value is not known");
    return io::readDelimited(source, *columns, control);
}

} // namespace

Status ColumnMapping::validate() const {
    if (knownDelimiters.find(delimiter) == std::string_view::npos)
        return invalid("the delimiter must be a comma, a tab, a semicolon, a bar, a blank or a colon");
    if (user < 0 || item < 0)
        return invalid("the columns of user and item must be named");
    std::array<int, 4> used = {user, item, value, time};
    std::sort(used.begin(), used.end());
    if (used.front() < -1 || used.back() >= maximumColumns)
        return invalid("a column is outside 1 to 4096");
    for (std::size_t i = 1; i < used.size(); ++i)
        if (used[i] >= 0 && used[i] == used[i - 1])
            return invalid("column " + std::to_string(used[i] + 1) + " has two meanings");
    return success();
}

Result<DatasetLayout> detectLayout(const FileSource& source) {
    if (source.has("u.data"))
        return DatasetLayout::MovieLens100K;
    if (source.has("ratings.dat"))
        return DatasetLayout::MovieLensDoubleColon;
    if (isMovieLensCsv(source))
        return DatasetLayout::MovieLensCsv;
    if (!io::findRatingTable(source).empty())
        return DatasetLayout::DelimitedText;
    return Error{
        ErrorCode::UnknownLayout,
        source.location() + ": found " + listed(source.names()) +
            "; needed is u.data (MovieLens 100K), ratings.dat (1M, 10M), ratings.csv (Latest, 20M, 25M, "
            "32M) or a text file with a column each for user and item"};
}

Result<std::shared_ptr<const Dataset>> loadDataset(const FileSource& source, const JobControl& control,
                                                   const std::optional<ColumnMapping>& columns) {
    const auto layout = columns ? Result(DatasetLayout::DelimitedText) : detectLayout(source);
    if (!layout)
        return layout.error();
    auto parts = readParts(source, *layout, columns, readersControl(control));
    if (!parts)
        return parts.error();
    parts->info.name = source.displayName();
    parts->info.location = source.location();
    parts->info.layout = *layout;
    auto dataset = Dataset::create(std::move(*parts), control);
    if (dataset)
        control.report(1.0);
    return dataset;
}

Result<ColumnPreview> previewColumns(const FileSource& source, const std::string& file) {
    const std::string name = file.empty() ? io::findRatingTable(source) : file;
    if (name.empty())
        return Error{ErrorCode::BadFormat, source.location() + ": found " + listed(source.names()) +
                                               ", none of it a table with columns for user and item"};
    const auto head = source.head(name, io::previewSize);
    if (!head)
        return head.error();
    if (head->empty())
        return io::fileError(name, "the file is empty");
    auto preview = io::previewText(name, *head, head->size() < io::previewSize);
    if (!preview)
        return io::fileError(name, "is no table of text with at least two columns");
    return std::move(*preview);
}

} // namespace recital
