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

/// "user-random", for JSON.
QString protocolName(Protocol protocol);

} // namespace recital
