#include "ui/charts/figurepainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

constexpr double labelPixels = 12.0;
constexpr double titlePixels = 13.0;

} // namespace

FigurePainter::FigurePainter(const Figure& figure, const FigureStyle& style)
    : m_figure(figure)
    , m_style(style) {}

void FigurePainter::paint(QPainter& painter, const QRectF& area) {
    m_hits.clear();
    m_plots.clear();
    const auto count = static_cast<int>(m_figure.panels.size());
    if (count == 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const int columns = std::clamp(m_figure.columns, 1, count);
    const int rows = (count + columns - 1) / columns;
    const double gap = px(columns > 2 ? 10.0 : 22.0);
    const double width = (area.width() - (columns - 1) * gap) / columns;
    const double height = (area.height() - (rows - 1) * gap) / rows;
    for (int i = 0; i < count; ++i) {
        const QPointF corner(area.left() + (i % columns) * (width + gap),
                             area.top() + (i / columns) * (height + gap));
        paintPanel(painter, QRectF(corner, QSizeF(width, height)), static_cast<std::size_t>(i));
    }
}

void FigurePainter::paintPanel(QPainter& painter, const QRectF& area, std::size_t index) {
    const FigurePanel& panel = m_figure.panels[index];
    m_plot = plotArea(painter, area, panel);
    m_plots.push_back(m_plot);
    paintAxes(painter, area, panel);
    for (std::size_t s = 0; s < panel.series.size(); ++s) {
        switch (panel.series[s].kind) {
        case FigureSeries::Kind::Bars:
            paintBars(painter, index, s);
            break;
        case FigureSeries::Kind::Columns:
            paintColumns(painter, index, s);
            break;
        case FigureSeries::Kind::Line:
            paintLine(painter, index, s);
            break;
        case FigureSeries::Kind::Scatter:
            paintScatter(painter, index, s);
            break;
        case FigureSeries::Kind::Spikes:
            paintSpikes(painter, index, s);
            break;
        }
    }
    paintZeroLines(painter, panel);
    paintEndLabels(painter, panel);
    paintPointLabels(painter, panel);
}

double FigurePainter::endLabelWidth(QPainter& painter, const FigurePanel& panel) const {
    const QFontMetricsF metrics(m_style.font(labelPixels, QFont::Medium), painter.device());
    double widest = 0.0;
    for (const FigureSeries& series : panel.series) {
        if (series.kind == FigureSeries::Kind::Line && !series.name.isEmpty())
            widest = std::max(widest, metrics.horizontalAdvance(series.name));
    }
    return widest > 0.0 ? widest + px(14) : px(12);
}

QRectF FigurePainter::plotArea(QPainter& painter, const QRectF& area, const FigurePanel& panel) const {
    const QFontMetricsF metrics(m_style.font(labelPixels), painter.device());
    const QFontMetricsF title(m_style.font(titlePixels, QFont::DemiBold), painter.device());
    double left = 0.0;
    for (const Tick& tick : panel.y.ticks)
        left = std::max(left, metrics.horizontalAdvance(tick.label));
    left = std::min(left + px(8), area.width() * 0.4);
    if (!panel.yTitle.isEmpty())
        left += metrics.height() + px(4);
    double bottom = metrics.height() + px(6);
    if (!panel.xTitle.isEmpty())
        bottom += metrics.height() + px(2);
    const double top = panel.title.isEmpty() ? px(8) : title.height() + px(6);
    return area.adjusted(left, top, -endLabelWidth(painter, panel), -bottom);
}

QPointF FigurePainter::place(const FigurePanel& panel, double x, double y) const {
    const double across = (x - panel.x.minimum) / (panel.x.maximum - panel.x.minimum);
    const double up = (y - panel.y.minimum) / (panel.y.maximum - panel.y.minimum);
    return {m_plot.left() + across * m_plot.width(), m_plot.bottom() - up * m_plot.height()};
}

void FigurePainter::paintAxes(QPainter& painter, const QRectF& area, const FigurePanel& panel) const {
    painter.setPen(QPen(m_style.grid, std::max(1.0, px(1))));
    const bool grid =
        panel.rows || panel.series.empty() || panel.series.front().kind == FigureSeries::Kind::Scatter;
    if (grid) {
        for (const Tick& tick : panel.x.ticks) {
            const double x = place(panel, tick.position, panel.y.minimum).x();
            painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        }
    }
    if (!panel.rows) {
        for (const Tick& tick : panel.y.ticks) {
            const double y = place(panel, panel.x.minimum, tick.position).y();
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
    }
    painter.setPen(QPen(m_style.outline, std::max(1.0, px(1))));
    if (panel.rows)
        painter.drawLine(m_plot.topLeft(), m_plot.bottomLeft());
    else
        painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
    if (!panel.title.isEmpty()) {
        painter.setFont(m_style.font(titlePixels, QFont::DemiBold));
        painter.setPen(m_style.text);
        const double width = area.right() - m_plot.left();
        painter.drawText(
            QRectF(m_plot.left(), area.top(), width, px(20)), Qt::AlignLeft | Qt::AlignTop,
            QFontMetricsF(painter.font(), painter.device()).elidedText(panel.title, Qt::ElideRight, width));
    }
    paintHorizontalLabels(painter, panel);
    paintVerticalLabels(painter, panel);
}

void FigurePainter::paintHorizontalLabels(QPainter& painter, const FigurePanel& panel) const {
    const QFont font = m_style.font(labelPixels);
    const QFontMetricsF metrics(font, painter.device());
    painter.setFont(font);
    painter.setPen(m_style.mutedText);
    double free = m_plot.left() - px(40); // a label that would touch the one before is left out
    for (const Tick& tick : panel.x.ticks) {
        const double x = place(panel, tick.position, panel.y.minimum).x();
        const double width = metrics.horizontalAdvance(tick.label);
        if (x - width / 2 < free)
            continue;
        painter.drawText(QRectF(x - width / 2 - 1, m_plot.bottom() + px(4), width + 2, metrics.height()),
                         Qt::AlignCenter, tick.label);
        free = x + width / 2 + px(6);
    }
    if (!panel.xTitle.isEmpty())
        painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + px(5) + metrics.height(), m_plot.width(),
                                metrics.height() + px(2)),
                         Qt::AlignCenter, panel.xTitle);
}

