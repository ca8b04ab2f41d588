#include "ui/pages/comparelab.h"

#include "core/services/services.h"
#include "ui/metrictext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labcharts.h"
#include "ui/widgets/labcontrols.h"
#include "ui/widgets/labuser.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/segmentedswitch.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int listLength = 10; ///< of the lists that are measured

AverageUser averageUserOf(const ModelSnapshot& snapshot) {
    if (!snapshot.statistics || snapshot.statistics->users == 0)
        return {};
    const double likes = static_cast<double>(snapshot.statistics->positives) / snapshot.statistics->users;
    return {static_cast<int>(std::lround(likes)), snapshot.statistics->items};
}

QString milliseconds(double seconds) {
    return QLocale().toString(1000.0 * seconds, 'f', 0);
}

} // namespace

CompareLab::CompareLab(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"compareLab"_s);
    m_empty = buildEmpty();
    m_lab = buildLab();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_lab);
    connectService();
    snapshotChanged();
}

QWidget* CompareLab::buildEmpty() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    QLabel* title = makeLabel("title", u"labEmptyTitle"_s, card, tr("No data set yet"));
    QLabel* text = makeLabel(
        "muted", u"labEmptyText"_s, card,
        tr("Open MovieLens on the Data page. Then sliders here retrain the model while they are dragged."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    auto* button = new QPushButton(tr("Go to Data"), card);
    button->setObjectName(u"labGoToData"_s);
    connect(button, &QPushButton::clicked, this, [this] { emit pageRequested(u"data"_s); });
    auto* layout = new QVBoxLayout(card);
    layout->addStretch(1);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return card;
}

void CompareLab::buildSplitStrip() {
    m_strip = new QWidget(this);
    QLabel* name = makeLabel("heading", u"labPartHeading"_s, m_strip, tr("Measured on"));
    m_part = new SegmentedSwitch(m_theme, m_strip);
    m_part->setObjectName(u"labPart"_s);
    m_part->setAccessibleName(tr("Part of the data that is measured on"));
    m_part->addSegment(u"validation"_s, tr("&Validation split"),
                       tr("A part of the training ratings, set aside again: for choosing parameters."));
    m_part->addSegment(u"test"_s, tr("T&est part"),
                       tr("What is kept for the final measurement. Choosing parameters on it is cheating."));
    m_splitText = new ElidedLabel(m_strip);
    m_splitText->setObjectName(u"labSplitText"_s);
    m_splitText->setProperty("role", u"muted"_s);
    m_splitText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(name);
    row->addWidget(m_part);
    row->addWidget(m_splitText, 1);
    followTheme(m_theme, m_strip, [this, row] { row->setSpacing(m_theme.px(12)); });
    connect(m_part, &SegmentedSwitch::chosen, this, &CompareLab::lookAt);
}

QWidget* CompareLab::buildLab() {
    m_lab = new QWidget(this);
    buildSplitStrip();
    m_warning = new QFrame(m_lab);
    m_warning->setObjectName(u"labWarning"_s);
    m_warning->setProperty("role", u"errornotice"_s);
    auto* icon = new QLabel(m_warning);
    QLabel* words = makeLabel(
        "", u"labWarningText"_s, m_warning,
        tr("You are looking at the test part. Whoever moves sliders until this number is high has tuned on "
           "the test data: the number then says nothing about new users. That is cheating. Choose on the "
           "validation split, and measure once, on the Bench."));
    words->setWordWrap(true);
    auto* inWarning = new QHBoxLayout(m_warning);
    inWarning->addWidget(icon);
    inWarning->addWidget(words, 1);
    m_notice = new Notice(m_theme, m_lab);
    m_notice->setObjectName(u"labNotice"_s);
    m_notice->hide();
    m_controls = new LabControls(m_theme, m_lab);
    m_controls->setObjectName(u"labControls"_s);
    m_charts = new LabCharts(m_theme, m_lab);
    m_charts->setObjectName(u"labCharts"_s);
    m_user = new LabUser(m_theme, m_lab);
    m_user->setObjectName(u"labUser"_s);
    auto* columns = new QHBoxLayout;
    columns->addWidget(m_controls);
    columns->addWidget(m_charts, 5);
    columns->addWidget(m_user, 5);
    auto* layout = new QVBoxLayout(m_lab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_warning);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    followTheme(m_theme, m_lab, [this, layout, columns, inWarning, icon] {
        layout->setSpacing(m_theme.px(10));
        columns->setSpacing(m_theme.px(12));
        inWarning->setContentsMargins(m_theme.px(14), m_theme.px(8), m_theme.px(14), m_theme.px(8));
        inWarning->setSpacing(m_theme.px(12));
        icon->setPixmap(iconPixmap(u"warning"_s, m_theme.colors().loss, m_theme.px(24), devicePixelRatioF()));
    });
    return m_lab;
}

void CompareLab::connectService() {
    LabService& lab = m_services.lab;
    connect(&lab, &LabService::prepared, this, &CompareLab::prepared);
    connect(&lab, &LabService::resultChanged, this, &CompareLab::resultChanged);
    connect(&lab, &LabService::failed, this, &CompareLab::failed);
    connect(&m_services.computeLane, &JobLane::busyChanged, this, &CompareLab::laneFree);
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &CompareLab::snapshotChanged);
    connect(m_controls, &LabControls::changed, this, &CompareLab::request);
    connect(m_controls, &LabControls::resetRequested, this, &CompareLab::reset);
    connect(m_controls, &LabControls::useRequested, this,
            [this] { emit trainParametersRequested(m_controls->parameters()); });
    connect(m_user, &LabUser::userChanged, this, [this](UserIndex user) {
        m_choosingUser = true; // the list of the same model for somebody else: no retraining
        m_services.lab.setUser(user);
        m_choosingUser = false;
    });
}

