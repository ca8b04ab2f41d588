#include "core/recsys/evaluation.h"

#include "core/recsys/metricid.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <numeric>

namespace recital {

namespace {

constexpr double RankingMetrics::*allMetrics[] = {&RankingMetrics::precision,
                                                  &RankingMetrics::recall,
                                                  &RankingMetrics::map,
                                                  &RankingMetrics::ndcg,
                                                  &RankingMetrics::mrr,
                                                  &RankingMetrics::hitRate,
                                                  &RankingMetrics::auc,
                                                  &RankingMetrics::aucInListOrder,
                                                  &RankingMetrics::ndcgFullIdeal,
                                                  &RankingMetrics::ndcgFixedIdeal,
                                                  &RankingMetrics::mapByRelevant,
                                                  &RankingMetrics::recallCapped,
                                                  &RankingMetrics::percentileRank,
                                                  &RankingMetrics::popularity,
                                                  &RankingMetrics::profilePopularity,
                                                  &RankingMetrics::popularityLift,
                                                  &RankingMetrics::genreDiversity};
static_assert(sizeof(allMetrics) / sizeof(allMetrics[0]) * sizeof(double) == sizeof(RankingMetrics));

constexpr double EvaluationReport::*ofAllLists[] = {
    &EvaluationReport::coverage,      &EvaluationReport::gini,    &EvaluationReport::novelty,
    &EvaluationReport::trainCoverage, &EvaluationReport::entropy, &EvaluationReport::personalization};

constexpr double CurvePoint::*ofCurve[] = {&CurvePoint::ndcg,    &CurvePoint::map,     &CurvePoint::precision,
                                           &CurvePoint::recall,  &CurvePoint::hitRate, &CurvePoint::mrr,
                                           &CurvePoint::coverage};

/// Over the values that are numbers; NaN without one.
class Mean {
public:
    void add(double value) {
        if (std::isnan(value))
            return;
        m_sum += value;
        ++m_count;
    }
    double value() const { return m_count > 0 ? m_sum / m_count : notMeasured; }

private:
    double m_sum = 0.0;
    int m_count = 0;
};

/// Mean of each metric over the rows in which it is defined.
template<typename Rows, typename Projection>
RankingMetrics meanOf(const Rows& rows, Projection metricsOf) {
    RankingMetrics result;
    for (const auto metric : allMetrics) {
        Mean mean;
        for (const auto& row : rows)
            mean.add(std::invoke(metricsOf, row).*metric);
        result.*metric = mean.value();
    }
    return result;
}

/// Point by point, as far as every report reaches.
std::vector<CurvePoint> meanCurve(std::span<const EvaluationReport> reports) {
    std::vector<CurvePoint> curve = reports.front().curve;
    for (const EvaluationReport& report : reports)
        curve.resize(std::min(curve.size(), report.curve.size()));
    for (std::size_t point = 0; point < curve.size(); ++point)
        for (const auto metric : ofCurve) {
            Mean mean;
            for (const EvaluationReport& report : reports)
                mean.add(report.curve[point].*metric);
            curve[point].*metric = mean.value();
        }
    return curve;
}

std::vector<double> meanExposure(std::span<const EvaluationReport> reports) {
    std::vector<double> exposure = reports.front().exposureByDecile;
    for (const EvaluationReport& report : reports)
        exposure.resize(std::min(exposure.size(), report.exposureByDecile.size()));
    for (std::size_t decile = 0; decile < exposure.size(); ++decile) {
        Mean mean;
        for (const EvaluationReport& report : reports)
            mean.add(report.exposureByDecile[decile]);
        exposure[decile] = mean.value();
    }
    return exposure;
}

UserMetrics meanOfUser(std::span<const UserMetrics* const> rows) {
    UserMetrics mean;
    mean.user = rows.front()->user;
    mean.metrics = meanOf(rows, [](const UserMetrics* row) -> const RankingMetrics& { return row->metrics; });
    std::int64_t positives = 0;
    for (const UserMetrics* row : rows)
        positives += row->trainPositives;
    mean.trainPositives =
        static_cast<int>(std::lround(static_cast<double>(positives) / static_cast<double>(rows.size())));
    mean.cold = std::ranges::all_of(rows, &UserMetrics::cold);
    if (rows.size() == 1)
        mean.list = rows.front()->list;
    return mean;
}

/// Everything that is a mean whatever the reports differ in; the rest is that of the first.
EvaluationReport meanOfReports(std::span<const EvaluationReport> reports) {
    EvaluationReport mean = reports.front();
    mean.means = meanOf(reports, &EvaluationReport::means);
    for (const auto member : ofAllLists) {
        Mean ofMember;
        for (const EvaluationReport& report : reports)
            ofMember.add(report.*member);
        mean.*member = ofMember.value();
    }
    mean.curve = meanCurve(reports);
    mean.exposureByDecile = meanExposure(reports);
    std::map<UserIndex, std::vector<const UserMetrics*>> byUser;
    for (const EvaluationReport& report : reports)
        for (const UserMetrics& user : report.users)
            byUser[user.user].push_back(&user);
    mean.users.clear();
    for (const auto& [user, rows] : byUser)
        mean.users.push_back(meanOfUser(rows));
    return mean;
}

template<typename Value>
Value total(std::span<const EvaluationReport> reports, Value EvaluationReport::*member) {
    Value sum{};
    for (const EvaluationReport& report : reports)
        sum += report.*member;
    return sum;
}

} // namespace

EvaluationReport meanOverFolds(std::span<const EvaluationReport> reports) {
    assert(!reports.empty());
    if (reports.size() == 1)
        return reports.front();
    EvaluationReport mean = meanOfReports(reports);
    mean.splitName = reports.front().splitName + " to " + reports.back().splitName;
    for (const auto count :
         {&EvaluationReport::evaluatedUsers, &EvaluationReport::skippedUsers, &EvaluationReport::coldUsers})
        mean.*count = total(reports, count);
    for (const auto seconds : {&EvaluationReport::trainSeconds, &EvaluationReport::evaluateSeconds})
        mean.*seconds = total(reports, seconds);
    return mean;
}

EvaluationReport meanOverSeeds(std::span<const EvaluationReport> reports) {
    assert(!reports.empty());
    if (reports.size() == 1)
        return reports.front();
    EvaluationReport mean = meanOfReports(reports);
    for (const auto seconds : {&EvaluationReport::trainSeconds, &EvaluationReport::evaluateSeconds})
        mean.*seconds = total(reports, seconds) / static_cast<double>(reports.size());
    return mean;
}

RankingMetrics meanOfUsers(std::span<const UserMetrics> users,
                           const std::function<bool(const UserMetrics&)>& chosen) {
    std::vector<const RankingMetrics*> rows;
    for (const UserMetrics& user : users)
        if (chosen(user))
            rows.push_back(&user.metrics);
    return meanOf(rows, [](const RankingMetrics* row) -> const RankingMetrics& { return *row; });
}

std::vector<ActivityGroup> resultsByActivity(std::span<const UserMetrics> users, int groups) {
    assert(groups >= 1);
    std::vector<const UserMetrics*> order;
    for (const UserMetrics& user : users)
        order.push_back(&user);
    std::ranges::stable_sort(order, {}, &UserMetrics::trainPositives);
    std::vector<ActivityGroup> results;
    for (int group = 0; group < groups; ++group) {
        const auto bound = [&](int g) {
            return order.size() * static_cast<std::size_t>(g) / static_cast<std::size_t>(groups);
        };
        const auto part = std::span(order).subspan(bound(group), bound(group + 1) - bound(group));
        if (part.empty())
            continue;
        results.push_back({.users = static_cast<int>(part.size()),
                           .fewest = part.front()->trainPositives,
                           .most = part.back()->trainPositives,
                           .means = meanOf(part, [](const UserMetrics* row) -> const RankingMetrics& {
                               return row->metrics;
                           })});
    }
    return results;
}

} // namespace recital
