#include "ui/pages/comparereproduce.h"

#include "core/services/services.h"
#include "ui/errortext.h"
#include "ui/metrictext.h"
#include "ui/reproductiontext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/reproductiontable.h"
#include "ui/widgets/runstatus.h"

#include <QDir>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int foldedFrom = 13; ///< a target with so many figures opens only when somebody asks

} // namespace

CompareReproduce::CompareReproduce(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"compareReproduce"_s);
    m_model = new ReproductionModel(this);
    m_stack = new QStackedWidget(this);
    m_needs = buildNeeds();
    m_stack->addWidget(m_needs);
    m_stack->addWidget(buildResults());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &CompareReproduce::showRunning);
    connectService();
    for (const ReproductionTarget& target : reproductionTargets())
        showTarget(QString::fromUtf8(target.id.data(), static_cast<qsizetype>(target.id.size())));
    snapshotChanged();
    showExplanation();
}

QWidget* CompareReproduce::buildNeeds() {
    auto* outer = new QWidget(m_stack);
    auto* card = new QFrame(outer);
    card->setProperty("role", u"card"_s);
    auto* grid = new QGridLayout(outer);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(card, 0, 0, Qt::AlignCenter);
    QLabel* title = makeLabel("title", u"reproduceNeedsTitle"_s, card, tr("This needs MovieLens 100K"));
    m_needsText = makeLabel("muted", u"reproduceNeedsText"_s, card);
    m_needsText->setWordWrap(true);
    m_needsText->setAlignment(Qt::AlignHCenter);
    m_openKnown = new QPushButton(card);
    m_openKnown->setObjectName(u"reproduceOpenKnown"_s);
    auto* download = new QPushButton(tr("&Get MovieLens 100K..."), card);
    download->setObjectName(u"reproduceDownload"_s);
    auto* open = new QPushButton(tr("&Open folder..."), card);
    open->setObjectName(u"reproduceOpenFolder"_s);
    m_openKnown->setProperty("role", u"primary"_s);
    download->setProperty("role", u"primary"_s);
    connect(m_openKnown, &QPushButton::clicked, this, [this] { m_services.datasets.load(m_knownLocation); });
    connect(download, &QPushButton::clicked, this, &CompareReproduce::downloadRequested);
    connect(open, &QPushButton::clicked, this, &CompareReproduce::openFolderRequested);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton* button : {m_openKnown, download, open})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(m_needsText);
    layout->addLayout(buttons);
    followTheme(m_theme, card, [this, card, layout] {
        layout->setContentsMargins(m_theme.px(40), m_theme.px(36), m_theme.px(40), m_theme.px(32));
        layout->setSpacing(m_theme.px(16));
        card->setFixedWidth(m_theme.px(640));
    });
    return outer;
}

QWidget* CompareReproduce::buildResults() {
    auto* page = new QWidget(m_stack);
    m_status = new RunStatus(m_theme, page);
    m_status->setObjectName(u"reproduceStatus"_s);
    m_status->setTexts(tr("Progress of the computations"),
                       tr("Stops within half a second. The results that are there stay."));
    auto* card = new QFrame(page);
    card->setProperty("role", u"card"_s);
    m_table = new ReproductionTable(m_theme, *m_model, card);
    auto* inCard = new QVBoxLayout(card);
    inCard->addWidget(m_table);
    auto* columns = new QHBoxLayout;
    columns->addWidget(card, 1);
    columns->addWidget(buildExplanation(page));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addLayout(columns, 1);
    followTheme(m_theme, page, [this, layout, columns, inCard] {
        const int margin = m_theme.px(6);
        inCard->setContentsMargins(margin, margin, margin, margin);
        layout->setSpacing(m_theme.px(12));
        columns->setSpacing(m_theme.px(12));
    });
    connect(m_table, &ReproductionTable::selectionMoved, this, [this] {
        showExplanation();
        updateButtons();
    });
    return page;
}

