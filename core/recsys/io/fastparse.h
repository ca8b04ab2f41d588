#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

// Numbers out of text, eight characters at once and nearly without branches. Every function reads up to 16
// bytes from `text`, so the caller keeps that much room to the end of the text.
namespace recital::io {

static_assert(std::endian::native == std::endian::little, "the first character must be the lowest byte");

/// Eight characters: their values where they are digits, and how many digits stand in front.
struct DigitWord {
    std::uint64_t digits; ///< a byte each, 0 to 9 as long as it is a digit
    unsigned count;       ///< leading digits, 0 to 8
};

inline DigitWord loadDigits(const char* text) noexcept {
    std::uint64_t word;
    std::memcpy(&word, text, sizeof word);
    const std::uint64_t digits = word ^ 0x3030303030303030ULL; // '0' to '9' become 0 to 9, all else is larger
    // The high bit of every byte above 9: adding 118 carries into it, and no further.
    const std::uint64_t others =
        (((digits & 0x7F7F7F7F7F7F7F7FULL) + 0x7676767676767676ULL) | digits) & 0x8080808080808080ULL;
    return {digits, static_cast<unsigned>(std::countr_zero(others)) / 8U};
}

/// Value of the leading digits: moved to the end, so the bytes in front are zeros, and then summed in pairs,
/// fours and eight (the multipliers are 1 + 10 * 2^8, 1 + 100 * 2^16, 1 + 10000 * 2^32). `count` of 1 to 8.
inline std::uint32_t valueOf(DigitWord word) noexcept {
    std::uint64_t value = word.digits << (64U - 8U * word.count);
    value = (value * 2561U) >> 8U & 0x00FF00FF00FF00FFULL;
    value = (value * 6553601U) >> 16U & 0x0000FFFF0000FFFFULL;
    return static_cast<std::uint32_t>((value * 42949672960001ULL) >> 32U);
}

/// A number of 1 to 7 digits; false for anything else.
inline bool takeShortNumber(const char*& text, std::int64_t& number) noexcept {
    const DigitWord word = loadDigits(text);
    if (word.count - 1U > 6U)
        return false;
    number = valueOf(word);
    text += word.count;
    return true;
}

/// A number of 8 to 10 digits below 2^32; false for anything else.
inline bool takeLongNumber(const char*& text, std::uint32_t& number) noexcept {
    static constexpr std::array<std::uint64_t, 3> powers = {1, 10, 100};
    const DigitWord front = loadDigits(text);
    const DigitWord back = loadDigits(text + 8);
    if (front.count != 8 || back.count > 2)
        return false;
    const std::uint64_t value = valueOf(front) * powers[back.count] + (back.count == 0 ? 0U : valueOf(back));
    number = static_cast<std::uint32_t>(value);
    text += 8 + back.count;
    return value <= 0xFFFFFFFFULL;
}

/// "4" or "3.5" in tenths; false for anything else (the caller looks at what follows).
inline bool takeTenths(const char*& text, unsigned& tenths) noexcept {
    const auto digit = [](char c) { return static_cast<unsigned>(static_cast<unsigned char>(c)) - '0'; };
    const unsigned whole = digit(text[0]);
    const bool fraction = text[1] == '.';
    const unsigned tenth = fraction ? digit(text[2]) : 0U;
    tenths = 10U * whole + tenth;
    text += fraction ? 3 : 1;
    return whole <= 9 && tenth <= 9;
}

} // namespace recital::io
