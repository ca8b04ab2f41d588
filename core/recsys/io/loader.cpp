#include "core/recsys/io/loader.h"

#include "core/recsys/io/readers.h"
#include "core/recsys/io/text.h"

namespace recital {

Result<DatasetLayout> detectLayout(const FileSource& source) {
    if (source.has("u.data"))
        return DatasetLayout::MovieLens100K;
    if (source.has("ratings.dat"))
        return DatasetLayout::MovieLensDoubleColon;
    if (source.has("ratings.csv"))
        return DatasetLayout::MovieLensCsv;
    return Error{ErrorCode::UnknownLayout, source.location() + ": no u.data, ratings.dat or ratings.csv"};
}

namespace {

/// The readers' share of the progress; indexing takes the rest.
constexpr double readersShare = 0.85;

JobControl readersControl(const JobControl& control) {
    JobControl part = control;
    if (control.progress)
        part.progress = [&control](double fraction) { control.report(fraction * readersShare); };
    return part;
}

Result<DatasetParts> readParts(const FileSource& source, DatasetLayout layout, const JobControl& control) {
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
    return Error{ErrorCode::UnknownLayout, "the columns are not known"};
}

} // namespace

Result<std::shared_ptr<const Dataset>> loadDataset(const FileSource& source, const JobControl& control,
                                                   const std::optional<ColumnMapping>&) {
    const auto layout = detectLayout(source);
    if (!layout)
        return layout.error();
    auto parts = readParts(source, *layout, readersControl(control));
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

} // namespace recital
