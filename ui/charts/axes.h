#pragma once

#include "ui/widgets/ticks.h"

namespace recital {

/// From a round number at or below `low` to one at or above `high`, 0 included when it is near; labels have
/// as many decimals as the step needs.
AxisTicks valueTicks(double low, double high, int parts);

/// Whole numbers from 0 to exactly `count`.
AxisTicks wholeTicks(int count, int parts);

/// Shares from 0 to at least `highest`, written as percentages.
AxisTicks percentTicks(double highest, int parts);

} // namespace recital
