#include "core/recsys/hash64.h"
#include "core/store/uservalues.h"
#include "core/store/workspace.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <limits>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

QString databasePath(const QString& folder) {
    return QDir(folder).filePath(Workspace::fileName());
}

/// Runs statements on a database file of its own connection; the first value of the last one.
QVariant execute(const QString& path, const QStringList& statements) {
    QVariant answer;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        for (const QString& statement : statements) {
            QSqlQuery query(db);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            answer = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    return answer;
}

UserValues sampleValues() {
    UserValues values;
    values.users = {0, 3, 4};
    values.trainPositives = {12, 0, 700};
    values.cold = {0, 1, 0};
    values.columns = {{"ndcg", {1.0 / 3.0, 0.0, std::numeric_limits<double>::denorm_min()}},
                      {"auc", {std::nan(""), 0.5, -0.0}}};
    values.folds = {{"u1", {0, 4}, {{7, 2, 9}, {}}}, {"u2", {3}, {{1}}}};
    return values;
}

ComparisonRowRecord sampleRow(int number = 1) {
    ComparisonRowRecord row;
    row.algorithm = u"RP3β %1"_s.arg(number);
    row.specificationJson = u"{\"algorithm\":\"rp3beta\",\"alpha\":%1}"_s.arg(number);
    row.tuningTrials = number;
    row.measuredAt = QDateTime(QDate(2026, 3, 29), QTime(1, 59, 59, 123), Qt::UTC);
    row.reportsJson = u"{\"mean\":{}}"_s;
    row.userValues = packUserValues(sampleValues());
    return row;
}

ComparisonRecord sampleComparison(int number = 1) {
    ComparisonRecord comparison;
    comparison.startedAt = QDateTime(QDate(2026, 3, 29), QTime(1, 58, 0, 5), Qt::UTC);
    comparison.datasetName = u"ml-100k"_s;
    comparison.datasetLocation = u"/data/Übung 'quoted' 映画"_s;
    comparison.datasetFingerprint = u"0123456789abcdef"_s;
    comparison.optionsJson = u"{\"k\":%1}"_s.arg(number);
    comparison.splitsJson = u"[]"_s;
    return comparison;
}

} // namespace

/// Comparisons in the workspace: what goes in comes out, whatever happens in between.
class TestComparisons : public QObject {
    Q_OBJECT
private slots:
    void keepsWholeComparisons();
    void listsWithoutUserValues();
    void addsRowsToWhatThereIs();
    void removesWithItsRows();
    void knowsNothingOfOthers();
    void migratesVersionTwo();
    void aFailedInsertLeavesNothing();
    void userValuesKeepEveryBit();
    void userValuesOfNobody();
    void damagedUserValuesAreRefused();
    void wellFramedNonsenseIsRefused_data();
    void wellFramedNonsenseIsRefused();
    void losesNothingWhenKilled();
};

void TestComparisons::keepsWholeComparisons() {
    QTemporaryDir folder;
    ComparisonRecord expected = sampleComparison();
    expected.rows = {sampleRow(2), sampleRow(1)};
    expected.reference = 1;
    expected.verdictsJson = u"{}"_s;
    expected.ratingsJson = u"[{}]"_s;
    qint64 id = 0;
    {
        auto workspace = Workspace::open(folder.path());
        id = (*workspace)->addComparison(expected).value();
    }
    auto workspace = Workspace::open(folder.path());
    const auto comparison = (*workspace)->comparison(id);
    QVERIFY(comparison.ok());
    QCOMPARE(comparison->id, id);
    QCOMPARE(comparison->startedAt, expected.startedAt);
    QCOMPARE(comparison->startedAt.timeSpec(), Qt::UTC);
    QCOMPARE(comparison->datasetName, expected.datasetName);
    QCOMPARE(comparison->datasetLocation, expected.datasetLocation);
    QCOMPARE(comparison->datasetFingerprint, expected.datasetFingerprint);
    QCOMPARE(comparison->optionsJson, expected.optionsJson);
    QCOMPARE(comparison->splitsJson, expected.splitsJson);
    QCOMPARE(comparison->reference, 1);
    QCOMPARE(comparison->verdictsJson, expected.verdictsJson);
    QCOMPARE(comparison->ratingsJson, expected.ratingsJson);
    QCOMPARE(comparison->rows.size(), std::size_t{2});
    for (std::size_t r = 0; r < 2; ++r) {
        QCOMPARE(comparison->rows[r].algorithm, expected.rows[r].algorithm);
        QCOMPARE(comparison->rows[r].specificationJson, expected.rows[r].specificationJson);
        QCOMPARE(comparison->rows[r].tuningTrials, expected.rows[r].tuningTrials);
        QCOMPARE(comparison->rows[r].measuredAt, expected.rows[r].measuredAt);
        QCOMPARE(comparison->rows[r].reportsJson, expected.rows[r].reportsJson);
        QCOMPARE(comparison->rows[r].userValues, expected.rows[r].userValues);
    }
}

