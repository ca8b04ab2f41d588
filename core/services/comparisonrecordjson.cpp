#include "core/services/comparisonrecordjson.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/jsontext.h"
#include "core/services/recordjson.h"
#include "core/services/reportjson.h"
#include "core/services/splitjson.h"
#include "core/store/uservalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using json::number;
using json::Reader;
using json::text;

QJsonObject optionsToJson(const ComparisonOptions& options) {
    return {{u"split"_s, splitOptionsToJson(options.split)},
            {u"k"_s, options.k},
            {u"curveTo"_s, options.curveTo},
            {u"seeds"_s, options.seeds},
            {u"resamples"_s, options.statistics.resamples},
            {u"flips"_s, options.statistics.flips},
            {u"level"_s, number(options.statistics.level)},
            {u"statisticsSeed"_s, json::seed(options.statistics.seed)}};
}

std::optional<ComparisonOptions> optionsFromJson(const QString& json) {
    const std::optional<QJsonObject> object = json::readObject(json);
    if (!object)
        return std::nullopt;
    ComparisonOptions options;
    const std::optional<SplitOptions> split = splitOptionsFromJson((*object)["split"_L1].toObject());
    if (!split)
        return std::nullopt;
    options.split = *split;
    const Reader reader(*object);
    reader.read("k"_L1, options.k);
    reader.read("curveTo"_L1, options.curveTo);
    reader.read("seeds"_L1, options.seeds);
    reader.read("resamples"_L1, options.statistics.resamples);
    reader.read("flips"_L1, options.statistics.flips);
    reader.read("level"_L1, options.statistics.level);
    reader.read("statisticsSeed"_L1, options.statistics.seed);
    return options;
}

QString splitsToJson(const Comparison& comparison) {
    QJsonArray array;
    for (std::size_t s = 0; s < comparison.splitNames.size(); ++s) {
        const SplitCounts& counts = comparison.counts[s];
        array += QJsonObject{{u"name"_s, text(comparison.splitNames[s])},
                             {u"trainPositives"_s, static_cast<qint64>(counts.trainPositives)},
                             {u"testPositives"_s, static_cast<qint64>(counts.testPositives)},
                             {u"evaluatedUsers"_s, counts.evaluatedUsers},
                             {u"skippedUsers"_s, counts.skippedUsers},
                             {u"itemsWithTrainPositive"_s, counts.itemsWithTrainPositive},
                             {u"coldUsers"_s, counts.coldUsers},
                             {u"heldOutPairs"_s, static_cast<qint64>(counts.heldOutPairs)},
                             {u"leakedPairs"_s, static_cast<qint64>(counts.leakedPairs)}};
    }
    return json::compact(array);
}

void splitsFromJson(const QJsonArray& array, Comparison& comparison) {
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        const Reader reader(object);
        reader.read("name"_L1, comparison.splitNames.emplace_back());
        SplitCounts& counts = comparison.counts.emplace_back();
        reader.read("trainPositives"_L1, counts.trainPositives);
        reader.read("testPositives"_L1, counts.testPositives);
        reader.read("evaluatedUsers"_L1, counts.evaluatedUsers);
        reader.read("skippedUsers"_L1, counts.skippedUsers);
        reader.read("itemsWithTrainPositive"_L1, counts.itemsWithTrainPositive);
        reader.read("coldUsers"_L1, counts.coldUsers);
        reader.read("heldOutPairs"_L1, counts.heldOutPairs);
        reader.read("leakedPairs"_L1, counts.leakedPairs);
    }
}

/// The curve of each fold and seed is not kept: that of the mean is what is shown.
QString reportsToJson(const ComparedModel& row) {
    QJsonArray seeds;
    for (const std::vector<EvaluationReport>& folds : row.bySeed) {
        QJsonArray array;
        for (const EvaluationReport& fold : folds) {
            QJsonObject report = reportToJson(fold);
            report.remove("curve"_L1);
            array += report;
        }
        seeds += array;
    }
    return json::compact(QJsonObject{{u"mean"_s, reportToJson(row.mean)}, {u"bySeed"_s, seeds}});
}

UserValues userValues(const ComparedModel& row) {
    UserValues values;
    for (const UserMetrics& user : row.mean.users) {
        values.users.push_back(user.user);
        values.trainPositives.push_back(user.trainPositives);
        values.cold.push_back(user.cold ? 1 : 0);
    }
    for (const MetricInfo& metric : metricCatalogue()) {
        if (!metric.perUser)
            continue;
        UserValues::Column& column = values.columns.emplace_back();
        column.metric = metric.key;
        for (const UserMetrics& user : row.mean.users)
            column.values.push_back(metricValue(user, metric.id));
    }
    if (row.bySeed.empty())
        return values;
    for (const EvaluationReport& report : row.bySeed.back()) {
        UserValues::FoldLists& fold = values.folds.emplace_back();
        fold.split = report.splitName;
        for (const UserMetrics& user : report.users) {
            fold.users.push_back(user.user);
            fold.lists.push_back(user.list);
        }
    }
    return values;
}

