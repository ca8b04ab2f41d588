// The part of FilmMap that answers mouse and keyboard.
#include "ui/livetext.h"
#include "ui/theme.h"
#include "ui/widgets/filmmap.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

QPointF arrowOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void FilmMap::resizeEvent(QResizeEvent*) {
    m_cameraAnimation.stop();
    if (m_showsEverything || m_view.size.isEmpty())
        m_view = everythingView();
    else
        m_view.resize(size());
    m_pointsValid = false;
    m_labelsValid = false;
}

ItemIndex FilmMap::filmAt(QPointF screen) const {
    if (!m_scene)
        return -1;
    // Stars and rings are larger than points and lie on top of them.
    const auto marked = [&](const std::vector<ItemIndex>& items, bool stars) -> ItemIndex {
        for (const ItemIndex item : items) {
            const MapPoint* point = m_scene->find(item);
            if (point == nullptr)
                continue;
            const QPointF d = m_view.toScreen(point->world()) - screen;
            const double radius = stars ? m_painter.starRadius() : m_painter.ringRadius(*point);
            if (QPointF::dotProduct(d, d) <= radius * radius)
                return item;
        }
        return -1;
    };
    if (const ItemIndex item = marked(m_marks.liked, true); item >= 0)
        return item;
    if (const ItemIndex item = marked(m_marks.disliked, true); item >= 0)
        return item;
    if (const ItemIndex item = marked(m_marks.recommended, false); item >= 0)
        return item;
    const int point = m_scene->nearest(m_view.toWorld(screen), m_theme.px(9) / m_view.pixelsPerUnit);
    return point < 0 ? -1 : m_scene->points()[static_cast<std::size_t>(point)].item;
}

void FilmMap::hover(ItemIndex item) {
    if (m_marks.hovered == item)
        return;
    m_marks.hovered = item;
    setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    emit filmHovered(item);
}

void FilmMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_lastMouse = event->position();
    m_pressHeld = true;
    m_dragging = false;
}

void FilmMap::mouseMoveEvent(QMouseEvent* event) {
    m_pointerLed = true;
    if (!m_pressHeld) {
        hover(filmAt(event->position()));
        return;
    }
    const bool far = (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_dragging && !far)
        return;
    if (!m_dragging)
        setCursor(Qt::ClosedHandCursor);
    m_dragging = true;
    m_showsEverything = false;
    m_cameraAnimation.stop();
    m_view.pan(event->position() - m_lastMouse);
    m_lastMouse = event->position();
    viewMoved();
}

void FilmMap::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressHeld)
        return;
    m_pressHeld = false;
    if (m_dragging) {
        m_dragging = false;
        setCursor(Qt::ArrowCursor);
        hover(filmAt(event->position()));
        return;
    }
    const ItemIndex item = filmAt(event->position());
    if (item >= 0)
        emit filmActivated(item);
}

void FilmMap::mouseDoubleClickEvent(QMouseEvent* event) {
    // The first click of a double click on a film has already liked it; the second must not take that back.
    if (event->button() == Qt::LeftButton && filmAt(event->position()) < 0)
        fitView();
}

void FilmMap::wheelEvent(QWheelEvent* event) {
    if (!m_scene || event->angleDelta().y() == 0)
        return;
    m_showsEverything = false;
    m_cameraAnimation.stop();
    m_view.zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
    viewMoved();
    hover(filmAt(event->position()));
    event->accept();
}

void FilmMap::selectTowards(QPointF direction) {
    if (!m_scene)
        return;
    const MapPoint* current = m_scene->find(m_marks.selected);
    const QPointF from = current != nullptr ? m_view.toScreen(current->world()) : QRectF(rect()).center();
    const MapPoint* best = nullptr;
    double bestCost = 1e18;
    for (const MapPoint& point : m_scene->points()) {
        const QPointF d = m_view.toScreen(point.world()) - from;
        const double along = QPointF::dotProduct(d, direction);
        const double across = std::abs(d.x() * direction.y() - d.y() * direction.x());
        if (&point == current || along < 1.0 || across > along)
            continue;
        // Well known films are stations on the way; in a crowd every single film would be one otherwise.
        const double cost = (along + 2.0 * across) / (0.15 + static_cast<double>(point.weight));
        if (cost < bestCost) {
            bestCost = cost;
            best = &point;
        }
    }
    if (best == nullptr)
        return;
    setSelected(best->item);
    const QPointF at = m_view.toScreen(best->world());
    if (!QRectF(rect()).adjusted(20, 20, -20, -20).contains(at)) {
        m_showsEverything = false;
        m_view.pan(QRectF(rect()).center() - at);
        viewMoved();
    }
    emit filmSelected(best->item);
}

void FilmMap::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (const auto wanted = plain ? eventOfKey(event->key()) : std::nullopt) {
        if (const ItemIndex item = eventTarget(); item >= 0)
            emit eventRequested(wanted->first, wanted->second, item);
        return;
    }
    m_pointerLed = false;
    const QPointF arrow = arrowOf(event->key());
    if (!arrow.isNull()) {
        if (event->modifiers() & Qt::ShiftModifier) {
            selectTowards(arrow);
        } else {
            m_showsEverything = false;
            m_view.pan(-arrow * m_theme.px(60));
            viewMoved();
        }
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    case Qt::Key_0:
    case Qt::Key_Home:
        return fitView();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_marks.selected >= 0)
            emit filmActivated(m_marks.selected);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FilmMap::leaveEvent(QEvent*) {
    m_pointerLed = false;
    hover(-1);
}

void FilmMap::contextMenuEvent(QContextMenuEvent* event) {
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const ItemIndex item = keyboard ? m_marks.selected : filmAt(QPointF(mapFromGlobal(event->globalPos())));
    if (item < 0 || !m_scene->find(item))
        return;
    emit menuRequested(item, keyboard ? mapToGlobal(positionOnScreen(item).toPoint()) : event->globalPos());
}

} // namespace recital
