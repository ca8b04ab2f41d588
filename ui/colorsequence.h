#pragma once

#include <QColor>

namespace recital {

/// The colour sequence "cividis" (Nuñez, Anderton and Renslow 2018): from dark blue at 0 over grey to yellow
/// at 1, equally spaced in lightness, and the same order for people who cannot tell red from green. Positions
/// outside [0, 1] get the nearest end.
QColor cividis(double position);

/// Black or white, whichever stands out more: at least 4.5:1 on any colour.
QColor textOn(const QColor& background);

} // namespace recital
