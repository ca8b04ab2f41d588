#include "core/services/simulatorservice.h"

#include "core/services/simulatorjob.h"

#include <algorithm>
#include <span>

namespace recital {

namespace {

/// Of the steps from `first` on.
HitRates hitRates(std::span<const Simulator::Step> steps) {
    const auto share = [&steps](bool Simulator::Step::*hit) {
        return static_cast<double>(std::ranges::count(steps, true, hit)) / static_cast<double>(steps.size());
    };
    return {share(&Simulator::Step::hitWithUpdates), share(&Simulator::Step::hitWithoutUpdates),
            share(&Simulator::Step::hitPopular)};
}

/// The mean of n values as it is after one more.
double grown(double mean, bool hit, int count) {
    return (mean * (count - 1) + (hit ? 1.0 : 0.0)) / count;
}

} // namespace

SimulatorService::SimulatorService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &SimulatorService::forgetOtherModel);
}

Status SimulatorService::check(const Simulator::Options& options) const {
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    if (const Status there = checkLiveMaterial(*snapshot); !there)
        return there;
    if (snapshot->trained->split->relevant.entryCount() == 0)
        return Error{ErrorCode::InvalidData,
                     "the model was trained on everything: no likes are held out to draw clicks from"};
    return options.validate();
}

void SimulatorService::setState(State state) {
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

bool SimulatorService::start(const Simulator::Options& options) {
    if (const Status valid = check(options); !valid)
        return refuse(valid.error());
    if (m_lane.busy())
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    m_trained = snapshot->trained;
    m_job = std::make_shared<SimulatorJob>(liveMaterial(*snapshot), options, m_rate);
    m_steps.clear();
    m_microseconds.clear();
    auto run = std::make_shared<SimulatorRun>();
    run->options = options;
    m_run = std::move(run);
    runJob();
    emit started();
    emit runChanged();
    return true;
}

bool SimulatorService::runJob() {
    const bool taken = startJob<std::monostate>(
        tr("Simulation"), [job = m_job](const JobControl& control) { return job->run(control); },
        [this](const Result<std::monostate>& outcome) { jobEnded(outcome); });
    if (!taken)
        return false;
    m_afterwards = State::Paused;
    setState(State::Running);
    return true;
}

void SimulatorService::pause() {
    if (m_state != State::Running)
        return;
    m_afterwards = State::Paused;
    cancelJob();
    setState(State::Paused);
}

bool SimulatorService::resume() {
    if (m_state != State::Paused)
        return false;
    if (jobRuns()) { // it is still on its way out
        m_afterwards = State::Running;
        setState(State::Running);
        return true;
    }
    return runJob();
}

void SimulatorService::stop() {
    if (m_state != State::Running && m_state != State::Paused)
        return;
    if (!jobRuns())
        return setState(State::Finished);
    m_afterwards = State::Finished;
    cancelJob();
}

void SimulatorService::setRate(int clicksPerSecond) {
    const int rate = std::clamp(clicksPerSecond, slowest, fastest);
    if (rate == m_rate)
        return;
    m_rate = rate;
    if (m_job)
        m_job->setRate(rate);
    emit rateChanged(rate);
}

void SimulatorService::takeMail() {
    if (!m_job)
        return;
    const std::vector<Simulator::Step> steps = m_job->steps.take().events;
    if (steps.empty())
        return;
    auto run = std::make_shared<SimulatorRun>(*m_run);
    run->users = m_job->users();
    run->of = m_job->clicks();
    for (const Simulator::Step& step : steps)
        append(step, *run);
    run->complete = std::ssize(m_steps) == run->of;
    m_run = std::move(run);
    emit runChanged();
}

void SimulatorService::append(const Simulator::Step& step, SimulatorRun& run) {
    m_steps.push_back(step);
    m_microseconds.insert(std::ranges::upper_bound(m_microseconds, step.microseconds), step.microseconds);
    SimulatorPoint point;
    point.clicks = static_cast<int>(m_steps.size());
    const HitRates before = run.points.empty() ? HitRates{} : run.points.back().overall;
    point.overall = {grown(before.withUpdates, step.hitWithUpdates, point.clicks),
                     grown(before.withoutUpdates, step.hitWithoutUpdates, point.clicks),
                     grown(before.popular, step.hitPopular, point.clicks)};
    const std::size_t recent = std::min(m_steps.size(), std::size_t{SimulatorRun::window});
    point.recent = hitRates(std::span(m_steps).last(recent));
    run.points.push_back(point);
    run.last = step;
    run.medianMicroseconds = m_microseconds[(m_microseconds.size() - 1) / 2];
}

void SimulatorService::jobEnded(const Result<std::monostate>& outcome) {
    if (!m_job)
        return;
    if (outcome)
        return setState(State::Finished);
    if (outcome.error().code != ErrorCode::Cancelled) {
        setState(State::Finished);
        refuse(outcome.error());
        return;
    }
    if (m_afterwards != State::Running || !runJob())
        setState(m_afterwards == State::Finished ? State::Finished : State::Paused);
}

void SimulatorService::forgetOtherModel() {
    if (!m_trained || m_store.snapshot()->trained == m_trained)
        return;
    m_trained = nullptr;
    cancelJob();
    m_job = nullptr;
    m_run = nullptr;
    setState(State::Idle);
    emit runChanged();
}

} // namespace recital
