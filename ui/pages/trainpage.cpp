#include "ui/pages/trainpage.h"

#include "core/services/services.h"
#include "ui/errortext.h"
#include "ui/metrictext.h"
#include "ui/widgets/parameterpanel.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/runtables.h"
#include "ui/widgets/trainingcharts.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

std::optional<TrainingCharts::Baseline> baselineOf(const RunView& run) {
    const ResultRow* popular = run.row(u"Popular"_s);
    if (popular == nullptr || !popular->measured())
        return std::nullopt;
    return TrainingCharts::Baseline{popular->ndcg, popular->users};
}

AverageUser averageUserOf(const ModelSnapshot& snapshot) {
    if (!snapshot.statistics || snapshot.statistics->users == 0)
        return {};
    const double likes = static_cast<double>(snapshot.statistics->positives) / snapshot.statistics->users;
    return {static_cast<int>(std::lround(likes)), snapshot.statistics->items};
}

QString nameOf(const Dataset& dataset) {
    return QString::fromStdString(dataset.info().name);
}

} // namespace

void TrainPage::start() {
    if (m_start->isEnabled())
        m_services.training.start(m_parameters->request());
}

void TrainPage::cancel() {
    m_status->showCancelling();
    m_services.training.cancel();
}

/// The button of the status strip: the obvious next step of the state.
void TrainPage::act() {
    if (m_viewingStored)
        showPresentModel();
    else
        emit pageRequested(m_state == State::NoDataset ? u"data"_s : u"stage"_s);
}

void TrainPage::useDefaults() {
    m_parameters->setRequest(m_services.training.defaultRequest());
}

void TrainPage::useParameters(const AlsParameters& parameters) {
    TrainingRequest request = m_parameters->request();
    request.parameters = parameters;
    m_parameters->setRequest(request);
}

void TrainPage::useStoredParameters() {
    TrainingRequest request = m_parameters->request();
    if (m_stored.alsParameters)
        request.parameters = *m_stored.alsParameters;
    if (m_stored.splitOptions) {
        request.split = *m_stored.splitOptions;
        request.fold = m_stored.splitName;
    }
    m_parameters->setRequest(request);
}

void TrainPage::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const std::string fingerprint = snapshot->dataset ? snapshot->dataset->info().fingerprint : std::string();
    if (fingerprint != m_fingerprint || !snapshot->dataset) {
        m_fingerprint = fingerprint;
        m_parameters->setDataset(snapshot->dataset.get(), averageUserOf(*snapshot));
        if (snapshot->dataset)
            useDefaults();
    }
    // During a run its own curves stay; finished(), cancelled() or failed() follow.
    if (!m_services.training.running())
        showPresentModel();
    updateStart();
}

void TrainPage::showPresentModel() {
    const auto snapshot = m_services.store.snapshot();
    m_viewingStored = false;
    m_tables->clearSelection();
    if (snapshot->trained) {
        m_state = State::Finished;
        RunView run = viewOf(*snapshot->trained, nameOf(*snapshot->dataset));
        if (run.id > 0) {
            if (const Result<RunRecord> record = m_services.workspace().run(run.id))
                run.startedAt = record->startedAt;
        }
        showRun(run);
    } else {
        m_state = snapshot->dataset ? State::NotTrained : State::NoDataset;
        m_charts->clear(tr("The loss appears here after every half-step."),
                        tr("How well held-out likes are found appears here after every iteration."));
        m_tables->showRun(RunView());
    }
    showIdleStatus();
}

void TrainPage::showRun(const RunView& run) {
    m_charts->show(run.curve, tr("%1, %2").arg(run.datasetName, splitText(run.splitName)), run.k,
                   baselineOf(run));
    m_tables->showRun(run);
}

qint64 TrainPage::presentRunId() const {
    const auto snapshot = m_services.store.snapshot();
    return snapshot->trained ? snapshot->trained->runId : 0;
}

