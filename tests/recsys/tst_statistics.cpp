#include "core/recsys/resampling.h"
#include "core/recsys/statistics.h"
#include "tests/recsys/naivestatistics.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace recital;
using namespace recital::test;

/// What is said of a difference: the family, what could be found, verdicts.
class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void holmByHand_data();
    void holmByHand();
    void holmIsMonotone();
    void detectableDifferenceByHand();
    void detectableDifferenceIsFoundWithItsPower();
    void usersWithoutAValueAreLeftOut();
    void batchEqualsOneByOne();
    void verdicts_data();
    void verdicts();
    void familyIgnoresWhatCannotBeCompared();
    void swappingThePairTurnsTheSignOnly();
    void optionsOutsideTheirLimits();
    void stopsWhenAsked();
};

void TestStatistics::holmByHand_data() {
    QTest::addColumn<QList<double>>("p");
    QTest::addColumn<QList<double>>("adjusted");
    using List = QList<double>;
    QTest::newRow("none") << List{} << List{};
    QTest::newRow("one") << List{0.03} << List{0.03};
    QTest::newRow("step down") << List{0.01, 0.04, 0.03} << List{0.03, 0.06, 0.06};
    QTest::newRow("in any order") << List{0.04, 0.01, 0.03} << List{0.06, 0.03, 0.06};
    QTest::newRow("at most one") << List{0.5, 0.6, 0.9} << List{1.0, 1.0, 1.0};
    QTest::newRow("ties") << List{0.02, 0.02} << List{0.04, 0.04};
    // p of seven pairs with the smallest near 0: the fourth of seven, .008, counts four times.
    QTest::newRow("seven pairs") << List{0.0, 0.0, 0.000025, 0.008, 0.42, 0.14, 0.36}
                                 << List{0.0, 0.0, 0.000125, 0.032, 0.72, 0.42, 0.72};
}

void TestStatistics::holmByHand() {
    QFETCH(QList<double>, p);
    QFETCH(QList<double>, adjusted);
    const Values actual = holmAdjusted(p);
    QCOMPARE(actual.size(), static_cast<std::size_t>(adjusted.size()));
    for (std::size_t i = 0; i < actual.size(); ++i)
        QVERIFY(near(actual[i], adjusted[static_cast<qsizetype>(i)], 1e-12));
}

void TestStatistics::holmIsMonotone() {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0.0, 0.2);
    for (int family = 0; family < 100; ++family) {
        Values p(static_cast<std::size_t>(1 + family % 12));
        std::ranges::generate(p, [&] { return uniform(random); });
        const Values adjusted = holmAdjusted(p);
        for (std::size_t i = 0; i < p.size(); ++i) {
            QVERIFY(adjusted[i] >= p[i] && adjusted[i] <= 1.0);
            QVERIFY(adjusted[i] <= p[i] * static_cast<double>(p.size()) + 1e-15 || adjusted[i] >= p[i]);
            for (std::size_t j = 0; j < p.size(); ++j)
                QVERIFY(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
    }
}

void TestStatistics::detectableDifferenceByHand() {
    // Deviation of 1, 3 is sqrt 2; z .975 is 1.959964, z .8 is .841621.
    QVERIFY(near(detectableDifference(std::array{1.0, 3.0}, 0.05), 1.9599639845 + 0.8416212336, 1e-9));
    QVERIFY(near(detectableDifference(std::array{1.0, 3.0}, 0.01), 2.5758293035 + 0.8416212336, 1e-9));
    QCOMPARE(detectableDifference(Values(9, 0.5), 0.05), 0.0);
    QVERIFY(std::isnan(detectableDifference(std::array{0.5}, 0.05)));
}

void TestStatistics::detectableDifferenceIsFoundWithItsPower() {
    constexpr int samples = 600;
    const double detectable = (1.9599639845 + 0.8416212336) / std::sqrt(100.0);
    int found = 0;
    for (unsigned sample = 0; sample < samples; ++sample)
        found +=
            signFlipTest(normalValues(100, detectable, 1.0, 9000 + sample), {.flips = 499}) < 0.05 ? 1 : 0;
    QVERIFY2(std::abs(found - 480) <= 40, qPrintable(QString::number(found)));
}

void TestStatistics::usersWithoutAValueAreLeftOut() {
    const double none = std::nan("");
    const Values first{0.5, none, 0.4, 0.9, none};
    const Values second{0.2, 0.3, none, 0.8, none};
    const PairedComparison pair = comparePaired(first, second, {});
    QCOMPARE(pair.users, 2);
    QVERIFY(near(pair.difference, 0.2, 1e-12));
    const PairedComparison plain = comparePaired(std::array{0.5, 0.9}, std::array{0.2, 0.8}, {});
    QCOMPARE(pair.interval.low, plain.interval.low);
    QCOMPARE(pair.pValue, plain.pValue);
    QCOMPARE(pair.verdict, Verdict::NotComparable); // nobody has judged yet

    const PairedComparison nobody = comparePaired(std::array{none}, std::array{0.5}, {});
    QCOMPARE(nobody.users, 0);
    QCOMPARE(comparePaired({}, {}, {}).users, 0);
}

void TestStatistics::batchEqualsOneByOne() {
    std::vector<Values> columns;
    for (unsigned i = 0; i < 9; ++i)
        columns.push_back(normalValues(120, 0.01 * i, 0.2, i));
    columns[4][7] = std::nan(""); // a group of its own
    std::vector<SamplePair> pairs;
    for (std::size_t i = 1; i < columns.size(); ++i)
        pairs.push_back({columns[i], columns[0]});
    const auto together = comparePairs(pairs, {.resamples = 500, .flips = 500});
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto alone = comparePaired(pairs[i].first, pairs[i].second, {.resamples = 500, .flips = 500});
        QCOMPARE(together[i].users, i == 3 ? 119 : 120);
        QCOMPARE(together[i].users, alone.users);
        QCOMPARE(together[i].difference, alone.difference);
        QCOMPARE(together[i].interval.low, alone.interval.low);
        QCOMPARE(together[i].interval.high, alone.interval.high);
        QCOMPARE(together[i].pValue, alone.pValue);
        QCOMPARE(together[i].detectable, alone.detectable);
    }
}

