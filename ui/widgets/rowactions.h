#pragma once

#include "core/recsys/live/event.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace recital {

class Theme;

/// The event buttons inside one row of the list, drawn and not made of widgets: the row moves, and only one
/// row has them at a time. Every button shows the key that does the same.
class RowActions {
public:
    struct Action {
        EventType type = EventType::Like;
        int stars = 0;

        friend bool operator==(const Action&, const Action&) = default;
    };

    explicit RowActions(const Theme& theme)
        : m_theme(theme) {}

    std::optional<Action> at(const QRectF& area, QPointF position) const;
    QRectF rectOf(const QRectF& area, const Action& action) const; ///< null: not offered
    void paint(QPainter& painter, const QRectF& area, const std::optional<Action>& hovered) const;

    static const std::vector<Action>& all();

private:
    QRectF rectAt(const QRectF& area, std::size_t index) const;

    const Theme& m_theme;
};

} // namespace recital
