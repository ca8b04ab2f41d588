#include "ui/widgets/pointgrid.h"

#include <algorithm>
#include <cmath>

namespace recital {

PointGrid::PointGrid(std::vector<QPointF> points)
    : m_points(std::move(points)) {
    if (m_points.empty())
        return;
    const auto [left, right] = std::minmax_element(m_points.begin(), m_points.end(),
                                                   [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(m_points.begin(), m_points.end(),
                                                   [](QPointF a, QPointF b) { return a.y() < b.y(); });
    m_bounds = QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y()));
    // About four points a cell on average; the dense middle of an embedding holds more, which is still few.
    const int side =
        std::clamp(static_cast<int>(std::sqrt(static_cast<double>(m_points.size()) / 4.0)), 1, 512);
    m_columns = side;
    m_rows = side;
    const auto cell = [&](QPointF p) {
        return static_cast<std::size_t>(row(p.y())) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column(p.x()));
    };
    m_offsets.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const QPointF& p : m_points)
        ++m_offsets[cell(p) + 1];
    for (std::size_t c = 1; c < m_offsets.size(); ++c)
        m_offsets[c] += m_offsets[c - 1];
    m_members.resize(m_points.size());
    std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_members[next[cell(m_points[i])]++] = static_cast<std::uint32_t>(i);
}

int PointGrid::column(double x) const {
    const double share = m_bounds.width() > 0 ? (x - m_bounds.left()) / m_bounds.width() : 0.0;
    return static_cast<int>(std::clamp(share * m_columns, 0.0, m_columns - 1.0));
}

int PointGrid::row(double y) const {
    const double share = m_bounds.height() > 0 ? (y - m_bounds.top()) / m_bounds.height() : 0.0;
    return static_cast<int>(std::clamp(share * m_rows, 0.0, m_rows - 1.0));
}

int PointGrid::nearest(QPointF position, double radius) const {
    if (m_points.empty() || !(radius >= 0.0))
        return -1;
    int best = -1;
    double bestSquared = radius * radius;
    const int lastRow = row(position.y() + radius);
    const int lastColumn = column(position.x() + radius);
    for (int r = row(position.y() - radius); r <= lastRow; ++r) {
        for (int c = column(position.x() - radius); c <= lastColumn; ++c) {
            const auto cell = static_cast<std::size_t>(r) * static_cast<std::size_t>(m_columns) +
                              static_cast<std::size_t>(c);
            for (std::uint32_t m = m_offsets[cell]; m < m_offsets[cell + 1]; ++m) {
                const auto point = m_members[m];
                const QPointF d = m_points[point] - position;
                const double squared = QPointF::dotProduct(d, d);
                const bool closer = squared < bestSquared;
                if (closer || (squared == bestSquared && static_cast<int>(point) > best)) {
                    best = static_cast<int>(point);
                    bestSquared = squared;
                }
            }
        }
    }
    return best;
}

} // namespace recital
