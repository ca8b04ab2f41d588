#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/split.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace recital {

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
    JobLane& m_lane;
    ModelStore& m_store;
    std::shared_ptr<const Split> m_split;
    std::shared_ptr<const LabResult> m_result;
};

} // namespace recital
