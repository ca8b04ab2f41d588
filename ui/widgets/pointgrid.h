#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace recital {

/// Points in a uniform grid over their bounding box: what lies under the cursor is found without looking at
/// all of them. Refers to points by their position in the vector it was made from.
class PointGrid {
public:
    PointGrid() = default;
    explicit PointGrid(std::vector<QPointF> points);

    /// The point closest to `position` within `radius` (units of the points); -1 if there is none. Of several
    /// at the same distance the last one, which is painted on top.
    int nearest(QPointF position, double radius) const;

    int pointCount() const noexcept { return static_cast<int>(m_points.size()); }

private:
    int column(double x) const;
    int row(double y) const;

    QRectF m_bounds;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<QPointF> m_points;
    std::vector<std::uint32_t> m_offsets; ///< cells + 1
    std::vector<std::uint32_t> m_members; ///< points sorted by cell
};

} // namespace recital
