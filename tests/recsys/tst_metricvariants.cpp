#include "core/recsys/evaluation.h"
#include "core/recsys/metricid.h"
#include "core/recsys/metrics.h"
#include "tests/recsys/fixtures.h"
#include "tests/recsys/treceval.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>

using namespace recital;

/// The variants of 4.1, what is beyond accuracy (4.4) and the catalogue of names.
class TestMetricVariants : public QObject {
    Q_OBJECT

private slots:
    void catalogueNamesEverythingOnce();
    void valuesComeFromWhereTheyStand();
    void variantsByHand();
    void variantsEqualTheirDefinitions();
    void variantsKeepTheirOrder();
    void trecEval();
    void aucOfManyRelevantItems();
    void percentileRankByHand();
    void percentileRankEqualsTheSortedList();
    void genreDiversityByHand();
    void popularityByHand();
    void trainCoverageCountsTrainedItemsOnly();
    void entropyByHand();
    void personalizationEqualsThePairs();
    void exposureByDecileByHand();
    void exposureByDecileOfAnyCatalogue();
};

namespace {

constexpr double tolerance = 1e-12;

bool near(double a, double b, double within = tolerance) {
    return std::abs(a - b) <= within;
}

struct List {
    int k = 0;
    int relevant = 0;
    std::vector<int> hits;
};

List randomList(std::mt19937& random) {
    List list;
    list.k = 1 + static_cast<int>(random() % 12);
    list.relevant = 1 + static_cast<int>(random() % 20);
    for (int rank = 1; rank <= list.k; ++rank)
        if (static_cast<int>(list.hits.size()) < list.relevant && random() % 3 == 0)
            list.hits.push_back(rank);
    return list;
}

/// 1 / log2(r + 1) summed over the ranks 1 to `places`.
double idealGain(int places) {
    double gain = 0.0;
    for (int rank = 1; rank <= places; ++rank)
        gain += std::log(2.0) / std::log(rank + 1.0);
    return gain;
}

/// h_r and H_r written out, as in evaluation.md 4.1.
RankingMetrics byDefinition(const List& list) {
    std::vector<int> h(static_cast<std::size_t>(list.k) + 1);
    for (const int rank : list.hits)
        h[static_cast<std::size_t>(rank)] = 1;
    double sum = 0.0;
    double gain = 0.0;
    for (int rank = 1; rank <= list.k; ++rank) {
        const int found = std::accumulate(h.begin(), h.begin() + rank + 1, 0);
        sum += h[static_cast<std::size_t>(rank)] * static_cast<double>(found) / rank;
        gain += h[static_cast<std::size_t>(rank)] * std::log(2.0) / std::log(rank + 1.0);
    }
    const double found = std::accumulate(h.begin(), h.end(), 0);
    const int few = std::min(list.relevant, list.k);
    RankingMetrics metrics;
    metrics.precision = found / list.k;
    metrics.recall = found / list.relevant;
    metrics.recallCapped = found / few;
    metrics.map = sum / few;
    metrics.mapByRelevant = sum / list.relevant;
    metrics.ndcg = gain / idealGain(few);
    metrics.ndcgFullIdeal = gain / idealGain(list.relevant);
    metrics.ndcgFixedIdeal = gain / idealGain(list.k);
    return metrics;
}

AreaUnderCurve allPairs(std::span<const float> scores, const std::set<ItemIndex>& excluded,
                        const std::set<ItemIndex>& relevant) {
    double half = 0.0;
    double inOrder = 0.0;
    double pairs = 0.0;
    double ranks = 0.0;
    double candidates = 0.0;
    for (ItemIndex j = 0; j < static_cast<ItemIndex>(scores.size()); ++j) {
        candidates += excluded.contains(j) ? 0.0 : 1.0;
        for (const ItemIndex i : relevant) {
            if (excluded.contains(j) || i == j)
                continue;
            const float a = scores[static_cast<std::size_t>(i)];
            const float b = scores[static_cast<std::size_t>(j)];
            const bool first = a > b || (a == b && i < j);
            ranks += first ? 0.0 : 1.0;
            if (relevant.contains(j))
                continue;
            pairs += 1.0;
            half += a > b ? 1.0 : (a == b ? 0.5 : 0.0);
            inOrder += first ? 1.0 : 0.0;
        }
    }
    return {half / pairs, inOrder / pairs, ranks / (static_cast<double>(relevant.size()) * candidates)};
}

} // namespace

