#include "ui/widgets/segmentedswitch.h"

#include "ui/widgets/formrows.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace recital {

using namespace Qt::StringLiterals;

SegmentedSwitch::SegmentedSwitch(const Theme& theme, QWidget* parent)
    : QFrame(parent) {
    setProperty("role", u"segments"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_group = new QButtonGroup(this);
    m_group->setExclusive(true);
    m_layout = new QHBoxLayout(this);
    followTheme(theme, this, [this, &theme] {
        const int margin = theme.px(3);
        m_layout->setContentsMargins(margin, margin, margin, margin);
        m_layout->setSpacing(theme.px(2));
    });
    connect(m_group, &QButtonGroup::buttonToggled, this, &SegmentedSwitch::leadTabToChecked);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { emit chosen(m_buttons.key(button)); });
}

void SegmentedSwitch::addSegment(const QString& name, const QString& label, const QString& toolTip) {
    auto* button = new QPushButton(label, this);
    button->setObjectName(u"segment_"_s + name);
    button->setProperty("role", u"segment"_s);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    m_buttons[name] = button;
    m_group->addButton(button);
    m_layout->addWidget(button);
    if (m_buttons.size() == 1)
        button->setChecked(true);
    leadTabToChecked();
}

/// Qt gives Tab to the segment that had the focus last, which need not be the one that is chosen.
void SegmentedSwitch::leadTabToChecked() {
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void SegmentedSwitch::setCurrent(const QString& name) {
    if (QAbstractButton* button = m_buttons.value(name))
        button->setChecked(true);
}

QString SegmentedSwitch::current() const {
    return m_buttons.key(m_group->checkedButton());
}

} // namespace recital
