#include "core/services/comparisontext.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using json::number;
using json::seed;
using json::text;

QString directionWord(MetricDirection direction) {
    switch (direction) {
    case MetricDirection::HigherIsBetter:
        return u"higher-is-better"_s;
    case MetricDirection::LowerIsBetter:
        return u"lower-is-better"_s;
    case MetricDirection::Neutral:
        return u"neutral"_s;
    }
    Q_UNREACHABLE();
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better:
        return u"better"_s;
    case Verdict::Worse:
        return u"worse"_s;
    case Verdict::NoDetectableDifference:
        return u"no-detectable-difference"_s;
    case Verdict::NotComparable:
        return u"not-comparable"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject meansJson(const EvaluationReport& report) {
    QJsonObject object;
    for (const MetricInfo& metric : metricCatalogue())
        object[text(metric.key)] = number(metricValue(report, metric.id));
    return object;
}

QJsonObject reportJson(const EvaluationReport& report) {
    return {{u"split"_s, text(report.splitName)},
            {u"evaluatedUsers"_s, report.evaluatedUsers},
            {u"skippedUsers"_s, report.skippedUsers},
            {u"means"_s, meansJson(report)},
            {u"trainSeconds"_s, number(report.trainSeconds)},
            {u"evaluateSeconds"_s, number(report.evaluateSeconds)}};
}

QJsonArray seedsJson(const ComparedModel& row) {
    const std::optional<std::uint64_t> first = seedOf(row.specification);
    QJsonArray seeds;
    std::uint64_t offset = 0;
    for (const std::vector<EvaluationReport>& folds : row.bySeed) {
        QJsonArray array;
        for (const EvaluationReport& fold : folds)
            array += reportJson(fold);
        seeds += QJsonObject{{u"seed"_s, first ? seed(*first + offset) : QJsonValue()}, {u"folds"_s, array}};
        ++offset;
    }
    return seeds;
}

QJsonObject seedSpreadJson(const ComparedModel& row) {
    QJsonObject object;
    for (const MetricInfo& metric : metricCatalogue())
        object[text(metric.key)] = number(row.seedSpread(metric.id));
    return object;
}

QJsonObject parametersJson(const TrainingSpec& specification) {
    QJsonObject object;
    for (const ParameterField& field : parameterFields(specification))
        if (const std::optional<double> value = parameterValue(specification, field.name))
            object[text(field.name)] = number(*value);
    return object;
}

QJsonObject intervalJson(const Interval& interval) {
    return {{u"low"_s, number(interval.low)}, {u"high"_s, number(interval.high)}};
}

QJsonObject differenceJson(const PairedComparison& pair) {
    return {{u"verdict"_s, verdictWord(pair.verdict)},  {u"users"_s, pair.users},
            {u"difference"_s, number(pair.difference)}, {u"interval"_s, intervalJson(pair.interval)},
            {u"pValue"_s, number(pair.pValue)},         {u"adjustedP"_s, number(pair.adjustedP)},
            {u"familySize"_s, pair.familySize},         {u"detectable"_s, number(pair.detectable)}};
}

QJsonObject rowJson(const Comparison& comparison, std::size_t r) {
    const ComparedModel& row = comparison.rows[r];
    QJsonObject intervals;
    QJsonObject differences;
    QJsonArray best;
    for (const MetricInfo& metric : metricCatalogue()) {
        if (const Interval* interval = intervalOf(comparison, r, metric.id))
            intervals[text(metric.key)] = intervalJson(*interval);
        const PairedComparison* pair = verdictOf(comparison, r, metric.id);
        if (pair && r != comparison.reference)
            differences[text(metric.key)] = differenceJson(*pair);
        if (isBest(comparison, r, metric.id))
            best += text(metric.key);
    }
    QJsonObject object{{u"key"_s, text(algorithmOf(row.specification).key)},
                       {u"name"_s, text(row.name)},
                       {u"description"_s, text(row.parameters)},
                       {u"parameters"_s, parametersJson(row.specification)},
                       {u"tuningTrials"_s, row.tuningTrials},
                       {u"users"_s, static_cast<qint64>(row.mean.users.size())},
                       {u"means"_s, meansJson(row.mean)},
                       {u"seedSpread"_s, seedSpreadJson(row)},
                       {u"trainSeconds"_s, number(row.mean.trainSeconds)},
                       {u"evaluateSeconds"_s, number(row.mean.evaluateSeconds)},
                       {u"bySeed"_s, seedsJson(row)},
                       {u"intervals"_s, intervals},
                       {u"differences"_s, differences},
                       {u"bestIn"_s, best}};
    if (r < comparison.measuredAt.size() && comparison.measuredAt[r].isValid())
        object[u"measuredAt"_s] = comparison.measuredAt[r].toUTC().toString(Qt::ISODate);
    return object;
}

QJsonArray metricsJson(int k) {
    QJsonArray array;
    for (const MetricInfo& metric : metricCatalogue())
        array += QJsonObject{{u"key"_s, text(metric.key)},
                             {u"label"_s, metricLabel(metric.id, k)},
                             {u"direction"_s, directionWord(metric.direction)},
                             {u"perUser"_s, metric.perUser}};
    return array;
}

QJsonArray splitsJson(const Comparison& comparison) {
    QJsonArray array;
    for (std::size_t s = 0; s < std::min(comparison.splitNames.size(), comparison.counts.size()); ++s) {
        const SplitCounts& counts = comparison.counts[s];
        array += QJsonObject{{u"name"_s, text(comparison.splitNames[s])},
                             {u"trainPositives"_s, static_cast<qint64>(counts.trainPositives)},
                             {u"testPositives"_s, static_cast<qint64>(counts.testPositives)},
                             {u"evaluatedUsers"_s, counts.evaluatedUsers},
                             {u"skippedUsers"_s, counts.skippedUsers},
                             {u"coldUsers"_s, counts.coldUsers},
                             {u"itemsWithTrainPositive"_s, counts.itemsWithTrainPositive},
                             {u"heldOutPairs"_s, static_cast<qint64>(counts.heldOutPairs)},
                             {u"leakedPairs"_s, static_cast<qint64>(counts.leakedPairs)}};
    }
    return array;
}

QJsonObject statisticsJson(const StatisticsOptions& options) {
    return {{u"resamples"_s, options.resamples},
            {u"flips"_s, options.flips},
            {u"level"_s, options.level},
            {u"seed"_s, seed(options.seed)}};
}

} // namespace