void TestMetricVariants::catalogueNamesEverythingOnce() {
    std::set<std::string_view> keys;
    int perUser = 0;
    for (const MetricInfo& info : metricCatalogue()) {
        QCOMPARE(&metricInfo(info.id), &info);
        QCOMPARE(findMetric(info.key), &info);
        keys.insert(info.key);
        perUser += info.perUser ? 1 : 0;
        // What judges has a value for each user, so that a test is possible.
        QVERIFY(info.perUser || info.direction == MetricDirection::Neutral);
    }
    QCOMPARE(keys.size(), std::size_t{23});
    QCOMPARE(metricCatalogue().size(), std::size_t{23});
    QCOMPARE(perUser, 17);
    QCOMPARE(findMetric("ndcg@10"), nullptr);
    QCOMPARE(findMetric(""), nullptr);
    QCOMPARE(metricInfo(MetricId::PercentileRank).direction, MetricDirection::LowerIsBetter);
}

void TestMetricVariants::valuesComeFromWhereTheyStand() {
    // Every member of its own value: each id finds another one.
    UserMetrics user;
    auto* members = reinterpret_cast<double*>(&user.metrics);
    for (std::size_t i = 0; i < sizeof(RankingMetrics) / sizeof(double); ++i)
        members[i] = static_cast<double>(i) + 1.0;
    EvaluationReport report;
    report.means = user.metrics;
    report.coverage = 101;
    report.trainCoverage = 102;
    report.gini = 103;
    report.entropy = 104;
    report.novelty = 105;
    report.personalization = 106;
    std::set<double> values;
    for (const MetricInfo& info : metricCatalogue()) {
        const double value = metricValue(report, info.id);
        values.insert(value);
        if (info.perUser)
            QCOMPARE(metricValue(user, info.id), value);
        else
            QVERIFY(std::isnan(metricValue(user, info.id)));
    }
    QCOMPARE(values.size(), metricCatalogue().size());
    QVERIFY(!std::isnan(*values.begin()));
    QCOMPARE(metricValue(report, MetricId::Ndcg), user.metrics.ndcg);
    QCOMPARE(metricValue(report, MetricId::Personalization), 106.0);
    QVERIFY(std::isnan(metricValue(EvaluationReport{}, MetricId::Entropy))); // not measured
}

void TestMetricVariants::variantsByHand() {
    // k 2, five relevant, both places hit: perfect but for the ideals that know of more.
    const RankingMetrics full = rankingMetrics(std::vector{1, 2}, 5, Discounts(2));
    const double two = 1.0 + 1.0 / std::log2(3.0);
    const double five = two + 0.5 + 1.0 / std::log2(5.0) + 1.0 / std::log2(6.0);
    QVERIFY(near(full.ndcg, 1.0));
    QVERIFY(near(full.ndcgFullIdeal, two / five));
    QVERIFY(near(full.ndcgFixedIdeal, 1.0));
    QVERIFY(near(full.mapByRelevant, 0.4));
    QVERIFY(near(full.recallCapped, 1.0));
    // k 10, one relevant at the top: an ideal of ten makes .22 of it.
    const RankingMetrics one = rankingMetrics(std::vector{1}, 1, Discounts(10));
    QVERIFY(near(one.ndcgFullIdeal, 1.0));
    QVERIFY(near(one.ndcgFixedIdeal, 0.2201, 5e-5));
    QVERIFY(near(one.mapByRelevant, 1.0));
    QVERIFY(near(one.recallCapped, 1.0));
    // What needs more than the hits is not invented.
    QVERIFY(std::isnan(one.percentileRank) && std::isnan(one.popularity) && std::isnan(one.genreDiversity));
}

