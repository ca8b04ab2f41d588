#include "ui/pages/comparetune.h"

#include "core/services/comparisontext.h"
#include "core/services/services.h"
#include "ui/errortext.h"
#include "ui/metrictext.h"
#include "ui/theme.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/tunecontrols.h"
#include "ui/widgets/tuneresults.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

CompareTune::CompareTune(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services) {
    setObjectName(u"compareTune"_s);
    m_controls = new TuneControls(
        theme, [&services](const TrainingSpec& base) { return services.tune.defaultRequest(base); },
        [&services](const TuneRequest& request) { return services.tune.check(request); }, this);
    m_controls->setObjectName(u"tuneControls"_s);
    m_status = new RunStatus(theme, this);
    m_status->setObjectName(u"tuneStatus"_s);
    m_status->setTexts(tr("Progress of the search"),
                       tr("Stops within half a second. The trials that are done stay."));
    m_results = new TuneResults(theme, this);
    m_results->setObjectName(u"tuneResults"_s);
    auto* right = new QVBoxLayout;
    right->addWidget(m_status);
    right->addWidget(m_results, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_controls);
    layout->addLayout(right, 1);
    followTheme(theme, this, [layout, right, &theme] {
        layout->setSpacing(theme.px(12));
        right->setSpacing(theme.px(12));
    });
    connect(m_controls, &TuneControls::startRequested, this, &CompareTune::start);
    connect(m_results, &TuneResults::applyRequested, this, &CompareTune::applyRequested);
    connectService();
    snapshotChanged();
}

void CompareTune::connectService() {
    TuneService& tune = m_services.tune;
    connect(&tune, &TuneService::started, this, &CompareTune::started);
    connect(&tune, &TuneService::trialFinished, this, [this] {
        m_results->setResult(m_services.tune.result());
        showRunning();
    });
    connect(&tune, &TuneService::progressChanged, this, [this](double fraction, double secondsLeft) {
        m_status->showProgress(fraction, m_stopping ? QString() : formatTimeLeft(secondsLeft));
    });
    connect(&tune, &TuneService::finished, this, &CompareTune::finished);
    connect(&tune, &TuneService::failed, this, [this](ErrorCode code, const QString& detail) {
        m_controls->setRunning(m_services.tune.running());
        m_status->showFailure(errorSentence(code), detail);
    });
    connect(m_status, &RunStatus::cancelRequested, this, [this] {
        m_stopping = true;
        m_status->showCancelling();
        m_services.tune.cancel();
    });
    connect(m_status, &RunStatus::actionRequested, this, [this] { emit pageRequested(u"data"_s); });
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &CompareTune::snapshotChanged);
}

void CompareTune::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const std::string fingerprint = snapshot->dataset ? snapshot->dataset->info().fingerprint : std::string();
    if (fingerprint != m_fingerprint || !snapshot->dataset) {
        m_fingerprint = fingerprint;
        m_controls->setDataset(snapshot->dataset);
        m_results->setResult(nullptr);
    }
    if (!m_services.tune.running())
        showIdle();
}

void CompareTune::start() {
    const int planned = m_controls->trialCount();
    if (planned == 0)
        return;
    m_planned = planned;
    m_services.tune.start(m_controls->request());
}

void CompareTune::started() {
    m_stopping = false;
    m_cancelled = false;
    m_controls->setRunning(true);
    m_results->setResult(nullptr);
    showRunning();
    m_status->showProgress(0.0, {});
}

void CompareTune::finished(bool cancelled) {
    m_cancelled = cancelled;
    m_stopping = false;
    m_controls->setRunning(false);
    m_results->setResult(m_services.tune.result());
    showIdle();
}

/// What is searched on: said before, during and after.
QString CompareTune::sentence() const {
    const TuneRequest request = m_controls->request();
    return tr("Every trial learns from a part of the training ratings (%1) and is measured on the %2 % of "
              "them "
              "that were set aside. The test part is never looked at.")
        .arg(request.split.protocol == Protocol::OfficialFolds
                 ? splitText(QString::fromStdString(request.fold))
                 : protocolText(request.split))
        .arg(std::lround(100.0 * request.innerShare));
}

void CompareTune::showIdle() {
    if (!m_services.store.snapshot()->dataset) {
        m_status->showState(tr("No data set yet"),
                            tr("Open MovieLens on the Data page, or drop its folder or zip onto the window."),
                            tr("Go to Data"));
        return;
    }
    const auto result = m_services.tune.result();
    const bool present =
        result && !result->trials.empty() && result->datasetFingerprint.toStdString() == m_fingerprint;
    if (!present) {
        m_status->showState(tr("Nothing searched yet"), sentence());
        return;
    }
    const auto trials = static_cast<int>(result->trials.size());
    const double best = result->trials[result->best].score;
    const QString metric = metricLabel(result->request.metric, result->request.k);
    const QString heading = tr("Best of %n trial(s): %1 %2", nullptr, trials).arg(metric, formatMetric(best));
    m_status->showState(heading, m_cancelled ? tr("Cancelled; the trials that were done stay. ") + sentence()
                                             : sentence());
    if (m_results->chosenTrial() < 0)
        m_results->setResult(result);
}

void CompareTune::showRunning() {
    if (!m_services.tune.running() || m_stopping)
        return;
    const auto result = m_services.tune.result();
    const auto done = result ? static_cast<int>(result->trials.size()) : 0;
    m_status->showRunning(tr("Trial %1 of %2").arg(std::min(done + 1, m_planned)).arg(m_planned), sentence());
}

} // namespace recital
