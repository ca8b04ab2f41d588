// The part of FilmMap that describes the film under the pointer.
#include "ui/filmtext.h"
#include "ui/theme.h"
#include "ui/widgets/filmmap.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

QString FilmMap::hoverDetails(ItemIndex item) const {
    const ItemStatistics& statistics = m_statistics->perItem[static_cast<std::size_t>(item)];
    QString details = filmGenres(*m_dataset, item);
    details += details.isEmpty() ? QString() : u"\n"_s;
    details += tr("%n rating(s)", nullptr, static_cast<int>(statistics.ratings));
    if (statistics.ratings > 0)
        details += tr(", mean %1").arg(QLocale().toString(statistics.meanRating, 'f', 2));
    const bool liked = std::find(m_marks.liked.begin(), m_marks.liked.end(), item) != m_marks.liked.end();
    return details + u"\n"_s + (liked ? tr("Click: take the like back") : tr("Click: the user likes it"));
}

void FilmMap::paintHoverCard(QPainter& painter) const {
    const MapPoint* point = m_scene ? m_scene->find(m_marks.hovered) : nullptr;
    if (point == nullptr || m_dragging)
        return;
    const ItemIndex item = point->item;
    const QString details = hoverDetails(item);
    const QString title = filmTitleWithYear(*m_dataset, item);
    const QFont titleFont = m_theme.font(15, QFont::DemiBold);
    const QFont detailFont = m_theme.font(13);
    const QRect most(0, 0, std::min(m_theme.px(320), width() - m_theme.px(24)), height());
    const QRect titleArea = QFontMetrics(titleFont).boundingRect(most, Qt::TextWordWrap, title);
    const QRect detailArea = QFontMetrics(detailFont).boundingRect(most, Qt::TextWordWrap, details);
    const int pad = m_theme.px(10);
    QRectF card(0, 0, std::max(titleArea.width(), detailArea.width()) + 2 * pad + 2,
                titleArea.height() + detailArea.height() + 2 * pad);
    const QPointF at = m_view.toScreen(point->world());
    const double gap = m_theme.px(16);
    card.moveTopLeft(at + QPointF(gap, gap));
    if (card.right() > width() - 4)
        card.moveRight(at.x() - gap);
    if (card.bottom() > height() - 4)
        card.moveBottom(at.y() - gap);
    card.moveLeft(std::max(4.0, card.left()));
    card.moveTop(std::max(4.0, card.top()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().outline, 1));
    painter.setBrush(m_theme.colors().surface);
    painter.drawRoundedRect(card, m_theme.px(6), m_theme.px(6));
    painter.setPen(m_theme.colors().text);
    painter.setFont(titleFont);
    painter.drawText(card.adjusted(pad, pad, -pad, 0), Qt::TextWordWrap, title);
    painter.setPen(m_theme.colors().mutedText);
    painter.setFont(detailFont);
    painter.drawText(card.adjusted(pad, pad + titleArea.height(), -pad, 0), Qt::TextWordWrap, details);
}

} // namespace recital
