#pragma once

#include <QDialog>

namespace recital {

class Theme;

/// What F1 opens: the page explained, and the shortcuts.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    HelpDialog(const QString& page, const QString& pageTitle, Theme& theme, QWidget* parent = nullptr);
};

} // namespace recital
