#include "core/recsys/metrics.h"

#include "core/recsys/candidates.h"

#include <algorithm>
#include <cassert>
#include <cmath>
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

struct Comparison {
    std::int64_t less = 0;
    std::int64_t equal = 0;
    std::int64_t equalAfter = 0; ///< the equal ones of higher item
};

/// How many of the scores are less than and equal to `score`. 32-bit counters, for wider vectors.
Comparison compare(std::span<const float> scores, float score) {
    std::uint32_t less = 0;
    std::uint32_t equal = 0;
    for (const float other : scores) {
        less += static_cast<std::uint32_t>(other < score);
        equal += static_cast<std::uint32_t>(other == score);
    }
    return {.less = less, .equal = equal};
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
    std::vector<float> candidates; // scores in ascending order of item, so position stands for item
    std::vector<std::size_t> positions;
    candidates.reserve(scores.size());
    auto next = relevant.begin();
    forEachCandidateRun(static_cast<ItemIndex>(scores.size()), excluded, [&](ItemIndex begin, ItemIndex end) {
        for (; next != relevant.end() && *next < end; ++next)
            positions.push_back(candidates.size() + static_cast<std::size_t>(*next - begin));
        const auto run =
            scores.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        candidates.insert(candidates.end(), run.begin(), run.end());
    });
    assert(positions.size() == relevant.size() && "a relevant item must not be excluded");

    Comparison total;
    for (const std::size_t position : positions) {
        const auto before = compare(std::span(candidates).first(position), candidates[position]);
        const auto after = compare(std::span(candidates).subspan(position + 1), candidates[position]);
        total.less += before.less + after.less;
        total.equal += before.equal + after.equal;
        total.equalAfter += after.equal;
    }
    // Pairs of two relevant items were counted as well. There are n (n - 1) ordered ones, and half of them
    // win.
    const auto n = static_cast<double>(positions.size());
    const double twicePairs = 2.0 * n * (static_cast<double>(candidates.size()) - n);
    if (twicePairs == 0.0)
        return {notMeasured, notMeasured};
    const double amongRelevant = n * (n - 1.0);
    return {(2.0 * static_cast<double>(total.less) + static_cast<double>(total.equal) - amongRelevant) /
                twicePairs,
            (2.0 * static_cast<double>(total.less + total.equalAfter) - amongRelevant) / twicePairs};
}

double catalogueCoverage(std::span<const std::int64_t> exposure) {
    const auto shown = std::ranges::count_if(exposure, [](std::int64_t times) { return times > 0; });
    return exposure.empty() ? 0.0 : static_cast<double>(shown) / static_cast<double>(exposure.size());
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

} // namespace recital
