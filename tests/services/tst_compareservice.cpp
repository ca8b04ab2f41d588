#include "core/recsys/algorithms/catalogue.h"
#include "core/services/compareservice.h"
#include "tests/services/comparefixtures.h"
#include "tests/services/comparerequests.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <cmath>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using State = CompareService::RowState;

/// A comparison while it runs: its rows, what stops some or all of them, what is refused.
class TestCompareService : public QObject {
    Q_OBJECT

private slots:
    void rowsAppearOneByOne();
    void verdictsAreThoseOfTheRows();
    void aCancelledRowLetsTheRestGoOn();
    void aWaitingRowCanBeSkipped();
    void aFailingRowLetsTheRestGoOn();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesWhileBusy();
    void dataThatComeLateAreAdopted();
    void otherDataMeanwhileDoesNotMix();
    void anotherReferenceIsTested();
    void leavesWhenDestroyedWhileRunning();
    void defaultsFollowTheData();
    void theUiThreadIsNeverHeldUp();
};

void TestCompareService::rowsAppearOneByOne() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    std::vector<std::pair<std::size_t, State>> states;
    std::vector<std::size_t> sizes;
    connect(&compare, &CompareService::rowStateChanged, this,
            [&](std::size_t row, State state) { states.emplace_back(row, state); });
    connect(&compare, &CompareService::comparisonChanged, this,
            [&] { sizes.push_back(compare.comparison()->rows.size()); });
    QSignalSpy started(&compare, &CompareService::started);
    QVERIFY(runToEnd(compare, smallRequest()));
    QCOMPARE(started.count(), 1);
    QVERIFY(!compare.running());
    const std::vector<std::pair<std::size_t, State>> expected{{0, State::Running}, {0, State::Done},
                                                              {1, State::Running}, {1, State::Done},
                                                              {2, State::Running}, {2, State::Done}};
    QVERIFY(states == expected);
    QVERIFY((sizes == std::vector<std::size_t>{1, 2, 3, 3})); // the last time with the verdicts
    const auto comparison = compare.comparison();
    QCOMPARE(comparison->rows[0].name, "Popular");
    QCOMPARE(comparison->rows[2].seeds(), 2);
    QCOMPARE(comparison->reference, std::size_t{2});
    QCOMPARE(comparison->datasetName, u"fixture"_s);
    QCOMPARE(comparison->splits.size(), std::size_t{1});
    QCOMPARE(comparison->counts[0].leakedPairs, 0);
    QVERIFY(comparison->counts[0].heldOutPairs > 0);
    QVERIFY(comparison->id > 0);
    for (const ComparedModel& row : comparison->rows) {
        QCOMPARE(row.models.size(), std::size_t{1});
        QVERIFY(!row.mean.users.empty());
        QVERIFY(!row.bySeed.back().front().users.front().list.empty());
    }
}

void TestCompareService::verdictsAreThoseOfTheRows() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    QVERIFY(runToEnd(services->compare, smallRequest()));
    const auto comparison = services->compare.comparison();
    const StatisticsOptions& options = comparison->options.statistics;
    for (const MetricInfo& metric : metricCatalogue()) {
        const auto best = bestRows(comparison->rows, metric.id, options);
        QCOMPARE(comparison->best[static_cast<std::size_t>(metric.id)], best);
        const auto pairs = compareWithReference(comparison->rows, 2, metric.id, options);
        for (std::size_t row = 0; row < 3; ++row) {
            const PairedComparison* verdict = verdictOf(*comparison, row, metric.id);
            QCOMPARE(verdict != nullptr, metric.perUser);
            if (!verdict)
                continue;
            QCOMPARE(verdict->difference, pairs[row].difference);
            QCOMPARE(verdict->adjustedP, pairs[row].adjustedP);
            QCOMPARE(verdict->verdict, pairs[row].verdict);
            QCOMPARE(isBest(*comparison, row, metric.id), std::ranges::find(best, row) != best.end());
        }
    }
    std::vector<double> ndcg;
    for (const UserMetrics& user : comparison->rows[1].mean.users)
        ndcg.push_back(user.metrics.ndcg);
    const Interval expected = bootstrapInterval(ndcg, options);
    const Interval* interval = intervalOf(*comparison, 1, MetricId::Ndcg);
    QVERIFY(interval);
    QCOMPARE(interval->low, expected.low);
    QCOMPARE(interval->high, expected.high);
    QVERIFY(intervalOf(*comparison, 1, MetricId::Coverage) == nullptr);
}

