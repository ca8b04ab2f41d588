#include "ui/widgets/topline.h"

#include "core/services/services.h"
#include "ui/livetext.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

TopLine::TopLine(Services& services, Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"topLine"_s);
    setProperty("role", u"topline"_s);
    m_layout = new QHBoxLayout(this);
    m_dataset = addFact(u"topDataset"_s, tr("Data set"));
    m_model = addFact(u"topModel"_s, tr("Model"));
    m_user = addFact(u"topUser"_s, tr("User"));
    m_layout->addStretch(1);
    buildJob();
    buildTools();
    connectServices();
    connect(&theme, &Theme::changed, this, &TopLine::restyle);
    restyle();
    updateFacts();
}

ElidedLabel* TopLine::addFact(const QString& objectName, const QString& caption) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* name = new QLabel(caption, this);
    m_captions += name;
    auto* value = new ElidedLabel(this);
    value->setObjectName(objectName);
    column->addStretch(1);
    column->addWidget(name);
    column->addWidget(value);
    column->addStretch(1);
    m_layout->addLayout(column);
    return value;
}

void TopLine::buildJob() {
    m_job = new QWidget(this);
    m_job->setObjectName(u"jobIndicator"_s);
    auto* row = new QHBoxLayout(m_job);
    row->setContentsMargins(0, 0, 0, 0);
    m_jobText = new QLabel(m_job);
    m_jobText->setObjectName(u"jobText"_s);
    m_jobText->setProperty("role", u"muted"_s);
    m_jobBar = new QProgressBar(m_job);
    m_jobBar->setObjectName(u"jobProgress"_s);
    m_jobBar->setTextVisible(false);
    m_jobCancel = new QToolButton(m_job);
    m_jobCancel->setObjectName(u"jobCancel"_s);
    m_jobCancel->setToolTip(tr("Cancel"));
    m_jobCancel->setAccessibleName(tr("Cancel"));
    m_jobCancel->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_jobText);
    row->addWidget(m_jobBar);
    row->addWidget(m_jobCancel);
    m_layout->addWidget(m_job);
    m_job->hide();
    connect(m_jobCancel, &QToolButton::clicked, this, [this] {
        m_services.datasets.cancel();
        m_services.training.cancel();
    });
}

void TopLine::buildTools() {
    m_search = new QPushButton(this);
    m_search->setObjectName(u"topSearch"_s);
    m_search->setProperty("role", u"searchfield"_s);
    m_search->setText(tr("Find a film   Ctrl+K"));
    m_search->setAccessibleName(tr("Find a film on the stage"));
    m_search->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(m_search);
    connect(m_search, &QPushButton::clicked, this, &TopLine::searchRequested);

    m_menu = new QToolButton(this);
    m_menu->setObjectName(u"menuButton"_s);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(m_menu);
}

void TopLine::setMenu(QMenu* menu) {
    m_menu->setMenu(menu);
}

void TopLine::connectServices() {
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &TopLine::updateFacts);
    connect(&m_services.live, &LiveSession::changed, this, &TopLine::updateFacts);

    DatasetService& datasets = m_services.datasets;
    connect(&datasets, &DatasetService::loadStarted, this, [this] { showJob(tr("Loading"), 0.0); });
    connect(&datasets, &DatasetService::progressChanged, this,
            [this](double fraction) { showJob(tr("Loading"), fraction); });
    connect(&datasets, &DatasetService::loaded, this, &TopLine::hideJob);
    connect(&datasets, &DatasetService::cancelled, this, &TopLine::hideJob);
    connect(&datasets, &DatasetService::failed, this, &TopLine::hideJob);
    connect(&datasets, &DatasetService::columnsNeeded, this, &TopLine::hideJob);

    TrainingService& training = m_services.training;
    connect(&training, &TrainingService::started, this, [this] { showJob(tr("Training"), 0.0); });
    connect(&training, &TrainingService::progressChanged, this,
            [this](double fraction) { showJob(tr("Training"), fraction); });
    connect(&training, &TrainingService::finished, this, &TopLine::hideJob);
    connect(&training, &TrainingService::cancelled, this, &TopLine::hideJob);
    connect(&training, &TrainingService::failed, this, &TopLine::hideJob);
}

void TopLine::showJob(const QString& text, double fraction) {
    const int percent = static_cast<int>(std::floor(fraction * 100.0));
    m_jobText->setText(tr("%1 %2 %", "what runs, percent").arg(text, QLocale().toString(percent)));
    m_jobBar->setValue(percent);
    m_job->show();
}

void TopLine::hideJob() {
    m_job->hide();
}

void TopLine::updateFacts() {
    const auto snapshot = m_services.store.snapshot();
    m_dataset->setFullText(snapshot->dataset ? QString::fromStdString(snapshot->dataset->info().name)
                                             : tr("None yet"));
    if (snapshot->trained && snapshot->trained->model) {
        const AlsModel& model = *snapshot->trained->model;
        m_model->setFullText(tr("%1, %n factor(s)", "model name", model.parameters().factors)
                                 .arg(QString::fromStdString(model.info().name)));
    } else {
        m_model->setFullText(snapshot->dataset ? tr("Not trained yet") : tr("None yet"));
    }
    const LiveUser& user = m_services.live.user();
    const int events = static_cast<int>(user.events.size());
    m_user->setFullText((events == 0 ? tr("%1, no events") : tr("%1, %n event(s)", nullptr, events))
                            .arg(userTitle(user, snapshot->dataset.get())));
}

void TopLine::restyle() {
    m_layout->setContentsMargins(m_theme.px(20), 0, m_theme.px(12), 0);
    m_layout->setSpacing(m_theme.px(28));
    for (QLabel* caption : m_captions) {
        caption->setProperty("role", u"caption"_s);
        caption->setFont(m_theme.font(12));
    }
    for (ElidedLabel* value : {m_dataset, m_model, m_user})
        value->setFont(m_theme.font(14, QFont::DemiBold));
    m_jobBar->setFixedWidth(m_theme.px(96));
    m_job->layout()->setSpacing(m_theme.px(8));
    const int size = m_theme.px(16);
    m_jobCancel->setIcon(themedIcon(u"close"_s, m_theme, size));
    m_jobCancel->setIconSize(QSize(size, size));
    setButtonIcon(m_search, u"search"_s, m_theme.colors().mutedText, size);
    m_menu->setIcon(themedIcon(u"menu"_s, m_theme, m_theme.px(22)));
    m_menu->setIconSize(QSize(m_theme.px(22), m_theme.px(22)));
    setFixedHeight(m_theme.px(56));
}

} // namespace recital
