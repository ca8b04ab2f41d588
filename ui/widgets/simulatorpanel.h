#pragma once

#include "core/services/simulatorservice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace recital {

class BigNumber;
class FigureSaveButton;
class FigureView;
class IntegerField;
class Notice;
class SliderRow;
class Theme;

/// Simulated users click what real ones liked, at a set rate; the hit rate of what was recommended is plotted
/// as it goes, against popularity and against no updates.
class SimulatorPanel : public QWidget {
    Q_OBJECT
public:
    SimulatorPanel(SimulatorService& service, ModelStore& store, Theme& theme, QWidget* parent = nullptr);

    void setRule(const UpdateRule& rule); ///< of the next run

private:
    void build();
    QWidget* buildControls();
    QWidget* buildNumbers();
    void connectService();
    Simulator::Options options() const;
    void startOrPause();
    void showState();
    void showRun();
    QString stateText() const;

    SimulatorService& m_service;
    ModelStore& m_store;
    Theme& m_theme;
    UpdateRule m_rule;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    IntegerField* m_users = nullptr;
    SliderRow* m_rate = nullptr;
    Notice* m_notice = nullptr;
    BigNumber* m_with = nullptr;
    BigNumber* m_without = nullptr;
    BigNumber* m_popular = nullptr;
    FigureView* m_chart = nullptr;
    FigureSaveButton* m_save = nullptr;
};

} // namespace recital
