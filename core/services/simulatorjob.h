#pragma once

#include "core/services/livematerial.h"
#include "core/services/mailbox.h"
#include "core/services/simulatorservice.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace recital {

/// A simulator at a set rate, shared by the UI thread and the compute lane. run() may be stopped and called
/// again: it goes on where it stopped. One run() at a time.
class SimulatorJob {
public:
    SimulatorJob(std::shared_ptr<const LiveMaterial> material, const Simulator::Options& options, int rate)
        : m_material(std::move(material))
        , m_options(options)
        , m_rate(rate) {}

    /// Plays click after click, each at its time, until the end (success) or a stop (Cancelled), which is
    /// seen at once also while it waits. The first call also chooses the users.
    Status run(const JobControl& control);

    void setRate(int clicksPerSecond); ///< any thread; the next click comes after the new interval

    // Any thread, once the first step was posted.
    int users() const noexcept { return m_users; }
    int clicks() const noexcept { return m_clicks; }

    using Steps = Mailbox<Simulator::Step>;
    Steps steps;

private:
    using Clock = std::chrono::steady_clock;
    void waitUntilDue(Clock::time_point last, const std::stop_token& stop);

    std::shared_ptr<const LiveMaterial> m_material;
    Simulator::Options m_options;
    std::optional<Simulator> m_simulator; ///< touched by run() only
    std::atomic<int> m_users{0};
    std::atomic<int> m_clicks{0};
    std::mutex m_mutex;
    std::condition_variable_any m_rateChanged;
    int m_rate; ///< guarded by m_mutex
};

} // namespace recital
