#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/filmlabel.h"
#include "app/job.h"
#include "app/locations.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/services/datasetservice.h"
#include "core/services/eventlog.h"
#include "core/services/texttable.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct EventsText {
    Q_DECLARE_TR_FUNCTIONS(recital::EventsText)
};

QStringList typeKeys() {
    QStringList keys;
    for (const EventType type : allEventTypes())
        keys += QString::fromStdString(std::string(eventKey(type)));
    return keys;
}

void declare(Arguments& options) {
    options.addData();
    options.add(u"list"_s, EventsText::tr("Prints the log, oldest first; so does the command alone."));
    options.add(u"export"_s,
                EventsText::tr("Writes the log to a file: JSON lines where it ends in .jsonl, else CSV."),
                u"FILE"_s);
    options.add(
        u"import"_s,
        EventsText::tr("Takes the users of such a file onto the stage, with their events; all of it or "
                       "nothing."),
        u"FILE"_s);
    options.add(u"other-data"_s,
                EventsText::tr("Imports events of another dataset too; films are matched by their "
                               "ids, others left out."));
    options.add(u"type"_s, EventsText::tr("Only events of this type: %1.").arg(typeKeys().join(u", "_s)),
                u"TYPE"_s);
    options.add(u"source"_s, EventsText::tr("Only lines from here: stage, import, replay or http."),
                u"SOURCE"_s);
    options.add(u"from"_s, EventsText::tr("Only lines from this time on, as 2026-01-31T12:00:00Z."),
                u"TIME"_s);
    options.add(u"to"_s, EventsText::tr("Only lines before this time."), u"TIME"_s);
    options.add(u"limit"_s, EventsText::tr("Only this many, the newest; 0: all."), u"N"_s, u"0"_s);
}

QDateTime timeOf(Arguments& options, const QString& name) {
    if (!options.isSet(name))
        return {};
    const QDateTime time = QDateTime::fromString(options.text(name), Qt::ISODate);
    if (!time.isValid())
        options.reject(EventsText::tr("--%1: \"%2\" is no time").arg(name, options.text(name)));
    return time;
}

EventFilter filterOf(Arguments& options) {
    EventFilter filter;
    filter.type = options.isSet(u"type"_s)
                      ? typeKeys()[static_cast<qsizetype>(options.choice(u"type"_s, typeKeys()))]
                      : QString();
    filter.source = options.text(u"source"_s);
    filter.from = timeOf(options, u"from"_s);
    filter.to = timeOf(options, u"to"_s);
    filter.limit = options.integer(u"limit"_s, 0, 1'000'000'000);
    return filter;
}

QString whatHappened(const EventRecord& record) {
    if (record.entry == EventRecord::Entry::TakenBack)
        return EventsText::tr("takes back %1").arg(record.target);
    if (record.entry == EventRecord::Entry::BroughtBack)
        return EventsText::tr("brings back %1").arg(record.target);
    return record.stars > 0 ? u"%1 %2"_s.arg(record.type).arg(record.stars) : record.type;
}

QString userLabel(const LiveUserRecord& user) {
    if (!user.name.isEmpty())
        return user.name;
    return user.datasetUserId >= 0 ? EventsText::tr("User %1").arg(user.datasetUserId)
                                   : EventsText::tr("Newcomer");
}

ExitCode list(const EventReader& log, const Dataset& dataset, const EventFilter& filter, Console& console) {
    const auto lines = log.lines(filter);
    if (!lines.ok())
        return console.failure(lines.error());
    TextTable table({EventsText::tr("Line"), EventsText::tr("Time"), EventsText::tr("User"),
                     EventsText::tr("Event"), EventsText::tr("Film"), EventsText::tr("Counts"),
                     EventsText::tr("Source")},
                    {1, 2, 3, 4, 6});
    for (const EventLine& line : *lines) {
        const bool event = line.record.entry == EventRecord::Entry::Event;
        const auto item = event ? dataset.findItem(line.record.itemId) : std::nullopt;
        table.addRow({QString::number(line.record.id), line.record.time.toUTC().toString(Qt::ISODateWithMs),
                      userLabel(line.user), whatHappened(line.record),
                      item ? filmLabel(dataset.item(*item)) : QString(),
                      !event        ? QString()
                      : line.counts ? EventsText::tr("yes")
                                    : EventsText::tr("no"),
                      line.record.source});
    }
    console.print(table.toString());
    console.note(EventsText::tr("%n line(s).", nullptr, static_cast<int>(lines->size())));
    return ExitSuccess;
}

/// Needs a stage to put the users on; the others only read.
ExitCode importFile(Workspace& workspace, const std::shared_ptr<const Dataset>& dataset, const QString& path,
                    EventLog::OtherData otherData, Console& console) {
    ModelStore store;
    ModelSnapshot snapshot;
    snapshot.dataset = dataset;
    snapshot.popularity =
        trainPopularity(RatingMatrix::positives(*dataset, defaultPositiveThreshold(*dataset)));
    store.publish(std::move(snapshot));
    LiveSession live(store, workspace);
    EventLog log(live, workspace);
    const auto imported = log.importFrom(path, otherData);
    if (!imported.ok())
        return console.failure(imported.error());
    console.note(EventsText::tr("%n line(s) imported.", nullptr, imported->lines));
    console.note(EventsText::tr("%n new user(s) on the stage.", nullptr, imported->users));
    if (imported->skipped > 0)
        console.note(EventsText::tr("%n line(s) left out, whose film is not in this dataset.", nullptr,
                                    imported->skipped));
    return ExitSuccess;
}

} // namespace

ExitCode runEvents(const QStringList& arguments, Console& console) {
    Arguments options(u"events"_s,
                      EventsText::tr("Prints, exports or imports the log of what happened on the stage with "
                                     "a dataset. The log itself is only ever added to."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.isSet(u"data"_s) ? options.text(u"data"_s) : bundledDataset();
    const EventFilter filter = filterOf(options);
    const bool imports = options.isSet(u"import"_s);
    if (location.isEmpty())
        options.reject(EventsText::tr("--data is needed: the bundled data are not there"));
    if (int(imports) + int(options.isSet(u"export"_s)) + int(options.isSet(u"list"_s)) > 1)
        options.reject(EventsText::tr("one of --list, --export and --import at a time"));
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, 0);
    console.endProgress();
    if (!dataset.ok())
        return console.failure(dataset.error());
    const auto workspace = Workspace::open(defaultWorkspace());
    if (!workspace.ok())
        return console.failure(workspace.error());
    if (imports)
        return importFile(**workspace, *dataset, options.text(u"import"_s),
                          options.isSet(u"other-data"_s) ? EventLog::OtherData::MatchFilmsById
                                                         : EventLog::OtherData::Refuse,
                          console);
    const EventReader log(**workspace, *dataset);
    if (!options.isSet(u"export"_s))
        return list(log, **dataset, filter, console);
    const auto exported = log.exportTo(options.text(u"export"_s), filter);
    if (!exported.ok())
        return console.failure(exported.error());
    console.note(EventsText::tr("%n line(s) exported.", nullptr, *exported));
    return ExitSuccess;
}

} // namespace recital
