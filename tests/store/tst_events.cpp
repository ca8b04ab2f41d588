#include "core/store/workspace.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

const QString data = u"0123456789abcdef"_s;
const QString other = u"fedcba9876543210"_s;

LiveUserRecord sampleUser(const QString& name, const QString& fingerprint = data) {
    LiveUserRecord user;
    user.createdAt = QDateTime(QDate(2026, 3, 29), QTime(1, 59, 59, 123), Qt::UTC);
    user.datasetFingerprint = fingerprint;
    user.name = name;
    return user;
}

EventRecord sampleEvent(qint64 user, const QString& type = u"like"_s, qint64 item = 1) {
    EventRecord line;
    line.time = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    line.userId = user;
    line.datasetFingerprint = data;
    line.type = type;
    line.itemId = item;
    line.source = u"stage"_s;
    return line;
}

EventRecord takenBack(qint64 user, qint64 target, EventRecord::Entry entry = EventRecord::Entry::TakenBack) {
    EventRecord line = sampleEvent(user);
    line.entry = entry;
    line.target = target;
    return line;
}

} // namespace

/// Users of the stage, the log and the strengths.
class TestEvents : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void keepsUsers();
    void keepsLines();
    void aWriteRefersToItself();
    void filters();
    void theLastWordCounts();
    void allOrNothing_data();
    void allOrNothing();
    void theLogIsAppendOnly_data();
    void theLogIsAppendOnly();
    void strengthsStartAsTheDefaults();
    void migratesClickedFilms_data();
    void migratesClickedFilms();

private:
    QString databasePath() const { return QDir(m_folder->path()).filePath(Workspace::fileName()); }
    /// On a connection of its own; the error's text, empty for success.
    QString execute(const QStringList& statements) const {
        QString error;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            db.setDatabaseName(databasePath());
            if (!db.open())
                error = db.lastError().text();
            for (const QString& statement : statements) {
                QSqlQuery query(db);
                if (error.isEmpty() && !query.exec(statement))
                    error = query.lastError().text();
            }
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
        return error;
    }
    qint64 addUser(const QString& name, const QString& fingerprint = data) {
        LiveWrite write;
        write.addUsers.push_back(sampleUser(name, fingerprint));
        return m_workspace->writeLive(write).value().users.front();
    }
    qint64 append(const EventRecord& line) {
        LiveWrite write;
        write.lines.push_back(line);
        return m_workspace->writeLive(write).value().lines.front();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestEvents::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = Workspace::open(m_folder->path()).value();
}

void TestEvents::cleanup() {
    m_workspace.reset();
    m_folder.reset();
}

void TestEvents::keepsUsers() {
    LiveWrite write;
    write.addUsers = {sampleUser(u"Zoë 'quoted'"_s), sampleUser({}), sampleUser(u"elsewhere"_s, other)};
    write.addUsers[1].datasetUserId = 42;
    write.addUsers[1].tasteJson = u"[0.5,1]"_s;
    const std::vector<qint64> ids = m_workspace->writeLive(write)->users;
    QCOMPARE(ids.size(), std::size_t{3});
    m_workspace.reset();
    m_workspace = Workspace::open(m_folder->path()).value();
    auto users = m_workspace->liveUsers(data).value();
    QCOMPARE(users.size(), std::size_t{2});
    QCOMPARE(users[0].id, ids[0]);
    QCOMPARE(users[0].name, u"Zoë 'quoted'"_s);
    QCOMPARE(users[0].createdAt, write.addUsers[0].createdAt);
    QCOMPARE(users[0].datasetUserId, -1);
    QCOMPARE(users[1].datasetUserId, 42);
    QCOMPARE(users[1].tasteJson, u"[0.5,1]"_s);
    LiveWrite change;
    change.setRemoved.emplace_back(ids[0], true);
    change.setTaste.emplace_back(ids[1], QString());
    QVERIFY(m_workspace->writeLive(change).ok());
    users = m_workspace->liveUsers(data).value();
    QCOMPARE(users.size(), std::size_t{1});
    QVERIFY(users[0].tasteJson.isEmpty());
    users = m_workspace->liveUsers(data, true).value();
    QVERIFY(users.size() == 2 && users[0].removed && !users[1].removed);
}

