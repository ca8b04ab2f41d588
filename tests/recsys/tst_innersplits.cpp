#include "core/recsys/evaluation.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/split.h"
#include "tests/recsys/fixtures.h"
#include "tests/recsys/protocolfixtures.h"
#include "tests/testdata.h"

#include <QTest>

#include <set>

using namespace recital;
using namespace recital::test;

/// What comes around a protocol: minimum activity, splits of the training part, the check for leaks.
class TestInnerSplits : public QObject {
    Q_OBJECT

private slots:
    void minimumActivityIsRepeatedUntilStable();
    void itemsBelowTheMinimumAreNoCandidates();
    void minimumActivityOfOfficialFolds();
    void minimumActivityOfRealData();
    void innerSplitNeverSeesTheTest_data();
    void innerSplitNeverSeesTheTest();
    void innerSplitIsSeeded();
    void innerSplitErrors();
    void leaksAreCounted();
    void trainedUserIsALeak();
};

void TestInnerSplits::minimumActivityIsRepeatedUntilStable() {
    // Item 9 has one rating. Without it user 3 has one, without user 3 item 3 has one, without item 3 users 1
    // and 2 keep two each.
    const auto dataset = datasetOf(
        {{1, 1, 5, 1}, {1, 2, 5, 2}, {2, 1, 5, 3}, {2, 2, 5, 4}, {3, 9, 5, 5}, {3, 3, 5, 6}, {1, 3, 5, 7}});
    const Split split = onlySplit(
        *dataset, {.protocol = Protocol::LeaveLastOut, .minimumUserRatings = 2, .minimumItemRatings = 2});
    QCOMPARE(sorted(split.trainRows, split.testRows), (Rows{0, 1, 2, 3}));
    QCOMPARE(split.removedItems, (std::vector<ItemIndex>{2, 3})); // items 3 and 9
    QCOMPARE(split.name, std::string("leave-last-out, users >= 2, items >= 2"));
    // Without a minimum for items, none is removed from the catalogue.
    const Split users = onlySplit(*dataset, {.protocol = Protocol::LeaveLastOut, .minimumUserRatings = 3});
    QCOMPARE(sorted(users.trainRows, users.testRows), (Rows{0, 1, 6}));
    QVERIFY(users.removedItems.empty());
    const auto nobody = makeSplits(*dataset, {.protocol = Protocol::LeaveLastOut, .minimumUserRatings = 4});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::InvalidData);
}

void TestInnerSplits::itemsBelowTheMinimumAreNoCandidates() {
    auto ratings = grid(6, 5);
    ratings.push_back({1, 77, 5, 1}); // the only rating of item 77: the highest index
    const auto dataset = datasetOf(ratings);
    const Split split =
        onlySplit(*dataset, {.protocol = Protocol::UserRandom, .testShare = 0.4, .minimumItemRatings = 2});
    QCOMPARE(split.removedItems, (std::vector<ItemIndex>{5}));
    // Scores that put it first.
    const test::ScriptedModel model(6, [](std::span<const Interaction>, std::span<float> scores) {
        for (std::size_t item = 0; item < scores.size(); ++item)
            scores[item] = static_cast<float>(item);
    });
    const auto report = evaluate(model, split, {.k = 6, .curveTo = 6}, {}).value();
    for (const UserMetrics& user : report.users) {
        QVERIFY(std::ranges::find(user.list, 5) == user.list.end());
        QCOMPARE(user.metrics.recall, 1.0); // all five others are shown, seen ones aside
    }
    QCOMPARE(report.coverage, 1.0); // of the five that can be
    QCOMPARE(report.curve.back().coverage, 1.0);
}

void TestInnerSplits::minimumActivityOfOfficialFolds() {
    auto ratings = grid(4, 10);
    ratings.push_back({1, 50, 5, 1});
    const auto dataset = datasetOf(ratings, fiveFolds(41));
    const auto splits = splitsOf(*dataset, {.protocol = Protocol::OfficialFolds, .minimumItemRatings = 2});
    QCOMPARE(splits.size(), std::size_t{5});
    for (const Split& split : splits) {
        QCOMPARE(split.trainRatings + split.testRatings, 40);
        QVERIFY(split.name.ends_with(", items >= 2"));
    }
}

void TestInnerSplits::minimumActivityOfRealData() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    const auto dataset = loadDataset(**source, {}).value();
    const Split split = onlySplit(
        *dataset, {.protocol = Protocol::LeaveLastOut, .minimumUserRatings = 20, .minimumItemRatings = 5});
    std::set<UserIndex> users;
    for (const std::uint32_t row : sorted(split.trainRows, split.testRows))
        users.insert(dataset->users()[row]);
    // The counts that studies with this minimum report.
    QCOMPARE(users.size(), std::size_t{941});
    QCOMPARE(dataset->itemCount() - std::ssize(split.removedItems), std::ptrdiff_t{1349});
    QCOMPARE(split.trainRatings + split.testRatings, 99'249);
}

