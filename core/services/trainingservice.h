#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/split.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>

namespace recital {

class Workspace;

struct TrainingRequest {
    AlsParameters parameters;
    SplitOptions split; ///< OfficialFolds trains on the fold named below
    QString fold = QStringLiteral("u1");
    int k = 10;
    int validationUsers = 500; ///< sample for the live curve; the final table uses all
};

/// Splits, trains ALS with a live curve, measures it beside Random, Popular and ItemKNN on the same split,
/// projects the items, stores the run and publishes a snapshot. One job on the compute lane.
class TrainingService : public QObject {
    Q_OBJECT
public:
    enum class Phase { Idle, Splitting, Training, Evaluating, Projecting };
    Q_ENUM(Phase)

    TrainingService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    /// Emits failed(InvalidParameters...) at once for bad parameters or without a dataset. Returns whether it
    /// started.
    bool start(const TrainingRequest& request);
    void cancel(); ///< the previous snapshot stays
    bool running() const noexcept;

    TrainingRequest defaultRequest() const; ///< for the dataset of the current snapshot

signals:
    void started();
    void phaseChanged(recital::TrainingService::Phase phase);
    void progressChanged(double fraction,
                         double secondsLeft);             ///< over all phases; secondsLeft < 0: not known yet
    void pointAdded(const recital::TrainingPoint& point); ///< every half-step, none dropped
    void finished();                                      ///< after the snapshot was published
    void cancelled();
    void failed(recital::ErrorCode code, const QString& detail);
};

} // namespace recital
