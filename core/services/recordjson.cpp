#include "core/services/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

QString compact(const QJsonDocument& document) {
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> readObject(const QString& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<QJsonArray> readArray(const QString& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    return document.array();
}

QJsonValue number(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonValue text(const std::string& value) {
    return QString::fromStdString(value);
}

QJsonValue seed(std::uint64_t value) {
    return QString::number(value);
}

/// Reads members into variables that keep their value when the member is missing.
class Reader {
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object) {}

    void read(QLatin1String key, int& value) const { value = m_object[key].toInt(value); }
    void read(QLatin1String key, bool& value) const { value = m_object[key].toBool(value); }
    void read(QLatin1String key, float& value) const {
        value = static_cast<float>(m_object[key].toDouble(static_cast<double>(value)));
    }
    void read(QLatin1String key, double& value) const {
        const QJsonValue member = m_object[key];
        value = member.isNull() ? std::nan("") : member.toDouble(value);
    }
    void read(QLatin1String key, std::int64_t& value) const { value = m_object[key].toInteger(value); }
    void read(QLatin1String key, std::uint64_t& value) const {
        bool ok = false;
        const qulonglong parsed = m_object[key].toString().toULongLong(&ok);
        if (ok)
            value = parsed;
    }
    void read(QLatin1String key, std::string& value) const {
        value = m_object[key].toString(QString::fromStdString(value)).toStdString();
    }
    /// False when the number is none of the enum's `count` values.
    template<typename Enum>
    bool readEnum(QLatin1String key, Enum& value, int count) const {
        const int raw = m_object[key].toInt(static_cast<int>(value));
        if (raw < 0 || raw >= count)
            return false;
        value = static_cast<Enum>(raw);
        return true;
    }

private:
    const QJsonObject& m_object;
};

QJsonObject metricsToJson(const RankingMetrics& metrics) {
    return {{u"precision"_s, number(metrics.precision)},
            {u"recall"_s, number(metrics.recall)},
            {u"map"_s, number(metrics.map)},
            {u"ndcg"_s, number(metrics.ndcg)},
            {u"mrr"_s, number(metrics.mrr)},
            {u"hitRate"_s, number(metrics.hitRate)},
            {u"auc"_s, number(metrics.auc)}};
}

RankingMetrics metricsFromJson(const QJsonObject& object) {
    RankingMetrics metrics;
    const Reader reader(object);
    reader.read("precision"_L1, metrics.precision);
    reader.read("recall"_L1, metrics.recall);
    reader.read("map"_L1, metrics.map);
    reader.read("ndcg"_L1, metrics.ndcg);
    reader.read("mrr"_L1, metrics.mrr);
    reader.read("hitRate"_L1, metrics.hitRate);
    reader.read("auc"_L1, metrics.auc);
    return metrics;
}

QJsonObject reportToJson(const EvaluationReport& report) {
    return {{u"modelName"_s, text(report.modelName)},
            {u"modelParameters"_s, text(report.modelParameters)},
            {u"splitName"_s, text(report.splitName)},
            {u"splitSeed"_s, seed(report.splitSeed)},
            {u"k"_s, report.k},
            {u"evaluatedUsers"_s, report.evaluatedUsers},
            {u"skippedUsers"_s, report.skippedUsers},
            {u"means"_s, metricsToJson(report.means)},
            {u"coverage"_s, number(report.coverage)},
            {u"gini"_s, number(report.gini)},
            {u"novelty"_s, number(report.novelty)},
            {u"trainSeconds"_s, number(report.trainSeconds)},
            {u"evaluateSeconds"_s, number(report.evaluateSeconds)}};
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
    report.means = metricsFromJson(object["means"_L1].toObject());
    reader.read("coverage"_L1, report.coverage);
    reader.read("gini"_L1, report.gini);
    reader.read("novelty"_L1, report.novelty);
    reader.read("trainSeconds"_L1, report.trainSeconds);
    reader.read("evaluateSeconds"_L1, report.evaluateSeconds);
    return report;
}

} // namespace

QString parametersToJson(const AlsParameters& parameters) {
    return compact(
        QJsonDocument(QJsonObject{{u"form"_s, static_cast<int>(parameters.form)},
                                  {u"solver"_s, static_cast<int>(parameters.solver)},
                                  {u"factors"_s, parameters.factors},
                                  {u"iterations"_s, parameters.iterations},
                                  {u"regularization"_s, number(parameters.regularization)},
                                  {u"alpha"_s, number(parameters.alpha)},
                                  {u"unobservedWeight"_s, number(parameters.unobservedWeight)},
                                  {u"regularizationExponent"_s, number(parameters.regularizationExponent)},
                                  {u"cgSteps"_s, parameters.cgSteps},
                                  {u"seed"_s, seed(parameters.seed)}}));
}

std::optional<AlsParameters> parametersFromJson(const QString& json) {
    const std::optional<QJsonObject> object = readObject(json);
    if (!object)
        return std::nullopt;
    AlsParameters parameters;
    const Reader reader(*object);
    if (!reader.readEnum("form"_L1, parameters.form, 3) ||
        !reader.readEnum("solver"_L1, parameters.solver, 2))
        return std::nullopt;
    reader.read("factors"_L1, parameters.factors);
    reader.read("iterations"_L1, parameters.iterations);
    reader.read("regularization"_L1, parameters.regularization);
    reader.read("alpha"_L1, parameters.alpha);
    reader.read("unobservedWeight"_L1, parameters.unobservedWeight);
    reader.read("regularizationExponent"_L1, parameters.regularizationExponent);
    reader.read("cgSteps"_L1, parameters.cgSteps);
    reader.read("seed"_L1, parameters.seed);
    return parameters;
}

QString splitToJson(const Split& split) {
    return compact(QJsonDocument(
        QJsonObject{{u"name"_s, text(split.name)},
                    {u"protocol"_s, static_cast<int>(split.options.protocol)},
                    {u"testShare"_s, number(split.options.testShare)},
                    {u"positiveThreshold"_s, number(static_cast<double>(split.options.positiveThreshold))},
                    {u"seed"_s, seed(split.options.seed)}}));
}

std::optional<SplitRecord> splitFromJson(const QString& json) {
    const std::optional<QJsonObject> object = readObject(json);
    if (!object)
        return std::nullopt;
    SplitRecord record;
    const Reader reader(*object);
    if (!reader.readEnum("protocol"_L1, record.options.protocol, 3))
        return std::nullopt;
    reader.read("name"_L1, record.name);
    reader.read("testShare"_L1, record.options.testShare);
    reader.read("positiveThreshold"_L1, record.options.positiveThreshold);
    reader.read("seed"_L1, record.options.seed);
    return record;
}

QString reportsToJson(const std::vector<EvaluationReport>& reports) {
    QJsonArray array;
    for (const EvaluationReport& report : reports)
        array.append(reportToJson(report));
    return compact(QJsonDocument(array));
}

std::optional<std::vector<EvaluationReport>> reportsFromJson(const QString& json) {
    const std::optional<QJsonArray> array = readArray(json);
    if (!array)
        return std::nullopt;
    std::vector<EvaluationReport> reports;
    for (const QJsonValue& value : *array)
        reports.push_back(reportFromJson(value.toObject()));
    return reports;
}

QString curveToJson(const std::vector<TrainingPoint>& curve) {
    QJsonArray array;
    for (const TrainingPoint& point : curve) {
        array.append(QJsonObject{{u"halfStep"_s, point.halfStep},
                                 {u"halfSteps"_s, point.halfSteps},
                                 {u"loss"_s, number(point.loss)},
                                 {u"validationNdcg"_s, number(point.validationNdcg)},
                                 {u"validationUsers"_s, point.validationUsers},
                                 {u"seconds"_s, number(point.seconds)}});
    }
    return compact(QJsonDocument(array));
}

std::optional<std::vector<TrainingPoint>> curveFromJson(const QString& json) {
    const std::optional<QJsonArray> array = readArray(json);
    if (!array)
        return std::nullopt;
    std::vector<TrainingPoint> curve;
    for (const QJsonValue& value : *array) {
        const QJsonObject object = value.toObject();
        const Reader reader(object);
        TrainingPoint point;
        reader.read("halfStep"_L1, point.halfStep);
        reader.read("halfSteps"_L1, point.halfSteps);
        reader.read("loss"_L1, point.loss);
        reader.read("validationNdcg"_L1, point.validationNdcg);
        reader.read("validationUsers"_L1, point.validationUsers);
        reader.read("seconds"_L1, point.seconds);
        curve.push_back(point);
    }
    return curve;
}

QString columnsToJson(const ColumnMapping& columns) {
    return compact(QJsonDocument(QJsonObject{{u"file"_s, text(columns.file)},
                                             {u"delimiter"_s, text(std::string(1, columns.delimiter))},
                                             {u"hasHeader"_s, columns.hasHeader},
                                             {u"user"_s, columns.user},
                                             {u"item"_s, columns.item},
                                             {u"value"_s, columns.value},
                                             {u"time"_s, columns.time}}));
}

std::optional<ColumnMapping> columnsFromJson(const QString& json) {
    const std::optional<QJsonObject> object = readObject(json);
    if (!object)
        return std::nullopt;
    ColumnMapping columns;
    std::string delimiter;
    const Reader reader(*object);
    reader.read("file"_L1, columns.file);
    reader.read("delimiter"_L1, delimiter);
    reader.read("hasHeader"_L1, columns.hasHeader);
    reader.read("user"_L1, columns.user);
    reader.read("item"_L1, columns.item);
    reader.read("value"_L1, columns.value);
    reader.read("time"_L1, columns.time);
    if (delimiter.size() != 1)
        return std::nullopt;
    columns.delimiter = delimiter.front();
    return columns;
}

} // namespace recital
