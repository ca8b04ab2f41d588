// What happens to events when the program is killed, and when nothing can be written.
#include "core/services/services.h"
#include "tests/services/databaselock.h"
#include "tests/services/fixtures.h"
#include "tests/services/fulldisk.h"
#include "tests/timelimit.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <functional>
#include <optional>
#include <random>

using namespace Qt::StringLiterals;
using namespace recital;
using namespace std::chrono_literals;

using test::makeSnapshot;

namespace {

constexpr int rounds = 24;

/// What the screen says of everybody, as one line of text.
QString events(const LiveSession& live) {
    QString text;
    for (const auto& user : live.state().users) {
        text += u"user %1:"_s.arg(user->id);
        for (const LiveEvent& event : user->events)
            text +=
                u" %1=%2/%3"_s.arg(event.logId).arg(event.event.item).arg(static_cast<int>(event.event.type));
        text += u';';
    }
    return text;
}

QString list(const LiveSession& live) {
    QString text;
    for (const RankChange& entry : live.recommendations())
        text += u" %1:%2"_s.arg(entry.item).arg(static_cast<double>(entry.score), 0, 'g', 9);
    return text;
}

/// The same text from the lines of the log up to one of them, for the users that `users` names.
QString eventsUpTo(const std::vector<EventRecord>& lines, qint64 newest, const QString& users,
                   const Dataset& dataset) {
    std::map<qint64, bool> counts;
    for (const EventRecord& line : lines)
        if (line.id <= newest)
            counts[line.entry == EventRecord::Entry::Event ? line.id : line.target] =
                line.entry != EventRecord::Entry::TakenBack;
    QString text;
    for (const QString& part : users.split(u';', Qt::SkipEmptyParts)) {
        const qint64 user = part.section(u' ', 1, 1).chopped(1).toLongLong();
        text += u"user %1:"_s.arg(user);
        for (const EventRecord& line : lines)
            if (line.userId == user && line.entry == EventRecord::Entry::Event && counts[line.id])
                text += u" %1=%2/%3"_s.arg(line.id)
                            .arg(*dataset.findItem(line.itemId))
                            .arg(static_cast<int>(*eventTypeOf(line.type.toStdString())));
        text += u';';
    }
    return text;
}

/// The child: changes the stage at random and prints, after every change, what it has shown.
int actUntilKilled(const QString& folder, unsigned seed) {
    auto workspace = Workspace::open(folder);
    if (!workspace)
        return 1;
    ModelStore store;
    LiveSession live(store, **workspace);
    qint64 newest = 0;
    QObject::connect(&live, &LiveSession::eventLogged,
                     [&newest](const EventRecord& line) { newest = line.id; });
    QObject::connect(&live, &LiveSession::changed, [&live, &newest] {
        std::printf("%lld|%s|%lld|%s\n", static_cast<long long>(newest), qPrintable(events(live)),
                    static_cast<long long>(live.user().id), qPrintable(list(live)));
        std::fflush(stdout);
    });
    QObject::connect(&live, &LiveSession::problem, [] { std::exit(2); });
    store.publish(makeSnapshot());
    std::mt19937 random(seed);
    for (;;) {
        const auto item = static_cast<ItemIndex>(random() % 40);
        const unsigned what = random() % 10;
        if (what == 0 && live.state().users.size() < 4)
            (void)live.addUser(u"Alice"_s);
        else if (what == 1)
            (void)live.undo();
        else if (what == 2)
            (void)live.toggleLike(item);
        else
            (void)live.act(what == 3 ? EventType::Dislike : EventType::Like, item);
    }
}

} // namespace

class TestLiveLosses : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void losesNothingWhenKilled();
    void aFullDiskIsSaid_data();
    void aFullDiskIsSaid();
    void aLockedDatabaseIsSaid();
    void aLockedDatabaseHoldsNoClick();
    void writesAgainWhenItCan();
    void aStageThatCouldNotBeStoredIsStoredLater();

private:
    void lock() { QVERIFY(m_lock->take()); }
    void unlock() { QVERIFY(m_lock->release()); }
    /// On the connection of the workspace itself.
    static bool onOwnConnection(const QString& statement) {
        for (const QString& name : QSqlDatabase::connectionNames())
            if (name.startsWith(u"workspace-"_s))
                return QSqlQuery(QSqlDatabase::database(name)).exec(statement);
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<test::DatabaseLock> m_lock;
    std::unique_ptr<ModelStore> m_store;
    std::unique_ptr<LiveSession> m_live;
};