void TestCompareService::aCancelledRowLetsTheRestGoOn() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    bool progressed = false;
    connect(&compare, &CompareService::rowProgressChanged, this,
            [&](std::size_t row, double fraction, double) {
                QVERIFY(fraction >= 0.0 && fraction <= 1.0);
                progressed = progressed || (row == 1 && fraction > 0.0);
            });
    QSignalSpy finished(&compare, &CompareService::finished);
    QVERIFY(compare.start(requestOf({PopularityParameters{}, endlessAls(), ItemKnnParameters{}})));
    QTRY_VERIFY_WITH_TIMEOUT(compare.rowState(1) == State::Running && progressed, 30'000);
    QElapsedTimer clock;
    clock.start();
    compare.cancelRow(1);
    QVERIFY(finished.wait(30'000));
    QVERIFY2(static_cast<double>(clock.elapsed()) < test::timeLimit(3000.0),
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(compare.rowState(0), State::Done);
    QCOMPARE(compare.rowState(1), State::Cancelled);
    QCOMPARE(compare.rowState(2), State::Done);
    const auto comparison = compare.comparison();
    QCOMPARE(comparison->rows.size(), std::size_t{2});
    QCOMPARE(comparison->rows[1].name, "ItemKNN");
    QCOMPARE(comparison->reference, std::size_t{0});
    QVERIFY(verdictOf(*comparison, 1, MetricId::Ndcg)->verdict != Verdict::NotComparable);
}

void TestCompareService::aWaitingRowCanBeSkipped() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    QSignalSpy finished(&compare, &CompareService::finished);
    QVERIFY(compare.start(smallRequest()));
    compare.cancelRow(2); // the reference
    compare.cancelRow(99);
    QCOMPARE(compare.rowState(2), State::Cancelled);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(compare.rowState(2), State::Cancelled);
    const auto comparison = compare.comparison();
    QCOMPARE(comparison->rows.size(), std::size_t{2});
    QVERIFY(!hasReference(*comparison));
    QVERIFY(verdictOf(*comparison, 0, MetricId::Ndcg) == nullptr);
    QVERIFY(intervalOf(*comparison, 0, MetricId::Ndcg) != nullptr);
    QVERIFY(!comparison->best[static_cast<std::size_t>(MetricId::Ndcg)].empty());
}

/// EASE of more than 10,000 items is refused before it is attempted, with a sentence.
void TestCompareService::aFailingRowLetsTheRestGoOn() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    SnapshotOptions large;
    large.items = 10'500;
    publishData(*services, large);
    CompareService& compare = services->compare;
    QVERIFY(
        runToEnd(compare, requestOf({EaseParameters{}, PopularityParameters{}, GenreRulesParameters{}}, 1)));
    QCOMPARE(compare.rowState(0), State::Failed);
    const std::string expected =
        trainingCost(EaseParameters{}, RatingMatrix::positives(*services->store.snapshot()->dataset, 4.0F))
            .refusal->detail;
    // What follows, the operations, depends on how many likes are in the training part.
    const auto refusal = [](const QString& text) { return text.section(u": about"_s, 0, 0); };
    QVERIFY(refusal(QString::fromStdString(expected)).contains(u"10,500 items"_s));
    QCOMPARE(refusal(compare.rowProblem(0)), refusal(QString::fromStdString(expected)));
    QCOMPARE(compare.rowState(1), State::Done);
    QCOMPARE(compare.rowState(2), State::Failed); // no genres in this data
    QVERIFY(!compare.rowProblem(2).isEmpty());
    QCOMPARE(compare.comparison()->rows.size(), std::size_t{1});
    QCOMPARE(services->compare.stored().front().rows.size(), std::size_t{1});
}

void TestCompareService::refusesBadRequests_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing to measure") << 0 << ErrorCode::InvalidParameters;
    QTest::newRow("reference out of range") << 1 << ErrorCode::InvalidParameters;
    QTest::newRow("budgets of other rows") << 2 << ErrorCode::InvalidParameters;
    QTest::newRow("k") << 3 << ErrorCode::InvalidParameters;
    QTest::newRow("seeds") << 4 << ErrorCode::InvalidParameters;
    QTest::newRow("parameters") << 5 << ErrorCode::InvalidParameters;
    QTest::newRow("statistics") << 6 << ErrorCode::InvalidParameters;
    QTest::newRow("share") << 7 << ErrorCode::InvalidParameters;
    QTest::newRow("no folds") << 8 << ErrorCode::InvalidData;
    QTest::newRow("no data") << 9 << ErrorCode::InvalidData;
    QTest::newRow("number of folds") << 10 << ErrorCode::InvalidParameters;
    QTest::newRow("minimum activity") << 11 << ErrorCode::InvalidParameters;
    QTest::newRow("rating model") << 12 << ErrorCode::InvalidParameters;
}

