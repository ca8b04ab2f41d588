#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

namespace recital {

enum class ThemeKind { Light, Dark };

struct ThemeColors {
    QColor window;  ///< page background
    QColor surface; ///< cards, charts, map
    QColor raised;  ///< hovered rows, header cells
    QColor border;  ///< separators and edges of cards: decoration, never the only sign of anything
    QColor outline; ///< edges of fields and buttons, 3:1 on window and surface
    QColor text;
    QColor mutedText;                 ///< still 4.5:1 on window, surface and raised
    QColor disabled;                  ///< text of what cannot be used now
    QColor accent;                    ///< focus, primary button; 4.5:1 on window and surface, so text too
    QColor accentHover;               ///< primary button under the pointer
    QColor onAccent;                  ///< text on accent
    QColor selection;                 ///< background of selected rows, under `text`
    QColor gain;                      ///< moved up (the purple end of PuOr)
    QColor loss;                      ///< moved down, errors (the orange end of PuOr)
    QColor grid;                      ///< chart grid lines
    std::array<QColor, 6> categories; ///< ui.md's projector palette, in its order
    QColor other;                     ///< grey for everything beyond the six
};

/// Colours and sizes of the whole window. Sizes are given in pixels of a 720-line window and follow the
/// window's height, so that a page looks the same on every projector. One object, made by app and passed by
/// reference.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    ThemeKind kind() const noexcept { return m_kind; }
    void setKind(ThemeKind kind);
    const ThemeColors& colors() const noexcept { return m_colors; }

    void setWindowHeight(int height); ///< called by the main window; followed in steps of 20 lines
    void setZoom(double zoom);        ///< Ctrl+plus, Ctrl+minus; 1 is the default, kept within 0.6 to 2.5
    double zoom() const noexcept { return m_zoom; }
    double scale() const noexcept { return m_scale; }
    int px(double pixelsAt720) const noexcept; ///< scaled, at least 1
    QFont font(double pixelsAt720 = 14, QFont::Weight weight = QFont::Normal) const;

    static ThemeColors colorsOf(ThemeKind kind);

signals:
    void changed(); ///< kind or scale; the application's palette, font and style sheet are already set

private:
    void rescale();
    void apply();

    ThemeKind m_kind = ThemeKind::Light;
    ThemeColors m_colors;
    double m_zoom = 1.0;
    double m_scale = 1.0;
    int m_windowHeight = 720;
};

} // namespace recital
