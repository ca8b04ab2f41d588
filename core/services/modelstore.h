#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/live/learnedevents.h"
#include "core/recsys/projection/pca.h"

#include <QObject>

#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace recital {

/// One point of the live training chart.
struct TrainingPoint {
    int halfStep = 0;
    int halfSteps = 0;
    double loss = 0.0;
    double validationNdcg = std::numeric_limits<double>::quiet_NaN(); ///< NaN: not measured at this half-step
    int validationUsers = 0;
    double seconds = 0.0;
};

/// What one training run produced. Immutable.
struct TrainedModel {
    std::shared_ptr<const AlsModel> model;
    std::shared_ptr<const Split> split; ///< the model learned from split->train, and from `events` only
    std::shared_ptr<const LearnedEvents> events; ///< of the stage; nullptr: none
    PcaProjection projection;
    std::vector<EvaluationReport> reports; ///< Random, Popular, ItemKNN, ALS on that split, in this order
    std::vector<TrainingPoint> curve;
    qint64 runId = 0; ///< row of the workspace; 0 when it could not be stored
};

/// Everything the pages read, as one immutable aggregate: taken once, used whole.
struct ModelSnapshot {
    std::shared_ptr<const Dataset> dataset;              ///< nullptr before the first load
    std::shared_ptr<const DatasetStatistics> statistics; ///< with dataset
    std::shared_ptr<const Model> popularity;             ///< with dataset: counts of all positives
    std::shared_ptr<const TrainedModel> trained;         ///< nullptr until trained; always of `dataset`
    quint64 revision = 0;                                ///< grows with every publish
};

/// Holds the current snapshot. snapshot() may be called from any thread; publish() on the UI thread.
class ModelStore : public QObject {
    Q_OBJECT
public:
    explicit ModelStore(QObject* parent = nullptr);

    std::shared_ptr<const ModelSnapshot> snapshot() const; ///< never nullptr
    void publish(ModelSnapshot snapshot);                  ///< sets the revision, then emits snapshotChanged

signals:
    void snapshotChanged();

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const ModelSnapshot> m_snapshot;
};

} // namespace recital
