#include "core/recsys/io/loader.h"
#include "core/recsys/live/demonumbers.h"
#include "core/recsys/parallel.h"
#include "tests/recsys/livedata.h"
#include "tests/testdata.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace recital;

namespace {

constexpr int kLength = 4;

/// What the definitions in demonumbers.h ask for, by looking at everything.
class Naive {
public:
    Naive(const test::LiveFixture& fixture, const UpdateRule& rule)
        : m_fixture(fixture)
        , m_rule(rule)
        , m_y(fixture.model->latentFactors()->items.cast<double>()) {}

    std::vector<ItemIndex> known(UserIndex user) const {
        return likes(user, [&](std::uint32_t row) {
            return std::ranges::find(m_fixture.split.trainRows, row) != m_fixture.split.trainRows.end();
        });
    }
    std::vector<ItemIndex> heldOut(UserIndex user) const {
        return likes(user, [&](std::uint32_t row) {
            return std::ranges::find(m_fixture.split.testRows, row) != m_fixture.split.testRows.end();
        });
    }
    std::vector<ItemIndex> seen(UserIndex user) const {
        const auto row = m_fixture.split.seen.row(user);
        return {row.begin(), row.end()};
    }
    std::vector<ItemIndex> list(const std::vector<ItemIndex>& known, const std::vector<ItemIndex>& clicks,
                                const std::vector<ItemIndex>& excluded) const {
        return test::naiveTop(m_y * test::naiveVector(*m_fixture.model, m_rule, known, clicks), excluded,
                              kLength);
    }
    std::vector<ItemIndex> popular(const std::vector<ItemIndex>& excluded) const {
        Eigen::VectorXd counts(m_fixture.dataset->itemCount());
        for (ItemIndex item = 0; item < counts.size(); ++item)
            counts(item) = static_cast<double>(m_fixture.split.train.byItem().row(item).size());
        return test::naiveTop(counts, excluded, kLength);
    }

private:
    template<typename Keep>
    std::vector<ItemIndex> likes(UserIndex user, Keep keep) const {
        return test::itemsInTime(*m_fixture.dataset, user, [&](std::uint32_t row) {
            return m_fixture.dataset->values()[row] >= 4.0F && keep(row);
        });
    }

    const test::LiveFixture& m_fixture;
    UpdateRule m_rule;
    Eigen::MatrixXd m_y;
};

double entered(const std::vector<ItemIndex>& before, const std::vector<ItemIndex>& after) {
    double count = 0.0;
    for (const ItemIndex item : after)
        count += std::ranges::find(before, item) == before.end() ? 1.0 : 0.0;
    return count / kLength;
}

bool near(double a, double b, double tolerance = 1e-12) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestDemoNumbers : public QObject {
    Q_OBJECT

private slots:
    void listsAgainstTheDefinition();
    void changeAgainstTheDefinition_data();
    void changeAgainstTheDefinition();
    void newcomersAgainstTheDefinition();
    void timesAreMeasured();
    void onlyTimesDependOnTheThreads();
    void withoutHeldOutLikesNothingChanges();
    void refuses();
    void stops();
    void movieLens100K();
};

void TestDemoNumbers::listsAgainstTheDefinition() {
    const test::LiveFixture fixture(test::movingTastes());
    const Naive naive(fixture, RecencyRule{});
    std::vector<std::vector<ItemIndex>> lists;
    for (UserIndex user = 0; user < fixture.dataset->userCount(); ++user)
        if (const auto known = naive.known(user); !known.empty())
            lists.push_back(naive.list(known, {}, naive.seen(user)));
    double common = 0.0;
    double pairs = 0.0;
    for (std::size_t a = 0; a < lists.size(); ++a)
        for (std::size_t b = a + 1; b < lists.size(); ++b, pairs += 1.0)
            common += 1.0 - entered(lists[a], lists[b]);
    const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, {});
    QVERIFY(numbers.ok());
    QCOMPARE(numbers->users, static_cast<int>(lists.size()));
    QCOMPARE(numbers->k, kLength);
    QVERIFY(numbers->rule == UpdateRule(RecencyRule{}));
    const std::set<std::vector<ItemIndex>> distinct(lists.begin(), lists.end());
    QVERIFY(distinct.size() > 5);
    QVERIFY(near(numbers->distinctLists,
                 static_cast<double>(distinct.size()) / static_cast<double>(lists.size())));
    QVERIFY(near(numbers->meanOverlap, common / pairs));
}

