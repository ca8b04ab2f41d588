#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

} // namespace

QString formatCount(qint64 count) {
    return count < 0 ? QString(QChar(0x2013)) : QLocale().toString(count);
}

QString formatNumber(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString formatPercent(double fraction, int decimals) {
    if (!std::isfinite(fraction))
        return formatCount(-1);
    return Format::tr("%1 %", "percent").arg(formatNumber(fraction * 100.0, decimals));
}

QString formatCompact(double value) {
    const double size = std::abs(value);
    const auto scaled = [](double number) {
        return QLocale().toString(number, 'g', 4); // 1.5, 20, 250: no zeros behind the point
    };
    if (size >= 1e6)
        return scaled(value / 1e6) + u"M"_s;
    if (size >= 1e3)
        return scaled(value / 1e3) + u"k"_s;
    return scaled(value);
}

QString formatBytes(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString formatDuration(double seconds) {
    if (seconds < 9.95)
        return Format::tr("%1 s", "seconds").arg(formatNumber(std::max(0.0, seconds), 1));
    const qint64 whole = std::llround(seconds);
    if (whole < 60)
        return Format::tr("%1 s", "seconds").arg(whole);
    if (whole < 3600)
        return Format::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Format::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace recital
