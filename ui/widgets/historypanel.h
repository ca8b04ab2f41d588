#pragma once

#include <QAbstractListModel>
#include <QListView>

namespace recital {

class LiveSession;
class Theme;

/// The visible history as a list, oldest first; reads the session whenever it is asked.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit HistoryModel(LiveSession& session, QObject* parent = nullptr);

    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    LiveSession& m_session;
    int m_rows = 0;
};

/// Everything that changed the stage, in words with its time. A click or Enter goes back, or forward again,
/// to any entry; what lies ahead of the present one is greyed.
class HistoryPanel : public QListView {
    Q_OBJECT
public:
    HistoryPanel(LiveSession& session, const Theme& theme, QWidget* parent = nullptr);

    void refresh();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void jumpTo(const QModelIndex& index);

    LiveSession& m_session;
    HistoryModel m_model;
};

} // namespace recital
