#pragma once

#include <vector>

namespace recital {

/// The values that a slider offers, ascending, from `minimum` to `maximum` with both ends.
struct SliderRange {
    double minimum = 0.0;
    double maximum = 1.0;
    bool logarithmic = false; ///< steps are factors; needs minimum > 0
    bool integer = false;
};

/// Round values. A logarithmic range has 24 steps a decade, so that a key moves it by about a tenth, and the
/// powers of two where it is of whole numbers; an even one at most `most`.
std::vector<double> sliderSteps(const SliderRange& range, int most = 200);

/// Index of the step nearest to `value`, by ratio for a logarithmic range.
int nearestStep(const std::vector<double>& steps, double value, bool logarithmic);

} // namespace recital
