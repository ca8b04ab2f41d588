#pragma once

#include "core/recsys/result.h"

#include <cmath>
#include <locale>
#include <sstream>
#include <string>
#include <utility>

/// What validate() and describe() of parameter structs are made of; names and numbers are the same in every
/// locale.
namespace recital::limits {

inline Error invalid(std::string detail) {
    return Error{ErrorCode::InvalidParameters, std::move(detail)};
}

template<typename T>
std::string text(T value) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    stream << value;
    return stream.str();
}

/// NaN fails every comparison, so it is outside any limits.
template<typename T>
Status within(const char* name, T value, T lowest, T highest) {
    if (value >= lowest && value <= highest)
        return success();
    return invalid(std::string(name) + " " + text(value) + " is outside " + text(lowest) + " to " +
                   text(highest));
}

inline Status positive(const char* name, double value) {
    if (value > 0.0 && std::isfinite(value))
        return success();
    return invalid(std::string(name) + " " + text(value) + " must be above 0");
}

} // namespace recital::limits