const AlsParameters& CompareLab::parameters() const {
    return m_controls->parameters();
}

void CompareLab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    prepare();
}

void CompareLab::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const bool loaded = snapshot->dataset != nullptr;
    m_empty->setVisible(!loaded);
    m_lab->setVisible(loaded);
    for (QWidget* part : m_strip->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        part->setVisible(loaded); // not the strip: whether that is seen is up to the page
    const std::string fingerprint = loaded ? snapshot->dataset->info().fingerprint : std::string();
    if (fingerprint == m_fingerprint)
        return;
    m_fingerprint = fingerprint;
    m_prepared.clear();
    m_user->setSplit(nullptr, nullptr);
    m_charts->clear(tr("Move a slider: every move trains a model from scratch."));
    m_notice->hide();
    m_controls->setAverageUser(averageUserOf(*snapshot));
    if (loaded)
        m_controls->setParameters(m_services.training.defaultRequest().parameters);
    showSplit();
    if (loaded && isVisible())
        prepare();
}

/// Makes the split for the present data once; only when somebody looks, because it takes the compute lane.
void CompareLab::prepare() {
    if (m_fingerprint.empty() || m_prepared == m_fingerprint)
        return;
    m_prepared = m_fingerprint;
    m_preparing = true;
    m_waiting = false;
    const TrainingRequest defaults = m_services.training.defaultRequest();
    m_services.lab.prepare(defaults.split, defaults.fold.toStdString(), m_validation,
                           std::max(m_user->user(), 0));
}

void CompareLab::prepared() {
    m_preparing = false;
    m_user->setSplit(m_services.store.snapshot()->dataset, m_services.lab.split());
    if (m_user->user() >= 0)
        m_services.lab.setUser(m_user->user());
    showSplit();
    request();
}

void CompareLab::request() {
    if (m_services.lab.ready() && !m_preparing && m_controls->valid())
        m_services.lab.request(m_controls->parameters());
}

void CompareLab::resultChanged() {
    const std::shared_ptr<const LabResult> result = m_services.lab.result();
    if (!result)
        return;
    m_user->showList(result->list);
    if (m_choosingUser)
        return;
    m_notice->hide();
    m_charts->add(result, listLength, partName());
    showSpeed();
}

void CompareLab::failed(ErrorCode code, const QString& detail) {
    if (code == ErrorCode::Busy) {
        m_waiting = true;
        m_controls->setDetails(tr("Another job is computing; the lab goes on when it is done."));
        return;
    }
    m_notice->showError(code, detail, tr("The model was not retrained"));
}

/// A wish that was refused because another job ran.
void CompareLab::laneFree() {
    if (!m_waiting || m_services.computeLane.busy())
        return;
    m_waiting = false;
    if (!m_preparing)
        return request();
    m_prepared.clear();
    if (isVisible())
        prepare();
}

void CompareLab::lookAt(const QString& part) {
    const bool validation = part == u"validation"_s;
    if (validation == m_validation)
        return;
    m_validation = validation;
    m_prepared.clear();
    m_charts->clear(tr("The split is being made."));
    showSplit();
    prepare();
}

void CompareLab::reset() {
    m_controls->setParameters(m_services.training.defaultRequest().parameters);
    request();
}

void CompareLab::showSplit() {
    m_warning->setVisible(!m_validation);
    m_splitText->setFullText(splitSentence());
}

QString CompareLab::splitSentence() const {
    const auto split = m_services.lab.split();
    if (!split || m_prepared.empty())
        return {};
    const QString name = splitText(QString::fromStdString(split->name));
    return m_validation ? tr("%1; no test rating is in it").arg(name) : tr("the test part of: %1").arg(name);
}

QString CompareLab::partName() const {
    return m_validation ? tr("validation split") : tr("test part");
}

void CompareLab::showSpeed() {
    const LabResult& result = *m_services.lab.result();
    QString text = tr("training %1 ms, measuring %2 ms")
                       .arg(milliseconds(result.trainSeconds), milliseconds(result.evaluateSeconds));
    if (std::isfinite(result.retrainingsPerSecond) && result.retrainingsPerSecond > 0.0)
        text = tr("%1 retrainings a second; ").arg(QLocale().toString(result.retrainingsPerSecond, 'f', 1)) +
               text;
    m_controls->setDetails(text);
}

} // namespace recital
