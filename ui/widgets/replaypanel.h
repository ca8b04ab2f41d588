#pragma once

#include "core/services/replayservice.h"

#include <QWidget>

class QLabel;

namespace recital {

class FigureSaveButton;
class FigureView;
class IntegerField;
class MeasureTable;
class Notice;
class RunStatus;
class SegmentedSwitch;
class Theme;

/// Which rule is better is measured, not asserted: held-out clicks are played to every rule, and the table of
/// what came out grows while it runs.
class ReplayPanel : public QWidget {
    Q_OBJECT
public:
    ReplayPanel(ReplayService& service, ModelStore& store, Theme& theme, QWidget* parent = nullptr);

    ReplayOptions options() const; ///< as the controls say

private:
    QWidget* buildControls();
    void buildChoices(QWidget* strip);
    void buildFields(QWidget* strip);
    QWidget* buildResults();
    void connectService();
    void controlsChanged();
    void showState();
    void showRunning();
    void showTable();
    void fillRow(int row);
    QString dataName() const;

    ReplayService& m_service;
    ModelStore& m_store;
    Theme& m_theme;
    SegmentedSwitch* m_users = nullptr;
    SegmentedSwitch* m_holdout = nullptr;
    QWidget* m_revealedField = nullptr;
    IntegerField* m_revealed = nullptr;
    IntegerField* m_k = nullptr;
    RunStatus* m_status = nullptr;
    Notice* m_notice = nullptr;
    FigureView* m_chart = nullptr;
    FigureSaveButton* m_save = nullptr;
    MeasureTable* m_table = nullptr;
    std::shared_ptr<const ReplayTable> m_shown;
    bool m_cancelled = false; ///< the last run
    bool m_stopping = false;  ///< Cancel was pressed
};

} // namespace recital
