#include "ui/widgets/loadpanel.h"

#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

LoadPanel::LoadPanel(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_ticker(new QTimer(this))
    , m_appear(new QTimer(this)) {
    setObjectName(u"loadPanel"_s);
    setProperty("role", u"card"_s);
    m_what = new ElidedLabel(this);
    m_what->setObjectName(u"loadWhat"_s);
    m_what->setProperty("role", u"heading"_s);
    m_time = new QLabel(this);
    m_time->setObjectName(u"loadTime"_s);
    m_time->setProperty("role", u"muted"_s);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(u"loadProgress"_s);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of loading"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"loadCancel"_s);

    auto* grid = new QGridLayout(this);
    grid->addWidget(m_what, 0, 0);
    grid->addWidget(m_time, 0, 1, Qt::AlignRight);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_cancel, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    hide();

    connect(m_cancel, &QPushButton::clicked, this, &LoadPanel::cancelRequested);
    m_appear->setSingleShot(true);
    m_appear->setInterval(200); // a small set is there sooner: no flash, no jump of the page
    connect(m_appear, &QTimer::timeout, this, &QWidget::show);
    m_ticker->setInterval(100);
    connect(m_ticker, &QTimer::timeout, this, &LoadPanel::updateTime);
    connect(&theme, &Theme::changed, this, &LoadPanel::restyle);
    restyle();
}

void LoadPanel::begin(const QString& what) {
    m_what->setFullText(what);
    m_fraction = 0.0;
    m_bar->setValue(0);
    m_clock.start();
    m_ticker->start();
    updateTime();
    m_appear->start();
}

void LoadPanel::setFraction(double fraction) {
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    m_bar->setValue(static_cast<int>(std::lround(m_fraction * m_bar->maximum())));
}

void LoadPanel::end() {
    m_ticker->stop();
    m_appear->stop();
    hide();
}

void LoadPanel::updateTime() {
    const double elapsed = static_cast<double>(m_clock.elapsed()) / 1000.0;
    const QString percent = formatPercent(m_fraction, 0);
    // Too early a guess would jump about.
    if (m_fraction < 0.05 || elapsed < 0.5) {
        m_time->setText(tr("%1, %2", "percent, time so far").arg(percent, formatDuration(elapsed)));
        return;
    }
    const double left = elapsed * (1.0 - m_fraction) / m_fraction;
    m_time->setText(tr("%1, %2 so far, about %3 left", "percent, time, time")
                        .arg(percent, formatDuration(elapsed), formatDuration(left)));
}

void LoadPanel::restyle() {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(8));
}

} // namespace recital
