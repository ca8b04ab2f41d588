#pragma once

#include "core/services/comparisonresult.h"
#include "ui/charts/figure.h"

namespace recital {

// The charts of a comparison. All are empty, with a sentence why, while there is nothing to draw.

/// Same colour for one family of algorithms, another shape for each of its members.
SeriesLook lookOf(const ComparedModel& row, bool reference);

/// Lying bars with 95 % intervals on the left, differences to the reference on the right.
Figure barsFigure(const Comparison& comparison, MetricId metric);

/// Two rows user by user, largest gain first; a point's id is the user.
Figure userDifferenceFigure(const Comparison& comparison, std::size_t first, std::size_t second,
                            MetricId metric);

Figure curveFigure(const Comparison& comparison, MetricId metric); ///< the metric against the list's length
bool hasCurve(MetricId metric) noexcept;

/// The metric against coverage and against popularity lift.
Figure tradeOffFigure(const Comparison& comparison, MetricId metric);

Figure exposureFigure(const Comparison& comparison); ///< one small chart an algorithm
Figure activityFigure(const Comparison& comparison, MetricId metric);

} // namespace recital
