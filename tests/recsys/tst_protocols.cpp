#include "core/recsys/evaluation.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/split.h"
#include "tests/recsys/fixtures.h"
#include "tests/recsys/protocolfixtures.h"
#include "tests/testdata.h"

#include <QTest>

#include <limits>
#include <set>

using namespace recital;
using namespace recital::test;

/// The protocols beyond official folds and shares of each user.
class TestProtocols : public QObject {
    Q_OBJECT

private slots:
    void keysAreUniqueAndBeginTheNames();
    void globalTemporalCutsOnce();
    void globalTemporalKeepsEqualTimesTogether();
    void coldUsersAreToldApart();
    void lastRatingIsLeftOut();
    void heldOutUsersAreUnknownToTheModel();
    void heldOutUsersAreMeasuredWithTheirQuery();
    void everybodyElseIsMeasuredWithTheirTraining();
    void randomFoldsHoldOutEveryRatingOnce();
    void namesAreStable_data();
    void namesAreStable();
    void seedDecidesWhatIsRandom_data();
    void seedDecidesWhatIsRandom();
    void everyProtocolDividesRealDataWithoutLeak_data();
    void everyProtocolDividesRealDataWithoutLeak();
    void errors();
    void cancelled();
};

void TestProtocols::keysAreUniqueAndBeginTheNames() {
    std::set<std::string_view> keys;
    for (const Protocol protocol : allProtocols())
        keys.insert(protocolKey(protocol));
    QCOMPARE(keys.size(), std::size_t{7});
    QCOMPARE(allProtocols().size(), std::size_t{7});
    QCOMPARE(static_cast<int>(allProtocols()[3]), 3); // numbers are stored
    const auto dataset = datasetOf(grid(10, 10));
    for (const Protocol protocol : {Protocol::UserTemporal, Protocol::UserRandom, Protocol::GlobalTemporal,
                                    Protocol::LeaveLastOut, Protocol::HeldOutUsers})
        QVERIFY(onlySplit(*dataset, {.protocol = protocol}).name.starts_with(protocolKey(protocol)));
}

void TestProtocols::globalTemporalCutsOnce() {
    const auto dataset = datasetOf(grid(8, 10));
    const Split split = onlySplit(*dataset, {.protocol = Protocol::GlobalTemporal, .testShare = 0.25});
    QCOMPARE(split.testRatings, 20);
    Timestamp newest = 0;
    Timestamp oldest = std::numeric_limits<Timestamp>::max();
    for (const std::uint32_t row : split.trainRows)
        newest = std::max(newest, dataset->times()[row]);
    for (const std::uint32_t row : split.testRows)
        oldest = std::min(oldest, dataset->times()[row]);
    QVERIFY(newest < oldest);
    QCOMPARE(sorted(split.trainRows, split.testRows), allRows(80));
}

void TestProtocols::globalTemporalKeepsEqualTimesTogether() {
    // Two of six are wanted; three share the time of the cut.
    const auto dataset =
        datasetOf({{1, 1, 5, 10}, {2, 1, 5, 20}, {1, 2, 5, 30}, {2, 2, 5, 30}, {3, 1, 5, 30}, {1, 3, 5, 40}});
    const Split split = onlySplit(*dataset, {.protocol = Protocol::GlobalTemporal, .testShare = 2.0 / 6.0});
    QCOMPARE(split.testRows, (Rows{2, 3, 4, 5}));
    // All at one time: there is no cut, and so nothing to learn from.
    const auto flat = datasetOf({{1, 1, 5, 7}, {2, 1, 5, 7}, {1, 2, 5, 7}});
    const auto none = makeSplits(*flat, {.protocol = Protocol::GlobalTemporal});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::InvalidData);
}

