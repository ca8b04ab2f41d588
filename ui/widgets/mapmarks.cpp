// The part of MapPainter that draws what the live session adds: rings, stars, the user and the way it came.
#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace recital {

double MapPainter::ringRadius(const MapPoint& point) const {
    return std::max(pointRadius(point), m_theme.scale() * 4) + m_theme.scale() * 3;
}

double MapPainter::starRadius() const {
    return m_theme.scale() * 11;
}

double MapPainter::userRadius() const {
    return m_theme.scale() * 13;
}

/// Scores are dot products: the order of the films follows the direction of the user's vector, not its
/// length. The beam is that direction in the plane, from the zero vector through the user.
void MapPainter::paintDirection(QPainter& painter, const MapView& view, const MapMarks& marks) const {
    if (!marks.user)
        return;
    const QPointF from = view.toScreen(m_scene->origin());
    const QPointF towards = view.toScreen(*marks.user) - from;
    const double length = std::hypot(towards.x(), towards.y());
    if (length < 1.0)
        return;
    const QPointF along = towards / length;
    const QPointF across(-along.y(), along.x());
    const double reach = view.size.width() + view.size.height();
    const double wide = reach * 0.035;
    QColor color = m_theme.colors().accent;
    color.setAlphaF(0.13F);
    painter.save();
    // The titles of the axes stand along the left and the lower edge and stay readable.
    const double band = m_theme.scale() * 28;
    painter.setClipRect(QRectF(band, 0, view.size.width() - band, view.size.height() - band));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF({from, from + along * reach + across * wide, from + along * reach - across * wide}));
    color.setAlphaF(0.7F);
    painter.setPen(QPen(color, m_theme.scale() * 1.6));
    painter.drawLine(from, from + along * reach);
    painter.restore();
}

void MapPainter::paintTrail(QPainter& painter, const MapView& view, const MapMarks& marks) const {
    if (!marks.user || marks.trail.empty())
        return;
    std::vector<QPointF> stations;
    for (const QPointF& world : marks.trail)
        stations.push_back(view.toScreen(world));
    stations.push_back(view.toScreen(*marks.user));
    for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
        const double age = static_cast<double>(i + 1) / static_cast<double>(stations.size() - 1);
        QColor color = m_theme.colors().accent;
        color.setAlphaF(static_cast<float>(0.15 + 0.7 * age * age));
        painter.setPen(QPen(color, m_theme.scale() * (1.5 + 3.0 * age), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(stations[i], stations[i + 1]);
        painter.setPen(QPen(m_theme.colors().surface, 1));
        painter.setBrush(color);
        painter.drawPolygon(diamondPolygon(stations[i], m_theme.scale() * (3.5 + 3.5 * age)));
    }
}

void MapPainter::paintStar(QPainter& painter, QPointF at) const {
    const QPolygonF star = starPolygon(at, starRadius());
    painter.setPen(
        QPen(m_theme.colors().surface, m_theme.scale() * 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(star);
    painter.setPen(
        QPen(m_theme.colors().text, m_theme.scale() * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(m_theme.colors().accent);
    painter.drawPolygon(star);
}

void MapPainter::paintUser(QPainter& painter, QPointF at) const {
    const QPolygonF diamond = diamondPolygon(at, userRadius());
    painter.setPen(
        QPen(m_theme.colors().surface, m_theme.scale() * 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(diamond);
    painter.setPen(
        QPen(m_theme.colors().text, m_theme.scale() * 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(m_theme.colors().accent);
    painter.drawPolygon(diamond);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().surface);
    painter.drawPolygon(diamondPolygon(at, userRadius() * 0.38));
}

void MapPainter::paintRing(QPainter& painter, QPointF at, double radius, const QColor& color) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colors().surface, m_theme.scale() * 4.5));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(color, m_theme.scale() * 2.2));
    painter.drawEllipse(at, radius, radius);
}

void MapPainter::paintMarks(QPainter& painter, const MapView& view, const MapMarks& marks) const {
    if (!m_scene)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintDirection(painter, view, marks);
    paintTrail(painter, view, marks);
    paintRibbons(painter, view, marks);
    for (const ItemIndex item : marks.recommended)
        if (const MapPoint* point = m_scene->find(item))
            paintRing(painter, view.toScreen(point->world()), ringRadius(*point), m_theme.colors().text);
    for (const ItemIndex item : marks.liked)
        if (const MapPoint* point = m_scene->find(item))
            paintStar(painter, view.toScreen(point->world()));
    for (const ItemIndex item : marks.disliked)
        if (const MapPoint* point = m_scene->find(item))
            paintCross(painter, view.toScreen(point->world()));
    paintGhost(painter, view, marks);
    if (marks.user)
        paintUser(painter, view.toScreen(*marks.user));
    if (const MapPoint* point = m_scene->find(marks.hovered))
        paintRing(painter, view.toScreen(point->world()), ringRadius(*point), m_theme.colors().accent);
    if (const MapPoint* point = m_scene->find(marks.selected)) {
        const double radius = ringRadius(*point);
        paintRing(painter, view.toScreen(point->world()), radius + m_theme.scale() * 5,
                  m_theme.colors().accent);
        paintRing(painter, view.toScreen(point->world()), radius, m_theme.colors().accent);
    }
    painter.restore();
}

} // namespace recital