void TestComparisons::listsWithoutUserValues() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    QVERIFY((*workspace)->comparisons()->empty());
    for (int i = 1; i <= 3; ++i) {
        ComparisonRecord comparison = sampleComparison(i);
        comparison.rows = {sampleRow(i)};
        QVERIFY((*workspace)->addComparison(comparison).ok());
    }
    const auto all = (*workspace)->comparisons();
    QCOMPARE(all->size(), std::size_t{3});
    QCOMPARE(all->front().optionsJson, u"{\"k\":3}"_s);
    QCOMPARE(all->front().rows.size(), std::size_t{1});
    QCOMPARE(all->front().rows[0].tuningTrials, 3);
    QVERIFY(all->front().rows[0].userValues.isEmpty());
    QCOMPARE((*workspace)->comparisons(2)->size(), std::size_t{2});
}

void TestComparisons::addsRowsToWhatThereIs() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    const qint64 id = (*workspace)->addComparison(sampleComparison()).value();
    const qint64 other = (*workspace)->addComparison(sampleComparison()).value();
    QVERIFY((*workspace)->addComparisonRow(id, sampleRow(1)).ok());
    QVERIFY((*workspace)->addComparisonRow(other, sampleRow(7)).ok());
    QVERIFY((*workspace)->addComparisonRow(id, sampleRow(2)).ok());
    QVERIFY((*workspace)->setComparisonVerdicts(id, 1, u"{\"v\":1}"_s).ok());
    const auto comparison = (*workspace)->comparison(id);
    QCOMPARE(comparison->rows.size(), std::size_t{2});
    QCOMPARE(comparison->rows[0].tuningTrials, 1);
    QCOMPARE(comparison->rows[1].tuningTrials, 2);
    QCOMPARE(comparison->reference, 1);
    QCOMPARE(comparison->verdictsJson, u"{\"v\":1}"_s);
    QVERIFY((*workspace)->setComparisonRatings(id, u"[1]"_s).ok());
    QCOMPARE((*workspace)->comparison(id)->ratingsJson, u"[1]"_s);
    QCOMPARE((*workspace)->comparison(id)->reference, 1);
    QCOMPARE((*workspace)->comparison(other)->reference, -1);
}

void TestComparisons::removesWithItsRows() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    ComparisonRecord comparison = sampleComparison();
    comparison.rows = {sampleRow(1), sampleRow(2)};
    const qint64 id = (*workspace)->addComparison(comparison).value();
    const qint64 other = (*workspace)->addComparison(comparison).value();
    QVERIFY((*workspace)->removeComparison(id).ok());
    QCOMPARE((*workspace)->comparison(id).error().code, ErrorCode::UnknownId);
    QCOMPARE((*workspace)->comparison(other)->rows.size(), std::size_t{2});
    QCOMPARE((*workspace)->removeComparison(id).error().code, ErrorCode::UnknownId);
    workspace->reset();
    QCOMPARE(execute(databasePath(folder.path()), {u"SELECT count(*) FROM comparison_row"_s}).toInt(), 2);
}