void TestLiveLosses::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = Workspace::open(m_folder->path()).value();
    m_workspace->setBusyTimeout(50ms); // a test has no 5 seconds
    m_lock = std::make_unique<test::DatabaseLock>(m_folder->path());
    m_store = std::make_unique<ModelStore>();
    m_live = std::make_unique<LiveSession>(*m_store, *m_workspace);
}

void TestLiveLosses::cleanup() {
    m_live.reset();
    m_store.reset();
    m_workspace.reset();
    m_lock.reset();
    m_folder.reset();
}

/// SIGKILL at a random moment, many times over the same workspace: what was shown last, or what the change in
/// flight made of it, is there again, list and all.
void TestLiveLosses::losesNothingWhenKilled() {
    QTemporaryDir folder;
    int changes = 0;
    int same = 0;
    qint64 shownBefore = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--act-until-killed"_s, folder.path(), QString::number(round)});
        QVERIFY(child.waitForStarted());
        QByteArray printed;
        while (!printed.contains('\n')) {
            QVERIFY(child.waitForReadyRead(20'000));
            printed += child.readAll();
        }
        QElapsedTimer timer;
        timer.start();
        const qint64 life = QRandomGenerator::global()->bounded(60);
        while (timer.elapsed() < life) {
            child.waitForReadyRead(1);
            printed += child.readAll();
        }
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        printed += child.readAll();
        printed.truncate(printed.lastIndexOf('\n'));
        const QList<QByteArray> states = printed.split('\n');
        changes += static_cast<int>(states.size());
        const QStringList last = QString::fromUtf8(states.back()).split(u'|');
        QCOMPARE(last.size(), 4);
        const qint64 newest = std::max(shownBefore, last[0].toLongLong());

        auto workspace = Workspace::open(folder.path());
        QVERIFY2(workspace.ok(), workspace.ok() ? "" : workspace.error().detail.c_str());
        const auto lines = (*workspace)->events().value();
        shownBefore = lines.empty() ? 0 : lines.back().id; // all of it by the next child, to begin with
        ModelStore store;
        LiveSession live(store, **workspace);
        store.publish(makeSnapshot());
        // The log as far as it was shown says what was shown, event by event.
        QCOMPARE(eventsUpTo(lines, newest, last[1], *store.snapshot()->dataset), last[1]);
        if (events(live) != last[1])
            continue; // the change in flight was committed and not shown any more
        ++same;
        live.chooseUser(last[2].toLongLong());
        QCOMPARE(list(live), last[3]);
    }
    qInfo("%d kills, %d changes shown; %d times the same stage came back, %d times with a change that was "
          "committed but not shown any more",
          rounds, changes, same, rounds - same);
    QVERIFY(changes > 5 * rounds);
    QVERIFY(same > 0);
}

void TestLiveLosses::aFullDiskIsSaid_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"pages", "file size", "read only"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestLiveLosses::aFullDiskIsSaid() {
    QFETCH(QString, how);
    m_store->publish(makeSnapshot());
    for (const ItemIndex item : {1, 2, 3})
        QVERIFY(m_live->act(EventType::Like, item).ok());
    const LiveState state = m_live->state();
    const auto list = m_live->ranking().list;
    QSignalSpy changed(m_live.get(), &LiveSession::changed);
    QSignalSpy logged(m_live.get(), &LiveSession::eventLogged);
    QSignalSpy problem(m_live.get(), &LiveSession::problem);

    std::optional<test::FullDisk> disk;
    if (how == u"pages"_s) {
        QVERIFY(onOwnConnection(u"PRAGMA max_page_count = 1"_s));
    } else if (how == u"read only"_s) {
        QVERIFY(onOwnConnection(u"PRAGMA query_only = ON"_s));
    } else {
        disk.emplace(1);
    }
    int refused = 0;
    ErrorCode code = ErrorCode::Internal;
    for (int i = 0; i < 2000 && refused == 0; ++i) { // what is left of the last page takes a few
        const Status done = m_live->act(EventType::Like, 5);
        if (done.ok())
            continue;
        ++refused;
        code = done.error().code;
    }
    const std::size_t written = m_live->user().events.size();
    const Status back = m_live->takeBack(m_live->user().events.front().logId);
    disk.reset();

    QCOMPARE(refused, 1);
    QCOMPARE(code, ErrorCode::FileWrite);
    QVERIFY(problem.count() >= 1);
    QCOMPARE(changed.count(), logged.count()); // nothing was shown that was not logged
    if (how != u"pages"_s) {
        QVERIFY(!back.ok());
        QVERIFY(m_live->state() == state);
        QVERIFY(m_live->ranking().list == list);
        QCOMPARE(m_live->history().size(), std::size_t{4});
        QCOMPARE(written, std::size_t{3});
    }
    LiveLog log(*m_workspace);
    QVERIFY(*log.open(m_store->snapshot()->dataset).value().front() == m_live->user());
}

void TestLiveLosses::aLockedDatabaseIsSaid() {
    m_store->publish(makeSnapshot());
    QVERIFY(m_live->act(EventType::Like, 1).ok());
    QVERIFY(m_live->act(EventType::Like, 2).ok());
    QVERIFY(m_live->addUser(u"Alice"_s).ok());
    const LiveState state = m_live->state();
    const auto list = m_live->ranking().list;
    const std::size_t position = m_live->position();
    QSignalSpy changed(m_live.get(), &LiveSession::changed);
    QSignalSpy problem(m_live.get(), &LiveSession::problem);
    lock();
    QCOMPARE(m_live->act(EventType::Like, 3).error().code, ErrorCode::Database);
    QVERIFY(!m_live->toggleLike(4).ok());
    QVERIFY(!m_live->addUser(u"Bob"_s).ok());
    QVERIFY(!m_live->addDatasetUser(5).ok());
    QVERIFY(!m_live->removeUser(m_live->user().id).ok());
    QVERIFY(!m_live->setTaste({{0.5}}).ok());
    QVERIFY(!m_live->jumpTo(1).ok());
    QVERIFY(!m_live->undo().ok());
    EventStrengths strengths;
    strengths.like = 2.0;
    QVERIFY(!m_live->setStrengths(strengths).ok());
    QCOMPARE(problem.count(), 9);
    QVERIFY(problem.front().back().toString().contains(u"locked"_s));
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_live->state() == state && m_live->ranking().list == list);
    QCOMPARE(m_live->position(), position);
    QVERIFY(m_live->setRule(ResolveRule{}).ok()); // needs no log
    unlock();
}

