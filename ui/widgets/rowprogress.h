#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;
class QLabel;

namespace recital {

class Theme;

/// How far one row is, and the button that stops it.
class RowProgress : public QWidget {
    Q_OBJECT
public:
    RowProgress(const QString& name, const Theme& theme, QWidget* parent = nullptr);

    void showWaiting();
    void showRunning(double fraction, const QString& timeLeft);

signals:
    void cancelRequested();

private:
    QProgressBar* m_bar = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_cancel = nullptr;
};

} // namespace recital
