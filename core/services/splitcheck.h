#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/split.h"

#include <string>

namespace recital {

/// Why the data cannot be split like this, as far as it can be told without splitting. `fold`: the official
/// fold that must exist; empty: any. Errors: InvalidParameters, InvalidData.
Status checkSplit(const SplitOptions& options, const std::string& fold, const Dataset& dataset);

/// The protocol that suits the data: its official folds, else the newest fifth of every user, else a random
/// fifth.
SplitOptions naturalSplit(const Dataset& dataset);

} // namespace recital