void TestStatistics::verdicts_data() {
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("lowerIsBetter");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("better") << 0.01 << 0.1 << 0.2 << false << Verdict::Better;
    QTest::newRow("worse") << 0.01 << -0.2 << -0.1 << false << Verdict::Worse;
    QTest::newRow("lower is better") << 0.01 << -0.2 << -0.1 << true << Verdict::Better;
    QTest::newRow("higher is worse") << 0.01 << 0.1 << 0.2 << true << Verdict::Worse;
    QTest::newRow("p alone is not enough") << 0.01 << -0.1 << 0.2 << false << Verdict::NoDetectableDifference;
    QTest::newRow("the interval alone is not enough")
        << 0.06 << 0.1 << 0.2 << false << Verdict::NoDetectableDifference;
    QTest::newRow("p at the level") << 0.05 << 0.1 << 0.2 << false << Verdict::NoDetectableDifference;
    QTest::newRow("an end at 0") << 0.01 << 0.0 << 0.2 << false << Verdict::NoDetectableDifference;
}

void TestStatistics::verdicts() {
    QFETCH(double, p);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, lowerIsBetter);
    std::array family{pairOf(p, low, high)};
    judgeFamily(family, 0.05, lowerIsBetter);
    QTEST(family[0].verdict, "verdict");
    QCOMPARE(family[0].adjustedP, p);
    QCOMPARE(family[0].familySize, 1);
}

void TestStatistics::familyIgnoresWhatCannotBeCompared() {
    std::array family{pairOf(0.02, 0.1, 0.2), pairOf(1.0, 0.0, 0.0, 0), pairOf(0.04, 0.1, 0.2),
                      pairOf(0.011, -0.3, -0.2)};
    judgeFamily(family, 0.05);
    QCOMPARE(family[1].verdict, Verdict::NotComparable);
    QCOMPARE(family[1].adjustedP, 1.0);
    for (const std::size_t i : {0, 2, 3})
        QCOMPARE(family[i].familySize, 3);
    QVERIFY(near(family[3].adjustedP, 0.033, 1e-12));
    QVERIFY(near(family[0].adjustedP, 0.04, 1e-12));
    QVERIFY(near(family[2].adjustedP, 0.04, 1e-12));
    QCOMPARE(family[3].verdict, Verdict::Worse);
    QCOMPARE(family[0].verdict, Verdict::Better);
    // A larger family asks for more.
    std::array larger{pairOf(0.02, 0.1, 0.2), pairOf(0.5, -0.1, 0.1), pairOf(0.4, -0.1, 0.2)};
    judgeFamily(larger, 0.05);
    QCOMPARE(larger[0].verdict, Verdict::NoDetectableDifference);
}

void TestStatistics::swappingThePairTurnsTheSignOnly() {
    const Values first = normalValues(300, 0.05, 0.3, 1);
    const Values second = normalValues(300, 0.0, 0.3, 2);
    const auto forward = comparePaired(first, second, {});
    const auto backward = comparePaired(second, first, {});
    QCOMPARE(backward.difference, -forward.difference);
    QVERIFY(near(backward.interval.low, -forward.interval.high, 1e-15));
    QVERIFY(near(backward.interval.high, -forward.interval.low, 1e-15));
    QCOMPARE(backward.pValue, forward.pValue);
    QCOMPARE(backward.detectable, forward.detectable);
    QVERIFY(forward.interval.low < forward.difference && forward.difference < forward.interval.high);
}

void TestStatistics::optionsOutsideTheirLimits() {
    QVERIFY(StatisticsOptions{}.validate());
    for (const StatisticsOptions& options :
         {StatisticsOptions{.resamples = 0}, StatisticsOptions{.resamples = 1'000'001},
          StatisticsOptions{.flips = 0}, StatisticsOptions{.level = 0.0}, StatisticsOptions{.level = 1.0},
          StatisticsOptions{.level = std::nan("")}}) {
        const Status status = options.validate();
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::InvalidParameters);
    }
}

void TestStatistics::stopsWhenAsked() {
    std::stop_source source;
    JobControl control = withThreads(2);
    control.stop = source.get_token();
    double reached = 0.0;
    control.progress = [&](double fraction) {
        reached = fraction;
        source.request_stop();
    };
    const Values first = normalValues(2000, 0.0, 1.0, 1);
    const Values second = normalValues(2000, 0.0, 1.0, 2);
    (void)comparePaired(first, second, {}, control);
    QVERIFY(reached > 0.0 && reached < 0.2); // a few blocks of the bootstrap and no flips
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
