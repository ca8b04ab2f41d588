#pragma once

#include "core/recsys/result.h"
#include "core/services/trainingservice.h"
#include "ui/runview.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace recital {

class ParameterPanel;
class RunStatus;
class RunTables;
class Services;
class Theme;
class TrainingCharts;

/// Parameters on the left; on the right where the run stands, its curves as they grow, and what it was worth
/// beside the baselines. Asks the training service and shows what it says; computes nothing.
class TrainPage : public QWidget {
    Q_OBJECT
public:
    enum class State { NoDataset, NotTrained, Running, Cancelled, Failed, Finished };
    Q_ENUM(State)

    TrainPage(Services& services, Theme& theme, QWidget* parent = nullptr);

    State state() const noexcept { return m_state; }
    ParameterPanel& parameters() const noexcept { return *m_parameters; }
    void useParameters(const AlsParameters& parameters); ///< fills them in; nothing is started

signals:
    void pageRequested(const QString& name); ///< "data", "stage"

private:
    QWidget* buildLeft();
    QWidget* buildRight(Theme& theme);
    void connectService();

    void start();
    void cancel();
    void act();
    void useDefaults();
    void useStoredParameters();
    void openStoredRun();
    qint64 presentRunId() const; ///< 0: no model, or its run was not stored
    void snapshotChanged();
    void started();
    void phaseChanged();
    void pointAdded(const TrainingPoint& point);
    void redrawRunning();
    void finished();
    void cancelled();
    void failed(ErrorCode code, const QString& detail);

    void showPresentModel(); ///< curves and results of the snapshot's model, or that there is none
    void showRun(const RunView& run);
    void showStoredRun(const RunView& run);
    void showIdleStatus();
    void refreshRuns();
    void updateStart();
    QString keptModelText() const;
    QString placeOfRunning() const;

    Services& m_services;
    const Theme& m_theme;
    ParameterPanel* m_parameters = nullptr;
    QPushButton* m_defaults = nullptr;
    QPushButton* m_start = nullptr;
    RunStatus* m_status = nullptr;
    TrainingCharts* m_charts = nullptr;
    RunTables* m_tables = nullptr;

    State m_state = State::NoDataset;
    std::string m_fingerprint;     ///< of the data set that the parameters were chosen for
    TrainingRequest m_request;     ///< of the run that is on or was last
    QList<TrainingPoint> m_points; ///< of the run that is on
    QTimer m_redraw;               ///< bundles half-steps that come faster than anybody can see
    bool m_viewingStored = false;  ///< an earlier run is shown in place of the present model
    RunView m_stored;              ///< that run
    QString m_notStored;           ///< why the last run could not be stored
};

} // namespace recital
