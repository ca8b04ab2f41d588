#include "core/recsys/algorithms/catalogue.h"
#include "core/services/compareservice.h"
#include "core/store/workspace.h"
#include "tests/services/comparefixtures.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <cmath>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using State = CompareService::RowState;

namespace {

AlsParameters smallAls() {
    AlsParameters parameters;
    parameters.factors = 4;
    parameters.iterations = 3;
    return parameters;
}

/// Takes minutes: to be cancelled.
AlsParameters endlessAls() {
    AlsParameters parameters;
    parameters.factors = 256;
    parameters.iterations = 1000;
    return parameters;
}

CompareRequest requestOf(std::vector<TrainingSpec> algorithms, std::size_t reference = 0) {
    CompareRequest request;
    request.algorithms = std::move(algorithms);
    request.reference = reference;
    request.options.split.protocol = Protocol::UserTemporal;
    request.options.k = 5;
    request.options.curveTo = 8;
    request.options.seeds = 2;
    request.options.statistics.resamples = 200;
    request.options.statistics.flips = 200;
    return request;
}

CompareRequest smallRequest() {
    return requestOf({PopularityParameters{}, ItemKnnParameters{}, smallAls()}, 2);
}

bool runToEnd(CompareService& compare, const CompareRequest& request) {
    QSignalSpy finished(&compare, &CompareService::finished);
    return compare.start(request) &&
           (finished.count() > 0 || finished.wait(static_cast<int>(test::timeLimit(60'000.0))));
}

bool sameDouble(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

void compareReports(const EvaluationReport& a, const EvaluationReport& b) {
    QCOMPARE(a.splitName, b.splitName);
    QCOMPARE(a.evaluatedUsers, b.evaluatedUsers);
    QCOMPARE(a.skippedUsers, b.skippedUsers);
    for (const MetricInfo& metric : metricCatalogue())
        QVERIFY2(sameDouble(metricValue(a, metric.id), metricValue(b, metric.id)), metric.key.data());
}

} // namespace

class TestCompareService : public QObject {
    Q_OBJECT
private slots:
    void rowsAppearOneByOne();
    void verdictsAreThoseOfTheRows();
    void reopensWithEverything();
    void aCancelledRowLetsTheRestGoOn();
    void aWaitingRowCanBeSkipped();
    void aFailingRowLetsTheRestGoOn();
    void cancelKeepsAndStoresFinishedRows();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesWhileBusy();
    void otherDataMeanwhileDoesNotMix();
    void anotherReferenceIsTested();
    void rowsOfEarlierComparisonsJoin();
    void rowsOfOtherSplitsDoNot();
    void removes();
    void verdictsLostToAKillComeBack();
    void goesOnWithoutAWorkspace();
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

/// What the workspace gives back is what was measured: options, counts, means, spread, users, lists,
/// verdicts.
void TestCompareService::reopensWithEverything() {
    QTemporaryDir folder;
    std::shared_ptr<const Comparison> before;
    {
        const auto services = makeServices(folder.path());
        publishData(*services);
        CompareRequest request = smallRequest();
        request.tuningTrials = {0, 4, 16};
        request.ratingModels = {UserMeanParameters{}, BiasedMfParameters{.factors = 3, .epochs = 2}};
        QVERIFY(runToEnd(services->compare, request));
        before = services->compare.comparison();
    }
    const auto services = makeServices(folder.path());
    publishData(*services);
    const std::vector<Comparison> stored = services->compare.stored();
    QCOMPARE(stored.size(), std::size_t{1});
    QCOMPARE(stored[0].rows.size(), std::size_t{3});
    QVERIFY(stored[0].rows[0].mean.users.empty()); // the list of comparisons does not carry them
    QCOMPARE(stored[0].rows[2].mean.means.ndcg, before->rows[2].mean.means.ndcg);

    QSignalSpy changed(&services->compare, &CompareService::comparisonChanged);
    QVERIFY(services->compare.open(before->id));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!services->computeLane.busy()); // nothing had to be computed again
    const auto after = services->compare.comparison();
    QCOMPARE(after->id, before->id);
    QCOMPARE(after->startedAt, before->startedAt);
    QCOMPARE(after->datasetFingerprint, before->datasetFingerprint);
    QVERIFY(after->dataset == services->store.snapshot()->dataset);
    QVERIFY(after->options.split == before->options.split);
    QCOMPARE(after->options.k, before->options.k);
    QCOMPARE(after->options.statistics.resamples, before->options.statistics.resamples);
    QCOMPARE(after->splitNames, before->splitNames);
    QCOMPARE(after->counts[0].testPositives, before->counts[0].testPositives);
    QCOMPARE(after->counts[0].heldOutPairs, before->counts[0].heldOutPairs);
    QCOMPARE(after->reference, before->reference);
    QVERIFY(after->best == before->best);
    QCOMPARE(before->ratings.size(), std::size_t{2});
    QCOMPARE(after->ratings.size(), std::size_t{2});
    for (std::size_t r = 0; r < 2; ++r) {
        QVERIFY(after->ratings[r].specification == before->ratings[r].specification);
        QCOMPARE(after->ratings[r].name, before->ratings[r].name);
        QCOMPARE(after->ratings[r].seeds(), static_cast<int>(r) + 1); // the mean draws nothing
        QVERIFY(after->ratings[r].mean.rmse > 0.1);
        QCOMPARE(after->ratings[r].mean.rmse, before->ratings[r].mean.rmse);
        QCOMPARE(after->ratings[r].mean.ratings, before->counts[0].heldOutPairs);
        QVERIFY(sameDouble(after->ratings[r].rmseSpread(), before->ratings[r].rmseSpread()));
    }
    QVERIFY(stored[0].ratings.size() == 2);
    for (std::size_t r = 0; r < 3; ++r) {
        const ComparedModel& was = before->rows[r];
        const ComparedModel& is = after->rows[r];
        QVERIFY(is.specification == was.specification);
        QCOMPARE(is.name, was.name);
        QCOMPARE(is.parameters, was.parameters);
        QCOMPARE(is.tuningTrials, was.tuningTrials);
        QCOMPARE(is.seeds(), was.seeds());
        compareReports(is.mean, was.mean);
        QCOMPARE(is.mean.curve.size(), std::size_t{8});
        QCOMPARE(is.mean.curve[3].ndcg, was.mean.curve[3].ndcg);
        QCOMPARE(is.mean.exposureByDecile, was.mean.exposureByDecile);
        for (std::size_t seed = 0; seed < was.bySeed.size(); ++seed)
            compareReports(is.bySeed[seed][0], was.bySeed[seed][0]);
        QCOMPARE(is.mean.users.size(), was.mean.users.size());
        for (std::size_t u = 0; u < was.mean.users.size(); ++u) {
            QCOMPARE(is.mean.users[u].user, was.mean.users[u].user);
            QCOMPARE(is.mean.users[u].trainPositives, was.mean.users[u].trainPositives);
            for (const MetricInfo& metric : metricCatalogue())
                QVERIFY(sameDouble(metricValue(is.mean.users[u], metric.id),
                                   metricValue(was.mean.users[u], metric.id)));
        }
        const std::vector<UserMetrics>& lists = was.bySeed.back()[0].users;
        for (std::size_t u = 0; u < lists.size(); ++u)
            QCOMPARE(is.bySeed.back()[0].users[u].list, lists[u].list);
        for (const MetricInfo& metric : metricCatalogue()) {
            QVERIFY(sameDouble(is.seedSpread(metric.id), was.seedSpread(metric.id)));
            if (!metric.perUser)
                continue;
            QCOMPARE(verdictOf(*after, r, metric.id)->verdict, verdictOf(*before, r, metric.id)->verdict);
            QVERIFY(sameDouble(verdictOf(*after, r, metric.id)->difference,
                               verdictOf(*before, r, metric.id)->difference));
            QVERIFY(
                sameDouble(intervalOf(*after, r, metric.id)->high, intervalOf(*before, r, metric.id)->high));
        }
    }
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

void TestCompareService::cancelKeepsAndStoresFinishedRows() {
    QTemporaryDir folder;
    {
        const auto services = makeServices(folder.path());
        publishData(*services);
        CompareService& compare = services->compare;
        QSignalSpy finished(&compare, &CompareService::finished);
        QSignalSpy failed(&compare, &CompareService::failed);
        QVERIFY(compare.start(
            requestOf({PopularityParameters{}, ItemKnnParameters{}, endlessAls(), RandomParameters{}})));
        QTRY_VERIFY_WITH_TIMEOUT(compare.rowState(2) == State::Running, 30'000);
        compare.cancel();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(failed.count(), 0);
        QVERIFY(!compare.running());
        QCOMPARE(compare.rowState(1), State::Done);
        QCOMPARE(compare.rowState(2), State::Cancelled);
        QCOMPARE(compare.rowState(3), State::Cancelled);
        QCOMPARE(compare.comparison()->rows.size(), std::size_t{2});
        QVERIFY(verdictOf(*compare.comparison(), 1, MetricId::Ndcg) != nullptr);
        QVERIFY(compare.start(smallRequest())); // it can be used again at once
        compare.cancel();
        QVERIFY(finished.wait(30'000));
    }
    const auto services = makeServices(folder.path());
    const std::vector<Comparison> stored = services->compare.stored();
    QVERIFY(!stored.empty());
    QCOMPARE(stored.back().rows.size(), std::size_t{2});
    QVERIFY(services->compare.open(stored.back().id));
    QVERIFY(services->compare.comparison()->dataset == nullptr); // nothing is loaded
    QVERIFY(verdictOf(*services->compare.comparison(), 1, MetricId::Ndcg) != nullptr);
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

void TestCompareService::rowsOfEarlierComparisonsJoin() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    QVERIFY(runToEnd(compare, requestOf({RandomParameters{}, ItemKnnParameters{}})));
    const auto earlier = compare.comparison();
    QVERIFY(runToEnd(compare, requestOf({PopularityParameters{}, smallAls()}, 1)));
    const qint64 present = compare.comparison()->id;
    QVERIFY(compare.addStoredRow(earlier->id, 1));
    QTRY_VERIFY_WITH_TIMEOUT(!compare.comparison()->verdicts.empty(), 30'000);
    const auto joined = compare.comparison();
    QCOMPARE(joined->rows.size(), std::size_t{3});
    QCOMPARE(joined->rows[2].name, "ItemKNN");
    QCOMPARE(joined->rows[2].mean.means.ndcg, earlier->rows[1].mean.means.ndcg);
    QCOMPARE(joined->measuredAt[2], earlier->startedAt);
    QVERIFY(!joined->measuredAt[0].isValid());
    QCOMPARE(joined->origin[2], earlier->id);
    QCOMPARE(joined->reference, std::size_t{1});
    QCOMPARE(verdictOf(*joined, 2, MetricId::Ndcg)->familySize, 2); // Holm over the rows shown
    for (const Comparison& stored : compare.stored())
        QCOMPARE(stored.rows.size(), std::size_t{2}); // neither was changed
    QVERIFY(compare.open(present));
    QCOMPARE(compare.comparison()->rows.size(), std::size_t{2});
}

void TestCompareService::rowsOfOtherSplitsDoNot() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    CompareRequest other = requestOf({PopularityParameters{}});
    other.options.split.testShare = 0.3;
    QVERIFY(runToEnd(compare, other));
    const qint64 otherSplit = compare.comparison()->id;
    other = requestOf({PopularityParameters{}});
    other.options.k = 7;
    QVERIFY(runToEnd(compare, other));
    const qint64 otherLength = compare.comparison()->id;
    QVERIFY(runToEnd(compare, requestOf({PopularityParameters{}})));
    QSignalSpy failed(&compare, &CompareService::failed);
    QVERIFY(!compare.addStoredRow(otherSplit, 0));
    QVERIFY(!compare.addStoredRow(otherLength, 0));
    QVERIFY(!compare.addStoredRow(compare.comparison()->id, 5));
    QVERIFY(!compare.addStoredRow(4711, 0));
    QCOMPARE(failed[0][0].value<ErrorCode>(), ErrorCode::InvalidData);
    QCOMPARE(failed[1][0].value<ErrorCode>(), ErrorCode::InvalidData);
    QCOMPARE(failed[2][0].value<ErrorCode>(), ErrorCode::UnknownId);
    QCOMPARE(failed[3][0].value<ErrorCode>(), ErrorCode::UnknownId);
    QCOMPARE(compare.comparison()->rows.size(), std::size_t{1});
}

void TestCompareService::removes() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    QVERIFY(runToEnd(compare, requestOf({PopularityParameters{}})));
    const qint64 id = compare.comparison()->id;
    QSignalSpy changed(&compare, &CompareService::storedChanged);
    QVERIFY(compare.remove(id));
    QCOMPARE(changed.count(), 1);
    QVERIFY(compare.stored().empty());
    QSignalSpy failed(&compare, &CompareService::failed);
    QVERIFY(!compare.remove(id));
    QVERIFY(!compare.open(id));
    QCOMPARE(failed.count(), 2);
    QCOMPARE(failed[1][0].value<ErrorCode>(), ErrorCode::UnknownId);
    QVERIFY(compare.comparison() != nullptr); // what is on the screen stays
}

/// Killed between the last row and the verdicts, a comparison gets them when it is opened.
void TestCompareService::verdictsLostToAKillComeBack() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    CompareService& compare = services->compare;
    QVERIFY(runToEnd(compare, smallRequest()));
    const auto before = compare.comparison();
    QVERIFY(services->workspace().setComparisonVerdicts(before->id, 2, u"{\"ndcg\":{}}"_s).ok());
    QVERIFY(compare.open(before->id));
    QVERIFY(compare.comparison()->verdicts.empty());
    QTRY_VERIFY_WITH_TIMEOUT(!compare.comparison()->verdicts.empty(), 30'000);
    QCOMPARE(verdictOf(*compare.comparison(), 0, MetricId::Map)->pValue,
             verdictOf(*before, 0, MetricId::Map)->pValue);
    // A row that cannot be read is named, and what is shown stays.
    ComparisonRecord record = *services->workspace().comparison(before->id);
    record.rows[1].userValues[40] = static_cast<char>(record.rows[1].userValues[40] ^ 1);
    const qint64 damaged = *services->workspace().addComparison(record);
    QSignalSpy failed(&compare, &CompareService::failed);
    QVERIFY(!compare.open(damaged));
    QCOMPARE(failed.at(0)[0].value<ErrorCode>(), ErrorCode::BadFormat);
    QCOMPARE(compare.comparison()->id, before->id);
}

void TestCompareService::goesOnWithoutAWorkspace() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    // A job opens the workspace anew: a folder in the database's place keeps it from that.
    CompareService& compare = services->compare;
    QVERIFY(QFile::rename(folder.filePath(Workspace::fileName()), folder.filePath(u"away"_s)));
    QVERIFY(QDir(folder.path()).mkpath(Workspace::fileName()));
    QSignalSpy notStored(&compare, &CompareService::notStored);
    QVERIFY(runToEnd(compare, smallRequest()));
    QCOMPARE(notStored.count(), 1);
    QCOMPARE(compare.comparison()->rows.size(), std::size_t{3});
    QCOMPARE(compare.comparison()->id, 0);
    QVERIFY(!compare.comparison()->verdicts.empty());
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