QWidget* CompareReproduce::buildExplanation(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", u"card"_s);
    keepWidth(m_theme, card, 330);
    auto* body = new QWidget(card);
    body->setProperty("role", u"page"_s);
    m_title = makeLabel("heading", u"reproduceTitle"_s, body);
    m_source = makeLabel("caption", u"reproduceSource"_s, body);
    m_verdict = makeLabel("heading", u"reproduceVerdict"_s, body);
    m_explanation = makeLabel("", u"reproduceExplanation"_s, body);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QLabel* label : {m_title, m_source, m_verdict, m_explanation}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    auto* scroll = new QScrollArea(card);
    scroll->setObjectName(u"reproduceExplanationScroll"_s);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(card);
    outer->addWidget(scroll);
    followTheme(m_theme, card, [this, outer, layout] {
        outer->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(8), m_theme.px(14));
        layout->setSpacing(m_theme.px(10));
    });
    return card;
}

void CompareReproduce::connectService() {
    ReproductionService& service = m_services.reproduction;
    connect(&service, &ReproductionService::started, this, [this] {
        m_outcome.clear();
        m_stopping = false;
        m_clock.start();
        m_tick.start();
        showRunning();
        m_status->showProgress(0.0, {});
    });
    connect(&service, &ReproductionService::targetChanged, this, [this](const QString& id) {
        showTarget(id);
        showExplanation();
        if (m_services.reproduction.running())
            showRunning();
    });
    connect(&service, &ReproductionService::progressChanged, this, [this](double fraction) {
        m_status->showProgress(
            fraction,

            tr("%n second(s) so far", nullptr, static_cast<int>(m_clock.elapsed() / 1000)));
    });
    connect(&service, &ReproductionService::finished, this, &CompareReproduce::finished);
    connect(&service, &ReproductionService::failed, this, [this](ErrorCode code, const QString& detail) {
        m_status->showFailure(errorSentence(code), detail);
    });
    connect(&service, &ReproductionService::cleared, this, [this] {
        for (const ReproductionTarget& target : reproductionTargets())
            showTarget(QString::fromUtf8(target.id.data(), static_cast<qsizetype>(target.id.size())));
        m_outcome.clear();
        showExplanation();
    });
    connect(m_status, &RunStatus::actionRequested, &service, [&service] { service.start(); });
    connect(m_status, &RunStatus::secondActionRequested, this,
            [this, &service] { service.start(m_table->selectedTargets()); });
    connect(m_status, &RunStatus::cancelRequested, this, [this, &service] {
        m_stopping = true;
        m_status->showCancelling();
        service.cancel();
    });
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &CompareReproduce::snapshotChanged);
    connect(&m_services.datasets, &DatasetService::recentLocationsChanged, this,
            &CompareReproduce::showNeeds);
}

void CompareReproduce::snapshotChanged() {
    const bool usable = m_services.reproduction.check().ok();
    m_stack->setCurrentIndex(usable ? 1 : 0);
    if (!usable)
        showNeeds();
    else if (!m_services.reproduction.running())
        showIdle();
}

void CompareReproduce::showNeeds() {
    const auto snapshot = m_services.store.snapshot();
    const QString present =
        snapshot->dataset ? tr("%1 is loaded. ").arg(QString::fromStdString(snapshot->dataset->info().name))
                          : QString();
    m_needsText->setText(
        present +
        tr("The figures that are recomputed here were published for MovieLens 100K with its five "
           "folds (100,000 ratings of 943 users). Open its folder or zip, or download it: 5\u00A0MB."));
    m_knownLocation.clear();
    for (const QString& location : m_services.datasets.recentLocations()) {
        if (QDir(location).dirName().contains(u"ml-100k"_s)) {
            m_knownLocation = location;
            break;
        }
    }
    m_openKnown->setVisible(!m_knownLocation.isEmpty());
    m_openKnown->setText(tr("Open %1").arg(QDir(m_knownLocation).dirName()));
    m_openKnown->setToolTip(QDir::toNativeSeparators(m_knownLocation));
}

