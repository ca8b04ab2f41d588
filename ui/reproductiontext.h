#pragma once

#include "core/recsys/reproduction.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace recital {

QString reproductionTitle(std::string_view id); ///< translated name of a target
/// Paragraphs: what has to be right for the target, in plain words, and, of a result, what its start seeds
/// show (T7) and what was computed. nullptr: not computed yet.
QStringList reproductionText(std::string_view id, const ReproductionResult* result);

} // namespace recital
