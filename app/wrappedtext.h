#pragma once

#include <QString>

namespace recital {

/// For a terminal of 100 columns: breaks at spaces; every line after the first is indented.
QString wrapped(const QString& text, qsizetype indent);

} // namespace recital
