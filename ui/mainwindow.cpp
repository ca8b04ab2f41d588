#include "ui/mainwindow.h"

namespace recital {

MainWindow::MainWindow(Services&, Theme&, QWidget* parent)
    : QMainWindow(parent) {}

void MainWindow::showPage(const QString&) {}

QString MainWindow::currentPage() const {
    return {};
}

} // namespace recital
