#include "ui/widgets/runstatus.h"

#include "ui/widgets/formrows.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressSteps = 1000;

} // namespace

RunStatus::RunStatus(const Theme& theme, QWidget* parent)
    : QFrame(parent) {
    build(theme);
    connect(m_cancel, &QPushButton::clicked, this, &RunStatus::cancelRequested);
    connect(m_action, &QPushButton::clicked, this, &RunStatus::actionRequested);
    connect(m_secondAction, &QPushButton::clicked, this, &RunStatus::secondActionRequested);
}

void RunStatus::build(const Theme& theme) {
    setObjectName(u"runStatus"_s);
    m_heading = makeLabel("heading", u"runStatusHeading"_s, this);
    m_sentence = makeLabel("muted", u"runStatusSentence"_s, this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_timeLeft = makeLabel("muted", u"runTimeLeft"_s, this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"runProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the training"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("&Cancel"), this);
    m_cancel->setObjectName(u"cancelTraining"_s);
    m_cancel->setToolTip(tr("Stops within half a second. The model that is in use stays."));
    m_action = new QPushButton(this);
    m_action->setObjectName(u"runStatusAction"_s);
    m_secondAction = new QPushButton(this);
    m_secondAction->setObjectName(u"runStatusSecondAction"_s);
    m_secondAction->setProperty("role", u"quiet"_s);

    auto* layout = new QGridLayout(this);
    layout->addWidget(m_heading, 0, 0);
    layout->addWidget(m_timeLeft, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_sentence, 1, 0, 1, 2);
    layout->addWidget(m_progress, 2, 0, 1, 2);
    layout->addWidget(m_cancel, 0, 2, 3, 1, Qt::AlignVCenter);
    layout->addWidget(m_secondAction, 0, 3, 3, 1, Qt::AlignVCenter);
    layout->addWidget(m_action, 0, 4, 3, 1, Qt::AlignVCenter);
    layout->setColumnStretch(0, 1);
    followTheme(theme, this, [layout, &theme] {
        layout->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
        layout->setHorizontalSpacing(theme.px(16));
        layout->setVerticalSpacing(theme.px(3));
    });
}

void RunStatus::setTexts(const QString& progressName, const QString& cancelToolTip) {
    m_progress->setAccessibleName(progressName);
    m_cancel->setToolTip(cancelToolTip);
}

void RunStatus::show(const QString& role, const QString& heading, const QString& sentence, bool running) {
    setStyleProperty(this, "role", role);
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_progress->setVisible(running);
    m_timeLeft->setVisible(running);
    m_cancel->setVisible(running);
    m_action->hide();
    m_secondAction->hide();
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
}

/// One button gives way to another: the focus is to go along, or whoever started something by keyboard would
/// press what comes next on the page.
bool RunStatus::holdsFocus() const {
    return hasFocus() || isAncestorOf(QApplication::focusWidget());
}

void RunStatus::showState(const QString& heading, const QString& sentence, const QString& action,
                          const QString& secondAction) {
    const bool hadFocus = holdsFocus();
    show(u"card"_s, heading, sentence, false);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_secondAction->setText(secondAction);
    m_secondAction->setVisible(!secondAction.isEmpty());
    if (hadFocus && !action.isEmpty())
        m_action->setFocus();
}

void RunStatus::showRunning(const QString& heading, const QString& sentence) {
    const bool hadFocus = holdsFocus();
    show(u"card"_s, heading, sentence, true);
    m_cancel->setEnabled(true);
    if (hadFocus)
        m_cancel->setFocus();
}

void RunStatus::showProgress(double fraction, const QString& timeLeft) {
    m_progress->setValue(static_cast<int>(std::lround(fraction * progressSteps)));
    m_timeLeft->setText(timeLeft);
}

void RunStatus::showCancelling() {
    m_heading->setText(tr("Stopping..."));
    m_timeLeft->clear();
    if (m_cancel->hasFocus())
        setFocus(); // until there is a button again; a disabled one would pass it on to a stranger
    m_cancel->setEnabled(false);
}

void RunStatus::showFailure(const QString& sentence, const QString& detail) {
    show(u"errornotice"_s, sentence, detail, false);
}

QString RunStatus::heading() const {
    return m_heading->text();
}

QString RunStatus::sentence() const {
    return m_sentence->text();
}

} // namespace recital
