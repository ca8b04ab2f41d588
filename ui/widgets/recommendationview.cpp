#include "ui/widgets/recommendationview.h"

#include "ui/livetext.h"
#include "ui/theme.h"
#include "ui/widgets/recommendationdelegate.h"

#include <QContextMenuEvent>
#include <QCursor>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int animationMilliseconds = 250;
constexpr double compactBelow = 44.0; ///< at 720 lines: rows with smaller type
constexpr double newcomer = -1.0;     ///< in m_startRow: the film was not there

} // namespace

RecommendationView::RecommendationView(const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_actions(theme) {
    setObjectName(u"recommendationList"_s);
    setAccessibleName(tr("Recommendations"));
    setModel(&m_model);
    setItemDelegate(new RecommendationDelegate(theme, *this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    // The focus is drawn in the row; a border would take the tenth row's last pixels.
    setStyleSheet(u"QListView, QListView:focus { border: none; background: transparent; }"_s);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this] { viewport()->update(); });
}

int RecommendationView::rowHeight() const {
    return std::clamp(height() / visibleRows, leastRowHeight(), m_theme.px(m_mostRowPixels));
}

int RecommendationView::leastRowHeight() const {
    return m_theme.px(m_leastRowPixels);
}

bool RecommendationView::isCompact() const {
    return rowHeight() < m_theme.px(compactBelow);
}

void RecommendationView::setShowsChange(bool shows) {
    m_showsChange = shows;
    viewport()->update();
}

void RecommendationView::setRowPixels(double least, double most) {
    m_leastRowPixels = least;
    m_mostRowPixels = most;
    themeChanged();
}

void RecommendationView::setRows(std::vector<RecommendationRow> rows) {
    QHash<ItemIndex, double> drawn;
    for (const RecommendationRow& row : m_model.rows())
        drawn.insert(row.item, drawnRow(row.item));
    const int selectedRow = currentIndex().row();
    const ItemIndex selected = currentItem();

    m_model.setRows(std::move(rows));

    m_startRow.clear();
    for (const RecommendationRow& row : m_model.rows())
        m_startRow.insert(row.item, drawn.value(row.item, newcomer));
    m_animation.stop();
    if (!m_reduceMotion && !drawn.isEmpty()) {
        m_animation.setDuration(animationMilliseconds);
        m_animation.start();
    } else {
        m_startRow.clear();
    }
    // Whoever likes one film after the other by keyboard stays on the same rank.
    if (selected >= 0 && m_model.rowOf(selected) < 0 && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(std::min(selectedRow, m_model.rowCount() - 1)));
    if (m_hovered >= 0)
        hoverAt(viewport()->mapFromGlobal(QCursor::pos()));
    viewport()->update();
}

double RecommendationView::drawnRow(ItemIndex item) const {
    const double target = m_model.rowOf(item);
    const double start = m_startRow.value(item, target);
    if (!animating() || start == newcomer)
        return target;
    return start + (target - start) * m_animation.currentValue().toDouble();
}

double RecommendationView::opacityOf(ItemIndex item) const {
    return animating() && m_startRow.value(item, 0.0) == newcomer ? m_animation.currentValue().toDouble()
                                                                  : 1.0;
}

ItemIndex RecommendationView::currentItem() const {
    const QModelIndex index = currentIndex();
    return index.isValid() ? index.data(RecommendationModel::ItemRole).value<ItemIndex>() : -1;
}

void RecommendationView::selectItem(ItemIndex item) {
    if (item == currentItem())
        return;
    const int row = m_model.rowOf(item);
    setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    if (row < 0)
        clearSelection();
}

void RecommendationView::themeChanged() {
    scheduleDelayedItemsLayout();
    updateGeometry();
}

QSize RecommendationView::sizeHint() const {
    return {m_theme.px(420), visibleRows * leastRowHeight()};
}

QSize RecommendationView::minimumSizeHint() const {
    return {m_theme.px(240), 3 * leastRowHeight()};
}

void RecommendationView::resizeEvent(QResizeEvent* event) {
    scheduleDelayedItemsLayout(); // rows may be higher or lower now
    QListView::resizeEvent(event);
}

void RecommendationView::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.colors().mutedText);
    painter.setFont(m_theme.font(15));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing to recommend"));
}

void RecommendationView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    emit filmSelected(currentItem());
}

void RecommendationView::setGhost(QHash<ItemIndex, int> ranks) {
    m_ghost = std::move(ranks);
    viewport()->update();
}

void RecommendationView::clearGhost() {
    if (m_ghost.isEmpty())
        return;
    m_ghost.clear();
    viewport()->update();
}

ItemIndex RecommendationView::eventTarget() const {
    return m_pointerLed && m_hovered >= 0 ? m_hovered : currentItem();
}

bool RecommendationView::showsActions(ItemIndex item) const {
    if (!m_offersEvents || m_readOnly)
        return false;
    return item == m_hovered || (item == currentItem() && hasFocus() && !(m_pointerLed && m_hovered >= 0));
}

