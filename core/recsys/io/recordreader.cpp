#include "core/recsys/io/recordreader.h"

#include "core/recsys/io/text.h"

#include <utility>

namespace recital::io {

namespace {

constexpr std::size_t maximumFields = 4096;
/// A quoted field longer than this is a quote that nobody closed.
constexpr std::size_t maximumQuoted = std::size_t{1} << 20U;

bool blank(std::string_view line) {
    return line.find_first_not_of(' ') == std::string_view::npos;
}

} // namespace

RecordReader::RecordReader(std::string_view file, std::string_view text, std::string_view separator,
                           bool quotes)
    : m_file(file)
    , m_text(text)
    , m_separator(separator)
    , m_quotes(quotes) {}

void RecordReader::seek(std::size_t position, std::int64_t line) noexcept {
    m_position = position;
    m_nextLine = line;
}

std::string_view RecordReader::takeLine() {
    const std::size_t end = m_text.find('\n', m_position);
    m_endsWithNewline = end != std::string_view::npos;
    std::string_view line = m_text.substr(m_position, m_endsWithNewline ? end - m_position : end);
    m_position = m_endsWithNewline ? end + 1 : m_text.size();
    ++m_nextLine;
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool RecordReader::next() {
    while (!m_fault && m_position < m_text.size()) {
        m_line = m_nextLine;
        const std::string_view line = takeLine();
        if (blank(line))
            continue;
        m_fields.clear();
        const bool quoted = m_quotes && line.find('"') != std::string_view::npos;
        return quoted ? splitQuoted(line) : split(line);
    }
    return false;
}

bool RecordReader::split(std::string_view line) {
    while (true) {
        if (m_fields.size() == maximumFields) {
            m_fault = lineError(m_file, m_line, "more than 4096 fields");
            return false;
        }
        const std::size_t end = line.find(m_separator);
        m_fields.push_back(line.substr(0, end));
        if (end == std::string_view::npos)
            return true;
        line.remove_prefix(end + m_separator.size());
    }
}

bool RecordReader::splitQuoted(std::string_view line) {
    m_unquoted.clear();
    std::vector<std::pair<std::size_t, std::size_t>> bounds; // in m_unquoted, which may still move
    std::size_t begin = 0;
    bool inside = false;
    bool fieldStart = true;
    for (std::size_t i = 0;;) {
        if (i == line.size()) {
            if (!inside)
                break;
            if (m_position == m_text.size() || m_unquoted.size() - begin > maximumQuoted) {
                m_fault = lineError(m_file, m_line, "a quoted field is never closed");
                return false;
            }
            m_unquoted += '\n';
            line = takeLine();
            i = 0;
        } else if (line[i] == '"' && inside && line.substr(i).starts_with("\"\"")) {
            m_unquoted += '"';
            i += 2;
        } else if (line[i] == '"' && (inside || fieldStart)) {
            inside = !inside;
            fieldStart = false;
            ++i;
        } else if (!inside && line.substr(i).starts_with(m_separator)) {
            bounds.emplace_back(begin, m_unquoted.size());
            begin = m_unquoted.size();
            fieldStart = true;
            i += m_separator.size();
        } else {
            m_unquoted += line[i++];
            fieldStart = false;
        }
    }
    bounds.emplace_back(begin, m_unquoted.size());
    if (bounds.size() > maximumFields) {
        m_fault = lineError(m_file, m_line, "more than 4096 fields");
        return false;
    }
    for (const auto& [from, to] : bounds)
        m_fields.push_back(std::string_view(m_unquoted).substr(from, to - from));
    return true;
}

Status RecordReader::requireFields(std::size_t expected) const {
    const std::size_t found = m_fields.size();
    if (found == expected)
        return success();
    if (found < expected && !m_endsWithNewline)
        return lineError(m_file, m_line,
                         "the last line is cut off: it has " + std::to_string(found) + " of " +
                             std::to_string(expected) + " fields");
    return lineError(m_file, m_line,
                     std::to_string(expected) + " fields expected, " + std::to_string(found) + " found");
}

} // namespace recital::io
