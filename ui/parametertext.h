#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace recital {

/// What a parameter of core/recsys/algorithms/catalogue.h is called on the screen: "Regularization, λ".
/// Unknown names stay as they are.
QString parameterName(std::string_view name);
/// The short form for axes and columns: "λ", "factors".
QString parameterSymbol(std::string_view name);

/// Several numbers in one field, separated by blanks or semicolons (and by commas where the locale does not
/// write decimals with them): "0.03 0.1 0.3". Nothing: a piece is no number; `problem` then names it.
std::optional<std::vector<double>> parseValues(const QString& text, QString* problem = nullptr);
QString valuesText(const std::vector<double>& values);
/// As it can be typed again.
QString valueText(double value, int significantDigits = 6);

} // namespace recital
