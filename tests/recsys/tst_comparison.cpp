#include "core/recsys/comparison.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace recital;

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void seedSpreadByHand();
    void differencesAreThoseOfTheUsersInCommon();
    void referenceIsNotCompared();
    void metricsOfAllListsAreNotCompared();
    void lowerIsBetterTurnsTheVerdict();
    void adjustedOverTheRowsShown();
    void bestAreTheLeaderAndItsEquals();
    void bestOfALowerIsBetterMetric();
    void nobodyIsBestOnANeutralMetric();
    void bestOfNothing();
    void allMetricsTogetherEqualOneByOne();
    void measuresEverySeedOnEverySplit();
    void deterministicAlgorithmNeedsOneSeed();
    void meanIsOverFoldsThenSeeds();
    void progressRunsOverAll();
    void threadsDoNotMatter();
    void cancelled();
    void errors();
};

namespace {

constexpr int items = 40;

/// One row whose users 0, 1, ... have these values of NDCG (NaN: the user is not in it), and 1 - value as
/// percentile rank.
ComparedModel rowOf(const std::vector<double>& ndcg) {
    ComparedModel row;
    double sum = 0.0;
    int count = 0;
    for (std::size_t user = 0; user < ndcg.size(); ++user) {
        if (std::isnan(ndcg[user]))
            continue;
        UserMetrics metrics;
        metrics.user = static_cast<UserIndex>(user);
        metrics.metrics.ndcg = ndcg[user];
        metrics.metrics.percentileRank = 1.0 - ndcg[user];
        metrics.metrics.popularity = ndcg[user];
        row.mean.users.push_back(std::move(metrics));
        sum += ndcg[user];
        ++count;
    }
    row.mean.means = meanOfUsers(row.mean.users, [](const UserMetrics&) { return true; });
    return row;
}

std::vector<double> noisy(int users, double mean, unsigned seed, double noise = 0.05) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(-noise, noise);
    std::vector<double> values;
    for (int user = 0; user < users; ++user)
        values.push_back(mean + 0.2 * std::sin(user) + uniform(random));
    return values;
}

/// Four rows: 1 and 2 are level, 3 is behind, 0 far behind.
std::vector<ComparedModel> fourRows() {
    return {rowOf(noisy(200, 0.2, 1)), rowOf(noisy(200, 0.5, 2)), rowOf(noisy(200, 0.5, 3)),
            rowOf(noisy(200, 0.4, 4))};
}

const StatisticsOptions quick{.resamples = 1000, .flips = 2000};

std::vector<Split> handmadeSplits(int folds) {
    std::vector<test::Rating> ratings;
    std::mt19937 random(7);
    for (int user = 1; user <= 60; ++user)
        for (int item = 1; item <= items; ++item)
            if (random() % 3 == 0)
                ratings.push_back({user, item, random() % 4 == 0 ? 2.0F : 5.0F, 0});
    const auto dataset = test::datasetOf(ratings);
    return makeSplits(*dataset, {.protocol = Protocol::RandomFolds, .folds = folds}).value();
}

JobControl withThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

} // namespace

void TestComparison::seedSpreadByHand() {
    ComparedModel row;
    const auto report = [](double ndcg) {
        EvaluationReport r;
        r.means.ndcg = ndcg;
        r.coverage = 2.0 * ndcg;
        return r;
    };
    row.bySeed = {{report(0.25), report(0.75)}};
    QVERIFY(std::isnan(row.seedSpread(MetricId::Ndcg)));
    // Means .5, .6, .7 of two folds each: deviation .1.
    row.bySeed = {{report(0.4), report(0.6)}, {report(0.6), report(0.6)}, {report(0.5), report(0.9)}};
    QCOMPARE(row.seeds(), 3);
    QVERIFY(std::abs(row.seedSpread(MetricId::Ndcg) - 0.1) < 1e-12);
    QVERIFY(std::abs(row.seedSpread(MetricId::Coverage) - 0.2) < 1e-12);
    QVERIFY(std::isnan(row.seedSpread(MetricId::Entropy))); // not measured
}

