// The part of MapPainter that draws what explains and what would be: ribbons, crosses and the ghost.
#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

constexpr double widestRibbon = 9.0;
constexpr double thinnestRibbon = 1.6;
constexpr double bend = 0.14; ///< of the length: ribbons of films in one line must not cover each other

} // namespace

/// From each film that has a share in the score to the film itself. Width is the share, a negative one is
/// dashed as well as of the other colour.
void MapPainter::paintRibbons(QPainter& painter, const MapView& view, const MapMarks& marks) const {
    const MapPoint* target = m_scene->find(marks.ribbonTarget);
    if (target == nullptr)
        return;
    double most = 1e-12;
    for (const MapRibbon& ribbon : marks.ribbons)
        most = std::max(most, std::abs(ribbon.share));
    const QPointF to = view.toScreen(target->world());
    painter.setBrush(Qt::NoBrush);
    for (const MapRibbon& ribbon : marks.ribbons) {
        const MapPoint* source = m_scene->find(ribbon.item);
        const double width = widestRibbon * std::abs(ribbon.share) / most;
        if (source == nullptr || source == target || width < 0.2)
            continue;
        const QPointF from = view.toScreen(source->world());
        const QPointF along = to - from;
        QPainterPath path(from);
        path.quadTo((from + to) / 2 + QPointF(-along.y(), along.x()) * bend, to);
        QColor color = ribbon.share < 0 ? m_theme.colors().loss : m_theme.colors().gain;
        color.setAlphaF(0.75F);
        QPen pen(color, m_theme.scale() * std::max(width, thinnestRibbon));
        pen.setCapStyle(Qt::FlatCap);
        if (ribbon.share < 0)
            pen.setDashPattern({2.0, 1.4});
        painter.setPen(pen);
        painter.drawPath(path);
    }
}

void MapPainter::paintCross(QPainter& painter, QPointF at) const {
    const double r = starRadius() * 0.7;
    for (const bool seam : {true, false}) {
        painter.setPen(QPen(seam ? m_theme.colors().surface : m_theme.colors().loss,
                            m_theme.scale() * (seam ? 7.0 : 3.5), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
    }
}

/// Nothing of it has happened: hollow, dashed, joined by a dashed line to where the user is.
void MapPainter::paintGhost(QPainter& painter, const MapView& view, const MapMarks& marks) const {
    if (!marks.ghost)
        return;
    const QPointF from = view.toScreen(marks.user.value_or(m_scene->origin()));
    const QPointF to = view.toScreen(*marks.ghost);
    painter.setBrush(Qt::NoBrush);
    for (const bool seam : {true, false}) {
        QPen pen(seam ? m_theme.colors().surface : m_theme.colors().text, m_theme.scale() * (seam ? 5 : 2));
        if (!seam)
            pen.setDashPattern({3.0, 2.0});
        painter.setPen(pen);
        painter.drawLine(from, to);
        painter.drawPolygon(diamondPolygon(to, userRadius()));
    }
}

} // namespace recital
