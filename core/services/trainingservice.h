#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/split.h"
#include "core/services/jobservice.h"

#include <QDateTime>

#include <memory>

namespace recital {

class TrainingMailbox;
class Workspace;
struct TrainingOutcome;

struct TrainingRequest {
    AlsParameters parameters;
    SplitOptions split; ///< OfficialFolds trains on the fold named below
    QString fold = QStringLiteral("u1");
    int k = 10;
    int validationUsers = 500; ///< sample for the live curve; the final table uses all
};

/// Splits, trains ALS with a live curve, measures it beside Random, Popular and ItemKNN on the same split,
/// projects the items, stores the run and publishes a snapshot. One job on the compute lane.
class TrainingService : public JobService {
    Q_OBJECT
public:
    enum class Phase { Idle, Splitting, Training, Evaluating, Projecting, Saving };
    Q_ENUM(Phase)

    TrainingService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    /// Emits failed(InvalidParameters...) at once for bad parameters or without a dataset. Returns whether it
    /// started.
    /// Emits failed(Busy) while another job runs.
    bool start(const TrainingRequest& request);
    void cancel(); ///< the previous snapshot stays; too late once the run is being stored
    bool running() const noexcept { return jobRuns(); }
    Phase phase() const noexcept { return m_phase; }

    /// For the dataset of the current snapshot: its tested parameters, and the official fold u1 where the
    /// data ships folds, else the newest fifth of each user's ratings, or a random fifth without timestamps.
    TrainingRequest defaultRequest() const;

    /// Why start() would refuse this request; success otherwise. Without a dataset: InvalidData.
    Status check(const TrainingRequest& request) const;

signals:
    void phaseChanged(recital::TrainingService::Phase phase);
    void progressChanged(double fraction,
                         double secondsLeft);             ///< over all phases; secondsLeft < 0: not known yet
    void pointAdded(const recital::TrainingPoint& point); ///< every half-step, none dropped
    void finished();                                      ///< after the snapshot was published
    void cancelled();
    /// Right before finished(): the model is published, but the run or its file could not be stored.
    void notStored(recital::ErrorCode code, const QString& detail);

private:
    void takeMail() override;
    void finish(Result<TrainingOutcome> outcome, const std::shared_ptr<const Dataset>& dataset);
    void store(TrainingOutcome outcome, const Dataset& dataset);
    void publish(TrainingOutcome& outcome, const Result<qint64>& run);
    void setPhase(Phase phase);

    Workspace& m_workspace;
    std::shared_ptr<TrainingMailbox> m_mailbox; ///< of the running job, shared with it
    QDateTime m_startedAt;
    Phase m_phase = Phase::Idle;
    bool m_storing = false; ///< the last part of a training
};

} // namespace recital
