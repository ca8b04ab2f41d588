#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <cmath>
#include <cstdint>
#include <optional>
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

QString compact(const QJsonObject& object);
QString compact(const QJsonArray& array);

std::optional<QJsonObject> readObject(const QString& json); ///< nullopt: no JSON, or none of an object
std::optional<QJsonArray> readArray(const QString& json);

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

} // namespace recital::json
