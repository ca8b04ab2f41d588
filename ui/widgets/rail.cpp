#include "ui/widgets/rail.h"

#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

Rail::Rail(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"rail"_s);
    setProperty("role", u"rail"_s);
    setAccessibleName(tr("Pages"));
    m_layout = new QVBoxLayout(this);
    m_layout->addStretch(1);

    m_help = makeButton(u"helpButton"_s, tr("Help"));
    m_help->setToolTip(tr("Explain this page (F1)"));
    m_icons[m_help] = u"help"_s;
    m_layout->addWidget(m_help);
    connect(m_help, &QToolButton::clicked, this, &Rail::helpRequested);

    m_themeSwitch = makeButton(u"themeButton"_s, QString());
    m_layout->addWidget(m_themeSwitch);
    connect(m_themeSwitch, &QToolButton::clicked, this, &Rail::themeToggleRequested);

    connect(&theme, &Theme::changed, this, &Rail::restyle);
    restyle();
}

QToolButton* Rail::makeButton(const QString& objectName, const QString& label) {
    auto* button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setProperty("role", u"rail"_s);
    button->setText(label);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void Rail::addPage(const QString& name, const QString& label, const QString& icon, const QString& shortcut) {
    QToolButton* button = makeButton(u"rail_"_s + name, label);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolTip(tr("%1 (%2)", "page name (shortcut)").arg(label, shortcut));
    m_icons[button] = icon;
    m_pages[name] = button;
    QWidget* before = m_pageCount == 0 ? nullptr : m_layout->itemAt(m_pageCount - 1)->widget();
    m_layout->insertWidget(m_pageCount++, button);
    setTabOrder(before ? before : this, button);
    setTabOrder(button, m_help);
    connect(button, &QToolButton::clicked, this, [this, name] { emit pageRequested(name); });
    restyle();
}

void Rail::setCurrent(const QString& name) {
    if (QToolButton* button = m_pages.value(name))
        button->setChecked(true);
}

void Rail::restyle() {
    const bool light = m_theme.kind() == ThemeKind::Light;
    m_icons[m_themeSwitch] = light ? u"moon"_s : u"sun"_s;
    m_themeSwitch->setText(light ? tr("Dark") : tr("Light"));
    m_themeSwitch->setToolTip(light ? tr("Dark theme, for dark rooms (Ctrl+T)")
                                    : tr("Light theme, for bright rooms (Ctrl+T)"));
    const int size = m_theme.px(24);
    for (auto it = m_icons.cbegin(); it != m_icons.cend(); ++it) {
        it.key()->setIcon(themedIcon(it.value(), m_theme, size));
        it.key()->setIconSize(QSize(size, size));
        it.key()->setFont(m_theme.font(12, QFont::Medium));
        it.key()->setMinimumHeight(m_theme.px(60));
    }
    m_layout->setContentsMargins(m_theme.px(8), m_theme.px(10), m_theme.px(8), m_theme.px(10));
    m_layout->setSpacing(m_theme.px(6));
    setFixedWidth(m_theme.px(80));
}

} // namespace recital
