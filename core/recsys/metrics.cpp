#include "core/recsys/metrics.h"

#include "core/recsys/candidates.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace recital {

namespace {

constexpr double notDefined = std::numeric_limits<double>::quiet_NaN();

double count(HitRanks hits) {
    return static_cast<double>(hits.size());
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
    double sum = 0.0;
    for (std::size_t i = 0; i < hits.size(); ++i)
        sum += static_cast<double>(i + 1) / hits[i];
    return sum / std::min(relevant, k);
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

double ndcgAtK(HitRanks hits, int relevant, const Discounts& discounts) {
    double gain = 0.0;
    for (const int rank : hits)
        gain += discounts.at(rank);
    return gain / discounts.ideal(relevant);
}

RankingMetrics rankingMetrics(HitRanks hits, int relevant, const Discounts& discounts) {
    const int k = discounts.k();
    return {.precision = precisionAtK(hits, k),
            .recall = recallAtK(hits, relevant),
            .map = averagePrecisionAtK(hits, relevant, k),
            .ndcg = ndcgAtK(hits, relevant, discounts),
            .mrr = reciprocalRank(hits),
            .hitRate = hitRate(hits),
            .auc = notDefined};
}

double areaUnderCurve(std::span<const float> scores, std::span<const ItemIndex> excluded,
                      std::span<const ItemIndex> relevant) {
    std::vector<float> sorted;
    for (const ItemIndex item : relevant)
        sorted.push_back(scores[static_cast<std::size_t>(item)]);
    std::ranges::sort(sorted);
    const auto n = static_cast<std::int64_t>(sorted.size());

    // Twice the number of relevant items that beat the candidate, ties once, summed over all candidates.
    std::int64_t wins = 0;
    std::int64_t candidates = 0;
    forEachCandidateRun(static_cast<ItemIndex>(scores.size()), excluded, [&](ItemIndex begin, ItemIndex end) {
        candidates += end - begin;
        for (ItemIndex item = begin; item < end; ++item) {
            const auto [lower, upper] =
                std::equal_range(sorted.begin(), sorted.end(), scores[static_cast<std::size_t>(item)]);
            wins += (sorted.end() - lower) + (sorted.end() - upper);
        }
    });
    // The relevant ones were candidates as well: of any two of them one wins or both tie, n * n in all.
    wins -= n * n;
    const std::int64_t others = candidates - n;
    return n == 0 || others == 0 ? notDefined
                                 : static_cast<double>(wins) / (2.0 * static_cast<double>(n * others));
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

double meanInverseUserFrequency(std::span<const std::int64_t> exposure,
                                std::span<const std::int64_t> popularity, int users) {
    assert(exposure.size() == popularity.size());
    double bits = 0.0;
    double shown = 0.0;
    for (std::size_t item = 0; item < exposure.size(); ++item) {
        const auto known = static_cast<double>(std::max<std::int64_t>(popularity[item], 1));
        bits -= static_cast<double>(exposure[item]) * std::log2(known / users);
        shown += static_cast<double>(exposure[item]);
    }
    return shown > 0.0 ? bits / shown : 0.0;
}

} // namespace recital
