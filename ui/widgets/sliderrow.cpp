#include "ui/widgets/sliderrow.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsOfPageKey = 8;
constexpr double largestTyped = 1e6;

} // namespace

SliderRow::SliderRow(const SliderText& text, const SliderRange& range, const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    build(text, theme);
    setRange(range);
    connect(m_slider, &QSlider::valueChanged, this, &SliderRow::sliderMoved);
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        placeSlider();
        emit valueChanged(value);
    });
}

void SliderRow::build(const SliderText& text, const Theme& theme) {
    m_field = new NumberField(this);
    m_field->setObjectName(text.objectName);
    m_field->setRange(0.0, largestTyped);
    m_field->setAccessibleDescription(text.help);
    m_field->setToolTip(text.toolTip);
    auto* name = new QLabel(text.name, this);
    name->setBuddy(m_field);
    name->setToolTip(text.toolTip);
    QString plain = text.name;
    plain.remove(u'&');
    m_field->setAccessibleName(plain);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(text.objectName + u"Slider"_s);
    m_slider->setAccessibleName(tr("%1, slider").arg(plain));
    m_slider->setAccessibleDescription(text.help);
    m_slider->setToolTip(text.toolTip);
    m_slider->setPageStep(stepsOfPageKey);
    m_slider->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name, 0, 0);
    layout->addWidget(m_field, 0, 1);
    layout->addWidget(m_slider, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    if (!text.help.isEmpty()) {
        QLabel* help = makeLabel("caption", text.objectName + u"Help"_s, this, text.help);
        help->setWordWrap(true);
        layout->addWidget(help, 2, 0, 1, 2);
    }
    keepWidth(theme, m_field, 96);
    followTheme(theme, this, [layout, &theme] {
        layout->setHorizontalSpacing(theme.px(8));
        layout->setVerticalSpacing(theme.px(2));
    });
}

double SliderRow::value() const {
    return m_field->value();
}

void SliderRow::setValue(double value) {
    const QSignalBlocker block(m_field);
    m_field->setValue(value);
    placeSlider();
}

void SliderRow::setRange(const SliderRange& range) {
    m_range = range;
    m_steps = sliderSteps(range);
    const QSignalBlocker block(m_field);
    m_field->setDecimals(range.integer ? 0 : 6);
    m_field->setStepType(range.logarithmic && !range.integer ? QAbstractSpinBox::AdaptiveDecimalStepType
                                                             : QAbstractSpinBox::DefaultStepType);
    m_field->setSingleStep(range.integer ? 1.0 : 0.1);
    placeSlider();
}

void SliderRow::setInvalid(bool invalid) {
    setStyleProperty(m_field, "invalid", invalid);
}

void SliderRow::placeSlider() {
    const QSignalBlocker block(m_slider);
    m_slider->setRange(0, static_cast<int>(m_steps.size()) - 1);
    m_slider->setValue(nearestStep(m_steps, m_field->value(), m_range.logarithmic));
}

void SliderRow::sliderMoved(int position) {
    const double value = m_steps[static_cast<std::size_t>(position)];
    {
        const QSignalBlocker block(m_field);
        m_field->setValue(value);
    }
    emit valueChanged(value);
}

} // namespace recital
