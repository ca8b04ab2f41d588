#pragma once

#include "core/services/reproductionservice.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace recital {

class ReproductionModel;
class ReproductionTable;
class RunStatus;
class Services;
class Theme;

/// Figures that others published, recomputed here: is what this program measures the same thing that everyone
/// else measures?
class CompareReproduce : public QWidget {
    Q_OBJECT
public:
    CompareReproduce(Services& services, Theme& theme, QWidget* parent = nullptr);

signals:
    void openFolderRequested();
    void downloadRequested();

private:
    QWidget* buildNeeds();
    QWidget* buildResults();
    QWidget* buildExplanation(QWidget* parent);
    void connectService();

    void snapshotChanged();
    void showNeeds();
    void showTarget(const QString& id);
    void showIdle();
    void showRunning();
    void showExplanation();
    void updateButtons();
    void finished(bool cancelled);
    QString summary() const;

    Services& m_services;
    Theme& m_theme;
    ReproductionModel* m_model = nullptr;
    ReproductionTable* m_table = nullptr;
    RunStatus* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_needs = nullptr;
    QLabel* m_needsText = nullptr;
    QPushButton* m_openKnown = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_source = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_explanation = nullptr;
    QString m_knownLocation; ///< where MovieLens 100K was opened before; empty: never
    QString m_outcome;       ///< of the last run, until the next
    bool m_stopping = false; ///< Cancel was pressed
    QElapsedTimer m_clock;
    QTimer m_tick;
};

} // namespace recital
