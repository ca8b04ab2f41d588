#pragma once

#include "core/recsys/live/liveranking.h"
#include "core/recsys/live/updaterule.h"

#include <QString>

#include <optional>

namespace recital {

/// How taste and rule stand in the workspace. Reading refuses what is no such text or outside its limits; an
/// empty text is no taste, and the default rule.
QString tasteToJson(const GenreTaste& taste);
std::optional<GenreTaste> tasteFromJson(const QString& json);

QString ruleToJson(const UpdateRule& rule);
std::optional<UpdateRule> ruleFromJson(const QString& json);

} // namespace recital
