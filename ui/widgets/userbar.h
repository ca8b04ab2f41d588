#pragma once

#include <QWidget>

class QGridLayout;
class QToolButton;

namespace recital {

class LiveSession;
class RuleBar;
class Theme;
class UserChooser;

/// Common to all views of the stage: who is on it, how their vector moves, and the way back. The switch of
/// views stands between them where the window is wide enough, else below.
class UserBar : public QWidget {
    Q_OBJECT
public:
    UserBar(LiveSession& session, Theme& theme, QWidget* parent = nullptr);

    void setViewSwitch(QWidget* views);

    QSize minimumSizeHint() const override;

signals:
    void historyRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Arrangement { OneRow, Compact, TwoRows };

    QToolButton* makeButton(const QString& name, const QString& text, const QString& toolTip);
    void build();
    void refresh();
    void applyTheme();
    void editStrengths();
    void arrange();
    Arrangement fitting() const;

    LiveSession& m_session;
    Theme& m_theme;
    QGridLayout* m_grid = nullptr;
    QWidget* m_views = nullptr;
    Arrangement m_arrangement = Arrangement::OneRow;
    UserChooser* m_chooser = nullptr;
    QWidget* m_right = nullptr;
    RuleBar* m_rule = nullptr;
    QToolButton* m_strengths = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QToolButton* m_history = nullptr;
};

} // namespace recital
