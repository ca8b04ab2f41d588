#include "core/services/jsontext.h"
#include "core/services/ratingrows.h"

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using json::number;
using json::Reader;
using json::text;

/// Names and members of a predictor's parameters, for writing and reading alike.
template<typename Parameters, typename Visitor>
void visitMembers(Parameters& parameters, Visitor visit) {
    if constexpr (requires { parameters.userDamping; }) {
        visit("userDamping"_L1, parameters.userDamping);
        visit("itemDamping"_L1, parameters.itemDamping);
        visit("sweeps"_L1, parameters.sweeps);
    }
    if constexpr (requires { parameters.factors; }) {
        visit("factors"_L1, parameters.factors);
        visit("regularization"_L1, parameters.regularization);
        visit("seed"_L1, parameters.seed);
    }
    if constexpr (requires { parameters.epochs; }) {
        visit("epochs"_L1, parameters.epochs);
        visit("learningRate"_L1, parameters.learningRate);
        visit("startDeviation"_L1, parameters.startDeviation);
    }
    if constexpr (requires { parameters.iterations; })
        visit("iterations"_L1, parameters.iterations);
}

QJsonValue valueOf(std::uint64_t value) {
    return json::seed(value);
}
QJsonValue valueOf(int value) {
    return value;
}
QJsonValue valueOf(double value) {
    return number(value);
}

QJsonObject specificationJson(const RatingSpec& specification) {
    QJsonObject object{{u"predictor"_s, text(ratingPredictorKey(specification))}};
    std::visit(
        [&object](const auto& parameters) {
            visitMembers(parameters,
                         [&object](QLatin1String key, const auto& value) { object[key] = valueOf(value); });
        },
        specification);
    return object;
}

std::optional<RatingSpec> specificationOf(const QJsonObject& object) {
    const RatingSpec* known = findRatingPredictor(object["predictor"_L1].toString().toStdString());
    if (!known)
        return std::nullopt;
    RatingSpec specification = *known;
    const Reader reader(object);
    std::visit(
        [&reader](auto& parameters) {
            visitMembers(parameters, [&reader](QLatin1String key, auto& value) { reader.read(key, value); });
        },
        specification);
    if (!validate(specification))
        return std::nullopt;
    return specification;
}

QJsonObject reportJson(const RatingReport& report) {
    return {{u"rmse"_s, number(report.rmse)},
            {u"mae"_s, number(report.mae)},
            {u"ratings"_s, static_cast<qint64>(report.ratings)},
            {u"fallbacks"_s, static_cast<qint64>(report.fallbacks)},
            {u"trainSeconds"_s, number(report.trainSeconds)}};
}

RatingReport reportOf(const QJsonObject& object) {
    RatingReport report;
    const Reader reader(object);
    reader.read("rmse"_L1, report.rmse);
    reader.read("mae"_L1, report.mae);
    reader.read("ratings"_L1, report.ratings);
    reader.read("fallbacks"_L1, report.fallbacks);
    reader.read("trainSeconds"_L1, report.trainSeconds);
    return report;
}

} // namespace

QString ratingRowsToJson(const std::vector<ComparedRatings>& rows) {
    QJsonArray array;
    for (const ComparedRatings& row : rows) {
        QJsonArray seeds;
        for (const std::vector<RatingReport>& folds : row.bySeed) {
            QJsonArray reports;
            for (const RatingReport& fold : folds)
                reports += reportJson(fold);
            seeds += reports;
        }
        array += QJsonObject{{u"name"_s, text(row.name)},
                             {u"specification"_s, specificationJson(row.specification)},
                             {u"mean"_s, reportJson(row.mean)},
                             {u"bySeed"_s, seeds}};
    }
    return json::compact(array);
}

std::optional<std::vector<ComparedRatings>> ratingRowsFromJson(const QString& json) {
    const std::optional<QJsonArray> array = json::readArray(json);
    if (!array)
        return std::nullopt;
    std::vector<ComparedRatings> rows;
    for (const QJsonValue& value : *array) {
        const std::optional<RatingSpec> specification = specificationOf(value["specification"_L1].toObject());
        if (!specification)
            continue;
        ComparedRatings& row = rows.emplace_back();
        row.specification = *specification;
        row.name = value["name"_L1].toString().toStdString();
        row.parameters = describe(*specification);
        row.mean = reportOf(value["mean"_L1].toObject());
        for (const QJsonValue& seed : value["bySeed"_L1].toArray()) {
            std::vector<RatingReport>& folds = row.bySeed.emplace_back();
            for (const QJsonValue& fold : seed.toArray())
                folds.push_back(reportOf(fold.toObject()));
        }
    }
    return rows;
}

} // namespace recital
