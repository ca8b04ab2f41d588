#include "core/recsys/metrics.h"

#include "core/recsys/candidates.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>

namespace recital {

namespace {

double count(HitRanks hits) {
    return static_cast<double>(hits.size());
}

/// Sum of the precisions at the ranks of the hits.
double precisionSum(HitRanks hits) {
    double sum = 0.0;
    for (std::size_t i = 0; i < hits.size(); ++i)
        sum += static_cast<double>(i + 1) / hits[i];
    return sum;
}

double gainOf(HitRanks hits, const Discounts& discounts) {
    double gain = 0.0;
    for (const int rank : hits)
        gain += discounts.at(rank);
    return gain;
}

/// Numbers of ordered pairs (a relevant candidate, another candidate, relevant or not).
struct PairCounts {
    std::int64_t higher = 0;     ///< the relevant one scores higher
    std::int64_t equal = 0;      ///< both score the same
    std::int64_t equalAfter = 0; ///< the same, and the other one is the higher item
};

/// Scores of the candidates in ascending order of item, so that position stands for item.
struct Candidates {
    std::vector<float> scores;
    std::vector<std::size_t> relevant; ///< positions, ascending
};

Candidates gather(std::span<const float> scores, std::span<const ItemIndex> excluded,
                  std::span<const ItemIndex> relevant) {
    Candidates candidates;
    candidates.scores.reserve(scores.size());
    candidates.relevant.reserve(relevant.size());
    auto next = relevant.begin();
    forEachCandidateRun(static_cast<ItemIndex>(scores.size()), excluded, [&](ItemIndex begin, ItemIndex end) {
        for (; next != relevant.end() && *next < end; ++next)
            candidates.relevant.push_back(candidates.scores.size() + static_cast<std::size_t>(*next - begin));
        const auto run =
            scores.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        candidates.scores.insert(candidates.scores.end(), run.begin(), run.end());
    });
    assert(candidates.relevant.size() == relevant.size() && "a relevant item must not be excluded");
    return candidates;
}

/// How many of the scores are less than and equal to `score`. 32-bit counters, for wider vectors.
void compare(std::span<const float> scores, float score, std::int64_t& lower, std::int64_t& equal) {
    std::uint32_t lowerHere = 0;
    std::uint32_t equalHere = 0;
    for (const float other : scores) {
        lowerHere += static_cast<std::uint32_t>(other < score);
        equalHere += static_cast<std::uint32_t>(other == score);
    }
    lower += lowerHere;
    equal += equalHere;
}

PairCounts countByComparing(const Candidates& candidates) {
    PairCounts counts;
    const std::span scores(candidates.scores);
    for (const std::size_t position : candidates.relevant) {
        compare(scores.first(position), scores[position], counts.higher, counts.equal);
        std::int64_t after = 0;
        compare(scores.subspan(position + 1), scores[position], counts.higher, after);
        counts.equal += after;
        counts.equalAfter += after;
    }
    return counts;
}

/// How many of the ascending values are less. Without branches, which would be mispredicted every second
/// time.
std::size_t countBelow(std::span<const float> sorted, float value) {
    const float* base = sorted.data();
    for (std::size_t length = sorted.size(); length > 1;) {
        const std::size_t half = length / 2;
        base += half * static_cast<std::size_t>(base[half - 1] < value);
        length -= half;
    }
    return static_cast<std::size_t>(base - sorted.data()) + static_cast<std::size_t>(*base < value);
}

/// Looks every candidate up among the sorted relevant scores.
PairCounts countBySearching(const Candidates& candidates) {
    std::vector<float> sorted;
    for (const std::size_t position : candidates.relevant)
        sorted.push_back(candidates.scores[position]);
    std::ranges::sort(sorted);
    std::vector<std::int64_t> passed(sorted.size()); // at the first of equal scores: how many were passed
    const auto n = static_cast<std::int64_t>(sorted.size());
    PairCounts counts;
    auto nextRelevant = candidates.relevant.begin();
    for (std::size_t position = 0; position < candidates.scores.size(); ++position) {
        const float score = candidates.scores[position];
        const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(countBelow(sorted, score));
        const bool found = first != sorted.end() && *first == score;
        const auto last = found ? std::upper_bound(first, sorted.end(), score) : first;
        counts.higher += n - (last - sorted.begin());
        const bool isRelevant = nextRelevant != candidates.relevant.end() && *nextRelevant == position;
        if (!found)
            continue;
        std::int64_t& before = passed[static_cast<std::size_t>(first - sorted.begin())];
        counts.equal += (last - first) - (isRelevant ? 1 : 0); // no pair with itself
        counts.equalAfter += before;
        if (isRelevant) {
            ++before;
            ++nextRelevant;
        }
    }
    return counts;
}

} // namespace

double precisionAtK(HitRanks hits, int k) {
    assert(k >= 1 && (hits.empty() || (hits.front() >= 1 && hits.back() <= k)));
    return count(hits) / k;
}

double recallAtK(HitRanks hits, int relevant) {
    assert(relevant >= static_cast<int>(hits.size()) && relevant >= 1);
    return count(hits) / relevant;
}

double averagePrecisionAtK(HitRanks hits, int relevant, int k) {
    return precisionSum(hits) / std::min(relevant, k);
}

double averagePrecisionByRelevant(HitRanks hits, int relevant) {
    return precisionSum(hits) / relevant;
}

double recallCappedAtK(HitRanks hits, int relevant, int k) {
    return count(hits) / std::min(relevant, k);
}

double reciprocalRank(HitRanks hits) {
    return hits.empty() ? 0.0 : 1.0 / hits.front();
}

double hitRate(HitRanks hits) {
    return hits.empty() ? 0.0 : 1.0;
}

Discounts::Discounts(int k) {
    assert(k >= 1);
    for (int rank = 1; rank <= k; ++rank)
        m_discount.push_back(1.0 / std::log2(rank + 1.0));
    m_ideal.resize(m_discount.size());
    std::partial_sum(m_discount.begin(), m_discount.end(), m_ideal.begin());
}

double Discounts::ideal(int relevant) const {
    assert(relevant >= 1);
    return m_ideal[static_cast<std::size_t>(std::min(relevant, k())) - 1];
}

double Discounts::fullIdeal(int relevant) const {
    double sum = ideal(relevant);
    for (int rank = k() + 1; rank <= relevant; ++rank)
        sum += 1.0 / std::log2(rank + 1.0);
    return sum;
}

double ndcgAtK(HitRanks hits, int relevant, const Discounts& discounts) {
    return gainOf(hits, discounts) / discounts.ideal(relevant);
}

double ndcgFullIdealAtK(HitRanks hits, int relevant, const Discounts& discounts) {
    return gainOf(hits, discounts) / discounts.fullIdeal(relevant);
}

double ndcgFixedIdealAtK(HitRanks hits, const Discounts& discounts) {
    return gainOf(hits, discounts) / discounts.ideal(discounts.k());
}

RankingMetrics rankingMetrics(HitRanks hits, int relevant, const Discounts& discounts) {
    const int k = discounts.k();
    RankingMetrics metrics;
    metrics.precision = precisionAtK(hits, k);
    metrics.recall = recallAtK(hits, relevant);
    metrics.map = averagePrecisionAtK(hits, relevant, k);
    metrics.ndcg = ndcgAtK(hits, relevant, discounts);
    metrics.mrr = reciprocalRank(hits);
    metrics.hitRate = hitRate(hits);
    metrics.auc = notMeasured;
    metrics.aucInListOrder = notMeasured;
    metrics.ndcgFullIdeal = ndcgFullIdealAtK(hits, relevant, discounts);
    metrics.ndcgFixedIdeal = ndcgFixedIdealAtK(hits, discounts);
    metrics.mapByRelevant = averagePrecisionByRelevant(hits, relevant);
    metrics.recallCapped = recallCappedAtK(hits, relevant, k);
    return metrics;
}

AreaUnderCurve areaUnderCurve(std::span<const float> scores, std::span<const ItemIndex> excluded,
                              std::span<const ItemIndex> relevant) {
    constexpr std::size_t few = 128; // measured: from about here on searching is faster
    const Candidates candidates = gather(scores, excluded, relevant);
    const PairCounts counts =
        relevant.size() <= few ? countByComparing(candidates) : countBySearching(candidates);
    const auto n = static_cast<double>(relevant.size());
    const auto all = static_cast<double>(candidates.scores.size());
    AreaUnderCurve area{notMeasured, notMeasured, notMeasured};
    if (relevant.empty())
        return area;
    // Pairs of two relevant items were counted as well. There are n (n - 1) ordered ones, and half of them
    // win.
    const double amongRelevant = n * (n - 1.0);
    const auto ahead = static_cast<double>(counts.higher + counts.equalAfter);
    area.percentileRank = (n * (all - 1.0) - ahead) / (n * all);
    const double twicePairs = 2.0 * n * (all - n);
    if (twicePairs == 0.0)
        return area;
    area.tiesHalf =
        (2.0 * static_cast<double>(counts.higher) + static_cast<double>(counts.equal) - amongRelevant) /
        twicePairs;
    area.inListOrder = (2.0 * ahead - amongRelevant) / twicePairs;
    return area;
}

double genreDiversity(std::span<const ItemIndex> list, std::span<const std::uint32_t> genres) {
    double sum = 0.0;
    int pairs = 0;
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = i + 1; j < list.size(); ++j) {
            const std::uint32_t a = genres[static_cast<std::size_t>(list[i])];
            const std::uint32_t b = genres[static_cast<std::size_t>(list[j])];
            if ((a | b) == 0)
                continue;
            sum += 1.0 - static_cast<double>(std::popcount(a & b)) / std::popcount(a | b);
            ++pairs;
        }
    return pairs > 0 ? sum / pairs : notMeasured;
}

