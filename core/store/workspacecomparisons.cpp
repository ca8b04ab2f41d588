#include "core/store/database.h"
#include "core/store/workspace.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

const QString comparisonColumns = u"id, started_at, dataset_name, dataset_location, dataset_fingerprint,"
                                  " options, splits, reference, verdicts, ratings"_s;
const QString rowColumns = u"id, algorithm, specification, tuning_trials, measured_at, reports"_s;

ComparisonRecord readComparison(const QSqlQuery& query) {
    ComparisonRecord comparison;
    comparison.id = query.value(0).toLongLong();
    comparison.startedAt = QDateTime::fromString(query.value(1).toString(), Qt::ISODateWithMs);
    comparison.datasetName = query.value(2).toString();
    comparison.datasetLocation = query.value(3).toString();
    comparison.datasetFingerprint = query.value(4).toString();
    comparison.optionsJson = query.value(5).toString();
    comparison.splitsJson = query.value(6).toString();
    comparison.reference = query.value(7).toInt();
    comparison.verdictsJson = query.value(8).toString();
    comparison.ratingsJson = query.value(9).toString();
    return comparison;
}

ComparisonRowRecord readRow(const QSqlQuery& query, bool withUserValues) {
    ComparisonRowRecord row;
    row.id = query.value(0).toLongLong();
    row.algorithm = query.value(1).toString();
    row.specificationJson = query.value(2).toString();
    row.tuningTrials = query.value(3).toInt();
    row.measuredAt = QDateTime::fromString(query.value(4).toString(), Qt::ISODateWithMs);
    row.reportsJson = query.value(5).toString();
    if (withUserValues)
        row.userValues = query.value(6).toByteArray();
    return row;
}

bool readRows(QSqlQuery& query, ComparisonRecord& comparison, bool withUserValues) {
    query.prepare(u"SELECT %1 FROM comparison_row WHERE comparison_id = ? ORDER BY id"_s.arg(
        withUserValues ? rowColumns + u", user_values"_s : rowColumns));
    query.addBindValue(comparison.id);
    if (!query.exec())
        return false;
    while (query.next())
        comparison.rows.push_back(readRow(query, withUserValues));
    return !query.lastError().isValid();
}

bool insertRow(QSqlQuery& query, qint64 comparison, const ComparisonRowRecord& row) {
    query.prepare(u"INSERT INTO comparison_row (comparison_id, algorithm, specification, tuning_trials,"
                  " measured_at, reports, user_values) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    query.addBindValue(comparison);
    query.addBindValue(notNull(row.algorithm));
    query.addBindValue(notNull(row.specificationJson));
    query.addBindValue(row.tuningTrials);
    query.addBindValue(notNull(row.measuredAt.toUTC().toString(Qt::ISODateWithMs)));
    query.addBindValue(notNull(row.reportsJson));
    query.addBindValue(row.userValues.isNull() ? QByteArray("") : row.userValues);
    return query.exec();
}

Error unknownComparison(qint64 id) {
    return {ErrorCode::UnknownId, "comparison " + std::to_string(id)};
}

} // namespace

Result<qint64> Workspace::addComparison(const ComparisonRecord& comparison) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    Transaction transaction(db);
    if (!transaction.isOpen())
        return databaseError(m_folder, transaction.error());
    query.prepare(u"INSERT INTO comparison (started_at, dataset_name, dataset_location,"
                  " dataset_fingerprint, options, splits, ratings, reference, verdicts)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const QString& text :
         {comparison.startedAt.toUTC().toString(Qt::ISODateWithMs), comparison.datasetName,
          comparison.datasetLocation, comparison.datasetFingerprint, comparison.optionsJson,
          comparison.splitsJson, comparison.ratingsJson})
        query.addBindValue(notNull(text));
    query.addBindValue(comparison.reference);
    query.addBindValue(notNull(comparison.verdictsJson));
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    const qint64 id = query.lastInsertId().toLongLong();
    for (const ComparisonRowRecord& row : comparison.rows)
        if (!insertRow(query, id, row))
            return databaseError(m_folder, query.lastError());
    if (!transaction.commit(query))
        return databaseError(m_folder, query.lastError());
    return id;
}

Result<qint64> Workspace::addComparisonRow(qint64 comparison, const ComparisonRowRecord& row) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    Transaction transaction(db);
    if (!transaction.isOpen())
        return databaseError(m_folder, transaction.error());
    query.prepare(u"SELECT 1 FROM comparison WHERE id = ?"_s);
    query.addBindValue(comparison);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (!query.next())
        return unknownComparison(comparison);
    query.finish();
    if (!insertRow(query, comparison, row))
        return databaseError(m_folder, query.lastError());
    const qint64 id = query.lastInsertId().toLongLong();
    if (!transaction.commit(query))
        return databaseError(m_folder, query.lastError());
    return id;
}

Status Workspace::setComparisonVerdicts(qint64 comparison, int reference, const QString& verdictsJson) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"UPDATE comparison SET reference = ?, verdicts = ? WHERE id = ?"_s);
    query.addBindValue(reference);
    query.addBindValue(notNull(verdictsJson));
    query.addBindValue(comparison);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (query.numRowsAffected() == 0)
        return unknownComparison(comparison);
    return success();
}

Status Workspace::setComparisonRatings(qint64 comparison, const QString& ratingsJson) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"UPDATE comparison SET ratings = ? WHERE id = ?"_s);
    query.addBindValue(notNull(ratingsJson));
    query.addBindValue(comparison);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (query.numRowsAffected() == 0)
        return unknownComparison(comparison);
    return success();
}

Result<std::vector<ComparisonRecord>> Workspace::comparisons(int limit) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM comparison ORDER BY id DESC LIMIT ?"_s.arg(comparisonColumns));
    query.addBindValue(limit);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    std::vector<ComparisonRecord> result;
    while (query.next())
        result.push_back(readComparison(query));
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    for (ComparisonRecord& comparison : result)
        if (!readRows(query, comparison, false))
            return databaseError(m_folder, query.lastError());
    return result;
}

Result<ComparisonRecord> Workspace::comparison(qint64 id) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM comparison WHERE id = ?"_s.arg(comparisonColumns));
    query.addBindValue(id);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (!query.next())
        return unknownComparison(id);
    ComparisonRecord comparison = readComparison(query);
    if (!readRows(query, comparison, true))
        return databaseError(m_folder, query.lastError());
    return comparison;
}

Status Workspace::removeComparison(qint64 id) {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"DELETE FROM comparison WHERE id = ?"_s);
    query.addBindValue(id);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    if (query.numRowsAffected() == 0)
        return unknownComparison(id);
    return success();
}

} // namespace recital
