#include "ui/widgets/filmmap.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int userMilliseconds = 250;
constexpr int cameraMilliseconds = 500;
constexpr int restMilliseconds = 120;
constexpr double immediateMilliseconds = 8.0; ///< half a frame
constexpr std::size_t trailLength = 5;

} // namespace

FilmMap::FilmMap(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_painter(theme) {
    setObjectName(u"filmMap"_s);
    setAccessibleName(tr("Map of the films"));
    setAccessibleDescription(
        tr("Films in the plane of the two largest principal components. Arrow keys pan, "
           "Shift and arrow keys go from film to film, Enter likes the selected film, plus "
           "and minus zoom, 0 shows everything."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(restMilliseconds);
    connect(&m_restTimer, &QTimer::timeout, this, [this] {
        m_pointsValid = false;
        m_labelsValid = false;
        update();
    });
    m_userAnimation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_userAnimation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        if (m_marks.user) {
            m_marks.user = value.toPointF();
            update();
        }
    });
    m_cameraAnimation.setStartValue(0.0);
    m_cameraAnimation.setEndValue(1.0);
    m_cameraAnimation.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_cameraAnimation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_view = MapView::between(m_cameraFrom, m_cameraTo, value.toDouble());
        viewMoved();
    });
}

void FilmMap::setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset,
                       std::shared_ptr<const DatasetStatistics> statistics) {
    m_scene = std::move(scene);
    m_dataset = std::move(dataset);
    m_statistics = std::move(statistics);
    m_painter.setScene(m_scene, m_dataset);
    m_userAnimation.stop();
    m_cameraAnimation.stop();
    m_marks = {};
    m_pointsValid = false;
    m_labelsValid = false;
    m_showsEverything = true;
    m_view = everythingView();
    update();
}

void FilmMap::setSession(const std::vector<ItemIndex>& liked, const std::vector<ItemIndex>& recommended,
                         std::optional<QPointF> user) {
    m_marks.liked = liked;
    m_marks.recommended = recommended;
    const std::optional<QPointF> goal = m_userAnimation.state() == QAbstractAnimation::Running
                                            ? std::optional(m_userAnimation.endValue().toPointF())
                                            : m_marks.user;
    if (!user || !m_marks.user) {
        m_userAnimation.stop();
        m_marks.user = user;
        m_marks.trail.clear();
    } else if (goal != user) {
        m_marks.trail.push_back(*goal);
        if (m_marks.trail.size() > trailLength)
            m_marks.trail.erase(m_marks.trail.begin());
        // Retargeted from where the marker is drawn now, not from where it should have arrived.
        m_userAnimation.stop();
        m_userAnimation.setStartValue(*m_marks.user);
        m_userAnimation.setEndValue(*user);
        m_userAnimation.setDuration(m_reduceMotion ? 0 : userMilliseconds);
        if (m_reduceMotion)
            m_marks.user = user;
        else
            m_userAnimation.start();
    }
    labelsChanged();
    keepUserInView();
}

void FilmMap::keepUserInView() {
    if (!m_marks.user || !m_showsEverything)
        return; // whoever moved the view wants to look at that part
    const MapView fitted = everythingView();
    if (!(fitted == m_view))
        moveTo(fitted, true);
}

void FilmMap::setSelected(ItemIndex item) {
    if (m_marks.selected == item)
        return;
    m_marks.selected = item;
    update();
}

void FilmMap::setDisliked(std::vector<ItemIndex> items) {
    m_marks.disliked = std::move(items);
    update();
}

void FilmMap::setGhost(std::optional<QPointF> user) {
    if (m_marks.ghost == user)
        return;
    m_marks.ghost = user;
    update();
}

void FilmMap::setRibbons(ItemIndex film, std::vector<MapRibbon> ribbons) {
    m_marks.ribbonTarget = film;
    m_marks.ribbons = std::move(ribbons);
    update();
}

ItemIndex FilmMap::eventTarget() const {
    return m_pointerLed && m_marks.hovered >= 0 ? m_marks.hovered : m_marks.selected;
}

void FilmMap::setHighlighted(quint32 categories) {
    m_highlighted = categories;
    m_pointsValid = false;
    update();
}

void FilmMap::themeChanged() {
    m_painter.themeChanged();
    m_pointsValid = false;
    m_labelsValid = false;
    update();
}

void FilmMap::labelsChanged() {
    m_labelsValid = false;
    update();
}

