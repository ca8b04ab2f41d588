#include "ui/widgets/recommendationdelegate.h"

#include "ui/theme.h"
#include "ui/widgets/recommendationview.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// Another title in parentheses goes first. Parts of a series differ at their end, so theirs loses the
/// middle.
QString fittingTitle(const QString& title, const QFontMetricsF& metrics, double room) {
    if (metrics.horizontalAdvance(title) <= room)
        return title;
    const qsizetype other = title.indexOf(u" ("_s);
    return metrics.elidedText(other > 0 ? title.first(other) : title,
                              title.contains(u": "_s) ? Qt::ElideMiddle : Qt::ElideRight, room);
}

} // namespace

RecommendationDelegate::RecommendationDelegate(const Theme& theme, RecommendationView& view)
    : QStyledItemDelegate(&view)
    , m_theme(theme)
    , m_view(view) {}

QSize RecommendationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(240), m_view.rowHeight()};
}

RowGeometry::RowGeometry(const Theme& theme, const QRectF& row, bool showsChange) {
    const double rankWidth = theme.px(34);
    const double changeWidth = showsChange ? theme.px(46) : 0.0;
    const double scoreWidth = theme.px(62);
    const double pad = theme.px(8);
    rank = QRectF(row.left(), row.top(), rankWidth, row.height());
    change = QRectF(row.left() + rankWidth + pad / 2, row.top(), changeWidth, row.height());
    const double left = row.left() + rankWidth + changeWidth + pad;
    middle = QRectF(left, row.top(), row.right() - scoreWidth - pad - left, row.height());
    score = QRectF(middle.right(), row.top(), scoreWidth, row.height());
}

QRectF RowGeometry::actions() const {
    return middle.adjusted(0, middle.height() * 0.5, 0, -middle.height() * 0.06);
}

void RecommendationDelegate::paintBackground(QPainter& painter, const QRectF& area, bool selected,
                                             bool hovered) const {
    const ThemeColors& colors = m_theme.colors();
    if (selected || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? colors.selection : colors.raised);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), m_theme.px(6), m_theme.px(6));
    }
    if (selected && m_view.hasFocus()) {
        painter.setPen(QPen(colors.accent, m_theme.px(2)));
        painter.setBrush(Qt::NoBrush);
        const double inset = m_theme.px(2);
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), m_theme.px(5), m_theme.px(5));
    }
}

void RecommendationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const RecommendationRow& row = m_view.recommendations().rows()[static_cast<std::size_t>(index.row())];
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(m_view.opacityOf(row.item));
    const double moved = (m_view.drawnRow(row.item) - index.row()) * m_view.rowHeight();
    const QRectF area = QRectF(option.rect).translated(0, moved);
    paintBackground(*painter, area, (option.state & QStyle::State_Selected) != 0,
                    row.item == m_view.hoveredItem());
    const RowGeometry parts(m_theme, area, m_view.showsChange());
    painter->setPen(m_theme.colors().text);
    painter->setFont(m_theme.font(m_view.isCompact() ? 17 : 20, QFont::Bold));
    painter->drawText(parts.rank, Qt::AlignRight | Qt::AlignVCenter, QString::number(row.rank));
    if (m_view.hasGhost())
        paintGhost(*painter, parts.change, row);
    else
        paintChange(*painter, parts.change, row);
    const bool actions = m_view.showsActions(row.item);
    const QRectF& middle = parts.middle;
    paintTitle(*painter, middle, area.top() + area.height() * (actions ? 0.4 : 0.52), row);
    if (actions)
        m_view.actions().paint(*painter, parts.actions(), m_view.hoveredAction());
    else
        paintBar(*painter,
                 QRectF(middle.left(), area.top() + area.height() * 0.73, middle.width(), m_theme.px(5)),
                 row.share);
    paintScore(*painter, parts.score, row);
    painter->restore();
}

