#pragma once

#include "core/recsys/jobcontrol.h"

#include <atomic>
#include <cstdint>
#include <thread>

namespace recital {

/// Adds up what the threads of forEachBlock have done and reports it on the thread that made the object, as
/// JobControl promises its caller.
class JobProgress {
public:
    JobProgress(const JobControl& control, std::int64_t total)
        : m_control(control)
        , m_total(total) {}

    void add(std::int64_t count) {
        const std::int64_t done = m_done.fetch_add(count, std::memory_order_relaxed) + count;
        if (std::this_thread::get_id() == m_thread)
            m_control.report(static_cast<double>(done) / static_cast<double>(m_total));
    }

private:
    const JobControl& m_control;
    std::int64_t m_total;
    std::atomic<std::int64_t> m_done{0};
    std::thread::id m_thread = std::this_thread::get_id();
};

} // namespace recital
