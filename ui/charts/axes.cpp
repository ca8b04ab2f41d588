#include "ui/charts/axes.h"

#include "ui/format.h"
#include "ui/widgets/linechart.h"

#include <algorithm>
#include <cmath>

namespace recital {

AxisTicks valueTicks(double low, double high, int parts) {
    if (!(high - low > 1e-12))
        high = low + std::max(1e-3, std::abs(low));
    const double step = niceStep(high - low, parts);
    AxisTicks axis;
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    axis.minimum = first * step;
    axis.maximum = last * step;
    const double power = std::floor(std::log10(step) + 1e-9);
    const bool quarter = std::abs(step / std::pow(10.0, power) - 2.5) < 1e-6;
    const int decimals = std::max(0, static_cast<int>(-power) + (quarter ? 1 : 0));
    for (double i = first; i <= last + 0.5; i += 1.0) {
        const double value = std::abs(i) < 0.5 ? 0.0 : i * step; // never "-0"
        axis.ticks.push_back({value, formatNumber(value, decimals)});
    }
    return axis;
}

AxisTicks wholeTicks(int count, int parts) {
    AxisTicks axis;
    axis.maximum = std::max(1, count);
    const double step = std::max(1.0, std::ceil(niceStep(axis.maximum, parts)));
    for (double value = 0.0; value <= axis.maximum + 1e-9; value += step)
        axis.ticks.push_back({value, formatCount(std::llround(value))});
    return axis;
}

AxisTicks percentTicks(double highest, int parts) {
    AxisTicks axis = valueTicks(0.0, std::max(highest, 1e-3), parts);
    const double step = axis.ticks.size() > 1 ? axis.ticks[1].position : 1.0;
    for (Tick& tick : axis.ticks)
        tick.label = formatPercent(tick.position, step < 0.0099 ? 1 : 0);
    return axis;
}

} // namespace recital
