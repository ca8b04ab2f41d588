#pragma once

#include <QJsonObject>
#include <QString>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

/// How values of the core stand in JSON: NaN as null, seeds as decimal text (a JSON number keeps 53 bits).
namespace recital::json {

inline QJsonValue number(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

inline QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

inline QJsonValue seed(std::uint64_t value) {
    return QString::number(value);
}

} // namespace recital::json