void TestProtocols::coldUsersAreToldApart() {
    // User 3 comes after the cut, user 4 likes nothing before it.
    const auto dataset = datasetOf({{1, 1, 5, 1},
                                    {2, 2, 5, 2},
                                    {4, 1, 1, 3},
                                    {1, 3, 5, 4},
                                    {2, 1, 5, 5},
                                    {1, 2, 5, 90},
                                    {3, 1, 5, 91},
                                    {4, 3, 5, 92},
                                    {3, 2, 1, 93}});
    const Split split = onlySplit(*dataset, {.protocol = Protocol::GlobalTemporal, .testShare = 4.0 / 9.0});
    const SplitCounts counts = countSplit(split);
    QCOMPARE(counts.evaluatedUsers, 3);
    QCOMPARE(counts.coldUsers, 1);
    const Listener model(3);
    const auto report = evaluate(model, split, {.k = 2}, {}).value();
    QCOMPARE(report.coldUsers, 1);
    QCOMPARE(report.users.size(), std::size_t{3});
    QCOMPARE(report.users[0].cold, false);
    QCOMPARE(report.users[1].cold, true);  // user 3
    QCOMPARE(report.users[2].cold, false); // user 4: known, but without a like
    QCOMPARE(report.users[2].trainPositives, 0);
    QVERIFY(std::isnan(report.users[1].metrics.popularityLift));
    const auto cold = meanOfUsers(report.users, &UserMetrics::cold);
    QCOMPARE(cold.ndcg, report.users[1].metrics.ndcg);
    const auto warm = meanOfUsers(report.users, [](const UserMetrics& user) { return !user.cold; });
    QCOMPARE(warm.ndcg, (report.users[0].metrics.ndcg + report.users[2].metrics.ndcg) / 2.0);
}

void TestProtocols::lastRatingIsLeftOut() {
    // User 1: equal newest times, the later row counts. User 2: a low rating is last. User 3: a single
    // rating.
    const auto dataset =
        datasetOf({{1, 1, 5, 10}, {1, 2, 5, 30}, {1, 3, 5, 30}, {2, 1, 5, 10}, {2, 2, 2, 20}, {3, 1, 5, 99}});
    const Split split = onlySplit(*dataset, {.protocol = Protocol::LeaveLastOut});
    QCOMPARE(split.testRows, (Rows{2, 4}));
    QCOMPARE(split.trainRows, (Rows{0, 1, 3, 5}));
    const SplitCounts counts = countSplit(split);
    QCOMPARE(counts.evaluatedUsers, 1);
    QCOMPARE(counts.skippedUsers, 1);
    QCOMPARE(counts.heldOutPairs, 2);
    QCOMPARE(counts.leakedPairs, 0);
}

void TestProtocols::heldOutUsersAreUnknownToTheModel() {
    const auto dataset = datasetOf(grid(20, 15));
    const Split split = onlySplit(*dataset, {.protocol = Protocol::HeldOutUsers, .testShare = 0.3});
    int unknown = 0;
    for (UserIndex user = 0; user < dataset->userCount(); ++user) {
        if (split.heldOut.row(user).empty()) {
            QCOMPARE(std::ssize(split.seen.row(user)), std::ptrdiff_t{15});
            QVERIFY(split.query.row(user).empty());
            continue;
        }
        ++unknown;
        QVERIFY(split.train.byUser().row(user).empty());
        QCOMPARE(std::ssize(split.heldOut.row(user)), std::ptrdiff_t{3}); // a fifth of 15
        QCOMPARE(std::ssize(split.seen.row(user)), std::ptrdiff_t{12});
        QVERIFY(!split.query.row(user).empty());
        QVERIFY(std::ranges::includes(split.seen.row(user), split.query.row(user)));
        QCOMPARE(split.historyOf(user).data(), split.query.row(user).data());
    }
    QCOMPARE(unknown, 6);
    QCOMPARE(split.trainRows.size(), std::size_t{14 * 15});
    QCOMPARE(split.queryRows.size(), std::size_t{6 * 12});
    QCOMPARE(sorted(sorted(split.trainRows, split.queryRows), split.testRows), allRows(300));
    QCOMPARE(countSplit(split).coldUsers, 0); // unknown to the model, but not without a history
}

