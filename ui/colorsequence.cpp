#include "ui/colorsequence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace recital {

namespace {

constexpr std::array<QRgb, 10> stops = {0xFF00224E, 0xFF123570, 0xFF3B496C, 0xFF575D6D, 0xFF707173,
                                        0xFF8A8678, 0xFFA59C74, 0xFFC3B369, 0xFFE1CC55, 0xFFFEE838};

double luminance(const QColor& color) {
    const auto linear = [](float channel) {
        const double c = static_cast<double>(channel);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor cividis(double position) {
    const double at = std::clamp(position, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto lower = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double share = at - static_cast<double>(lower);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    const QRgb a = stops[lower];
    const QRgb b = stops[lower + 1];
    return QColor(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QColor textOn(const QColor& background) {
    // Contrast with white is 1.05 / (L + 0.05), with black (L + 0.05) / 0.05: equal at the geometric mean.
    static const double turn = std::sqrt(1.05 * 0.05) - 0.05;
    return luminance(background) > turn ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace recital
