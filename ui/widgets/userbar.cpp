#include "ui/widgets/userbar.h"

#include "core/services/livesession.h"
#include "ui/dialogs/strengthsdialog.h"
#include "ui/livetext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rulebar.h"
#include "ui/widgets/userchooser.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>

namespace recital {

using namespace Qt::StringLiterals;

UserBar::UserBar(LiveSession& session, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme) {
    setObjectName(u"userBar"_s);
    setAccessibleName(tr("User and rule"));
    build();
    connect(&session, &LiveSession::changed, this, &UserBar::refresh);
    connect(m_rule, &RuleBar::ruleChanged, this,
            [this](const UpdateRule& rule) { (void)m_session.setRule(rule); });
    connect(m_strengths, &QToolButton::clicked, this, &UserBar::editStrengths);
    connect(m_undo, &QToolButton::clicked, this, [this] { (void)m_session.undo(); });
    connect(m_redo, &QToolButton::clicked, this, [this] { (void)m_session.redo(); });
    connect(m_history, &QToolButton::clicked, this, &UserBar::historyRequested);
    followTheme(theme, this, [this] { applyTheme(); });
    refresh();
}

QToolButton* UserBar::makeButton(const QString& name, const QString& text, const QString& toolTip) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void UserBar::build() {
    m_chooser = new UserChooser(m_session, m_theme);
    m_right = new QWidget;
    auto* right = new QHBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    m_rule = new RuleBar(m_theme);
    m_strengths = makeButton(u"strengthsButton"_s, tr("Strengths of the events"),
                             tr("How much each event says: the one table of strengths"));
    m_undo = makeButton(u"undoButton"_s, tr("Undo"), tr("Take the last change back (Ctrl+Z)"));
    m_redo = makeButton(u"redoButton"_s, tr("Redo"), tr("Do it again (Ctrl+Shift+Z)"));
    m_history =
        makeButton(u"historyButton"_s, tr("History"), tr("Everything that was done; go to any entry"));
    right->addWidget(m_rule);
    for (QToolButton* button : {m_strengths, m_undo, m_redo, m_history})
        right->addWidget(button);
    right->setSpacing(2);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSizeConstraint(QLayout::SetNoConstraint); // the second row is there for what does not fit
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(m_chooser, 0, 0);
    m_grid->addWidget(m_right, 0, 3);
}

void UserBar::setViewSwitch(QWidget* views) {
    m_views = views;
    arrange();
}

/// One row, if need be with a shorter slider; else the views have a row of their own.
UserBar::Arrangement UserBar::fitting() const {
    const int gaps = 3 * m_grid->horizontalSpacing();
    const int views = m_views->isHidden() ? 0 : m_views->sizeHint().width();
    const int saved = m_arrangement == Arrangement::Compact ? m_rule->compactSaves() : 0;
    const int wanted = m_chooser->sizeHint().width() + views + m_right->sizeHint().width() + gaps + saved;
    if (wanted <= width())
        return Arrangement::OneRow;
    return wanted - m_rule->compactSaves() <= width() ? Arrangement::Compact : Arrangement::TwoRows;
}

void UserBar::arrange() {
    if (m_views == nullptr)
        return;
    m_arrangement = fitting();
    m_rule->setCompact(m_arrangement == Arrangement::Compact);
    m_grid->removeWidget(m_views);
    if (m_arrangement == Arrangement::TwoRows)
        m_grid->addWidget(m_views, 1, 0, 1, 4, Qt::AlignLeft);
    else
        m_grid->addWidget(m_views, 0, 1);
    setMinimumHeight(m_grid->minimumSize().height());
    updateGeometry();
}

QSize UserBar::minimumSizeHint() const {
    return {m_theme.px(480), m_grid->minimumSize().height()};
}

void UserBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// A view that comes, or a longer name of one, may need the second row.
bool UserBar::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && m_views != nullptr && fitting() != m_arrangement)
        arrange();
    return handled;
}

void UserBar::applyTheme() {
    const std::pair<QToolButton*, QString> icons[] = {
        {m_strengths, u"sliders"_s}, {m_undo, u"undo"_s}, {m_redo, u"redo"_s}, {m_history, u"history"_s}};
    const int size = m_theme.px(18);
    for (const auto& [button, icon] : icons) {
        button->setIcon(themedIcon(icon, m_theme, size));
        button->setIconSize(QSize(size, size));
    }
    m_grid->setHorizontalSpacing(m_theme.px(8));
    m_grid->setVerticalSpacing(m_theme.px(4));
    m_right->layout()->setSpacing(m_theme.px(2));
    arrange();
}

void UserBar::refresh() {
    m_rule->setRule(m_session.state().rule);
    m_undo->setEnabled(m_session.canUndo());
    m_redo->setEnabled(m_session.canRedo());
    const Dataset* dataset = m_session.snapshot()->dataset.get();
    const auto& history = m_session.history();
    const std::size_t position = m_session.position();
    m_undo->setToolTip(m_session.canUndo()
                           ? tr("Undo (Ctrl+Z): %1").arg(changeText(history[position], dataset))
                           : tr("Take the last change back (Ctrl+Z)"));
    m_redo->setToolTip(m_session.canRedo()
                           ? tr("Redo (Ctrl+Shift+Z): %1").arg(changeText(history[position + 1], dataset))
                           : tr("Do it again (Ctrl+Shift+Z)"));
    m_right->setEnabled(dataset != nullptr);
}

void UserBar::editStrengths() {
    StrengthsDialog dialog(m_session.state().strengths, m_theme, window());
    if (dialog.exec() == QDialog::Accepted && !(dialog.strengths() == m_session.state().strengths))
        (void)m_session.setStrengths(dialog.strengths());
}

} // namespace recital
