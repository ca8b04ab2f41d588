#pragma once

#include "core/services/modelstore.h"

#include <QString>

namespace recital {

/// Whether a line is due: after every sweep, and after the closing user half-step.
bool endsIteration(const TrainingPoint& point);

/// "iteration   3   loss 61234.567   0.041 s", with the validation NDCG where it was measured.
QString lossLine(const TrainingPoint& point);

} // namespace recital
