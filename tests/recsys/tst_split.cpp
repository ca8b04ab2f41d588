#include "core/recsys/io/loader.h"
#include "core/recsys/split.h"
#include "tests/recsys/fixtures.h"
#include "tests/testdata.h"

#include <QTest>

#include <set>

using namespace recital;
using test::datasetOf;
using test::Rating;

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void temporalHoldsOutTheNewest();
    void equalTimesKeepFileOrder();
    void shareIsRoundedAndNeverAll_data();
    void shareIsRoundedAndNeverAll();
    void randomIsSeededAndIndependentOfFileOrder();
    void randomHoldsOutEveryRatingSometimes();
    void thresholdDividesPositivesFromSeen();
    void officialFoldsAreTakenAsTheyAre();
    void namesSayProtocolAndShares_data();
    void namesSayProtocolAndShares();
    void errors();
    void leakyFoldIsRefused();
    void findLeakSeesEveryKind();
    void realDataIsDividedWithoutLeak_data();
    void realDataIsDividedWithoutLeak();
};

namespace {

SplitOptions optionsOf(Protocol protocol, double testShare = 0.2, std::uint64_t seed = 42) {
    SplitOptions options;
    options.protocol = protocol;
    options.testShare = testShare;
    options.seed = seed;
    return options;
}

Split onlySplit(const Dataset& dataset, const SplitOptions& options) {
    auto splits = makeSplits(dataset, options);
    if (!splits)
        qFatal("%s", splits.error().detail.c_str());
    if (splits->size() != 1)
        qFatal("one split expected");
    return splits->front();
}

std::vector<ItemIndex> rowOf(const SparseRows& rows, UserIndex user) {
    const auto row = rows.row(user);
    return {row.begin(), row.end()};
}

using Items = std::vector<ItemIndex>;
using Pairs = std::set<std::pair<UserIndex, ItemIndex>>;

Pairs pairsOf(const SparseRows& rows) {
    Pairs pairs;
    for (int user = 0; user < rows.rowCount(); ++user)
        for (const ItemIndex item : rows.row(user))
            pairs.emplace(user, item);
    return pairs;
}

/// `users` users with `each` ratings of 5 in ascending time; item ids 1 to `each`.
std::vector<Rating> grid(int users, int each) {
    std::vector<Rating> ratings;
    for (int user = 1; user <= users; ++user)
        for (int item = 1; item <= each; ++item)
            ratings.push_back({user, item, 5.0F, static_cast<Timestamp>(100 * item)});
    return ratings;
}

} // namespace

void TestSplit::temporalHoldsOutTheNewest() {
    // Item id n has index n - 1. User 7 rates in another order than time; user 8 only once.
    const auto dataset = datasetOf(
        {{7, 1, 5, 500}, {7, 2, 4, 100}, {7, 3, 2, 200}, {7, 4, 3, 400}, {7, 5, 5, 300}, {8, 1, 5, 999}});
    const Split split = onlySplit(*dataset, optionsOf(Protocol::UserTemporal, 0.4));
    QCOMPARE(rowOf(split.seen, 0), (Items{1, 2, 4}));
    QCOMPARE(rowOf(split.heldOut, 0), (Items{0, 3})); // times 500 and 400
    QCOMPARE(rowOf(split.relevant, 0), (Items{0}));   // item 4 was rated 3
    QCOMPARE(rowOf(split.train.byUser(), 0), (Items{1, 4}));
    QCOMPARE(rowOf(split.seen, 1), (Items{0}));
    QVERIFY(rowOf(split.heldOut, 1).empty());
    QCOMPARE(split.trainRatings, 4);
    QCOMPARE(split.testRatings, 2);
    QCOMPARE(split.datasetFingerprint, dataset->info().fingerprint);
}

