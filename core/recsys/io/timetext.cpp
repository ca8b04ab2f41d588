#include "core/recsys/io/timetext.h"

#include "core/recsys/io/text.h"

#include <chrono>
#include <limits>

namespace recital::io {

namespace {

/// Takes parts of a date from the front of a text.
class DateCursor {
public:
    explicit DateCursor(std::string_view text)
        : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    bool take(char c) {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Exactly so many digits; -1 otherwise.
    int digits(std::size_t count) {
        const std::string_view part = m_rest.substr(0, count);
        const auto number = toInteger(part);
        if (part.size() != count || part.front() == '-' || !number)
            return -1;
        m_rest.remove_prefix(count);
        return static_cast<int>(*number);
    }
    void skipDigits() {
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9')
            m_rest.remove_prefix(1);
    }

private:
    std::string_view m_rest;
};

std::optional<Timestamp> toTimestamp(double seconds) {
    if (!(seconds >= 0.0 && seconds <= static_cast<double>(std::numeric_limits<Timestamp>::max())))
        return std::nullopt;
    return static_cast<Timestamp>(seconds);
}

std::optional<Timestamp> fromNumber(double number) {
    constexpr double asMilliseconds = 1e11; // in seconds that is the year 5138, in milliseconds 1973
    constexpr double asMicroseconds = 1e14;
    constexpr double asNanoseconds = 1e17;
    if (number < asMilliseconds)
        return toTimestamp(number);
    return toTimestamp(number / (number < asMicroseconds ? 1e3 : number < asNanoseconds ? 1e6 : 1e9));
}

/// Seconds of "T06:00:25.5+02:00" and its shorter forms; nullopt if it is none.
std::optional<std::int64_t> timeOfDay(DateCursor& cursor) {
    if (cursor.atEnd())
        return 0;
    if (!cursor.take('T') && !cursor.take(' '))
        return std::nullopt;
    const int hour = cursor.digits(2);
    const int minute = cursor.take(':') ? cursor.digits(2) : -1;
    int second = 0;
    if (cursor.take(':')) {
        second = cursor.digits(2);
        if (cursor.take('.'))
            cursor.skipDigits();
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    std::int64_t seconds = (hour * 60 + minute) * 60 + second;
    cursor.take(' ');
    if (cursor.take('Z') || cursor.atEnd())
        return cursor.atEnd() ? std::optional(seconds) : std::nullopt;
    const int sign = cursor.take('+') ? -1 : cursor.take('-') ? 1 : 0;
    const int offsetHours = cursor.digits(2);
    cursor.take(':');
    const int offsetMinutes = cursor.atEnd() ? 0 : cursor.digits(2);
    if (sign == 0 || offsetHours < 0 || offsetMinutes < 0 || !cursor.atEnd())
        return std::nullopt;
    return seconds + sign * (offsetHours * 60 + offsetMinutes) * 60;
}

std::optional<Timestamp> fromDate(std::string_view cell) {
    using namespace std::chrono;
    DateCursor cursor(cell);
    const int y = cursor.digits(4);
    const char separator = cell.size() > 4 && cell[4] == '/' ? '/' : '-';
    const int m = cursor.take(separator) ? cursor.digits(2) : -1;
    const int d = cursor.take(separator) ? cursor.digits(2) : -1;
    if (y < 0 || m < 0 || d < 0)
        return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    const auto seconds = timeOfDay(cursor);
    if (!date.ok() || !seconds)
        return std::nullopt;
    return toTimestamp(static_cast<double>(sys_days{date}.time_since_epoch().count() * 86400 + *seconds));
}

} // namespace

std::optional<Timestamp> parseTime(std::string_view cell) {
    if (const auto number = toNumber(cell))
        return fromNumber(*number);
    return fromDate(cell);
}

} // namespace recital::io