void TestMetricVariants::variantsEqualTheirDefinitions() {
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        const List list = randomList(random);
        const RankingMetrics actual = rankingMetrics(list.hits, list.relevant, Discounts(list.k));
        const RankingMetrics expected = byDefinition(list);
        for (const auto metric :
             {&RankingMetrics::precision, &RankingMetrics::recall, &RankingMetrics::recallCapped,
              &RankingMetrics::map, &RankingMetrics::mapByRelevant, &RankingMetrics::ndcg,
              &RankingMetrics::ndcgFullIdeal, &RankingMetrics::ndcgFixedIdeal})
            QVERIFY(near(actual.*metric, expected.*metric));
    }
}

void TestMetricVariants::variantsKeepTheirOrder() {
    std::mt19937 random(6);
    for (int i = 0; i < 500; ++i) {
        const List list = randomList(random);
        const Discounts discounts(list.k);
        const RankingMetrics m = rankingMetrics(list.hits, list.relevant, discounts);
        QVERIFY(m.ndcgFullIdeal <= m.ndcg + tolerance && m.ndcgFixedIdeal <= m.ndcg + tolerance);
        QVERIFY(m.mapByRelevant <= m.map + tolerance && m.recall <= m.recallCapped + tolerance);
        for (const auto metric : {&RankingMetrics::ndcg, &RankingMetrics::map, &RankingMetrics::recallCapped,
                                  &RankingMetrics::mrr, &RankingMetrics::hitRate})
            QVERIFY(m.*metric >= 0.0 && m.*metric <= 1.0 + tolerance);
        // A hit one place further up is never worse.
        for (std::size_t hit = 0; hit < list.hits.size(); ++hit) {
            const int above = hit == 0 ? 0 : list.hits[hit - 1];
            if (list.hits[hit] - 1 == above)
                continue;
            auto better = list.hits;
            --better[hit];
            const RankingMetrics b = rankingMetrics(better, list.relevant, discounts);
            QVERIFY(b.ndcg > m.ndcg && b.ndcgFullIdeal > m.ndcgFullIdeal && b.map > m.map &&
                    b.mapByRelevant > m.mapByRelevant && b.mrr >= m.mrr);
            QCOMPARE(b.precision, m.precision);
            QCOMPARE(b.recall, m.recall);
        }
    }
}

void TestMetricVariants::trecEval() {
    std::map<std::string, std::set<std::string>> relevant;
    std::istringstream judgements(trec::judgements);
    for (std::string topic, zero, document, grade; judgements >> topic >> zero >> document >> grade;)
        relevant[topic].insert(document);
    std::map<std::string, std::vector<int>> hits;
    for (const auto& [topic, documents] : relevant)
        hits[topic];
    std::istringstream run(trec::run);
    for (std::string topic, q0, document, rank, score, name;
         run >> topic >> q0 >> document >> rank >> score >> name;)
        if (relevant.at(topic).contains(document))
            hits[topic].push_back(std::stoi(rank));

    const std::map<std::string, double RankingMetrics::*> names{
        {"P_5", &RankingMetrics::precision},           {"recall_5", &RankingMetrics::recall},
        {"map_cut_5", &RankingMetrics::mapByRelevant}, {"ndcg_cut_5", &RankingMetrics::ndcg},
        {"recip_rank", &RankingMetrics::mrr},          {"success_5", &RankingMetrics::hitRate}};
    std::vector<UserMetrics> users;
    std::map<std::string, RankingMetrics> byTopic;
    for (const auto& [topic, ranks] : hits) {
        UserMetrics user;
        user.metrics = rankingMetrics(ranks, static_cast<int>(relevant.at(topic).size()), Discounts(5));
        byTopic[topic] = user.metrics;
        users.push_back(user);
    }
    byTopic["all"] = meanOfUsers(users, [](const UserMetrics&) { return true; });
    std::istringstream results(trec::results);
    int compared = 0;
    double expected = 0.0;
    for (std::string metric, topic; results >> metric >> topic >> expected; ++compared) {
        const double actual = byTopic.at(topic).*names.at(metric);
        QVERIFY2(near(actual, expected, 5.001e-5),
                 qPrintable(QString::fromStdString(metric + ' ' + topic + ' ' + std::to_string(actual))));
    }
    QCOMPARE(compared, 30);
}

