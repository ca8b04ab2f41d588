#include "ui/widgets/mappainter.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int bucketCount = 12;

QColor mix(const QColor& a, const QColor& b, double shareOfB) {
    const auto channel = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * shareOfB)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

} // namespace

QPolygonF starPolygon(QPointF centre, double radius) {
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double r = i % 2 == 0 ? radius : radius * 0.45;
        star << centre + r * QPointF(std::cos(angle), std::sin(angle));
    }
    return star;
}

QPolygonF diamondPolygon(QPointF centre, double radius) {
    return QPolygonF({centre + QPointF(0, -radius), centre + QPointF(radius, 0), centre + QPointF(0, radius),
                      centre + QPointF(-radius, 0)});
}

MapPainter::MapPainter(const Theme& theme)
    : m_theme(theme) {}

void MapPainter::setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset) {
    m_scene = std::move(scene);
    m_dataset = std::move(dataset);
    m_labels.clear();
}

void MapPainter::themeChanged() {
    m_sprites = {};
    m_labels.clear();
}

QColor MapPainter::categoryColor(int category) const {
    const ThemeColors& colors = m_theme.colors();
    return category < MapScene::genreCount ? colors.categories[static_cast<std::size_t>(category)]
                                           : colors.other;
}

int MapPainter::sizeBucket(const MapPoint& point) const {
    return std::clamp(static_cast<int>(point.weight * bucketCount), 0, bucketCount - 1);
}

double MapPainter::bucketRadius(int bucket) const {
    return m_theme.scale() * (1.6 + 5.4 * (bucket + 0.5) / bucketCount);
}

double MapPainter::pointRadius(const MapPoint& point) const {
    return bucketRadius(sizeBucket(point));
}

QColor MapPainter::pointColor(int category, int bucket, bool dimmed) const {
    QColor color = categoryColor(category);
    if (dimmed)
        color = mix(color, m_theme.colors().surface, 0.85);
    color.setAlphaF(static_cast<float>(0.62 + 0.33 * bucket / (bucketCount - 1)));
    return color;
}

/// One row a category, twice (normal, dimmed); one column a size. Each sprite sits in a cell of the same
/// size.
void MapPainter::buildSprites(qreal devicePixelRatio) {
    m_spriteRatio = devicePixelRatio;
    const int cell = 2 * (static_cast<int>(std::ceil(bucketRadius(bucketCount - 1) * devicePixelRatio)) + 2);
    const int rows = 2 * (MapScene::genreCount + 1);
    m_sprites = QPixmap(cell * bucketCount, cell * rows);
    m_sprites.fill(Qt::transparent);
    QPainter painter(&m_sprites);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rows; ++row) {
        for (int bucket = 0; bucket < bucketCount; ++bucket) {
            const QPointF centre((bucket + 0.5) * cell, (row + 0.5) * cell);
            const double radius = bucketRadius(bucket) * devicePixelRatio;
            // A rim in the background's colour keeps neighbours apart where it is crowded.
            const bool rim = bucket >= bucketCount / 4;
            painter.setPen(rim ? QPen(m_theme.colors().surface, devicePixelRatio) : QPen(Qt::NoPen));
            painter.setBrush(pointColor(row / 2, bucket, row % 2 == 1));
            painter.drawEllipse(centre, radius, radius);
        }
    }
}

void MapPainter::paintPoints(QPainter& painter, const MapView& view, quint32 highlighted) {
    if (!m_scene)
        return;
    const QPaintEngine* engine = painter.paintEngine();
    if (engine != nullptr && engine->type() == QPaintEngine::Raster)
        paintSprites(painter, view, highlighted);
    else
        paintEllipses(painter, view, highlighted);
}

void MapPainter::paintSprites(QPainter& painter, const MapView& view, quint32 highlighted) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (m_sprites.isNull() || !qFuzzyCompare(m_spriteRatio, ratio))
        buildSprites(ratio);
    const double cell = m_sprites.width() / static_cast<double>(bucketCount);
    const double margin = cell / ratio;
    std::vector<QPainter::PixmapFragment> fragments;
    fragments.reserve(m_scene->points().size());
    const auto add = [&](const MapPoint& point, bool dimmed) {
        const QPointF at = view.toScreen(point.world());
        if (at.x() < -margin || at.y() < -margin || at.x() > view.size.width() + margin ||
            at.y() > view.size.height() + margin)
            return;
        const QRectF source(sizeBucket(point) * cell, (2 * point.category + (dimmed ? 1 : 0)) * cell, cell,
                            cell);
        fragments.push_back(QPainter::PixmapFragment::create(at, source, 1 / ratio, 1 / ratio));
    };
    // What is singled out lies above everything else.
    if (highlighted != 0)
        for (const MapPoint& point : m_scene->points())
            if (((highlighted >> point.category) & 1U) == 0)
                add(point, true);
    for (const MapPoint& point : m_scene->points())
        if (highlighted == 0 || ((highlighted >> point.category) & 1U) != 0)
            add(point, false);
    painter.drawPixmapFragments(fragments.data(), static_cast<int>(fragments.size()), m_sprites);
}

void MapPainter::paintEllipses(QPainter& painter, const MapView& view, quint32 highlighted) const {
    painter.save();
    for (const MapPoint& point : m_scene->points()) {
        const QPointF at = view.toScreen(point.world());
        if (!QRectF(QPointF(0, 0), view.size).contains(at))
            continue;
        const bool dimmed = highlighted != 0 && ((highlighted >> point.category) & 1U) == 0;
        const int bucket = sizeBucket(point);
        painter.setPen(bucket >= bucketCount / 4 ? QPen(m_theme.colors().surface, 1) : QPen(Qt::NoPen));
        painter.setBrush(pointColor(point.category, bucket, dimmed));
        painter.drawEllipse(at, bucketRadius(bucket), bucketRadius(bucket));
    }
    painter.restore();
}

void MapPainter::paintAxes(QPainter& painter, const MapView& view) const {
    if (!m_scene)
        return;
    painter.save();
    const ThemeColors& colors = m_theme.colors();
    const QPointF mean = view.toScreen(QPointF(0, 0));
    painter.setPen(QPen(colors.grid, m_theme.px(1)));
    painter.drawLine(QPointF(mean.x(), 0), QPointF(mean.x(), view.size.height()));
    painter.drawLine(QPointF(0, mean.y()), QPointF(view.size.width(), mean.y()));

    const auto title = [&](int axis) {
        return QCoreApplication::translate("recital::FilmMap", "PC%1 (%2 % of variance)")
            .arg(QString::number(axis + 1), QLocale().toString(100.0 * m_scene->varianceShare(axis), 'f', 1));
    };
    painter.setFont(m_theme.font(13));
    painter.setPen(colors.mutedText);
    const QFontMetricsF metrics(painter.font());
    const double gap = m_theme.px(8);
    painter.drawText(QPointF(view.size.width() - metrics.horizontalAdvance(title(0)) - gap,
                             view.size.height() - gap - metrics.descent()),
                     title(0));
    painter.translate(gap + metrics.ascent(), metrics.horizontalAdvance(title(1)) + gap);
    painter.rotate(-90);
    painter.drawText(QPointF(0, 0), title(1));
    painter.restore();
}

} // namespace recital