double meanPopularity(std::span<const ItemIndex> items, std::span<const std::int64_t> positives) {
    std::int64_t sum = 0;
    for (const ItemIndex item : items)
        sum += positives[static_cast<std::size_t>(item)];
    return items.empty() ? notMeasured : static_cast<double>(sum) / static_cast<double>(items.size());
}

double catalogueCoverage(std::span<const std::int64_t> exposure) {
    const auto shown = std::ranges::count_if(exposure, [](std::int64_t times) { return times > 0; });
    return exposure.empty() ? 0.0 : static_cast<double>(shown) / static_cast<double>(exposure.size());
}

double trainCoverage(std::span<const std::int64_t> exposure, std::span<const std::int64_t> positives) {
    assert(exposure.size() == positives.size());
    std::int64_t known = 0;
    std::int64_t shown = 0;
    for (std::size_t item = 0; item < exposure.size(); ++item) {
        known += positives[item] > 0 ? 1 : 0;
        shown += positives[item] > 0 && exposure[item] > 0 ? 1 : 0;
    }
    return known > 0 ? static_cast<double>(shown) / static_cast<double>(known) : notMeasured;
}

double giniOfExposure(std::span<const std::int64_t> exposure) {
    std::vector<std::int64_t> sorted(exposure.begin(), exposure.end());
    std::ranges::sort(sorted);
    const auto items = static_cast<std::int64_t>(sorted.size());
    double weighted = 0.0;
    double total = 0.0;
    for (std::int64_t i = 0; i < items; ++i) { // rank r = i + 1
        weighted += static_cast<double>((2 * i + 1 - items) * sorted[static_cast<std::size_t>(i)]);
        total += static_cast<double>(sorted[static_cast<std::size_t>(i)]);
    }
    return total > 0.0 ? weighted / (static_cast<double>(items) * total) : 0.0;
}