/// Of a fold only the lists were kept.
std::vector<UserMetrics> usersWithLists(const UserValues::FoldLists& fold) {
    std::vector<UserMetrics> users;
    for (std::size_t u = 0; u < fold.users.size(); ++u) {
        UserMetrics& user = users.emplace_back();
        user.user = fold.users[u];
        user.list = fold.lists[u];
        for (const MetricInfo& metric : metricCatalogue())
            setMetricValue(user.metrics, metric.id, notMeasured);
    }
    return users;
}

void addUsers(const UserValues& values, ComparedModel& row) {
    for (std::size_t u = 0; u < values.users.size(); ++u) {
        UserMetrics& user = row.mean.users.emplace_back();
        user.user = values.users[u];
        user.trainPositives = values.trainPositives[u];
        user.cold = values.cold[u] != 0;
        for (const MetricInfo& metric : metricCatalogue())
            setMetricValue(user.metrics, metric.id, notMeasured);
    }
    for (const UserValues::Column& column : values.columns)
        if (const MetricInfo* metric = findMetric(column.metric))
            for (std::size_t u = 0; u < column.values.size(); ++u)
                setMetricValue(row.mean.users[u].metrics, metric->id, column.values[u]);
    if (row.bySeed.empty())
        return;
    for (const UserValues::FoldLists& fold : values.folds) {
        std::vector<EvaluationReport>& reports = row.bySeed.back();
        const auto report = std::ranges::find(reports, fold.split, &EvaluationReport::splitName);
        if (report != reports.end())
            report->users = usersWithLists(fold);
    }
}

Result<ComparedModel> rowFromRecord(const ComparisonRowRecord& record) {
    const Error damaged{ErrorCode::BadFormat, "a row of a stored comparison is damaged"};
    const std::optional<TrainingSpec> specification = specificationFromJson(record.specificationJson);
    const std::optional<QJsonObject> reports = json::readObject(record.reportsJson);
    if (!specification || !reports)
        return damaged;
    ComparedModel row;
    row.specification = *specification;
    row.name = record.algorithm.toStdString();
    row.parameters = describe(*specification);
    row.tuningTrials = record.tuningTrials;
    row.mean = reportFromJson((*reports)["mean"_L1].toObject());
    for (const QJsonValue& seed : (*reports)["bySeed"_L1].toArray()) {
        std::vector<EvaluationReport>& folds = row.bySeed.emplace_back();
        for (const QJsonValue& fold : seed.toArray())
            folds.push_back(reportFromJson(fold.toObject()));
    }
    if (record.userValues.isEmpty())
        return row;
    const Result<UserValues> values = unpackUserValues(record.userValues);
    if (!values)
        return values.error();
    addUsers(*values, row);
    return row;
}

QJsonObject pairToJson(const PairedComparison& pair) {
    return {{u"users"_s, pair.users},
            {u"difference"_s, number(pair.difference)},
            {u"low"_s, number(pair.interval.low)},
            {u"high"_s, number(pair.interval.high)},
            {u"pValue"_s, number(pair.pValue)},
            {u"adjustedP"_s, number(pair.adjustedP)},
            {u"familySize"_s, pair.familySize},
            {u"detectable"_s, number(pair.detectable)},
            {u"verdict"_s, static_cast<int>(pair.verdict)}};
}

PairedComparison pairFromJson(const QJsonObject& object) {
    PairedComparison pair;
    const Reader reader(object);
    reader.read("users"_L1, pair.users);
    reader.read("difference"_L1, pair.difference);
    reader.read("low"_L1, pair.interval.low);
    reader.read("high"_L1, pair.interval.high);
    reader.read("pValue"_L1, pair.pValue);
    reader.read("adjustedP"_L1, pair.adjustedP);
    reader.read("familySize"_L1, pair.familySize);
    reader.read("detectable"_L1, pair.detectable);
    if (!reader.readEnum("verdict"_L1, pair.verdict, 4))
        pair.verdict = Verdict::NotComparable;
    return pair;
}