void TestEvents::keepsLines() {
    const qint64 user = addUser(u"Alice"_s);
    EventRecord rating = sampleEvent(user, u"rating"_s, 9'007'199'254'740'993); // needs more than 53 bits
    rating.stars = 4;
    const qint64 first = append(rating);
    const qint64 second = append(takenBack(user, first));
    QVERIFY(second > first);
    m_workspace.reset();
    m_workspace = Workspace::open(m_folder->path()).value();
    const auto lines = m_workspace->events().value();
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].id, first);
    QCOMPARE(lines[0].entry, EventRecord::Entry::Event);
    QCOMPARE(lines[0].time, rating.time);
    QCOMPARE(lines[0].time.timeSpec(), Qt::UTC);
    QCOMPARE(lines[0].userId, user);
    QCOMPARE(lines[0].datasetFingerprint, data);
    QCOMPARE(lines[0].type, u"rating"_s);
    QCOMPARE(lines[0].itemId, rating.itemId);
    QCOMPARE(lines[0].stars, 4);
    QCOMPARE(lines[0].target, 0);
    QCOMPARE(lines[0].source, u"stage"_s);
    QCOMPARE(lines[1].entry, EventRecord::Entry::TakenBack);
    QCOMPARE(lines[1].target, first);
    QVERIFY(lines[1].type.isEmpty());
}

void TestEvents::aWriteRefersToItself() {
    LiveWrite write;
    write.addUsers = {sampleUser(u"Alice"_s), sampleUser(u"Bob"_s)};
    write.lines = {sampleEvent(-2), sampleEvent(-1), takenBack(-2, -1),
                   takenBack(-2, -1, EventRecord::Entry::BroughtBack)};
    const LiveWritten written = m_workspace->writeLive(write).value();
    const auto lines = m_workspace->events().value();
    QCOMPARE(lines.size(), std::size_t{4});
    QCOMPARE(lines[0].userId, written.users[1]);
    QCOMPARE(lines[1].userId, written.users[0]);
    QCOMPARE(lines[2].target, written.lines[0]);
    QCOMPARE(lines[3].entry, EventRecord::Entry::BroughtBack);
}

void TestEvents::theLastWordCounts() {
    using Entry = EventRecord::Entry;
    const qint64 alice = addUser(u"Alice"_s);
    const qint64 carol = addUser(u"Carol"_s, other);
    std::vector<qint64> ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(append(sampleEvent(alice)));
    EventRecord elsewhere = sampleEvent(carol);
    elsewhere.datasetFingerprint = other;
    const qint64 away = append(elsewhere);
    QVERIFY(m_workspace->takenBack(data)->empty());
    append(takenBack(alice, ids[0]));
    append(takenBack(alice, ids[1]));
    append(takenBack(alice, ids[1], Entry::BroughtBack));
    append(takenBack(alice, ids[2]));
    append(takenBack(alice, ids[2], Entry::BroughtBack));
    append(takenBack(alice, ids[2]));
    EventRecord line = takenBack(carol, away);
    line.datasetFingerprint = other;
    append(line);
    QCOMPARE(m_workspace->takenBack(data).value(), (std::set<qint64>{ids[0], ids[2]}));
    QCOMPARE(m_workspace->takenBack(other).value(), std::set<qint64>{away});
}

