#include "ui/widgets/pairmap.h"

#include "ui/theme.h"

#include <QPainter>

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
    m_painter.paintMarks(painter, m_view, m_marks);
    painter.setRenderHint(QPainter::Antialiasing);
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

} // namespace recital
