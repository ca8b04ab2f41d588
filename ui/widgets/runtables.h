#pragma once

#include "ui/runview.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace recital {

class ResultsModel;
class RunsModel;
class Theme;

/// What the shown run was worth beside the baselines, and behind a second tab the runs that are remembered.
class RunTables : public QFrame {
    Q_OBJECT
public:
    explicit RunTables(const Theme& theme, QWidget* parent = nullptr);

    /// `stored`: an earlier run, so the tab says which.
    void showRun(const RunView& run, bool stored = false);
    void setRuns(QList<RunView> runs);
    void prependRun(const RunView& run);
    void setRunsTrouble(const QString& sentence); ///< the workspace could not be read
    void showResults();                           ///< brings the first tab to the front
    void clearSelection();

signals:
    void runSelected(const recital::RunView& run);

private:
    void build();
    QTableView* makeTable(const QString& objectName, const QString& name, QAbstractItemModel* model);
    void fitColumns(QTableView* view);
    void currentChanged(const QModelIndex& current);
    void countRuns();
    void updateNote();

    const Theme& m_theme;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_note = nullptr;
    QTableView* m_resultsView = nullptr;
    QTableView* m_runsView = nullptr;
    ResultsModel* m_results = nullptr;
    RunsModel* m_runs = nullptr;
    QString m_trouble;
};

} // namespace recital
