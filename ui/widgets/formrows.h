#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;

namespace recital {

/// One named control of a parameter panel: name on the left, control on the right, a sentence below. The name
/// is the control's buddy and accessible name, the sentence its accessible description.
struct FieldText {
    QString objectName;
    QString name;
    QString help;    ///< one short sentence, always visible
    QString toolTip; ///< the longer explanation with the limits
};

/// Wraps `control` into such a row, so that both can be hidden together. Takes ownership of the control.
QWidget* makeField(const FieldText& text, QWidget* control, const Theme& theme, QWidget* parent);

/// A label in one of the style sheet's roles ("heading", "caption", "error").
QLabel* makeLabel(const char* role, const QString& objectName, QWidget* parent, const QString& text = {});

/// Applies sizes now and whenever the theme's scale or colours change, as long as `context` lives.
template<typename Apply>
void followTheme(const Theme& theme, QWidget* context, Apply apply) {
    apply();
    QObject::connect(&theme, &Theme::changed, context, apply);
}

/// followTheme() for a control that is as wide on every screen.
void keepWidth(const Theme& theme, QWidget* control, double pixelsAt720);

/// Sets a dynamic property and applies the style sheet anew when it changed.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace recital
