#include "tests/ui/comparisonfixture.h"
#include "ui/comparetext.h"
#include "ui/models/comparisonmodel.h"

#include "core/recsys/algorithms/catalogue.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

using State = CompareService::RowState;

class TestComparisonModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void numbersAreWrittenForReaders();
    void rowsAppearAsTheyFinish();
    void onlyTheTestMarksTheBest();
    void verdictsAreWords();
    void everyNumberSaysWhereItComesFrom();
    void columnsFollowTheChoice();
    void sortsByValueAndPutsTheUnmeasuredLast();
    void earlierRowsCarryTheirDate();

private:
    static QString cell(const ComparisonModel& model, int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role).toString();
    }
};

void TestComparisonModel::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestComparisonModel::numbersAreWrittenForReaders() {
    QCOMPARE(formatDifference(MetricId::Ndcg, 0.00531), u"+0.0053"_s);
    QCOMPARE(formatDifference(MetricId::Ndcg, -0.0019), u"−0.0019"_s);
    QCOMPARE(formatDifference(MetricId::Ndcg, -0.00001), u"0.0000"_s); // no sign on what shows as nothing
    QCOMPARE(formatDifference(MetricId::Ndcg, qQNaN()), u"–"_s);
    QCOMPARE(formatMetric(MetricId::Novelty, 2.0375), u"2.04"_s);
    QCOMPARE(pValueText(0.00009), u"< 0.001"_s);
    QCOMPARE(pValueText(0.032), u"0.032"_s);
    QCOMPARE(pValueText(1.0), u"1.00"_s);
    QCOMPARE(intervalText(MetricId::Ndcg, {-0.0067, 0.0028}, true), u"−0.0067 to +0.0028"_s);
    for (const MetricInfo& info : metricCatalogue()) {
        QVERIFY(!metricFormula(info.id, 10).isEmpty());
        QVERIFY(!metricFormula(info.id, 10).contains(u"%1"_s));
        QVERIFY(!metricExplanation(info.id, 10).contains(u"%1"_s));
    }
}

void TestComparisonModel::rowsAppearAsTheyFinish() {
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CompareRequest request;
    for (const char* key : {"random", "popular", "itemknn", "als-hkv"})
        request.algorithms.push_back(plainSpecification(key));
    model.setRequest(request);
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(!model.allMeasured());
    QVERIFY(cell(model, 1, ComparisonModel::StateColumn, Qt::AccessibleTextRole).endsWith(u"waiting"_s));
    model.setRowState(0, State::Cancelled, {});
    model.setRowState(1, State::Done, {});
    const auto whole = test::smallComparison();
    auto first = std::make_shared<Comparison>(*whole);
    first->rows.resize(1);
    first->verdicts.clear();
    first->intervals.clear();
    first->best.clear();
    first->reference = 1;
    model.setComparison(first, true);
    QCOMPARE(model.rowCount(), 4); // what is still to come stays in sight
    QVERIFY(!model.comparedRow(0));
    QCOMPARE(model.comparedRow(1), std::optional<std::size_t>(0));
    QCOMPARE(cell(model, 1, ComparisonModel::ValueColumn).left(4), u"0.20"_s);
    QCOMPARE(cell(model, 0, ComparisonModel::ValueColumn), u"–"_s);
    QCOMPARE(cell(model, 1, ComparisonModel::VerdictColumn), QString()); // nothing to test against yet
    model.setRowState(2, State::Failed, u"boom"_s);
    QCOMPARE(cell(model, 2, ComparisonModel::StateColumn), u"failed: boom"_s);
    model.setRowState(3, State::Running, {});
    model.setRowProgress(3, 0.5, 7.0);
    QVERIFY(cell(model, 3, ComparisonModel::StateColumn, Qt::AccessibleTextRole)
                .endsWith(u"about 7 second(s) left"_s));
}

void TestComparisonModel::onlyTheTestMarksTheBest() {
    ComparisonModel model;
    model.setMetrics(MetricId::Ndcg, {MetricId::Coverage});
    model.setComparison(test::smallComparison(), false);
    // ItemKNN has the higher mean, but ALS cannot be told from it: both, or none.
    QVERIFY(cell(model, 1, ComparisonModel::ValueColumn).startsWith(u"★ "_s));
    QVERIFY(cell(model, 2, ComparisonModel::ValueColumn).startsWith(u"★ "_s));
    QVERIFY(!cell(model, 0, ComparisonModel::ValueColumn).contains(u'★'));
    QVERIFY(model.index(1, ComparisonModel::ValueColumn).data(Qt::FontRole).value<QFont>().bold());
    for (int row = 0; row < 3; ++row) // coverage describes: nothing is best
        QVERIFY(!cell(model, row, ComparisonModel::FirstMetric).contains(u'★'));
}

