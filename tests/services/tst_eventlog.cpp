#include "core/services/eventlog.h"

#include "tests/services/databaselock.h"
#include "tests/services/fixtures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace recital;
using namespace std::chrono_literals;

namespace {

/// Titles that a file must survive, and two genres.
ModelSnapshot trickySnapshot(std::uint64_t seed = 1) {
    test::SnapshotOptions options;
    options.trained = false;
    options.dataSeed = seed;
    ModelSnapshot snapshot = test::makeSnapshot(options);
    DatasetParts parts;
    parts.info = snapshot.dataset->info();
    const char* titles[] = {"Le Fabuleux Destin d'Amélie Poulain",
                            "\"Crocodile\" Dundee",
                            "One, Two; Three",
                            "#Horror",
                            "千と千尋の神隠し",
                            "Plain"};
    for (int i = 0; i < 40; ++i)
        parts.items.push_back({1000 + i, titles[i % 6], 1990, 1U << (i % 2)});
    parts.genreNames = {"Horror", "Comedy"};
    for (UserIndex user = 0; user < snapshot.dataset->userCount(); ++user)
        parts.userIds.push_back(snapshot.dataset->userId(user));
    parts.ratingUser.assign(snapshot.dataset->users().begin(), snapshot.dataset->users().end());
    parts.ratingItem.assign(snapshot.dataset->items().begin(), snapshot.dataset->items().end());
    parts.ratingValue.assign(snapshot.dataset->values().begin(), snapshot.dataset->values().end());
    parts.ratingTime.assign(snapshot.dataset->times().begin(), snapshot.dataset->times().end());
    snapshot.dataset = Dataset::create(std::move(parts)).value();
    return snapshot;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// One program with a workspace of its own.
struct Program {
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace = Workspace::open(folder.path()).value();
    ModelStore store;
    LiveSession live{store, *workspace};
    EventLog log{live, *workspace};
};

std::vector<Event> eventsOf(const LiveUser& user) {
    std::vector<Event> events;
    for (const LiveEvent& event : user.events)
        events.push_back(event.event);
    return events;
}

} // namespace

class TestEventLog : public QObject {
    Q_OBJECT
private slots:
    void listsWithNamesAndTitles();
    void roundTrip_data();
    void roundTrip();
    void filteredFilesAreComplete();
    void namesDatasetInTheFile();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void otherData();
    void importIsOneChange();
    void whatCannotBeImportedIsToldOnce();
    void replays();
    void pausesAndStops();
    void longPausesAreCut();
    void replayEndsWhenItIsUndone();
};

void TestEventLog::listsWithNamesAndTitles() {
    Program program;
    QVERIFY(program.log.lines()->empty());
    QCOMPARE(program.log.exportTo(program.folder.filePath(u"no.csv"_s)).error().code, ErrorCode::InvalidData);
    program.store.publish(trickySnapshot());
    QVERIFY(program.live.addUser(u"Alice"_s).ok());
    QVERIFY(program.live.act(EventType::Like, 0).ok());
    QVERIFY(program.live.act(EventType::Rating, 4, 2).ok());
    QVERIFY(program.live.toggleLike(0).ok());
    auto lines = program.log.lines().value();
    QCOMPARE(lines.size(), std::size_t{3});
    QCOMPARE(lines[0].user.name, u"Alice"_s);
    QCOMPARE(lines[0].title, u"Le Fabuleux Destin d'Amélie Poulain"_s);
    QVERIFY(!lines[0].counts && lines[1].counts && !lines[2].counts);
    EventFilter filter;
    filter.type = u"like"_s;
    lines = program.log.lines(filter).value();
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(!lines[0].counts); // known although the line that took it back does not pass
}

void TestEventLog::roundTrip_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("CSV") << u"events.csv"_s;
    QTest::newRow("JSON lines") << u"events.jsonl"_s;
}