QRect RecommendationView::actionRect(ItemIndex item, const RowActions::Action& action) const {
    const int row = m_model.rowOf(item);
    if (row < 0)
        return {};
    const RowGeometry parts(m_theme, QRectF(visualRect(m_model.index(row))), m_showsChange);
    return m_actions.rectOf(parts.actions(), action).toRect();
}

std::optional<RowActions::Action> RecommendationView::actionAt(QPoint position) const {
    const ItemIndex item = itemAt(position);
    if (item < 0 || !showsActions(item))
        return std::nullopt;
    const RowGeometry parts(m_theme, QRectF(visualRect(m_model.index(m_model.rowOf(item)))), m_showsChange);
    return m_actions.at(parts.actions(), QPointF(position));
}

void RecommendationView::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (const auto wanted = m_offersEvents && plain ? eventOfKey(event->key()) : std::nullopt) {
        if (const ItemIndex item = eventTarget(); item >= 0 && !m_readOnly)
            emit eventRequested(wanted->first, wanted->second, item);
        return;
    }
    m_pointerLed = false;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        if (const ItemIndex item = currentItem(); item >= 0 && !m_readOnly)
            emit filmActivated(item);
        return;
    }
    QListView::keyPressEvent(event);
    viewport()->update();
}

void RecommendationView::hover(ItemIndex item) {
    if (m_hovered == item)
        return;
    m_hovered = item;
    setCursor(item >= 0 && !m_readOnly ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
    emit filmHovered(item);
}

ItemIndex RecommendationView::itemAt(QPoint position) const {
    const QModelIndex index = viewport()->rect().contains(position) ? indexAt(position) : QModelIndex();
    return index.isValid() ? index.data(RecommendationModel::ItemRole).value<ItemIndex>() : -1;
}

void RecommendationView::hoverAt(QPoint position) {
    hover(itemAt(position));
    if (const auto action = actionAt(position); action != m_hoveredAction) {
        m_hoveredAction = action;
        viewport()->update();
        emit actionHovered();
    }
}

void RecommendationView::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    m_pressed = event->button() == Qt::LeftButton && !m_readOnly ? itemAt(at) : -1;
    m_pressedAction = m_pressed >= 0 ? actionAt(at) : std::nullopt;
    QListView::mousePressEvent(event);
}

void RecommendationView::mouseMoveEvent(QMouseEvent* event) {
    m_pointerLed = true;
    hoverAt(event->position().toPoint());
}

void RecommendationView::mouseReleaseEvent(QMouseEvent* event) {
    const ItemIndex pressed = std::exchange(m_pressed, -1);
    const auto action = std::exchange(m_pressedAction, std::nullopt);
    const QPoint at = event->position().toPoint();
    // Before the base class, which may select: what is under the pointer is decided by where it is now.
    const bool same =
        event->button() == Qt::LeftButton && pressed >= 0 && pressed == itemAt(at) && action == actionAt(at);
    QListView::mouseReleaseEvent(event);
    if (!same)
        return;
    if (action)
        emit eventRequested(action->type, action->stars, pressed);
    else
        emit filmActivated(pressed);
}

void RecommendationView::mouseDoubleClickEvent(QMouseEvent* event) {
    // The first click has liked a film and the list has moved: the second must not like what came below it.
    m_pressed = -1;
    event->accept();
}

void RecommendationView::leaveEvent(QEvent* event) {
    QListView::leaveEvent(event);
    m_pointerLed = false;
    m_hoveredAction.reset();
    hover(-1);
}

void RecommendationView::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    // Who comes by keyboard stands on a row; the base class makes it the current one without a sign of it.
    if (event->reason() != Qt::MouseFocusReason && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    viewport()->update();
}

void RecommendationView::contextMenuEvent(QContextMenuEvent* event) {
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const ItemIndex item = keyboard ? currentItem() : itemAt(viewport()->mapFromGlobal(event->globalPos()));
    if (item < 0 || !m_offersEvents)
        return;
    const QPoint below = visualRect(m_model.index(m_model.rowOf(item))).center();
    emit menuRequested(item, keyboard ? viewport()->mapToGlobal(below) : event->globalPos());
}

/// The buttons of a row are no widgets: their tool tips are given here.
bool RecommendationView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        const auto action = actionAt(help->pos());
        const QString text =
            action ? u"%1 (%2)\n%3"_s.arg(eventWord(action->type, action->stars),
                                          eventLetter(action->type, action->stars), eventHelp(action->type))
                   : index.data(Qt::ToolTipRole).toString();
        // Below the row, or it would cover the buttons that it tells about.
        const int below = visualRect(index).bottom() - m_theme.px(12);
        QToolTip::showText(viewport()->mapToGlobal(QPoint(help->pos().x(), below)), text, viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

} // namespace recital
