#include "ui/widgets/labelplacer.h"

#include <algorithm>
#include <array>

namespace recital {

LabelPlacer::LabelPlacer(QRectF frame)
    : m_frame(frame) {}

bool LabelPlacer::isFree(const QRectF& area) const {
    return m_frame.contains(area) && std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& taken) {
               return taken.intersects(area);
           });
}

std::optional<QRectF> LabelPlacer::place(QPointF anchor, double gap, QSizeF size) {
    const double w = size.width();
    const double h = size.height();
    const double near = gap * 0.7; // a corner of the box needs less distance than an edge
    const std::array<QPointF, 8> corners = {QPointF(gap, -h / 2),          QPointF(-gap - w, -h / 2),
                                            QPointF(-w / 2, -gap - h),     QPointF(-w / 2, gap),
                                            QPointF(near, -near - h),      QPointF(near, near),
                                            QPointF(-near - w, -near - h), QPointF(-near - w, near)};
    for (const QPointF& corner : corners) {
        const QRectF area(anchor + corner, size);
        if (isFree(area)) {
            reserve(area);
            return area;
        }
    }
    return std::nullopt;
}

} // namespace recital