void TestEventLog::roundTrip() {
    QFETCH(QString, file);
    Program one;
    one.store.publish(trickySnapshot());
    for (ItemIndex item = 0; item < 6; ++item)
        QVERIFY(one.live.act(EventType::Like, item).ok());
    QVERIFY(one.live.addUser(u"Zoë, \"the #1\""_s, {{0.5, 1.0}}).ok());
    QVERIFY(one.live.act(EventType::Rating, 7, 4).ok());
    QVERIFY(one.live.act(EventType::View, 8).ok());
    QVERIFY(one.live.undo().ok());
    QVERIFY(one.live.redo().ok());
    QVERIFY(one.live.toggleLike(7).ok());
    QVERIFY(one.live.addDatasetUser(3).ok());
    QVERIFY(one.live.act(EventType::Dislike, 9).ok());
    const QString path = one.folder.filePath(file);
    QCOMPARE(one.log.exportTo(path).value(), 12);
    QVERIFY(contentOf(path).contains("千と千尋の神隠し"));

    Program two;
    two.store.publish(trickySnapshot());
    const EventLog::Imported imported = two.log.importFrom(path).value();
    QCOMPARE(imported.users, 3);
    QCOMPARE(imported.lines, 12);
    QCOMPARE(imported.skipped, 0);
    const auto& before = one.live.state().users;
    const auto& after = two.live.state().users;
    QCOMPARE(after.size(), before.size() + 1); // and the newcomer who was there
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i + 1]->name, i == 0 ? u"Newcomer (imported)"_s : before[i]->name);
        QCOMPARE(after[i + 1]->datasetUser, before[i]->datasetUser);
        QVERIFY(after[i + 1]->taste == before[i]->taste);
        QVERIFY(eventsOf(*after[i + 1]) == eventsOf(*before[i])); // times as well
        std::vector<float> scores;
        QVERIFY(two.live.rankingOf(*after[i + 1], scores).list ==
                one.live.rankingOf(*before[i], scores).list);
    }
    // Out again and in again: the same but for the numbers.
    const QString again = two.folder.filePath(file);
    QVERIFY(two.log.exportTo(again).ok());
    Program three;
    three.store.publish(trickySnapshot());
    QCOMPARE(three.log.importFrom(again)->lines, 12);
    for (const EventRecord& line : *three.workspace->events())
        QCOMPARE(line.source, u"import"_s);
}

void TestEventLog::filteredFilesAreComplete() {
    Program program;
    program.store.publish(trickySnapshot());
    QVERIFY(program.live.act(EventType::Like, 1).ok());
    QVERIFY(program.live.act(EventType::Dislike, 2).ok());
    QVERIFY(program.live.toggleLike(1).ok());
    QVERIFY(program.live.clear().ok());
    EventFilter filter;
    filter.type = u"like"_s;
    const QString path = program.folder.filePath(u"likes.csv"_s);
    QCOMPARE(program.log.exportTo(path, filter).value(), 2); // the like and its end
    QCOMPARE(program.log.importFrom(path)->lines, 2);
    QVERIFY(program.live.user().events.empty());
}

void TestEventLog::namesDatasetInTheFile() {
    Program program;
    program.store.publish(trickySnapshot());
    QVERIFY(program.live.act(EventType::Like, 1).ok());
    const QByteArray fingerprint(program.store.snapshot()->dataset->info().fingerprint.c_str());
    QVERIFY(program.log.exportTo(program.folder.filePath(u"a.csv"_s)).ok());
    QVERIFY(program.log.exportTo(program.folder.filePath(u"a.jsonl"_s)).ok());
    const QByteArray csv = contentOf(program.folder.filePath(u"a.csv"_s));
    QVERIFY(
        csv.startsWith("# Recital events\n# dataset: fixture\n# fingerprint: " + fingerprint + "\nid,time,"));
    QVERIFY(csv.contains("\"\"\"Crocodile\"\" Dundee\""));
    const QByteArray json = contentOf(program.folder.filePath(u"a.jsonl"_s));
    QVERIFY(json.left(json.indexOf('\n')).contains(fingerprint));
    QCOMPARE(json.count('\n'), 2);
    QCOMPARE(program.log.exportTo(u"/nowhere/at/all.csv"_s).error().code, ErrorCode::FileWrite);
}

