#include "core/services/retrainservice.h"

#include "core/services/livesession.h"
#include "core/services/retrainjob.h"
#include "core/services/runrecord.h"
#include "core/store/workspace.h"

namespace recital {

namespace {

/// What counts of somebody on the stage, unticked or not: unticking asks what the list would be, it does not
/// take back.
LiveUserEvents eventsOf(const LiveUser& user) {
    LiveUserEvents events{user.id, user.datasetUser, {}};
    for (const LiveEvent& event : user.events)
        events.events.push_back(event.event);
    return events;
}

RetrainPast pastOf(const LiveSession& live, const LiveUser& user) {
    LiveSession::OwnedPast past = live.pastOf(user);
    RetrainPast result;
    result.user.id = user.id;
    result.user.name = user.name;
    result.user.datasetUser = user.datasetUser;
    result.user.events = static_cast<int>(past.events.size());
    result.known = std::move(past.known);
    result.events = std::move(past.events);
    result.taste = user.taste;
    result.excluded = live.excludedOf(user);
    return result;
}

} // namespace

RetrainService::RetrainService(JobLane& computeLane, ModelStore& store, LiveSession& live,
                               Workspace& workspace, QObject* parent)
    : JobService(computeLane, store, parent)
    , m_live(live)
    , m_workspace(workspace) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &RetrainService::takeSnapshot);
}

LearnedEvents RetrainService::learnable() const {
    const std::shared_ptr<const TrainedModel> trained = m_store.snapshot()->trained;
    if (!trained)
        return {};
    std::vector<LiveUserEvents> users;
    for (const std::shared_ptr<const LiveUser>& user : m_live.state().users)
        users.push_back(eventsOf(*user));
    return learnFrom(users, m_live.state().strengths, *trained->split);
}

Status RetrainService::check() const {
    if (!m_store.snapshot()->trained)
        return Error{ErrorCode::InvalidData, "no model is trained"};
    if (learnable().users.empty())
        return Error{ErrorCode::InvalidData, "nobody on the stage did anything to learn from"};
    return success();
}

bool RetrainService::start() {
    if (const Status possible = check(); !possible)
        return refuse(possible.error());
    RetrainInput input;
    input.snapshot = m_store.snapshot();
    input.popularity = m_live.popularity();
    input.learned = learnable();
    input.rule = m_live.state().rule;
    input.workspaceFolder = m_workspace.folder();
    for (const std::shared_ptr<const LiveUser>& user : m_live.state().users)
        input.users.push_back(pastOf(m_live, *user));
    auto mailbox = std::make_shared<RetrainMailbox>();
    const bool taken = startJob<RetrainOutcome>(
        tr("Retraining"),
        [input = std::move(input), mailbox](const JobControl& control) {
            return runRetrainJob(input, *mailbox, control);
        },
        [this](Result<RetrainOutcome> outcome) { finish(std::move(outcome)); });
    if (!taken)
        return false;
    drop();
    m_mailbox = std::move(mailbox);
    m_startedAt = QDateTime::currentDateTimeUtc();
    emit started();
    return true;
}

void RetrainService::setPhase(Phase phase) {
    if (m_phase == phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

void RetrainService::takeMail() {
    const RetrainMailbox::Content mail = m_mailbox->take();
    for (const Phase phase : mail.events)
        setPhase(phase);
    emit progressChanged(mail.fraction);
}

void RetrainService::finish(Result<RetrainOutcome> outcome) {
    m_mailbox.reset();
    setPhase(Phase::Idle);
    if (outcome && outcome->candidate->base != m_store.snapshot()->trained)
        outcome = Error{ErrorCode::InvalidData, "another model was published meanwhile"};
    if (outcome) {
        m_candidate = outcome->candidate;
        m_modelFile = outcome->modelFile;
        emit candidateChanged();
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        emit cancelled();
    } else {
        refuse(outcome.error());
    }
}

Status RetrainService::accept() {
    if (!m_candidate)
        return Error{ErrorCode::UnknownId, "no retrained model waits for a decision"};
    ModelSnapshot next = *m_store.snapshot();
    const Result<qint64> run = m_workspace.addRun(
        makeRunRecord(*m_candidate->trained, *next.dataset, m_startedAt, m_modelFile->name()));
    if (!run)
        return run.error();
    m_modelFile->keep();
    auto trained = std::make_shared<TrainedModel>(*m_candidate->trained);
    trained->runId = *run;
    next.trained = std::move(trained);
    drop();
    m_store.publish(std::move(next));
    emit accepted(*run);
    return success();
}

void RetrainService::reject() {
    drop();
}

/// A candidate is compared with one model only.
void RetrainService::takeSnapshot() {
    if (m_candidate && m_candidate->base != m_store.snapshot()->trained)
        drop();
}

void RetrainService::drop() {
    m_modelFile.reset();
    if (std::exchange(m_candidate, nullptr))
        emit candidateChanged();
}

} // namespace recital
