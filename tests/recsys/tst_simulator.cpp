#include "core/recsys/io/loader.h"
#include "core/recsys/live/simulator.h"
#include "tests/recsys/livedata.h"
#include "tests/testdata.h"

#include <QTest>

#include <map>
#include <set>

using namespace recital;

namespace {

Simulator::Options options(int users = 1000, const UpdateRule& rule = RecencyRule{}) {
    Simulator::Options result;
    result.users = users;
    result.k = 4;
    result.rule = rule;
    return result;
}

std::vector<Simulator::Step> play(const test::LiveFixture& fixture, const Simulator::Options& options) {
    Simulator simulator(fixture.models(), fixture.split, options);
    std::vector<Simulator::Step> steps;
    while (!simulator.atEnd()) {
        const std::size_t left = simulator.stepsLeft();
        steps.push_back(simulator.next());
        if (simulator.stepsLeft() + 1 != left)
            qFatal("a step does not count");
    }
    return steps;
}

bool same(const Simulator::Step& a, const Simulator::Step& b) {
    return a.user == b.user && a.item == b.item && a.hitWithUpdates == b.hitWithUpdates &&
           a.hitWithoutUpdates == b.hitWithoutUpdates && a.hitPopular == b.hitPopular;
}

std::vector<ItemIndex> likes(const test::LiveFixture& fixture, UserIndex user,
                             const std::vector<std::uint32_t>& rows) {
    return test::itemsInTime(*fixture.dataset, user, [&](std::uint32_t row) {
        return fixture.dataset->values()[row] >= 4.0F && std::ranges::find(rows, row) != rows.end();
    });
}

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT

private slots:
    void hitsAgainstARecomputation_data();
    void hitsAgainstARecomputation();
    void clicksAreTheHeldOutLikesInTheirOrder();
    void usersAreMixed();
    void fewerUsersAreASample();
    void isDeterministic();
    void endsAtOnceWithoutHeldOutLikes();
    void optionsAreChecked();
    void updatesPayOffOnMovieLens100K();
};

void TestSimulator::hitsAgainstARecomputation_data() {
    QTest::addColumn<int>("rule");
    QTest::newRow("recency") << 0;
    QTest::newRow("re-solve") << 1;
    QTest::newRow("moving average") << 2;
}

void TestSimulator::hitsAgainstARecomputation() {
    QFETCH(int, rule);
    const UpdateRule rules[]{RecencyRule{0.8}, ResolveRule{}, MovingAverageRule{0.4}};
    const test::LiveFixture fixture(test::movingTastes());
    const Eigen::MatrixXd y = fixture.model->latentFactors()->items.cast<double>();
    Eigen::VectorXd counts(fixture.dataset->itemCount());
    for (ItemIndex item = 0; item < counts.size(); ++item)
        counts(item) = static_cast<double>(fixture.split.train.byItem().row(item).size());
    std::map<UserIndex, std::vector<ItemIndex>> clicked;
    int updated = 0, still = 0, popular = 0, different = 0;
    for (const Simulator::Step& step : play(fixture, options(1000, rules[rule]))) {
        const auto known = likes(fixture, step.user, fixture.split.trainRows);
        std::vector<ItemIndex>& clicks = clicked[step.user];
        const auto seen = fixture.split.seen.row(step.user);
        std::vector<ItemIndex> excluded(seen.begin(), seen.end());
        excluded.insert(excluded.end(), clicks.begin(), clicks.end());
        const auto hits = [&](const Eigen::VectorXd& scores) {
            const auto list = test::naiveTop(scores, excluded, 4);
            return std::ranges::find(list, step.item) != list.end();
        };
        const bool cold = known.empty(); // somebody unknown starts with the popular list
        QCOMPARE(step.hitPopular, hits(counts));
        if (cold)
            QCOMPARE(step.hitWithoutUpdates, step.hitPopular);
        else
            QCOMPARE(step.hitWithoutUpdates,
                     hits(y * test::naiveVector(*fixture.model, rules[rule], known, {})));
        if (!cold)
            QCOMPARE(step.hitWithUpdates,
                     hits(y * test::naiveVector(*fixture.model, rules[rule], known, clicks)));
        QVERIFY(step.microseconds > 0.0);
        clicks.push_back(step.item);
        updated += step.hitWithUpdates ? 1 : 0;
        still += step.hitWithoutUpdates ? 1 : 0;
        popular += step.hitPopular ? 1 : 0;
        different += step.hitWithUpdates != step.hitWithoutUpdates ? 1 : 0;
    }
    QVERIFY(updated > 0 && still > 0 && popular > 0 && different > 0);
}

