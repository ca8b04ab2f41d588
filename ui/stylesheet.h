#pragma once

#include <QString>

namespace recital {

class Theme;

/// The application style sheet for the theme's present colours and scale, from resources/style/recital.qss.
QString styleSheetFor(const Theme& theme);

} // namespace recital
