#pragma once

#include "core/recsys/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>

class QSqlQuery;

namespace recital {

// What the files of Workspace share.

Error databaseError(const QString& folder, const QSqlError& error);

/// SQLite would read a null QString as NULL.
QString notNull(const QString& text);

/// Statements that lead from schema version i to version i + 1; currentSchemaVersion entries.
const std::vector<QStringList>& migrations();

/// One transaction that is rolled back unless committed.
class Transaction {
public:
    explicit Transaction(QSqlDatabase& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    bool isOpen() const { return m_open; }
    const QSqlError& error() const { return m_error; } ///< why it is not open
    bool commit(QSqlQuery& query);

private:
    QSqlDatabase& m_database;
    QSqlError m_error;
    bool m_open = false;
};

} // namespace recital
