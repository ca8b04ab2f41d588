#pragma once

#include "core/services/tuneservice.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace recital {

class HeatMap;
class Theme;
class TrialChart;
class TrialsModel;

/// What a search has found so far: a heat map over two parameters, a curve over one, dots for random draws;
/// all trials in a list; and the one that would be applied.
class TuneResults : public QWidget {
    Q_OBJECT
public:
    explicit TuneResults(Theme& theme, QWidget* parent = nullptr);

    void setResult(std::shared_ptr<const TuneResult> result); ///< may be null
    int chosenTrial() const; ///< selected in list or picture, else the best; -1: none
    void setApplicable(bool applicable) {
        m_applicable = applicable;
        updateApply();
    }

signals:
    void applyRequested(const recital::TrainingSpec& specification, int trials);

private:
    QWidget* buildPicture();
    QWidget* buildList();
    void fitColumns();
    void showAxes();
    void showPicture();
    void showHeatMap();
    void showChart();
    std::size_t axisOf(const QComboBox* box) const;
    int trialOfCell(int cell) const;
    void cellChosen(int cell);
    void rowChosen();
    void updateApply();
    void apply();
    bool isGrid() const { return m_result->request.randomTrials == 0; }

    Theme& m_theme;
    std::shared_ptr<const TuneResult> m_result;
    TrialsModel* m_model = nullptr;
    QLabel* m_empty = nullptr;
    QStackedWidget* m_pictures = nullptr;
    HeatMap* m_heatMap = nullptr;
    TrialChart* m_chart = nullptr;
    QWidget* m_axesRow = nullptr;
    QComboBox* m_across = nullptr;
    QComboBox* m_up = nullptr;
    QLabel* m_upName = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_budget = nullptr;
    QPushButton* m_apply = nullptr;
    std::vector<int> m_cellTrials; ///< best trial of each cell, -1: none
    int m_selected = -1;           ///< trial
    bool m_updating = false;
    bool m_applicable = true;
};

} // namespace recital
