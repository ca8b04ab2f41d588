#include "core/recsys/metrics.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace recital;

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void rankingMetricsByHand_data();
    void rankingMetricsByHand();
    void discountsAreThoseOfTheDefinition();
    void aucByHand_data();
    void aucByHand();
    void aucEqualsTheCountOfAllPairs();
    void aucIgnoresExcludedItems();
    void giniByHand_data();
    void giniByHand();
    void coverageCountsDistinctItems();
    void noveltyIsTheMeanInverseUserFrequency();
};

namespace {

constexpr double tolerance = 1e-12;

bool near(double a, double b) {
    return std::abs(a - b) <= tolerance;
}

const double log2of3 = std::log2(3.0);

} // namespace

void TestMetrics::rankingMetricsByHand_data() {
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("relevant");
    QTest::addColumn<QList<int>>("hits");
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::addColumn<double>("map");
    QTest::addColumn<double>("ndcg");
    QTest::addColumn<double>("mrr");
    QTest::addColumn<double>("hitRate");

    // Ideal of three relevant items: 1 + 1 / log2 3 + 1 / 2.
    QTest::newRow("first and third of five")
        << 5 << 3 << QList<int>{1, 3} << 0.4 << 2.0 / 3.0 << (1.0 + 2.0 / 3.0) / 3.0
        << 1.5 / (1.5 + 1.0 / log2of3) << 1.0 << 1.0;
    QTest::newRow("no hit") << 10 << 4 << QList<int>{} << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0;
    QTest::newRow("perfect list") << 3 << 3 << QList<int>{1, 2, 3} << 1.0 << 1.0 << 1.0 << 1.0 << 1.0 << 1.0;
    QTest::newRow("more relevant items than places: the ideal and MAP are those of k")
        << 2 << 5 << QList<int>{1, 2} << 1.0 << 0.4 << 1.0 << 1.0 << 1.0 << 1.0;
    QTest::newRow("fewer candidates than k: still divided by k")
        << 10 << 1 << QList<int>{2} << 0.1 << 1.0 << 0.5 << 1.0 / log2of3 << 0.5 << 1.0;
    QTest::newRow("hit at the last place")
        << 4 << 1 << QList<int>{4} << 0.25 << 1.0 << 0.25 << 1.0 / std::log2(5.0) << 0.25 << 1.0;
    QTest::newRow("k of one") << 1 << 3 << QList<int>{1} << 1.0 << 1.0 / 3.0 << 1.0 << 1.0 << 1.0 << 1.0;
    QTest::newRow("ideal stays min(n, k) when not all can be found")
        << 3 << 2 << QList<int>{2} << 1.0 / 3.0 << 0.5 << 0.25 << (1.0 / log2of3) / (1.0 + 1.0 / log2of3)
        << 0.5 << 1.0;
}

void TestMetrics::rankingMetricsByHand() {
    QFETCH(int, k);
    QFETCH(int, relevant);
    QFETCH(QList<int>, hits);
    const RankingMetrics metrics = rankingMetrics(hits, relevant, Discounts(k));
    QTEST(metrics.precision, "precision");
    QTEST(metrics.recall, "recall");
    QTEST(metrics.map, "map");
    QTEST(metrics.ndcg, "ndcg");
    QTEST(metrics.mrr, "mrr");
    QTEST(metrics.hitRate, "hitRate");
    QVERIFY(std::isnan(metrics.auc));
}

void TestMetrics::discountsAreThoseOfTheDefinition() {
    const Discounts discounts(3);
    QCOMPARE(discounts.k(), 3);
    QVERIFY(near(discounts.at(1), 1.0));
    QVERIFY(near(discounts.at(3), 0.5)); // 1 / log2 4
    QVERIFY(near(discounts.ideal(1), 1.0));
    QVERIFY(near(discounts.ideal(3), 1.5 + 1.0 / log2of3));
    QVERIFY(near(discounts.ideal(100), discounts.ideal(3)));
}

void TestMetrics::aucByHand_data() {
    QTest::addColumn<QList<float>>("scores");
    QTest::addColumn<QList<ItemIndex>>("excluded");
    QTest::addColumn<QList<ItemIndex>>("relevant");
    QTest::addColumn<double>("auc"); // NaN: not defined
    const double undefined = std::nan("");

    QTest::newRow("best") << QList<float>{3, 2, 1} << QList<ItemIndex>{} << QList<ItemIndex>{0} << 1.0;
    QTest::newRow("middle") << QList<float>{3, 2, 1} << QList<ItemIndex>{} << QList<ItemIndex>{1} << 0.5;
    QTest::newRow("worst") << QList<float>{3, 2, 1} << QList<ItemIndex>{} << QList<ItemIndex>{2} << 0.0;
    QTest::newRow("a tie counts one half")
        << QList<float>{1, 1} << QList<ItemIndex>{} << QList<ItemIndex>{1} << 0.5;
    // Pairs (0,1), (0,3), (2,1), (2,3): won, won, lost, tie.
    QTest::newRow("four pairs") << QList<float>{4, 3, 2, 2} << QList<ItemIndex>{} << QList<ItemIndex>{0, 2}
                                << 2.5 / 4.0;
    QTest::newRow("a seen item is no candidate")
        << QList<float>{9, 3, 2, 2} << QList<ItemIndex>{0} << QList<ItemIndex>{1} << 1.0;
    QTest::newRow("every candidate relevant")
        << QList<float>{9, 3} << QList<ItemIndex>{0} << QList<ItemIndex>{1} << undefined;
    QTest::newRow("none relevant") << QList<float>{9, 3} << QList<ItemIndex>{} << QList<ItemIndex>{}
                                   << undefined;
}