/// Brings a run's model back to the stage, and its parameters into the panel.
void TrainPage::openStoredRun() {
    const qint64 id = m_stored.id;
    if (m_services.store.snapshot()->dataset)
        useStoredParameters();
    if (presentRunId() != id)
        m_services.session.openRun(id);
}

void TrainPage::showStoredRun(const RunView& run) {
    if (m_services.training.running())
        return;
    m_viewingStored = true;
    m_stored = run;
    showRun(run);
    m_tables->showRun(run, true);
    if (run.curve.isEmpty())
        m_charts->clear(tr("No curve was stored with this run."), tr("No curve was stored with this run."));
    const bool present = m_services.store.snapshot()->trained != nullptr;
    m_status->showState(tr("Run %1 of %2")
                            .arg(QString::number(run.id),
                                 QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat)),
                        tr("%1 on %2, %3. Stored; %4")
                            .arg(run.parameters, run.datasetName, learnedText(run), keptModelText()),
                        present ? tr("Back to the present model") : tr("Close"),
                        presentRunId() == run.id ? tr("Take its parameters") : tr("Open this run"));
}

void TrainPage::showIdleStatus() {
    const auto snapshot = m_services.store.snapshot();
    if (m_state == State::NoDataset) {
        m_status->showState(tr("No data set yet"),
                            tr("Open MovieLens on the Data page, or drop its folder or zip onto the window."),
                            tr("Go to Data"));
        return;
    }
    if (m_state == State::NotTrained) {
        m_status->showState(
            tr("Not trained yet"),
            tr("%1 is loaded. Check the parameters on the left, then start; a first run with the "
               "defaults is a good beginning.")
                .arg(nameOf(*snapshot->dataset)));
        return;
    }
    const RunView run = viewOf(*snapshot->trained, nameOf(*snapshot->dataset));
    QString sentence = tr("%1 on %2, %3.").arg(run.parameters, run.datasetName, learnedText(run));
    if (!m_notStored.isEmpty())
        sentence += u'\n' + tr("The model is in use, but the run was not stored: %1").arg(m_notStored);
    m_status->showState(tr("Trained in %1").arg(formatSeconds(run.trainSeconds)), sentence,
                        tr("Go to Stage"));
}

void TrainPage::started() {
    m_state = State::Running;
    m_viewingStored = false;
    m_notStored.clear();
    m_request = m_parameters->request();
    m_points.clear();
    m_tables->clearSelection();
    m_tables->showResults();
    m_tables->showRun(RunView());
    m_charts->clear(tr("The first half-step is being computed."), tr("Measured after every iteration."));
    phaseChanged();
    m_status->showProgress(0.0, {});
    updateStart();
}

QString TrainPage::placeOfRunning() const {
    const auto snapshot = m_services.store.snapshot();
    const QString dataset = snapshot->dataset ? nameOf(*snapshot->dataset) : QString();
    const QString parameters = alsParametersText(m_request.parameters);
    return m_request.split.protocol == Protocol::OfficialFolds
               ? tr("%1 on %2, %3").arg(parameters, dataset, splitText(m_request.fold))
               : tr("%1 on %2").arg(parameters, dataset);
}

void TrainPage::phaseChanged() {
    if (m_state != State::Running)
        return;
    QString heading;
    switch (m_services.training.phase()) {
    case TrainingService::Phase::Idle:
        return;
    case TrainingService::Phase::Splitting:
        heading = tr("Holding out the test part");
        break;
    case TrainingService::Phase::Training:
        heading = tr("Training, iteration %1 of %2")
                      .arg(m_points.isEmpty() ? 1 : (m_points.last().halfStep + 1) / 2)
                      .arg(m_request.parameters.iterations);
        break;
    case TrainingService::Phase::Evaluating:
        heading = tr("Measuring beside the baselines");
        break;
    case TrainingService::Phase::Projecting:
        heading = tr("Drawing the map of films");
        break;
    case TrainingService::Phase::Saving:
        heading = tr("Storing the run");
        break;
    }
    m_status->showRunning(heading, placeOfRunning());
}

