#pragma once

#include <QFrame>
#include <QHash>

class QToolButton;
class QVBoxLayout;

namespace recital {

class Theme;

/// The narrow strip on the left: one button a page, with room for help and theme at its foot.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(Theme& theme, QWidget* parent = nullptr);

    /// Pages stand in the order they are added. `shortcut` is only shown, in the tool tip.
    void addPage(const QString& name, const QString& label, const QString& icon, const QString& shortcut);
    void setCurrent(const QString& name);

signals:
    void pageRequested(const QString& name);
    void helpRequested();
    void themeToggleRequested();

private:
    QToolButton* makeButton(const QString& objectName, const QString& label);
    void restyle();

    Theme& m_theme;
    QVBoxLayout* m_layout = nullptr;
    QHash<QString, QToolButton*> m_pages;
    QHash<QToolButton*, QString> m_icons;
    QToolButton* m_help = nullptr;
    QToolButton* m_themeSwitch = nullptr;
    int m_pageCount = 0;
};

} // namespace recital
