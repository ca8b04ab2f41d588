// The part of TrainPage that builds its widgets.
#include "core/services/services.h"
#include "ui/errortext.h"
#include "ui/metrictext.h"
#include "ui/pages/trainpage.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/parameterpanel.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/runtables.h"
#include "ui/widgets/trainingcharts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int redrawMilliseconds = 50; ///< 20 pictures a second are smooth enough for a curve

} // namespace

TrainPage::TrainPage(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"trainPage"_s);
    setProperty("role", u"page"_s);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(buildLeft());
    layout->addWidget(buildRight(theme), 1);
    followTheme(theme, this, [layout, &theme] {
        const int margin = theme.px(16);
        layout->setContentsMargins(margin, margin, margin, margin);
        layout->setSpacing(theme.px(12));
    });
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(redrawMilliseconds);
    connect(&m_redraw, &QTimer::timeout, this, &TrainPage::redrawRunning);
    connectService();
    refreshRuns();
    snapshotChanged();
}

QWidget* TrainPage::buildLeft() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    keepWidth(m_theme, card, 332);
    m_parameters = new ParameterPanel(m_theme, card);
    m_parameters->setObjectName(u"parameterPanel"_s);
    m_parameters->setProperty("role", u"page"_s);
    auto* scroll = new QScrollArea(card);
    scroll->setObjectName(u"parameterScroll"_s);
    scroll->setWidget(m_parameters);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_defaults = new QPushButton(tr("&Defaults for this data set"), card);
    m_defaults->setObjectName(u"defaultsButton"_s);
    m_defaults->setToolTip(
        tr("Values that were tested on this data set, or those that suit data of unknown size."));
    m_start = new QPushButton(tr("Start &training"), card);
    m_start->setObjectName(u"startTraining"_s);
    m_start->setProperty("role", u"primary"_s);
    connect(m_defaults, &QPushButton::clicked, this, &TrainPage::useDefaults);
    connect(m_start, &QPushButton::clicked, this, &TrainPage::start);
    connect(m_parameters, &ParameterPanel::changed, this, &TrainPage::updateStart);

    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_parameters->message());
    buttons->addWidget(m_defaults);
    buttons->addWidget(m_start);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    followTheme(m_theme, card, [this, layout, buttons, scroll] {
        // The scroll bar has its own lane right of the fields.
        layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(6), m_theme.px(14));
        buttons->setContentsMargins(0, 0, m_theme.px(10), 0);
        layout->setSpacing(m_theme.px(8));
        buttons->setSpacing(m_theme.px(8));
        m_parameters->setContentsMargins(0, 0, m_theme.px(10), 0);
        m_start->setMinimumHeight(m_theme.px(44));
        m_start->setFont(m_theme.font(16, QFont::DemiBold));
        scroll->verticalScrollBar()->setSingleStep(m_theme.px(24));
    });
    return card;
}

QWidget* TrainPage::buildRight(Theme& theme) {
    auto* column = new QWidget(this);
    m_status = new RunStatus(theme, column);
    m_charts = new TrainingCharts(theme, column);
    m_tables = new RunTables(theme, column);
    m_tables->setObjectName(u"runTables"_s);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addWidget(m_charts, 3);
    layout->addWidget(m_tables, 2);
    followTheme(theme, column, [layout, &theme] { layout->setSpacing(theme.px(12)); });
    connect(m_status, &RunStatus::cancelRequested, this, &TrainPage::cancel);
    connect(m_status, &RunStatus::actionRequested, this, &TrainPage::act);
    connect(m_status, &RunStatus::secondActionRequested, this, &TrainPage::openStoredRun);
    connect(m_tables, &RunTables::runSelected, this, &TrainPage::showStoredRun);
    return column;
}

void TrainPage::connectService() {
    TrainingService& training = m_services.training;
    connect(&training, &TrainingService::started, this, &TrainPage::started);
    connect(&training, &TrainingService::phaseChanged, this, &TrainPage::phaseChanged);
    connect(&training, &TrainingService::progressChanged, this, [this](double fraction, double secondsLeft) {
        m_status->showProgress(fraction, formatTimeLeft(secondsLeft));
    });
    connect(&training, &TrainingService::pointAdded, this, &TrainPage::pointAdded);
    connect(&training, &TrainingService::finished, this, &TrainPage::finished);
    connect(&training, &TrainingService::cancelled, this, &TrainPage::cancelled);
    connect(&training, &TrainingService::failed, this, &TrainPage::failed);
    connect(&training, &TrainingService::notStored, this, [this](ErrorCode code, const QString& detail) {
        m_notStored = errorSentence(code) + u' ' + detail;
    });
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &TrainPage::snapshotChanged);
    connect(&m_services.computeLane, &JobLane::busyChanged, this, &TrainPage::updateStart);
}

} // namespace recital
