#pragma once

#include "core/recsys/result.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace recital {

class Theme;

/// What went wrong: the translated sentence, the exact detail below it, and a cross to put it away.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(Theme& theme, QWidget* parent = nullptr);

    /// `context` says what was attempted, e.g. "u.data was not opened"; may be empty.
    void showError(ErrorCode code, const QString& detail, const QString& context = {});
    void showText(const QString& text); ///< an ordinary outcome, such as "Cancelled"

private:
    void fill(const QString& role, const QString& text, const QString& detail);
    void restyle();

    Theme& m_theme;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_detail = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace recital
