#include "core/services/compareservice.h"
#include "core/store/workspace.h"
#include "tests/services/comparefixtures.h"
#include "tests/services/comparerequests.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using State = CompareService::RowState;

/// Comparisons in the workspace: what comes back of them, also after trouble, and what joins.
class TestCompareStored : public QObject {
    Q_OBJECT

private slots:
    void reopensWithEverything();
    void cancelKeepsAndStoresFinishedRows();
    void rowsOfEarlierComparisonsJoin();
    void rowsOfOtherSplitsDoNot();
    void removes();
    void verdictsLostToAKillComeBack();
    void goesOnWithoutAWorkspace();
};

/// What the workspace gives back is what was measured: options, counts, means, spread, users, lists,
/// verdicts.
void TestCompareStored::reopensWithEverything() {
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

void TestCompareStored::cancelKeepsAndStoresFinishedRows() {
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

void TestCompareStored::rowsOfEarlierComparisonsJoin() {
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

void TestCompareStored::rowsOfOtherSplitsDoNot() {
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

void TestCompareStored::removes() {
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
void TestCompareStored::verdictsLostToAKillComeBack() {
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

void TestCompareStored::goesOnWithoutAWorkspace() {
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

QTEST_GUILESS_MAIN(TestCompareStored)
#include "tst_comparestored.moc"
