#include "core/store/database.h"

#include "core/store/workspace.h"

#include <QDir>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace recital {

Error databaseError(const QString& folder, const QSqlError& error) {
    // Primary result codes of SQLite that mean the disk, not the database: 8 read-only, 10 input/output,
    // 13 full, 14 cannot open.
    const int native = error.nativeErrorCode().toInt() & 0xFF;
    const bool disk = native == 8 || native == 10 || native == 13 || native == 14;
    const QString detail = QDir(folder).filePath(Workspace::fileName()) + u": "_s + error.databaseText();
    return {disk ? ErrorCode::FileWrite : ErrorCode::Database, detail.trimmed().toStdString()};
}

QString notNull(const QString& text) {
    return text.isNull() ? u""_s : text;
}

Transaction::Transaction(QSqlDatabase& database)
    : m_database(database) {
    QSqlQuery query(database);
    m_open = query.exec(u"BEGIN IMMEDIATE"_s);
    m_error = query.lastError();
}

Transaction::~Transaction() {
    if (m_open)
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

bool Transaction::commit(QSqlQuery& query) {
    if (!query.exec(u"COMMIT"_s))
        return false;
    m_open = false;
    return true;
}

} // namespace recital
