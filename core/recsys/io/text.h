#pragma once

#include "core/recsys/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recital::io {

/// "ratings.csv:1042: reason".
Error lineError(std::string_view file, std::int64_t line, std::string_view reason);
/// "ratings.csv: reason".
Error fileError(std::string_view file, std::string_view reason);

Error cancelled();

/// A cell for a message: in quotes, at most 40 characters, nothing unprintable.
std::string inQuotes(std::string_view cell);

/// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text) noexcept;

/// Without a UTF-8 byte-order mark in front.
std::string_view withoutByteOrderMark(std::string_view text) noexcept;

/// Zero bytes near the beginning: no text, or UTF-16.
bool isBinary(std::string_view bytes) noexcept;

/// Whether quotes mean anything between such delimiters: with commas and semicolons as RFC 4180 says; tables
/// with other delimiters leave single quotes in titles alone.
constexpr bool usesQuotes(char delimiter) noexcept {
    return delimiter == ',' || delimiter == ';';
}

bool isUtf8(std::string_view bytes) noexcept;
std::string latin1ToUtf8(std::string_view bytes);
/// As it is if it is UTF-8, else read as Latin-1 (which any bytes are).
std::string toUtf8(std::string_view bytes);

/// Whole cell, optional minus sign; nullopt if it is no whole number or beyond 64 bits.
std::optional<std::int64_t> toInteger(std::string_view cell) noexcept;
/// Whole cell, finite.
std::optional<double> toNumber(std::string_view cell) noexcept;

/// Why a cell is no usable id: "user id \"x\" is not a whole number".
std::string idFault(std::string_view what, std::string_view cell);

/// 0.5 as "0.5", 5 as "5".
std::string numberText(double value);

} // namespace recital::io