void TestInnerSplits::innerSplitNeverSeesTheTest_data() {
    addProtocolRows();
}

void TestInnerSplits::innerSplitNeverSeesTheTest() {
    QFETCH(Protocol, protocol);
    const auto dataset = datasetOf(grid(20, 12), fiveFolds(240));
    for (const Split& outer : splitsOf(*dataset, {.protocol = protocol})) {
        const Split inner = makeInnerSplit(*dataset, outer, 0.25, 3).value();
        QCOMPARE(sorted(inner.trainRows, inner.testRows), outer.trainRows);
        QVERIFY(inner.queryRows.empty());
        // By pairs as well as by rows: nothing of the outer test is learned from, seen or relevant.
        for (UserIndex user = 0; user < dataset->userCount(); ++user)
            for (const SparseRows* part :
                 {&inner.train.byUser(), &inner.seen, &inner.heldOut, &inner.relevant}) {
                QVERIFY(std::ranges::includes(outer.seen.row(user), part->row(user)));
                for (const ItemIndex item : part->row(user))
                    QVERIFY(!std::ranges::binary_search(outer.heldOut.row(user), item));
            }
        QVERIFY(!findLeak(inner));
        QCOMPARE(inner.name, outer.name + ", inner 75/25");
        QCOMPARE(inner.options.positiveThreshold, outer.options.positiveThreshold);
        QCOMPARE(inner.removedItems, outer.removedItems);
    }
}

void TestInnerSplits::innerSplitIsSeeded() {
    const auto dataset = datasetOf(grid(20, 12));
    const Split outer = onlySplit(*dataset, {.protocol = Protocol::UserTemporal});
    const auto heldOut = [&](std::uint64_t seed) {
        return makeInnerSplit(*dataset, outer, 0.2, seed).value().testRows;
    };
    QCOMPARE(heldOut(1), heldOut(1));
    QVERIFY(heldOut(1) != heldOut(2));
    QCOMPARE(makeInnerSplit(*dataset, outer, 0.2, 1).value().options.seed, 1U);
}

void TestInnerSplits::innerSplitErrors() {
    const auto dataset = datasetOf(grid(20, 12));
    const Split outer = onlySplit(*dataset, {.protocol = Protocol::UserTemporal});
    for (const double share : {0.0, 1.0, std::nan("")}) {
        const auto inner = makeInnerSplit(*dataset, outer, share, 1);
        QVERIFY(!inner);
        QCOMPARE(inner.error().code, ErrorCode::InvalidParameters);
    }
    const auto other = datasetOf(grid(20, 11));
    const auto foreign = makeInnerSplit(*other, outer, 0.2, 1);
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::InvalidData);
    Split nothing = outer;
    nothing.trainRows.clear();
    const auto empty = makeInnerSplit(*dataset, nothing, 0.2, 1);
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::InvalidData);
    std::stop_source stop;
    stop.request_stop();
    JobControl control;
    control.stop = stop.get_token();
    const auto never = makeInnerSplit(*dataset, outer, 0.2, 1, control);
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::Cancelled);
}

void TestInnerSplits::leaksAreCounted() {
    Split split;
    split.train = test::binaryMatrix(4, {{0}, {1}});
    split.seen = test::sparseRows({{0, 2}, {1, 3}});
    split.heldOut = test::sparseRows({{1, 2}, {1, 3}});
    split.relevant = test::sparseRows({{1}, {}});
    const SplitCounts counts = countSplit(split);
    QCOMPARE(counts.heldOutPairs, 4);
    QCOMPARE(counts.leakedPairs, 3);
}

void TestInnerSplits::trainedUserIsALeak() {
    const auto dataset = datasetOf(grid(10, 10));
    const Split good = onlySplit(*dataset, {.protocol = Protocol::HeldOutUsers});
    QVERIFY(!findLeak(good));
    UserIndex unknown = 0;
    while (good.query.row(unknown).empty())
        ++unknown;
    Split bad = good;
    std::vector<std::vector<ItemIndex>> rows(10);
    for (UserIndex user = 0; user < 10; ++user)
        rows[static_cast<std::size_t>(user)].assign(good.train.byUser().row(user).begin(),
                                                    good.train.byUser().row(user).end());
    rows[static_cast<std::size_t>(unknown)] = {good.query.row(unknown)[0]};
    bad.train = test::binaryMatrix(10, rows);
    QVERIFY(findLeak(bad).has_value());
    QCOMPARE(findLeak(bad)->user, unknown);
    Split unseen = good; // folded in, but not excluded from the list
    unseen.seen = good.heldOut;
    unseen.heldOut = {};
    unseen.heldOut.offsets.assign(11, 0);
    unseen.relevant = unseen.heldOut;
    QVERIFY(findLeak(unseen).has_value());
}

QTEST_GUILESS_MAIN(TestInnerSplits)
#include "tst_innersplits.moc"
