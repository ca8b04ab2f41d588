#pragma once

#include "core/recsys/algorithms/parameters.h"

#include <QString>

namespace recital {

/// What the page says about an objective.
struct AlsFormText {
    QString name;
    QString formula;     ///< one line
    QString explanation; ///< plain words
};
AlsFormText alsFormText(AlsForm form);

/// What the equivalents are computed for: the average user of the present dataset.
struct AverageUser {
    int likes = 0; ///< 0: no dataset
    int films = 0;
};

/// The weights of the other two objectives that mean the same on liked or not liked data, in small print.
/// Empty for values that do not validate. `details` receives what the tooltip adds.
QString alsEquivalentsText(const AlsParameters& parameters, const AverageUser& average, QString* details);

/// "iALS · 64 factors · α₀ 0.1 · λ 0.03 · ν 1 · 16 iterations"
QString alsParametersText(const AlsParameters& parameters);

} // namespace recital
