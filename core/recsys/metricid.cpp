#include "core/recsys/metricid.h"

#include "core/recsys/evaluation.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace recital {

namespace {

/// Where the value of a metric stands: in the metrics of each user and their means, or in the report.
struct Entry {
    MetricInfo info;
    double RankingMetrics::*ofUser = nullptr;
    double EvaluationReport::*ofAll = nullptr;
};

using enum MetricDirection;

constexpr Entry ofUser(MetricId id, std::string_view key, MetricDirection direction,
                       double RankingMetrics::*member) {
    return {{id, key, direction, true}, member, nullptr};
}

/// All of them describe without judging.
constexpr Entry ofAll(MetricId id, std::string_view key, double EvaluationReport::*member) {
    return {{id, key, Neutral, false}, nullptr, member};
}

constexpr std::array entries{
    ofUser(MetricId::Ndcg, "ndcg", HigherIsBetter, &RankingMetrics::ndcg),
    ofUser(MetricId::NdcgFullIdeal, "ndcg-full-ideal", HigherIsBetter, &RankingMetrics::ndcgFullIdeal),
    ofUser(MetricId::NdcgFixedIdeal, "ndcg-fixed-ideal", HigherIsBetter, &RankingMetrics::ndcgFixedIdeal),
    ofUser(MetricId::Map, "map", HigherIsBetter, &RankingMetrics::map),
    ofUser(MetricId::MapByRelevant, "map-by-relevant", HigherIsBetter, &RankingMetrics::mapByRelevant),
    ofUser(MetricId::Precision, "precision", HigherIsBetter, &RankingMetrics::precision),
    ofUser(MetricId::Recall, "recall", HigherIsBetter, &RankingMetrics::recall),
    ofUser(MetricId::RecallCapped, "recall-capped", HigherIsBetter, &RankingMetrics::recallCapped),
    ofUser(MetricId::Mrr, "mrr", HigherIsBetter, &RankingMetrics::mrr),
    ofUser(MetricId::HitRate, "hit-rate", HigherIsBetter, &RankingMetrics::hitRate),
    ofUser(MetricId::Auc, "auc", HigherIsBetter, &RankingMetrics::auc),
    ofUser(MetricId::AucInListOrder, "auc-in-list-order", HigherIsBetter, &RankingMetrics::aucInListOrder),
    ofUser(MetricId::PercentileRank, "percentile-rank", LowerIsBetter, &RankingMetrics::percentileRank),
    ofUser(MetricId::Popularity, "popularity", Neutral, &RankingMetrics::popularity),
    ofUser(MetricId::ProfilePopularity, "profile-popularity", Neutral, &RankingMetrics::profilePopularity),
    ofUser(MetricId::PopularityLift, "popularity-lift", Neutral, &RankingMetrics::popularityLift),
    ofUser(MetricId::GenreDiversity, "genre-diversity", Neutral, &RankingMetrics::genreDiversity),
    ofAll(MetricId::Coverage, "coverage", &EvaluationReport::coverage),
    ofAll(MetricId::TrainCoverage, "train-coverage", &EvaluationReport::trainCoverage),
    ofAll(MetricId::Gini, "gini", &EvaluationReport::gini),
    ofAll(MetricId::Entropy, "entropy", &EvaluationReport::entropy),
    ofAll(MetricId::Novelty, "novelty", &EvaluationReport::novelty),
    ofAll(MetricId::Personalization, "personalization", &EvaluationReport::personalization),
};

constexpr bool inOrderOfTheEnumeration() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].info.id != static_cast<MetricId>(i))
            return false;
    return true;
}
static_assert(inOrderOfTheEnumeration());

constexpr auto infos = [] {
    std::array<MetricInfo, entries.size()> result{};
    for (std::size_t i = 0; i < entries.size(); ++i)
        result[i] = entries[i].info;
    return result;
}();

const Entry& entryOf(MetricId id) noexcept {
    assert(static_cast<std::size_t>(id) < entries.size());
    return entries[static_cast<std::size_t>(id)];
}

} // namespace

std::span<const MetricInfo> metricCatalogue() noexcept {
    return infos;
}

const MetricInfo& metricInfo(MetricId id) noexcept {
    return infos[static_cast<std::size_t>(id)];
}

const MetricInfo* findMetric(std::string_view key) noexcept {
    const auto found = std::ranges::find(infos, key, &MetricInfo::key);
    return found == infos.end() ? nullptr : &*found;
}

double metricValue(const EvaluationReport& report, MetricId id) noexcept {
    const Entry& entry = entryOf(id);
    return entry.ofUser != nullptr ? report.means.*entry.ofUser : report.*entry.ofAll;
}

double metricValue(const RankingMetrics& metrics, MetricId id) noexcept {
    const Entry& entry = entryOf(id);
    return entry.ofUser != nullptr ? metrics.*entry.ofUser : notMeasured;
}

double metricValue(const UserMetrics& user, MetricId id) noexcept {
    return metricValue(user.metrics, id);
}

void setMetricValue(EvaluationReport& report, MetricId id, double value) noexcept {
    const Entry& entry = entryOf(id);
    (entry.ofUser != nullptr ? report.means.*entry.ofUser : report.*entry.ofAll) = value;
}

void setMetricValue(RankingMetrics& metrics, MetricId id, double value) noexcept {
    if (const Entry& entry = entryOf(id); entry.ofUser != nullptr)
        metrics.*entry.ofUser = value;
}

} // namespace recital
