#include "ui/widgets/rowactions.h"

#include "ui/livetext.h"
#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QPainter>

#include <algorithm>

namespace recital {

namespace {

constexpr double spacing = 3.0;
constexpr double gapBeforeStars = 8.0;
constexpr std::size_t withoutStars = 6;

} // namespace

const std::vector<RowActions::Action>& RowActions::all() {
    static const std::vector<Action> actions{
        {EventType::View, 0},     {EventType::Click, 0},  {EventType::Like, 0},   {EventType::Dislike, 0},
        {EventType::Purchase, 0}, {EventType::Share, 0},  {EventType::Rating, 1}, {EventType::Rating, 2},
        {EventType::Rating, 3},   {EventType::Rating, 4}, {EventType::Rating, 5}};
    return actions;
}

/// Six letters, a gap, five stars with their number; together as wide as the room, but no wider than needed.
QRectF RowActions::rectAt(const QRectF& area, std::size_t index) const {
    const double scale = m_theme.scale();
    const auto count = static_cast<double>(all().size());
    const double free = area.width() - scale * (spacing * (count - 1) + gapBeforeStars);
    const double width = std::min(free / count, scale * 27);
    const double shift = index >= withoutStars ? scale * gapBeforeStars : 0.0;
    return {area.left() + static_cast<double>(index) * (width + scale * spacing) + shift, area.top(), width,
            area.height()};
}

std::optional<RowActions::Action> RowActions::at(const QRectF& area, QPointF position) const {
    for (std::size_t i = 0; i < all().size(); ++i)
        if (rectAt(area, i).contains(position))
            return all()[i];
    return std::nullopt;
}

QRectF RowActions::rectOf(const QRectF& area, const Action& action) const {
    const auto found = std::ranges::find(all(), action);
    return found == all().end() ? QRectF() : rectAt(area, static_cast<std::size_t>(found - all().begin()));
}

void RowActions::paint(QPainter& painter, const QRectF& area, const std::optional<Action>& hovered) const {
    const ThemeColors& colors = m_theme.colors();
    for (std::size_t i = 0; i < all().size(); ++i) {
        const Action& action = all()[i];
        const QRectF button = rectAt(area, i);
        const bool under = hovered == action;
        painter.setPen(QPen(under ? colors.accent : colors.outline, 1));
        painter.setBrush(under ? colors.accent : colors.surface);
        painter.drawRoundedRect(button, m_theme.px(4), m_theme.px(4));
        const QColor ink = under ? colors.onAccent : colors.text;
        painter.setPen(ink);
        painter.setFont(m_theme.font(13, QFont::DemiBold));
        QRectF letter = button;
        if (action.type == EventType::Rating) {
            const double radius = m_theme.scale() * 4.5;
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawPolygon(starPolygon(
                QPointF(button.right() - radius - m_theme.scale() * 3, button.center().y()), radius));
            letter.setRight(button.right() - 2 * radius - m_theme.scale() * 2);
            painter.setPen(ink);
        }
        painter.drawText(letter, Qt::AlignCenter, eventLetter(action.type, action.stars));
    }
}

} // namespace recital