void TestSplit::equalTimesKeepFileOrder() {
    // All at once: the later lines of the file are the test part, whatever the seed.
    const std::vector<Rating> ratings{{1, 4, 5, 9}, {1, 2, 5, 9}, {1, 3, 5, 9}, {1, 1, 5, 9}};
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Split split = onlySplit(*datasetOf(ratings), optionsOf(Protocol::UserTemporal, 0.5, seed));
        QCOMPARE(rowOf(split.heldOut, 0), (Items{0, 2}));
    }
}

void TestSplit::shareIsRoundedAndNeverAll_data() {
    QTest::addColumn<int>("ratings");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("heldOut");
    QTest::newRow("one rating is training only") << 1 << 0.9 << 0;
    QTest::newRow("two at 20 %") << 2 << 0.2 << 0;
    QTest::newRow("two at 50 %") << 2 << 0.5 << 1;
    QTest::newRow("two at 90 %: one stays") << 2 << 0.9 << 1;
    QTest::newRow("three at 20 % is 0.6") << 3 << 0.2 << 1;
    QTest::newRow("five at 10 % is half, rounded up") << 5 << 0.1 << 1;
    QTest::newRow("ten at 20 %") << 10 << 0.2 << 2;
    QTest::newRow("ten at 99 %: one stays") << 10 << 0.99 << 9;
}

void TestSplit::shareIsRoundedAndNeverAll() {
    QFETCH(int, ratings);
    QFETCH(double, share);
    QFETCH(int, heldOut);
    // A second, larger user makes sure that both parts have positives.
    auto rows = grid(1, ratings);
    for (int item = 1; item <= 100; ++item)
        rows.push_back({2, item, 5.0F, static_cast<Timestamp>(item)});
    const auto dataset = datasetOf(rows);
    for (const Protocol protocol : {Protocol::UserTemporal, Protocol::UserRandom}) {
        const Split split = onlySplit(*dataset, optionsOf(protocol, share));
        QCOMPARE(static_cast<int>(split.heldOut.row(0).size()), heldOut);
        QCOMPARE(static_cast<int>(split.seen.row(0).size()), ratings - heldOut);
    }
}

void TestSplit::randomIsSeededAndIndependentOfFileOrder() {
    auto ratings = grid(30, 20);
    const Split first = onlySplit(*datasetOf(ratings), optionsOf(Protocol::UserRandom));
    const Split again = onlySplit(*datasetOf(ratings), optionsOf(Protocol::UserRandom));
    const Split other = onlySplit(*datasetOf(ratings), optionsOf(Protocol::UserRandom, 0.2, 43));
    std::ranges::reverse(ratings);
    const Split reversed = onlySplit(*datasetOf(ratings), optionsOf(Protocol::UserRandom));
    QCOMPARE(first.heldOut.columns, again.heldOut.columns);
    QCOMPARE(first.heldOut.columns, reversed.heldOut.columns);
    QVERIFY(first.heldOut.columns != other.heldOut.columns);
    QCOMPARE(first.testRatings, 30 * 4);
    // Users do not all lose the same items.
    QVERIFY(rowOf(first.heldOut, 0) != rowOf(first.heldOut, 1));
}

void TestSplit::randomHoldsOutEveryRatingSometimes() {
    // 200 users, 10 items, 20 %: every item is expected 40 times, with a standard deviation of 5.7.
    const Split split = onlySplit(*datasetOf(grid(200, 10)), optionsOf(Protocol::UserRandom));
    std::vector<int> times(10);
    for (const ItemIndex item : split.heldOut.columns)
        ++times[static_cast<std::size_t>(item)];
    for (const int count : times)
        QVERIFY2(count > 10 && count < 70, qPrintable(QString::number(count)));
}