void CompareReproduce::showTarget(const QString& id) {
    const ReproductionService& service = m_services.reproduction;
    ReproductionModel::Row row;
    row.id = id;
    for (const ReproductionTarget& target : reproductionTargets()) {
        if (id != QLatin1String(target.id.data(), static_cast<qsizetype>(target.id.size())))
            continue;
        row.title = reproductionTitle(target.id);
        row.source = QString::fromUtf8(target.source.data(), static_cast<qsizetype>(target.source.size()));
    }
    row.state = service.state(id);
    row.result = service.result(id);
    if (row.state == ReproductionService::State::Failed)
        row.problem = errorSentence(service.problemCode(id)) + u'\n' + service.problem(id);
    const bool isNew = row.result != nullptr;
    const bool few = isNew && row.result->values.size() < foldedFrom;
    m_model->setRow(std::move(row));
    if (m_services.reproduction.state(id) == ReproductionService::State::Running &&
        !m_table->currentIndex().isValid())
        m_table->scrollTo(m_model->indexOf(id)); // nobody reads elsewhere
    if (few)
        m_table->expand(m_model->indexOf(id));
}

QString CompareReproduce::summary() const {
    int figures = 0;
    int agree = 0;
    int targets = 0;
    for (const ReproductionTarget& target : reproductionTargets()) {
        const auto result = m_services.reproduction.result(
            QString::fromUtf8(target.id.data(), static_cast<qsizetype>(target.id.size())));
        if (!result)
            continue;
        ++targets;
        figures += static_cast<int>(result->values.size());
        for (const ReproducedValue& value : result->values)
            agree += value.agrees() ? 1 : 0;
    }
    if (targets == 0)
        return {};
    return (agree == figures ? tr("✓ %1 of %n figure(s) agree with the published ones", nullptr, figures)
                             : tr("✗ %1 of %n figure(s) agree with the published ones", nullptr, figures))
        .arg(agree);
}

void CompareReproduce::showIdle() {
    const QString found = summary();
    const QString sentence =
        m_outcome.isEmpty() ? tr("Figures that others published for these ratings, computed anew from the "
                                 "files that are open. If they agree, our reader, splits, metrics and models "
                                 "mean what everyone else's mean.")
                            : m_outcome;
    const auto selected = static_cast<int>(m_table->selectedTargets().size());
    m_status->showState(found.isEmpty() ? tr("Nothing recomputed yet") : found, sentence, tr("Run &all"),
                        selected > 0 ? tr("Run %n &selected", nullptr, selected) : QString());
}

void CompareReproduce::showRunning() {
    const ReproductionService& service = m_services.reproduction;
    if (!service.running() || m_stopping)
        return;
    m_status->showRunning(tr("Computing target %1 of %2")
                              .arg(std::min(service.doneCount() + 1, service.totalCount()))
                              .arg(service.totalCount()),
                          summary());
}

void CompareReproduce::updateButtons() {
    if (!m_services.reproduction.running() && m_stack->currentIndex() == 1)
        showIdle();
}

void CompareReproduce::finished(bool cancelled) {
    m_tick.stop();
    const QString time = formatSeconds(m_clock.elapsed() / 1000.0);
    m_outcome = cancelled ? tr("Cancelled after %1. What was computed until then stays.").arg(time)
                          : tr("Computed in %1, just now and from the files that are open.").arg(time);
    if (m_stack->currentIndex() == 1)
        showIdle();
}

void CompareReproduce::showExplanation() {
    const ReproductionModel::Row* row = m_model->rowAt(m_table->currentIndex());
    m_source->setVisible(row != nullptr);
    m_verdict->setVisible(row != nullptr && row->state != ReproductionService::State::NotRun);
    if (!row) {
        m_title->setText(tr("What must be right"));
        m_explanation->setText(tr("Choose a target to read where its figures come from and what has to be "
                                  "right for them to agree."));
        return;
    }
    m_title->setText(tr("%1  %2", "T1  name of the target").arg(row->id, row->title));
    m_source->setText(row->source);
    const QModelIndex verdict = m_model->indexOf(row->id).siblingAtColumn(ReproductionModel::VerdictColumn);
    m_verdict->setText(verdict.data().toString());
    setStyleProperty(m_verdict, "role", row->result && row->result->agrees() ? u"heading"_s : u"error"_s);
    if (row->state == ReproductionService::State::Failed)
        m_explanation->setText(row->problem);
    else
        m_explanation->setText(reproductionText(row->id.toStdString(), row->result.get()).join(u"\n\n"_s));
}

} // namespace recital
