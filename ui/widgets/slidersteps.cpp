#include "ui/widgets/slidersteps.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace recital {

namespace {

/// Round numbers that people know, each about a tenth above the last.
constexpr std::array decade = {1.0, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2.0, 2.2, 2.4, 2.7, 3.0,
                               3.3, 3.6, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 9.0};

std::vector<double> logarithmicSteps(const SliderRange& range) {
    assert(range.minimum > 0.0);
    std::vector<double> steps;
    const int first = static_cast<int>(std::floor(std::log10(range.minimum)));
    const int last = static_cast<int>(std::ceil(std::log10(range.maximum)));
    for (int power = first; power <= last; ++power) {
        for (const double factor : decade) {
            // Tenths as whole numbers, times or divided by a whole power of ten: the double nearest to the
            // decimal fraction, so that the field shows it without a tail.
            const double tenths = std::round(10.0 * factor);
            steps.push_back(power > 0 ? tenths * std::pow(10.0, power - 1)
                                      : tenths / std::pow(10.0, 1 - power));
        }
    }
    if (range.integer) { // sizes are often chosen among these
        for (double size = 1.0; size <= range.maximum; size *= 2.0)
            steps.push_back(size);
    }
    return steps;
}

std::vector<double> evenSteps(const SliderRange& range, int most) {
    const double span = range.maximum - range.minimum;
    int count = range.integer ? static_cast<int>(std::min(span, static_cast<double>(most))) : most;
    count = std::max(count, 1);
    std::vector<double> steps;
    for (int i = 0; i <= count; ++i)
        steps.push_back(range.minimum + span * i / count);
    return steps;
}

} // namespace

std::vector<double> sliderSteps(const SliderRange& range, int most) {
    assert(range.minimum < range.maximum);
    std::vector<double> steps = range.logarithmic ? logarithmicSteps(range) : evenSteps(range, most);
    for (double& step : steps) {
        if (range.integer)
            step = std::round(step);
    }
    steps.push_back(range.minimum);
    steps.push_back(range.maximum);
    std::erase_if(steps, [&range](double step) { return step < range.minimum || step > range.maximum; });
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

int nearestStep(const std::vector<double>& steps, double value, bool logarithmic) {
    assert(!steps.empty());
    const auto above = std::lower_bound(steps.begin(), steps.end(), value);
    if (above == steps.begin())
        return 0;
    const auto index = static_cast<int>(above - steps.begin());
    if (above == steps.end())
        return index - 1;
    const double lower = *(above - 1);
    const bool nearLower = logarithmic ? value / lower < *above / value : value - lower < *above - value;
    return nearLower ? index - 1 : index;
}

} // namespace recital
