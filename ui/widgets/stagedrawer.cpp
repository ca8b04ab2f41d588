#include "ui/widgets/stagedrawer.h"

#include "core/services/livesession.h"
#include "ui/widgets/eventlogpanel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/historypanel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pagestack.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/similarpanel.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tastepanel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

StageDrawer::StageDrawer(LiveSession& session, EventLog& log, Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_theme(theme) {
    setObjectName(u"stageDrawer"_s);
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Details of the stage"));
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"drawerSwitch"_s);
    m_switch->setAccessibleName(tr("Panels of the drawer"));
    m_stack = new PageStack(this);
    auto* close = new QToolButton(this);
    close->setObjectName(u"drawerClose"_s);
    close->setToolTip(tr("Close (Ctrl+D)"));
    close->setAccessibleName(tr("Close the drawer"));
    connect(close, &QToolButton::clicked, this, &StageDrawer::closeRequested);
    auto* top = new QHBoxLayout;
    top->addWidget(m_switch);
    top->addStretch(1);
    top->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    buildPanels(log);
    connect(m_switch, &SegmentedSwitch::chosen, this, &StageDrawer::showPanel);
    followTheme(theme, this, [this, column, close, &theme] {
        const int pad = theme.px(6);
        column->setContentsMargins(pad, pad, pad, pad);
        column->setSpacing(theme.px(4));
        close->setIcon(themedIcon(u"close"_s, theme, theme.px(16)));
        close->setIconSize(QSize(theme.px(16), theme.px(16)));
        updateGeometry();
    });
}

void StageDrawer::buildPanels(EventLog& log) {
    m_history = new HistoryPanel(m_session, m_theme, m_stack);
    addPanel(u"history"_s, tr("History"), tr("Everything that changed the stage; go to any entry"),
             m_history);
    m_state = new StatePanel(m_session, m_theme, m_stack);
    addPanel(u"state"_s, tr("State"), tr("What is known of this user, and how the vector moved"), m_state);
    m_events = new EventLogPanel(m_session, log, m_theme, m_stack);
    addPanel(u"events"_s, tr("Events"), tr("The append-only log: filter, export, import, play again"),
             m_events);
    m_similar = new SimilarPanel(m_session, m_theme, m_stack);
    connect(m_similar, &SimilarPanel::filmSelected, this, &StageDrawer::filmSelected);
    connect(m_similar, &SimilarPanel::filmActivated, this, &StageDrawer::filmActivated);
    addPanel(u"similar"_s, tr("More like this"), tr("Films like the selected one, by three measures"),
             m_similar);
    m_taste = new TastePanel(m_theme, m_stack);
    connect(m_taste, &TastePanel::tasteChanged, this,
            [this](const GenreTaste& taste) { (void)m_session.setTaste(taste); });
    addPanel(u"taste"_s, tr("Taste"), tr("What this user says about genres before any event"), m_taste);
}

QSize StageDrawer::sizeHint() const {
    return {m_theme.px(600), m_theme.px(232)};
}

QSize StageDrawer::minimumSizeHint() const {
    return {m_theme.px(300), sizeHint().height()};
}

void StageDrawer::addPanel(const QString& name, const QString& label, const QString& toolTip,
                           QWidget* panel) {
    m_names += name;
    m_switch->addSegment(name, label, toolTip);
    m_stack->addWidget(panel);
}

void StageDrawer::showPanel(const QString& name) {
    const auto index = static_cast<int>(m_names.indexOf(name));
    if (index < 0)
        return;
    m_stack->setCurrentIndex(index);
    m_switch->setCurrent(name);
    refresh();
}

QString StageDrawer::currentPanel() const {
    return m_names.value(m_stack->currentIndex());
}

void StageDrawer::setFilm(ItemIndex item) {
    m_similar->setFilm(item);
    if (!isHidden() && m_stack->currentWidget() == m_similar)
        m_similar->refresh();
}

void StageDrawer::refresh() {
    if (isHidden())
        return;
    const QWidget* panel = m_stack->currentWidget();
    if (panel == m_history)
        m_history->refresh();
    else if (panel == m_state)
        m_state->refresh();
    else if (panel == m_events)
        m_events->refresh();
    else if (panel == m_similar)
        m_similar->refresh();
    else if (panel == m_taste && m_session.snapshot()->dataset) {
        m_taste->setGenres(m_session.snapshot()->dataset->genreNames());
        m_taste->setTaste(m_session.user().taste);
    }
}

void StageDrawer::focusPanel() {
    QWidget* panel = m_stack->currentWidget();
    if (panel->focusPolicy() == Qt::NoFocus)
        panel = m_switch->findChild<QWidget*>(u"segment_"_s + currentPanel());
    if (panel != nullptr)
        panel->setFocus(Qt::ShortcutFocusReason);
}

} // namespace recital
