#pragma once

#include "core/recsys/types.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace recital {

/// Of a figure that was not measured or is not defined; means leave it out.
inline constexpr double notMeasured = std::numeric_limits<double>::quiet_NaN();

/// Metrics of one user or their mean; definitions of evaluation.md 4.1 and 4.4.
struct RankingMetrics {
    double precision = 0.0; ///< hits / k
    double recall = 0.0;    ///< hits / n
    double map = 0.0;       ///< sum of h_r * precision@r, divided by min(n, k)
    double ndcg = 0.0;      ///< binary gains, ideal truncated at min(n, k)
    double mrr = 0.0;
    double hitRate = 0.0;
    double auc = 0.0;            ///< over unseen candidates, ties count one half; NaN where it is not defined
    double aucInListOrder = 0.0; ///< the same with ties broken as in the list: the lower item wins

    double ndcgFullIdeal = notMeasured;  ///< ideal over all n relevant items, beyond k as well
    double ndcgFixedIdeal = notMeasured; ///< ideal of k relevant items, however few there are
    double mapByRelevant = notMeasured;  ///< the numerator of map, divided by n
    double recallCapped = notMeasured;   ///< hits / min(n, k)
    double percentileRank = notMeasured; ///< mean over relevant candidates of rank / candidates, 0 is the top
    double popularity = notMeasured;     ///< mean training positives of the items of the list
    double profilePopularity = notMeasured; ///< the same of the items of the history
    double popularityLift = notMeasured;    ///< popularity / profilePopularity - 1
    double genreDiversity = notMeasured;    ///< mean over pairs of the list of 1 - Jaccard of their genres
};

// A list of length k is described by its hits: the ranks, from 1 and ascending, at which it shows a relevant
// item. A list with fewer than k items is a failing, not an excuse: the divisor stays k. n >= 1 is the number
// of the user's relevant items, whether they can be recommended or not; users with none are not evaluated.
using HitRanks = std::span<const int>;

double precisionAtK(HitRanks hits, int k);                      ///< H / k
double recallAtK(HitRanks hits, int relevant);                  ///< H / n
double averagePrecisionAtK(HitRanks hits, int relevant, int k); ///< sum of H_r / r over hits, / min(n, k)
double averagePrecisionByRelevant(HitRanks hits, int relevant); ///< the same sum / n
double recallCappedAtK(HitRanks hits, int relevant, int k);     ///< H / min(n, k)
double reciprocalRank(HitRanks hits);                           ///< 1 / rank of the first hit; 0 without
double hitRate(HitRanks hits);                                  ///< 1 with a hit, else 0

/// 1 / log2(r + 1) for the ranks of lists of length k, and their running sums: computed once an evaluation.
class Discounts {
public:
    explicit Discounts(int k);

    int k() const noexcept { return static_cast<int>(m_discount.size()); }
    double at(int rank) const { return m_discount[static_cast<std::size_t>(rank) - 1]; }
    /// Discounted gain of a list that shows `relevant` items in front, as many as fit.
    double ideal(int relevant) const;
    double fullIdeal(int relevant) const; ///< of a list without end: all `relevant` items in front

private:
    std::vector<double> m_discount;
    std::vector<double> m_ideal; ///< entry n - 1: n relevant items
};

/// Discounted cumulative gain of the hits over the ideal's, truncated at min(n, k).
double ndcgAtK(HitRanks hits, int relevant, const Discounts& discounts);
double ndcgFullIdealAtK(HitRanks hits, int relevant, const Discounts& discounts); ///< ideal not truncated
double ndcgFixedIdealAtK(HitRanks hits, const Discounts& discounts); ///< ideal of k relevant items

/// All of the above; what needs more than the hits is left NaN.
RankingMetrics rankingMetrics(HitRanks hits, int relevant, const Discounts& discounts);

struct AreaUnderCurve {
    double tiesHalf = 0.0; ///< P(score of a relevant candidate > score of another) + P(equal) / 2
    double inListOrder =
        0.0; ///< P(a relevant candidate is listed before another): equal scores, lower item first
    double percentileRank = 0.0; ///< mean over relevant candidates of those listed before it / all candidates
};

/// Candidates are all items but the excluded; both lists ascending and disjoint. Exact counts of pairs:
/// O(items * relevant) comparisons in vector code for few relevant items, O(items * log relevant) for many.
/// Both areas NaN where every candidate is relevant, all three where none is.
AreaUnderCurve areaUnderCurve(std::span<const float> scores, std::span<const ItemIndex> excluded,
                              std::span<const ItemIndex> relevant);

/// Mean over the pairs of the list of 1 - |common genres| / |genres of either|; pairs without any genre are
/// left out. NaN without a pair. genres: a bit mask for every item of the catalogue.
double genreDiversity(std::span<const ItemIndex> list, std::span<const std::uint32_t> genres);

/// Mean number of training positives of the items, NaN without items.
double meanPopularity(std::span<const ItemIndex> items, std::span<const std::int64_t> positives);

// Exposure: how often each item of the catalogue was shown, over all lists.

/// Distinct items shown / all items of the catalogue.
double catalogueCoverage(std::span<const std::int64_t> exposure);

/// Distinct items shown that have a training positive / items that have one.
double trainCoverage(std::span<const std::int64_t> exposure, std::span<const std::int64_t> positives);

/// sum (2 r - I - 1) c_(r) / (I sum c), counts ascending, items never shown included: 0 equal, 1
/// concentrated.
double giniOfExposure(std::span<const std::int64_t> exposure);

/// -sum p log2 p, p the share of an item in everything shown; in bits.
double entropyOfExposure(std::span<const std::int64_t> exposure);

/// Mean over everything shown of -log2(n_i / U) in bits: mean inverse user frequency. raters[i] is n_i, the
/// number of users who rated the item before the test; where nobody did it counts as 1.
double meanInverseUserFrequency(std::span<const std::int64_t> exposure, std::span<const std::int64_t> raters,
                                int users);

/// 1 - mean over pairs of lists of (items in common / k) = 1 - sum c (c - 1) / (k U (U - 1)), exact in
/// O(items). NaN for fewer than two lists.
double personalization(std::span<const std::int64_t> exposure, int k, int lists);

/// Share of everything shown that fell on each tenth of the catalogue: the items by training positives
/// descending (equal ones by lower item), item of place p of I in tenth floor(10 p / I). Sums to 1; empty
/// when nothing was shown.
std::vector<double> exposureByDecile(std::span<const std::int64_t> exposure,
                                     std::span<const std::int64_t> positives);

} // namespace recital