void TestProtocols::heldOutUsersAreMeasuredWithTheirQuery() {
    const auto dataset = datasetOf(grid(20, 15));
    const Split split = onlySplit(*dataset, {.protocol = Protocol::HeldOutUsers});
    const Listener model(15);
    const auto report = evaluate(model, split, {.k = 15}, {}).value();
    QVERIFY(!report.users.empty());
    for (const UserMetrics& user : report.users) {
        QVERIFY(model.m_histories.contains(split.interactionsOf(user.user)));
        QCOMPARE(user.trainPositives, static_cast<int>(split.query.row(user.user).size()));
        QCOMPARE(user.cold, false);
        QCOMPARE(user.list.size(), std::size_t{3}); // nothing that was folded in is shown again
    }
}

void TestProtocols::everybodyElseIsMeasuredWithTheirTraining() {
    const auto dataset = datasetOf(grid(6, 10));
    const Split split = onlySplit(*dataset, {.protocol = Protocol::UserRandom});
    QCOMPARE(split.query.rowCount(), 0);
    for (UserIndex user = 0; user < dataset->userCount(); ++user) {
        QCOMPARE(split.historyOf(user).data(), split.train.byUser().row(user).data()); // not copied
        QCOMPARE(split.interactionsOf(user), split.train.history(user));
    }
}

void TestProtocols::randomFoldsHoldOutEveryRatingOnce() {
    const auto dataset = datasetOf(grid(11, 9)); // 99 ratings
    const auto splits = splitsOf(*dataset, {.protocol = Protocol::RandomFolds, .folds = 4});
    QCOMPARE(splits.size(), std::size_t{4});
    Rows held;
    for (std::size_t fold = 0; fold < splits.size(); ++fold) {
        QCOMPARE(splits[fold].name, "random-fold " + std::to_string(fold + 1) + "/4");
        QVERIFY(splits[fold].testRatings == 24 || splits[fold].testRatings == 25);
        QCOMPARE(sorted(splits[fold].trainRows, splits[fold].testRows), allRows(99));
        held = sorted(held, splits[fold].testRows);
    }
    QCOMPARE(held, allRows(99));
}

void TestProtocols::namesAreStable_data() {
    QTest::addColumn<SplitOptions>("options");
    QTest::addColumn<QString>("name");
    QTest::newRow("global") << SplitOptions{.protocol = Protocol::GlobalTemporal} << "global-temporal 80/20";
    QTest::newRow("share") << SplitOptions{.protocol = Protocol::GlobalTemporal, .testShare = 0.125}
                           << "global-temporal 87.5/12.5";
    QTest::newRow("last") << SplitOptions{.protocol = Protocol::LeaveLastOut} << "leave-last-out";
    QTest::newRow("users") << SplitOptions{.protocol = Protocol::HeldOutUsers} << "held-out-users 80/20";
    QTest::newRow("active users") << SplitOptions{.protocol = Protocol::UserRandom, .minimumUserRatings = 5}
                                  << "user-random 80/20, users >= 5";
    QTest::newRow("active items") << SplitOptions{.protocol = Protocol::UserTemporal, .minimumItemRatings = 3}
                                  << "user-temporal 80/20, items >= 3";
}

void TestProtocols::namesAreStable() {
    QFETCH(SplitOptions, options);
    const auto dataset = datasetOf(grid(10, 10));
    QTEST(QString::fromStdString(onlySplit(*dataset, options).name), "name");
}

void TestProtocols::seedDecidesWhatIsRandom_data() {
    addProtocolRows();
}

void TestProtocols::seedDecidesWhatIsRandom() {
    QFETCH(Protocol, protocol);
    auto ratings = grid(20, 10);
    const auto dataset = datasetOf(ratings, fiveFolds(200));
    const auto testOf = [&](std::uint64_t seed) {
        return splitsOf(*dataset, {.protocol = protocol, .seed = seed}).front().heldOut.columns;
    };
    QCOMPARE(testOf(1), testOf(1));
    QCOMPARE(testOf(1) != testOf(2), usesSeed(protocol));
    const auto shareOf = [&](double share) {
        return splitsOf(*dataset, {.protocol = protocol, .testShare = share}).front().heldOut.columns;
    };
    QCOMPARE(shareOf(0.2) != shareOf(0.5), usesTestShare(protocol));
    if (protocol == Protocol::OfficialFolds)
        return;
    // Whatever the order of the file.
    std::ranges::reverse(ratings);
    const auto reversed = splitsOf(*datasetOf(ratings), {.protocol = protocol, .seed = 1});
    QCOMPARE(reversed.front().heldOut.columns, testOf(1));
}

