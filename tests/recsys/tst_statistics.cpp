#include "core/recsys/mixbits.h"
#include "core/recsys/resampling.h"
#include "core/recsys/statistics.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

using namespace recital;

class TestStatistics : public QObject {
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
    void holmByHand_data();
    void holmByHand();
    void holmIsMonotone();
    void detectableDifferenceByHand();
    void detectableDifferenceIsFoundWithItsPower();
    void usersWithoutAValueAreLeftOut();
    void batchEqualsOneByOne();
    void anyNumberOfThreadsGivesTheSameFigures();
    void verdicts_data();
    void verdicts();
    void familyIgnoresWhatCannotBeCompared();
    void swappingThePairTurnsTheSignOnly();
    void optionsOutsideTheirLimits();
    void stopsWhenAsked();
};

namespace {

using Values = std::vector<double>;

constexpr std::uint64_t increment = 0x9e3779b97f4a7c15ULL;

Values normalValues(int count, double mean, double deviation, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(mean, deviation);
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(normal(random));
    return values;
}

/// The stream of one resample, written down again: SplitMix64 from a hash of kind, seed and number.
class NaiveDraws {
public:
    NaiveDraws(std::uint64_t kind, std::uint64_t seed, std::uint64_t resample)
        : m_state(mixBits(mixBits(seed, kind), resample)) {}
    std::uint64_t word() {
        const std::uint64_t result = mixBits(m_state);
        m_state += increment;
        return result;
    }
    /// Lower half of a word first, numbers by multiplication, the surplus rejected.
    std::uint64_t below(std::uint64_t bound) {
        constexpr std::uint64_t range = std::uint64_t{1} << 32;
        while (true) {
            if (m_halves.empty()) {
                const std::uint64_t fresh = word();
                m_halves = {fresh / range, fresh % range};
            }
            const std::uint64_t draw = m_halves.back();
            m_halves.pop_back();
            if (draw * bound % range >= range % bound)
                return draw * bound / range;
        }
    }

private:
    std::uint64_t m_state;
    std::vector<std::uint64_t> m_halves;
};

double naiveQuantile(Values sorted, double probability) {
    std::ranges::sort(sorted);
    const double position = probability * static_cast<double>(sorted.size() - 1);
    const double below = std::floor(position);
    const double low = sorted[static_cast<std::size_t>(below)];
    const double high = sorted[static_cast<std::size_t>(std::ceil(position))];
    return low + (position - below) * (high - low);
}

Interval naiveBootstrap(const Values& values, const StatisticsOptions& options) {
    Values means;
    for (int resample = 0; resample < options.resamples; ++resample) {
        NaiveDraws draws(0, options.seed, static_cast<std::uint64_t>(resample));
        long double sum = 0.0L;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += static_cast<long double>(values[draws.below(values.size())]);
        means.push_back(static_cast<double>(sum / static_cast<long double>(values.size())));
    }
    return {naiveQuantile(means, options.level / 2.0), naiveQuantile(means, 1.0 - options.level / 2.0)};
}

double naiveSignFlip(const Values& values, const StatisticsOptions& options) {
    const auto observed = std::abs(std::accumulate(values.begin(), values.end(), 0.0L));
    int asFar = 0;
    for (int flip = 0; flip < options.flips; ++flip) {
        NaiveDraws draws(1, options.seed, static_cast<std::uint64_t>(flip));
        std::uint64_t word = 0;
        long double sum = 0.0L;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % 64 == 0)
                word = draws.word();
            sum += ((word >> (i % 64)) & 1) != 0 ? -values[i] : values[i];
        }
        asFar += std::abs(sum) >= observed - 1e-9L ? 1 : 0; // equal but for rounding counts
    }
    return (asFar + 1.0) / (options.flips + 1.0);
}

bool near(double a, double b, double tolerance = 1e-9) {
    return std::abs(a - b) <= tolerance;
}

JobControl withThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

PairedComparison pairOf(double p, double low, double high, int users = 10) {
    PairedComparison pair;
    pair.users = users;
    pair.pValue = p;
    pair.difference = (low + high) / 2.0;
    pair.interval = {low, high};
    return pair;
}

} // namespace

void TestStatistics::gridIsExactEnoughAndSumsExactly() {
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

void TestStatistics::drawsAreUniformAndReproducible() {
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

void TestStatistics::bootstrapEqualsTheNaiveOne() {
    for (const int count : {1, 2, 10, 64, 65, 333}) {
        const Values values = normalValues(count, 0.1, 0.4, static_cast<unsigned>(count));
        const StatisticsOptions options{.resamples = 777, .flips = 1, .level = 0.1, .seed = 9};
        const Interval actual = bootstrapInterval(values, options);
        const Interval naive = naiveBootstrap(values, options);
        QVERIFY(near(actual.low, naive.low));
        QVERIFY(near(actual.high, naive.high));
    }
}

void TestStatistics::intervalByHand() {
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

void TestStatistics::boundsFollowFromTheSeed() {
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

void TestStatistics::intervalCoversTheTruth() {
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

void TestStatistics::signFlipEqualsTheNaiveOne() {
    for (const int count : {1, 3, 64, 65, 200}) {
        const Values values = normalValues(count, 0.1, 0.7, static_cast<unsigned>(count));
        const StatisticsOptions options{.resamples = 1, .flips = 999, .level = 0.05, .seed = 5};
        QCOMPARE(signFlipTest(values, options), naiveSignFlip(values, options));
    }
}

void TestStatistics::signFlipAgreesWithTheCountOfAllSigns() {
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

void TestStatistics::signFlipByHand() {
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

void TestStatistics::falseAlarmsAreAsFrequentAsTheLevel() {
    constexpr int samples = 1000;
    int alarms = 0;
    for (unsigned sample = 0; sample < samples; ++sample) {
        const Values values = normalValues(30, 0.0, 1.0, 5000 + sample);
        alarms += signFlipTest(values, {.flips = 499, .seed = sample}) < 0.05 ? 1 : 0;
    }
    QVERIFY2(std::abs(alarms - 50) <= 25, qPrintable(QString::number(alarms))); // 3.6 standard deviations
}

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

void TestStatistics::anyNumberOfThreadsGivesTheSameFigures() {
    const Values first = normalValues(500, 0.02, 0.3, 1);
    const Values second = normalValues(500, 0.0, 0.3, 2);
    const auto one = comparePaired(first, second, {}, withThreads(1));
    for (const int threads : {2, 3, 8}) {
        const auto many = comparePaired(first, second, {}, withThreads(threads));
        QVERIFY(std::memcmp(&one.interval, &many.interval, sizeof one.interval) == 0);
        QCOMPARE(many.pValue, one.pValue);
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
