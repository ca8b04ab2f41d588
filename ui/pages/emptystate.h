#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace recital {

class Theme;

/// What the Data page shows before the first data set: what to do, and the last ones to return to.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(Theme& theme, QWidget* parent = nullptr);

    void setRecentLocations(const QStringList& locations);

signals:
    void openFolderRequested();
    void openFileRequested();
    void downloadRequested();
    void loadRequested(const QString& location);

private:
    void build();
    QPushButton* addButton(const QString& objectName, const QString& text);
    void restyle();

    Theme& m_theme;
    QFrame* m_card = nullptr;
    QVBoxLayout* m_layout = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_recentTitle = nullptr;
    QPushButton* m_download = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_file = nullptr;
};

} // namespace recital
