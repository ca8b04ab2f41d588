#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/split.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace recital {

class LabProgress;
class LabRate;
struct LabOutcome;

/// One full retraining of the live lab. Immutable.
struct LabResult {
    AlsParameters parameters;
    std::vector<double> losses; ///< after every half-step
    double ndcg = 0.0;          ///< at k, all users of the split
    int users = 0;
    std::vector<ScoredItem> list; ///< of the user, without what they saw
    double trainSeconds = 0.0;
    double evaluateSeconds = 0.0;
    double retrainingsPerSecond = 0.0; ///< measured over the last second of dragging
};

/// Retrains ALS from scratch while sliders are dragged. Wishes are never queued: the newest replaces the one
/// that waits, and a training that would take long gives way to it. Runs on the compute lane; while another
/// job holds the lane, wishes are refused with Busy.
class LabService : public QObject {
    Q_OBJECT
public:
    LabService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);
    ~LabService() override;

    /// Makes the split that the lab looks at: with validation an inner split of the training part (the
    /// default), else the test part itself, which the page then warns of. Also sets the user of the list.
    void prepare(const SplitOptions& options, const std::string& fold, bool validation, UserIndex user);
    void setUser(UserIndex user);
    void request(const AlsParameters& parameters);
    bool ready() const noexcept { return m_split != nullptr; }
    std::shared_ptr<const Split> split() const noexcept { return m_split; }
    std::shared_ptr<const LabResult> result() const noexcept { return m_result; }

signals:
    void prepared();
    void resultChanged();
    void failed(recital::ErrorCode code, const QString& detail);

private:
    enum class Job { None, Preparing, Training };
    /// What the lab looks at.
    struct View {
        SplitOptions options;
        std::string fold;
        bool validation = true;
    };

    void startNext(); ///< the newest view, else the newest parameters
    bool startPreparing(const View& view);
    bool startTraining(const AlsParameters& parameters);
    void prepareEnded(const Result<std::shared_ptr<const Split>>& outcome);
    void trainingEnded(const Result<LabOutcome>& outcome);
    void giveWay(); ///< stops the running training if the waiting wish would wait long for it
    void publish(const LabResult& result);
    void forgetOtherData();
    void fail(const Error& error);

    JobLane& m_lane;
    ModelStore& m_store;
    std::shared_ptr<const Dataset> m_dataset; ///< of the split
    std::shared_ptr<const Split> m_split;
    std::shared_ptr<const LabResult> m_result;
    std::shared_ptr<const AlsModel> m_model; ///< of the result, for the list of another user
    UserIndex m_user = 0;
    std::optional<View> m_view;             ///< that waits
    std::optional<AlsParameters> m_wish;    ///< that waits; never more than one
    std::shared_ptr<LabProgress> m_running; ///< of the training, shared with its job
    Job m_job = Job::None;
    std::unique_ptr<LabRate> m_rate;
    std::chrono::steady_clock::time_point m_began;                       ///< the running training
    std::optional<std::chrono::steady_clock::time_point> m_unshownSince; ///< the oldest wish not shown yet
    QTimer m_giveWayTimer;
};

} // namespace recital
