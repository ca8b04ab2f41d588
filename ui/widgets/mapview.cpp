#include "ui/widgets/mapview.h"

#include <algorithm>
#include <cmath>

namespace recital {

QPointF MapView::toScreen(QPointF world) const {
    return {size.width() / 2 + (world.x() - centre.x()) * pixelsPerUnit,
            size.height() / 2 - (world.y() - centre.y()) * pixelsPerUnit};
}

QPointF MapView::toWorld(QPointF screen) const {
    return {centre.x() + (screen.x() - size.width() / 2) / pixelsPerUnit,
            centre.y() - (screen.y() - size.height() / 2) / pixelsPerUnit};
}

void MapView::pan(QPointF pixels) {
    centre -= QPointF(pixels.x(), -pixels.y()) / pixelsPerUnit;
}

void MapView::zoomAt(QPointF screen, double factor) {
    const QPointF kept = toWorld(screen);
    pixelsPerUnit *= factor;
    centre += kept - toWorld(screen);
}

void MapView::resize(QSizeF newSize) {
    const double before = std::min(size.width(), size.height());
    const double after = std::min(newSize.width(), newSize.height());
    if (before > 0 && after > 0)
        pixelsPerUnit *= after / before;
    size = newSize;
}

QTransform MapView::imageTransform(const MapView& drawn) const {
    const double factor = pixelsPerUnit / drawn.pixelsPerUnit;
    const QPointF origin = toScreen(drawn.toWorld(QPointF(0, 0)));
    return {factor, 0, 0, factor, origin.x(), origin.y()};
}

MapView MapView::fitting(QRectF world, QSizeF size, QMarginsF padding) {
    MapView view;
    view.size = size;
    const double width = std::max(1.0, size.width() - padding.left() - padding.right());
    const double height = std::max(1.0, size.height() - padding.top() - padding.bottom());
    const double worldWidth = std::max(world.width(), 1e-6);
    const double worldHeight = std::max(world.height(), 1e-6);
    view.pixelsPerUnit = std::min(width / worldWidth, height / worldHeight);
    // The middle of the world lands in the middle of what the padding leaves.
    const QPointF middle(padding.left() + width / 2 - size.width() / 2,
                         padding.top() + height / 2 - size.height() / 2);
    view.centre = world.center() - QPointF(middle.x(), -middle.y()) / view.pixelsPerUnit;
    return view;
}

MapView MapView::between(const MapView& from, const MapView& to, double share) {
    MapView view = to;
    view.centre = from.centre + (to.centre - from.centre) * share;
    view.pixelsPerUnit = from.pixelsPerUnit * std::pow(to.pixelsPerUnit / from.pixelsPerUnit, share);
    return view;
}

} // namespace recital
