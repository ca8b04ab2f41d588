#pragma once

#include <span>
#include <string_view>

namespace recital {

struct EvaluationReport;
struct RankingMetrics;
struct UserMetrics;

/// Every figure that an evaluation yields; definitions of evaluation.md 4.1 and 4.4, one formula a name.
enum class MetricId {
    // Of one user, and their macro average.
    Ndcg,           ///< ideal truncated at min(n, k)
    NdcgFullIdeal,  ///< ideal over all n relevant items
    NdcgFixedIdeal, ///< ideal assumes k relevant items
    Map,            ///< divided by min(n, k)
    MapByRelevant,  ///< divided by n
    Precision,      ///< divided by k
    Recall,         ///< divided by n
    RecallCapped,   ///< divided by min(n, k)
    Mrr,
    HitRate,
    Auc,
    AucInListOrder,
    PercentileRank,    ///< Hu et al. 2008, 0 is the top
    Popularity,        ///< mean training positives of the items of the list
    ProfilePopularity, ///< the same of the items of the user's history
    PopularityLift,    ///< (popularity - profile popularity) / profile popularity
    GenreDiversity,    ///< mean over pairs of the list of 1 - Jaccard of the genres
    // Of all lists together.
    Coverage,       ///< distinct items shown / catalogue
    TrainCoverage,  ///< of the items with a training positive, the share that is shown
    Gini,           ///< of exposure: 0 equal, 1 concentrated
    Entropy,        ///< of exposure, bits
    Novelty,        ///< MIUF, bits
    Personalization ///< 1 - mean overlap of two users' lists
};

enum class MetricDirection {
    HigherIsBetter,
    LowerIsBetter,
    Neutral ///< describes, does not judge (coverage, novelty: highest for random lists)
};

struct MetricInfo {
    MetricId id;
    std::string_view key; ///< "ndcg", "ndcg-full-ideal": command line, JSON, export
    MetricDirection direction;
    bool perUser; ///< has a value for each user, so that a paired test is possible
};
std::span<const MetricInfo> metricCatalogue() noexcept; ///< in the order of the enumeration
const MetricInfo& metricInfo(MetricId id) noexcept;
const MetricInfo* findMetric(std::string_view key) noexcept; ///< nullptr: unknown

/// NaN where it was not measured or is not defined.
double metricValue(const EvaluationReport& report, MetricId id) noexcept;
double metricValue(const UserMetrics& user, MetricId id) noexcept;       ///< NaN unless perUser
double metricValue(const RankingMetrics& metrics, MetricId id) noexcept; ///< NaN unless perUser

/// For reading back what was written. Nothing happens for figures of all lists in the metrics of users.
void setMetricValue(EvaluationReport& report, MetricId id, double value) noexcept;
void setMetricValue(RankingMetrics& metrics, MetricId id, double value) noexcept;

} // namespace recital
