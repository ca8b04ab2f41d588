#include "core/recsys/live/rankdifference.h"
#include "core/recsys/recommend.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <limits>
#include <numeric>
#include <random>

using namespace recital;

class TestRecommend : public QObject {
    Q_OBJECT

private slots:
    void scoreDescendingThenLowerItem();
    void excludedItemsNeverAppear();
    void shortListWhenCandidatesRunOut();
    void zeroAndNegativeZeroTie();
    void notFiniteIsAnError_data();
    void notFiniteIsAnError();
    void equalsSortingEverything();
    void recommendAsksTheModelWithTheHistory();
    void rankDifferenceByHand();
    void rankDifferenceOfFirstAndEmptyLists();
};

namespace {

std::vector<ItemIndex> itemsOf(const std::vector<ScoredItem>& list) {
    std::vector<ItemIndex> items;
    for (const ScoredItem& entry : list)
        items.push_back(entry.item);
    return items;
}

std::vector<ItemIndex> topItems(std::vector<float> scores, std::vector<ItemIndex> excluded, int k) {
    return itemsOf(topK(scores, excluded, k).value());
}

using Items = std::vector<ItemIndex>;

} // namespace

void TestRecommend::scoreDescendingThenLowerItem() {
    const auto list = topK(std::vector<float>{1, 3, 2, 3, 0}, {}, 3).value();
    const std::vector<ScoredItem> expected{{1, 3.0F}, {3, 3.0F}, {2, 2.0F}};
    QVERIFY(list == expected);
    QVERIFY(topItems({7, 7, 7, 7}, {}, 2) == (Items{0, 1}));
}

void TestRecommend::excludedItemsNeverAppear() {
    QVERIFY(topItems({5, 4, 3, 2, 1}, {0, 2}, 2) == (Items{1, 3}));
    QVERIFY(topItems({5, 4, 3}, {0, 1, 2}, 2).empty());
    QVERIFY(topItems({5, 4, 3}, {1, 7}, 3) == (Items{0, 2})); // 7 is beyond the catalogue
    QVERIFY(topItems({5, 4, 3}, {1, 1}, 3) == (Items{0, 2}));
}

void TestRecommend::shortListWhenCandidatesRunOut() {
    QVERIFY(topItems({1, 2}, {}, 10) == (Items{1, 0}));
    QVERIFY(topItems({1, 2}, {}, 0).empty());
    QVERIFY(topItems({}, {}, 5).empty());
}

void TestRecommend::zeroAndNegativeZeroTie() {
    QVERIFY(topItems({-0.0F, 0.0F, -0.0F}, {}, 3) == (Items{0, 1, 2}));
}

void TestRecommend::notFiniteIsAnError_data() {
    QTest::addColumn<float>("bad");
    QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    QTest::newRow("minus infinity") << -std::numeric_limits<float>::infinity();
}

void TestRecommend::notFiniteIsAnError() {
    QFETCH(float, bad);
    const auto list = topK(std::vector<float>{1, bad, 2}, {}, 1);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::InvalidData);
    QVERIFY(list.error().detail.find("index 1") != std::string::npos);
    // An excluded item makes no exception: the model is broken.
    QVERIFY(!topK(std::vector<float>{1, bad, 2}, std::vector<ItemIndex>{1}, 1));
    QVERIFY(topK(std::vector<float>{1, std::numeric_limits<float>::max(), 2}, {}, 1));
}

void TestRecommend::equalsSortingEverything() {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        const auto count = random() % 90;
        const int k = static_cast<int>(random() % 100);
        std::vector<float> scores(count);
        Items excluded;
        Items expected;
        for (std::size_t item = 0; item < count; ++item) {
            scores[item] = static_cast<float>(random() % 20) - 10.0F;
            (random() % 3 == 0 ? excluded : expected).push_back(static_cast<ItemIndex>(item));
        }
        std::ranges::stable_sort(expected, [&scores](ItemIndex a, ItemIndex b) {
            return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
        });
        expected.resize(std::min(expected.size(), static_cast<std::size_t>(k)));
        QVERIFY(topItems(scores, excluded, k) == expected);
    }
}

void TestRecommend::recommendAsksTheModelWithTheHistory() {
    // Scores the neighbours of what was clicked.
    const test::ScriptedModel model(6, [](std::span<const Interaction> history, std::span<float> scores) {
        std::ranges::fill(scores, 0.0F);
        for (const Interaction& entry : history)
            scores[static_cast<std::size_t>(entry.item) + 1] += entry.value;
    });
    const std::vector<Interaction> history{{1, 1.0F}, {3, 2.0F}};
    const std::vector<ItemIndex> seen{1, 3};
    const auto list = recommend(model, {.history = history, .excluded = seen, .k = 2}).value();
    const std::vector<ScoredItem> expected{{4, 2.0F}, {2, 1.0F}};
    QVERIFY(list == expected);
    QVERIFY(recommend(model, {.history = {}, .excluded = {}, .k = 2}).value().front().item == 0);
}

void TestRecommend::rankDifferenceByHand() {
    const std::vector<ScoredItem> previous{{10, 9.0F}, {20, 8.0F}, {30, 7.0F}};
    const std::vector<ScoredItem> current{{30, 6.0F}, {10, 5.0F}, {40, 4.0F}};
    const auto changes = rankDifference(previous, current);
    QCOMPARE(changes.size(), std::size_t{3});
    const auto check = [&changes](std::size_t i, ItemIndex item, float score, int previousRank) {
        QCOMPARE(changes[i].item, item);
        QCOMPARE(changes[i].score, score);
        QCOMPARE(changes[i].rank, static_cast<int>(i) + 1);
        QCOMPARE(changes[i].previousRank, previousRank);
    };
    check(0, 30, 6.0F, 3);
    check(1, 10, 5.0F, 1);
    check(2, 40, 4.0F, 0);
}

void TestRecommend::rankDifferenceOfFirstAndEmptyLists() {
    const std::vector<ScoredItem> list{{5, 1.0F}};
    QVERIFY(rankDifference(list, {}).empty());
    const auto first = rankDifference({}, list);
    QCOMPARE(first.size(), std::size_t{1});
    QCOMPARE(first.front().previousRank, 0);
}

QTEST_GUILESS_MAIN(TestRecommend)
#include "tst_recommend.moc"
