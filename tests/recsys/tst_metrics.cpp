#include "core/recsys/metrics.h"

#include <QTest>

#include <array>
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
    QVERIFY(std::isnan(metrics.auc) && std::isnan(metrics.aucInListOrder));
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
    QTest::addColumn<double>("tiesHalf"); // NaN: not defined
    QTest::addColumn<double>("inListOrder");
    const double undefined = std::nan("");
    using Scores = QList<float>;
    using Items = QList<ItemIndex>;

    QTest::newRow("best") << Scores{3, 2, 1} << Items{} << Items{0} << 1.0 << 1.0;
    QTest::newRow("middle") << Scores{3, 2, 1} << Items{} << Items{1} << 0.5 << 0.5;
    QTest::newRow("worst") << Scores{3, 2, 1} << Items{} << Items{2} << 0.0 << 0.0;
    QTest::newRow("tie with a higher item") << Scores{1, 1} << Items{} << Items{0} << 0.5 << 1.0;
    QTest::newRow("tie with a lower item") << Scores{1, 1} << Items{} << Items{1} << 0.5 << 0.0;
    QTest::newRow("two relevant items tie") << Scores{5, 5, 1} << Items{} << Items{0, 1} << 1.0 << 1.0;
    // Pairs (0,1), (0,3), (2,1), (2,3): won, won, lost, tie.
    QTest::newRow("four pairs") << Scores{4, 3, 2, 2} << Items{} << Items{0, 2} << 2.5 / 4.0 << 3.0 / 4.0;
    QTest::newRow("a seen item is no candidate") << Scores{9, 3, 2, 2} << Items{0} << Items{1} << 1.0 << 1.0;
    QTest::newRow("every candidate relevant")
        << Scores{9, 3} << Items{0} << Items{1} << undefined << undefined;
    QTest::newRow("none relevant") << Scores{9, 3} << Items{} << Items{} << undefined << undefined;
}

void TestMetrics::aucByHand() {
    QFETCH(QList<float>, scores);
    QFETCH(QList<ItemIndex>, excluded);
    QFETCH(QList<ItemIndex>, relevant);
    QFETCH(double, tiesHalf);
    QFETCH(double, inListOrder);
    const AreaUnderCurve actual = areaUnderCurve(scores, excluded, relevant);
    QCOMPARE(actual.tiesHalf, tiesHalf); // QCOMPARE holds two NaNs for equal
    QCOMPARE(actual.inListOrder, inListOrder);
}

void TestMetrics::aucEqualsTheCountOfAllPairs() {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const int items = 5 + static_cast<int>(random() % 60);
        std::vector<float> scores;
        std::vector<ItemIndex> excluded;
        std::vector<ItemIndex> relevant;
        std::vector<ItemIndex> others;
        for (ItemIndex item = 0; item < items; ++item) {
            scores.push_back(static_cast<float>(random() % 8)); // few values, many ties
            (std::array{&excluded, &relevant, &others, &others}[random() % 4])->push_back(item);
        }
        double half = 0.0;
        double ordered = 0.0;
        for (const ItemIndex good : relevant)
            for (const ItemIndex other : others) {
                const float a = scores[static_cast<std::size_t>(good)];
                const float b = scores[static_cast<std::size_t>(other)];
                half += a > b ? 1.0 : (a == b ? 0.5 : 0.0);
                ordered += a > b || (a == b && good < other) ? 1.0 : 0.0;
            }
        const auto pairs = static_cast<double>(relevant.size() * others.size()); // 0 / 0 is NaN
        const AreaUnderCurve actual = areaUnderCurve(scores, excluded, relevant);
        QCOMPARE(actual.tiesHalf, half / pairs);
        QCOMPARE(actual.inListOrder, ordered / pairs);
    }
}

void TestMetrics::aucIgnoresExcludedItems() {
    const std::vector<ItemIndex> excluded{1, 2};
    const std::vector<ItemIndex> relevant{0};
    for (const float seen : {-100.0F, 100.0F})
        QCOMPARE(areaUnderCurve(std::vector<float>{5, seen, seen, 4}, excluded, relevant).tiesHalf, 1.0);
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
    const std::vector<std::int64_t> raters{4, 1, 0, 8};
    QVERIFY(near(meanInverseUserFrequency(std::vector<std::int64_t>{3, 1, 1, 0}, raters, 8), 9.0 / 5.0));
    QCOMPARE(meanInverseUserFrequency(std::vector<std::int64_t>{0, 0, 0, 2}, raters, 8), 0.0);
    QCOMPARE(meanInverseUserFrequency(std::vector<std::int64_t>{0, 0, 0, 0}, raters, 8), 0.0);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
