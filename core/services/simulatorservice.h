#pragma once

#include "core/recsys/live/simulator.h"
#include "core/services/jobservice.h"

#include <memory>
#include <vector>

namespace recital {

class SimulatorJob;

/// Hits / clicks of the three rankers, each in [0, 1].
struct HitRates {
    double withUpdates = 0.0;
    double withoutUpdates = 0.0;
    double popular = 0.0;

    friend bool operator==(const HitRates&, const HitRates&) = default;
};

/// The state after one click.
struct SimulatorPoint {
    int clicks = 0;
    HitRates overall; ///< of all clicks so far
    HitRates recent;  ///< of the last SimulatorRun::window clicks, or all while there are fewer
};

/// What the simulator has measured so far. Immutable.
struct SimulatorRun {
    Simulator::Options options;
    int users = 0;                      ///< virtual ones
    int of = 0;                         ///< clicks that there will be
    std::vector<SimulatorPoint> points; ///< one a click, entry i after i + 1 clicks
    Simulator::Step last;               ///< of the newest point
    double medianMicroseconds = 0.0;    ///< of the list with updates, over all clicks so far
    bool complete = false;              ///< every held-out click was played

    static constexpr int window = 100;
};

/// Plays the held-out clicks of virtual users at a set rate. Runs on the compute lane; while it pauses the
/// lane is free for others. The run belongs to the present trained model and goes with it.
class SimulatorService : public JobService {
    Q_OBJECT
public:
    enum class State { Idle, Running, Paused, Finished };
    Q_ENUM(State)

    static constexpr int slowest = 1; ///< clicks a second
    static constexpr int fastest = 200;

    SimulatorService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// Why start() would refuse: InvalidData (no dataset, no trained model, nothing held out),
    /// InvalidParameters (at least one user, k and a valid rule).
    Status check(const Simulator::Options& options) const;
    bool start(const Simulator::Options& options); ///< anew; failed() is emitted at once when refused
    void pause();                                  ///< Running only
    bool resume(); ///< Paused only; refused with failed(Busy) while another job has the lane
    void stop();   ///< ends the run: soon Finished; what was measured stays
    State state() const noexcept { return m_state; }

    int rate() const noexcept { return m_rate; } ///< clicks a second
    void setRate(int clicksPerSecond);           ///< at any time; clamped to [slowest, fastest]

    std::shared_ptr<const SimulatorRun> run() const noexcept { return m_run; } ///< may be null

signals:
    void stateChanged(recital::SimulatorService::State state);
    void runChanged(); ///< it began, grew, or is gone; at most 25 times a second
    void rateChanged(int clicksPerSecond);

private:
    bool runJob(); ///< goes on with m_job
    void takeMail() override;
    void append(const Simulator::Step& step, SimulatorRun& run);
    void jobEnded(const Result<std::monostate>& outcome);
    void setState(State state);
    void forgetOtherModel();

    std::shared_ptr<const TrainedModel> m_trained; ///< that the run belongs to
    std::shared_ptr<SimulatorJob> m_job;           ///< of the run; survives a pause
    std::shared_ptr<const SimulatorRun> m_run;
    std::vector<Simulator::Step> m_steps; ///< of the run
    std::vector<double> m_microseconds;   ///< of the steps, ascending
    State m_state = State::Idle;
    int m_rate = 10;
    State m_afterwards = State::Paused; ///< what follows when the running job has been stopped
};

} // namespace recital
