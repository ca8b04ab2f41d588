#pragma once

#include "core/recsys/live/updaterule.h"

#include <QString>

namespace recital {

// How a user's vector moves, in words for the screen.

QString ruleName(const UpdateRule& rule); ///< "Re-solve with recency"
QString ruleText(const UpdateRule& rule); ///< with its number: "Re-solve with recency, decay 0.9"

} // namespace recital
