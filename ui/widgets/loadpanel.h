#pragma once

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace recital {

class ElidedLabel;
class Theme;

/// What a long job says: what it does, how far it is, how long it takes, and a Cancel.
class LoadPanel : public QFrame {
    Q_OBJECT
public:
    explicit LoadPanel(Theme& theme, QWidget* parent = nullptr);

    void
    begin(const QString& what); ///< starts its clock; the panel appears when that takes longer than a blink
    void setFraction(double fraction);
    void end();

signals:
    void cancelRequested();

private:
    void updateTime();
    void restyle();

    Theme& m_theme;
    ElidedLabel* m_what = nullptr;
    QLabel* m_time = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer* m_ticker = nullptr;
    QTimer* m_appear = nullptr;
    QElapsedTimer m_clock;
    double m_fraction = 0.0;
};

} // namespace recital
