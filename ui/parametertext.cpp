#include "ui/parametertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ParameterText {
    Q_DECLARE_TR_FUNCTIONS(ParameterText)
};

struct Names {
    std::string_view key;
    const char* name;
    const char* symbol; ///< nullptr: the name in lower case
};

constexpr Names names[] = {
    {"factors", QT_TRANSLATE_NOOP("ParameterText", "Factors"), QT_TRANSLATE_NOOP("ParameterText", "factors")},
    {"iterations", QT_TRANSLATE_NOOP("ParameterText", "Iterations"),
     QT_TRANSLATE_NOOP("ParameterText", "iterations")},
    {"regularization", QT_TRANSLATE_NOOP("ParameterText", "Regularization, λ"), "λ"},
    {"unobservedWeight", QT_TRANSLATE_NOOP("ParameterText", "Weight of the rest, α₀"), "α₀"},
    {"alpha", QT_TRANSLATE_NOOP("ParameterText", "Weight, α"), "α"},
    {"beta", QT_TRANSLATE_NOOP("ParameterText", "Popularity penalty, β"), "β"},
    {"regularizationExponent", QT_TRANSLATE_NOOP("ParameterText", "Exponent, ν"), "ν"},
    {"solver", QT_TRANSLATE_NOOP("ParameterText", "Solver, 0 or 1"),
     QT_TRANSLATE_NOOP("ParameterText", "solver")},
    {"cgSteps", QT_TRANSLATE_NOOP("ParameterText", "Steps of CG"),
     QT_TRANSLATE_NOOP("ParameterText", "CG steps")},
    {"neighbours", QT_TRANSLATE_NOOP("ParameterText", "Neighbours"),
     QT_TRANSLATE_NOOP("ParameterText", "neighbours")},
    {"shrink", QT_TRANSLATE_NOOP("ParameterText", "Shrinkage"), QT_TRANSLATE_NOOP("ParameterText", "shrink")},
    {"normalize", QT_TRANSLATE_NOOP("ParameterText", "Normalised, 0 or 1"),
     QT_TRANSLATE_NOOP("ParameterText", "normalised")},
    {"rank", QT_TRANSLATE_NOOP("ParameterText", "Rank"), QT_TRANSLATE_NOOP("ParameterText", "rank")},
    {"l1", QT_TRANSLATE_NOOP("ParameterText", "Penalty l1"), "l1"},
    {"l2", QT_TRANSLATE_NOOP("ParameterText", "Penalty l2"), "l2"},
    {"sweeps", QT_TRANSLATE_NOOP("ParameterText", "Sweeps"), QT_TRANSLATE_NOOP("ParameterText", "sweeps")},
    {"epochs", QT_TRANSLATE_NOOP("ParameterText", "Epochs"), QT_TRANSLATE_NOOP("ParameterText", "epochs")},
    {"learningRate", QT_TRANSLATE_NOOP("ParameterText", "Learning rate"),
     QT_TRANSLATE_NOOP("ParameterText", "learning rate")},
    {"sampler", QT_TRANSLATE_NOOP("ParameterText", "Negatives, 0 or 1"),
     QT_TRANSLATE_NOOP("ParameterText", "negatives")},
    {"genres", QT_TRANSLATE_NOOP("ParameterText", "Genres"), QT_TRANSLATE_NOOP("ParameterText", "genres")},
};

const Names* find(std::string_view key) {
    for (const Names& entry : names) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

QString asItIs(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

std::optional<double> parseNumber(const QString& text) {
    bool isNumber = false;
    QLocale strict;
    strict.setNumberOptions(QLocale::RejectGroupSeparator);
    double value = strict.toDouble(text, &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

QString parameterName(std::string_view name) {
    const Names* found = find(name);
    return found ? ParameterText::tr(found->name) : asItIs(name);
}

QString parameterSymbol(std::string_view name) {
    const Names* found = find(name);
    return found ? ParameterText::tr(found->symbol) : asItIs(name);
}

std::optional<std::vector<double>> parseValues(const QString& text, QString* problem) {
    const bool commaSeparates = QLocale().decimalPoint() != u","_s;
    const QRegularExpression separator(commaSeparates ? u"[\\s;,]+"_s : u"[\\s;]+"_s);
    std::vector<double> values;
    for (const QString& piece : text.split(separator, Qt::SkipEmptyParts)) {
        const std::optional<double> value = parseNumber(piece);
        if (!value) {
            if (problem)
                *problem = ParameterText::tr("“%1” is no number").arg(piece);
            return std::nullopt;
        }
        values.push_back(*value);
    }
    return values;
}

QString valueText(double value, int significantDigits) {
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, 'g', significantDigits);
}

QString valuesText(const std::vector<double>& values) {
    QStringList texts;
    for (const double value : values)
        texts += valueText(value);
    return texts.join(u' ');
}

} // namespace recital