QJsonObject comparisonJson(const Comparison& comparison) {
    const SplitOptions& split = comparison.options.split;
    QJsonArray rows;
    for (std::size_t r = 0; r < comparison.rows.size(); ++r)
        rows += rowJson(comparison, r);
    QJsonArray notes;
    for (const QString& note : comparisonNotes(comparison))
        notes += note;
    return {{u"caption"_s, comparisonCaption(comparison)},
            {u"notes"_s, notes},
            {u"program"_s, u"Recital " RECITAL_VERSION ""_s},
            {u"startedAt"_s, comparison.startedAt.toUTC().toString(Qt::ISODate)},
            {u"dataset"_s, comparison.datasetName},
            {u"fingerprint"_s, comparison.datasetFingerprint},
            {u"protocol"_s, text(protocolKey(split.protocol))},
            {u"testShare"_s, usesTestShare(split.protocol) ? QJsonValue(split.testShare) : QJsonValue()},
            {u"splitSeed"_s, usesSeed(split.protocol) ? seed(split.seed) : QJsonValue()},
            {u"positiveThreshold"_s, static_cast<double>(split.positiveThreshold)},
            {u"minimumUserRatings"_s, split.minimumUserRatings},
            {u"minimumItemRatings"_s, split.minimumItemRatings},
            {u"splits"_s, splitsJson(comparison)},
            {u"k"_s, comparison.options.k},
            {u"seeds"_s, comparison.options.seeds},
            {u"statistics"_s, statisticsJson(comparison.options.statistics)},
            {u"metrics"_s, metricsJson(comparison.options.k)},
            {u"reference"_s, hasReference(comparison)
                                 ? QJsonValue(text(comparison.rows[comparison.reference].name))
                                 : QJsonValue()},
            {u"algorithms"_s, rows},
            {u"ratings"_s, QJsonDocument::fromJson(ratingRowsToJson(comparison.ratings).toUtf8()).array()}};
}

} // namespace recital
