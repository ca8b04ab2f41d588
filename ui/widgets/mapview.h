#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace recital {

/// Which part of the plane a map shows. Both axes have the same scale, so distances on the screen are
/// distances in the plane; the second axis points up.
struct MapView {
    QPointF centre;             ///< in the plane
    double pixelsPerUnit = 1.0; ///< logical pixels
    QSizeF size;                ///< logical pixels

    QPointF toScreen(QPointF world) const;
    QPointF toWorld(QPointF screen) const;
    void pan(QPointF pixels);                              ///< content follows the pointer
    void zoomAt(QPointF screen, double factor);            ///< what lies under `screen` stays there
    void resize(QSizeF newSize);                           ///< keeps the centre and what fits
    QTransform imageTransform(const MapView& drawn) const; ///< puts an image drawn with `drawn` in place

    static MapView fitting(QRectF world, QSizeF size, QMarginsF padding);
    static MapView between(const MapView& from, const MapView& to, double share); ///< for a moving camera

    friend bool operator==(const MapView&, const MapView&) = default;
};

} // namespace recital