void TestComparisons::knowsNothingOfOthers() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    QCOMPARE((*workspace)->comparison(5).error().code, ErrorCode::UnknownId);
    QCOMPARE((*workspace)->addComparisonRow(5, sampleRow()).error().code, ErrorCode::UnknownId);
    QCOMPARE((*workspace)->setComparisonVerdicts(5, 0, {}).error().code, ErrorCode::UnknownId);
    QCOMPARE((*workspace)->setComparisonRatings(5, {}).error().code, ErrorCode::UnknownId);
}

/// A file as version 2 wrote it, with content, becomes the present version and keeps everything.
void TestComparisons::migratesVersionTwo() {
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
         u"CREATE TABLE recent_location (location TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, columns"
         " TEXT NOT NULL DEFAULT '')"_s,
         u"INSERT INTO run VALUES (7, '2026-01-02T03:04:05.678Z', 'n', 'l', 'f', 'ALS', '{}', '{}', '[]',"
         " '[]', '', 1.25)"_s,
         u"INSERT INTO session VALUES (1, 'l', 'f', 7, 'stage', '[1,2]')"_s,
         u"INSERT INTO recent_location VALUES ('/old', 3, '{\"user\":2}')"_s, u"PRAGMA user_version = 2"_s});
    auto workspace = Workspace::open(folder.path());
    QVERIFY2(workspace.ok(), workspace.ok() ? "" : workspace.error().detail.c_str());
    QCOMPARE((*workspace)->run(7)->trainSeconds, 1.25);
    QCOMPARE((*workspace)->session()->runId, 7);
    QCOMPARE(*(*workspace)->columnsOf(u"/old"_s), u"{\"user\":2}"_s);
    QVERIFY((*workspace)->comparisons()->empty());
    QVERIFY((*workspace)->addComparison(sampleComparison()).ok());
    workspace->reset();
    QCOMPARE(execute(databasePath(folder.path()), {u"PRAGMA user_version"_s}).toInt(),
             Workspace::currentSchemaVersion);
}

void TestComparisons::aFailedInsertLeavesNothing() {
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    QVERIFY((*workspace)->addComparison(sampleComparison()).ok());
    {
        QSqlDatabase db = QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst());
        QSqlQuery query(db);
        QVERIFY(query.exec(u"PRAGMA max_page_count = 1"_s)); // the present size: full from now on
    }
    ComparisonRecord large = sampleComparison();
    large.rows = {sampleRow(1), sampleRow(2)};
    large.rows[1].userValues = QByteArray(1 << 20, 'x');
    const auto refused = (*workspace)->addComparison(large);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::FileWrite);
    QCOMPARE((*workspace)->comparisons()->size(), std::size_t{1}); // not half of it
}

void TestComparisons::userValuesKeepEveryBit() {
    const UserValues expected = sampleValues();
    const auto values = unpackUserValues(packUserValues(expected));
    QVERIFY(values.ok());
    QCOMPARE(values->users, expected.users);
    QCOMPARE(values->trainPositives, expected.trainPositives);
    QCOMPARE(values->cold, expected.cold);
    QCOMPARE(values->columns.size(), expected.columns.size());
    for (std::size_t c = 0; c < expected.columns.size(); ++c) {
        QCOMPARE(values->columns[c].metric, expected.columns[c].metric);
        for (std::size_t u = 0; u < expected.users.size(); ++u)
            QCOMPARE(std::bit_cast<quint64>(values->columns[c].values[u]),
                     std::bit_cast<quint64>(expected.columns[c].values[u]));
    }
    QCOMPARE(values->folds.size(), expected.folds.size());
    for (std::size_t f = 0; f < expected.folds.size(); ++f) {
        QCOMPARE(values->folds[f].split, expected.folds[f].split);
        QCOMPARE(values->folds[f].users, expected.folds[f].users);
        QCOMPARE(values->folds[f].lists, expected.folds[f].lists);
    }
}

void TestComparisons::userValuesOfNobody() {
    const auto values = unpackUserValues(packUserValues({}));
    QVERIFY(values.ok());
    QVERIFY(values->users.empty() && values->columns.empty() && values->folds.empty());
}