void TestComparison::differencesAreThoseOfTheUsersInCommon() {
    const double none = std::nan("");
    const std::vector<ComparedModel> rows{rowOf({0.5, none, 0.7, 0.1, 0.9}),
                                          rowOf({0.2, 0.4, 0.3, none, 0.8})};
    const auto pairs = compareWithReference(rows, 1, MetricId::Ndcg, quick);
    QCOMPARE(pairs[0].users, 3); // 0, 2 and 4
    QVERIFY(std::abs(pairs[0].difference - (0.3 + 0.4 + 0.1) / 3.0) < 1e-12);
    const auto turned = compareWithReference(rows, 0, MetricId::Ndcg, quick);
    QVERIFY(std::abs(turned[1].difference + pairs[0].difference) < 1e-12);
    // Nobody in common.
    const std::vector<ComparedModel> apart{rowOf({0.5, none}), rowOf({none, 0.5})};
    QCOMPARE(compareWithReference(apart, 0, MetricId::Ndcg, quick)[1].verdict, Verdict::NotComparable);
}

void TestComparison::referenceIsNotCompared() {
    const auto pairs = compareWithReference(fourRows(), 1, MetricId::Ndcg, quick);
    QCOMPARE(pairs.size(), std::size_t{4});
    QCOMPARE(pairs[1].verdict, Verdict::NotComparable);
    QCOMPARE(pairs[1].users, 0);
    QCOMPARE(pairs[0].verdict, Verdict::Worse);
    QCOMPARE(pairs[2].verdict, Verdict::NoDetectableDifference);
    QCOMPARE(pairs[3].verdict, Verdict::Worse);
    QVERIFY(pairs[2].detectable > std::abs(pairs[2].difference));
    QCOMPARE(compareWithReference(fourRows(), 0, MetricId::Ndcg, quick)[1].verdict, Verdict::Better);
    // A row beside its own copy: no difference, and nothing to detect.
    const std::vector<ComparedModel> twins{rowOf(noisy(50, 0.3, 1)), rowOf(noisy(50, 0.3, 1))};
    const auto same = compareWithReference(twins, 0, MetricId::Ndcg, quick)[1];
    QCOMPARE(same.verdict, Verdict::NoDetectableDifference);
    QCOMPARE(same.difference, 0.0);
    QCOMPARE(same.pValue, 1.0);
    QCOMPARE(compareWithReference({fourRows()[0]}, 0, MetricId::Ndcg, quick).size(), std::size_t{1});
}

void TestComparison::metricsOfAllListsAreNotCompared() {
    for (const MetricInfo& metric : metricCatalogue())
        if (!metric.perUser)
            for (const PairedComparison& pair : compareWithReference(fourRows(), 0, metric.id, quick))
                QCOMPARE(pair.verdict, Verdict::NotComparable);
    // A metric that no user has a value of.
    for (const PairedComparison& pair : compareWithReference(fourRows(), 0, MetricId::GenreDiversity, quick))
        QCOMPARE(pair.verdict, Verdict::NotComparable);
}

void TestComparison::lowerIsBetterTurnsTheVerdict() {
    const auto pairs = compareWithReference(fourRows(), 1, MetricId::PercentileRank, quick);
    QVERIFY(pairs[0].difference > 0.0);
    QCOMPARE(pairs[0].verdict, Verdict::Worse);
    QCOMPARE(compareWithReference(fourRows(), 0, MetricId::PercentileRank, quick)[1].verdict,
             Verdict::Better);
}

void TestComparison::adjustedOverTheRowsShown() {
    const auto pairs = compareWithReference(fourRows(), 1, MetricId::Ndcg, quick);
    std::vector<double> p;
    for (const std::size_t row : {0, 2, 3}) {
        QCOMPARE(pairs[row].familySize, 3);
        p.push_back(pairs[row].pValue);
    }
    const auto adjusted = holmAdjusted(p);
    QCOMPARE(pairs[0].adjustedP, adjusted[0]);
    QCOMPARE(pairs[2].adjustedP, adjusted[1]);
    QCOMPARE(pairs[3].adjustedP, adjusted[2]);
    QCOMPARE(pairs[0].pValue, 1.0 / 2001.0);
    QCOMPARE(pairs[0].adjustedP, 3.0 / 2001.0);
}

