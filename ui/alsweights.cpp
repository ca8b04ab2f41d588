#include "ui/alsweights.h"

#include "core/recsys/algorithms/equivalence.h"

namespace recital {

namespace {

/// To six significant digits: what a field shows is what is trained.
double rounded(double value) {
    return QString::number(value, 'g', 6).toDouble();
}

} // namespace

void AlsWeights::reset(const AlsParameters& shown, const AverageUser& average) {
    m_weights.fill(AlsParameters());
    remember(shown, average);
    if (shown.form == AlsForm::FrequencyScaled)
        convert(shown, average);
}

void AlsWeights::remember(const AlsParameters& shown, const AverageUser& average) {
    m_weights[static_cast<std::size_t>(shown.form)] = shown;
    if (shown.form != AlsForm::FrequencyScaled)
        convert(shown, average);
}

/// Gives the unscaled forms the weights that mean the same: for the average user if `shown` is scaled.
void AlsWeights::convert(const AlsParameters& shown, const AverageUser& average) {
    const std::optional<AlsEquivalents> same =
        equivalents(shown, rowRegularization(shown, average.likes, average.films));
    if (!same)
        return;
    for (const AlsForm form : {AlsForm::HuKorenVolinsky, AlsForm::Implicit}) {
        if (form == shown.form)
            continue;
        AlsParameters& other = m_weights[static_cast<std::size_t>(form)];
        other.alpha = form == AlsForm::Implicit ? same->implicitAlpha : same->hkvAlpha;
        other.regularization = rounded(same->regularization);
    }
}

} // namespace recital