/// As the program is put together: each click is refused while the presenter still looks, nothing is claimed,
/// and everything works once the other program is done.
void TestLiveLosses::aLockedDatabaseHoldsNoClick() {
    QTemporaryDir folder;
    const auto services = Services::create(folder.path()).value();
    services->store.publish(makeSnapshot());
    LiveSession& live = services->live;
    QVERIFY(live.act(EventType::Like, 1).ok());
    const LiveState state = live.state();
    const auto list = live.ranking().list;
    QSignalSpy changed(&live, &LiveSession::changed);
    m_lock = nullptr; // one connection of that name
    m_lock = std::make_unique<test::DatabaseLock>(folder.path());
    lock();
    RunRecord run;
    run.startedAt = QDateTime::currentDateTimeUtc();
    const std::vector<std::function<bool()>> clicks{
        [&] { return live.act(EventType::Like, 3).ok(); },
        [&] { return live.toggleLike(1).ok(); },
        [&] { return live.addUser(u"Alice"_s).ok(); },
        [&] { return live.undo().ok(); },
        [&] { return live.removeUser(live.user().id).ok(); },
        [&] { return services->workspace().addRun(run).ok(); },
    };
    for (const auto& click : clicks) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!click());
        QVERIFY2(timer.elapsed() < test::timeLimit(500), qPrintable(QString::number(timer.elapsed())));
    }
    QCOMPARE(changed.count(), 0);
    QVERIFY(live.state() == state);
    QVERIFY(live.ranking().list == list);
    QVERIFY(services->workspace().events().ok()); // reading goes on
    unlock();
    for (const auto& click : clicks)
        QVERIFY(click());
}

void TestLiveLosses::writesAgainWhenItCan() {
    m_store->publish(makeSnapshot());
    lock();
    QVERIFY(!m_live->act(EventType::Like, 3).ok());
    unlock();
    QVERIFY(m_live->act(EventType::Like, 3).ok());
    QCOMPARE(m_workspace->events()->size(), std::size_t{1});
}

void TestLiveLosses::aStageThatCouldNotBeStoredIsStoredLater() {
    QSignalSpy problem(m_live.get(), &LiveSession::problem);
    lock();
    m_store->publish(makeSnapshot());
    QCOMPARE(problem.count(), 1);
    QCOMPARE(m_live->user().id, 0);
    QCOMPARE(m_live->recommendations().size(), std::size_t{LiveSession::listLength}); // it works all the same
    QVERIFY(!m_live->act(EventType::Like, 3).ok());
    unlock();
    QVERIFY(m_live->act(EventType::Like, 3).ok());
    QVERIFY(m_live->user().id > 0);
    QCOMPARE(m_workspace->events()->front().userId, m_live->user().id);
    QVERIFY(m_live->undo().ok());
    QCOMPARE(m_live->state().users.size(), std::size_t{1});
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--act-until-killed"_s)
        return actUntilKilled(arguments[2], arguments[3].toUInt());
    TestLiveLosses test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_livelosses.moc"
