#include "core/services/trainingservice.h"

#include "core/services/runrecord.h"
#include "core/services/splitcheck.h"
#include "core/services/trainingjob.h"
#include "core/store/workspace.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// How often points and progress reach the pages: everything since the last time, in one go.
constexpr auto mailInterval = std::chrono::milliseconds(40);
constexpr int longestList = 1000;

} // namespace

TrainingService::TrainingService(JobLane& computeLane, ModelStore& store, Workspace& workspace,
                                 QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store)
    , m_workspace(workspace) {
    m_mailTimer.setInterval(mailInterval);
    connect(&m_mailTimer, &QTimer::timeout, this, &TrainingService::takeMail);
}

TrainingService::~TrainingService() {
    if (running())
        m_lane.cancel();
}

TrainingRequest TrainingService::defaultRequest() const {
    TrainingRequest request;
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return request;
    request.parameters = defaultAlsParameters(*dataset);
    request.split = naturalSplit(*dataset);
    return request;
}

Status TrainingService::check(const TrainingRequest& request) const {
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    if (Status parameters = request.parameters.validate(); !parameters)
        return parameters;
    if (request.k < 1 || request.k > longestList)
        return Error{ErrorCode::InvalidParameters, "the length of the lists must be 1 to 1000"};
    if (request.validationUsers < 1)
        return Error{ErrorCode::InvalidParameters, "the live curve needs at least one user"};
    return checkSplit(request.split, request.fold.toStdString(), *dataset);
}

bool TrainingService::start(const TrainingRequest& request) {
    if (const Status valid = check(request); !valid) {
        emit failed(valid.error().code, QString::fromStdString(valid.error().detail));
        return false;
    }
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    auto mailbox = std::make_shared<TrainingMailbox>();
    const bool started = m_lane.start<TrainingOutcome>(
        tr("Training"), this,
        [dataset, request, mailbox, folder = m_workspace.folder()](const JobControl& control) {
            return runTrainingJob(dataset, request, folder, *mailbox, control);
        },
        {}, [this, dataset](Result<TrainingOutcome> outcome) { finish(std::move(outcome), dataset); });
    if (!started) {
        emit failed(ErrorCode::Busy, m_lane.jobName());
        return false;
    }
    m_mailbox = std::move(mailbox);
    m_running = true;
    m_cancelled = false;
    m_startedAt = QDateTime::currentDateTimeUtc();
    m_mailTimer.start();
    emit this->started();
    return true;
}

void TrainingService::cancel() {
    if (!running() || m_storing)
        return;
    m_cancelled = true;
    m_lane.cancel();
}

void TrainingService::setPhase(Phase phase) {
    if (m_phase == phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

void TrainingService::takeMail() {
    const TrainingMailbox::Content mail = m_mailbox->take();
    for (const auto& event : mail.events) {
        if (const TrainingPoint* point = std::get_if<TrainingPoint>(&event))
            emit pointAdded(*point);
        else
            setPhase(std::get<Phase>(event));
    }
    emit progressChanged(mail.fraction, mail.secondsLeft);
}

void TrainingService::finish(Result<TrainingOutcome> outcome, const std::shared_ptr<const Dataset>& dataset) {
    m_mailTimer.stop();
    takeMail();
    m_mailbox.reset();
    if (m_cancelled)
        outcome = Error{ErrorCode::Cancelled, {}};
    if (outcome && m_store.snapshot()->dataset != dataset)
        outcome = Error{ErrorCode::InvalidData, "another dataset was loaded meanwhile"};
    if (outcome)
        return store(std::move(outcome).value(), *dataset);
    m_running = false;
    setPhase(Phase::Idle);
    if (outcome.error().code == ErrorCode::Cancelled)
        emit cancelled();
    else
        emit failed(outcome.error().code, QString::fromStdString(outcome.error().detail));
}

/// On the lane too: where somebody else writes to the workspace, what took minutes is worth the wait.
void TrainingService::store(TrainingOutcome outcome, const Dataset& dataset) {
    RunRecord record = makeRunRecord(outcome.trained, dataset, m_startedAt,
                                     outcome.modelFile ? outcome.modelFile->name() : QString());
    auto work = [record = std::move(record), folder = m_workspace.folder(),
                 file = outcome.modelFile](const JobControl&) -> Result<qint64> {
        const Result<std::unique_ptr<Workspace>> workspace = Workspace::open(folder);
        if (!workspace)
            return workspace.error();
        const Result<qint64> id = (*workspace)->addRun(record);
        if (id && file)
            file->keep();
        return id;
    };
    m_storing = true;
    const auto finished = std::make_shared<TrainingOutcome>(std::move(outcome));
    const bool started =
        m_lane.start<qint64>(tr("Training"), this, std::move(work), {},
                             [this, finished](const Result<qint64>& run) { publish(*finished, run); });
    if (!started) // not reached: the lane was free
        publish(*finished, Error{ErrorCode::Busy, m_lane.jobName().toStdString()});
}

void TrainingService::publish(TrainingOutcome& outcome, const Result<qint64>& run) {
    m_storing = false;
    m_running = false;
    setPhase(Phase::Idle);
    std::optional<Error> trouble = outcome.storageError;
    if (run)
        outcome.trained.runId = *run;
    else
        trouble = run.error();
    ModelSnapshot next = *m_store.snapshot();
    next.trained = std::make_shared<const TrainedModel>(std::move(outcome.trained));
    m_store.publish(std::move(next));
    if (trouble)
        emit notStored(trouble->code, QString::fromStdString(trouble->detail));
    emit finished();
}

} // namespace recital
