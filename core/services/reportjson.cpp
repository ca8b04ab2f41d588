#include "core/services/reportjson.h"

#include "core/recsys/metricid.h"
#include "core/services/jsontext.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using json::number;
using json::Reader;
using json::text;

/// The first version wrote these under the names of the structs' members.
QLatin1String formerKey(MetricId metric) {
    switch (metric) {
    case MetricId::HitRate:
        return "hitRate"_L1;
    default:
        return {};
    }
}

bool ofAllLists(const MetricInfo& metric) {
    return !metric.perUser;
}

/// Where the values lie: those of users in "means", those of all lists beside it.
QJsonObject metricsToJson(const EvaluationReport& report, bool allLists) {
    QJsonObject object;
    for (const MetricInfo& metric : metricCatalogue())
        if (ofAllLists(metric) == allLists)
            object[text(metric.key)] = number(metricValue(report, metric.id));
    return object;
}

void metricsFromJson(const QJsonObject& object, bool allLists, EvaluationReport& report) {
    for (const MetricInfo& metric : metricCatalogue()) {
        if (ofAllLists(metric) != allLists)
            continue;
        QJsonValue value = object[text(metric.key)];
        if (value.isUndefined() && !formerKey(metric.id).isEmpty())
            value = object[formerKey(metric.id)];
        setMetricValue(report, metric.id, value.isDouble() ? value.toDouble() : notMeasured);
    }
}

constexpr std::array curveFigures{
    std::pair{"ndcg"_L1, &CurvePoint::ndcg},           std::pair{"map"_L1, &CurvePoint::map},
    std::pair{"precision"_L1, &CurvePoint::precision}, std::pair{"recall"_L1, &CurvePoint::recall},
    std::pair{"hitRate"_L1, &CurvePoint::hitRate},     std::pair{"mrr"_L1, &CurvePoint::mrr},
    std::pair{"coverage"_L1, &CurvePoint::coverage},
};

/// An array a figure: shorter than an object a point.
QJsonObject curveToJson(const std::vector<CurvePoint>& curve) {
    QJsonObject object;
    QJsonArray lengths;
    for (const CurvePoint& point : curve)
        lengths += point.k;
    object[u"k"_s] = lengths;
    for (const auto& [key, member] : curveFigures) {
        QJsonArray values;
        for (const CurvePoint& point : curve)
            values += number(point.*member);
        object[key] = values;
    }
    return object;
}

std::vector<CurvePoint> curveFromJson(const QJsonObject& object) {
    const QJsonArray lengths = object["k"_L1].toArray();
    std::vector<CurvePoint> curve;
    for (qsizetype i = 0; i < lengths.size(); ++i) {
        CurvePoint point;
        point.k = lengths[i].toInt();
        for (const auto& [key, member] : curveFigures)
            point.*member = object[key].toArray().at(i).toDouble(notMeasured);
        curve.push_back(point);
    }
    return curve;
}

} // namespace

QJsonObject reportToJson(const EvaluationReport& report) {
    QJsonObject object{{u"modelName"_s, text(report.modelName)},
                       {u"modelParameters"_s, text(report.modelParameters)},
                       {u"splitName"_s, text(report.splitName)},
                       {u"splitSeed"_s, json::seed(report.splitSeed)},
                       {u"k"_s, report.k},
                       {u"evaluatedUsers"_s, report.evaluatedUsers},
                       {u"skippedUsers"_s, report.skippedUsers},
                       {u"coldUsers"_s, report.coldUsers},
                       {u"means"_s, metricsToJson(report, false)},
                       {u"trainSeconds"_s, number(report.trainSeconds)},
                       {u"evaluateSeconds"_s, number(report.evaluateSeconds)}};
    const QJsonObject all = metricsToJson(report, true);
    for (auto metric = all.begin(); metric != all.end(); ++metric)
        object[metric.key()] = metric.value();
    if (!report.curve.empty())
        object[u"curve"_s] = curveToJson(report.curve);
    QJsonArray exposure;
    for (const double share : report.exposureByDecile)
        exposure += number(share);
    if (!exposure.isEmpty())
        object[u"exposureByDecile"_s] = exposure;
    return object;
}

EvaluationReport reportFromJson(const QJsonObject& object) {
    EvaluationReport report;
    const Reader reader(object);
    reader.read("modelName"_L1, report.modelName);
    reader.read("modelParameters"_L1, report.modelParameters);
    reader.read("splitName"_L1, report.splitName);
    reader.read("splitSeed"_L1, report.splitSeed);
    reader.read("k"_L1, report.k);
    reader.read("evaluatedUsers"_L1, report.evaluatedUsers);
    reader.read("skippedUsers"_L1, report.skippedUsers);
    reader.read("coldUsers"_L1, report.coldUsers);
    metricsFromJson(object["means"_L1].toObject(), false, report);
    metricsFromJson(object, true, report);
    reader.read("trainSeconds"_L1, report.trainSeconds);
    reader.read("evaluateSeconds"_L1, report.evaluateSeconds);
    report.curve = curveFromJson(object["curve"_L1].toObject());
    for (const QJsonValue& share : object["exposureByDecile"_L1].toArray())
        report.exposureByDecile.push_back(share.toDouble(notMeasured));
    return report;
}

} // namespace recital