MapView FilmMap::everythingView() const {
    if (!m_scene)
        return {{}, 1.0, size()};
    QRectF world = m_scene->bounds();
    const auto include = [&](QPointF point) {
        world |= QRectF(point, QSizeF(0, 0)).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
    };
    if (m_marks.user)
        include(m_userAnimation.state() == QAbstractAnimation::Running ? m_userAnimation.endValue().toPointF()
                                                                       : *m_marks.user);
    const auto films = [&](const std::vector<ItemIndex>& items) {
        for (const ItemIndex item : items)
            if (const MapPoint* point = m_scene->find(item))
                include(point->world());
    };
    films(m_marks.liked);
    films(m_marks.recommended);
    const double edge = m_theme.px(28);
    return MapView::fitting(world, size(), QMarginsF(edge, edge, edge, edge));
}

void FilmMap::moveTo(const MapView& target, bool animated) {
    m_cameraAnimation.stop();
    if (!animated || m_reduceMotion || !isVisible()) {
        m_view = target;
        viewMoved();
        return;
    }
    m_cameraFrom = m_view;
    m_cameraTo = target;
    m_cameraAnimation.setDuration(cameraMilliseconds);
    m_cameraAnimation.start();
}

void FilmMap::fitView() {
    m_showsEverything = true;
    moveTo(everythingView(), true);
}

void FilmMap::zoomBy(double factor) {
    m_showsEverything = false;
    m_cameraAnimation.stop();
    m_view.zoomAt(QRectF(rect()).center(), factor);
    viewMoved();
}

void FilmMap::viewMoved() {
    if (m_renderMilliseconds < immediateMilliseconds) {
        m_pointsValid = false;
        m_labelsValid = false;
    } else {
        m_restTimer.start();
    }
    update();
}

QPointF FilmMap::positionOnScreen(ItemIndex item) const {
    const MapPoint* point = m_scene ? m_scene->find(item) : nullptr;
    Q_ASSERT(point != nullptr);
    return m_view.toScreen(point->world());
}

std::optional<QPointF> FilmMap::userOnScreen() const {
    return m_marks.user ? std::optional(m_view.toScreen(*m_marks.user)) : std::nullopt;
}

void FilmMap::renderPoints() {
    QElapsedTimer timer;
    timer.start();
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_points.size() != pixels) {
        m_points = QPixmap(pixels);
        m_points.setDevicePixelRatio(ratio);
    }
    m_points.fill(m_theme.colors().surface);
    QPainter painter(&m_points);
    painter.setRenderHint(QPainter::Antialiasing);
    m_painter.paintPoints(painter, m_view, m_highlighted);
    m_pointsView = m_view;
    m_pointsValid = true;
    m_renderMilliseconds = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

void FilmMap::renderLabels() {
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_labels.size() != pixels) {
        m_labels = QPixmap(pixels);
        m_labels.setDevicePixelRatio(ratio);
    }
    m_labels.fill(Qt::transparent);
    QPainter painter(&m_labels);
    m_painter.paintLabels(painter, m_view, m_marks);
    m_labelsView = m_view;
    m_labelsValid = true;
}

void FilmMap::paintEvent(QPaintEvent*) {
    if (!m_pointsValid || m_points.deviceIndependentSize().toSize() != size())
        renderPoints();
    if (!m_labelsValid || m_labels.deviceIndependentSize().toSize() != size())
        renderLabels();
    QPainter painter(this);
    if (m_pointsView == m_view) {
        painter.drawPixmap(0, 0, m_points);
    } else {
        painter.fillRect(rect(), m_theme.colors().surface);
        painter.setTransform(m_view.imageTransform(m_pointsView));
        painter.drawPixmap(0, 0, m_points);
        painter.resetTransform();
    }
    m_painter.paintAxes(painter, m_view);
    m_painter.paintMarks(painter, m_view, m_marks);
    painter.setTransform(m_view.imageTransform(m_labelsView));
    painter.drawPixmap(0, 0, m_labels);
    painter.resetTransform();
    paintHoverCard(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colors().accent, m_theme.px(2)));
        painter.setBrush(Qt::NoBrush);
        const int inset = m_theme.px(1);
        painter.drawRect(rect().adjusted(inset, inset, -inset, -inset));
    }
}

void FilmMap::paint(QPainter& painter, QSize size) {
    MapView view = m_view;
    view.resize(size);
    painter.save();
    painter.setClipRect(QRect(QPoint(0, 0), size));
    painter.fillRect(QRect(QPoint(0, 0), size), m_theme.colors().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    m_painter.paintPoints(painter, view, m_highlighted);
    m_painter.paintAxes(painter, view);
    m_painter.paintMarks(painter, view, m_marks);
    m_painter.paintLabels(painter, view, m_marks);
    painter.restore();
}

} // namespace recital
