#pragma once

#include <QString>

#include <vector>

namespace recital {

/// A labelled place on an axis.
struct Tick {
    double position = 0.0; ///< in the axis's own coordinate: log10 of the value on a logarithmic axis
    QString label;
};

/// Range and labels of one axis, chosen together so that the last label is the end of the axis.
struct AxisTicks {
    double minimum = 0.0;
    double maximum = 1.0;
    std::vector<Tick> ticks;
};

/// From 0 to a round number at or above `maximum`, in at most `parts` equal steps of 1, 2, 2.5 or 5 times a
/// power of ten; whole numbers only if `whole`. Nothing above 0 gives 0 to 1.
AxisTicks linearTicks(double maximum, int parts, bool whole);

/// Positions are log10. The range is exactly [minimum, maximum], both positive; labels are decades, or 1-3,
/// or 1-2-5 of each decade, as many as `most` allows.
AxisTicks logarithmicTicks(double minimum, double maximum, int most);

/// Whole years between two times given in years (1996.25 is April 1996), every 1, 2, 5, 10... years.
AxisTicks yearTicks(double first, double last, int most);

} // namespace recital
