#pragma once

#include "core/services/retrainservice.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace recital {

class EmptyCard;
class MeasureTable;
class Notice;
class RunStatus;
class RunsModel;
class Services;
class Theme;

/// Train again with what happened on the stage, never silently: what would be learned, old against new on the
/// same users, then accept or reject; and the way back to any earlier model.
class StageRetrain : public QWidget {
    Q_OBJECT
public:
    StageRetrain(Services& services, Theme& theme, QWidget* parent = nullptr);

signals:
    void dataRequested();
    void trainRequested();
    void liveRequested(); ///< to do something that can be learned

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildPage();
    QWidget* buildLearned();
    QWidget* buildComparison();
    QWidget* buildRuns();
    void connectService();
    void connectControls();
    void refresh();
    void showEmpty();
    void showLearned();
    void showState();
    void showRunning();
    void showCandidate();
    void showRuns();
    void accept();
    void goBack();
    void updateButtons();

    Services& m_services;
    Theme& m_theme;
    QStackedWidget* m_stack = nullptr;
    EmptyCard* m_empty = nullptr;
    RunStatus* m_status = nullptr;
    Notice* m_notice = nullptr;
    MeasureTable* m_events = nullptr;
    QLabel* m_learned = nullptr;
    MeasureTable* m_metrics = nullptr;
    QLabel* m_comparison = nullptr;
    QLabel* m_lists = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_reject = nullptr;
    RunsModel* m_runs = nullptr;
    QTableView* m_runsView = nullptr;
    QLabel* m_runsText = nullptr;
    QPushButton* m_back = nullptr;
    bool m_stopping = false; ///< Cancel was pressed
    bool m_stale = true;     ///< changed while nobody looked
};

} // namespace recital
