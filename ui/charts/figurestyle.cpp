#include "ui/charts/figurestyle.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

QFont FigureStyle::font(double pixels, QFont::Weight weight) const {
    QFont font;
    font.setFamilies({family, u"DejaVu Sans"_s});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels * unit))));
    font.setWeight(weight);
    return font;
}

QColor FigureStyle::color(const SeriesLook& look) const {
    return look.category < 0 ? other
                             : categories[static_cast<std::size_t>(look.category) % categories.size()];
}

FigureStyle FigureStyle::ofTheme(const Theme& theme) {
    const ThemeColors& c = theme.colors();
    return {.background = c.surface,
            .text = c.text,
            .mutedText = c.mutedText,
            .grid = c.grid,
            .outline = c.outline,
            .other = c.other,
            .gain = c.gain,
            .loss = c.loss,
            .categories = c.categories,
            .unit = theme.scale(),
            .family = u"Inter"_s};
}

FigureStyle FigureStyle::paper() {
    return {.background = Qt::white,
            .text = QColor(Qt::black),
            .mutedText = QColor(0x404040),
            .grid = QColor(0xE2E2E2),
            .outline = QColor(0x707070),
            .other = QColor(0x808080),
            .gain = QColor(0x0072B2),
            .loss = QColor(0xD55E00),
            .categories = {QColor(0x0072B2), QColor(0xD55E00), QColor(0x009E73), QColor(0xCC79A7),
                           QColor(0xE69F00), QColor(0x56B4E9)},
            .unit = 1.0,
            .family = u"Inter"_s};
}

void paintMarker(QPainter& painter, SeriesLook::Marker marker, const QPointF& center, double radius,
                 const QColor& color, const QColor& edge) {
    using Marker = SeriesLook::Marker;
    painter.save();
    painter.setBrush(color);
    painter.setPen(QPen(edge, std::max(1.0, radius * 0.25)));
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        QPolygonF shape;
        for (const QPointF& corner : corners)
            shape += center + corner * radius;
        painter.drawPolygon(shape);
    };
    switch (marker) {
    case Marker::Circle:
        painter.drawEllipse(center, radius, radius);
        break;
    case Marker::Square:
        polygon({{-0.88, -0.88}, {0.88, -0.88}, {0.88, 0.88}, {-0.88, 0.88}});
        break;
    case Marker::Diamond:
        polygon({{0.0, -1.25}, {1.25, 0.0}, {0.0, 1.25}, {-1.25, 0.0}});
        break;
    case Marker::Triangle:
        polygon({{0.0, -1.15}, {1.1, 0.85}, {-1.1, 0.85}});
        break;
    case Marker::Cross: {
        QPainterPath path;
        constexpr double arm = 0.38;
        path.addRect(QRectF(-1.15, -arm, 2.3, 2 * arm));
        QPainterPath upright;
        upright.addRect(QRectF(-arm, -1.15, 2 * arm, 2.3));
        QTransform place = QTransform::fromTranslate(center.x(), center.y()).scale(radius, radius);
        painter.drawPath(place.map(path.united(upright)));
        break;
    }
    }
    painter.restore();
}

} // namespace recital
