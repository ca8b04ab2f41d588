#include "ui/widgets/whydelegate.h"

#include "ui/livetext.h"
#include "ui/theme.h"
#include "ui/widgets/whymodel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace recital {

WhyDelegate::WhyDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

int WhyDelegate::rowHeight() const {
    return m_theme.px(21);
}

QSize WhyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), rowHeight()};
}

QRectF WhyDelegate::boxOf(const QRectF& row) const {
    const double side = m_theme.px(14);
    return {row.left() + m_theme.px(4), row.center().y() - side / 2, side, side};
}

void WhyDelegate::paintBox(QPainter& painter, const QRectF& box, bool checked) const {
    const ThemeColors& colors = m_theme.colors();
    painter.setPen(QPen(checked ? colors.accent : colors.outline, m_theme.scale() * 1.3));
    painter.setBrush(checked ? colors.accent : colors.surface);
    painter.drawRoundedRect(box, m_theme.px(3), m_theme.px(3));
    if (!checked)
        return;
    painter.setPen(QPen(colors.onAccent, m_theme.scale() * 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.3)}));
}

/// Negative shares grow to the left of the zero line, positive ones to the right.
void WhyDelegate::paintBar(QPainter& painter, const QRectF& track, double value, double largest,
                           bool negatives) const {
    const ThemeColors& colors = m_theme.colors();
    const double zero = negatives ? track.left() + track.width() * 0.3 : track.left();
    const double unit = (track.right() - zero) / largest;
    const double length =
        std::min(std::abs(value) * unit, value < 0 ? zero - track.left() : track.right() - zero);
    const double height = m_theme.px(9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(value < 0 ? colors.loss : colors.gain);
    painter.drawRect(
        QRectF(value < 0 ? zero - length : zero, track.center().y() - height / 2, length, height));
    painter.setPen(QPen(colors.outline, 1));
    painter.drawLine(QPointF(zero, track.top() + 2), QPointF(zero, track.bottom() - 2));
}

void WhyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const auto* model = qobject_cast<const WhyModel*>(index.model());
    Q_ASSERT(model != nullptr);
    const WhyRow& row = model->rows()[static_cast<std::size_t>(index.row())];
    const ThemeColors& colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(option.rect);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, m_theme.scale() * 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(area.adjusted(1, 1, -1, -1), m_theme.px(4), m_theme.px(4));
    }
    const QRectF box = boxOf(area);
    if (row.kind == WhyRow::Kind::Event)
        paintBox(*painter, box, row.counted);
    const double left = box.right() + m_theme.px(7);
    const double numberWidth = m_theme.px(66);
    const double titleWidth = (area.right() - left) * 0.42;
    QFont font = m_theme.font(14);
    font.setItalic(row.kind == WhyRow::Kind::Rest || row.kind == WhyRow::Kind::Base);
    painter->setFont(font);
    painter->setPen(row.counted ? colors.text : colors.mutedText);
    painter->drawText(
        QRectF(left, area.top(), titleWidth, area.height()), Qt::AlignVCenter,
        painter->fontMetrics().elidedText(row.title, Qt::ElideRight, static_cast<int>(titleWidth)));
    const QRectF number(area.right() - numberWidth - m_theme.px(4), area.top(), numberWidth, area.height());
    if (row.counted) {
        const double trackLeft = left + titleWidth + m_theme.px(10);
        paintBar(*painter, QRectF(trackLeft, area.top(), number.left() - trackLeft, area.height()), row.value,
                 model->largest(), model->hasNegative());
    }
    painter->setPen(row.counted ? colors.text : colors.mutedText);
    painter->setFont(m_theme.font(14, QFont::Medium));
    painter->drawText(number, Qt::AlignRight | Qt::AlignVCenter,
                      row.counted ? signedNumber(row.value) : tr("left out"));
    painter->restore();
}

bool WhyDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        toggles = mouse->button() == Qt::LeftButton && QRectF(option.rect).contains(mouse->position());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        toggles = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!toggles)
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace recital
