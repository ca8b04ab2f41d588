#pragma once

#include <QString>

namespace recital {

/// Installs our texts and Qt's own in a language ("de", "en"), or in the system's where `language` is empty.
/// Call it after the application object was made; numbers follow the language too. False for a language that
/// there are no texts for.
bool installTranslation(const QString& language);

} // namespace recital
