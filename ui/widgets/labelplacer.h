#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace recital {

/// Finds places for labels around points, first come, first served: no label overlaps another or a reserved
/// area, none leaves the frame.
class LabelPlacer {
public:
    explicit LabelPlacer(QRectF frame);

    void reserve(const QRectF& area) { m_taken.push_back(area); }
    bool isFree(const QRectF& area) const;

    /// Right, left, above, below, then the four corners; nullopt if all are taken.
    std::optional<QRectF> place(QPointF anchor, double gap, QSizeF size);

private:
    QRectF m_frame;
    std::vector<QRectF> m_taken;
};

} // namespace recital
