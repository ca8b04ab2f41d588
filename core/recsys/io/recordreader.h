#pragma once

#include "core/recsys/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital::io {

/// Splits text into records and fields. Lines end with LF or CRLF; blank lines are skipped; the last one
/// needs no end. With quotes it follows RFC 4180: a field that begins with a quote runs to the next single
/// quote, two quotes stand for one, and separators and line ends inside belong to the field.
class RecordReader {
public:
    RecordReader(std::string_view file, std::string_view text, std::string_view separator, bool quotes);

    /// False at the end of the text and after a fault. The fields are valid until the next call.
    bool next();
    const std::vector<std::string_view>& fields() const noexcept { return m_fields; }
    std::int64_t line() const noexcept { return m_line; } ///< where the record begins, from 1
    bool endsWithNewline() const noexcept { return m_endsWithNewline; }
    const std::optional<Error>& fault() const noexcept { return m_fault; }

    std::size_t position() const noexcept { return m_position; } ///< of the next record
    std::int64_t nextLine() const noexcept { return m_nextLine; }
    /// Goes on at the beginning of another line.
    void seek(std::size_t position, std::int64_t line) noexcept;

    /// Ok if the record has `expected` fields, else what is wrong, a truncated last line by name.
    Status requireFields(std::size_t expected) const;

private:
    std::string_view takeLine();
    bool split(std::string_view line);
    bool splitQuoted(std::string_view line);

    std::string m_file;
    std::string_view m_text;
    std::string m_separator;
    bool m_quotes;
    std::size_t m_position = 0;
    std::int64_t m_line = 0;
    std::int64_t m_nextLine = 1;
    bool m_endsWithNewline = true;
    std::vector<std::string_view> m_fields;
    std::string m_unquoted;
    std::optional<Error> m_fault;
};

} // namespace recital::io
