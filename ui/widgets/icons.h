#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QAbstractButton;

namespace recital {

class Theme;

/// An icon of resources/icons ("folder"), drawn in the given colour. `size` is in device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);

/// The same in the theme's colours: muted, accent when checked, disabled when disabled.
QIcon themedIcon(const QString& name, const Theme& theme, int size);

/// In one colour for all states, e.g. onAccent for a primary button, with a little room before the text.
void setButtonIcon(QAbstractButton* button, const QString& name, const QColor& color, int size);

} // namespace recital
