#include "ui/widgets/heatmappainter.h"

#include "ui/colorsequence.h"
#include "ui/metrictext.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct HeatMapText {
    Q_DECLARE_TR_FUNCTIONS(HeatMapText)
};

enum Key { BestKey, UntriedKey, FailedKey };

double widest(const QStringList& texts, const QFontMetricsF& metrics) {
    double width = 0.0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

} // namespace

bool HeatMapData::limits(double* low, double* high) const {
    *low = std::numeric_limits<double>::infinity();
    *high = -std::numeric_limits<double>::infinity();
    for (const HeatMapCell& cell : cells) {
        if (cell.state != HeatMapCell::State::Measured)
            continue;
        *low = std::min(*low, cell.value);
        *high = std::max(*high, cell.value);
    }
    return *low <= *high;
}

double HeatMapData::position(double value) const {
    double low = 0.0;
    double high = 0.0;
    if (!limits(&low, &high) || high - low <= 0.0)
        return 1.0;
    return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

HeatMapPainter::HeatMapPainter(const HeatMapData& data, const Theme& theme, const QRectF& area)
    : m_data(data)
    , m_theme(theme)
    , m_area(area) {
    measure();
}

void HeatMapPainter::measure() {
    if (m_data.empty())
        return;
    const QFontMetricsF labels(m_theme.font(13));
    const QFontMetricsF titles(m_theme.font(13, QFont::DemiBold));
    const double gap = m_theme.px(8);
    const double legendHeight = m_theme.px(26);
    const double left = titles.height() + gap + widest(m_data.rows, labels) + gap;
    const double bottom = gap + labels.height() + gap / 2 + titles.height() + gap + legendHeight;
    m_grid = m_area.adjusted(left, m_theme.px(4), -m_theme.px(4), -bottom);
    m_legend = QRectF(m_grid.left(), m_area.bottom() - legendHeight, m_grid.width(), legendHeight);
    const double cellWidth = m_grid.width() / m_data.columnCount();
    const double cellHeight = m_grid.height() / m_data.rowCount();
    const QFontMetricsF values(m_theme.font(15, QFont::DemiBold));
    double widestValue = 0.0;
    for (const HeatMapCell& cell : m_data.cells) {
        if (cell.state == HeatMapCell::State::Measured)
            widestValue = std::max(widestValue, values.horizontalAdvance(valueText(cell.value)));
    }
    m_valuesFit = widestValue + m_theme.px(12) <= cellWidth && values.height() + m_theme.px(6) <= cellHeight;
    m_labelEvery =
        std::max(1, static_cast<int>(std::ceil((widest(m_data.columns, labels) + gap) / cellWidth)));
}

QString HeatMapPainter::valueText(double value) const {
    return formatMetric(value, m_data.decimals);
}

QRectF HeatMapPainter::cellRect(int index) const {
    const int column = index % m_data.columnCount();
    const int row = index / m_data.columnCount();
    // Edges on whole pixels: no seams between neighbours.
    const auto x = [this](int c) {
        return std::round(m_grid.left() + m_grid.width() * c / m_data.columnCount());
    };
    const auto y = [this](int r) {
        return std::round(m_grid.bottom() - m_grid.height() * r / m_data.rowCount());
    };
    return QRectF(QPointF(x(column), y(row + 1)), QPointF(x(column + 1), y(row)));
}

int HeatMapPainter::cellAt(const QPointF& position) const {
    for (int index = 0; index < static_cast<int>(m_data.cells.size()); ++index) {
        if (cellRect(index).contains(position))
            return index;
    }
    return -1;
}

void HeatMapPainter::paint(QPainter& painter, int current, bool focused) const {
    if (m_data.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < static_cast<int>(m_data.cells.size()); ++index)
        paintCell(painter, index);
    paintBest(painter);
    paintCurrent(painter, current, focused);
    paintLabels(painter);
    paintLegend(painter);
    painter.restore();
}

void HeatMapPainter::paintCell(QPainter& painter, int index) const {
    const HeatMapCell& cell = m_data.cell(index);
    const QRectF rect = cellRect(index).adjusted(1, 1, -1, -1);
    if (cell.state != HeatMapCell::State::Measured) {
        paintHatching(painter, rect);
        if (cell.state == HeatMapCell::State::Failed) {
            painter.setPen(m_theme.colors().loss);
            painter.setFont(m_theme.font(15, QFont::Bold));
            painter.drawText(rect, Qt::AlignCenter, u"✕"_s);
        }
        return;
    }
    const QColor fill = cividis(m_data.position(cell.value));
    painter.fillRect(rect, fill);
    if (!m_valuesFit)
        return;
    painter.setPen(textOn(fill));
    painter.setFont(m_theme.font(15, index == m_data.best ? QFont::Bold : QFont::Medium));
    painter.drawText(rect, Qt::AlignCenter, valueText(cell.value));
}

void HeatMapPainter::paintHatching(QPainter& painter, const QRectF& cell) const {
    const ThemeColors& colors = m_theme.colors();
    painter.save();
    painter.setClipRect(cell);
    painter.fillRect(cell, colors.surface);
    painter.setPen(QPen(colors.outline, 1));
    const double step = m_theme.px(9);
    for (double x = cell.left() - cell.height(); x < cell.right(); x += step)
        painter.drawLine(QPointF(x, cell.bottom()), QPointF(x + cell.height(), cell.top()));
    painter.restore();
}

/// Two frames, dark and light, so that the mark shows on every colour and needs none of its own.
void HeatMapPainter::paintBest(QPainter& painter) const {
    if (m_data.best < 0)
        return;
    const QRectF rect = cellRect(m_data.best).adjusted(1, 1, -1, -1);
    const double line = m_theme.px(2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double half = line / 2;
    painter.drawRect(rect.adjusted(half, half, -half, -half));
    const double inner = 2.5 * line;
    painter.setPen(QPen(Qt::white, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect.adjusted(1.5 * line, 1.5 * line, -1.5 * line, -1.5 * line));
    painter.setPen(QPen(Qt::black, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect.adjusted(inner, inner, -inner, -inner));
}

void HeatMapPainter::paintCurrent(QPainter& painter, int current, bool focused) const {
    if (current < 0)
        return;
    const QRectF rect = cellRect(current);
    const ThemeColors& colors = m_theme.colors();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.surface, m_theme.px(focused ? 6 : 4)));
    painter.drawRoundedRect(rect, m_theme.px(3), m_theme.px(3));
    painter.setPen(QPen(focused ? colors.accent : colors.text, m_theme.px(focused ? 3 : 2)));
    painter.drawRoundedRect(rect, m_theme.px(3), m_theme.px(3));
}

void HeatMapPainter::paintLabels(QPainter& painter) const {
    const double gap = m_theme.px(8);
    painter.setFont(m_theme.font(13));
    painter.setPen(m_theme.colors().text);
    const double lineHeight = QFontMetricsF(painter.font()).height();
    for (int column = 0; column < m_data.columnCount(); column += m_labelEvery) {
        const QRectF cell = cellRect(column);
        const QRectF place(cell.center().x() - m_grid.width(), m_grid.bottom() + gap, 2 * m_grid.width(),
                           lineHeight);
        painter.drawText(place, Qt::AlignCenter, m_data.columns[column]);
    }
    for (int row = 0; row < m_data.rowCount(); ++row) {
        const QRectF cell = cellRect(row * m_data.columnCount());
        painter.drawText(
            QRectF(m_area.left(), cell.top(), m_grid.left() - gap - m_area.left(), cell.height()),
            Qt::AlignRight | Qt::AlignVCenter, m_data.rows[row]);
    }
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.colors().mutedText);
    const double titleHeight = QFontMetricsF(painter.font()).height();
    painter.drawText(
        QRectF(m_grid.left(), m_grid.bottom() + gap + lineHeight + gap / 2, m_grid.width(), titleHeight),
        Qt::AlignCenter, m_data.columnTitle);
    painter.save();
    painter.translate(m_area.left(), m_grid.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-m_grid.height() / 2, 0, m_grid.height(), titleHeight), Qt::AlignCenter,
                     m_data.rowTitle);
    painter.restore();
}

