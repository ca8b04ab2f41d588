#pragma once

#include "ui/alstext.h"

#include <array>

namespace recital {

/// What the weights of the three ALS forms were when each was last shown. The two unscaled forms always mean
/// the same objective; the scaled one gives them what means the same for the average user.
class AlsWeights {
public:
    void reset(const AlsParameters& shown, const AverageUser& average);
    void remember(const AlsParameters& shown, const AverageUser& average);
    /// alpha, unobservedWeight, regularization and regularizationExponent matter; the rest does not.
    const AlsParameters& of(AlsForm form) const { return m_weights[static_cast<std::size_t>(form)]; }

private:
    void convert(const AlsParameters& shown, const AverageUser& average);

    std::array<AlsParameters, 3> m_weights; ///< by form
};

} // namespace recital