void TestProtocols::everyProtocolDividesRealDataWithoutLeak_data() {
    addProtocolRows();
}

void TestProtocols::everyProtocolDividesRealDataWithoutLeak() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    QFETCH(Protocol, protocol);
    const auto source = openFolder(folder.toStdString());
    const auto dataset = loadDataset(**source, {}).value();
    for (const Split& split : splitsOf(*dataset, {.protocol = protocol})) {
        QVERIFY(!findLeak(split));
        const SplitCounts counts = countSplit(split);
        QCOMPARE(counts.leakedPairs, 0);
        QCOMPARE(counts.heldOutPairs, split.testRatings);
        QCOMPARE(counts.coldUsers > 0, protocol == Protocol::GlobalTemporal);
        QCOMPARE(sorted(sorted(split.trainRows, split.queryRows), split.testRows), allRows(100'000));
        qInfo("%s: %lld training, %zu query, %lld test ratings; %d users measured (%d cold), %d skipped",
              split.name.c_str(), static_cast<long long>(split.trainRatings), split.queryRows.size(),
              static_cast<long long>(split.testRatings), counts.evaluatedUsers, counts.coldUsers,
              counts.skippedUsers);
    }
}

void TestProtocols::errors() {
    const auto dataset = datasetOf(grid(5, 6));
    const auto timeless = datasetOf(grid(20, 10), {}, false);
    const auto check = [](const Dataset& data, const SplitOptions& options, ErrorCode code,
                          const char* words) {
        const auto splits = makeSplits(data, options);
        QVERIFY(!splits);
        QCOMPARE(splits.error().code, code);
        QVERIFY2(splits.error().detail.find(words) != std::string::npos, splits.error().detail.c_str());
    };
    for (const Protocol protocol : {Protocol::GlobalTemporal, Protocol::LeaveLastOut})
        check(*timeless, {.protocol = protocol}, ErrorCode::InvalidData, "no timestamps");
    for (const Protocol protocol : {Protocol::HeldOutUsers, Protocol::RandomFolds})
        QVERIFY(makeSplits(*timeless, {.protocol = protocol}));
    for (const Protocol protocol : {Protocol::GlobalTemporal, Protocol::HeldOutUsers})
        for (const double share : {0.0, 1.0, std::nan("")})
            check(*dataset, {.protocol = protocol, .testShare = share}, ErrorCode::InvalidParameters,
                  "share");
    for (const int folds : {-1, 1, 101})
        check(*dataset, {.protocol = Protocol::RandomFolds, .folds = folds}, ErrorCode::InvalidParameters,
              "folds");
    check(*dataset, {.minimumUserRatings = -1}, ErrorCode::InvalidParameters, "activity");
    check(*dataset, {.minimumItemRatings = -1}, ErrorCode::InvalidParameters, "activity");
    check(*dataset, {.minimumUserRatings = 100}, ErrorCode::InvalidData, "training part");
    // One user cannot be both known and unknown: nobody is held out, so nothing is in the test part.
    check(*datasetOf(grid(1, 9)), {.protocol = Protocol::HeldOutUsers}, ErrorCode::InvalidData, "test part");
}

void TestProtocols::cancelled() {
    const auto dataset = datasetOf(grid(20, 10), fiveFolds(200));
    std::stop_source stop;
    stop.request_stop();
    JobControl control;
    control.stop = stop.get_token();
    for (const Protocol protocol : allProtocols()) {
        const auto splits = makeSplits(*dataset, {.protocol = protocol}, control);
        QVERIFY(!splits);
        QCOMPARE(splits.error().code, ErrorCode::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestProtocols)
#include "tst_protocols.moc"