void TestEventLog::badFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("type") << QByteArray(",like,") << QByteArray(",love,") << QByteArray(":7: \"love\"");
    QTest::newRow("stars") << QByteArray(",4,0,stage") << QByteArray(",7,0,stage")
                           << QByteArray(":6: 7 stars");
    QTest::newRow("film") << QByteArray(",1007,") << QByteArray(",99999,")
                          << QByteArray(":6: the dataset has no film 99999");
    QTest::newRow("number") << QByteArray(",1007,") << QByteArray(",x,") << QByteArray(":6: \"x\"");
    QTest::newRow("target") << QByteArray(",0,1,stage") << QByteArray(",0,77,stage")
                            << QByteArray(":8: line \"77\"");
    QTest::newRow("entry") << QByteArray("taken-back") << QByteArray("gone") << QByteArray(":8: \"gone\"");
    QTest::newRow("time") << QByteArray("\n2,20") << QByteArray("\n2,19x") << QByteArray(":7:");
    QTest::newRow("order") << QByteArray("\n2,20") << QByteArray("\n1,20") << QByteArray(":7: line 1");
    QTest::newRow("column") << QByteArray(",stars,") << QByteArray(",sterne,")
                            << QByteArray(":4: the column");
    QTest::newRow("fingerprint") << QByteArray("# fingerprint") << QByteArray("# finger")
                                 << QByteArray(":1:");
    QTest::newRow("fields") << QByteArray(",4,0,stage") << QByteArray(",4") << QByteArray(":6");
    QTest::newRow("quote") << QByteArray("Plain") << QByteArray("\"Plain") << QByteArray("bad.csv");
    QTest::newRow("picture") << QByteArray("# Recital") << QByteArray("\x89PNG") << QByteArray(":1:");
}

/// Nothing is imported of a file with one bad line, and the sentence says which.
void TestEventLog::badFilesAreRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, said);
    Program program;
    program.store.publish(trickySnapshot());
    const QByteArray fingerprint(program.store.snapshot()->dataset->info().fingerprint.c_str());
    const QByteArray good =
        "# Recital events\n# dataset: fixture\n# fingerprint: " + fingerprint +
        "\nid,time,entry,user,name,dataset_user,taste,type,item,title,stars,target,source\n"
        "\n" // blank lines are skipped, and counted
        "1,2026-01-02T03:04:05.000Z,event,5,Bob,-1,,rating,1007,Plain,4,0,stage\n"
        "2,2026-01-02T03:04:06.000Z,event,5,Bob,-1,,like,1008,Plain,0,0,stage\n"
        "3,2026-01-02T03:04:07.000Z,taken-back,5,Bob,-1,,,0,,0,1,stage\n";
    const QString path = program.folder.filePath(u"bad.csv"_s);
    QByteArray bad = good;
    const qsizetype at = bad.indexOf(from);
    QVERIFY(at >= 0);
    bad.replace(at, from.size(), to);
    write(path, bad);
    const LiveState state = program.live.state();
    QSignalSpy changed(&program.live, &LiveSession::changed);
    const auto refused = program.log.importFrom(path);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    QVERIFY2(QByteArray(refused.error().detail.c_str()).contains(said), refused.error().detail.c_str());
    QVERIFY(program.live.state() == state && program.workspace->events()->empty());
    QCOMPARE(changed.count(), 0);
    write(path, good);
    QCOMPARE(program.log.importFrom(path)->lines, 3);
    QCOMPARE(program.live.user().name, u"Bob"_s);
    QCOMPARE(program.live.user().events.size(), std::size_t{1});
}

