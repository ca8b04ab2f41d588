#pragma once

#include "core/recsys/algorithms/catalogue.h"

#include <QString>

namespace recital {

/// TrainingCost::sentence in the language of the screen; of what is refused, why.
QString costText(const TrainingSpec& specification, const TrainingCost& cost);

} // namespace recital