void TestEvents::filters() {
    const qint64 alice = addUser(u"Alice"_s);
    const qint64 bob = addUser(u"Bob"_s);
    const qint64 carol = addUser(u"Carol"_s, other);
    std::vector<qint64> ids;
    for (int i = 0; i < 6; ++i) {
        EventRecord line = sampleEvent(i % 2 ? bob : alice, i < 3 ? u"like"_s : u"view"_s, i);
        line.time = line.time.addSecs(i);
        line.source = i == 5 ? u"import"_s : u"stage"_s;
        ids.push_back(append(line));
    }
    EventRecord elsewhere = sampleEvent(carol);
    elsewhere.datasetFingerprint = other;
    ids.push_back(append(elsewhere));
    const auto found = [this](const EventFilter& filter) {
        std::vector<qint64> result;
        for (const EventRecord& line : *m_workspace->events(filter))
            result.push_back(line.id);
        return result;
    };
    using Ids = std::vector<qint64>;
    QCOMPARE(found({}), ids);
    EventFilter filter;
    filter.datasetFingerprint = data;
    QCOMPARE(found(filter), Ids(ids.begin(), ids.end() - 1));
    filter.limit = 2;
    QCOMPARE(found(filter), (Ids{ids[4], ids[5]})); // the newest, oldest first
    filter.limit = 0;
    filter.userId = bob;
    QCOMPARE(found(filter), (Ids{ids[1], ids[3], ids[5]}));
    filter.type = u"view"_s;
    QCOMPARE(found(filter), (Ids{ids[3], ids[5]}));
    filter.source = u"import"_s;
    QCOMPARE(found(filter), Ids{ids[5]});
    EventFilter time;
    time.from = sampleEvent(alice).time.addSecs(1);
    time.to = sampleEvent(alice).time.addSecs(4);
    QCOMPARE(found(time), (Ids{ids[1], ids[2], ids[3]}));
}

void TestEvents::allOrNothing_data() {
    QTest::addColumn<QByteArray>("fault");
    for (const char* name : {"unknown user", "user of other data", "unknown target", "somebody else's event",
                             "target that is no event", "removed user unknown", "unknown new user"})
        QTest::newRow(name) << QByteArray(name);
}

void TestEvents::allOrNothing() {
    const qint64 alice = addUser(u"Alice"_s);
    const qint64 bob = addUser(u"Bob"_s);
    const qint64 carol = addUser(u"Carol"_s, other);
    const qint64 liked = append(sampleEvent(bob));
    const qint64 back = append(takenBack(bob, liked));
    LiveWrite write;
    write.addUsers.push_back(sampleUser(u"Dora"_s));
    write.lines = {sampleEvent(alice), sampleEvent(-1)};
    write.setTaste.emplace_back(alice, u"[1]"_s);
    write.strengths = EventStrengths{};
    QFETCH(QByteArray, fault);
    if (fault == "unknown user")
        write.lines.push_back(sampleEvent(1234));
    else if (fault == "user of other data")
        write.lines.push_back(sampleEvent(carol));
    else if (fault == "unknown target")
        write.lines.push_back(takenBack(alice, 1234));
    else if (fault == "somebody else's event")
        write.lines.push_back(takenBack(alice, liked));
    else if (fault == "target that is no event")
        write.lines.push_back(takenBack(bob, back));
    else if (fault == "removed user unknown")
        write.setRemoved.emplace_back(1234, true);
    else
        write.lines.push_back(sampleEvent(-2));
    const auto refused = m_workspace->writeLive(write);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::UnknownId);
    QCOMPARE(m_workspace->events()->size(), std::size_t{2});
    QCOMPARE(m_workspace->liveUsers(data)->size(), std::size_t{2});
    QVERIFY(m_workspace->liveUsers(data)->front().tasteJson.isEmpty());
    write.lines.resize(2);
    write.setRemoved.clear();
    QVERIFY(m_workspace->writeLive(write).ok()); // the rest of it was good
}

void TestEvents::theLogIsAppendOnly_data() {
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << u"UPDATE event SET stars = 5"_s;
    QTest::newRow("delete") << u"DELETE FROM event"_s;
    QTest::newRow("replace")
        << u"INSERT OR REPLACE INTO event SELECT id, entry, time, user_id,"
           " dataset_fingerprint, 'dislike', item_id, stars, target, source FROM event"_s;
    QTest::newRow("upsert")
        << u"INSERT INTO event SELECT id, entry, time, user_id, dataset_fingerprint, type,"
           " item_id, stars, target, source FROM event WHERE true ON CONFLICT (id) DO"
           " UPDATE SET type = 'dislike'"_s;
}