void TrainPage::pointAdded(const TrainingPoint& point) {
    m_points += point;
    if (!m_redraw.isActive())
        m_redraw.start();
}

void TrainPage::redrawRunning() {
    if (m_state != State::Running || m_points.isEmpty())
        return;
    phaseChanged();
    const auto snapshot = m_services.store.snapshot();
    // Popularity is known early only if the present model was measured on the very same split.
    std::optional<TrainingCharts::Baseline> baseline;
    if (snapshot->trained && snapshot->trained->split) {
        const SplitOptions& present = snapshot->trained->split->options;
        const SplitOptions& running = m_request.split;
        const bool same = present.protocol == running.protocol && present.seed == running.seed &&
                          present.positiveThreshold == running.positiveThreshold &&
                          (present.protocol == Protocol::OfficialFolds
                               ? snapshot->trained->split->name == m_request.fold.toStdString()
                               : present.testShare == running.testShare);
        if (same)
            baseline = baselineOf(viewOf(*snapshot->trained, {}));
    }
    m_charts->show(m_points, placeOfRunning(), m_request.k, baseline);
}

void TrainPage::finished() {
    m_redraw.stop();
    const auto trained = m_services.store.snapshot()->trained;
    if (trained && trained->runId > 0) {
        if (const Result<RunRecord> record = m_services.workspace().run(trained->runId))
            m_tables->prependRun(viewOf(*record));
    }
    showPresentModel();
    updateStart();
}

QString TrainPage::keptModelText() const {
    const auto snapshot = m_services.store.snapshot();
    if (!snapshot->trained)
        return tr("no model is in use.");
    return snapshot->trained->runId > 0 ? tr("the model of run %1 is in use.").arg(snapshot->trained->runId)
                                        : tr("the model trained before is in use.");
}

void TrainPage::cancelled() {
    m_redraw.stop();
    const int iteration = m_points.isEmpty() ? 0 : m_points.last().halfStep / 2;
    showPresentModel();
    m_state = State::Cancelled;
    m_status->showState(tr("Cancelled after %1 of %2")
                            .arg(iteration)
                            .arg(tr("%n iteration(s)", nullptr, m_request.parameters.iterations)),
                        tr("Nothing was changed: %1").arg(keptModelText()));
    updateStart();
}

void TrainPage::failed(ErrorCode code, const QString& detail) {
    m_redraw.stop();
    showPresentModel();
    m_state = State::Failed;
    m_status->showFailure(errorSentence(code),
                          detail + u'\n' + tr("Nothing was changed: %1").arg(keptModelText()));
    updateStart();
}

void TrainPage::refreshRuns() {
    const Result<std::vector<RunRecord>> records = m_services.workspace().runs();
    if (!records) {
        m_tables->setRunsTrouble(errorSentence(records.error().code));
        return;
    }
    QList<RunView> runs;
    for (const RunRecord& record : *records)
        runs += viewOf(record);
    m_tables->setRuns(runs);
}

void TrainPage::updateStart() {
    const bool dataset = m_services.store.snapshot()->dataset != nullptr;
    const bool running = m_services.training.running();
    const bool busy = m_services.computeLane.busy();
    m_parameters->setEnabled(!running);
    m_defaults->setEnabled(dataset && !running);
    m_start->setEnabled(dataset && !busy && m_parameters->valid());
    m_start->setText(running ? tr("Training...") : tr("Start &training"));
    QString reason;
    if (!dataset)
        reason = tr("Open a data set first.");
    else if (busy && !running)
        reason = tr("Another job is still running.");
    else if (!m_parameters->valid())
        reason = tr("A parameter is outside its limits.");
    m_start->setToolTip(reason);
}

} // namespace recital
