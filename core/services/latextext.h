#pragma once

#include <QString>

namespace recital {

/// Any text as LaTeX that pdflatex with T1 fonts and UTF-8 input sets as it stands: special characters are
/// escaped, known symbols become commands, everything else outside Latin-1 becomes a question mark.
QString latexEscaped(const QString& text);

} // namespace recital