void TestCompareService::refusesBadRequests() {
    QFETCH(int, kind);
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    if (kind != 9)
        publishData(*services);
    CompareRequest request = smallRequest();
    if (kind == 0)
        request.algorithms.clear();
    if (kind == 1)
        request.reference = 3;
    if (kind == 2)
        request.tuningTrials = {1};
    if (kind == 3)
        request.options.k = 0;
    if (kind == 4)
        request.options.seeds = 101;
    if (kind == 5)
        request.algorithms[1] = ItemKnnParameters{.neighbours = 0, .shrink = 0.0};
    if (kind == 6)
        request.options.statistics.level = 1.0;
    if (kind == 7)
        request.options.split.testShare = 1.0;
    if (kind == 8)
        request.options.split.protocol = Protocol::OfficialFolds;
    if (kind == 10) {
        request.options.split.protocol = Protocol::RandomFolds;
        request.options.split.folds = 1;
    }
    if (kind == 11)
        request.options.split.minimumItemRatings = -1;
    if (kind == 12)
        request.ratingModels = {ExplicitAlsParameters{.factors = 0}};
    QSignalSpy failed(&services->compare, &CompareService::failed);
    QVERIFY(!services->compare.start(request));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<ErrorCode>(), code);
    QVERIFY(!failed[0][1].toString().isEmpty());
    QVERIFY(!services->compare.running());
    QVERIFY(services->compare.comparison() == nullptr);
}

void TestCompareService::refusesWhileBusy() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    QVERIFY(runToEnd(services->compare, smallRequest()));
    const auto before = services->compare.comparison();
    QSignalSpy failed(&services->compare, &CompareService::failed);
    services->computeLane.start<int>(
        u"Something else"_s, this,
        [](const JobControl& control) -> Result<int> {
            while (!control.stopRequested())
                QThread::msleep(1);
            return 0;
        },
        {}, [](const Result<int>&) {});
    QVERIFY(!services->compare.start(smallRequest()));
    QVERIFY(!services->compare.setReference(0));
    QVERIFY(!services->compare.addStoredRow(before->id, 0));
    QCOMPARE(failed.count(), 3);
    for (const QList<QVariant>& arguments : failed) {
        QCOMPARE(arguments[0].value<ErrorCode>(), ErrorCode::Busy);
        QCOMPARE(arguments[1].toString(), u"Something else"_s);
    }
    QVERIFY(services->compare.comparison() == before);
    services->computeLane.cancel();
}

/// An opened comparison finds its data although they come while its differences are tested.
void TestCompareService::dataThatComeLateAreAdopted() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    const ModelSnapshot data = *services->store.snapshot();
    CompareService& compare = services->compare;
    QVERIFY(runToEnd(compare, smallRequest()));
    const qint64 id = compare.comparison()->id;
    services->store.publish({});
    QVERIFY(compare.open(id));
    QVERIFY(!compare.comparison()->dataset);
    QVERIFY(compare.setReference(0));
    services->store.publish(data);
    QTRY_VERIFY_WITH_TIMEOUT(!compare.comparison()->best.empty() && !services->computeLane.busy(), 30'000);
    QVERIFY(compare.comparison()->dataset == data.dataset);
}

