#include "ui/widgets/numberfield.h"

#include <QLocale>
#include <QWheelEvent>

namespace recital {

NumberField::NumberField(QWidget* parent)
    : QDoubleSpinBox(parent) {
    setDecimals(6);
    setRange(0.0, 1e6);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(true);
}

QString NumberField::textFromValue(double value) const {
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = plain.toString(value, 'f', decimals());
    if (decimals() == 0)
        return text; // the zeros of 200 are none behind a point
    while (text.endsWith(plain.zeroDigit()))
        text.chop(1);
    if (text.endsWith(plain.decimalPoint()))
        text.chop(1);
    return text;
}

void NumberField::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

IntegerField::IntegerField(QWidget* parent)
    : QSpinBox(parent) {
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
}

void IntegerField::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace recital
