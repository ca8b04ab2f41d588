#include "core/store/workspace.h"

#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// "RCTL": PRAGMA application_id, by which a workspace is told from other people's SQLite files.
constexpr quint32 applicationId = 0x5243544C;
constexpr qint64 sqliteHeaderSize = 100;
constexpr int rememberedLocations = 50;

/// A file that exists, is not empty and is no workspace must not be touched, not even opened by SQLite.
Status refuseForeignFile(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return success();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Database, (path + u": "_s + file.errorString()).toStdString()};
    if (file.size() == 0)
        return success();
    const QByteArray header = file.read(sqliteHeaderSize);
    const bool sqlite = header.size() == sqliteHeaderSize && header.startsWith("SQLite format 3");
    if (!sqlite || qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return Error{ErrorCode::Database, (path + u": not a workspace of this program"_s).toStdString()};
    return success();
}

RunRecord readRun(const QSqlQuery& query) {
    RunRecord run;
    run.id = query.value(0).toLongLong();
    run.startedAt = QDateTime::fromString(query.value(1).toString(), Qt::ISODateWithMs);
    run.datasetName = query.value(2).toString();
    run.datasetLocation = query.value(3).toString();
    run.datasetFingerprint = query.value(4).toString();
    run.algorithm = query.value(5).toString();
    run.parametersJson = query.value(6).toString();
    run.splitJson = query.value(7).toString();
    run.reportsJson = query.value(8).toString();
    run.curveJson = query.value(9).toString();
    run.modelFile = query.value(10).toString();
    run.trainSeconds = query.value(11).toDouble();
    return run;
}

const QString runColumns = u"id, started_at, dataset_name, dataset_location, dataset_fingerprint, algorithm,"
                           " parameters, split, reports, curve, model_file, train_seconds"_s;

} // namespace

QString Workspace::fileName() {
    return u"recital.sqlite"_s;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& folder) {
    const QString path = QDir(folder).filePath(fileName());
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileWrite, (folder + u": the folder cannot be created"_s).toStdString()};
    if (const Status own = refuseForeignFile(path); !own)
        return own.error();
    std::unique_ptr<Workspace> workspace(new Workspace(folder));
    if (const Status connected = workspace->connect(); !connected)
        return connected.error();
    if (const Status migrated = workspace->migrate(); !migrated)
        return migrated.error();
    return workspace;
}

Workspace::Workspace(QString folder)
    : m_folder(std::move(folder))
    , m_connection(u"workspace-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_thread(QThread::currentThread()) {}

Workspace::~Workspace() {
    Q_ASSERT(QThread::currentThread() == m_thread);
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Workspace::database() const {
    Q_ASSERT(QThread::currentThread() == m_thread);
    return QSqlDatabase::database(m_connection, false);
}

Status Workspace::connect() {
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (!db.isValid())
        return Error{ErrorCode::Database, "Qt's SQLite driver is not installed (libqt6sql6-sqlite)"};
    db.setDatabaseName(QDir(m_folder).filePath(fileName()));
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!db.open())
        return databaseError(m_folder, db.lastError());
    QSqlQuery query(db);
    // The id is written first, with a rollback journal: a file that holds anything is recognisable as ours.
    // synchronous=NORMAL in WAL mode: a killed program loses nothing; a power cut may lose the last changes
    // but never damages the file.
    if (!query.exec(u"PRAGMA application_id"_s) || !query.next())
        return databaseError(m_folder, query.lastError());
    const bool marked = query.value(0).toUInt() == applicationId;
    query.finish();
    QStringList pragmas{u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
                        u"PRAGMA foreign_keys = ON"_s};
    if (!marked)
        pragmas.prepend(u"PRAGMA application_id = %1"_s.arg(applicationId));
    for (const QString& pragma : pragmas) {
        if (!query.exec(pragma))
            return databaseError(m_folder, query.lastError());
        query.finish();
    }
    return success();
}

void Workspace::setBusyTimeout(std::chrono::milliseconds timeout) {
    QSqlDatabase db = database();
    QSqlQuery(db).exec(u"PRAGMA busy_timeout = %1"_s.arg(timeout.count()));
}

Status Workspace::migrate() {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    while (true) {
        // Asked again inside each transaction: another program may be migrating the same file.
        Transaction transaction(db);
        if (!transaction.isOpen())
            return databaseError(m_folder, transaction.error());
        if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
            return databaseError(m_folder, query.lastError());
        const int version = query.value(0).toInt();
        query.finish();
        if (version == currentSchemaVersion)
            return success();
        if (version > currentSchemaVersion || version < 0)
            return Error{ErrorCode::Database,
                         (QDir(m_folder).filePath(fileName()) +
                          u": written by a newer version (schema %1, known %2)"_s.arg(version).arg(
                              currentSchemaVersion))
                             .toStdString()};
        QStringList statements = migrations()[static_cast<std::size_t>(version)];
        statements.append(u"PRAGMA user_version = %1"_s.arg(version + 1));
        for (const QString& statement : statements) {
            if (!query.exec(statement))
                return databaseError(m_folder, query.lastError());
            query.finish();
        }
        if (!transaction.commit(query))
            return databaseError(m_folder, query.lastError());
    }
}

Result<qint64> Workspace::addRun(const RunRecord& run) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"INSERT INTO run (started_at, dataset_name, dataset_location, dataset_fingerprint,"
                  " algorithm, parameters, split, reports, curve, model_file, train_seconds)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    query.addBindValue(run.startedAt.toUTC().toString(Qt::ISODateWithMs));
    for (const QString& text :
         {run.datasetName, run.datasetLocation, run.datasetFingerprint, run.algorithm, run.parametersJson,
          run.splitJson, run.reportsJson, run.curveJson, run.modelFile})
        query.addBindValue(notNull(text));
    query.addBindValue(run.trainSeconds);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<std::vector<RunRecord>> Workspace::runs(int limit) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM run ORDER BY id DESC LIMIT ?"_s.arg(runColumns));
    query.addBindValue(limit);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    std::vector<RunRecord> result;
    while (query.next())
        result.push_back(readRun(query));
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    return result;
}

