#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/locations.h"
#include "app/lookoptions.h"
#include "app/rehearsal.h"

#include <QDir>
#include <QLocale>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ScreenshotText {
    Q_DECLARE_TR_FUNCTIONS(recital::ScreenshotText)
};

constexpr int clickedFilms = 3;

/// What the pictures show: trained, compared, a few likes on the stage.
Status prepare(Rehearsal& rehearsal, const QString& location, const Interrupt& interrupt, Console& console) {
    console.note(ScreenshotText::tr("Reading %1").arg(location));
    if (const Status loaded = rehearsal.load(location, interrupt); !loaded.ok())
        return loaded;
    console.note(ScreenshotText::tr("Training"));
    if (const Status trained = rehearsal.train(interrupt, [](const TrainingPoint&) {}); !trained.ok())
        return trained;
    console.note(ScreenshotText::tr("Comparing"));
    if (const Status compared = rehearsal.compare(interrupt); !compared.ok())
        return compared;
    Services& services = rehearsal.services();
    for (const ItemIndex film : filmsToClick(*services.store.snapshot(), clickedFilms))
        if (const Status liked = services.live.act(EventType::Like, film); !liked.ok())
            return liked;
    return success();
}

Status saveStage(Rehearsal& rehearsal, const QString& folder, const Interrupt& interrupt, Console& console) {
    console.note(ScreenshotText::tr("Measuring what the stage claims"));
    if (const Status measured = rehearsal.measureStage(interrupt); !measured.ok())
        return measured;
    return rehearsal.saveStage(folder);
}

} // namespace

ExitCode runScreenshot(const QStringList& arguments, Console& console) {
    Arguments options(
        u"screenshot"_s,
        ScreenshotText::tr("Loads a dataset, trains on it, clicks three films and writes a picture of "
                           "every page: data.png, train.png, compare.png, stage.png. Needs no display "
                           "and leaves your workspace alone."));
    options.addData();
    options.add(u"output"_s, ScreenshotText::tr("Folder to write to; it is made."), u"DIR"_s);
    options.add(u"stage"_s, ScreenshotText::tr("Also every view of the stage with all of it measured, every "
                                               "panel of its drawer and its dialogs: stage-history.png..."));
    addLookOptions(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.isSet(u"data"_s) ? options.text(u"data"_s) : bundledDataset();
    const QString folder = options.requiredText(u"output"_s);
    const Rehearsal::Look look = lookOptions(options);
    if (location.isEmpty())
        options.reject(ScreenshotText::tr("--data is needed: the bundled data are not there"));
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    auto rehearsal = Rehearsal::create(look);
    if (!rehearsal.ok())
        return console.failure(rehearsal.error());
    if (const Status prepared = prepare(**rehearsal, location, interrupt, console); !prepared.ok())
        return console.failure(prepared.error());
    if (const Status saved = (*rehearsal)->savePages(folder); !saved.ok())
        return console.failure(saved.error());
    if (options.isSet(u"stage"_s))
        if (const Status saved = saveStage(**rehearsal, folder, interrupt, console); !saved.ok())
            return console.failure(saved.error());
    console.note(ScreenshotText::tr("Pictures written to %1").arg(QDir(folder).absolutePath()));
    return ExitSuccess;
}

} // namespace recital
