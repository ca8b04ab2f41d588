#pragma once

#include "core/recsys/reproduction.h"
#include "core/services/jobservice.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace recital {

/// Recomputes published figures on the compute lane, one target after another; each result is there as soon
/// as it is. Results belong to the present data set and go with it.
class ReproductionService : public JobService {
    Q_OBJECT
public:
    enum class State { NotRun, Waiting, Running, Done, Failed };
    Q_ENUM(State)

    ReproductionService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// Why start() would refuse: no data set, or another than MovieLens 100K. InvalidData.
    Status check() const;

    /// Runs these targets in the order of reproductionTargets(), all of them for an empty list; what they
    /// showed before is dropped. failed() is emitted at once when refused, also for an unknown id.
    bool start(const QStringList& ids = {});
    void cancel(); ///< the finished ones stay
    bool running() const noexcept { return m_running; }
    int doneCount() const noexcept { return m_next; }                            ///< of the present run
    int totalCount() const noexcept { return static_cast<int>(m_queue.size()); } ///< likewise

    State state(const QString& id) const;
    std::shared_ptr<const ReproductionResult> result(const QString& id) const; ///< Done only, else nullptr
    ErrorCode problemCode(const QString& id) const;                            ///< Failed only
    QString problem(const QString& id) const;                                  ///< detail, Failed only

signals:
    void targetChanged(const QString& id); ///< its state and with it result or problem
    void progressChanged(double fraction); ///< over the targets of this run
    void finished(bool cancelled);
    void cleared(); ///< another data set: nothing is known any more

private:
    struct Target {
        QString id;
        State state = State::NotRun;
        std::shared_ptr<const ReproductionResult> result;
        Error problem;
    };

    const Target* find(const QString& id) const;
    void runNext();
    void take(int index, Result<ReproductionResult> outcome);
    void setState(Target& target, State state);
    void end(bool cancelled);
    void datasetChanged();

    std::vector<Target> m_targets;         ///< those of reproductionTargets()
    std::vector<std::size_t> m_queue;      ///< of this run, in m_targets
    int m_next = 0;                        ///< in m_queue: running, or to run next
    std::shared_ptr<const Dataset> m_data; ///< that results belong to
    bool m_running = false;
    bool m_stopped = false; ///< cancelled while the outcome was on its way
};

} // namespace recital