void TestSplit::thresholdDividesPositivesFromSeen() {
    const std::vector<Rating> ratings{
        {1, 1, 3, 1}, {1, 2, 3.5F, 2}, {1, 3, 4, 3}, {1, 4, 3.5F, 4}, {1, 5, 3, 5}};
    SplitOptions options = optionsOf(Protocol::UserTemporal, 0.4);
    options.positiveThreshold = 3.5F;
    const Split split = onlySplit(*datasetOf(ratings), options);
    QCOMPARE(rowOf(split.train.byUser(), 0), (Items{1, 2}));
    QVERIFY(split.train.binary());
    QCOMPARE(rowOf(split.seen, 0), (Items{0, 1, 2}));
    QCOMPARE(rowOf(split.relevant, 0), (Items{3}));
    const SplitCounts counts = countSplit(split);
    QCOMPARE(counts.trainPositives, 2);
    QCOMPARE(counts.testPositives, 1);
    QCOMPARE(counts.evaluatedUsers, 1);
    QCOMPARE(counts.skippedUsers, 0);
    QCOMPARE(counts.itemsWithTrainPositive, 2);
}

void TestSplit::officialFoldsAreTakenAsTheyAre() {
    const std::vector<Rating> ratings{{1, 1, 5, 1}, {1, 2, 5, 2}, {2, 1, 5, 3}, {2, 2, 2, 4}, {3, 1, 4, 5}};
    std::vector<OfficialFold> folds{{"ua", {0}, {1}}};
    for (const char* name : {"u1", "u2", "u3", "u4", "u5"})
        folds.push_back({name, {0, 2, 4}, {1, 3}});
    const auto splits = makeSplits(*datasetOf(ratings, folds), optionsOf(Protocol::OfficialFolds)).value();
    QCOMPARE(splits.size(), std::size_t{5});
    QCOMPARE(splits[4].name, std::string("u5"));
    const SplitCounts counts = countSplit(splits.front());
    QCOMPARE(counts.evaluatedUsers, 1);
    QCOMPARE(counts.skippedUsers,
             1); // user 2 has a test rating, but of 2; user 3 has none and is not counted
    QCOMPARE(splits.front().options.protocol, Protocol::OfficialFolds);
}

void TestSplit::namesSayProtocolAndShares_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("name");
    QTest::newRow("whole percents") << 0.2 << QStringLiteral("80/20");
    QTest::newRow("half a percent") << 0.125 << QStringLiteral("87.5/12.5");
    QTest::newRow("thirty") << 0.3 << QStringLiteral("70/30");
}

void TestSplit::namesSayProtocolAndShares() {
    QFETCH(double, share);
    QFETCH(QString, name);
    const auto dataset = datasetOf(grid(2, 20));
    QCOMPARE(onlySplit(*dataset, optionsOf(Protocol::UserTemporal, share)).name,
             ("user-temporal " + name.toStdString()));
    QCOMPARE(onlySplit(*dataset, optionsOf(Protocol::UserRandom, share)).name,
             ("user-random " + name.toStdString()));
}

void TestSplit::errors() {
    const auto check = [](const Dataset& dataset, const SplitOptions& options, ErrorCode code,
                          const char* words) {
        const auto splits = makeSplits(dataset, options);
        QVERIFY(!splits);
        QCOMPARE(splits.error().code, code);
        QVERIFY2(splits.error().detail.find(words) != std::string::npos, splits.error().detail.c_str());
    };
    const auto dataset = datasetOf(grid(3, 10));
    check(*dataset, optionsOf(Protocol::OfficialFolds), ErrorCode::InvalidData, "no official fold u1");
    check(*datasetOf(grid(3, 10), {}, false), optionsOf(Protocol::UserTemporal), ErrorCode::InvalidData,
          "no timestamps");
    QVERIFY(makeSplits(*datasetOf(grid(3, 10), {}, false), optionsOf(Protocol::UserRandom)));
    for (const double share : {0.0, 1.0, -0.1, 1.5, std::numeric_limits<double>::quiet_NaN()})
        check(*dataset, optionsOf(Protocol::UserRandom, share), ErrorCode::InvalidParameters, "test share");
    SplitOptions tooHigh = optionsOf(Protocol::UserRandom);
    tooHigh.positiveThreshold = 5.5F;
    check(*dataset, tooHigh, ErrorCode::InvalidData, "training part");
    tooHigh.positiveThreshold = std::numeric_limits<float>::quiet_NaN();
    check(*dataset, tooHigh, ErrorCode::InvalidParameters, "threshold");
    check(*datasetOf(grid(3, 1)), optionsOf(Protocol::UserTemporal), ErrorCode::InvalidData, "test part");
}