void HeatMapPainter::paintLegend(QPainter& painter) const {
    double low = 0.0;
    double high = 0.0;
    double left = m_area.left();
    painter.setFont(m_theme.font(12));
    const QFontMetricsF metrics(painter.font());
    const auto write = [&](const QString& text) {
        painter.setPen(m_theme.colors().mutedText);
        const double width = metrics.horizontalAdvance(text);
        painter.drawText(QRectF(left, m_legend.top(), width + 1, m_legend.height()), Qt::AlignVCenter, text);
        left += width + m_theme.px(6);
    };
    if (m_data.limits(&low, &high)) {
        write(m_data.title + u' ' + valueText(low));
        const double height = m_theme.px(12);
        const QRectF strip(left, m_legend.center().y() - height / 2, m_theme.px(84), height);
        QLinearGradient gradient(strip.topLeft(), strip.topRight());
        for (int i = 0; i <= 9; ++i)
            gradient.setColorAt(i / 9.0, cividis(high > low ? i / 9.0 : 1.0));
        painter.setPen(QPen(m_theme.colors().outline, 1));
        painter.setBrush(gradient);
        painter.drawRect(strip);
        left = strip.right() + m_theme.px(6);
        write(valueText(high));
        left += m_theme.px(8);
    }
    const auto has = [this](HeatMapCell::State state) {
        return std::any_of(m_data.cells.begin(), m_data.cells.end(),
                           [state](const HeatMapCell& cell) { return cell.state == state; });
    };
    if (m_data.best >= 0)
        left = paintKey(painter, left, HeatMapText::tr("best"), BestKey);
    if (has(HeatMapCell::State::Untried))
        left = paintKey(painter, left, HeatMapText::tr("not tried"), UntriedKey);
    if (has(HeatMapCell::State::Failed))
        paintKey(painter, left, HeatMapText::tr("failed"), FailedKey);
}

/// A small example of a mark and its meaning; returns where the next one starts.
double HeatMapPainter::paintKey(QPainter& painter, double left, const QString& text, int kind) const {
    const double side = m_theme.px(16);
    const QRectF box(left, m_legend.center().y() - side / 2, 1.4 * side, side);
    const ThemeColors& colors = m_theme.colors();
    if (kind == BestKey) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.text, m_theme.px(1.5)));
        painter.drawRect(box);
        const double inset = m_theme.px(4);
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset));
    } else {
        paintHatching(painter, box);
        painter.setFont(m_theme.font(12, QFont::Bold));
        painter.setPen(colors.loss);
        if (kind == FailedKey)
            painter.drawText(box, Qt::AlignCenter, u"✕"_s);
    }
    painter.setFont(m_theme.font(12));
    painter.setPen(colors.mutedText);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    painter.drawText(QRectF(box.right() + m_theme.px(6), m_legend.top(), width + 1, m_legend.height()),
                     Qt::AlignVCenter, text);
    return box.right() + m_theme.px(6) + width + m_theme.px(14);
}

} // namespace recital
