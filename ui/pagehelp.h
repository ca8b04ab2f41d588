#pragma once

#include <QString>

namespace recital {

/// What F1 says about a page ("data", "train", "compare", "stage"), as simple rich text.
QString pageHelp(const QString& page);

} // namespace recital
