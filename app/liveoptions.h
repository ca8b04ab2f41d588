#pragma once

#include "app/arguments.h"
#include "core/recsys/live/updaterule.h"

#include <vector>

namespace recital {

// Update rules on the command line: recency, recency=0.8, resolve, average, average=0.3.

QString knownRules(); ///< for sentences
/// What is wrong is recorded in `arguments`.
UpdateRule ruleOf(Arguments& arguments, const QString& option, const QString& text);
std::vector<UpdateRule> ruleOptions(Arguments& arguments, const QString& option);

QString ruleKey(const UpdateRule& rule); ///< "recency=0.9": what the options take, for JSON

} // namespace recital
