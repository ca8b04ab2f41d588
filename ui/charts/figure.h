#pragma once

#include "ui/widgets/ticks.h"

#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace recital {

// A chart as data: the same figure is painted on the screen in the theme's colours and on paper in colours of
// its own. Coordinates are those of the axes.

/// Colour and shape of a series. Shape and name always tell as much as the colour does.
struct SeriesLook {
    static constexpr int grey = -1;
    enum class Marker { Circle, Square, Diamond, Triangle, Cross };

    int category = grey; ///< 0 to 5, or grey
    Marker marker = Marker::Circle;
    bool emphasized = false; ///< the reference: drawn heavier
};

struct FigurePoint {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double x = 0.0;
    double y = 0.0;
    double low = none; ///< interval along the values: x of bars, else y; NaN: none
    double high = none;
    QString text; ///< what is said when pointed at
    int id = -1;  ///< what a click on it reports; -1: nothing
};

struct FigureSeries {
    enum class Kind {
        Bars,    ///< lying, from `base` to x, in the row y; with a whisker where there is an interval
        Columns, ///< upright, from 0 to y
        Line,    ///< joined, a marker at every point, the name at the last one
        Scatter, ///< a marker each, the name beside it
        Spikes   ///< one thin upright line a point, from 0: thousands of them
    };
    Kind kind = Kind::Line;
    QString name; ///< empty: not written
    SeriesLook look;
    std::vector<FigurePoint> points;
};

struct FigurePanel {
    QString title;
    QString xTitle;
    QString yTitle;
    AxisTicks x;
    AxisTicks y;
    bool rows = false; ///< y are named rows, the first on top, without a grid
    std::vector<FigureSeries> series;
    std::optional<double> zeroX; ///< a dashed line that means "the same as the reference"
    std::optional<double> zeroY;
};

struct Figure {
    QString name;  ///< for file names: "difference-by-user"
    QString title; ///< one line
    QString note;  ///< how to read it, one line
    QString caption;
    QString emptyText; ///< shown while there are no panels
    std::vector<FigurePanel> panels;
    int columns = 1; ///< of panels side by side

    bool empty() const noexcept { return panels.empty(); }
};

} // namespace recital
