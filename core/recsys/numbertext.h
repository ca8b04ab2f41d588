#pragma once

#include <charconv>
#include <string>

namespace recital {

/// The shortest digits that read back as the same number: "10", "0.5", "1e-05". The same in every locale,
/// unlike std::to_string.
inline std::string numberText(double value) {
    char buffer[32]; // 24 are the longest
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

} // namespace recital
