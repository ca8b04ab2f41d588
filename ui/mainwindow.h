#pragma once

#include <QMainWindow>

namespace recital {

class Services;
class Theme;

/// Rail on the left, top line, and the pages Data, Train, Stage.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Services& services, Theme& theme, QWidget* parent = nullptr);

    void showPage(const QString& name); ///< "data", "train", "stage"
    QString currentPage() const;
};

} // namespace recital
