#pragma once

#include <QWidget>

class QLabel;
class QTableWidget;

namespace recital {

class LiveSession;
class Theme;
class VectorChart;

/// What the session knows of the current user: events by type, the recent ones with what they weigh now, the
/// vector before and after the last change, and how far it moved.
class StatePanel : public QWidget {
    Q_OBJECT
public:
    StatePanel(LiveSession& session, const Theme& theme, QWidget* parent = nullptr);

    void refresh();

private:
    void showCounts();
    void showRecent();
    void showVector();

    LiveSession& m_session;
    QLabel* m_counts = nullptr;
    QTableWidget* m_recent = nullptr;
    VectorChart* m_chart = nullptr;
    QLabel* m_norms = nullptr;
};

} // namespace recital