void TestComparison::bestAreTheLeaderAndItsEquals() {
    const auto rows = fourRows();
    QCOMPARE(bestRows(rows, MetricId::Ndcg, quick), (std::vector<std::size_t>{1, 2}));
    // Never by the mean alone: the means differ.
    QVERIFY(rows[1].mean.means.ndcg != rows[2].mean.means.ndcg);
    QCOMPARE(bestRows({rows[0], rows[3], rows[1]}, MetricId::Ndcg, quick), (std::vector<std::size_t>{2}));
    QCOMPARE(bestRows({rows[0]}, MetricId::Ndcg, quick), (std::vector<std::size_t>{0}));
}

void TestComparison::bestOfALowerIsBetterMetric() {
    QCOMPARE(bestRows(fourRows(), MetricId::PercentileRank, quick), (std::vector<std::size_t>{1, 2}));
}

void TestComparison::nobodyIsBestOnANeutralMetric() {
    for (const MetricInfo& metric : metricCatalogue())
        if (metric.direction == MetricDirection::Neutral)
            QVERIFY(bestRows(fourRows(), metric.id, quick).empty());
}

void TestComparison::bestOfNothing() {
    QVERIFY(bestRows({}, MetricId::Ndcg, quick).empty());
    QVERIFY(bestRows(fourRows(), MetricId::GenreDiversity, quick).empty());
    auto rows = fourRows();
    rows[1].mean.means.ndcg = std::nan(""); // not measured: it cannot lead
    QCOMPARE(bestRows({rows[1], rows[0]}, MetricId::Ndcg, quick).back(), std::size_t{1});
}

void TestComparison::allMetricsTogetherEqualOneByOne() {
    const auto rows = fourRows();
    const auto all = compareAllWithReference(rows, 3, quick);
    const auto best = bestRowsOfAll(rows, quick);
    QCOMPARE(all.size(), metricCatalogue().size());
    QCOMPARE(best.size(), metricCatalogue().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const MetricId metric = metricCatalogue()[i].id;
        const auto alone = compareWithReference(rows, 3, metric, quick);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            QCOMPARE(all[i][row].verdict, alone[row].verdict);
            QCOMPARE(all[i][row].difference, alone[row].difference);
            QCOMPARE(all[i][row].interval.low, alone[row].interval.low);
            QCOMPARE(all[i][row].interval.high, alone[row].interval.high);
            QCOMPARE(all[i][row].adjustedP, alone[row].adjustedP);
        }
        QCOMPARE(best[i], bestRows(rows, metric, quick));
    }
}

void TestComparison::measuresEverySeedOnEverySplit() {
    const auto splits = handmadeSplits(2);
    const auto row = measureAlgorithm(splits, RandomParameters{.seed = 5}, {.k = 5, .curveTo = 8, .seeds = 3},
                                      withThreads(2))
                         .value();
    QCOMPARE(row.name, std::string("Random"));
    QVERIFY(row.parameters.find("seed 5") != std::string::npos);
    QCOMPARE(row.seeds(), 3);
    QCOMPARE(row.tuningTrials, 0);
    QCOMPARE(row.models.size(), std::size_t{2});
    for (const auto& folds : row.bySeed) {
        QCOMPARE(folds.size(), std::size_t{2});
        for (std::size_t fold = 0; fold < 2; ++fold) {
            QCOMPARE(folds[fold].splitName, splits[fold].name);
            QCOMPARE(folds[fold].k, 5);
            QCOMPARE(folds[fold].curve.size(), std::size_t{8});
        }
    }
    // Seeds 5, 6 and 7: the second is what a training with seed 6 gives.
    const auto six = measureAlgorithm(splits, RandomParameters{.seed = 6}, {.k = 5, .seeds = 1}, {}).value();
    QCOMPARE(row.bySeed[1][0].means.ndcg, six.bySeed[0][0].means.ndcg);
    QVERIFY(row.bySeed[0][0].means.ndcg != six.bySeed[0][0].means.ndcg);
    // The models are those of the last seed.
    const auto seven =
        measureAlgorithm(splits, RandomParameters{.seed = 7}, {.k = 5, .seeds = 1}, {}).value();
    const auto again = evaluate(*row.models[1], splits[1], {.k = 5}, {}).value();
    QCOMPARE(again.means.ndcg, seven.bySeed[0][1].means.ndcg);
}

