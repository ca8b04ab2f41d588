#pragma once

#include "core/store/workspace.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace recital::test {

/// Another program that writes to the same workspace for as long as it likes.
class DatabaseLock {
public:
    explicit DatabaseLock(const QString& folder) {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name());
        db.setDatabaseName(QDir(folder).filePath(Workspace::fileName()));
        if (!db.open())
            qFatal("%s", qPrintable(db.databaseName()));
    }
    ~DatabaseLock() { QSqlDatabase::removeDatabase(name()); }
    DatabaseLock(const DatabaseLock&) = delete;
    DatabaseLock& operator=(const DatabaseLock&) = delete;

    bool take() { return run(QStringLiteral("BEGIN IMMEDIATE")); }
    bool release() { return run(QStringLiteral("ROLLBACK")); }

private:
    static QString name() { return QStringLiteral("another program"); }
    static bool run(const QString& statement) {
        return QSqlQuery(QSqlDatabase::database(name())).exec(statement);
    }
};

} // namespace recital::test
