#include "core/recsys/live/pairlists.h"
#include "core/recsys/recommend.h"
#include "tests/timelimit.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace recital;

namespace {

std::vector<float> drawn(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random() % 100'000U) / 100'000.0F;
    return values;
}

std::vector<ItemIndex> itemsOf(const std::vector<ScoredItem>& list) {
    std::vector<ItemIndex> items;
    for (const ScoredItem& entry : list)
        items.push_back(entry.item);
    return items;
}

} // namespace

class TestPairLists : public QObject {
    Q_OBJECT

private slots:
    void whatEitherHasSeenIsOnNoList();
    void endsAreTheTwoLists();
    void blendIsTheListOfTheBlendedScores();
    void equalSidesHaveEverythingInCommon();
    void emptySides();
    void largeCatalogueInAFrame();
};

void TestPairLists::whatEitherHasSeenIsOnNoList() {
    PairLists pair({{0.9F, 0.8F, 0.7F, 0.1F, 0.0F}, {0}}, {{0.0F, 0.5F, 0.1F, 0.6F, 0.9F}, {4}}, 2);
    QCOMPARE(itemsOf(pair.first()), (std::vector<ItemIndex>{1, 2})); // 0 is their own, 4 the other's
    QCOMPARE(itemsOf(pair.second()), (std::vector<ItemIndex>{3, 1}));
    QCOMPARE(pair.common(), (std::vector<ItemIndex>{1}));
    QVERIFY(pair.isCommon(1) && !pair.isCommon(2) && !pair.isCommon(3));
    // Half of each: 0.65, 0.40, 0.35 for the films 1, 2 and 3.
    QCOMPARE(itemsOf(pair.blend(0.5)), (std::vector<ItemIndex>{1, 2}));
    QCOMPARE(pair.blend(0.5).front().score, 0.65F);
}

void TestPairLists::endsAreTheTwoLists() {
    PairLists pair({drawn(500, 1), {3, 9}}, {drawn(500, 2), {9, 20}}, 10);
    QVERIFY(pair.blend(0.0) == pair.first());
    QVERIFY(pair.blend(1.0) == pair.second());
    QVERIFY(pair.first() != pair.second());
}

void TestPairLists::blendIsTheListOfTheBlendedScores() {
    const std::vector<float> a = drawn(300, 3);
    const std::vector<float> b = drawn(300, 4);
    PairLists pair({a, {1}}, {b, {2}}, 10);
    for (int step = 0; step <= 20; ++step) {
        const double share = step / 20.0;
        std::vector<float> blended(a.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            blended[i] = static_cast<float>(1.0 - share) * a[i] + static_cast<float>(share) * b[i];
        const std::vector<ItemIndex> seen{1, 2};
        const auto expected = topK(blended, seen, 10).value();
        const auto actual = pair.blend(share);
        QCOMPARE(itemsOf(actual), itemsOf(expected));
        for (std::size_t i = 0; i < actual.size(); ++i)
            QVERIFY(std::abs(actual[i].score - expected[i].score) < 1e-6F);
    }
}

void TestPairLists::equalSidesHaveEverythingInCommon() {
    PairLists pair({drawn(100, 5), {}}, {drawn(100, 5), {}}, 10);
    QCOMPARE(pair.common().size(), std::size_t{10});
    QCOMPARE(itemsOf(pair.blend(0.3)), itemsOf(pair.first()));
}

void TestPairLists::emptySides() {
    PairLists nothing;
    QVERIFY(nothing.blend(0.5).empty() && nothing.common().empty());
    PairLists seenEverything({{1.0F, 2.0F}, {0}}, {{1.0F, 2.0F}, {1}}, 10);
    QVERIFY(seenEverything.first().empty() && seenEverything.blend(0.5).empty());
}

void TestPairLists::largeCatalogueInAFrame() {
    constexpr std::size_t films = 87'585;
    PairLists pair({drawn(films, 6), {}}, {drawn(films, 7), {}}, 10);
    double slowest = 0.0;
    for (int step = 0; step <= 60; ++step) {
        QElapsedTimer timer;
        timer.start();
        const auto list = pair.blend(step / 60.0);
        slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(list.size(), std::size_t{10});
    }
    QVERIFY2(slowest < test::timeLimit(8.0), qPrintable(QString::number(slowest)));
}

QTEST_APPLESS_MAIN(TestPairLists)
#include "tst_pairlists.moc"
