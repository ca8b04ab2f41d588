#pragma once

#include "core/recsys/live/learnedevents.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/metricid.h"
#include "core/recsys/statistics.h"
#include "core/services/jobservice.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace recital {

class LiveSession;
class RetrainMailbox;
class UnclaimedFile;
class Workspace;
struct RetrainOutcome;

/// One metric of the present and of the retrained model on the same users.
struct RetrainMetric {
    MetricId id = MetricId::Ndcg;
    double before = 0.0;
    double after = 0.0;
    PairedComparison difference; ///< after - before, Holm over all metrics shown
};

/// What the list of somebody on the stage is under either model, with everything they did.
struct RetrainUser {
    qint64 id = 0;
    QString name; ///< empty for a user of the dataset
    UserIndex datasetUser = -1;
    int events = 0;
    std::vector<ScoredItem> before;
    std::vector<ScoredItem> after;
};

/// A retrained model that nobody but who asked for it has seen. Immutable.
struct RetrainCandidate {
    std::shared_ptr<const TrainedModel> base;    ///< the model it would replace
    std::shared_ptr<const TrainedModel> trained; ///< the new one; not published, runId 0
    LearnedEvents learned;
    int k = 10;
    int users = 0;                      ///< measured: of the split, the same for both models
    std::vector<RetrainMetric> metrics; ///< NDCG, MAP, precision, recall, hit rate, MRR
    std::vector<RetrainUser> lists;     ///< everybody on the stage
};

/// Trains on the training part of the present split plus what was done on the stage, with the present model's
/// settings and seed, and compares both models on the test part. Lists are made from the histories of the
/// split for both, so that what differs is what the model learned. One job on the compute lane. Nothing is
/// published without accept(); any earlier model comes back through SessionService::openRun().
class RetrainService : public JobService {
    Q_OBJECT
public:
    enum class Phase { Idle, Training, Evaluating, Comparing, Saving };
    Q_ENUM(Phase)

    RetrainService(JobLane& computeLane, ModelStore& store, LiveSession& live, Workspace& workspace,
                   QObject* parent = nullptr);

    /// What start() would learn now; nothing without a trained model.
    LearnedEvents learnable() const;
    /// Why start() would refuse; success otherwise. InvalidData: no model, or no event to learn from.
    Status check() const;

    /// A candidate that waits is dropped. Emits failed() at once where check() refuses, and failed(Busy)
    /// while another job runs. Returns whether it started.
    bool start();
    void cancel() { cancelJob(); }
    bool running() const noexcept { return jobRuns(); }
    Phase phase() const noexcept { return m_phase; }

    /// Waits for a decision; nullptr: none. Dropped when another model or dataset is published.
    std::shared_ptr<const RetrainCandidate> candidate() const noexcept { return m_candidate; }
    /// Stores the candidate as a run of its own and publishes it. UnknownId without a candidate; after
    /// another error (it could not be stored) nothing is published and the candidate stays.
    Status accept();
    void reject();

signals:
    void phaseChanged(recital::RetrainService::Phase phase);
    void progressChanged(double fraction); ///< over all phases
    void candidateChanged();               ///< there is one now, or no longer
    void accepted(qint64 runId);           ///< after it was published
    void cancelled();

private:
    void takeSnapshot();
    void takeMail() override;
    void finish(Result<RetrainOutcome> outcome);
    void setPhase(Phase phase);
    void drop();

    LiveSession& m_live;
    Workspace& m_workspace;
    std::shared_ptr<const RetrainCandidate> m_candidate;
    std::shared_ptr<UnclaimedFile> m_modelFile; ///< of the candidate; removed unless it is accepted
    std::shared_ptr<RetrainMailbox> m_mailbox;  ///< of the running job, shared with it
    QDateTime m_startedAt;
    Phase m_phase = Phase::Idle;
};

} // namespace recital
