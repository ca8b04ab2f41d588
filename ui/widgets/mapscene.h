#pragma once

#include "core/services/modelstore.h"
#include "ui/widgets/pointgrid.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

namespace recital {

/// One film on the map.
struct MapPoint {
    float x = 0.0F; ///< first principal component
    float y = 0.0F;
    ItemIndex item = 0;
    float weight = 0.0F; ///< square root of its ratings, relative to the most rated film: size of the point
    std::uint8_t category = 0; ///< index into MapScene::categories()

    QPointF world() const { return {static_cast<double>(x), static_cast<double>(y)}; }
};

struct MapCategory {
    QString name; ///< genre as the data names it; empty for "everything else"
    int films = 0;
};

/// What a map shows of one trained model: the films in the PCA plane. Immutable, made once a snapshot.
class MapScene {
public:
    static constexpr int genreCount = 6;
    static constexpr int otherCategory = genreCount;

    /// nullptr unless the snapshot has a trained model whose films have at least two dimensions.
    static std::shared_ptr<const MapScene> fromSnapshot(const ModelSnapshot& snapshot);

    const std::vector<MapPoint>& points() const noexcept { return m_points; } ///< the most rated last, on top
    const MapPoint* find(ItemIndex item) const; ///< nullptr for a film without a position
    int nearest(QPointF world, double radius) const { return m_grid.nearest(world, radius); }

    /// The most frequent genres among all films, then "other"; a genre the data lacks has no films.
    const std::vector<MapCategory>& categories() const noexcept { return m_categories; }
    int undrawnFilms() const noexcept { return m_undrawnFilms; } ///< never rated in training: no position
    QPointF origin() const noexcept {
        return m_origin;
    } ///< of the zero vector, where no taste points anywhere
    double varianceShare(int axis) const { return m_varianceShare[axis]; }

    /// Where nearly all films, all of the most rated ones and nearly all trained users are.
    const QRectF& bounds() const noexcept { return m_bounds; }

private:
    MapScene() = default;
    void assignCategories(const Dataset& dataset);
    void place(const ModelSnapshot& snapshot, const FactorMatrix& factors);
    void computeBounds(const TrainedModel& trained);

    std::vector<MapPoint> m_points;
    std::vector<std::int32_t> m_position; ///< by item: index into m_points or -1
    std::vector<std::uint8_t> m_category; ///< by item
    std::vector<MapCategory> m_categories;
    PointGrid m_grid;
    QRectF m_bounds;
    QPointF m_origin;
    double m_varianceShare[2] = {0.0, 0.0};
    int m_undrawnFilms = 0;
};

} // namespace recital
