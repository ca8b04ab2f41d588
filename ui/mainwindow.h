#pragma once

#include "core/recsys/result.h"

#include <QElapsedTimer>
#include <QMainWindow>

class QMenu;
class QMimeData;
class QStackedWidget;
class QTimer;

namespace recital {

class ComparePage;
class DataPage;
class DropOverlay;
class Rail;
class Services;
class StagePage;
class Theme;
class TopLine;
class TrainPage;

/// Rail on the left, top line, and the pages Data, Train, Compare, Stage.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Services& services, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(const QString& name); ///< "data", "train", "compare", "stage"
    QString currentPage() const;

    /// Geometry, theme and zoom as they were left; from then on closing the window remembers them. Not called
    /// for pictures and tests, which must not depend on what somebody did before.
    void restoreWindow();

signals:
    void pageChanged(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildLayout();
    void addPage(const QString& name, const QString& label, const QString& icon, QWidget* page);
    void buildActions();
    void buildPageActions();
    void buildViewActions();
    void buildLiveActions();
    QAction* addAction(const QString& objectName, const QString& text, const QKeySequence& keys);
    void focusFilmSearch();
    void explainPage();
    void toggleTheme();
    void toggleFullScreen();
    void zoomBy(double factor);
    void showProblem(ErrorCode code, const QString& detail);
    void showAbout();
    void followSize();
    void updateTitle();
    bool handleDragEvent(QEvent* event);

    Services& m_services;
    Theme& m_theme;
    Rail* m_rail = nullptr;
    TopLine* m_topLine = nullptr;
    QStackedWidget* m_stack = nullptr;
    QMenu* m_menu = nullptr;
    DropOverlay* m_dropOverlay = nullptr;
    DataPage* m_dataPage = nullptr;
    TrainPage* m_trainPage = nullptr;
    ComparePage* m_comparePage = nullptr;
    StagePage* m_stagePage = nullptr;
    QStringList m_pageNames;
    QStringList m_pageLabels;
    QTimer* m_sizeTimer = nullptr;
    QElapsedTimer m_lastResize;
    bool m_remember = false;
};

} // namespace recital
