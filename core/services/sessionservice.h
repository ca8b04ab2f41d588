#pragma once

#include "core/services/datasetservice.h"
#include "core/services/joblane.h"
#include "core/services/livesession.h"
#include "core/services/modelstore.h"
#include "core/store/workspace.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace recital {

/// Brings back what was on the screen: dataset, trained model, page, the user on the stage and the
/// update rule (what users did is LiveSession's own log). Remembers every change
/// from the first restore() on, shortly after it happened and at the end of the program. Also opens earlier
/// runs: their model file, split, metrics, curve and map.
class SessionService : public QObject {
    Q_OBJECT
public:
    SessionService(JobLane& computeLane, ModelStore& store, DatasetService& datasets, LiveSession& live,
                   Workspace& workspace, QObject* parent = nullptr);
    ~SessionService() override; ///< saves

    /// Loads `location`, or what was open last where it is empty. If the data is that of the last session,
    /// its run, user and page come back too. Returns false when there is nothing to load: nothing was
    /// remembered, or it is gone (then problem() says so). Ends with restored().
    bool restore(const QString& location = {});

    /// Opens the run and, where it is not the present one, its dataset. Ends with runOpened() or problem().
    void openRun(qint64 id);
    bool busy() const noexcept { return m_target.has_value(); }

    const QString& page() const noexcept { return m_page; } ///< "data", "train", "stage"; empty at first
    void setPage(const QString& page);

    Status save(); ///< now; success without doing anything before the first restore()

signals:
    void restored(); ///< everything that could be brought back is there
    void runOpened(qint64 id);
    /// A missing or changed file, a damaged model, a busy lane; what could be brought back stays. Failed
    /// loads are reported by DatasetService.
    void problem(recital::ErrorCode code, const QString& detail);

private:
    /// What is being brought back.
    struct Target {
        QString location;
        QString fingerprint; ///< empty: whatever the location holds
        qint64 runId = 0;
        qint64 liveUserId = 0;
        QString liveRuleJson;
        bool isSession = true; ///< else an earlier run
    };

    void begin(Target target);
    void takeDataset();
    void loadRun(const std::shared_ptr<const Dataset>& dataset);
    void takeRun(const Result<TrainedModel>& trained, const std::shared_ptr<const Dataset>& dataset);
    void end(bool opened);
    void abandon();
    void remember();

    JobLane& m_lane;
    ModelStore& m_store;
    DatasetService& m_datasets;
    LiveSession& m_live;
    Workspace& m_workspace;
    std::optional<Target> m_target;
    QString m_page;
    QTimer m_saveTimer;
    bool m_tracking = false;
    bool m_saveFailed = false; ///< told once, not at every click
};

/// Everything of a remembered run: its model file below `workspaceFolder`, the recomputed split and map, the
/// recorded metrics (means only) and curve. Errors: those of loadModel; InvalidData when it does not belong
/// to the dataset or the record is damaged; Cancelled.
Result<TrainedModel> reopenRun(const RunRecord& run, const Dataset& dataset, const QString& workspaceFolder,
                               const JobControl& control);

} // namespace recital
