#include "core/services/recordjson.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/jsontext.h"
#include "core/services/reportjson.h"
#include "core/services/splitjson.h"

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using json::compact;
using json::number;
using json::readArray;
using json::Reader;
using json::readObject;
using json::seed;
using json::text;

QJsonObject learnedToJson(const LearnedEvents& events) {
    QJsonArray users;
    for (const LearnedUser& user : events.users) {
        QJsonArray cells;
        for (const Interaction& cell : user.cells)
            cells.append(QJsonArray{cell.item, static_cast<double>(cell.value)});
        users.append(QJsonObject{{u"id"_s, static_cast<qint64>(user.id)},
                                 {u"datasetUser"_s, user.datasetUser},
                                 {u"cells"_s, cells}});
    }
    return {{u"events"_s, events.events},
            {u"heldOut"_s, events.heldOut},
            {u"silent"_s, events.silent},
            {u"users"_s, users}};
}

/// Nothing for cells that no retraining writes.
std::optional<LearnedEvents> learnedFromJson(const QJsonObject& object) {
    LearnedEvents events;
    const Reader reader(object);
    reader.read("events"_L1, events.events);
    reader.read("heldOut"_L1, events.heldOut);
    reader.read("silent"_L1, events.silent);
    const QJsonArray users = object["users"_L1].toArray();
    for (const QJsonValue& value : users) {
        LearnedUser user;
        user.id = value["id"_L1].toInteger();
        user.datasetUser = value["datasetUser"_L1].toInt(-1);
        const QJsonArray cells = value["cells"_L1].toArray();
        for (const QJsonValue& cell : cells) {
            const Interaction entry{cell[0].toInt(-1), static_cast<float>(cell[1].toDouble())};
            if (entry.item < 0 || entry.value == 0.0F || !std::isfinite(entry.value))
                return std::nullopt;
            user.cells.push_back(entry);
        }
        events.users.push_back(std::move(user));
    }
    return events;
}

} // namespace

QString parametersToJson(const AlsParameters& parameters) {
    return compact(QJsonObject{{u"form"_s, static_cast<int>(parameters.form)},
                               {u"solver"_s, static_cast<int>(parameters.solver)},
                               {u"factors"_s, parameters.factors},
                               {u"iterations"_s, parameters.iterations},
                               {u"regularization"_s, number(parameters.regularization)},
                               {u"alpha"_s, number(parameters.alpha)},
                               {u"unobservedWeight"_s, number(parameters.unobservedWeight)},
                               {u"regularizationExponent"_s, number(parameters.regularizationExponent)},
                               {u"cgSteps"_s, parameters.cgSteps},
                               {u"seed"_s, seed(parameters.seed)}});
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

QString specificationToJson(const TrainingSpec& specification) {
    QJsonObject object{{u"algorithm"_s, text(algorithmOf(specification).key)}};
    for (const ParameterField& field : parameterFields(specification))
        if (const std::optional<double> value = parameterValue(specification, field.name))
            object[text(field.name)] = number(*value);
    if (const std::optional<std::uint64_t> own = seedOf(specification))
        object[u"seed"_s] = seed(*own);
    return compact(object);
}

std::optional<TrainingSpec> specificationFromJson(const QString& json) {
    const std::optional<QJsonObject> object = readObject(json);
    if (!object)
        return std::nullopt;
    const std::string key = (*object)["algorithm"_L1].toString().toStdString();
    if (!findAlgorithm(key))
        return std::nullopt;
    TrainingSpec specification = plainSpecification(key);
    for (const ParameterField& field : parameterFields(specification)) {
        const QJsonValue value = (*object)[text(field.name)];
        if (value.isDouble() && !setParameter(specification, field.name, value.toDouble()))
            return std::nullopt;
    }
    std::uint64_t own = seedOf(specification).value_or(0);
    Reader(*object).read("seed"_L1, own);
    setSeed(specification, own);
    return specification;
}

QString splitToJson(const Split& split, const LearnedEvents* events) {
    QJsonObject object = splitOptionsToJson(split.options);
    object[u"name"_s] = text(split.name);
    if (events != nullptr)
        object[u"events"_s] = learnedToJson(*events);
    return compact(object);
}

std::optional<SplitRecord> splitFromJson(const QString& json) {
    const std::optional<QJsonObject> object = readObject(json);
    const std::optional<SplitOptions> options = object ? splitOptionsFromJson(*object) : std::nullopt;
    if (!options)
        return std::nullopt;
    SplitRecord record;
    record.options = *options;
    Reader(*object).read("name"_L1, record.name);
    if (const QJsonValue events = (*object)["events"_L1]; events.isObject()) {
        record.events = learnedFromJson(events.toObject());
        if (!record.events)
            return std::nullopt;
    }
    return record;
}

QString reportsToJson(const std::vector<EvaluationReport>& reports) {
    QJsonArray array;
    for (const EvaluationReport& report : reports)
        array.append(reportToJson(report));
    return compact(array);
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
    return compact(array);
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
    return compact(QJsonObject{{u"file"_s, text(columns.file)},
                               {u"delimiter"_s, text(std::string(1, columns.delimiter))},
                               {u"hasHeader"_s, columns.hasHeader},
                               {u"user"_s, columns.user},
                               {u"item"_s, columns.item},
                               {u"value"_s, columns.value},
                               {u"time"_s, columns.time}});
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
