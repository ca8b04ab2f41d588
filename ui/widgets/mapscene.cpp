#include "ui/widgets/mapscene.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

/// Smallest interval that leaves out `share` of the values at either end.
std::pair<double, double> robustRange(std::vector<double>& values, double share) {
    const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1;
    const auto cut = std::min(last / 2, static_cast<std::ptrdiff_t>(share * static_cast<double>(last)));
    const auto low = values.begin() + cut;
    std::nth_element(values.begin(), low, values.end());
    const double lower = *low;
    const auto high = values.begin() + (last - cut);
    std::nth_element(values.begin(), high, values.end());
    return {lower, *high};
}

QRectF robustBounds(const std::vector<QPointF>& points, double share) {
    if (points.empty())
        return {};
    std::vector<double> xs;
    std::vector<double> ys;
    for (const QPointF& p : points) {
        xs.push_back(p.x());
        ys.push_back(p.y());
    }
    const auto [left, right] = robustRange(xs, share);
    const auto [bottom, top] = robustRange(ys, share);
    return {QPointF(left, bottom), QPointF(right, top)};
}

QPointF toPoint(const Eigen::Vector2f& v) {
    return {static_cast<double>(v.x()), static_cast<double>(v.y())};
}

} // namespace

std::shared_ptr<const MapScene> MapScene::fromSnapshot(const ModelSnapshot& snapshot) {
    if (!snapshot.dataset || !snapshot.statistics || !snapshot.trained || !snapshot.trained->model)
        return nullptr;
    const TrainedModel& trained = *snapshot.trained;
    const FactorMatrix& factors = trained.model->latentFactors()->items;
    if (factors.rows() != snapshot.dataset->itemCount() || trained.projection.items.rows() != factors.rows())
        return nullptr;
    std::shared_ptr<MapScene> scene(new MapScene);
    scene->m_varianceShare[0] = trained.projection.explainedVariance[0];
    scene->m_varianceShare[1] = trained.projection.explainedVariance[1];
    if (!(scene->m_varianceShare[1] > 0.0))
        return nullptr; // a model of one factor has no plane
    scene->assignCategories(*snapshot.dataset);
    scene->place(snapshot, factors);
    scene->computeBounds(trained);
    return scene;
}

void MapScene::assignCategories(const Dataset& dataset) {
    const auto genres = dataset.genreNames().size();
    std::vector<int> films(genres, 0);
    for (ItemIndex i = 0; i < dataset.itemCount(); ++i)
        for (std::size_t g = 0; g < genres; ++g)
            films[g] += (dataset.item(i).genres >> g) & 1U;
    std::vector<std::size_t> order(genres);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return films[a] > films[b]; });
    order.resize(std::min<std::size_t>(order.size(), genreCount));

    m_categories.assign(genreCount + 1, {});
    for (std::size_t c = 0; c < order.size(); ++c)
        m_categories[c].name = QString::fromStdString(dataset.genreNames()[order[c]]);
    m_category.assign(static_cast<std::size_t>(dataset.itemCount()), otherCategory);
    for (ItemIndex i = 0; i < dataset.itemCount(); ++i) {
        // Nearly every film is also a drama or a comedy: the rarest of the six says most about it.
        for (std::size_t c = 0; c < order.size(); ++c)
            if ((dataset.item(i).genres >> order[c]) & 1U)
                m_category[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(c);
    }
}

void MapScene::place(const ModelSnapshot& snapshot, const FactorMatrix& factors) {
    const auto& perItem = snapshot.statistics->perItem;
    const auto& projected = snapshot.trained->projection.items;
    const auto ratings = [&](ItemIndex i) {
        return static_cast<double>(perItem[static_cast<std::size_t>(i)].ratings);
    };
    double most = 1.0;
    for (ItemIndex i = 0; i < factors.rows(); ++i) {
        most = std::max(most, ratings(i));
        if (factors.row(i).isZero(0.0F)) {
            ++m_undrawnFilms;
            continue;
        }
        MapPoint point;
        point.item = i;
        point.x = projected(i, 0);
        point.y = projected(i, 1);
        point.category = m_category[static_cast<std::size_t>(i)];
        ++m_categories[point.category].films;
        m_points.push_back(point);
    }
    for (MapPoint& point : m_points)
        point.weight = static_cast<float>(std::sqrt(ratings(point.item) / most));
    std::stable_sort(m_points.begin(), m_points.end(),
                     [](const MapPoint& a, const MapPoint& b) { return a.weight < b.weight; });
    m_position.assign(static_cast<std::size_t>(factors.rows()), -1);
    std::vector<QPointF> positions;
    positions.reserve(m_points.size());
    for (std::size_t p = 0; p < m_points.size(); ++p) {
        m_position[static_cast<std::size_t>(m_points[p].item)] = static_cast<std::int32_t>(p);
        positions.push_back(m_points[p].world());
    }
    m_grid = PointGrid(std::move(positions));
}

void MapScene::computeBounds(const TrainedModel& trained) {
    std::vector<QPointF> films;
    for (const MapPoint& point : m_points)
        films.push_back(point.world());
    m_bounds = robustBounds(films, 0.005);
    for (std::size_t p = films.size() - std::min<std::size_t>(films.size(), 40); p < films.size(); ++p)
        m_bounds |= QRectF(films[p], films[p]).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);

    m_origin = toPoint(trained.projection.project(Eigen::VectorXf::Zero(trained.projection.mean.size())));

    const FactorMatrix& users = trained.model->latentFactors()->users;
    std::vector<QPointF> positions;
    const Eigen::Index step = std::max<Eigen::Index>(1, users.rows() / 2000); // a sample says where users are
    for (Eigen::Index u = 0; u < users.rows(); u += step)
        if (!users.row(u).isZero(0.0F))
            positions.push_back(toPoint(trained.projection.project(users.row(u).transpose())));
    if (!positions.empty())
        m_bounds |= robustBounds(positions, 0.02);
}

const MapPoint* MapScene::find(ItemIndex item) const {
    if (item < 0 || static_cast<std::size_t>(item) >= m_position.size())
        return nullptr;
    const std::int32_t position = m_position[static_cast<std::size_t>(item)];
    return position < 0 ? nullptr : &m_points[static_cast<std::size_t>(position)];
}

} // namespace recital