void TestSplit::leakyFoldIsRefused() {
    std::vector<OfficialFold> folds;
    for (const char* name : {"u1", "u2", "u3", "u4", "u5"})
        folds.push_back({name, {0, 1}, {2, 3}});
    folds[3].testRows = {1, 2};
    const auto splits = makeSplits(*datasetOf(grid(1, 4), folds), optionsOf(Protocol::OfficialFolds));
    QVERIFY(!splits);
    QCOMPARE(splits.error().code, ErrorCode::InvalidData);
    QCOMPARE(splits.error().detail, std::string("u4: user 1 has the item 2 in training and in test"));
}

void TestSplit::findLeakSeesEveryKind() {
    Split split;
    split.train = test::binaryMatrix(4, {{0}, {1}});
    split.seen = test::sparseRows({{0, 2}, {1}});
    split.heldOut = test::sparseRows({{1, 3}, {0, 2}});
    split.relevant = test::sparseRows({{1}, {0}});
    QVERIFY(!findLeak(split));

    Split held = split;
    held.heldOut = test::sparseRows({{1, 3}, {0, 1}});
    QVERIFY(findLeak(held).has_value());
    QCOMPARE(findLeak(held)->user, 1);
    QCOMPARE(findLeak(held)->item, 1);

    Split relevant = split;
    relevant.relevant = test::sparseRows({{2}, {0}});
    QVERIFY(findLeak(relevant).has_value());
    QCOMPARE(findLeak(relevant)->item, 2);

    Split unseen = split; // learned from, but not excluded
    unseen.train = test::binaryMatrix(4, {{0, 1}, {1}});
    QVERIFY(findLeak(unseen).has_value());
    QCOMPARE(findLeak(unseen)->item, 1);
}

void TestSplit::realDataIsDividedWithoutLeak_data() {
    QTest::addColumn<int>("protocol");
    QTest::newRow("temporal") << static_cast<int>(Protocol::UserTemporal);
    QTest::newRow("random") << static_cast<int>(Protocol::UserRandom);
}

void TestSplit::realDataIsDividedWithoutLeak() {
    RECITAL_REQUIRE_DATA(folder, "ml-latest-small");
    QFETCH(int, protocol);
    const auto source = openFolder(folder.toStdString());
    QVERIFY(source);
    const auto dataset = loadDataset(**source, {}).value();
    const Split split = onlySplit(*dataset, optionsOf(static_cast<Protocol>(protocol)));
    QVERIFY(!findLeak(split));
    // Together the parts are the whole, and nothing more.
    Pairs both = pairsOf(split.seen);
    both.merge(pairsOf(split.heldOut));
    QCOMPARE(both.size(), dataset->ratingCount());
    QCOMPARE(split.trainRatings + split.testRatings, static_cast<std::int64_t>(dataset->ratingCount()));
    if (split.options.protocol == Protocol::UserTemporal)
        for (UserIndex user = 0; user < dataset->userCount(); ++user) {
            Timestamp newestTraining = 0;
            Timestamp oldestTest = std::numeric_limits<Timestamp>::max();
            for (const std::uint32_t row : dataset->rowsOfUser(user)) {
                const auto held = split.heldOut.row(user);
                if (std::ranges::binary_search(held, dataset->items()[row]))
                    oldestTest = std::min(oldestTest, dataset->times()[row]);
                else
                    newestTraining = std::max(newestTraining, dataset->times()[row]);
            }
            QVERIFY(newestTraining <= oldestTest);
        }
    const SplitCounts counts = countSplit(split);
    QCOMPARE(counts.trainPositives, split.train.entryCount());
    QVERIFY(counts.evaluatedUsers > 500);
    QVERIFY(counts.evaluatedUsers + counts.skippedUsers <= dataset->userCount());
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
