#pragma once

#include "core/recsys/types.h"

#include <QFrame>
#include <QStringList>

class QStackedWidget;

namespace recital {

class EventLog;
class EventLogPanel;
class HistoryPanel;
class LiveSession;
class SegmentedSwitch;
class SimilarPanel;
class StatePanel;
class TastePanel;
class Theme;

/// Below the map, when somebody asks: history, state, taste, similar films and the log of events. Only the
/// panel that is seen is computed.
class StageDrawer : public QFrame {
    Q_OBJECT
public:
    StageDrawer(LiveSession& session, EventLog& log, Theme& theme, QWidget* parent = nullptr);

    /// "history", "state", "events", "similar", "taste"; unknown ones are ignored.
    void showPanel(const QString& name);
    QString currentPanel() const;
    QStringList panels() const { return m_names; }
    void setFilm(ItemIndex item); ///< that "more like this" is about; -1: none
    void refresh();               ///< does nothing while it is closed
    void focusPanel();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< as high: the map must not jump from panel to panel

signals:
    void closeRequested();
    void filmSelected(recital::ItemIndex item);  ///< to be shown elsewhere
    void filmActivated(recital::ItemIndex item); ///< the drawer is to be about this one

private:
    void addPanel(const QString& name, const QString& label, const QString& toolTip, QWidget* panel);
    void buildPanels(EventLog& log);

    LiveSession& m_session;
    Theme& m_theme;
    SegmentedSwitch* m_switch = nullptr;
    QStackedWidget* m_stack = nullptr;
    HistoryPanel* m_history = nullptr;
    StatePanel* m_state = nullptr;
    EventLogPanel* m_events = nullptr;
    SimilarPanel* m_similar = nullptr;
    TastePanel* m_taste = nullptr;
    QStringList m_names;
};

} // namespace recital
