#include "core/services/simulatorjob.h"

namespace recital {

Status SimulatorJob::run(const JobControl& control) {
    if (!m_simulator) {
        m_simulator.emplace(m_material->models(), m_material->split(), m_options);
        m_users = m_simulator->users();
        m_clicks = static_cast<int>(m_simulator->stepsLeft());
    }
    if (m_simulator->users() == 0)
        return Error{ErrorCode::InvalidData, "no user has held-out likes to draw clicks from"};
    Clock::time_point last = Clock::now();
    while (!m_simulator->atEnd()) {
        waitUntilDue(last, control.stop);
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, {}};
        last = Clock::now();
        steps.post(m_simulator->next());
    }
    return success();
}

/// Until one interval of the rate has passed; a rate that changes meanwhile counts at once.
void SimulatorJob::waitUntilDue(Clock::time_point last, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const int rate = m_rate;
        const auto due =
            last + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1.0 / rate));
        const bool changed = m_rateChanged.wait_until(lock, stop, due, [&] { return m_rate != rate; });
        if (!changed)
            return;
    }
}

void SimulatorJob::setRate(int clicksPerSecond) {
    {
        const std::lock_guard lock(m_mutex);
        m_rate = clicksPerSecond;
    }
    m_rateChanged.notify_all();
}

} // namespace recital
