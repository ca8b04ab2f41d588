#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace recital {

class Theme;

/// One strip that says where the training stands, in every state: a heading, a sentence, and while something
/// runs its progress, the time left and Cancel. Trouble has its own look and the exact detail below.
class RunStatus : public QFrame {
    Q_OBJECT
public:
    explicit RunStatus(const Theme& theme, QWidget* parent = nullptr);

    /// What runs, for screen readers, and what Cancel means, where it is not a training.
    void setTexts(const QString& progressName, const QString& cancelToolTip);

    /// Nothing runs. An action text shows a button for the obvious next step, a second one a quieter button.
    void showState(const QString& heading, const QString& sentence, const QString& action = {},
                   const QString& secondAction = {});
    void showRunning(const QString& heading, const QString& sentence);
    void showProgress(double fraction, const QString& timeLeft);
    void showCancelling();
    void showFailure(const QString& sentence, const QString& detail);

    QString heading() const;
    QString sentence() const;

signals:
    void cancelRequested();
    void actionRequested();
    void secondActionRequested();

private:
    void build(const Theme& theme);
    void show(const QString& role, const QString& heading, const QString& sentence, bool running);
    bool holdsFocus() const;

    QLabel* m_heading = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_timeLeft = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_action = nullptr;
    QPushButton* m_secondAction = nullptr;
};

} // namespace recital
