#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/recommend.h"
#include "tests/recsys/goldenfolds.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace recital;
using namespace recital::golden;

/// Loader, splits, models and metrics together against figures that were measured without them.
class TestGolden : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void dataCountsOfTheFolds();
    void popular();
    void itemKnn();
    void als();
    void randomIsAtTheFloor();
    void seenItemsAreNeverRecommended();

private:
    golden::Folds m_folds;
};

namespace {

const AlsParameters als1050{.form = AlsForm::Implicit,
                            .solver = AlsSolver::Cholesky,
                            .factors = 64,
                            .iterations = 15,
                            .regularization = 50.0,
                            .alpha = 10.0,
                            .unobservedWeight = 0.1,
                            .regularizationExponent = 1.0,
                            .cgSteps = 3,
                            .seed = 0};

} // namespace

void TestGolden::initTestCase() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const Status loaded = m_folds.load(folder.toStdString());
    QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
    QCOMPARE(m_folds.splits.size(), std::size(golden::folds));
}

void TestGolden::dataCountsOfTheFolds() {
    for (std::size_t fold = 0; fold < m_folds.splits.size(); ++fold) {
        const SplitCounts counts = countSplit(m_folds.splits[fold]);
        const SplitCounts& want = golden::folds[fold].counts;
        qInfo("%s: positives %lld (%lld) in training, %lld (%lld) in test; users %d (%d); items with a "
              "positive %d (%d)",
              m_folds.splits[fold].name.c_str(), static_cast<long long>(counts.trainPositives),
              static_cast<long long>(want.trainPositives), static_cast<long long>(counts.testPositives),
              static_cast<long long>(want.testPositives), counts.evaluatedUsers, want.evaluatedUsers,
              counts.itemsWithTrainPositive, want.itemsWithTrainPositive);
        QCOMPARE(m_folds.splits[fold].name, std::string(golden::folds[fold].name));
        QCOMPARE(counts.trainPositives, want.trainPositives);
        QCOMPARE(counts.testPositives, want.testPositives);
        QCOMPARE(counts.evaluatedUsers, want.evaluatedUsers);
        QCOMPARE(counts.itemsWithTrainPositive, want.itemsWithTrainPositive);
        QCOMPARE(m_folds.splits[fold].trainRatings, 80000);
        QCOMPARE(m_folds.splits[fold].testRatings, 20000);
    }
    // Of the 459 users in u1.test three have no rating of 4 or more there.
    QCOMPARE(countSplit(m_folds.splits.front()).skippedUsers, 3);
}

void TestGolden::popular() {
    const auto reports = m_folds.evaluate(PopularityParameters{});
    QVERIFY(rankingAgrees(reports, golden::popular, 1e-6, 1e-6));
    const EvaluationReport mean = meanOverFolds(reports);
    QVERIFY(agrees("Popular NDCG@10", mean.means.ndcg, golden::popularNdcg, 5e-5, 4));
    QVERIFY(agreesBeyondAccuracy(mean, golden::popularBeyond));
    // With half a win for a tie the AUC is a little lower; many items share a count. Counted independently.
    QVERIFY(agrees("u1 Popular AUC, ties 1/2", reports.front().means.auc, .877186, 1e-6));
    printTimes(mean);
}

void TestGolden::itemKnn() {
    const auto reports = m_folds.evaluate(ItemKnnParameters{});
    QVERIFY(rankingAgrees(reports, golden::itemKnn, 1e-6, 1e-6));
    const EvaluationReport mean = meanOverFolds(reports);
    QVERIFY(agrees("ItemKNN NDCG@10", mean.means.ndcg, golden::itemKnnNdcg, 5e-5, 4));
    QVERIFY(agreesBeyondAccuracy(mean, golden::itemKnnBeyond));
    printTimes(mean);
}

void TestGolden::als() {
    const auto reports = m_folds.evaluate(als1050);
    // Another generator draws other start values, and one fold varies more than the mean of five.
    for (std::size_t fold = 0; fold < reports.size(); ++fold)
        QVERIFY(agrees(reports[fold].splitName + " ALS(10, 50) NDCG@10", reports[fold].means.ndcg,
                       golden::folds[fold].alsNdcg, 6e-3, 4));
    const EvaluationReport mean = meanOverFolds(reports);
    QVERIFY(agrees("ALS(10, 50) NDCG@10", mean.means.ndcg, golden::alsNdcg, 3e-3, 4));
    qInfo("ALS coverage %.4f (golden %.3f), Gini %.4f (%.3f), MIUF %.3f (%.2f), AUC %.4f (.9443)",
          mean.coverage, golden::alsBeyond.coverage, mean.gini, golden::alsBeyond.gini, mean.novelty,
          golden::alsBeyond.novelty, mean.means.auc);
    printTimes(mean);
}

void TestGolden::randomIsAtTheFloor() {
    const EvaluationReport mean = meanOverFolds(m_folds.evaluate(RandomParameters{.seed = 0}));
    qInfo("Random NDCG@10 %.4f (band .008 to .016), AUC %.4f", mean.means.ndcg, mean.means.auc);
    QVERIFY(mean.means.ndcg > 0.008 && mean.means.ndcg < 0.016);
    QVERIFY(std::abs(mean.means.auc - 0.5) < 0.01);
    printTimes(mean);
}

void TestGolden::seenItemsAreNeverRecommended() {
    const Split& split = m_folds.splits.front();
    int lists = 0;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        TrainingSpec specification = plainSpecification(algorithm.key);
        for (const auto& [name, value] :
             {std::pair{"factors", 8.0}, {"iterations", 2.0}, {"epochs", 2.0}, {"sweeps", 2.0}})
            (void)setParameter(specification, name, value); // those that have it
        const auto model = train(split, specification, m_folds.control).value();
        for (UserIndex user = 0; user < m_folds.dataset->userCount(); ++user) {
            const auto history = split.train.history(user);
            const auto seen = split.seen.row(user);
            const auto list = recommend(*model, {.history = history, .excluded = seen, .k = 50}).value();
            QCOMPARE(list.size(), std::size_t{50});
            for (const ScoredItem& entry : list)
                QVERIFY(!std::ranges::binary_search(seen, entry.item));
            ++lists;
        }
    }
    QCOMPARE(lists, 943 * static_cast<int>(algorithmCatalogue().size()));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
