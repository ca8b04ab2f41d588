#include "app/job.h"

#include "core/interop/zipsource.h"
#include "core/recsys/io/loader.h"

#include <QCoreApplication>

#include <optional>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct JobText {
    Q_DECLARE_TR_FUNCTIONS(recital::JobText)
};

/// Plain delimited files name their columns; a folder or zip of another layout needs no mapping.
Result<std::optional<ColumnMapping>> guessColumns(const FileSource& source, Console& console) {
    const Result<DatasetLayout> layout = detectLayout(source);
    if (!layout.ok())
        return layout.error();
    if (*layout != DatasetLayout::DelimitedText)
        return std::optional<ColumnMapping>();
    const Result<ColumnPreview> preview = previewColumns(source, source.names().front());
    if (!preview.ok())
        return preview.error();
    const ColumnMapping& guess = preview->guess;
    const auto name = [&](int column) {
        if (column < 0)
            return u"-"_s;
        const QString number = QString::number(column + 1);
        const auto index = static_cast<std::size_t>(column);
        return guess.hasHeader && !preview->rows.empty() && index < preview->rows.front().size()
                   ? u"%1 (%2)"_s.arg(number, QString::fromStdString(preview->rows.front()[index]))
                   : number;
    };
    console.note(JobText::tr("Columns taken as: user %1, item %2, value %3, time %4")
                     .arg(name(guess.user), name(guess.item), name(guess.value), name(guess.time)));
    return std::optional(guess);
}

} // namespace

JobControl consoleJob(Console& console, const Interrupt& interrupt, const QString& what, int threads) {
    JobControl control;
    control.stop = interrupt.token();
    control.threads = threads;
    control.progress = [&console, what](double fraction) { console.progress(what, fraction); };
    return control;
}

Result<std::shared_ptr<const Dataset>> loadWithProgress(const QString& location, Console& console,
                                                        const Interrupt& interrupt, int threads) {
    const Result<std::unique_ptr<FileSource>> source = openSource(location);
    if (!source.ok())
        return source.error();
    const Result<std::optional<ColumnMapping>> columns = guessColumns(**source, console);
    if (!columns.ok())
        return columns.error();
    const JobControl control =
        consoleJob(console, interrupt, JobText::tr("Reading %1").arg(location), threads);
    auto dataset = loadDataset(**source, control, *columns);
    console.endProgress();
    return dataset;
}

} // namespace recital
