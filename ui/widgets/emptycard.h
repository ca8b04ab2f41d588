#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace recital {

class Theme;

/// What a view shows while something it needs is missing: what it will show, what is missing, and the button
/// that leads there.
class EmptyCard : public QFrame {
    Q_OBJECT
public:
    /// Title, text and button are called objectName + "Title", "Text" and "Button".
    EmptyCard(const Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    /// Without an action there is no button. The purpose names what to do, for whoever is listening.
    void setTexts(const QString& title, const QString& text, const QString& action = {},
                  const QString& purpose = {});

signals:
    void requested(const QString& purpose);

private:
    void fitText();

    const Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_button = nullptr;
    QString m_purpose;
};

} // namespace recital