void TestMetricVariants::aucOfManyRelevantItems() {
    // Few and many relevant items are counted in two ways; scores of few values tie often.
    std::mt19937 random(8);
    for (const int size : {40, 300, 700})
        for (const unsigned values : {1U, 4U, 100000U})
            for (const int every : {2, 3, 10}) {
                std::vector<float> scores;
                std::vector<ItemIndex> excluded;
                std::vector<ItemIndex> relevant;
                for (ItemIndex item = 0; item < size; ++item) {
                    scores.push_back(static_cast<float>(random() % values) - 2.0F);
                    const auto draw = static_cast<int>(random() % 30);
                    if (draw == 0)
                        excluded.push_back(item);
                    else if (draw % every == 0)
                        relevant.push_back(item);
                }
                const AreaUnderCurve actual = areaUnderCurve(scores, excluded, relevant);
                const AreaUnderCurve expected =
                    allPairs(scores, {excluded.begin(), excluded.end()}, {relevant.begin(), relevant.end()});
                QVERIFY(near(actual.tiesHalf, expected.tiesHalf));
                QVERIFY(near(actual.inListOrder, expected.inListOrder));
                QVERIFY(near(actual.percentileRank, expected.percentileRank));
            }
}

void TestMetricVariants::percentileRankByHand() {
    const std::vector<float> scores{5, 4, 3, 2};
    const auto rankOf = [&](std::vector<ItemIndex> excluded, std::vector<ItemIndex> relevant) {
        return areaUnderCurve(scores, excluded, relevant).percentileRank;
    };
    QCOMPARE(rankOf({}, {0}), 0.0);
    QCOMPARE(rankOf({}, {3}), 0.75);
    QCOMPARE(rankOf({}, {0, 3}), 0.375);
    QCOMPARE(rankOf({0}, {2}), 1.0 / 3.0);
    QCOMPARE(rankOf({}, {0, 1, 2, 3}), 0.375); // defined where the areas are not
    QVERIFY(std::isnan(rankOf({}, {})));
}

void TestMetricVariants::percentileRankEqualsTheSortedList() {
    std::mt19937 random(4);
    std::vector<float> scores(200);
    for (float& score : scores)
        score = static_cast<float>(random() % 20);
    std::vector<ItemIndex> order(200);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](ItemIndex item) { return scores[static_cast<std::size_t>(item)]; });
    std::vector<ItemIndex> relevant;
    for (ItemIndex item = 3; item < 200; item += 4)
        relevant.push_back(item);
    double ranks = 0.0;
    for (const ItemIndex item : relevant)
        ranks += static_cast<double>(std::ranges::find(order, item) - order.begin());
    QVERIFY(near(areaUnderCurve(scores, {}, relevant).percentileRank,
                 ranks / (200.0 * static_cast<double>(relevant.size()))));
}

void TestMetricVariants::genreDiversityByHand() {
    // 0: drama; 1: drama, crime; 2: comedy; 3 and 4: none.
    const std::vector<std::uint32_t> genres{0b001, 0b011, 0b100, 0, 0};
    const auto diversity = [&](std::vector<ItemIndex> list) { return genreDiversity(list, genres); };
    QCOMPARE(diversity({0, 1}), 0.5);
    QCOMPARE(diversity({0, 2}), 1.0);
    QVERIFY(near(diversity({0, 1, 2}), 2.5 / 3.0));
    QCOMPARE(diversity({2, 1, 0}), diversity({0, 1, 2}));
    QCOMPARE(diversity({0, 3}), 1.0);             // nothing in common
    QCOMPARE(diversity({0, 1, 3, 4}), 4.5 / 5.0); // 3 with 4 says nothing
    QVERIFY(std::isnan(diversity({3, 4})));
    QVERIFY(std::isnan(diversity({0})));
    QVERIFY(std::isnan(diversity({})));
}

void TestMetricVariants::popularityByHand() {
    const std::vector<std::int64_t> positives{10, 0, 5};
    QCOMPARE(meanPopularity(std::vector<ItemIndex>{0, 1, 2}, positives), 5.0);
    QCOMPARE(meanPopularity(std::vector<ItemIndex>{1}, positives), 0.0);
    QVERIFY(std::isnan(meanPopularity({}, positives)));
}

