#pragma once

#include <QDoubleSpinBox>
#include <QSpinBox>

namespace recital {

/// A spin box for values of any magnitude: shows 50, 0.03 and 0.0005 without trailing zeros, and steps in the
/// second digit of what it shows. Values that a model would refuse can be typed, so that the page can say why
/// they are refused instead of silently changing them.
class NumberField : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit NumberField(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;

protected:
    void wheelEvent(QWheelEvent* event) override; ///< only with the focus: scrolling a panel changes nothing
};

/// A whole number with the same manners.
class IntegerField : public QSpinBox {
    Q_OBJECT
public:
    explicit IntegerField(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace recital
