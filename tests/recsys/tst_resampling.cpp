#include "core/recsys/resampling.h"
#include "core/recsys/statistics.h"
#include "tests/recsys/naivestatistics.h"

#include <QTest>

#include <array>
#include <cmath>
#include <cstring>

using namespace recital;
using namespace recital::test;

/// Bootstrap and sign flips against naive ones, by hand, and by what they promise.
class TestResampling : public QObject {
    Q_OBJECT

private slots:
    void gridIsExactEnoughAndSumsExactly();
    void drawsAreUniformAndReproducible();
    void bootstrapEqualsTheNaiveOne();
    void intervalByHand();
    void boundsFollowFromTheSeed();
    void intervalCoversTheTruth();
    void signFlipEqualsTheNaiveOne();
    void signFlipAgreesWithTheCountOfAllSigns();
    void signFlipByHand();
    void falseAlarmsAreAsFrequentAsTheLevel();
    void anyNumberOfThreadsGivesTheSameFigures();
};

void TestResampling::gridIsExactEnoughAndSumsExactly() {
    const Values values = normalValues(1000, 0.3, 1.0, 1);
    const GridValues grid = onGrid(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        QCOMPARE(std::nearbyint(grid.entries[i]), grid.entries[i]);
        QVERIFY(near(grid.entries[i] * grid.step, values[i], 4e-12));
    }
    // Forwards, backwards and pair by pair, with weights: the same to the last bit.
    double forwards = 0.0;
    double backwards = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i)
        forwards += 7.0 * grid.entries[i];
    for (std::size_t i = values.size(); i-- > 0;)
        backwards += 7.0 * grid.entries[i];
    QCOMPARE(forwards, backwards);
    // What differs in the last bits of a subtraction only becomes equal.
    const double third = 0.3 - 0.2;
    QVERIFY(third != 0.1);
    const GridValues equal = onGrid(std::array{third, 0.1, -0.1});
    QCOMPARE(equal.entries[0], equal.entries[1]);
    QCOMPARE(equal.entries[0], -equal.entries[2]);
    // The largest possible sum stays below 2^53, where whole numbers have no gaps.
    const GridValues many = onGrid(Values(300'000, 1.999));
    QVERIFY(many.entries.front() * 300'000.0 < 9007199254740992.0);
    QCOMPARE(onGrid(std::array{0.0, 0.0}).entries[1], 0.0);
    for (const double size : {1e-300, 1e-12, 1.0, 1e12, 1e300}) {
        const GridValues scaled = onGrid(std::array{size, -size / 3.0});
        QVERIFY(near(scaled.entries[1] * scaled.step / size, -1.0 / 3.0, 1e-11));
    }
}

void TestResampling::drawsAreUniformAndReproducible() {
    ResampleDraws draws(ResampleKind::Bootstrap, 42, 7);
    NaiveDraws naive(0, 42, 7);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) {
        const std::uint32_t draw = draws.below(7);
        QCOMPARE(std::uint64_t{draw}, naive.below(7));
        ++counts[draw];
    }
    for (const int count : counts)
        QVERIFY(std::abs(count - 10'000) < 500); // five standard deviations
    ResampleDraws one(ResampleKind::Bootstrap, 1, 1);
    QCOMPARE(one.below(1), 0U);
    // Fixed for good: what is stored and printed can be computed again.
    ResampleDraws fixed(ResampleKind::Bootstrap, 42, 0);
    const std::array<std::uint32_t, 6> first{fixed.below(943), fixed.below(943), fixed.below(943),
                                             fixed.below(943), fixed.below(943), fixed.below(943)};
    const std::array<std::uint32_t, 6> expected{700, 750, 495, 870, 380, 302};
    QVERIFY(first == expected);
}

void TestResampling::bootstrapEqualsTheNaiveOne() {
    for (const int count : {1, 2, 10, 64, 65, 333}) {
        const Values values = normalValues(count, 0.1, 0.4, static_cast<unsigned>(count));
        const StatisticsOptions options{.resamples = 777, .flips = 1, .level = 0.1, .seed = 9};
        const Interval actual = bootstrapInterval(values, options);
        const Interval naive = naiveBootstrap(values, options);
        QVERIFY(near(actual.low, naive.low));
        QVERIFY(near(actual.high, naive.high));
    }
}

void TestResampling::intervalByHand() {
    // One user, or no spread: nothing to resample.
    const Interval single = bootstrapInterval(std::array{0.25}, {});
    QCOMPARE(single.low, 0.25);
    QCOMPARE(single.high, 0.25);
    const Interval constant = bootstrapInterval(Values(20, -0.5), {});
    QCOMPARE(constant.low, -0.5);
    QCOMPARE(constant.high, -0.5);
    // Of 0 and 1 the mean of two draws is 0, 1/2 or 1 with chance 1/4, 1/2, 1/4: the 2.5 % quantiles are the
    // ends, the quartiles' neighbours the middle.
    const Interval coin = bootstrapInterval(std::array{0.0, 1.0}, {});
    QCOMPARE(coin.low, 0.0);
    QCOMPARE(coin.high, 1.0);
    const Interval middle = bootstrapInterval(std::array{0.0, 1.0}, {.level = 0.6});
    QCOMPARE(middle.low, 0.5);
    QCOMPARE(middle.high, 0.5);
}

void TestResampling::boundsFollowFromTheSeed() {
    Values values;
    for (int i = 0; i < 100; ++i)
        values.push_back((i * 37 % 100) / 100.0);
    const Interval interval = bootstrapInterval(values, {});
    QVERIFY(near(interval.low, 0.4374, 1e-12)); // of the default seed, for good
    QVERIFY(near(interval.high, 0.5523, 1e-12));
    const Interval again = bootstrapInterval(values, {});
    QCOMPARE(again.low, interval.low);
    QCOMPARE(again.high, interval.high);
    const Interval other = bootstrapInterval(values, {.seed = 43});
    QVERIFY(other.low != interval.low || other.high != interval.high);
    QVERIFY(near(other.low, interval.low, 0.005)); // noise of 10,000 resamples
    // Near the normal approximation: .495 -+ 1.96 * .2887 / 10.
    QVERIFY(near(interval.low, 0.4384, 0.003));
    QVERIFY(near(interval.high, 0.5516, 0.003));
}

void TestResampling::intervalCoversTheTruth() {
    constexpr int samples = 400;
    int covered = 0;
    for (unsigned sample = 0; sample < samples; ++sample) {
        const Values values = normalValues(60, 0.2, 1.0, 1000 + sample);
        const Interval interval = bootstrapInterval(values, {.resamples = 1000, .seed = sample});
        covered += interval.low <= 0.2 && 0.2 <= interval.high ? 1 : 0;
    }
    // The percentile interval of 60 values covers about 94 %; 3.5 standard deviations around it.
    QVERIFY2(covered >= 0.90 * samples && covered <= 0.98 * samples, qPrintable(QString::number(covered)));
}

void TestResampling::signFlipEqualsTheNaiveOne() {
    for (const int count : {1, 3, 64, 65, 200}) {
        const Values values = normalValues(count, 0.1, 0.7, static_cast<unsigned>(count));
        const StatisticsOptions options{.resamples = 1, .flips = 999, .level = 0.05, .seed = 5};
        QCOMPARE(signFlipTest(values, options), naiveSignFlip(values, options));
    }
}

void TestResampling::signFlipAgreesWithTheCountOfAllSigns() {
    const Values values{0.3, -0.1, 0.2, 0.4, 0.1, -0.2, 0.3, 0.2, 0.1, 0.5};
    int asFar = 0;
    for (unsigned signs = 0; signs < 1024; ++signs) {
        int tenths = 0;
        for (unsigned i = 0; i < 10; ++i)
            tenths += ((signs >> i) & 1) != 0 ? -static_cast<int>(std::lround(10.0 * values[i]))
                                              : static_cast<int>(std::lround(10.0 * values[i]));
        asFar += std::abs(tenths) >= 18 ? 1 : 0; // the observed sum is 1.8
    }
    const double exact = asFar / 1024.0;
    const double p = signFlipTest(values, {.flips = 100'000});
    QVERIFY2(near(p, exact, 5.0 * std::sqrt(exact / 100'000.0)), qPrintable(QString::number(p)));
}

void TestResampling::signFlipByHand() {
    // All signs give a sum as far from 0: every flip counts.
    QCOMPARE(signFlipTest(std::array{0.7}, {}), 1.0);
    QCOMPARE(signFlipTest(Values(50, 0.0), {}), 1.0);
    QCOMPARE(signFlipTest(std::array{0.1, 0.2, -0.3}, {}), 1.0);
    // Far from chance no flip comes as far: 1 / (flips + 1), never 0.
    QCOMPARE(signFlipTest(Values(200, 0.1), {.flips = 999}), 0.001);
    // Differences of the same size but for rounding: 2 of 8 signs reach the sum, so p is near 1/4.
    const double p = signFlipTest(std::array{0.3 - 0.2, 0.1, 0.4 - 0.3}, {});
    QVERIFY2(near(p, 0.25, 0.02), qPrintable(QString::number(p)));
}

void TestResampling::falseAlarmsAreAsFrequentAsTheLevel() {
    constexpr int samples = 1000;
    int alarms = 0;
    for (unsigned sample = 0; sample < samples; ++sample) {
        const Values values = normalValues(30, 0.0, 1.0, 5000 + sample);
        alarms += signFlipTest(values, {.flips = 499, .seed = sample}) < 0.05 ? 1 : 0;
    }
    QVERIFY2(std::abs(alarms - 50) <= 25, qPrintable(QString::number(alarms))); // 3.6 standard deviations
}

void TestResampling::anyNumberOfThreadsGivesTheSameFigures() {
    const Values first = normalValues(500, 0.02, 0.3, 1);
    const Values second = normalValues(500, 0.0, 0.3, 2);
    const auto one = comparePaired(first, second, {}, withThreads(1));
    for (const int threads : {2, 3, 8}) {
        const auto many = comparePaired(first, second, {}, withThreads(threads));
        QVERIFY(std::memcmp(&one.interval, &many.interval, sizeof one.interval) == 0);
        QCOMPARE(many.pValue, one.pValue);
    }
}

QTEST_GUILESS_MAIN(TestResampling)
#include "tst_resampling.moc"
