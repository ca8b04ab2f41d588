#include "core/recsys/io/loader.h"
#include "core/recsys/reproduction/listmetrics.h"
#include "core/recsys/reproduction/numpyrandom.h"
#include "core/recsys/reproduction/publishedsplits.h"
#include "core/recsys/reproduction/sar.h"
#include "tests/recsys/fixtures.h"
#include "tests/testdata.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace recital;
using namespace recital::reproduction;
using namespace recital::test;

/// The parts of which reproductions are made, against NumPy's own output and against arithmetic by hand.
class TestPublishedSplits : public QObject {
    Q_OBJECT

private slots:
    void uniformsAreNumPys();
    void permutationsAreNumPys_data();
    void permutationsAreNumPys();
    void normalsAreNumPys();
    void drawsMix();
    void stratifiedRoundsHalvesToEven();
    void shuffleSplitTakesTheTestFirst();
    void foldsKeepTheShuffledOrder();
    void sizesOnMovieLens();
    void everyRowOnce_data();
    void everyRowOnce();
    void sarByHand();
    void listsByHand();
    void listsForAnyNumberOfThreads();
};

namespace {

/// Users 1 to `users` rate items 1 to `itemsEach` each.
std::shared_ptr<const Dataset> fullTable(int users, int itemsEach) {
    std::vector<Rating> ratings;
    for (int user = 1; user <= users; ++user)
        for (int item = 1; item <= itemsEach; ++item)
            ratings.push_back({user, item, static_cast<float>(1 + (user + item) % 5), 0});
    return datasetOf(ratings);
}

bool dividesAllRows(const Dataset& dataset, const RowSplit& split) {
    std::vector<std::uint32_t> rows(split.train);
    rows.insert(rows.end(), split.test.begin(), split.test.end());
    std::ranges::sort(rows);
    std::vector<std::uint32_t> all(dataset.ratingCount());
    std::iota(all.begin(), all.end(), 0U);
    return rows == all;
}

} // namespace

void TestPublishedSplits::uniformsAreNumPys() {
    NumpyRandom random(42);
    for (const double expected : {0.3745401188473625, 0.9507143064099162, 0.7319939418114051})
        QVERIFY(random.uniform() == expected);
}

void TestPublishedSplits::permutationsAreNumPys_data() {
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<quint32>("count");
    QTest::addColumn<QList<quint32>>("first");
    QTest::newRow("0") << 0U << 100000U << QList<quint32>{3582, 60498, 53227};
    QTest::newRow("42") << 42U << 100000U << QList<quint32>{75721, 80184, 19864};
    QTest::newRow("123") << 123U << 100000U << QList<quint32>{42083, 71825, 99535};
    QTest::newRow("ten") << 0U << 10U << QList<quint32>{2, 8, 4, 9, 1, 6, 7, 3, 0, 5};
    QTest::newRow("one") << 0U << 1U << QList<quint32>{0};
    QTest::newRow("none") << 0U << 0U << QList<quint32>{};
}

void TestPublishedSplits::permutationsAreNumPys() {
    QFETCH(quint32, seed);
    QFETCH(quint32, count);
    QFETCH(QList<quint32>, first);
    const std::vector<std::uint32_t> permutation = NumpyRandom(seed).permutation(count);
    QCOMPARE(permutation.size(), std::size_t{count});
    QVERIFY(std::equal(first.begin(), first.end(), permutation.begin()));
}

void TestPublishedSplits::normalsAreNumPys() {
    const auto agree = [](std::uint32_t seed, std::initializer_list<double> expected) {
        NumpyRandom random(seed);
        return std::ranges::all_of(expected,
                                   [&](double value) { return std::abs(random.normal() - value) < 1e-15; });
    };
    QVERIFY(agree(0, {1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458,
                      1.8675579901499675, -0.977277879876411}));
    QVERIFY(agree(3, {1.7886284734303186, 0.43650985051198943, 0.09649746807200862}));
}