/// Of one metric. `best` may name rows only that exist.
QJsonObject verdictsOfMetric(const Comparison& comparison, const MetricInfo& metric) {
    QJsonArray pairs;
    QJsonArray intervals;
    QJsonArray best;
    for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
        if (const PairedComparison* pair = verdictOf(comparison, row, metric.id))
            pairs += pairToJson(*pair);
        if (const Interval* interval = intervalOf(comparison, row, metric.id))
            intervals += QJsonArray{number(interval->low), number(interval->high)};
        if (isBest(comparison, row, metric.id))
            best += static_cast<int>(row);
    }
    return {{u"pairs"_s, pairs}, {u"intervals"_s, intervals}, {u"best"_s, best}};
}

/// False, and nothing changed, unless the text has a verdict for every metric and row that there is now.
bool verdictsFromJson(const QString& json, Comparison& comparison) {
    const std::optional<QJsonObject> object = json::readObject(json);
    if (!object)
        return false;
    const auto rows = static_cast<qsizetype>(comparison.rows.size());
    Comparison read;
    for (const MetricInfo& metric : metricCatalogue()) {
        if (!object->contains(text(metric.key)))
            return false;
        const QJsonObject figures = (*object)[text(metric.key)].toObject();
        std::vector<std::size_t>& best = read.best.emplace_back();
        for (const QJsonValue& row : figures["best"_L1].toArray())
            best.push_back(static_cast<std::size_t>(row.toInt()));
        if (!metric.perUser)
            continue;
        const QJsonArray pairs = figures["pairs"_L1].toArray();
        const QJsonArray intervals = figures["intervals"_L1].toArray();
        if (intervals.size() != rows || (hasReference(comparison) && pairs.size() != rows))
            return false;
        for (auto& row = read.intervals.emplace_back(); const QJsonValue& value : intervals)
            row.push_back(
                {value.toArray().at(0).toDouble(notMeasured), value.toArray().at(1).toDouble(notMeasured)});
        for (auto& row = read.verdicts.emplace_back(); const QJsonValue& value : pairs)
            row.push_back(pairFromJson(value.toObject()));
    }
    comparison.verdicts = std::move(read.verdicts);
    comparison.intervals = std::move(read.intervals);
    comparison.best = std::move(read.best);
    return true;
}

} // namespace

ComparisonRecord comparisonToRecord(const Comparison& comparison) {
    ComparisonRecord record;
    record.startedAt = comparison.startedAt;
    record.datasetName = comparison.datasetName;
    record.datasetFingerprint = comparison.datasetFingerprint;
    record.optionsJson = json::compact(optionsToJson(comparison.options));
    record.splitsJson = splitsToJson(comparison);
    record.ratingsJson = ratingRowsToJson(comparison.ratings);
    record.reference = hasReference(comparison) ? static_cast<int>(comparison.reference) : -1;
    return record;
}

ComparisonRowRecord rowToRecord(const ComparedModel& row, const QDateTime& measuredAt) {
    ComparisonRowRecord record;
    record.algorithm = QString::fromStdString(row.name);
    record.specificationJson = specificationToJson(row.specification);
    record.tuningTrials = row.tuningTrials;
    record.measuredAt = measuredAt;
    record.reportsJson = reportsToJson(row);
    record.userValues = packUserValues(userValues(row));
    return record;
}

Result<Comparison> comparisonFromRecord(const ComparisonRecord& record) {
    const std::optional<ComparisonOptions> options = optionsFromJson(record.optionsJson);
    const std::optional<QJsonArray> splits = json::readArray(record.splitsJson);
    if (!options || !splits)
        return Error{ErrorCode::BadFormat, "comparison " + std::to_string(record.id) + " is damaged"};
    Comparison comparison;
    comparison.id = record.id;
    comparison.startedAt = record.startedAt;
    comparison.datasetName = record.datasetName;
    comparison.datasetFingerprint = record.datasetFingerprint;
    comparison.options = *options;
    splitsFromJson(*splits, comparison);
    comparison.ratings = ratingRowsFromJson(record.ratingsJson).value_or(std::vector<ComparedRatings>());
    for (const ComparisonRowRecord& row : record.rows) {
        Result<ComparedModel> model = rowFromRecord(row);
        if (!model)
            return model.error();
        comparison.rows.push_back(std::move(model).value());
    }
    comparison.reference =
        record.reference >= 0 ? static_cast<std::size_t>(record.reference) : comparison.rows.size();
    verdictsFromJson(record.verdictsJson, comparison); // without them they are computed again
    return comparison;
}

QString verdictsToJson(const Comparison& comparison) {
    QJsonObject object;
    for (const MetricInfo& metric : metricCatalogue())
        object[text(metric.key)] = verdictsOfMetric(comparison, metric);
    return json::compact(object);
}

} // namespace recital