void TestMetricVariants::trainCoverageCountsTrainedItemsOnly() {
    using Counts = std::vector<std::int64_t>;
    QCOMPARE(trainCoverage(Counts{3, 0, 2, 1}, Counts{5, 5, 0, 1}), 2.0 / 3.0);
    QCOMPARE(trainCoverage(Counts{1, 1}, Counts{1, 0}), 1.0); // never more than all
    QVERIFY(std::isnan(trainCoverage(Counts{1}, Counts{0})));
}

void TestMetricVariants::entropyByHand() {
    using Counts = std::vector<std::int64_t>;
    QCOMPARE(entropyOfExposure(Counts{7, 0, 0}), 0.0);
    QCOMPARE(entropyOfExposure(Counts{3, 3, 3, 3}), 2.0);
    QCOMPARE(entropyOfExposure(Counts{2, 1, 1, 0}), 1.5);
    QCOMPARE(entropyOfExposure(Counts{0, 0}), 0.0);
}

void TestMetricVariants::personalizationEqualsThePairs() {
    std::mt19937 random(12);
    constexpr int k = 5;
    constexpr int lists = 30;
    std::vector<std::set<int>> shown(lists);
    std::vector<std::int64_t> exposure(17);
    for (auto& list : shown) {
        while (list.size() < k)
            list.insert(static_cast<int>(random() % exposure.size()));
        for (const int item : list)
            ++exposure[static_cast<std::size_t>(item)];
    }
    double common = 0.0;
    int pairs = 0;
    for (std::size_t u = 0; u < shown.size(); ++u)
        for (std::size_t v = u + 1; v < shown.size(); ++v, ++pairs)
            for (const int item : shown[u])
                common += shown[v].contains(item) ? 1.0 / k : 0.0;
    QVERIFY(near(personalization(exposure, k, lists), 1.0 - common / pairs));
    using Counts = std::vector<std::int64_t>;
    QCOMPARE(personalization(Counts{4, 4, 0}, 2, 4), 0.0); // the same list for all
    QCOMPARE(personalization(Counts{1, 1, 1, 1}, 2, 2), 1.0);
    QVERIFY(std::isnan(personalization(Counts{1, 1}, 2, 1)));
}

void TestMetricVariants::exposureByDecileByHand() {
    // Twenty items, two a tenth. Items 3 and 17 are the most liked; the others tie, lower item first.
    std::vector<std::int64_t> positives(20, 1);
    positives[17] = 9;
    positives[3] = 8;
    std::vector<std::int64_t> exposure(20);
    exposure[17] = 4;
    exposure[3] = 2; // the first tenth
    exposure[0] = 1;
    exposure[1] = 1;  // the second
    exposure[19] = 2; // the last
    const std::vector<double> shares = exposureByDecile(exposure, positives);
    QCOMPARE(shares.size(), std::size_t{10});
    QCOMPARE(shares[0], 0.6);
    QCOMPARE(shares[1], 0.2);
    QCOMPARE(shares[9], 0.2);
    QVERIFY(exposureByDecile(std::vector<std::int64_t>(20), positives).empty());
}

void TestMetricVariants::exposureByDecileOfAnyCatalogue() {
    for (const std::size_t items : {1UL, 3UL, 9UL, 10UL, 11UL, 1682UL}) {
        std::vector<std::int64_t> positives(items);
        for (std::size_t item = 0; item < items; ++item)
            positives[item] = static_cast<std::int64_t>(item % 7);
        const auto shares = exposureByDecile(std::vector<std::int64_t>(items, 3), positives);
        QCOMPARE(shares.size(), std::size_t{10});
        QVERIFY(near(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0));
        if (items >= 10) // equal exposure: every tenth gets its tenth, to one item
            for (const double share : shares)
                QVERIFY(near(share, 0.1, 1.0 / static_cast<double>(items)));
    }
}

QTEST_GUILESS_MAIN(TestMetricVariants)
#include "tst_metricvariants.moc"