void TestPublishedSplits::drawsMix() {
    // Numbers of all kinds out of one sequence; the second normal was kept from the first pair.
    NumpyRandom random(5);
    QVERIFY(std::abs(random.normal() - 0.44122748688504143) < 1e-15);
    QVERIFY(random.uniform() == 0.20671915533942642);
    QVERIFY(std::abs(random.normal() - -0.33087015189408764) < 1e-15);
    QCOMPARE(random.permutation(5), (std::vector<std::uint32_t>{3, 2, 4, 1, 0}));
    QVERIFY(random.uniform() == 0.6117438629026457);
}

void TestPublishedSplits::stratifiedRoundsHalvesToEven() {
    // 0.75 n is 1.5, 4.5 and 7.5 for 2, 6 and 10 ratings: 2, 4 and 8 stay in training. With 5: 3.75, so 4.
    std::vector<Rating> ratings;
    const std::map<UserId, int> counts{{1, 2}, {2, 6}, {3, 10}, {4, 5}};
    for (const auto& [user, count] : counts)
        for (int item = 1; item <= count; ++item)
            ratings.push_back({user, item, 3, 0});
    const auto dataset = datasetOf(ratings);
    const RowSplit split = stratifiedSplit(*dataset, Stratum::User, 42);
    std::map<UserId, int> kept;
    for (const std::uint32_t row : split.train)
        ++kept[dataset->userId(dataset->users()[row])];
    QCOMPARE(kept, (std::map<UserId, int>{{1, 2}, {2, 4}, {3, 8}, {4, 4}}));
    // The first two numbers of seed 42 are .37 and .95, so user 1's rows stand in file order.
    QCOMPARE(split.train[0], 0U);
    QCOMPARE(split.train[1], 1U);
    QVERIFY(dividesAllRows(*dataset, split));
}

void TestPublishedSplits::shuffleSplitTakesTheTestFirst() {
    const auto dataset = fullTable(5, 2); // 10 rows: 7 train, 3 test
    const RowSplit split = shuffleSplit(*dataset, 0);
    QCOMPARE(split.test, (std::vector<std::uint32_t>{2, 8, 4}));
    QCOMPARE(split.train, (std::vector<std::uint32_t>{9, 1, 6, 7, 3, 0, 5}));
}

void TestPublishedSplits::foldsKeepTheShuffledOrder() {
    const auto dataset = fullTable(5, 2);
    const std::vector<RowSplit> folds = shuffledFolds(*dataset, 5, 0);
    QCOMPARE(folds.size(), std::size_t{5});
    QCOMPARE(folds[1].test, (std::vector<std::uint32_t>{4, 9}));
    QCOMPARE(folds[1].train, (std::vector<std::uint32_t>{2, 8, 1, 6, 7, 3, 0, 5}));
    for (const RowSplit& fold : folds)
        QVERIFY(dividesAllRows(*dataset, fold));
}

void TestPublishedSplits::sizesOnMovieLens() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    QVERIFY(source);
    const auto dataset = loadDataset(**source, {});
    QVERIFY2(dataset, dataset ? "" : dataset.error().detail.c_str());
    const RowSplit byUser = stratifiedSplit(**dataset, Stratum::User, 42);
    QCOMPARE(byUser.train.size(), std::size_t{74992});
    QCOMPARE(byUser.test.size(), std::size_t{25008});
    const RowSplit byItem = stratifiedSplit(**dataset, Stratum::Item, 42);
    QCOMPARE(byItem.train.size(), std::size_t{75066});
    QCOMPARE(byItem.test.size(), std::size_t{24934});
    QCOMPARE(shuffleSplit(**dataset, 42).test.size(), std::size_t{25000});
    QCOMPARE(shuffleSplit(**dataset, 42).test.front(), 75721U);
    QVERIFY(dividesAllRows(**dataset, byUser) && dividesAllRows(**dataset, byItem));
}

void TestPublishedSplits::everyRowOnce_data() {
    QTest::addColumn<int>("users");
    QTest::newRow("1") << 1;
    QTest::newRow("7") << 7;
}

void TestPublishedSplits::everyRowOnce() {
    QFETCH(int, users);
    const auto dataset = fullTable(users, 5);
    QVERIFY(dividesAllRows(*dataset, stratifiedSplit(*dataset, Stratum::User, 1)));
    QVERIFY(dividesAllRows(*dataset, stratifiedSplit(*dataset, Stratum::Item, 1)));
    QVERIFY(dividesAllRows(*dataset, shuffleSplit(*dataset, 1)));
}

