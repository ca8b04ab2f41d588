#pragma once

#include "core/services/labservice.h"

#include <atomic>
#include <chrono>
#include <deque>

namespace recital {

/// How far a training of the lab is; written by the job, read by the UI thread.
class LabProgress {
public:
    void set(int halfStep, int halfSteps) {
        m_halfSteps.store(halfSteps, std::memory_order_relaxed);
        m_halfStep.store(halfStep, std::memory_order_release);
    }
    /// What is left of the training, from what was measured of it; the time it has taken so far while nothing
    /// is known.
    double secondsLeft() const;

private:
    using Clock = std::chrono::steady_clock;
    std::atomic<int> m_halfStep{0};
    std::atomic<int> m_halfSteps{0};
    Clock::time_point m_start = Clock::now();
};

struct LabOutcome {
    LabResult result; ///< without list and retrainingsPerSecond
    std::shared_ptr<const AlsModel> model;
};

/// Trains from scratch and measures all users of the split. Errors: InvalidParameters, InvalidData,
/// Cancelled.
Result<LabOutcome> runLabJob(const Split& split, const AlsParameters& parameters, LabProgress& progress,
                             const JobControl& control);

/// The first films for a user, without what they have seen.
std::vector<ScoredItem> labList(const AlsModel& model, const Split& split, UserIndex user);

/// Full retrainings a second over the last second, from when each began and ended.
class LabRate {
public:
    using Clock = std::chrono::steady_clock;
    void add(Clock::time_point began, Clock::time_point ended);
    double perSecond() const; ///< 0 before the first

private:
    struct Run {
        Clock::time_point began;
        Clock::time_point ended;
    };
    std::deque<Run> m_runs; ///< that ended within the last second before the newest
};

} // namespace recital