void TestComparison::deterministicAlgorithmNeedsOneSeed() {
    const auto row = measureAlgorithm(handmadeSplits(2), PopularityParameters{}, {.seeds = 5}, {}).value();
    QCOMPARE(row.seeds(), 1);
    QVERIFY(std::isnan(row.seedSpread(MetricId::Ndcg)));
}

void TestComparison::meanIsOverFoldsThenSeeds() {
    const auto row =
        measureAlgorithm(handmadeSplits(3), RandomParameters{.seed = 1}, {.k = 5, .seeds = 2}, {}).value();
    double sum = 0.0;
    std::map<UserIndex, std::vector<double>> byUser;
    for (const auto& folds : row.bySeed)
        for (const EvaluationReport& report : folds) {
            sum += report.means.ndcg / 6.0;
            for (const UserMetrics& user : report.users)
                byUser[user.user].push_back(user.metrics.ndcg);
        }
    QVERIFY(std::abs(row.mean.means.ndcg - sum) < 1e-12);
    QCOMPARE(row.mean.users.size(), byUser.size());
    for (const UserMetrics& user : row.mean.users) {
        const auto& values = byUser.at(user.user);
        QVERIFY(values.size() % 2 == 0); // as often with each seed
        double mean = 0.0;
        for (const double value : values)
            mean += value / static_cast<double>(values.size());
        QVERIFY(std::abs(user.metrics.ndcg - mean) < 1e-12);
    }
    int users = 0;
    for (const EvaluationReport& report : row.bySeed[0])
        users += report.evaluatedUsers;
    QCOMPARE(row.mean.evaluatedUsers, users); // of one seed
    QCOMPARE(row.mean.splitName, std::string("random-fold 1/3 to random-fold 3/3"));
    QCOMPARE(row.mean.modelParameters, row.parameters);
}

void TestComparison::progressRunsOverAll() {
    std::vector<double> fractions;
    JobControl control;
    control.progress = [&](double fraction) { fractions.push_back(fraction); };
    QVERIFY(measureAlgorithm(handmadeSplits(2), RandomParameters{}, {.seeds = 2}, control));
    QVERIFY(std::ranges::is_sorted(fractions));
    QVERIFY(fractions.front() < 0.26);
    QCOMPARE(fractions.back(), 1.0);
}

void TestComparison::threadsDoNotMatter() {
    const auto splits = handmadeSplits(2);
    const AlsParameters parameters{.factors = 4, .iterations = 3};
    const auto one = measureAlgorithm(splits, parameters, {.seeds = 2}, withThreads(1)).value();
    const auto two = measureAlgorithm(splits, parameters, {.seeds = 2}, withThreads(3)).value();
    for (const MetricInfo& metric : metricCatalogue()) {
        const double a = metricValue(one.mean, metric.id);
        const double b = metricValue(two.mean, metric.id);
        QVERIFY(a == b || (std::isnan(a) && std::isnan(b)));
    }
}

void TestComparison::cancelled() {
    std::stop_source stop;
    JobControl control;
    control.stop = stop.get_token();
    control.progress = [&](double fraction) {
        if (fraction > 0.5)
            stop.request_stop();
    };
    const auto row = measureAlgorithm(handmadeSplits(2), RandomParameters{}, {.seeds = 3}, control);
    QVERIFY(!row);
    QCOMPARE(row.error().code, ErrorCode::Cancelled);
}

void TestComparison::errors() {
    const auto check = [](const Result<ComparedModel>& row, ErrorCode code) {
        QVERIFY(!row);
        QCOMPARE(row.error().code, code);
    };
    check(measureAlgorithm({}, RandomParameters{}, {}, {}), ErrorCode::InvalidParameters);
    const auto splits = handmadeSplits(2);
    for (const int seeds : {0, 101})
        check(measureAlgorithm(splits, RandomParameters{}, {.seeds = seeds}, {}),
              ErrorCode::InvalidParameters);
    check(measureAlgorithm(splits, RandomParameters{}, {.k = 0}, {}), ErrorCode::InvalidParameters);
    check(measureAlgorithm(splits, AlsParameters{.factors = 0}, {}, {}), ErrorCode::InvalidParameters);
    auto leak = splits;
    leak[1].seen = leak[1].heldOut;
    check(measureAlgorithm(leak, RandomParameters{}, {}, {}), ErrorCode::InvalidData);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