void TestDemoNumbers::changeAgainstTheDefinition_data() {
    QTest::addColumn<int>("rule");
    QTest::newRow("recency") << 0;
    QTest::newRow("re-solve") << 1;
    QTest::newRow("moving average") << 2;
}

void TestDemoNumbers::changeAgainstTheDefinition() {
    QFETCH(int, rule);
    const UpdateRule rules[]{RecencyRule{0.8}, ResolveRule{}, MovingAverageRule{0.4}};
    const test::LiveFixture fixture(test::movingTastes(80, 96));
    const Naive naive(fixture, rules[rule]);
    std::array<double, 3> model{}, popular{};
    int users = 0;
    for (UserIndex user = 0; user < fixture.dataset->userCount(); ++user) {
        const auto known = naive.known(user);
        const auto later = naive.heldOut(user);
        if (known.empty() || later.size() < 5)
            continue;
        ++users;
        const auto seen = naive.seen(user);
        for (std::size_t e = 0; e < 3; ++e) {
            const std::vector<ItemIndex> clicks(later.begin(), later.begin() + 1 + 2 * static_cast<int>(e));
            std::vector<ItemIndex> excluded = seen;
            excluded.insert(excluded.end(), clicks.begin(), clicks.end());
            model[e] += entered(naive.list(known, {}, seen), naive.list(known, clicks, excluded));
            popular[e] += entered(naive.popular(seen), naive.popular(excluded));
        }
    }
    QVERIFY(users > 3);
    const auto numbers = demoNumbers(fixture.models(), fixture.split, rules[rule], kLength, {});
    QCOMPARE(numbers->changeUsers, users);
    QCOMPARE(numbers->change.size(), std::size_t{3});
    for (std::size_t e = 0; e < 3; ++e) {
        const ListChange& change = numbers->change[e];
        QCOMPARE(change.events, 1 + 2 * static_cast<int>(e));
        QVERIFY(near(change.model, model[e] / users));
        QVERIFY(near(change.popular, popular[e] / users));
        // 4 of some 40 candidates drawn anew: nine tenths are new on average.
        QVERIFY(change.random > 0.75 && change.random <= 1.0);
    }
    QVERIFY(numbers->change[2].model > numbers->change[0].model);
}

void TestDemoNumbers::newcomersAgainstTheDefinition() {
    const test::LiveFixture fixture(test::movingTastes());
    const Naive naive(fixture, RecencyRule{});
    int newcomers = 0;
    for (UserIndex user = 0; user < fixture.dataset->userCount(); ++user)
        newcomers += naive.known(user).size() >= 3 ? 4 : 0;
    const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, {});
    QVERIFY(newcomers > 100);
    QCOMPARE(numbers->newcomers, newcomers);
    QCOMPARE(numbers->newcomerCoverage, 1.0);
    // A list of 46 of 48 films: full after 0, 1 and 2 likes, short of one after 3.
    const int items = fixture.dataset->itemCount();
    const auto nearlyAll = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, items - 2, {});
    QCOMPARE(nearlyAll->newcomerCoverage, 0.75);
}

void TestDemoNumbers::timesAreMeasured() {
    const test::LiveFixture fixture(test::movingTastes());
    const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, {});
    QCOMPARE(numbers->timed, numbers->users);
    QVERIFY(numbers->median > 0.0 && numbers->median <= numbers->percentile95);
    QVERIFY(numbers->percentile95 <= numbers->percentile99 && numbers->percentile99 <= numbers->slowest);
    QVERIFY(numbers->timed < 100); // 99 % of them are then all of them
    QCOMPARE(numbers->percentile99, numbers->slowest);
    QVERIFY(numbers->medianParts.foldIn > 0.0 && numbers->medianParts.total() < numbers->slowest);
}

