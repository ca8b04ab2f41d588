#pragma once

#include "app/arguments.h"
#include "core/recsys/split.h"

#include <optional>

namespace recital {

/// --protocol, --test-share, --split-seed. `allowNone` adds the protocol none: learn from everything.
void addProtocolOptions(Arguments& arguments, bool allowNone);

/// nullopt for none. Without --protocol: `fallback`.
std::optional<SplitOptions> protocolOptions(Arguments& arguments, bool allowNone,
                                            std::optional<Protocol> fallback);

/// The above without none, and --folds, --threshold, --min-user-ratings, --min-item-ratings: everything that
/// decides what is held out.
void addSplitOptions(Arguments& arguments);

/// What was not given is taken from `natural`, which suits the data.
SplitOptions splitOptions(Arguments& arguments, const SplitOptions& natural);

} // namespace recital
