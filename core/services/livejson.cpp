#include "core/services/livejson.h"

#include "core/services/jsontext.h"

using namespace Qt::StringLiterals;

namespace recital {

QString tasteToJson(const GenreTaste& taste) {
    if (taste.empty())
        return {};
    QJsonArray weights;
    for (const double weight : taste.weights)
        weights.append(weight);
    return json::compact(weights);
}

std::optional<GenreTaste> tasteFromJson(const QString& json) {
    GenreTaste taste;
    if (json.isEmpty())
        return taste;
    const std::optional<QJsonArray> weights = json::readArray(json);
    if (!weights)
        return std::nullopt;
    for (const QJsonValue& weight : *weights) {
        const double value = weight.toDouble(-1.0);
        if (value < 0.0 || value > 1.0)
            return std::nullopt;
        taste.weights.push_back(value);
    }
    return taste;
}

QString ruleToJson(const UpdateRule& rule) {
    QJsonObject object;
    if (const auto* recency = std::get_if<RecencyRule>(&rule))
        object = {{u"rule"_s, u"recency"_s}, {u"decay"_s, recency->decay}};
    else if (const auto* average = std::get_if<MovingAverageRule>(&rule))
        object = {{u"rule"_s, u"moving-average"_s}, {u"mix"_s, average->mix}};
    else
        object = {{u"rule"_s, u"re-solve"_s}};
    return json::compact(object);
}

std::optional<UpdateRule> ruleFromJson(const QString& json) {
    if (json.isEmpty())
        return UpdateRule{};
    const std::optional<QJsonObject> object = json::readObject(json);
    if (!object)
        return std::nullopt;
    const QString name = (*object)[u"rule"_s].toString();
    UpdateRule rule;
    if (name == u"recency"_s)
        rule = RecencyRule{(*object)[u"decay"_s].toDouble(RecencyRule{}.decay)};
    else if (name == u"moving-average"_s)
        rule = MovingAverageRule{(*object)[u"mix"_s].toDouble(MovingAverageRule{}.mix)};
    else if (name == u"re-solve"_s)
        rule = ResolveRule{};
    else
        return std::nullopt;
    return validate(rule) ? std::optional(rule) : std::nullopt;
}

} // namespace recital