void TestDemoNumbers::onlyTimesDependOnTheThreads() {
    const test::LiveFixture fixture(test::movingTastes());
    const auto one = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, test::onThreads(1));
    const auto many =
        demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, test::onThreads(5));
    QCOMPARE(one->distinctLists, many->distinctLists);
    QCOMPARE(one->meanOverlap, many->meanOverlap);
    for (std::size_t e = 0; e < 3; ++e) {
        QCOMPARE(one->change[e].model, many->change[e].model);
        QCOMPARE(one->change[e].random, many->change[e].random);
        QCOMPARE(one->change[e].popular, many->change[e].popular);
    }
}

void TestDemoNumbers::withoutHeldOutLikesNothingChanges() {
    test::LiveFixture fixture(test::movingTastes());
    fixture.split.testRows.clear();
    const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, {});
    QCOMPARE(numbers->changeUsers, 0);
    QCOMPARE(numbers->change.size(), 3U);
    for (const ListChange& change :
         numbers->change) // nothing was measured, which is not the same as no change
        QVERIFY(std::isnan(change.model) && std::isnan(change.random) && std::isnan(change.popular));
    QVERIFY(numbers->users > 0);
}

void TestDemoNumbers::refuses() {
    const test::LiveFixture fixture(test::movingTastes());
    const auto code = [&](const UpdateRule& rule, int k) {
        return demoNumbers(fixture.models(), fixture.split, rule, k, {}).error().code;
    };
    QCOMPARE(code(RecencyRule{2.0}, kLength), ErrorCode::InvalidParameters);
    QCOMPARE(code(RecencyRule{}, 0), ErrorCode::InvalidParameters);
    Split nobody = fixture.split;
    nobody.train = test::binaryMatrix(
        fixture.dataset->itemCount(),
        std::vector<std::vector<ItemIndex>>(static_cast<std::size_t>(fixture.dataset->userCount())));
    const auto numbers = demoNumbers(fixture.models(), nobody, RecencyRule{}, kLength, {});
    QCOMPARE(numbers.error().code, ErrorCode::InvalidData);
}

void TestDemoNumbers::stops() {
    const test::LiveFixture fixture(test::movingTastes());
    for (const double when : {0.0, 0.1, 0.5}) { // before, while timing, while counting
        std::stop_source stop;
        JobControl control;
        control.stop = stop.get_token();
        control.progress = [&](double fraction) {
            if (fraction >= when)
                stop.request_stop();
        };
        const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, kLength, control);
        QCOMPARE(numbers.error().code, ErrorCode::Cancelled);
    }
}

void TestDemoNumbers::movieLens100K() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    const auto dataset = loadDataset(**source, {});
    const test::LiveFixture fixture(*dataset, defaultAlsParameters(**dataset));
    const JobControl control = test::onThreads(hardwareThreads());
    const auto numbers = demoNumbers(fixture.models(), fixture.split, RecencyRule{}, 10, control);
    QVERIFY(numbers.ok());
    qInfo("%d users, %.3f distinct, overlap %.3f; median %.0f us, 99 %% %.0f us", numbers->users,
          numbers->distinctLists, numbers->meanOverlap, numbers->median, numbers->percentile99);
    for (const ListChange& change : numbers->change)
        qInfo("%d events: model %.3f random %.3f popular %.3f", change.events, change.model, change.random,
              change.popular);
    QVERIFY(numbers->users > 900 && numbers->changeUsers > 400);
    QVERIFY(numbers->distinctLists > 0.95 && numbers->meanOverlap > 0.02 && numbers->meanOverlap < 0.3);
    QCOMPARE(numbers->newcomerCoverage, 1.0);
    for (std::size_t e = 0; e < 3; ++e) {
        const ListChange& change = numbers->change[e];
        QVERIFY(change.popular < change.model && change.model < change.random);
        QVERIFY(e == 0 || change.model > numbers->change[e - 1].model);
        QVERIFY(change.random > 0.98);
    }
}

QTEST_GUILESS_MAIN(TestDemoNumbers)
#include "tst_demonumbers.moc"