void TestEventLog::otherData() {
    Program one;
    one.store.publish(trickySnapshot());
    QVERIFY(one.live.addDatasetUser(3).ok());
    QVERIFY(one.live.act(EventType::Like, 7).ok());
    const QString path = one.folder.filePath(u"events.jsonl"_s);
    QVERIFY(one.log.exportTo(path).ok());
    QByteArray text = contentOf(path);
    text +=
        QByteArray(text.mid(text.indexOf('\n') + 1)).replace("\"id\":1", "\"id\":2").replace("1007", "5555");
    write(path, text);

    Program two;
    two.store.publish(trickySnapshot(2));
    const auto refused = two.log.importFrom(path);
    QCOMPARE(refused.error().code, ErrorCode::InvalidData);
    QVERIFY(QByteArray(refused.error().detail.c_str()).contains("other data"));
    QVERIFY(two.workspace->events()->empty());
    const EventLog::Imported imported = two.log.importFrom(path, EventLog::OtherData::MatchFilmsById).value();
    QCOMPARE(imported.lines, 1);
    QCOMPARE(imported.skipped, 1);
    QCOMPARE(two.live.user().datasetUser, -1); // user 4 of other data is somebody else
    QCOMPARE(two.live.user().name, u"User 4"_s);
    QCOMPARE(two.live.likedItems(), (std::vector<ItemIndex>{7}));
    QCOMPARE(two.log.importFrom(u"/nowhere.csv"_s).error().code, ErrorCode::FileNotFound);
}

void TestEventLog::importIsOneChange() {
    Program program;
    program.store.publish(trickySnapshot());
    for (const ItemIndex item : {1, 2, 3})
        QVERIFY(program.live.act(EventType::Like, item).ok());
    const LiveState before = program.live.state();
    const QString path = program.folder.filePath(u"events.csv"_s);
    QVERIFY(program.log.exportTo(path).ok());
    QVERIFY(program.log.importFrom(path).ok());
    QCOMPARE(program.live.history().back().kind, LiveChange::Kind::Imported);
    QCOMPARE(program.live.history().back().count, 3);
    QVERIFY(program.live.undo().ok());
    QVERIFY(program.live.state() == before);
    for (const EventLine& line : *program.log.lines())
        if (line.record.entry == EventRecord::Entry::Event)
            QCOMPARE(line.counts, line.record.source == u"stage"_s);
}

/// By what importFrom() returns, and not on the window as well.
void TestEventLog::whatCannotBeImportedIsToldOnce() {
    Program program;
    program.store.publish(trickySnapshot());
    QVERIFY(program.live.act(EventType::Like, 1).ok());
    const QString path = program.folder.filePath(u"events.csv"_s);
    QVERIFY(program.log.exportTo(path).ok());
    const LiveState before = program.live.state();
    program.workspace->setBusyTimeout(20ms);
    test::DatabaseLock lock(program.folder.path());
    QVERIFY(lock.take());
    QSignalSpy problem(&program.live, &LiveSession::problem);
    QCOMPARE(program.log.importFrom(path).error().code, ErrorCode::Database);
    QCOMPARE(problem.count(), 0);
    QVERIFY(program.live.state() == before);
    QCOMPARE(program.log.lines()->size(), std::size_t{1});
    QVERIFY(lock.release());
    QCOMPARE(program.log.importFrom(path)->lines, 1);
}

/// A newcomer with events a second and more apart.
void prepareReplay(Program& program, const QByteArray& times) {
    program.store.publish(trickySnapshot());
    QByteArray text = "# Recital events\n# fingerprint: " +
                      QByteArray(program.store.snapshot()->dataset->info().fingerprint.c_str()) +
                      "\nid,time,entry,user,name,dataset_user,taste,type,item,title,stars,target,source\n";
    int id = 0;
    for (const QByteArray& time : times.split(' ')) {
        ++id;
        text += QByteArray::number(id) + ",2026-01-02T03:04:" + time +
                "Z,event,1,Alice,-1,\"[0.5,0]\",like,10" + QByteArray::number(9 + id).rightJustified(2, '0') +
                ",,0,0,stage\n";
    }
    const QString path = program.folder.filePath(u"alice.csv"_s);
    write(path, text);
    QVERIFY(program.log.importFrom(path).ok());
    QCOMPARE(program.live.user().name, u"Alice"_s);
}

