#include "core/recsys/io/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace recital::io {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

unsigned byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// Length of the valid UTF-8 sequence at i, 0 if there is none.
std::size_t sequenceLength(std::string_view text, std::size_t i) {
    const unsigned lead = byteAt(text, i);
    if (lead < 0x80U)
        return 1;
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || i + length > text.size())
        return 0;
    for (std::size_t k = 1; k < length; ++k)
        if ((byteAt(text, i + k) & 0xC0U) != 0x80U)
            return 0;
    const unsigned second = byteAt(text, i + 1);
    const bool overlong = (lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U);
    const bool surrogate = lead == 0xEDU && second > 0x9FU;
    const bool tooLarge = lead == 0xF4U && second > 0x8FU;
    return overlong || surrogate || tooLarge ? 0 : length;
}

} // namespace

Error lineError(std::string_view file, std::int64_t line, std::string_view reason) {
    return {ErrorCode::BadFormat,
            std::string(file) + ':' + std::to_string(line) + ": " + std::string(reason)};
}

Error fileError(std::string_view file, std::string_view reason) {
    return {ErrorCode::BadFormat, std::string(file) + ": " + std::string(reason)};
}

Error cancelled() {
    return {ErrorCode::Cancelled, "loading was cancelled"};
}

std::string inQuotes(std::string_view cell) {
    constexpr std::size_t maximumLength = 40;
    std::string text = "\"";
    std::size_t length = 0;
    for (std::size_t i = 0; i < cell.size(); ++length) {
        if (length == maximumLength) {
            text += "...";
            break;
        }
        const std::size_t bytes = sequenceLength(cell, i);
        const bool printable =
            bytes > 1 || (bytes == 1 && byteAt(cell, i) >= 0x20U && byteAt(cell, i) != 0x7FU);
        text += printable ? cell.substr(i, bytes) : std::string_view("?");
        i += std::max<std::size_t>(bytes, 1);
    }
    return text + '"';
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view withoutByteOrderMark(std::string_view text) noexcept {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

bool isBinary(std::string_view bytes) noexcept {
    constexpr std::size_t looked = 4096;
    return bytes.substr(0, looked).find('\0') != std::string_view::npos;
}

bool isUtf8(std::string_view bytes) noexcept {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, i);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

std::string latin1ToUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x80U) {
            text += c;
        } else {
            text += static_cast<char>(0xC0U | (code >> 6U));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return text;
}

std::string toUtf8(std::string_view bytes) {
    return isUtf8(bytes) ? std::string(bytes) : latin1ToUtf8(bytes);
}

std::optional<std::int64_t> toInteger(std::string_view cell) noexcept {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

std::optional<double> toNumber(std::string_view cell) noexcept {
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string idFault(std::string_view what, std::string_view cell) {
    const std::string_view digits = cell.starts_with('-') ? cell.substr(1) : cell;
    std::string fault = std::string(what) + ' ';
    if (cell.empty())
        return fault + "is empty";
    fault += inQuotes(cell);
    if (!digits.empty() && std::all_of(digits.begin(), digits.end(), isDigit))
        return fault + " is too large";
    return fault + " is not a whole number";
}

std::string numberText(double value) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

} // namespace recital::io
