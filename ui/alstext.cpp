#include "ui/alstext.h"

#include "core/recsys/algorithms/equivalence.h"
#include "ui/metrictext.h"

#include <QCoreApplication>
#include <QStringList>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct AlsText {
    Q_DECLARE_TR_FUNCTIONS(AlsText)
};

QString shortName(AlsForm form) {
    switch (form) {
    case AlsForm::HuKorenVolinsky:
        return u"Hu–Koren–Volinsky"_s;
    case AlsForm::Implicit:
        return u"implicit"_s;
    case AlsForm::FrequencyScaled:
        return u"iALS"_s;
    }
    Q_UNREACHABLE();
}

QString weights(AlsForm form, const AlsEquivalents& same, bool withRegularization) {
    const double alpha = form == AlsForm::Implicit ? same.implicitAlpha : same.hkvAlpha;
    QString text = shortName(form) + u": α "_s + formatValue(alpha);
    if (withRegularization)
        text += u", λ "_s + formatValue(same.regularization);
    return text;
}

QString frequencyScaledWeights(const AlsEquivalents& same) {
    if (!same.unobservedWeight)
        return AlsText::tr("iALS: no counterpart, because nothing is weighted");
    return AlsText::tr("iALS: α₀ %1, λ %2, ν 0, target %3")
        .arg(formatValue(*same.unobservedWeight), formatValue(*same.regularizationAtTarget),
             formatValue(*same.target));
}

QString ownScaleDetails(const AlsEquivalents& same) {
    if (!same.unobservedWeight)
        return {};
    return AlsText::tr(
               "With the target 1, as iALS is trained here: λ %1, ν 0. The ranking is the same, every "
               "score is %2 times as large.")
        .arg(formatValue(*same.regularizationAtOne), formatValue(1.0 / *same.target));
}

} // namespace

AlsFormText alsFormText(AlsForm form) {
    switch (form) {
    case AlsForm::HuKorenVolinsky:
        return {AlsText::tr("Hu–Koren–Volinsky (the paper)"),
                u"Σ c (p − x·y)² + λ (|X|² + |Y|²),  c = 1 + α r"_s,
                AlsText::tr("Every pair of user and film counts: a liked one 1 + α times as much as one that "
                            "was not rated. λ keeps all vectors short.")};
    case AlsForm::Implicit:
        return {
            AlsText::tr("implicit (the library)"),
            u"Σ c (p − x·y)² + λ (|X|² + |Y|²),  c = α r "_s + AlsText::tr("or 1"),
            AlsText::tr("As in the paper, but a liked pair counts α times as much, not 1 + α. Choose it to "
                        "compare with the library “implicit”.")};
    case AlsForm::FrequencyScaled:
        return {
            AlsText::tr("iALS (scaled by frequency)"),
            u"Σ₊(x·y\u00a0−\u00a01)² + α₀Σ(x·y)² + Σλᵤ|xᵤ|² + Σλᵢ|yᵢ|²"_s,
            AlsText::tr(
                "Liked pairs are pulled to 1, all pairs to 0 with weight α₀; λ grows with activity, so it "
                "suits data of any size.")};
    }
    Q_UNREACHABLE();
}

QString alsEquivalentsText(const AlsParameters& parameters, const AverageUser& average, QString* details) {
    const bool perRow =
        parameters.form == AlsForm::FrequencyScaled && parameters.regularizationExponent > 0.0;
    const double rowLambda = rowRegularization(parameters, average.likes, average.films);
    const std::optional<AlsEquivalents> same = equivalents(parameters, rowLambda);
    QString more;
    QStringList lines;
    if (same) {
        const bool known = !perRow || average.likes > 0;
        for (const AlsForm form : {AlsForm::HuKorenVolinsky, AlsForm::Implicit}) {
            if (form != parameters.form)
                lines += weights(form, *same, known);
        }
        if (parameters.form != AlsForm::FrequencyScaled) {
            lines += frequencyScaledWeights(*same);
            more = ownScaleDetails(*same);
        } else if (perRow && known) {
            lines += AlsText::tr("λ for the average user here (%n like(s), λᵤ = %1)", nullptr, average.likes)
                         .arg(formatValue(rowLambda));
            more = AlsText::tr("λᵤ = λ (nᵤ + α₀ · films)^ν differs from user to user, and so does its "
                               "counterpart in the other forms.");
        }
    }
    if (!lines.isEmpty())
        lines.prepend(AlsText::tr("The same in the other forms:"));
    if (details != nullptr)
        *details = more;
    return lines.join(QLatin1Char('\n'));
}

QString alsParametersText(const AlsParameters& parameters) {
    QStringList parts{shortName(parameters.form), AlsText::tr("%n factor(s)", nullptr, parameters.factors)};
    if (parameters.form == AlsForm::FrequencyScaled)
        parts += u"α₀ "_s + formatValue(parameters.unobservedWeight);
    else
        parts += u"α "_s + formatValue(parameters.alpha);
    parts += u"λ "_s + formatValue(parameters.regularization);
    if (parameters.form == AlsForm::FrequencyScaled)
        parts += u"ν "_s + formatValue(parameters.regularizationExponent);
    parts += AlsText::tr("%n iteration(s)", nullptr, parameters.iterations);
    if (parameters.solver == AlsSolver::ConjugateGradient)
        parts += AlsText::tr("CG, %n step(s)", nullptr, parameters.cgSteps);
    return parts.join(u" · "_s);
}

} // namespace recital
