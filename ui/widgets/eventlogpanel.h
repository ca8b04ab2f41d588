#pragma once

#include "ui/models/eventlogmodel.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace recital {

class ElidedLabel;
class Theme;

/// The append-only log: filtered by user, type and source, exported, imported, and played again.
class EventLogPanel : public QWidget {
    Q_OBJECT
public:
    EventLogPanel(LiveSession& session, EventLog& log, const Theme& theme, QWidget* parent = nullptr);

    void refresh();
    EventFilter filter() const;

private:
    void build(const Theme& theme);
    void buildFilters(QHBoxLayout* row);
    void buildButtons(QHBoxLayout* row);
    void buildTable(const Theme& theme);
    QComboBox* addFilter(QHBoxLayout* row, const QString& name, const QString& accessibleName);
    QPushButton* addButton(QHBoxLayout* row, const QString& name, const QString& text,
                           const QString& toolTip);
    void fillUsers();
    void showReplay();
    void showReplayEnd(bool complete);
    void exportLines();
    void importLines();
    void startReplay(double speed);

    LiveSession& m_session;
    EventLog& m_log;
    EventLogModel m_model;
    QComboBox* m_user = nullptr;
    QComboBox* m_type = nullptr;
    QComboBox* m_source = nullptr;
    QPushButton* m_replay = nullptr;
    QPushButton* m_replayFast = nullptr;
    QPushButton* m_save = nullptr;
    int m_played = 0; ///< events of the replay that runs or was the last
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr; ///< in the table's place where it has no lines
    ElidedLabel* m_status = nullptr;
};

} // namespace recital
