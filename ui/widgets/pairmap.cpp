#include "ui/widgets/pairmap.h"

#include "ui/theme.h"

#include <QPainter>

#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

PairMap::PairMap(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_painter(theme) {
    setObjectName(u"pairMap"_s);
    setAccessibleName(tr("Both users on the map of the films"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PairMap::setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset) {
    m_scene = std::move(scene);
    m_painter.setScene(m_scene, std::move(dataset));
    fit();
}

void PairMap::setUsers(std::optional<QPointF> a, std::optional<QPointF> b) {
    m_a = a;
    m_b = b;
    fit();
}

void PairMap::setBlend(double share, const std::vector<ItemIndex>& list) {
    m_share = share;
    m_marks.recommended = list;
    update();
}

std::optional<QPointF> PairMap::blendPosition() const {
    if (!m_a || !m_b)
        return std::nullopt;
    return *m_a + (*m_b - *m_a) * m_share;
}

void PairMap::themeChanged() {
    m_painter.themeChanged();
    fit();
}

void PairMap::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

/// All films and both users; the points are painted anew only when that view changed.
void PairMap::fit() {
    m_points = {};
    if (m_scene) {
        QRectF world = m_scene->bounds();
        for (const auto& user : {m_a, m_b})
            if (user)
                world = world.united(QRectF(*user, QSizeF(1e-6, 1e-6)));
        const double pad = m_theme.px(26);
        m_view = MapView::fitting(world, size(), QMarginsF(pad, pad, pad, pad));
    }
    update();
}

void PairMap::paintUser(QPainter& painter, QPointF at, const QString& letter) const {
    const double radius = m_theme.px(letter.isEmpty() ? 9 : 14);
    painter.setPen(QPen(m_theme.colors().surface, m_theme.px(5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(diamondPolygon(at, radius));
    painter.setPen(QPen(m_theme.colors().text, m_theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(letter.isEmpty() ? m_theme.colors().surface : m_theme.colors().accent);
    painter.drawPolygon(diamondPolygon(at, radius));
    painter.setPen(m_theme.colors().onAccent);
    painter.setFont(m_theme.font(13, QFont::Bold));
    painter.drawText(QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter,
                     letter);
}

void PairMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    if (!m_scene)
        return;
    if (m_points.isNull()) {
        m_points = QPixmap(size() * devicePixelRatioF());
        m_points.setDevicePixelRatio(devicePixelRatioF());
        m_points.fill(m_theme.colors().surface);
        QPainter inPoints(&m_points);
        m_painter.paintPoints(inPoints, m_view, 0);
    }
    painter.drawPixmap(0, 0, m_points);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_b)
        paintDirection(painter, *m_b, u"B"_s);
    if (m_a) // last: its letter stands where the other ray may end
        paintDirection(painter, *m_a, u"A"_s);
    m_painter.paintMarks(painter, m_view, m_marks);
    if (m_a && m_b) {
        painter.setPen(QPen(m_theme.colors().text, m_theme.px(2), Qt::DashLine));
        painter.drawLine(m_view.toScreen(*m_a), m_view.toScreen(*m_b));
        paintUser(painter, m_view.toScreen(*blendPosition()), {});
    }
    if (m_a)
        paintUser(painter, m_view.toScreen(*m_a), u"A"_s);
    if (m_b)
        paintUser(painter, m_view.toScreen(*m_b), u"B"_s);
}

/// Scores follow the direction of the vector, not its length: a ray from where no taste points anywhere,
/// through the user, with the letter at the edge. Two users may stand close together and still look apart.
void PairMap::paintDirection(QPainter& painter, QPointF user, const QString& letter) const {
    const QPointF from = m_view.toScreen(m_scene->origin());
    const QPointF way = m_view.toScreen(user) - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1.0)
        return;
    const double edge = m_theme.px(18);
    const QRectF inside = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    const QPointF along = way / length;
    const auto reach = [](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-9)
            return std::numeric_limits<double>::infinity();
        return std::max(0.0, ((step > 0.0 ? high : low) - start) / step);
    };
    const QPointF end = from + along * std::min(reach(from.x(), along.x(), inside.left(), inside.right()),
                                                reach(from.y(), along.y(), inside.top(), inside.bottom()));
    QColor color = m_theme.colors().accent;
    color.setAlphaF(0.7F);
    painter.setPen(QPen(color, m_theme.px(2)));
    painter.drawLine(from, end);
    // Not both at the edge, where two rays that lie close would put one letter on the other.
    const QPointF sign = letter == u"A" ? end : from + (end - from) * 0.72;
    const double radius = m_theme.px(11);
    painter.setPen(QPen(m_theme.colors().accent, m_theme.px(2)));
    painter.setBrush(m_theme.colors().surface);
    painter.drawEllipse(sign, radius, radius);
    painter.setPen(m_theme.colors().text);
    painter.setFont(m_theme.font(13, QFont::Bold));
    painter.drawText(QRectF(sign - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter,
                     letter);
}

} // namespace recital
