#include "ui/widgets/ticks.h"

#include "ui/format.h"

#include <algorithm>
#include <cmath>

namespace recital {

AxisTicks linearTicks(double maximum, int parts, bool whole) {
    if (!(maximum > 0.0))
        maximum = 1.0;
    const double least = maximum / parts;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
        if (factor * power >= least * (1.0 - 1e-9))
            step = factor * power;
    }
    if (whole)
        step = std::ceil(step - 1e-9);

    AxisTicks axis;
    const int count = std::max(1, static_cast<int>(std::ceil(maximum / step - 1e-9)));
    axis.maximum = count * step;
    for (int i = 0; i <= count; ++i)
        axis.ticks.push_back({i * step, formatCompact(i * step)});
    return axis;
}

AxisTicks logarithmicTicks(double minimum, double maximum, int most) {
    AxisTicks axis;
    axis.minimum = std::log10(minimum);
    axis.maximum = std::max(std::log10(maximum), axis.minimum + 1e-6);
    static const std::vector<std::vector<double>> ladders = {{1.0, 2.0, 5.0}, {1.0, 3.0}, {1.0}};
    const int firstDecade = static_cast<int>(std::floor(axis.minimum));
    const int lastDecade = static_cast<int>(std::ceil(axis.maximum));
    for (const std::vector<double>& ladder : ladders) {
        axis.ticks.clear();
        for (int decade = firstDecade; decade <= lastDecade; ++decade) {
            for (const double factor : ladder) {
                const double value = factor * std::pow(10.0, decade);
                const double position = std::log10(value);
                if (position >= axis.minimum - 1e-9 && position <= axis.maximum + 1e-9)
                    axis.ticks.push_back({position, formatCompact(value)});
            }
        }
        if (static_cast<int>(axis.ticks.size()) <= most)
            break;
    }
    return axis;
}

AxisTicks yearTicks(double first, double last, int most) {
    AxisTicks axis;
    axis.minimum = first;
    axis.maximum = std::max(last, first + 1.0 / 12.0);
    for (const int step : {1, 2, 5, 10, 20, 50, 100}) {
        axis.ticks.clear();
        for (int year = static_cast<int>(std::ceil(first / step - 1e-9)) * step; year <= last; year += step)
            axis.ticks.push_back({static_cast<double>(year), QString::number(year)});
        if (static_cast<int>(axis.ticks.size()) <= most)
            break;
    }
    return axis;
}

} // namespace recital