/// The score, and below it by how much it changed: the order may stay while every score moves.
void RecommendationDelegate::paintScore(QPainter& painter, const QRectF& area,
                                        const RecommendationRow& row) const {
    painter.setPen(m_theme.colors().text);
    painter.setFont(m_theme.font(m_view.isCompact() ? 14 : 16, QFont::DemiBold));
    if (row.scoreChange.isEmpty()) {
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, row.score);
        return;
    }
    const double middle = area.top() + area.height() * 0.56;
    painter.drawText(QRectF(area.left(), area.top(), area.width(), middle - area.top()),
                     Qt::AlignRight | Qt::AlignBottom, row.score);
    painter.setPen(m_theme.colors().mutedText);
    painter.setFont(m_theme.font(12));
    painter.drawText(QRectF(area.left(), middle, area.width(), area.bottom() - middle),
                     Qt::AlignRight | Qt::AlignTop, row.scoreChange);
}

void RecommendationDelegate::paintPill(QPainter& painter, const QRectF& area, const QString& text,
                                       bool hollow) const {
    const ThemeColors& colors = m_theme.colors();
    painter.setFont(m_theme.font(12, QFont::Bold));
    const double width =
        std::min(area.width() - 4, painter.fontMetrics().horizontalAdvance(text) + m_theme.px(12) * 1.0);
    const double height = m_theme.px(20);
    const QRectF pill(area.left(), area.center().y() - height / 2, width, height);
    painter.setPen(hollow ? QPen(colors.mutedText, m_theme.scale(), Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(colors.accent));
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(hollow ? colors.text : colors.onAccent);
    painter.drawText(pill, Qt::AlignCenter, text);
}

/// Direction as a shape, the number of ranks beside it; colour only repeats what the shape says.
void RecommendationDelegate::paintChange(QPainter& painter, const QRectF& area,
                                         const RecommendationRow& row) const {
    if (!row.hasChange || !m_view.showsChange())
        return;
    const ThemeColors& colors = m_theme.colors();
    if (row.previousRank == 0)
        return paintPill(painter, area, tr("new", "marker of a film that was not in the list before"), false);
    painter.setFont(m_theme.font(14, QFont::Bold));
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

/// Nothing of it has happened: hollow and dashed, and the rank that the film would have.
void RecommendationDelegate::paintGhost(QPainter& painter, const QRectF& area,
                                        const RecommendationRow& row) const {
    const int rank = m_view.ghostRank(row.item);
    if (rank == 0)
        return paintPill(painter, area, tr("out", "marker of a film that would leave the list"), true);
    if (rank == row.rank)
        return;
    const bool up = rank < row.rank;
    const double half = m_theme.px(6);
    const QPointF centre(area.left() + half + 1, area.center().y());
    const double tip = up ? -half : half;
    painter.setPen(QPen(up ? m_theme.colors().gain : m_theme.colors().loss, m_theme.scale() * 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF(
        {centre + QPointF(0, tip), centre + QPointF(half, -tip * 0.8), centre + QPointF(-half, -tip * 0.8)}));
    painter.setPen(m_theme.colors().mutedText);
    painter.setFont(m_theme.font(14, QFont::DemiBold));
    painter.drawText(QRectF(centre.x() + half + m_theme.px(3), area.top(), area.width(), area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(rank));
}

void RecommendationDelegate::paintTitle(QPainter& painter, const QRectF& area, double baseline,
                                        const RecommendationRow& row) const {
    const ThemeColors& colors = m_theme.colors();
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
    QString year = row.year > 0 ? QString::number(row.year) : QString();
    const QFont yearFont = m_theme.font(13);
    painter.setFont(m_theme.font(m_view.isCompact() ? 15 : 18, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double room = area.right() - left;
    const double yearWidth = QFontMetricsF(yearFont).horizontalAdvance(year) + m_theme.px(8);
    if (metrics.horizontalAdvance(row.title) > room - yearWidth)
        year.clear(); // the title says more; the year stands in the tooltip
    const QString title = fittingTitle(row.title, metrics, room);
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
