// The part of MapPainter that writes titles and ranks.
#include "ui/filmtext.h"
#include "ui/theme.h"
#include "ui/widgets/labelplacer.h"
#include "ui/widgets/mappainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr double badgeRadius = 9.5;

/// The text itself, shifted all around: glyphs are cached, while stroking their outlines takes 5 ms a title.
void paintSeam(QPainter& painter, const QPointF& baseline, const QString& text, double radius) {
    constexpr int directions = 16;
    for (int i = 0; i < directions; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / directions;
        painter.drawText(baseline + radius * QPointF(std::cos(angle), std::sin(angle)), text);
    }
}

} // namespace

/// A badge with the rank (unless 0), then the title (unless left out) with a seam in the background's colour,
/// so that it can be read on top of points.
const QPixmap& MapPainter::label(ItemIndex item, LabelKind kind, int rank, qreal devicePixelRatio) {
    const qint64 key = (static_cast<qint64>(item) * 64 + rank) * 4 + static_cast<int>(kind);
    if (const auto known = m_labels.constFind(key);
        known != m_labels.constEnd() && qFuzzyCompare(known->devicePixelRatio(), devicePixelRatio))
        return *known;
    if (m_labels.size() > 2000)
        m_labels.clear();
    const bool strong = kind == LabelKind::Strong;
    const QFont font = m_theme.font(strong ? 15 : 13, strong ? QFont::Bold : QFont::Medium);
    const QFontMetricsF metrics(font);
    const QString text =
        kind == LabelKind::RankOnly
            ? QString()
            : metrics.elidedText(filmTitle(*m_dataset, item), Qt::ElideRight, m_theme.px(strong ? 250 : 190));
    const double badge = rank > 0 ? 2 * m_theme.scale() * badgeRadius : 0.0;
    const double seam = m_theme.scale() * 3.0;
    const double textWidth = text.isEmpty() ? 0.0 : metrics.horizontalAdvance(text) + 2 * seam;
    const QSizeF size(badge + textWidth + 1,
                      std::max(badge + 1, text.isEmpty() ? 0.0 : metrics.height() + seam));
    QPixmap pixmap((size * devicePixelRatio).toSize() + QSize(1, 1));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!text.isEmpty()) {
        const QPointF baseline(badge + seam, (size.height() - metrics.height()) / 2 + metrics.ascent());
        painter.setFont(font);
        painter.setPen(m_theme.colors().surface);
        paintSeam(painter, baseline, text, seam / 2);
        painter.setPen(m_theme.colors().text);
        painter.drawText(baseline, text);
    }
    if (rank > 0) {
        const QRectF circle(QPointF(0.5, (size.height() - badge) / 2), QSizeF(badge, badge));
        painter.setPen(QPen(m_theme.colors().surface, m_theme.scale() * 1.5));
        painter.setBrush(m_theme.colors().text);
        painter.drawEllipse(circle);
        painter.setPen(m_theme.colors().surface);
        painter.setFont(m_theme.font(12, QFont::Bold));
        painter.drawText(circle, Qt::AlignCenter, QString::number(rank));
    }
    painter.end();
    return *m_labels.insert(key, pixmap);
}

bool MapPainter::putLabel(QPainter& painter, LabelPlacer& placer, const QPixmap& text, QPointF at,
                          double gap) {
    const auto area = placer.place(at, gap, text.deviceIndependentSize());
    if (area)
        painter.drawPixmap(area->topLeft(), text);
    return area.has_value();
}

/// Rank and title where there is room for both; else the rank alone, further away at the end of a line.
void MapPainter::putRank(QPainter& painter, LabelPlacer& placer, const MapPoint& point, QPointF at,
                         int rank) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    const double gap = ringRadius(point) + m_theme.scale() * 1.5;
    if (putLabel(painter, placer, label(point.item, LabelKind::Strong, rank, ratio), at, gap))
        return;
    const QPixmap& badge = label(point.item, LabelKind::RankOnly, rank, ratio);
    for (int step = 0; step < 6; ++step) {
        const auto area = placer.place(at, gap + m_theme.scale() * 10 * step, badge.deviceIndependentSize());
        if (!area)
            continue;
        const QPointF to = area->center() - at;
        const double length = std::max(1.0, std::hypot(to.x(), to.y()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colors().text, m_theme.scale()));
        painter.drawLine(at + to * (ringRadius(point) / length), area->center());
        painter.drawPixmap(area->topLeft(), badge);
        return;
    }
}

void MapPainter::reserveMarks(LabelPlacer& placer, const MapView& view, const MapMarks& marks) const {
    const auto square = [&](QPointF at, double radius) {
        placer.reserve(QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
    };
    if (marks.user)
        square(view.toScreen(*marks.user), userRadius());
    for (const ItemIndex item : marks.liked)
        if (const MapPoint* point = m_scene->find(item))
            square(view.toScreen(point->world()), starRadius());
    for (const ItemIndex item : marks.recommended)
        if (const MapPoint* point = m_scene->find(item))
            square(view.toScreen(point->world()), ringRadius(*point));
}

void MapPainter::paintLabels(QPainter& painter, const MapView& view, const MapMarks& marks) {
    if (!m_scene)
        return;
    const QRectF frame(QPointF(0, 0), view.size);
    const double edge = m_theme.px(4);
    LabelPlacer placer(frame.adjusted(m_theme.px(24), edge, -edge, -m_theme.px(26)));
    reserveMarks(placer, view, marks);
    const qreal ratio = painter.device()->devicePixelRatioF();
    QSet<ItemIndex> marked;
    int rank = 0;
    for (const ItemIndex item : marks.recommended) {
        ++rank;
        marked.insert(item);
        const MapPoint* point = m_scene->find(item);
        if (point != nullptr && frame.contains(view.toScreen(point->world())))
            putRank(painter, placer, *point, view.toScreen(point->world()), rank);
    }
    for (const ItemIndex item : marks.liked) {
        marked.insert(item);
        const MapPoint* point = m_scene->find(item);
        if (point != nullptr && frame.contains(view.toScreen(point->world())))
            putLabel(painter, placer, label(item, LabelKind::Strong, 0, ratio), view.toScreen(point->world()),
                     starRadius());
    }
    // Then the most rated films, as many as the room has names for: about one in this much of the screen.
    const double unit = m_theme.scale() * m_theme.scale() * 17000.0;
    int left = static_cast<int>(view.size.width() * view.size.height() / unit);
    int tried = 0;
    for (auto point = m_scene->points().rbegin(); point != m_scene->points().rend() && left > 0; ++point) {
        const QPointF at = view.toScreen(point->world());
        if (!frame.contains(at) || marked.contains(point->item))
            continue;
        if (++tried > 400)
            break;
        if (putLabel(painter, placer, label(point->item, LabelKind::Plain, 0, ratio), at,
                     pointRadius(*point)))
            --left;
    }
}

} // namespace recital