void TestPublishedSplits::sarByHand() {
    // Item 1 has the raters 1, 2 and 3, item 2 the rater 1, item 3 the raters 2 and 3. User 1 rated item 2
    // thirty days before the newest rating, so it counts half.
    constexpr Timestamp day = 24 * 60 * 60;
    const auto dataset = datasetOf({{1, 1, 4, 30 * day},
                                    {1, 2, 2, 0},
                                    {2, 1, 5, 30 * day},
                                    {2, 3, 3, 30 * day},
                                    {3, 1, 1, 30 * day},
                                    {3, 3, 2, 30 * day}});
    const std::vector<std::uint32_t> rows{0, 1, 2, 3, 4, 5};
    const Sar model(*dataset, rows);
    std::vector<double> scores(3);
    model.score(0, scores);
    QCOMPARE(scores[0], 4.0 * 1.0 + 1.0 * (1.0 / 3.0)); // S_12 = 1 / (3 + 1 - 1)
    QCOMPARE(scores[1], 4.0 * (1.0 / 3.0) + 1.0 * 1.0); // S_22 = 1 is kept
    QCOMPARE(scores[2], 4.0 * (2.0 / 3.0) + 1.0 * 0.0); // S_13 = 2 / (3 + 2 - 2), S_23 = 0
    // Without the last two rows item 3 has one rater.
    const Sar smaller(*dataset, std::span(rows).first(4));
    smaller.score(0, scores);
    QCOMPARE(scores[2], 4.0 * (1.0 / 2.0));
}

void TestPublishedSplits::listsByHand() {
    // User 1 has seen item 1; items 2 and 5 are relevant. Scores put 5 first and 2 fourth, 3 and 4 between
    // them with equal scores. User 2 has no test rating.
    const auto dataset = datasetOf({{1, 1, 5, 0}, {1, 2, 1, 0}, {1, 5, 5, 0}, {2, 3, 3, 0}, {2, 4, 4, 0}});
    const RowSplit split{{0, 3, 4}, {1, 2}};
    const auto score = [](UserIndex, std::span<double> scores) {
        std::ranges::copy(std::vector{9.0, 1.0, 2.0, 2.0, 3.0}, scores.begin());
    };
    const auto three = evaluateLists(*dataset, split, score, 3, {});
    QVERIFY(three);
    QCOMPARE(three->users, 1);
    QCOMPARE(three->precision, 1.0 / 3.0);
    QCOMPARE(three->recall, 1.0 / 2.0); // a test rating of 1 is as relevant as one of 5
    QCOMPARE(three->mapByRelevant, 1.0 / 2.0);
    QCOMPARE(three->ndcg, 1.0 / (1.0 + 1.0 / std::log2(3.0)));
    const auto one = evaluateLists(*dataset, split, score, 1, {});
    QVERIFY(one);
    QCOMPARE(one->mapByLength, 1.0);
    QCOMPARE(one->mapByRelevant, 0.5);
    const auto all = evaluateLists(*dataset, split, score, 10, {});
    QVERIFY(all);
    QCOMPARE(all->precision, 0.2);
    QCOMPARE(all->mapByRelevant, (1.0 + 2.0 / 4.0) / 2.0);
}

void TestPublishedSplits::listsForAnyNumberOfThreads() {
    const auto dataset = fullTable(90, 30);
    const RowSplit split = stratifiedSplit(*dataset, Stratum::User, 7);
    const Sar model(*dataset, split.train);
    const auto score = [&model](UserIndex user, std::span<double> scores) { model.score(user, scores); };
    const auto one = evaluateLists(*dataset, split, score, 10, {.stop = {}, .progress = {}, .threads = 1});
    const auto four = evaluateLists(*dataset, split, score, 10, {.stop = {}, .progress = {}, .threads = 4});
    QVERIFY(one && four);
    QVERIFY(one->ndcg == four->ndcg && one->mapByRelevant == four->mapByRelevant);

    std::stop_source source;
    source.request_stop();
    const auto stopped =
        evaluateLists(*dataset, split, score, 10, {.stop = source.get_token(), .progress = {}});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestPublishedSplits)
#include "tst_publishedsplits.moc"