void TestEvents::theLogIsAppendOnly() {
    QFETCH(QString, statement);
    append(sampleEvent(addUser(u"Alice"_s)));
    const QString error = execute({statement});
    QVERIFY2(error.contains(u"append-only"_s), qPrintable(error));
    const auto lines = m_workspace->events().value();
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front().type, u"like"_s);
    QCOMPARE(lines.front().stars, 0);
}

void TestEvents::strengthsStartAsTheDefaults() {
    QVERIFY(*m_workspace->eventStrengths() == EventStrengths{});
    EventStrengths changed;
    changed.view = 0.0;
    changed.dislike = -2.5;
    changed.stars = {-3.0, -2.0, 0.25, 2.0, 3.0};
    for (int i = 0; i < 2; ++i) {
        LiveWrite write;
        write.strengths = changed;
        QVERIFY(m_workspace->writeLive(write).ok());
    }
    QVERIFY(*m_workspace->eventStrengths() == changed);
}

void TestEvents::migratesClickedFilms_data() {
    QTest::addColumn<QString>("clicked");
    QTest::addColumn<std::vector<qint64>>("items");
    QTest::newRow("three") << u"[50,9007199254740993,1]"_s << std::vector<qint64>{50, 9007199254740993, 1};
    QTest::newRow("twelve") << u"[12,11,10,9,8,7,6,5,4,3,2,1]"_s
                            << std::vector<qint64>{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    QTest::newRow("none") << u"[]"_s << std::vector<qint64>{};
    QTest::newRow("damaged") << u"[1,"_s << std::vector<qint64>{};
}

/// A file as version 3 wrote it.
void TestEvents::migratesClickedFilms() {
    QFETCH(QString, clicked);
    QFETCH(std::vector<qint64>, items);
    m_workspace.reset();
    QVERIFY(QFile::remove(databasePath()));
    QCOMPARE(execute({u"PRAGMA application_id = 1380144204"_s,
                      u"CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, started_at TEXT NOT NULL)"_s,
                      u"CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), dataset_location TEXT"
                      " NOT NULL, dataset_fingerprint TEXT NOT NULL, run_id INTEGER REFERENCES run(id) ON"
                      " DELETE SET NULL, page TEXT NOT NULL, clicked_item_ids TEXT NOT NULL)"_s,
                      u"INSERT INTO run VALUES (7, '')"_s,
                      u"INSERT INTO session VALUES (1, '/data', '%1', 7, 'stage', '%2')"_s.arg(data, clicked),
                      u"PRAGMA user_version = 3"_s}),
             QString());
    auto opened = Workspace::open(m_folder->path());
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_workspace = std::move(opened).value();
    const SessionRecord session = m_workspace->session().value();
    QCOMPARE(session.datasetLocation, u"/data"_s);
    QCOMPARE(session.runId, 7);
    QCOMPARE(session.page, u"stage"_s);
    QVERIFY(session.liveRuleJson.isEmpty());
    const auto users = m_workspace->liveUsers(data).value();
    QCOMPARE(users.size(), std::size_t{items.empty() ? 0U : 1U});
    QCOMPARE(session.liveUserId, users.empty() ? 0 : users.front().id);
    std::vector<qint64> liked;
    for (const EventRecord& line : *m_workspace->events()) {
        QCOMPARE(line.type, u"like"_s);
        QCOMPARE(line.userId, session.liveUserId);
        QCOMPARE(line.datasetFingerprint, data);
        QVERIFY(std::abs(line.time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        liked.push_back(line.itemId);
    }
    QCOMPARE(liked, items);
    QVERIFY(m_workspace->saveSession(session).ok());
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