void FigurePainter::paintVerticalLabels(QPainter& painter, const FigurePanel& panel) const {
    const QFont font = m_style.font(labelPixels);
    const QFontMetricsF metrics(font, painter.device());
    painter.setFont(font);
    painter.setPen(panel.rows ? m_style.text : m_style.mutedText);
    const double room = m_plot.left() - px(6);
    for (const Tick& tick : panel.y.ticks) {
        const double y = place(panel, panel.x.minimum, tick.position).y();
        const double width = std::min(metrics.horizontalAdvance(tick.label) + 1, room);
        painter.drawText(
            QRectF(m_plot.left() - px(6) - width, y - metrics.height() / 2, width, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(tick.label, Qt::ElideRight, width));
    }
    if (panel.yTitle.isEmpty())
        return;
    double widest = 0.0;
    for (const Tick& tick : panel.y.ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    painter.save();
    painter.translate(m_plot.left() - px(8) - widest - metrics.height() / 2 - px(2), m_plot.center().y());
    painter.rotate(-90);
    painter.setPen(m_style.mutedText);
    painter.drawText(QRectF(-m_plot.height(), -metrics.height() / 2, 2 * m_plot.height(), metrics.height()),
                     Qt::AlignCenter, panel.yTitle);
    painter.restore();
}

void FigurePainter::paintZeroLines(QPainter& painter, const FigurePanel& panel) const {
    painter.setPen(QPen(m_style.mutedText, std::max(1.0, px(1.25)), Qt::DashLine));
    if (panel.zeroX) {
        const double x = place(panel, *panel.zeroX, panel.y.minimum).x();
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    }
    if (panel.zeroY) {
        const double y = place(panel, panel.x.minimum, *panel.zeroY).y();
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
    }
}

void FigurePainter::addHit(std::size_t panel, std::size_t series, std::size_t point, const QRectF& area,
                           const QPointF& center) {
    m_hits.push_back({panel, series, point, area, center});
}

} // namespace recital
