#pragma once

#include "ui/widgets/slidersteps.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace recital {

class NumberField;
class Theme;

/// What a SliderRow is called and what it offers.
struct SliderText {
    QString objectName; ///< of the number field; the slider is called objectName + "Slider"
    QString name;
    QString help;    ///< one short sentence below, may be empty
    QString toolTip; ///< the longer explanation with the limits
};

/// One parameter: a name, a slider for coarse moves and the exact number beside it. The field takes values
/// beyond the slider's ends and between its steps; the slider then stands at the nearest one and does not
/// change what was typed. Home, End, arrows and Page keys move the slider.
class SliderRow : public QWidget {
    Q_OBJECT
public:
    SliderRow(const SliderText& text, const SliderRange& range, const Theme& theme,
              QWidget* parent = nullptr);

    double value() const;
    void setValue(double value);             ///< without a signal
    void setRange(const SliderRange& range); ///< keeps the value
    void setInvalid(bool invalid);           ///< marks the field

    QSlider* slider() const noexcept { return m_slider; }
    NumberField* field() const noexcept { return m_field; }

signals:
    void valueChanged(double value); ///< by the user: continuously while the slider is dragged

private:
    void build(const SliderText& text, const Theme& theme);
    void placeSlider();
    void sliderMoved(int position);

    SliderRange m_range;
    std::vector<double> m_steps;
    QSlider* m_slider = nullptr;
    NumberField* m_field = nullptr;
};

} // namespace recital
