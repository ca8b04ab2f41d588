#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/datasetcard.h"
#include "app/filmlabel.h"
#include "app/locations.h"
#include "app/lookoptions.h"
#include "app/lossline.h"
#include "app/metricstable.h"
#include "app/rehearsal.h"
#include "core/recsys/live/rankdifference.h"
#include "core/services/texttable.h"

#include <QDir>
#include <QLocale>

#include <span>
#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct TourText {
    Q_DECLARE_TR_FUNCTIONS(recital::TourText)
};

constexpr int clickedFilms = 3;

void heading(Console& console, const QString& text) {
    console.print(u'\n' + text + u'\n' + QString(text.size(), u'='));
}

std::vector<ScoredItem> shownList(const LiveSession& live) {
    std::vector<ScoredItem> list;
    for (const RankChange& change : live.recommendations())
        list.push_back({change.item, change.score});
    return list;
}

/// Rank now and in the list `before`, title, score, and the signed share of each click in the score.
QString listText(Services& services, std::span<const ScoredItem> before) {
    const Dataset& dataset = *services.store.snapshot()->dataset;
    const std::vector<ItemIndex> clicks = services.live.likedItems();
    QStringList header{TourText::tr("Rank"), TourText::tr("Before"), TourText::tr("Film"),
                       TourText::tr("Score")};
    for (const ItemIndex click : clicks)
        header += filmLabel(dataset.item(click));
    const bool blended = services.live.ranking().tier == Tier::Blended;
    if (blended)
        header += TourText::tr("Popular");
    TextTable table(header, {2});
    for (const RankChange& change : rankDifference(before, shownList(services.live))) {
        QStringList cells{QString::number(change.rank),
                          change.previousRank == 0 ? u"-"_s : QString::number(change.previousRank),
                          filmLabel(dataset.item(change.item)),
                          QLocale().toString(static_cast<double>(change.score), 'f', 4)};
        const LiveExplanation parts = services.live.explain(change.item);
        for (const double contribution : parts.events)
            cells += QLocale().toString(contribution, 'f', 4);
        if (blended)
            cells += QLocale().toString(parts.base, 'f', 4);
        while (cells.size() < header.size())
            cells += QString();
        table.addRow(cells);
    }
    return table.toString();
}

Status printLive(Services& services, Console& console) {
    heading(console, TourText::tr("A new user, before the first click: the most liked films"));
    if (const Status cleared = services.live.clear(); !cleared.ok())
        return cleared;
    const std::vector<ScoredItem> before = shownList(services.live);
    console.print(listText(services, {}));
    const auto snapshot = services.store.snapshot();
    for (const ItemIndex film : filmsToClick(*snapshot, clickedFilms)) {
        if (const Status liked = services.live.act(EventType::Like, film); !liked.ok())
            return liked;
        console.print(TourText::tr("\nClick: %1   (new list after %2 µs)")
                          .arg(filmLabel(snapshot->dataset->item(film)),
                               QLocale().toString(services.live.ranking().times.total(), 'f', 0)));
    }
    heading(console,
            TourText::tr("The same user after %n click(s); the columns on the right add up to the score",
                         nullptr, static_cast<int>(services.live.user().events.size())));
    console.print(listText(services, before));
    return success();
}

void printReports(const TrainedModel& trained, Console& console) {
    heading(console, TourText::tr("Measured on held-out ratings"));
    console.print(metricsTable(trained.reports));
    const SplitCounts counts = countSplit(*trained.split);
    console.print(
        TourText::tr("Split %1, seed %2: %3 users measured, %4 without a held-out like left out.")
            .arg(QString::fromStdString(trained.split->name), QString::number(trained.split->options.seed),
                 QLocale().toString(counts.evaluatedUsers), QLocale().toString(counts.skippedUsers)));
}

Status show(Rehearsal& rehearsal, const QString& location, const QString& folder, const Interrupt& interrupt,
            Console& console) {
    heading(console, TourText::tr("The data"));
    if (const Status loaded = rehearsal.load(location, interrupt); !loaded.ok())
        return loaded;
    Services& services = rehearsal.services();
    const auto data = services.store.snapshot();
    console.print(datasetCardText(*data->dataset, *data->statistics));

    const TrainingRequest request = services.training.defaultRequest();
    heading(console,
            TourText::tr("Training: ALS, %1").arg(QString::fromStdString(request.parameters.describe())));
    const Status trained = rehearsal.train(interrupt, [&](const TrainingPoint& point) {
        if (endsIteration(point))
            console.print(lossLine(point));
    });
    if (!trained.ok())
        return trained;
    printReports(*services.store.snapshot()->trained, console);
    if (const Status live = printLive(services, console); !live.ok())
        return live;

    heading(console, TourText::tr("The pages"));
    if (const Status compared = rehearsal.compare(interrupt); !compared.ok())
        return compared;
    const Status saved = rehearsal.savePages(folder);
    if (saved.ok())
        console.print(TourText::tr("data.png, train.png, compare.png and stage.png are in %1")
                          .arg(QDir(folder).absolutePath()));
    return saved;
}

} // namespace

ExitCode runTour(const QStringList& arguments, Console& console) {
    Arguments options(
        u"tour"_s,
        TourText::tr("Goes through the program's whole job without a display: the dataset card, the "
                     "loss of every iteration, the metrics beside the baselines, one user's list "
                     "before and after three clicks, and a picture of every page."));
    options.addData();
    options.add(u"output"_s, TourText::tr("Folder for the pictures; it is made."), u"DIR"_s,
                u"recital-tour"_s);
    addLookOptions(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.isSet(u"data"_s) ? options.text(u"data"_s) : bundledDataset();
    const Rehearsal::Look look = lookOptions(options);
    if (location.isEmpty())
        options.reject(TourText::tr("--data is needed: the bundled data are not there"));
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    auto rehearsal = Rehearsal::create(look);
    if (!rehearsal.ok())
        return console.failure(rehearsal.error());
    const Status shown = show(**rehearsal, location, options.text(u"output"_s), interrupt, console);
    return shown.ok() ? ExitSuccess : console.failure(shown.error());
}

} // namespace recital