void TestComparisons::damagedUserValuesAreRefused() {
    const QByteArray whole = packUserValues(sampleValues());
    QVERIFY(unpackUserValues(whole).ok());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto cut = unpackUserValues(whole.left(length));
        QVERIFY2(!cut.ok(), qPrintable(QString::number(length)));
        QCOMPARE(cut.error().code, ErrorCode::BadFormat);
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        QVERIFY2(!unpackUserValues(damaged).ok(), qPrintable(QString::number(at)));
    }
    QVERIFY(!unpackUserValues(whole + "x").ok());
}

void TestComparisons::wellFramedNonsenseIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const auto number = [](quint32 value) {
        const quint32 little = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char*>(&little), sizeof little);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("more users than bytes") << number(0xFFFFFFFF) + QByteArray(100, '\0');
    QTest::newRow("more columns than bytes") << number(0) + number(0x40000000);
    QTest::newRow("a key without end") << number(0) + number(1) + number(1000) + "ndcg";
    QTest::newRow("more folds than bytes") << number(0) + number(0) + number(0x7FFFFFFF);
    QTest::newRow("bytes behind the end") << number(0) + number(0) + number(0) + "more";
}

/// The checksum fits, so only the reader's own care is left.
void TestComparisons::wellFramedNonsenseIsRefused() {
    QFETCH(QByteArray, content);
    const QByteArray compressed = qCompress(content);
    Hash64 hash;
    hash.add(std::as_bytes(std::span(compressed.constData(), static_cast<std::size_t>(compressed.size()))));
    const quint64 checksum = qToLittleEndian(static_cast<quint64>(hash.value()));
    const QByteArray blob =
        "RCTLUSR1" + QByteArray(reinterpret_cast<const char*>(&checksum), sizeof checksum) + compressed;
    const auto values = unpackUserValues(blob);
    QVERIFY(!values.ok());
    QCOMPARE(values.error().code, ErrorCode::BadFormat);
}

/// A child process stores comparisons row by row and prints each row once it was acknowledged; it is killed
/// in the middle.
void TestComparisons::losesNothingWhenKilled() {
    QTemporaryDir folder;
    for (int round = 0; round < 6; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-until-killed"_s, folder.path()});
        QVERIFY(child.waitForStarted());
        QByteArray printed;
        while (printed.count('\n') < 4 + 9 * round) {
            QVERIFY(child.waitForReadyRead(20'000));
            printed += child.readAll();
        }
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        printed += child.readAll();
        printed.truncate(printed.lastIndexOf('\n'));
        const QList<QByteArray> acknowledged = printed.split('\n');

        auto workspace = Workspace::open(folder.path());
        QVERIFY2(workspace.ok(), workspace.ok() ? "" : workspace.error().detail.c_str());
        for (const QByteArray& line : acknowledged) {
            const QList<QByteArray> words = line.split(' ');
            const auto comparison = (*workspace)->comparison(words[0].toLongLong());
            QVERIFY2(comparison.ok(), line.constData());
            const auto rows = words[1].toULongLong();
            QVERIFY2(comparison->rows.size() >= rows, line.constData());
            for (const ComparisonRowRecord& row : comparison->rows)
                QVERIFY(unpackUserValues(row.userValues).ok());
        }
        workspace->reset();
        QCOMPARE(execute(databasePath(folder.path()), {u"PRAGMA integrity_check"_s}).toString(), u"ok"_s);
    }
}

namespace {

int writeUntilKilled(const QString& folder) {
    auto workspace = Workspace::open(folder);
    if (!workspace)
        return 1;
    while (true) {
        ComparisonRecord comparison = sampleComparison();
        comparison.rows = {sampleRow(1)};
        const auto id = (*workspace)->addComparison(comparison);
        for (int rows = 1; id && rows < 5; ++rows) {
            std::printf("%lld %d\n", static_cast<long long>(*id), rows);
            std::fflush(stdout);
            if (!(*workspace)->addComparisonRow(*id, sampleRow(rows)))
                return 2;
        }
        if (!id || !(*workspace)->setComparisonVerdicts(*id, 0, u"{}"_s))
            return 3;
    }
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--write-until-killed"_s)
        return writeUntilKilled(arguments[2]);
    TestComparisons test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_comparisons.moc"
