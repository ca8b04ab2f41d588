#include "ui/widgets/slidersteps.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace recital {

namespace {

constexpr int stepsPerDecade = 24; ///< the ratio of two steps is 1.1

double roundedTo(double value, int significantDigits) {
    if (value == 0.0)
        return 0.0;
    const double power =
        std::pow(10.0, significantDigits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
    // Dividing by a power of ten that is a whole number gives the double nearest to the decimal fraction.
    return power >= 1.0 ? std::round(value * power) / power
                        : std::round(value * power) * std::round(1.0 / power);
}

std::vector<double> logarithmicSteps(const SliderRange& range) {
    assert(range.minimum > 0.0);
    std::vector<double> steps;
    const int first = static_cast<int>(std::ceil(std::log10(range.minimum) * stepsPerDecade - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(range.maximum) * stepsPerDecade + 1e-9));
    for (int i = first; i <= last; ++i)
        steps.push_back(std::pow(10.0, static_cast<double>(i) / stepsPerDecade));
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
        else if (range.logarithmic)
            step = roundedTo(step, 2);
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
