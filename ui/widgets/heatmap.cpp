#include "ui/widgets/heatmap.h"

#include "ui/theme.h"
#include "ui/widgets/heatmappainter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

HeatMap::HeatMap(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"heatMap"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void HeatMap::setData(HeatMapData data) {
    const bool sameAxes = data.columns == m_data.columns && data.rows == m_data.rows;
    m_data = std::move(data);
    if (!sameAxes) {
        m_hovered = -1;
        setCurrent(-1);
    }
    setAccessibleName(tr("%1 by %2 and %3").arg(m_data.title, m_data.columnTitle, m_data.rowTitle));
    setAccessibleDescription(currentText());
    update();
}

QString HeatMap::textOf(int cell) const {
    if (cell < 0)
        return {};
    const int column = cell % m_data.columnCount();
    const int row = cell / m_data.columnCount();
    QString text =
        tr("%1 %2, %3 %4").arg(m_data.columnTitle, m_data.columns[column], m_data.rowTitle, m_data.rows[row]);
    const HeatMapCell& shown = m_data.cell(cell);
    if (shown.state == HeatMapCell::State::Untried)
        text += u'\n' + tr("Not tried");
    if (!shown.details.isEmpty())
        text += u'\n' + shown.details;
    if (cell == m_data.best)
        text += u'\n' + tr("The best of this search");
    return text;
}

QString HeatMap::currentText() const {
    return textOf(m_current);
}

void HeatMap::setCurrent(int cell) {
    if (cell == m_current)
        return;
    m_current = cell;
    setAccessibleDescription(currentText());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
    emit currentChanged(cell);
}

QRectF HeatMap::cellRect(int cell) const {
    return HeatMapPainter(m_data, m_theme, rect()).cellRect(cell);
}

bool HeatMap::valuesFit() const {
    return HeatMapPainter(m_data, m_theme, rect()).valuesFit();
}

void HeatMap::paintTo(QPainter& painter, const QRectF& area) const {
    HeatMapPainter(m_data, m_theme, area).paint(painter, -1, false);
}

QSize HeatMap::sizeHint() const {
    return {m_theme.px(560), m_theme.px(320)};
}

QSize HeatMap::minimumSizeHint() const {
    return {m_theme.px(260), m_theme.px(180)};
}

void HeatMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    HeatMapPainter(m_data, m_theme, rect()).paint(painter, m_current, hasFocus());
}

/// The same words for the pointer and for the keyboard, beside the cell.
void HeatMap::tell(int cell) {
    if (cell < 0)
        return QToolTip::hideText();
    const QPoint corner = cellRect(cell).bottomRight().toPoint();
    QToolTip::showText(mapToGlobal(corner), textOf(cell), this);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    if (m_data.empty())
        return;
    const int cell = HeatMapPainter(m_data, m_theme, rect()).cellAt(event->position());
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    tell(cell);
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
    if (m_data.empty() || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const int cell = HeatMapPainter(m_data, m_theme, rect()).cellAt(event->position());
    if (cell >= 0)
        setCurrent(cell);
}

void HeatMap::leaveEvent(QEvent*) {
    m_hovered = -1;
    tell(-1);
}

bool HeatMap::step(int columns, int rows) {
    if (m_data.empty())
        return false;
    int cell = m_current;
    if (cell < 0) {
        cell = std::max(m_data.best, 0); // the first key shows where one is
    } else {
        const int column = std::clamp(cell % m_data.columnCount() + columns, 0, m_data.columnCount() - 1);
        const int row = std::clamp(cell / m_data.columnCount() + rows, 0, m_data.rowCount() - 1);
        cell = row * m_data.columnCount() + column;
    }
    setCurrent(cell);
    tell(cell);
    return true;
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    bool used = false;
    switch (event->key()) {
    case Qt::Key_Left:
        used = step(-1, 0);
        break;
    case Qt::Key_Right:
        used = step(1, 0);
        break;
    case Qt::Key_Up:
        used = step(0, 1);
        break;
    case Qt::Key_Down:
        used = step(0, -1);
        break;
    case Qt::Key_Home: // the best one
        used = m_data.best >= 0;
        if (used) {
            setCurrent(m_data.best);
            tell(m_data.best);
        }
        break;
    default:
        break;
    }
    if (!used)
        QWidget::keyPressEvent(event);
}

void HeatMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && m_current < 0 && !m_data.empty())
        setCurrent(std::max(m_data.best, 0));
    update();
}

void HeatMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    tell(-1);
    update();
}

} // namespace recital
