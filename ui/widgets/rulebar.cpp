#include "ui/widgets/rulebar.h"

#include "ui/livetext.h"
#include "ui/ruletext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/segmentedswitch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr double sliderPixels = 84.0; ///< at 720 lines
constexpr double compactPixels = 52.0;
constexpr int hundredths = 100; ///< the slider moves in steps of 0.01

QString nameOf(const UpdateRule& rule) {
    return std::holds_alternative<MovingAverageRule>(rule) ? u"average"_s
           : std::holds_alternative<ResolveRule>(rule)     ? u"resolve"_s
                                                           : u"recency"_s;
}

} // namespace

RuleBar::RuleBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"ruleBar"_s);
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"ruleSwitch"_s);
    m_switch->setAccessibleName(tr("How the user's vector moves"));
    m_switch->addSegment(u"recency"_s, tr("Recency"),
                         ruleName(RecencyRule{}) + u'\n' + ruleFormula(RecencyRule{}));
    m_switch->addSegment(u"resolve"_s, tr("Re-solve"),
                         ruleName(ResolveRule{}) + u'\n' + ruleFormula(ResolveRule{}));
    m_switch->addSegment(u"average"_s, tr("Average"),
                         ruleName(MovingAverageRule{}) + u'\n' + ruleFormula(MovingAverageRule{}));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(u"ruleSlider"_s);
    m_slider->setRange(0, hundredths);
    m_slider->setPageStep(hundredths / 20);
    m_value = new QLabel(this);
    m_value->setObjectName(u"ruleValue"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_switch);
    row->addWidget(m_slider);
    row->addWidget(m_value);
    followTheme(theme, this, [this, row, &theme] {
        row->setSpacing(theme.px(6));
        setCompact(m_compact);
        m_value->setFont(theme.font(13));
        // The longest text decides, or everything right of it would move with the slider.
        const QFontMetrics metrics(m_value->font());
        m_value->setFixedWidth(
            std::max(metrics.horizontalAdvance(tr("decay %1").arg(QLocale().toString(0.88))),
                     metrics.horizontalAdvance(tr("mix %1").arg(QLocale().toString(0.88)))) +
            theme.px(2));
    });
    connect(m_switch, &SegmentedSwitch::chosen, this, &RuleBar::choose);
    connect(m_slider, &QSlider::valueChanged, this, &RuleBar::slide);
    show();
}

void RuleBar::setCompact(bool compact) {
    m_compact = compact;
    m_slider->setFixedWidth(m_theme.px(compact ? compactPixels : sliderPixels));
    updateGeometry();
}

int RuleBar::compactSaves() const {
    return m_theme.px(sliderPixels) - m_theme.px(compactPixels);
}

void RuleBar::setRule(const UpdateRule& rule) {
    m_rule = rule;
    if (const auto* average = std::get_if<MovingAverageRule>(&rule))
        m_average = *average;
    if (const auto* recency = std::get_if<RecencyRule>(&rule))
        m_recency = *recency;
    show();
}

void RuleBar::choose(const QString& name) {
    if (name == nameOf(m_rule))
        return;
    if (name == u"average")
        m_rule = m_average;
    else if (name == u"resolve")
        m_rule = ResolveRule{};
    else
        m_rule = m_recency;
    show();
    emit ruleChanged(m_rule);
}

void RuleBar::slide(int position) {
    const double value = static_cast<double>(position) / hundredths;
    if (std::holds_alternative<MovingAverageRule>(m_rule))
        m_rule = m_average = MovingAverageRule{value};
    else if (std::holds_alternative<RecencyRule>(m_rule))
        m_rule = m_recency = RecencyRule{value};
    show();
    emit ruleChanged(m_rule);
}

void RuleBar::show() {
    const QSignalBlocker block(m_slider);
    m_switch->setCurrent(nameOf(m_rule));
    const bool average = std::holds_alternative<MovingAverageRule>(m_rule);
    const bool resolve = std::holds_alternative<ResolveRule>(m_rule);
    const double value = average ? m_average.mix : m_recency.decay;
    m_slider->setEnabled(!resolve);
    m_slider->setMinimum(average ? 0 : 1); // a decay of 0 is none
    m_slider->setValue(static_cast<int>(std::lround(value * hundredths)));
    const QString text = QLocale().toString(value, 'f', 2);
    m_value->setText(resolve ? QString() : (average ? tr("mix %1") : tr("decay %1")).arg(text));
    m_slider->setAccessibleName(average ? tr("Mix of the moving average") : tr("Decay per event"));
    m_slider->setAccessibleDescription(m_value->text());
    m_slider->setToolTip(ruleText(m_rule) + u'\n' + ruleFormula(m_rule));
    m_value->setToolTip(m_slider->toolTip());
}

} // namespace recital