/// A comparison belongs to the data it was started on, whatever is loaded while it runs.
void TestCompareService::otherDataMeanwhileDoesNotMix() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    const auto dataset = services->store.snapshot()->dataset;
    QSignalSpy finished(&services->compare, &CompareService::finished);
    QVERIFY(services->compare.start(smallRequest()));
    SnapshotOptions other;
    other.users = 30;
    other.items = 25;
    other.dataSeed = 9;
    publishData(*services, other);
    QVERIFY(finished.wait(30'000));
    const auto comparison = services->compare.comparison();
    QVERIFY(comparison->dataset == dataset);
    QCOMPARE(comparison->datasetFingerprint, QString::fromStdString(dataset->info().fingerprint));
    for (const ComparedModel& row : comparison->rows)
        QCOMPARE(row.models[0]->itemCount(), dataset->itemCount());
    // Reopened beside the other data it has no dataset, and rows of the two do not stand in one table.
    const qint64 id = comparison->id;
    QVERIFY(runToEnd(services->compare, smallRequest()));
    QSignalSpy failed(&services->compare, &CompareService::failed);
    QVERIFY(!services->compare.addStoredRow(id, 0));
    QCOMPARE(failed.takeFirst()[0].value<ErrorCode>(), ErrorCode::InvalidData);
    QVERIFY(services->compare.open(id));
    QVERIFY(services->compare.comparison()->dataset == nullptr);
    publishData(*services); // the old data again
    QVERIFY(services->compare.comparison()->dataset == services->store.snapshot()->dataset);
}

void TestCompareService::anotherReferenceIsTested() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    QVERIFY(runToEnd(compare, smallRequest()));
    const PairedComparison before = *verdictOf(*compare.comparison(), 0, MetricId::Ndcg);
    QVERIFY(compare.setReference(0));
    QCOMPARE(compare.comparison()->reference, std::size_t{0});
    QVERIFY(verdictOf(*compare.comparison(), 2, MetricId::Ndcg) == nullptr); // nothing old is shown as new
    QTRY_VERIFY_WITH_TIMEOUT(verdictOf(*compare.comparison(), 2, MetricId::Ndcg) != nullptr, 30'000);
    QCOMPARE(verdictOf(*compare.comparison(), 2, MetricId::Ndcg)->difference, -before.difference);
    QSignalSpy failed(&compare, &CompareService::failed);
    QVERIFY(!compare.setReference(3));
    QCOMPARE(failed.count(), 1);
}

void TestCompareService::leavesWhenDestroyedWhileRunning() {
    QTemporaryDir folder;
    QElapsedTimer clock;
    {
        const auto services = makeServices(folder.path());
        publishData(*services);
        QVERIFY(services->compare.start(requestOf({PopularityParameters{}, endlessAls()})));
        QTRY_VERIFY_WITH_TIMEOUT(services->compare.rowState(1) == State::Running, 30'000);
        clock.start();
    }
    QVERIFY2(static_cast<double>(clock.elapsed()) < test::timeLimit(3000.0),
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(makeServices(folder.path())->compare.stored().front().rows.size(), std::size_t{1});
}

void TestCompareService::defaultsFollowTheData() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    QVERIFY(services->compare.defaultRequest().algorithms.empty());
    publishData(*services);
    const CompareRequest request = services->compare.defaultRequest();
    QVERIFY(services->compare.check(request).ok());
    QCOMPARE(request.options.split.protocol, Protocol::UserTemporal);
    QCOMPARE(algorithmOf(request.algorithms[request.reference]).key,
             algorithmOf(defaultAlsParameters(*services->store.snapshot()->dataset)).key);
    for (const TrainingSpec& algorithm : request.algorithms)
        QVERIFY(!algorithmOf(algorithm).needsGenres); // this data has none
}

void TestCompareService::theUiThreadIsNeverHeldUp() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    QSignalSpy loaded(&services->store, &ModelStore::snapshotChanged);
    services->datasets.load(data);
    QVERIFY(loaded.wait(60'000));
    CompareRequest request = services->compare.defaultRequest();
    QCOMPARE(request.options.split.protocol, Protocol::OfficialFolds);
    request.algorithms = {PopularityParameters{}, ItemKnnParameters{}, PureSvdParameters{}};
    request.reference = 1;
    request.options.statistics = {};
    StallMeter stall;
    QVERIFY(runToEnd(services->compare, request));
    QVERIFY2(stall.worst() < 250, qPrintable(QString::number(stall.worst())));
    const auto comparison = services->compare.comparison();
    QCOMPARE(comparison->rows.size(), std::size_t{3});
    QVERIFY(std::abs(comparison->rows[0].mean.means.ndcg - 0.204553) < 1e-6); // golden value of P0
    QVERIFY(std::abs(comparison->rows[2].mean.means.ndcg - 0.369572) < 1e-4);
    QCOMPARE(comparison->counts[4].evaluatedUsers, 878);
    QCOMPARE(comparison->rows[0].mean.users.size(), std::size_t{942});
    QCOMPARE(verdictOf(*comparison, 0, MetricId::Ndcg)->verdict, Verdict::Worse);
}

QTEST_GUILESS_MAIN(TestCompareService)
#include "tst_compareservice.moc"
