#pragma once

#include "core/recsys/dataset.h"
#include "ui/widgets/mapscene.h"
#include "ui/widgets/mapview.h"

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QPolygonF>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace recital {

class LabelPlacer;
class Theme;

/// The share of one film in the score of another.
struct MapRibbon {
    ItemIndex item = 0;
    double share = 0.0; ///< signed
};

/// What the live session adds to the map.
struct MapMarks {
    std::vector<ItemIndex> liked; ///< in order of clicks
    std::vector<ItemIndex> disliked;
    std::vector<ItemIndex> recommended; ///< by rank; empty unless personal
    ItemIndex selected = -1;
    ItemIndex hovered = -1;
    std::optional<QPointF> user;  ///< in the plane, where it is drawn now
    std::vector<QPointF> trail;   ///< earlier positions, oldest first
    std::optional<QPointF> ghost; ///< where the user would go
    ItemIndex ribbonTarget = -1;  ///< the film that is explained
    std::vector<MapRibbon> ribbons;
};

/// Paints the layers of the map with any QPainter: the widget's cached images, a PNG, an SVG or a PDF.
class MapPainter {
public:
    explicit MapPainter(const Theme& theme);

    void setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset);
    void themeChanged(); ///< drops everything that was drawn with the old colours and sizes

    /// Bit c of `highlighted` stands for category c; 0: none is singled out.
    void paintPoints(QPainter& painter, const MapView& view, quint32 highlighted);
    void paintLabels(QPainter& painter, const MapView& view, const MapMarks& marks);
    void paintAxes(QPainter& painter, const MapView& view) const;
    void paintMarks(QPainter& painter, const MapView& view, const MapMarks& marks) const;

    QColor categoryColor(int category) const;
    double pointRadius(const MapPoint& point) const; ///< logical pixels, as all radii below
    double ringRadius(const MapPoint& point) const;
    double starRadius() const;
    double userRadius() const;

private:
    enum class LabelKind { Plain, Strong, RankOnly };

    void buildSprites(qreal devicePixelRatio);
    void paintSprites(QPainter& painter, const MapView& view, quint32 highlighted);
    void paintEllipses(QPainter& painter, const MapView& view, quint32 highlighted) const;
    int sizeBucket(const MapPoint& point) const;
    double bucketRadius(int bucket) const;
    QColor pointColor(int category, int bucket, bool dimmed) const;

    const QPixmap& label(ItemIndex item, LabelKind kind, int rank, qreal devicePixelRatio);
    bool putLabel(QPainter& painter, LabelPlacer& placer, const QPixmap& text, QPointF at, double gap);
    void putRank(QPainter& painter, LabelPlacer& placer, const MapPoint& point, QPointF at, int rank);
    void reserveMarks(LabelPlacer& placer, const MapView& view, const MapMarks& marks) const;

    void paintDirection(QPainter& painter, const MapView& view, const MapMarks& marks) const;
    void paintTrail(QPainter& painter, const MapView& view, const MapMarks& marks) const;
    void paintRibbons(QPainter& painter, const MapView& view, const MapMarks& marks) const;
    void paintGhost(QPainter& painter, const MapView& view, const MapMarks& marks) const;
    void paintCross(QPainter& painter, QPointF at) const;
    void paintStar(QPainter& painter, QPointF at) const;
    void paintUser(QPainter& painter, QPointF at) const;
    void paintRing(QPainter& painter, QPointF at, double radius, const QColor& color) const;

    const Theme& m_theme;
    std::shared_ptr<const MapScene> m_scene;
    std::shared_ptr<const Dataset> m_dataset;
    QPixmap m_sprites;
    qreal m_spriteRatio = 0.0; ///< device pixel ratio the sprites were made for
    QHash<qint64, QPixmap> m_labels;
};

/// A star with its tip up, filled by the caller's brush; also used by chips and lists.
QPolygonF starPolygon(QPointF centre, double radius);
QPolygonF diamondPolygon(QPointF centre, double radius);

} // namespace recital
