#include "ui/widgets/rowprogress.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000;

} // namespace

RowProgress::RowProgress(const QString& name, const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, steps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of %1").arg(name));
    m_text = makeLabel("caption", u"rowProgressText"_s, this);
    m_cancel = new QToolButton(this);
    m_cancel->setObjectName(u"cancelRow"_s);
    m_cancel->setToolTip(tr("Leave out %1; the others go on").arg(name));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    followTheme(theme, this, [this, layout, &theme] {
        layout->setContentsMargins(theme.px(8), 0, theme.px(2), 0);
        layout->setSpacing(theme.px(6));
        m_bar->setFixedWidth(theme.px(64));
        const int size = theme.px(14);
        m_cancel->setIcon(themedIcon(u"close"_s, theme, size));
        m_cancel->setIconSize(QSize(size, size));
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelRequested();
    });
    showWaiting();
}

void RowProgress::showWaiting() {
    m_bar->hide();
    m_text->setText(tr("waiting"));
}

void RowProgress::showRunning(double fraction, const QString& timeLeft) {
    m_bar->show();
    m_bar->setValue(static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * steps)));
    m_text->setText(timeLeft.isEmpty() ? tr("running") : timeLeft);
}

} // namespace recital
