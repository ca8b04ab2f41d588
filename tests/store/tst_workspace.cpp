#include "core/store/workspace.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

QString databasePath(const QString& folder) {
    return QDir(folder).filePath(Workspace::fileName());
}

/// Runs statements on a database file of its own connection.
void execute(const QString& path, const QStringList& statements) {
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        db.setDatabaseName(path);
        QVERIFY2(db.open(), qPrintable(db.lastError().text()));
        for (const QString& statement : statements) {
            QSqlQuery query(db);
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
}

QVariant ask(const QString& path, const QString& question) {
    QVariant answer;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        db.setDatabaseName(path);
        if (db.open()) {
            QSqlQuery query(db);
            if (query.exec(question) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    return answer;
}

RunRecord sampleRun(int number = 1) {
    RunRecord run;
    run.startedAt = QDateTime(QDate(2026, 3, 29), QTime(1, 59, 59, 123), Qt::UTC);
    run.datasetName = u"ml-100k"_s;
    run.datasetLocation = u"/data/Übung 'quoted' 映画"_s;
    run.datasetFingerprint = u"0123456789abcdef"_s;
    run.algorithm = u"ALS"_s;
    run.parametersJson = u"{\"factors\":%1}"_s.arg(number);
    run.splitJson = u"{\"name\":\"u1\"}"_s;
    run.reportsJson = u"[]"_s;
    run.curveJson = u"[{\"loss\":1.5}]"_s;
    run.modelFile = u"models/run.recital"_s;
    run.trainSeconds = 0.1 + number;
    return run;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string errorOf(const Result<std::unique_ptr<Workspace>>& result, ErrorCode code) {
    if (result.ok() || result.error().code != code)
        return {};
    return result.error().detail;
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT
private slots:
    void startsEmpty();
    void keepsRuns();
    void keepsTheSession();
    void sessionSurvivesARemovedRun();
    void remembersLocations();
    void setsThePragmas();
    void migratesVersionOne();
    void refusesANewerSchema();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void takesAnEmptyFile();
    void failsWhereNothingCanBeWritten();
    void failsInAReadOnlyFolder();
    void reportsAFullDisk();
    void twoProgramsShareIt();
    void leavesNoConnectionBehind();
    void losesNothingWhenKilled();
};

void TestWorkspace::startsEmpty() {
    QTemporaryDir folder;
    const QString below = folder.filePath(u"new/deep"_s);
    auto workspace = Workspace::open(below);
    QVERIFY(workspace.ok());
    QCOMPARE((*workspace)->folder(), below);
    QVERIFY((*workspace)->runs()->empty());
    QCOMPARE((*workspace)->session()->datasetLocation, QString());
    QCOMPARE((*workspace)->session()->runId, 0);
    QVERIFY((*workspace)->recentLocations()->isEmpty());
    QCOMPARE((*workspace)->run(1).error().code, ErrorCode::UnknownId);
}

void TestWorkspace::keepsRuns() {
    QTemporaryDir folder;
    qint64 first = 0;
    {
        auto workspace = Workspace::open(folder.path());
        first = (*workspace)->addRun(sampleRun(1)).value();
        const qint64 second = (*workspace)->addRun(sampleRun(2)).value();
        QVERIFY(second > first);
    }
    auto workspace = Workspace::open(folder.path());
    const auto runs = (*workspace)->runs();
    QCOMPARE(runs->size(), std::size_t{2});
    QCOMPARE(runs->front().parametersJson, u"{\"factors\":2}"_s);
    QCOMPARE((*workspace)->runs(1)->size(), std::size_t{1});
    const RunRecord expected = sampleRun(1);
    const auto run = (*workspace)->run(first);
    QVERIFY(run.ok());
    QCOMPARE(run->id, first);
    QCOMPARE(run->startedAt, expected.startedAt);
    QCOMPARE(run->startedAt.timeSpec(), Qt::UTC);
    QCOMPARE(run->datasetName, expected.datasetName);
    QCOMPARE(run->datasetLocation, expected.datasetLocation);
    QCOMPARE(run->datasetFingerprint, expected.datasetFingerprint);
    QCOMPARE(run->algorithm, expected.algorithm);
    QCOMPARE(run->parametersJson, expected.parametersJson);
    QCOMPARE(run->splitJson, expected.splitJson);
    QCOMPARE(run->reportsJson, expected.reportsJson);
    QCOMPARE(run->curveJson, expected.curveJson);
    QCOMPARE(run->modelFile, expected.modelFile);
    QCOMPARE(run->trainSeconds, expected.trainSeconds);
}

void TestWorkspace::keepsTheSession() {
    QTemporaryDir folder;
    SessionRecord session;
    session.datasetLocation = u"/data/ml-100k"_s;
    session.datasetFingerprint = u"fedcba9876543210"_s;
    session.page = u"stage"_s;
    session.liveRuleJson = u"{\"rule\":\"re-solve\"}"_s;
    {
        auto workspace = Workspace::open(folder.path());
        session.runId = (*workspace)->addRun(sampleRun()).value();
        LiveWrite write;
        write.addUsers.resize(2);
        session.liveUserId = (*workspace)->writeLive(write)->users.back();
        QVERIFY((*workspace)->saveSession(SessionRecord{}).ok());
        QVERIFY((*workspace)->saveSession(session).ok());
    }
    auto workspace = Workspace::open(folder.path());
    const auto restored = (*workspace)->session();
    QVERIFY(restored.ok());
    QCOMPARE(restored->datasetLocation, session.datasetLocation);
    QCOMPARE(restored->datasetFingerprint, session.datasetFingerprint);
    QCOMPARE(restored->runId, session.runId);
    QCOMPARE(restored->page, session.page);
    QCOMPARE(restored->liveUserId, session.liveUserId);
    QCOMPARE(restored->liveRuleJson, session.liveRuleJson);
}

void TestWorkspace::sessionSurvivesARemovedRun() {
    QTemporaryDir folder;
    SessionRecord session;
    session.page = u"train"_s;
    {
        auto workspace = Workspace::open(folder.path());
        session.runId = (*workspace)->addRun(sampleRun()).value();
        QVERIFY((*workspace)->saveSession(session).ok());
        session.runId = 999; // foreign keys are on: a run that does not exist is refused
        QCOMPARE((*workspace)->saveSession(session).error().code, ErrorCode::Database);
    }
    execute(databasePath(folder.path()), {u"PRAGMA foreign_keys = ON"_s, u"DELETE FROM run"_s});
    auto workspace = Workspace::open(folder.path());
    QCOMPARE((*workspace)->session()->runId, 0);
    QCOMPARE((*workspace)->session()->page, u"train"_s);
}

void TestWorkspace::remembersLocations() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    for (const QString& location : {u"/a"_s, u"/b"_s, u"/c"_s, u"/a"_s})
        QVERIFY((*workspace)->addRecentLocation(location).ok());
    QCOMPARE(*(*workspace)->recentLocations(), (QStringList{u"/a"_s, u"/c"_s, u"/b"_s}));
    QCOMPARE(*(*workspace)->recentLocations(2), (QStringList{u"/a"_s, u"/c"_s}));
    QVERIFY((*workspace)->addRecentLocation(u"/b"_s, u"{\"user\":1}"_s).ok());
    QCOMPARE(*(*workspace)->columnsOf(u"/b"_s), u"{\"user\":1}"_s);
    QCOMPARE(*(*workspace)->columnsOf(u"/a"_s), QString());
    QCOMPARE(*(*workspace)->columnsOf(u"/nowhere"_s), QString());
    for (int i = 0; i < 80; ++i)
        QVERIFY((*workspace)->addRecentLocation(u"/many/%1"_s.arg(i)).ok());
    QCOMPARE((*workspace)->recentLocations(1000)->size(), 50); // the rest is forgotten
}

void TestWorkspace::setsThePragmas() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    QVERIFY(workspace.ok());
    QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    QSqlDatabase db = QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst());
    const auto pragma = [&db](const QString& name) {
        QSqlQuery query(db);
        return query.exec(u"PRAGMA "_s + name) && query.next() ? query.value(0).toString() : QString();
    };
    QCOMPARE(pragma(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
    QCOMPARE(pragma(u"busy_timeout"_s), u"5000"_s);
    QCOMPARE(pragma(u"user_version"_s).toInt(), Workspace::currentSchemaVersion);
}

/// A file as version 1 wrote it, with content, becomes the present version and keeps everything.
void TestWorkspace::migratesVersionOne() {
    QTemporaryDir folder;
    execute(
        databasePath(folder.path()),
        {u"PRAGMA application_id = 1380144204"_s, // "RCTL"
         u"CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, started_at TEXT NOT NULL, dataset_name"
         " TEXT NOT NULL, dataset_location TEXT NOT NULL, dataset_fingerprint TEXT NOT NULL, algorithm TEXT"
         " NOT NULL, parameters TEXT NOT NULL, split TEXT NOT NULL, reports TEXT NOT NULL, curve TEXT NOT"
         " NULL, model_file TEXT NOT NULL, train_seconds REAL NOT NULL)"_s,
         u"CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), dataset_location TEXT NOT NULL,"
         " dataset_fingerprint TEXT NOT NULL, run_id INTEGER REFERENCES run(id) ON DELETE SET NULL, page TEXT"
         " NOT NULL, clicked_item_ids TEXT NOT NULL)"_s,
         u"CREATE TABLE recent_location (location TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE)"_s,
         u"INSERT INTO run VALUES (7, '2026-01-02T03:04:05.678Z', 'n', 'l', 'f', 'ALS', '{}', '{}', '[]',"
         " '[]', '', 1.25)"_s,
         u"INSERT INTO session VALUES (1, 'l', 'f', 7, 'stage', '[1,2]')"_s,
         u"INSERT INTO recent_location VALUES ('/old', 3)"_s, u"PRAGMA user_version = 1"_s});
    auto workspace = Workspace::open(folder.path());
    QVERIFY2(workspace.ok(), workspace.ok() ? "" : workspace.error().detail.c_str());
    QCOMPARE((*workspace)->run(7)->trainSeconds, 1.25);
    QCOMPARE((*workspace)->session()->runId, 7);
    QCOMPARE(*(*workspace)->recentLocations(), QStringList{u"/old"_s});
    QVERIFY((*workspace)->addRecentLocation(u"/new"_s, u"{}"_s).ok());
    QCOMPARE(*(*workspace)->columnsOf(u"/new"_s), u"{}"_s);
    workspace->reset();
    QCOMPARE(ask(databasePath(folder.path()), u"PRAGMA user_version"_s).toInt(),
             Workspace::currentSchemaVersion);
}

void TestWorkspace::refusesANewerSchema() {
    QTemporaryDir folder;
    QVERIFY(Workspace::open(folder.path()).ok());
    execute(databasePath(folder.path()), {u"PRAGMA user_version = 77"_s});
    const auto workspace = Workspace::open(folder.path());
    QVERIFY(QString::fromStdString(errorOf(workspace, ErrorCode::Database)).contains(u"newer version"_s));
    QCOMPARE(ask(databasePath(folder.path()), u"PRAGMA user_version"_s).toInt(), 77);
}

void TestWorkspace::refusesForeignFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary,\n");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("short header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("other database") << QByteArray();
}

void TestWorkspace::refusesForeignFiles() {
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = databasePath(folder.path());
    if (content.isEmpty()) {
        execute(path, {u"CREATE TABLE theirs (x)"_s, u"INSERT INTO theirs VALUES (1)"_s});
        content = contentOf(path);
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto workspace = Workspace::open(folder.path());
    QVERIFY(QString::fromStdString(errorOf(workspace, ErrorCode::Database)).contains(u"not a workspace"_s));
    QCOMPARE(contentOf(path), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{Workspace::fileName()});
}

void TestWorkspace::takesAnEmptyFile() {
    QTemporaryDir folder;
    QFile file(databasePath(folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(Workspace::open(folder.path()).ok());
}

void TestWorkspace::failsWhereNothingCanBeWritten() {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"plain"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!errorOf(Workspace::open(folder.filePath(u"plain/below"_s)), ErrorCode::FileWrite).empty());
    // The database's own name is taken by a folder.
    QVERIFY(QDir(folder.path()).mkpath(Workspace::fileName()));
    const auto workspace = Workspace::open(folder.path());
    QVERIFY(!workspace.ok());
    QVERIFY(!workspace.error().detail.empty());
}

void TestWorkspace::failsInAReadOnlyFolder() {
    if (geteuid() == 0)
        QSKIP("root may write everywhere: this test needs an ordinary user");
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
    const auto workspace = Workspace::open(folder.path());
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!errorOf(workspace, ErrorCode::FileWrite).empty());
}

void TestWorkspace::reportsAFullDisk() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    QVERIFY((*workspace)->addRun(sampleRun()).ok());
    {
        QSqlDatabase db = QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst());
        QSqlQuery query(db);
        QVERIFY(
            query.exec(u"PRAGMA max_page_count = 1"_s)); // SQLite takes the present size: full from now on
    }
    RunRecord large = sampleRun();
    large.curveJson = QString(1 << 20, u'x');
    const auto refused = (*workspace)->addRun(large);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::FileWrite);
    QVERIFY(QString::fromStdString(refused.error().detail).contains(u"full"_s));
    QCOMPARE((*workspace)->runs()->size(), std::size_t{1});
}

