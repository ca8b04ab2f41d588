#pragma once

#include <QWidget>

namespace recital {

class Theme;

/// Covers the window while something is dragged over it and says what would happen.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    DropOverlay(Theme& theme, QWidget* parent);

    void announce(const QString& name); ///< shows it: dropping opens `name`

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_name;
};

} // namespace recital
