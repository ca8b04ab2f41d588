#pragma once

#include "core/recsys/result.h"
#include "core/services/compareservice.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

namespace recital {

class BenchActions;
class BenchResults;
class ComparePanel;
class CompareExport;
class Services;
class Theme;

/// All algorithms on the same hidden ratings: what is compared on the left, what came out on the right. Asks
/// the compare service and shows what it says; measures and tests nothing itself.
class CompareBench : public QWidget {
    Q_OBJECT
public:
    CompareBench(Services& services, Theme& theme, QWidget* parent = nullptr);

    QWidget* actions() const noexcept; ///< for the page's top line
    BenchResults& results() const noexcept { return *m_results; }

    /// Takes over parameters that a search with so many trials has found.
    void applyTuned(const TrainingSpec& specification, int trials);

signals:
    void pageRequested(const QString& name); ///< "data", "stage"

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectService();
    void connectResults();
    void buildExport();

    void snapshotChanged();
    void useDefaults();
    void estimateCosts();
    void showCosts(const std::shared_ptr<const RatingMatrix>& likes);
    void start();
    void started();
    void comparisonChanged();
    void finished();
    void failed(ErrorCode code, const QString& detail);
    void refreshStored();
    void metricsChanged();
    void updateState();
    void showStatement();
    QString runningText() const;
    void openOnStage(UserIndex user);
    QString stageProblem() const;

    Services& m_services;
    Theme& m_theme;
    BenchActions* m_actions = nullptr;
    ComparePanel* m_panel = nullptr;
    QWidget* m_left = nullptr;
    BenchResults* m_results = nullptr;
    CompareExport* m_export = nullptr;
    std::string m_fingerprint;  ///< of the data that the panel is set to
    bool m_costsKnown = false;  ///< of the data set that the panel is set to
    bool m_fromRequest = false; ///< the rows shown are those of the present request
};

} // namespace recital