void TestSimulator::clicksAreTheHeldOutLikesInTheirOrder() {
    const test::LiveFixture fixture(test::movingTastes());
    std::map<UserIndex, std::vector<ItemIndex>> clicked;
    for (const Simulator::Step& step : play(fixture, options()))
        clicked[step.user].push_back(step.item);
    for (UserIndex user = 0; user < fixture.dataset->userCount(); ++user) {
        QVERIFY(clicked[user] == likes(fixture, user, fixture.split.testRows));
        for (const ItemIndex item : clicked[user]) // nothing that the model learned from
            QVERIFY(!std::ranges::binary_search(fixture.split.seen.row(user), item));
    }
}

void TestSimulator::usersAreMixed() {
    const test::LiveFixture fixture(test::movingTastes());
    const auto steps = play(fixture, options());
    int sameAgain = 0;
    for (std::size_t i = 1; i < steps.size(); ++i)
        sameAgain += steps[i].user == steps[i - 1].user ? 1 : 0;
    QVERIFY(steps.size() > 100);
    QVERIFY(sameAgain < static_cast<int>(steps.size()) / 5);
}

void TestSimulator::fewerUsersAreASample() {
    const test::LiveFixture fixture(test::movingTastes());
    const Simulator all(fixture.models(), fixture.split, options());
    const Simulator some(fixture.models(), fixture.split, options(10));
    QCOMPARE(some.users(), 10);
    QVERIFY(all.users() > 30 && some.stepsLeft() < all.stepsLeft());
    const auto usersOf = [&](std::uint64_t seed) {
        Simulator::Options chosen = options(10);
        chosen.seed = seed;
        std::set<UserIndex> users;
        for (const Simulator::Step& step : play(fixture, chosen))
            users.insert(step.user);
        return users;
    };
    QCOMPARE(usersOf(1).size(), std::size_t{10});
    QVERIFY(usersOf(1) != usersOf(2));
}

void TestSimulator::isDeterministic() {
    const test::LiveFixture fixture(test::movingTastes());
    const auto first = play(fixture, options());
    const auto second = play(fixture, options());
    QVERIFY(std::ranges::equal(first, second, same));
    Simulator::Options other = options();
    other.seed = 43;
    const auto third = play(fixture, other);
    QCOMPARE(third.size(), first.size());
    QVERIFY(!std::ranges::equal(first, third, same));
}

void TestSimulator::endsAtOnceWithoutHeldOutLikes() {
    test::LiveFixture fixture(test::movingTastes());
    fixture.split.relevant = test::sparseRows(
        std::vector<std::vector<ItemIndex>>(static_cast<std::size_t>(fixture.dataset->userCount())));
    const Simulator simulator(fixture.models(), fixture.split, options());
    QVERIFY(simulator.atEnd());
    QCOMPARE(simulator.users(), 0);
}

void TestSimulator::optionsAreChecked() {
    QVERIFY(options().validate());
    QVERIFY(!options(0).validate());
    QVERIFY(!options(5, RecencyRule{-1.0}).validate());
    Simulator::Options empty = options();
    empty.k = 0;
    QVERIFY(!empty.validate());
}

void TestSimulator::updatesPayOffOnMovieLens100K() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    const auto dataset = loadDataset(**source, {});
    const test::LiveFixture fixture(*dataset, defaultAlsParameters(**dataset));
    Simulator::Options all;
    all.users = 1000;
    const auto steps = play(fixture, all);
    const auto rate = [&](bool Simulator::Step::*hit) {
        return static_cast<double>(std::ranges::count(steps, true, hit)) / static_cast<double>(steps.size());
    };
    const double with = rate(&Simulator::Step::hitWithUpdates);
    const double without = rate(&Simulator::Step::hitWithoutUpdates);
    const double popular = rate(&Simulator::Step::hitPopular);
    qInfo("%zu clicks: with updates %.4f, without %.4f, popular %.4f", steps.size(), with, without, popular);
    QVERIFY(steps.size() > 9000);
    QVERIFY(with > 1.1 * without && without > 1.1 * popular);
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
