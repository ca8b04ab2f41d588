#include "core/services/reproductionservice.h"

#include <algorithm>
#include <utility>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ReproductionService::ReproductionService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent)
    , m_data(store.snapshot()->dataset) {
    for (const ReproductionTarget& target : reproductionTargets())
        m_targets.push_back({toQString(target.id), State::NotRun, nullptr, {}});
    connect(&store, &ModelStore::snapshotChanged, this, &ReproductionService::datasetChanged);
}

Status ReproductionService::check() const {
    const std::shared_ptr<const Dataset> data = m_store.snapshot()->dataset;
    if (!data)
        return Error{ErrorCode::InvalidData, "no data set is loaded"};
    return checkReproducible(*data);
}

const ReproductionService::Target* ReproductionService::find(const QString& id) const {
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&id](const Target& target) { return target.id == id; });
    return found == m_targets.end() ? nullptr : &*found;
}

bool ReproductionService::start(const QStringList& ids) {
    Status status = check();
    for (const QString& id : ids) {
        if (status && !find(id))
            status = Error{ErrorCode::UnknownId, "no target is called " + id.toStdString()};
    }
    if (status && m_lane.busy())
        status = Error{ErrorCode::Busy, m_lane.jobName().toStdString()};
    if (!status)
        return refuse(status.error());
    m_data = m_store.snapshot()->dataset;
    m_queue.clear();
    m_next = 0;
    m_running = true;
    m_stopped = false;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (!ids.isEmpty() && !ids.contains(m_targets[i].id))
            continue;
        m_queue.push_back(i);
        m_targets[i].result = nullptr;
        setState(m_targets[i], State::Waiting);
    }
    emit started();
    runNext();
    return true;
}

/// A job of the lane for each target: the next one starts inside the end of the last, so nobody comes
/// between.
void ReproductionService::runNext() {
    const auto index = static_cast<std::size_t>(m_next);
    if (m_stopped || index >= m_queue.size())
        return end(m_stopped);
    Target& target = m_targets[m_queue[index]];
    const bool taken = startJob<ReproductionResult>(
        tr("Reproduction"),
        [data = m_data, id = target.id.toStdString()](const JobControl& control) {
            return reproduce(*data, id, control);
        },
        [this](Result<ReproductionResult> outcome) { take(m_next, std::move(outcome)); },
        [this](double fraction) {
            emit progressChanged((m_next + std::clamp(fraction, 0.0, 1.0)) / totalCount());
        });
    if (taken)
        return setState(target, State::Running);
    end(true); // not reached: the lane was free
}

void ReproductionService::take(int index, Result<ReproductionResult> outcome) {
    Target& target = m_targets[m_queue[static_cast<std::size_t>(index)]];
    if (m_stopped || (!outcome && outcome.error().code == ErrorCode::Cancelled))
        return end(true);
    ++m_next;
    if (outcome) {
        target.result = std::make_shared<const ReproductionResult>(std::move(outcome).value());
        setState(target, State::Done);
    } else {
        target.problem = outcome.error();
        setState(target, State::Failed);
    }
    emit progressChanged(static_cast<double>(m_next) / totalCount());
    runNext();
}

void ReproductionService::cancel() {
    if (!m_running)
        return;
    m_stopped = true;
    cancelJob();
}

void ReproductionService::end(bool cancelled) {
    m_running = false;
    for (Target& target : m_targets) {
        if (target.state == State::Waiting || target.state == State::Running)
            setState(target, State::NotRun);
    }
    emit finished(cancelled);
}

void ReproductionService::setState(Target& target, State state) {
    target.state = state;
    emit targetChanged(target.id);
}

void ReproductionService::datasetChanged() {
    const std::shared_ptr<const Dataset> present = m_store.snapshot()->dataset;
    if (present == m_data)
        return;
    m_data = present;
    cancel();
    for (Target& target : m_targets) {
        target.result = nullptr;
        if (target.state == State::Done || target.state == State::Failed)
            target.state = State::NotRun;
    }
    emit cleared();
}

ReproductionService::State ReproductionService::state(const QString& id) const {
    const Target* target = find(id);
    return target ? target->state : State::NotRun;
}

std::shared_ptr<const ReproductionResult> ReproductionService::result(const QString& id) const {
    const Target* target = find(id);
    return target ? target->result : nullptr;
}

ErrorCode ReproductionService::problemCode(const QString& id) const {
    const Target* target = find(id);
    return target ? target->problem.code : ErrorCode::Internal;
}

QString ReproductionService::problem(const QString& id) const {
    const Target* target = find(id);
    return target && target->state == State::Failed ? QString::fromStdString(target->problem.detail)
                                                    : QString();
}

} // namespace recital
