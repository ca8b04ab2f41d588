#include "core/services/trainingservice.h"

#include "core/services/runrecord.h"
#include "core/services/splitcheck.h"
#include "core/services/trainingjob.h"
#include "core/store/workspace.h"

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int longestList = 1000;

} // namespace

TrainingService::TrainingService(JobLane& computeLane, ModelStore& store, Workspace& workspace,
                                 QObject* parent)
    : JobService(computeLane, store, parent)
    , m_workspace(workspace) {}

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
    if (const Status valid = check(request); !valid)
        return refuse(valid.error());
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    auto mailbox = std::make_shared<TrainingMailbox>();
    const bool taken = startJob<TrainingOutcome>(
        tr("Training"),
        [dataset, request, mailbox, folder = m_workspace.folder()](const JobControl& control) {
            return runTrainingJob(dataset, request, folder, *mailbox, control);
        },
        [this, dataset](Result<TrainingOutcome> outcome) { finish(std::move(outcome), dataset); });
    if (!taken)
        return false;
    m_mailbox = std::move(mailbox);
    m_startedAt = QDateTime::currentDateTimeUtc();
    emit started();
    return true;
}

void TrainingService::cancel() {
    if (!m_storing)
        cancelJob();
}

void TrainingService::setPhase(Phase phase) {
    if (m_phase == phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

void TrainingService::takeMail() {
    if (m_storing)
        return;
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
    m_mailbox.reset();
    if (outcome && m_store.snapshot()->dataset != dataset)
        outcome = Error{ErrorCode::InvalidData, "another dataset was loaded meanwhile"};
    if (outcome)
        return store(std::move(outcome).value(), *dataset);
    setPhase(Phase::Idle);
    if (outcome.error().code == ErrorCode::Cancelled)
        emit cancelled();
    else
        refuse(outcome.error());
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
    const auto finished = std::make_shared<TrainingOutcome>(std::move(outcome));
    m_storing = startJob<qint64>(tr("Training"), std::move(work),
                                 [this, finished](const Result<qint64>& run) { publish(*finished, run); });
    if (!m_storing) // not reached: the lane was free
        setPhase(Phase::Idle);
}

void TrainingService::publish(TrainingOutcome& outcome, const Result<qint64>& run) {
    m_storing = false;
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
