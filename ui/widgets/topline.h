#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace recital {

class ElidedLabel;
class Services;
class Theme;

/// The one line above every page: data set, model and user; a running job with its Cancel; film search; menu.
class TopLine : public QFrame {
    Q_OBJECT
public:
    TopLine(Services& services, Theme& theme, QWidget* parent = nullptr);

    void setMenu(QMenu* menu);

signals:
    void searchRequested();

private:
    ElidedLabel* addFact(const QString& objectName, const QString& caption);
    void buildJob();
    void buildTools();
    void connectServices();
    void showJob(const QString& text, double fraction);
    void hideJob();
    void updateFacts();
    void restyle();

    Services& m_services;
    Theme& m_theme;
    QHBoxLayout* m_layout = nullptr;
    QList<QLabel*> m_captions;
    ElidedLabel* m_dataset = nullptr;
    ElidedLabel* m_model = nullptr;
    ElidedLabel* m_user = nullptr;
    QWidget* m_job = nullptr;
    QLabel* m_jobText = nullptr;
    QProgressBar* m_jobBar = nullptr;
    QToolButton* m_jobCancel = nullptr;
    QPushButton* m_search = nullptr;
    QToolButton* m_menu = nullptr;
};

} // namespace recital
