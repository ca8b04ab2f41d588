#pragma once

#include "core/recsys/types.h"

#include <optional>
#include <string_view>

namespace recital::io {

/// A time as files write it: Unix time in seconds (also "8.81250949E8"), milli-, micro- or nanoseconds, told
/// apart by their size, or an ISO date ("2015-03-31", "2015-03-31T06:00:25Z", with a blank for the T,
/// fractions of a second, an offset such as +02:00; UTC without one). nullopt outside 1970 to 2106 and for
/// anything else.
std::optional<Timestamp> parseTime(std::string_view cell);

} // namespace recital::io