void TestWorkspace::twoProgramsShareIt() {
    QTemporaryDir folder;
    auto one = Workspace::open(folder.path());
    auto two = Workspace::open(folder.path());
    QVERIFY(one.ok() && two.ok());
    for (int i = 0; i < 20; ++i) {
        QVERIFY((*one)->addRun(sampleRun(i)).ok());
        QVERIFY((*two)->addRun(sampleRun(i)).ok());
    }
    QCOMPARE((*one)->runs()->size(), std::size_t{40});
}

void TestWorkspace::leavesNoConnectionBehind() {
    QTemporaryDir folder;
    {
        auto workspace = Workspace::open(folder.path());
        QVERIFY((*workspace)->addRun(sampleRun()).ok());
        QVERIFY((*workspace)->addRecentLocation(u"/a"_s).ok());
        QCOMPARE((*workspace)->run(99).error().code, ErrorCode::UnknownId);
    }
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    execute(databasePath(folder.path()), {u"PRAGMA user_version = 77"_s});
    QVERIFY(!Workspace::open(folder.path()).ok());
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

/// A child process writes runs and prints each id once it was acknowledged; it is killed in the middle.
void TestWorkspace::losesNothingWhenKilled() {
    QTemporaryDir folder;
    qint64 lastAcknowledged = 0;
    for (int round = 0; round < 8; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-until-killed"_s, folder.path()});
        QVERIFY(child.waitForStarted());
        QByteArray printed;
        while (printed.count('\n') < 5 + 7 * round) {
            QVERIFY(child.waitForReadyRead(20'000));
            printed += child.readAll();
        }
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        printed += child.readAll();
        printed.truncate(printed.lastIndexOf('\n'));
        lastAcknowledged = printed.mid(printed.lastIndexOf('\n') + 1).toLongLong();
        QVERIFY(lastAcknowledged > 0);

        auto workspace = Workspace::open(folder.path());
        QVERIFY2(workspace.ok(), workspace.ok() ? "" : workspace.error().detail.c_str());
        const auto runs = (*workspace)->runs(1'000'000);
        // Ids count up by one, so all acknowledged ones are there exactly if the newest is and none is
        // missing.
        QVERIFY(runs->front().id >= lastAcknowledged);
        QCOMPARE(static_cast<qint64>(runs->size()), runs->front().id);
        QVERIFY((*workspace)->session()->runId >= lastAcknowledged);
        workspace->reset();
        QCOMPARE(ask(databasePath(folder.path()), u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }
}

namespace {

int writeUntilKilled(const QString& folder) {
    auto workspace = Workspace::open(folder);
    if (!workspace)
        return 1;
    for (int i = 0;; ++i) {
        SessionRecord session;
        const auto id = (*workspace)->addRun(sampleRun(i));
        if (!id)
            return 2;
        session.runId = *id;
        if (!(*workspace)->saveSession(session))
            return 3;
        std::printf("%lld\n", static_cast<long long>(*id));
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--write-until-killed"_s)
        return writeUntilKilled(arguments[2]);
    TestWorkspace test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_workspace.moc"