void TestComparisonModel::verdictsAreWords() {
    ComparisonModel model;
    model.setMetrics(MetricId::Ndcg, {});
    model.setComparison(test::smallComparison(), false);
    QCOMPARE(cell(model, 0, ComparisonModel::VerdictColumn), u"worse"_s);
    QVERIFY(cell(model, 1, ComparisonModel::VerdictColumn).startsWith(u"no detectable difference"_s));
    QCOMPARE(cell(model, 2, ComparisonModel::VerdictColumn), u"reference"_s);
    QVERIFY(cell(model, 0, ComparisonModel::DifferenceColumn).startsWith(u"−0.3"_s));
    QCOMPARE(cell(model, 2, ComparisonModel::DifferenceColumn), u"–"_s);
    QCOMPARE(cell(model, 2, ComparisonModel::PColumn), u"–"_s);
    model.setMetrics(MetricId::Coverage, {}); // not per user: nothing is tested
    QCOMPARE(cell(model, 0, ComparisonModel::VerdictColumn), QString());
    QCOMPARE(cell(model, 0, ComparisonModel::IntervalColumn), u"–"_s);
}

void TestComparisonModel::everyNumberSaysWhereItComesFrom() {
    ComparisonModel model;
    model.setMetrics(MetricId::Ndcg, {MetricId::Recall});
    model.setComparison(test::smallComparison(), false);
    for (const int column : {int(ComparisonModel::ValueColumn), int(ComparisonModel::DifferenceColumn),
                             int(ComparisonModel::FirstMetric), model.secondsColumn()}) {
        const QString tip = cell(model, 2, column, Qt::ToolTipRole);
        for (const QString& part : {u"Comparison 7"_s, u"little"_s, u"40 user(s)"_s, u"3 seed(s)"_s,
                                    u"factors 64"_s, u"not tuned"_s, u"training"_s})
            QVERIFY2(tip.contains(part, Qt::CaseInsensitive), qPrintable(part + u" in "_s + tip));
    }
    const QString value = cell(model, 2, ComparisonModel::ValueColumn, Qt::ToolTipRole);
    QVERIFY(value.contains(u"95 % interval"_s));
    QVERIFY(value.contains(u"spread over 3 seed(s): ±0.00200"_s));
    QVERIFY(value.contains(metricFormula(MetricId::Ndcg, 10)));
    const QString difference = cell(model, 0, ComparisonModel::PColumn, Qt::ToolTipRole);
    QVERIFY(difference.contains(u"paired over 40 user(s)"_s));
    QVERIFY(difference.contains(u"Holm over 2 row(s)"_s));
}

void TestComparisonModel::columnsFollowTheChoice() {
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMetrics(MetricId::Recall, {MetricId::Ndcg, MetricId::Recall, MetricId::Gini});
    QCOMPARE(model.columnCount(), int(ComparisonModel::FirstMetric) + 3);
    QCOMPARE(model.headerData(ComparisonModel::ValueColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Recall@10"_s);
    QCOMPARE(model.headerData(ComparisonModel::FirstMetric, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"NDCG@10"_s); // the judged one stands only once
    QCOMPARE(model.headerData(model.secondsColumn(), Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Seconds"_s);
}

void TestComparisonModel::sortsByValueAndPutsTheUnmeasuredLast() {
    ComparisonModel model;
    model.setMetrics(MetricId::Ndcg, {MetricId::Entropy});
    model.setComparison(test::smallComparison(), false);
    const int role = static_cast<int>(ComparisonModel::Role::Sort);
    QVERIFY(model.index(0, ComparisonModel::ValueColumn).data(role).toDouble() <
            model.index(2, ComparisonModel::ValueColumn).data(role).toDouble());
    QVERIFY(qIsInf(model.index(0, ComparisonModel::FirstMetric).data(role).toDouble()));
}

void TestComparisonModel::earlierRowsCarryTheirDate() {
    const auto comparison = test::smallComparison();
    comparison->measuredAt = {QDateTime(), QDateTime(QDate(2026, 10, 1), QTime(8, 0)), QDateTime()};
    ComparisonModel model;
    model.setComparison(comparison, false);
    QCOMPARE(cell(model, 0, 0), u"Popular"_s);
    QVERIFY2(cell(model, 1, 0).startsWith(u"ItemKNN (10/1/26"_s), qPrintable(cell(model, 1, 0)));
    QVERIFY(cell(model, 1, 0, Qt::ToolTipRole).contains(u"Measured 10/1/26"_s));
}

QTEST_MAIN(TestComparisonModel)
#include "tst_comparisonmodel.moc"