double meanInverseUserFrequency(std::span<const std::int64_t> exposure, std::span<const std::int64_t> raters,
                                int users) {
    assert(exposure.size() == raters.size());
    double bits = 0.0;
    double shown = 0.0;
    for (std::size_t item = 0; item < exposure.size(); ++item) {
        const auto known = static_cast<double>(std::max<std::int64_t>(raters[item], 1));
        bits -= static_cast<double>(exposure[item]) * std::log2(known / users);
        shown += static_cast<double>(exposure[item]);
    }
    return shown > 0.0 ? bits / shown : 0.0;
}

double entropyOfExposure(std::span<const std::int64_t> exposure) {
    const auto total =
        static_cast<double>(std::accumulate(exposure.begin(), exposure.end(), std::int64_t{0}));
    double bits = 0.0;
    for (const std::int64_t times : exposure)
        if (times > 0)
            bits -= static_cast<double>(times) / total * std::log2(static_cast<double>(times) / total);
    return bits;
}

double personalization(std::span<const std::int64_t> exposure, int k, int lists) {
    if (lists < 2)
        return notMeasured;
    double common = 0.0; // over ordered pairs of lists
    for (const std::int64_t times : exposure)
        common += static_cast<double>(times) * static_cast<double>(times - 1);
    return 1.0 - common / (static_cast<double>(k) * static_cast<double>(lists) * (lists - 1.0));
}

std::vector<double> exposureByDecile(std::span<const std::int64_t> exposure,
                                     std::span<const std::int64_t> positives) {
    assert(exposure.size() == positives.size());
    const auto total = std::accumulate(exposure.begin(), exposure.end(), std::int64_t{0});
    if (total == 0)
        return {};
    std::vector<std::size_t> order(exposure.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(),
                             [positives](std::size_t item) { return positives[item]; });
    std::vector<double> shares(10);
    for (std::size_t place = 0; place < order.size(); ++place)
        shares[10 * place / order.size()] += static_cast<double>(exposure[order[place]]);
    for (double& share : shares)
        share /= static_cast<double>(total);
    return shares;
}

} // namespace recital
