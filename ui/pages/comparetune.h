#pragma once

#include "core/services/tuneservice.h"

#include <QWidget>

namespace recital {

class RunStatus;
class Services;
class Theme;
class TuneControls;
class TuneResults;

/// Searches parameters on a part of the training ratings, never on the test part, and hands what it found
/// with its budget to the Bench.
class CompareTune : public QWidget {
    Q_OBJECT
public:
    CompareTune(Services& services, Theme& theme, QWidget* parent = nullptr);

signals:
    void pageRequested(const QString& name);                                     ///< "data"
    void applyRequested(const recital::TrainingSpec& specification, int trials); ///< to a row of the Bench

private:
    void connectService();
    void snapshotChanged();
    void start();
    void started();
    void finished(bool cancelled);
    void showIdle();
    void showRunning();
    QString sentence() const;

    Services& m_services;
    TuneControls* m_controls = nullptr;
    RunStatus* m_status = nullptr;
    TuneResults* m_results = nullptr;
    std::string m_fingerprint; ///< of the data that the controls were filled for
    int m_planned = 0;         ///< trials of the search that is on
    bool m_stopping = false;   ///< Cancel was pressed
    bool m_cancelled = false;  ///< the last search
};

} // namespace recital
