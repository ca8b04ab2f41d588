#include "ui/widgets/recommendationdelegate.h"

#include "ui/theme.h"
#include "ui/widgets/recommendationview.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

RecommendationDelegate::RecommendationDelegate(const Theme& theme, RecommendationView& view)
    : QStyledItemDelegate(&view)
    , m_theme(theme)
    , m_view(view) {}

QSize RecommendationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(240), m_view.rowHeight()};
}

void RecommendationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const RecommendationRow& row = m_view.recommendations().rows()[static_cast<std::size_t>(index.row())];
    const ThemeColors& colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(m_view.opacityOf(row.item));
    const double moved = (m_view.drawnRow(row.item) - index.row()) * m_view.rowHeight();
    const QRectF area = QRectF(option.rect).translated(0, moved);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected || row.item == m_view.hoveredItem()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colors.selection : colors.raised);
        painter->drawRoundedRect(area.adjusted(1, 1, -1, -1), m_theme.px(6), m_theme.px(6));
    }
    if (selected && m_view.hasFocus()) {
        painter->setPen(QPen(colors.accent, m_theme.px(2)));
        painter->setBrush(Qt::NoBrush);
        const double inset = m_theme.px(2);
        painter->drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), m_theme.px(5), m_theme.px(5));
    }

    const double rankWidth = m_theme.px(34);
    const double changeWidth = m_theme.px(46);
    const double scoreWidth = m_theme.px(62);
    const double pad = m_theme.px(8);
    painter->setPen(colors.text);
    painter->setFont(m_theme.font(20, QFont::Bold));
    painter->drawText(QRectF(area.left(), area.top(), rankWidth, area.height()),
                      Qt::AlignRight | Qt::AlignVCenter, QString::number(row.rank));
    paintChange(*painter, QRectF(area.left() + rankWidth + pad / 2, area.top(), changeWidth, area.height()),
                row);
    const double left = area.left() + rankWidth + changeWidth + pad;
    const QRectF middle(left, area.top(), area.right() - scoreWidth - pad - left, area.height());
    paintTitle(*painter, middle, row);
    const double barHeight = m_theme.px(5);
    paintBar(*painter, QRectF(middle.left(), area.top() + area.height() * 0.73, middle.width(), barHeight),
             row.share);
    painter->setPen(colors.text);
    painter->setFont(m_theme.font(16, QFont::DemiBold));
    painter->drawText(QRectF(middle.right(), area.top(), scoreWidth, area.height()),
                      Qt::AlignRight | Qt::AlignVCenter, row.score);
    painter->restore();
}

/// Direction as a shape, the number of ranks beside it; colour only repeats what the shape says.
void RecommendationDelegate::paintChange(QPainter& painter, const QRectF& area,
                                         const RecommendationRow& row) const {
    if (!row.hasChange)
        return;
    const ThemeColors& colors = m_theme.colors();
    painter.setFont(m_theme.font(14, QFont::Bold));
    if (row.previousRank == 0) {
        const QString text = tr("new", "marker of a film that was not in the list before");
        painter.setFont(m_theme.font(12, QFont::Bold));
        const double width =
            std::min(area.width() - 4, painter.fontMetrics().horizontalAdvance(text) + m_theme.px(12) * 1.0);
        const double height = m_theme.px(20);
        const QRectF pill(area.left(), area.center().y() - height / 2, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(pill, height / 2, height / 2);
        painter.setPen(colors.onAccent);
        painter.drawText(pill, Qt::AlignCenter, text);
        return;
    }
    const int up = row.previousRank - row.rank;
    const double half = m_theme.px(6);
    const QPointF centre(area.left() + half + 1, area.center().y());
    if (up == 0) {
        painter.setPen(QPen(colors.mutedText, m_theme.px(2), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre - QPointF(half * 0.8, 0), centre + QPointF(half * 0.8, 0));
        return;
    }
    const double tip = up > 0 ? -half : half;
    const QColor color = up > 0 ? colors.gain : colors.loss;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {centre + QPointF(0, tip), centre + QPointF(half, -tip * 0.8), centre + QPointF(-half, -tip * 0.8)}));
    painter.setPen(color);
    painter.drawText(QRectF(centre.x() + half + m_theme.px(3), area.top(), area.width(), area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(std::abs(up)));
}

void RecommendationDelegate::paintTitle(QPainter& painter, const QRectF& area,
                                        const RecommendationRow& row) const {
    const ThemeColors& colors = m_theme.colors();
    const double baseline = area.top() + area.height() * 0.52;
    double left = area.left();
    if (row.hasCategory) {
        const double radius = m_theme.px(4.5);
        const auto category = static_cast<std::size_t>(row.category);
        painter.setPen(Qt::NoPen);
        painter.setBrush(category < colors.categories.size() ? colors.categories[category] : colors.other);
        painter.drawEllipse(QPointF(left + radius, baseline - m_theme.px(6)), radius, radius);
        left += 2 * radius + m_theme.px(7);
    }
    if (row.isHit)
        left += paintHit(painter, QPointF(left, baseline));
    if (!row.badge.isEmpty())
        left += paintBadge(painter, QPointF(left, baseline), row.badge);
    const QString year = row.year > 0 ? QString::number(row.year) : QString();
    const QFont yearFont = m_theme.font(13);
    const double yearWidth =
        year.isEmpty() ? 0.0 : QFontMetricsF(yearFont).horizontalAdvance(year) + m_theme.px(8);
    painter.setFont(m_theme.font(18, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QString title = metrics.elidedText(row.title, Qt::ElideRight, area.right() - left - yearWidth);
    painter.setPen(colors.text);
    painter.drawText(QPointF(left, baseline), title);
    painter.setFont(yearFont);
    painter.setPen(colors.mutedText);
    painter.drawText(QPointF(left + metrics.horizontalAdvance(title) + m_theme.px(8), baseline), year);
}

/// A check mark in front of a held-out film; returns the width it takes.
double RecommendationDelegate::paintHit(QPainter& painter, const QPointF& baseline) const {
    const double size = m_theme.px(12);
    painter.setPen(QPen(m_theme.colors().gain, m_theme.px(2.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({baseline + QPointF(0, -0.45 * size), baseline + QPointF(0.38 * size, 0),
                                    baseline + QPointF(size, -0.95 * size)}));
    return size + m_theme.px(7);
}

/// A word in a frame; returns the width it takes.
double RecommendationDelegate::paintBadge(QPainter& painter, const QPointF& baseline,
                                          const QString& text) const {
    painter.setFont(m_theme.font(11, QFont::Bold));
    const double height = m_theme.px(17);
    const double width = painter.fontMetrics().horizontalAdvance(text) + m_theme.px(10);
    const QRectF frame(baseline.x(), baseline.y() - m_theme.px(6) - height / 2, width, height);
    painter.setPen(QPen(m_theme.colors().text, m_theme.px(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, m_theme.px(4), m_theme.px(4));
    painter.drawText(frame, Qt::AlignCenter, text);
    return width + m_theme.px(7);
}

void RecommendationDelegate::paintBar(QPainter& painter, const QRectF& area, double share) const {
    const double round = area.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().raised);
    painter.drawRoundedRect(area, round, round);
    painter.setBrush(m_theme.colors().accent);
    const double width = area.width() * share;
    if (width >= area.height())
        painter.drawRoundedRect(QRectF(area.left(), area.top(), width, area.height()), round, round);
}

} // namespace recital