void TestEventLog::replays() {
    for (const double speed : {1.0, 4.0}) {
        Program program;
        prepareReplay(program, "00.000 00.200 00.600");
        const LiveUser alice = program.live.user();
        QSignalSpy finished(&program.log, &EventLog::replayFinished);
        QSignalSpy changed(&program.live, &LiveSession::changed);
        QElapsedTimer timer;
        timer.start();
        const qint64 player = program.log.startReplay(alice.id, speed).value();
        QCOMPARE(program.live.user().name, u"Replay of Alice"_s);
        QVERIFY(program.live.user().taste == alice.taste);
        QVERIFY(finished.wait(10'000));
        const double expected = 600.0 / speed;
        QVERIFY2(static_cast<double>(timer.elapsed()) >= 0.9 * expected, "original pauses");
        QVERIFY2(static_cast<double>(timer.elapsed()) < expected + 2000.0, "and no longer");
        QVERIFY(finished.front().front().toBool());
        QVERIFY(!program.log.replay());
        QCOMPARE(changed.count(), 4); // the user, and each event
        const auto played = program.live.findUser(player);
        QCOMPARE(played->events.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(played->events[i].event.item, alice.events[i].event.item);
        std::vector<float> scores;
        QVERIFY(program.live.rankingOf(*played, scores).list == program.live.rankingOf(alice, scores).list);
        QCOMPARE(program.live.history().back().kind, LiveChange::Kind::Replayed);
        QCOMPARE(program.live.history().back().count, 3);
        EventFilter filter;
        filter.source = u"replay"_s;
        QCOMPARE(program.workspace->events(filter)->size(), std::size_t{3});
        QVERIFY(program.live.undo().ok()); // all of it at once
        QVERIFY(program.live.findUser(player)->events.empty());
    }
}

void TestEventLog::pausesAndStops() {
    Program program;
    prepareReplay(program, "00.000 00.050 00.100 00.150 00.200");
    const qint64 alice = program.live.user().id;
    QSignalSpy finished(&program.log, &EventLog::replayFinished);
    const qint64 player = program.log.startReplay(alice).value();
    QTRY_COMPARE(program.live.findUser(player)->events.size(), std::size_t{1});
    program.log.pauseReplay();
    QVERIFY(program.log.replay()->paused);
    const std::size_t done = program.log.replay()->done;
    QTest::qWait(200);
    QCOMPARE(program.live.findUser(player)->events.size(), done);
    program.log.setReplaySpeed(4.0);
    program.log.resumeReplay();
    QTRY_VERIFY(program.live.findUser(player)->events.size() > done);
    program.log.stopReplay();
    QCOMPARE(finished.count(), 1);
    QVERIFY(!finished.front().front().toBool());
    const std::size_t kept = program.live.findUser(player)->events.size();
    QTest::qWait(150);
    QCOMPARE(program.live.findUser(player)->events.size(), kept);
    QCOMPARE(program.log.startReplay(99999).error().code, ErrorCode::InvalidData);
}

void TestEventLog::longPausesAreCut() {
    Program program;
    prepareReplay(program, "00.000 10.000 50.000");
    program.log.setLongestPause(100ms);
    QSignalSpy finished(&program.log, &EventLog::replayFinished);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(program.log.startReplay(program.live.user().id).ok());
    QVERIFY(finished.wait(5'000));
    QVERIFY(timer.elapsed() >= 190);
}

void TestEventLog::replayEndsWhenItIsUndone() {
    Program program;
    prepareReplay(program, "00.000 00.100 00.200");
    QSignalSpy finished(&program.log, &EventLog::replayFinished);
    const qint64 player = program.log.startReplay(program.live.user().id).value();
    QTRY_COMPARE(program.live.findUser(player)->events.size(), std::size_t{1});
    QVERIFY(program.live.undo().ok());
    QVERIFY(finished.wait(5'000));
    QVERIFY(!finished.front().front().toBool());
    QVERIFY(program.live.findUser(player)->events.empty());
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