void TestMetrics::aucByHand() {
    QFETCH(QList<float>, scores);
    QFETCH(QList<ItemIndex>, excluded);
    QFETCH(QList<ItemIndex>, relevant);
    QFETCH(double, auc);
    const double actual = areaUnderCurve(scores, excluded, relevant);
    QCOMPARE(std::isnan(actual), std::isnan(auc));
    if (!std::isnan(auc))
        QCOMPARE(actual, auc);
}

void TestMetrics::aucEqualsTheCountOfAllPairs() {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const int items = 5 + static_cast<int>(random() % 60);
        std::vector<float> scores;
        std::vector<ItemIndex> excluded;
        std::vector<ItemIndex> relevant;
        for (ItemIndex item = 0; item < items; ++item) {
            scores.push_back(static_cast<float>(random() % 8)); // few values, many ties
            const auto part = random() % 4;
            if (part == 0)
                excluded.push_back(item);
            else if (part == 1)
                relevant.push_back(item);
        }
        double wins = 0.0;
        int pairs = 0;
        for (const ItemIndex good : relevant)
            for (ItemIndex other = 0; other < items; ++other)
                if (!std::ranges::binary_search(excluded, other) &&
                    !std::ranges::binary_search(relevant, other)) {
                    const float a = scores[static_cast<std::size_t>(good)];
                    const float b = scores[static_cast<std::size_t>(other)];
                    wins += a > b ? 1.0 : (a == b ? 0.5 : 0.0);
                    ++pairs;
                }
        const double actual = areaUnderCurve(scores, excluded, relevant);
        if (pairs == 0)
            QVERIFY(std::isnan(actual));
        else
            QCOMPARE(actual, wins / pairs);
    }
}

void TestMetrics::aucIgnoresExcludedItems() {
    const std::vector<ItemIndex> excluded{1, 2};
    const std::vector<ItemIndex> relevant{0};
    const double low = areaUnderCurve(std::vector<float>{5, -100, -100, 4}, excluded, relevant);
    const double high = areaUnderCurve(std::vector<float>{5, 100, 100, 4}, excluded, relevant);
    QCOMPARE(low, 1.0);
    QCOMPARE(high, 1.0);
}

void TestMetrics::giniByHand_data() {
    QTest::addColumn<QList<std::int64_t>>("exposure");
    QTest::addColumn<double>("gini");
    QTest::newRow("equal") << QList<std::int64_t>{3, 3, 3, 3} << 0.0;
    // One of four: (2 * 4 - 4 - 1) * 4 / (4 * 4).
    QTest::newRow("all on one of four") << QList<std::int64_t>{0, 4, 0, 0} << 0.75;
    // Ascending 1 2 3: (-2 * 1 + 0 * 2 + 2 * 3) / (3 * 6).
    QTest::newRow("one, two, three") << QList<std::int64_t>{3, 1, 2} << 4.0 / 18.0;
    QTest::newRow("nothing shown") << QList<std::int64_t>{0, 0} << 0.0;
    QTest::newRow("no items") << QList<std::int64_t>{} << 0.0;
}

void TestMetrics::giniByHand() {
    QFETCH(QList<std::int64_t>, exposure);
    QTEST(giniOfExposure(exposure), "gini");
}

void TestMetrics::coverageCountsDistinctItems() {
    QCOMPARE(catalogueCoverage(std::vector<std::int64_t>{0, 5, 1, 0}), 0.5);
    QCOMPARE(catalogueCoverage(std::vector<std::int64_t>{0, 0}), 0.0);
    QCOMPARE(catalogueCoverage(std::vector<std::int64_t>{}), 0.0);
}

void TestMetrics::noveltyIsTheMeanInverseUserFrequency() {
    // Of 8 users: an item of 4 is worth 1 bit, of 1 or of none 3 bits. Shown 3, 1 and 1 times.
    const std::vector<std::int64_t> popularity{4, 1, 0, 8};
    QVERIFY(near(meanInverseUserFrequency(std::vector<std::int64_t>{3, 1, 1, 0}, popularity, 8), 9.0 / 5.0));
    QCOMPARE(meanInverseUserFrequency(std::vector<std::int64_t>{0, 0, 0, 2}, popularity, 8), 0.0);
    QCOMPARE(meanInverseUserFrequency(std::vector<std::int64_t>{0, 0, 0, 0}, popularity, 8), 0.0);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
