#pragma once

#include <QApplication>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <functional>

/// Keys as they come from the keyboard: to the window that has the focus, which finds the receiver itself.
/// Nothing here names the widget that is to act.
namespace recital::test {

inline QWidget* keyWindow() {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    return QApplication::activeWindow();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
    for (int i = 0; i < times; ++i) {
        QWidget* window = keyWindow();
        if (window == nullptr)
            QFAIL("no window takes keys");
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }
}

/// Latin letters, digits and blanks.
inline void type(const char* text) {
    for (const char* letter = text; *letter != '\0'; ++letter) {
        QWidget* window = keyWindow();
        if (window == nullptr)
            QFAIL("no window takes keys");
        QTest::keyClick(window->windowHandle(), *letter);
    }
}

inline QString focusName() {
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

/// Tab (or Shift and Tab) until the widget of that name has the focus. False: it never comes.
inline bool tabTo(const char* name, Qt::Key key = Qt::Key_Tab) {
    constexpr int most = 120; // more stops than any page has
    for (int i = 0; i < most && focusName() != QLatin1String(name); ++i)
        press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    return focusName() == QLatin1String(name);
}

/// A menu and a dialog have event loops of their own: the keys for the next one are told before it opens.
class KeysFor : public QObject {
public:
    enum class Kind { Menu, Dialog };

    KeysFor(Kind kind, std::function<void(QWidget&)> keys)
        : m_keys(std::move(keys)) {
        connect(&m_poll, &QTimer::timeout, this, [this, kind] {
            QWidget* shown =
                kind == Kind::Menu ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
            if (shown == nullptr || (kind == Kind::Dialog && !shown->isActiveWindow()))
                return;
            m_poll.stop();
            const QPointer<QWidget> still(shown);
            m_keys(*shown);
            m_done = true;
            if (still && still->isVisible()) // what went wrong inside must not leave the test waiting
                still->close();
        });
        m_poll.start(5);
    }
    bool done() const noexcept { return m_done; }

private:
    std::function<void(QWidget&)> m_keys;
    QTimer m_poll;
    bool m_done = false;
};

/// Opens the user chooser, whose menu gets these keys. A button that is still going up does not hear its key.
inline bool inUserMenu(std::function<void(QWidget&)> keys) {
    const KeysFor menu(KeysFor::Kind::Menu, std::move(keys));
    for (int tries = 0; tries < 10 && !menu.done(); ++tries) {
        press(Qt::Key_U, Qt::AltModifier);
        if (QTest::qWaitFor([&] { return menu.done(); }, 100))
            return true;
    }
    return menu.done();
}

/// By the keys of the user chooser: "New user...", whose dialog gets these.
inline bool newUser(std::function<void(QWidget&)> keys) {
    const KeysFor dialog(KeysFor::Kind::Dialog, std::move(keys));
    QWidget* window = QApplication::activeWindow();
    if (window == nullptr || !inUserMenu([](QWidget&) { press(Qt::Key_N); }) || !dialog.done())
        return false;
    window->activateWindow(); // what a window manager does when a dialog closes; here is none
    return QTest::qWaitForWindowActive(window);
}

} // namespace recital::test
