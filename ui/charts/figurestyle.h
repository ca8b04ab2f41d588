#pragma once

#include "ui/charts/figure.h"

#include <QColor>
#include <QFont>

#include <array>

class QPainter;

namespace recital {

class Theme;

/// Colours and sizes that a figure is painted with.
struct FigureStyle {
    QColor background;
    QColor text;
    QColor mutedText;
    QColor grid;
    QColor outline;
    QColor other;
    QColor gain;
    QColor loss;
    std::array<QColor, 6> categories;
    double unit = 1.0; ///< length of one pixel at 720 lines
    QString family;

    QFont font(double pixels, QFont::Weight weight = QFont::Normal) const;
    QColor color(const SeriesLook& look) const;

    static FigureStyle ofTheme(const Theme& theme);
    /// White ground and the palette of Okabe and Ito, whatever the theme.
    static FigureStyle paper();
};

/// One marker around `center`, filled, with an edge in the background's colour.
void paintMarker(QPainter& painter, SeriesLook::Marker marker, const QPointF& center, double radius,
                 const QColor& color, const QColor& edge);

} // namespace recital