Result<RunRecord> Workspace::run(qint64 id) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM run WHERE id = ?"_s.arg(runColumns));
    query.addBindValue(id);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (!query.next())
        return Error{ErrorCode::UnknownId, "run " + std::to_string(id)};
    return readRun(query);
}

Status Workspace::saveSession(const SessionRecord& session) {
    const auto number = [](qint64 id) { // 0 stands as NULL
        return id > 0 ? QVariant(id) : QVariant(QMetaType::fromType<qint64>());
    };
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"INSERT OR REPLACE INTO session (id, dataset_location, dataset_fingerprint, run_id, page,"
                  " live_user_id, live_rule) VALUES (1, ?, ?, ?, ?, ?, ?)"_s);
    query.addBindValue(notNull(session.datasetLocation));
    query.addBindValue(notNull(session.datasetFingerprint));
    query.addBindValue(number(session.runId));
    query.addBindValue(notNull(session.page));
    query.addBindValue(number(session.liveUserId));
    query.addBindValue(notNull(session.liveRuleJson));
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    return success();
}

Result<SessionRecord> Workspace::session() const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    if (!query.exec(u"SELECT dataset_location, dataset_fingerprint, run_id, page, live_user_id, live_rule"
                    " FROM session WHERE id = 1"_s))
        return databaseError(m_folder, query.lastError());
    SessionRecord session;
    if (!query.next())
        return session;
    session.datasetLocation = query.value(0).toString();
    session.datasetFingerprint = query.value(1).toString();
    session.runId = query.value(2).toLongLong();
    session.page = query.value(3).toString();
    session.liveUserId = query.value(4).toLongLong();
    session.liveRuleJson = query.value(5).toString();
    return session;
}

Status Workspace::addRecentLocation(const QString& location, const QString& columnsJson) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    Transaction transaction(db);
    if (!transaction.isOpen())
        return databaseError(m_folder, transaction.error());
    query.prepare(u"INSERT OR REPLACE INTO recent_location (location, sequence, columns) VALUES"
                  " (?, (SELECT coalesce(max(sequence), 0) + 1 FROM recent_location), ?)"_s);
    query.addBindValue(notNull(location));
    query.addBindValue(notNull(columnsJson));
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    query.prepare(u"DELETE FROM recent_location WHERE sequence <= "
                  "(SELECT max(sequence) FROM recent_location) - ?"_s);
    query.addBindValue(rememberedLocations);
    if (!query.exec() || !transaction.commit(query))
        return databaseError(m_folder, query.lastError());
    return success();
}

Result<QStringList> Workspace::recentLocations(int limit) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT location FROM recent_location ORDER BY sequence DESC LIMIT ?"_s);
    query.addBindValue(limit);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    QStringList locations;
    while (query.next())
        locations.append(query.value(0).toString());
    return locations;
}

Result<QString> Workspace::columnsOf(const QString& location) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT columns FROM recent_location WHERE location = ?"_s);
    query.addBindValue(notNull(location));
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    return query.next() ? query.value(0).toString() : QString();
}

} // namespace recital
