#include "ui/charts/figurepainter.h"
#include "ui/widgets/labelplacer.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

constexpr double labelPixels = 12.0;
constexpr double markerPixels = 4.5;

} // namespace

void FigurePainter::paintBars(QPainter& painter, std::size_t panelIndex, std::size_t seriesIndex) {
    const FigurePanel& panel = m_figure.panels[panelIndex];
    const FigureSeries& series = panel.series[seriesIndex];
    const double row = m_plot.height() / (panel.y.maximum - panel.y.minimum);
    const double thickness = std::min(row * 0.62, px(26));
    const double base = std::clamp(0.0, panel.x.minimum, panel.x.maximum);
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const FigurePoint& point = series.points[i];
        const QPointF end = place(panel, point.x, point.y);
        const QPointF start = place(panel, base, point.y);
        const QRectF bar =
            QRectF(QPointF(start.x(), end.y() - thickness / 2), QPointF(end.x(), end.y() + thickness / 2))
                .normalized();
        painter.fillRect(bar, m_style.color(series.look));
        if (series.look.emphasized) {
            painter.setPen(QPen(m_style.text, px(1.5)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar);
        }
        if (std::isfinite(point.low) && std::isfinite(point.high)) {
            const double low = place(panel, point.low, point.y).x();
            const double high = place(panel, point.high, point.y).x();
            const double cap = thickness * 0.22;
            // A light edge keeps the whisker visible on its own bar.
            for (const QPen& pen : {QPen(m_style.background, px(3.5)), QPen(m_style.text, px(1.5))}) {
                painter.setPen(pen);
                painter.drawLine(QPointF(low, end.y()), QPointF(high, end.y()));
                for (const double x : {low, high})
                    painter.drawLine(QPointF(x, end.y() - cap), QPointF(x, end.y() + cap));
            }
        }
        const QRectF whole(m_plot.left(), end.y() - row / 2, m_plot.width(), row);
        addHit(panelIndex, seriesIndex, i, whole, end);
    }
}

void FigurePainter::paintColumns(QPainter& painter, std::size_t panelIndex, std::size_t seriesIndex) {
    const FigurePanel& panel = m_figure.panels[panelIndex];
    const FigureSeries& series = panel.series[seriesIndex];
    const double step = m_plot.width() / (panel.x.maximum - panel.x.minimum);
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const FigurePoint& point = series.points[i];
        const QPointF top = place(panel, point.x, point.y);
        const QPointF foot = place(panel, point.x, 0.0);
        const QRectF bar(QPointF(top.x() - step * 0.38, top.y()), QPointF(foot.x() + step * 0.38, foot.y()));
        painter.fillRect(bar, m_style.color(series.look));
        addHit(panelIndex, seriesIndex, i, QRectF(top.x() - step / 2, m_plot.top(), step, m_plot.height()),
               top);
    }
}

void FigurePainter::paintLine(QPainter& painter, std::size_t panelIndex, std::size_t seriesIndex) {
    const FigurePanel& panel = m_figure.panels[panelIndex];
    const FigureSeries& series = panel.series[seriesIndex];
    QPolygonF line;
    for (const FigurePoint& point : series.points)
        line += place(panel, point.x, point.y);
    const QColor color = m_style.color(series.look);
    painter.setPen(
        QPen(color, px(series.look.emphasized ? 3.0 : 1.75), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    // Not so many markers that they join up.
    const double between = line.size() > 1 ? (line.last().x() - line.first().x()) / (line.size() - 1) : 0.0;
    const auto every = static_cast<qsizetype>(std::max(1.0, std::ceil(px(22) / std::max(between, 1e-3))));
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i % every == 0 || i + 1 == line.size())
            paintMarker(painter, series.look.marker, line[i], px(markerPixels * 0.9), color,
                        m_style.background);
        addHit(panelIndex, seriesIndex, static_cast<std::size_t>(i), {}, line[i]);
    }
}

void FigurePainter::paintScatter(QPainter& painter, std::size_t panelIndex, std::size_t seriesIndex) {
    const FigurePanel& panel = m_figure.panels[panelIndex];
    const FigureSeries& series = panel.series[seriesIndex];
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const QPointF center = place(panel, series.points[i].x, series.points[i].y);
        const double radius = px(series.look.emphasized ? markerPixels * 1.5 : markerPixels * 1.2);
        paintMarker(painter, series.look.marker, center, radius, m_style.color(series.look),
                    m_style.background);
        addHit(panelIndex, seriesIndex, i, {}, center);
    }
}

void FigurePainter::paintSpikes(QPainter& painter, std::size_t panelIndex, std::size_t seriesIndex) {
    const FigurePanel& panel = m_figure.panels[panelIndex];
    const FigureSeries& series = panel.series[seriesIndex];
    const double width = m_plot.width() / std::max(1.0, panel.x.maximum - panel.x.minimum);
    const double zero = place(panel, panel.x.minimum, 0.0).y();
    painter.save();
    // Narrow ones touch: gaps of a fraction of a pixel would show as stripes here and there.
    constexpr double gapFrom = 6.0;
    const double drawn = width > gapFrom ? 0.92 * width : width;
    painter.setRenderHint(QPainter::Antialiasing, width > gapFrom);
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const FigurePoint& point = series.points[i];
        const QPointF end = place(panel, point.x, point.y);
        const QRectF spike(QPointF(end.x() - width / 2, std::min(end.y(), zero)),
                           QSizeF(std::max(drawn, 1.0), std::abs(end.y() - zero)));
        painter.fillRect(spike, point.y >= 0.0 ? m_style.gain : m_style.loss);
        addHit(panelIndex, seriesIndex, i, QRectF(end.x() - width / 2, m_plot.top(), width, m_plot.height()),
               end);
    }
    painter.restore();
}

namespace {

/// Places as near to the wanted ones as can be (least squares) that keep `line` between neighbours. `wanted`
/// is ascending. What overlaps becomes one block around the mean of what its members want.
std::vector<double> spreadOut(const std::vector<double>& wanted, double line) {
    struct Block {
        double sum = 0.0; ///< of wanted, each minus its offset in the block
        std::size_t count = 0;
        double top() const { return sum / static_cast<double>(count); }
        double bottom(double step) const { return top() + step * static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    for (const double place : wanted) {
        blocks.push_back({place, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].bottom(line) > blocks.back().top()) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block& before = blocks.back();
            before.sum += last.sum - static_cast<double>(last.count * before.count) * line;
            before.count += last.count;
        }
    }
    std::vector<double> places;
    for (const Block& block : blocks) {
        for (std::size_t i = 0; i < block.count; ++i)
            places.push_back(block.top() + line * static_cast<double>(i));
    }
    return places;
}

} // namespace

/// Names at the right ends of the lines, pushed apart where they would overlap.
void FigurePainter::paintEndLabels(QPainter& painter, const FigurePanel& panel) const {
    std::vector<std::pair<double, const FigureSeries*>> ends;
    for (const FigureSeries& series : panel.series) {
        if (series.kind == FigureSeries::Kind::Line && !series.name.isEmpty() && !series.points.empty())
            ends.emplace_back(place(panel, series.points.back().x, series.points.back().y).y(), &series);
    }
    std::ranges::stable_sort(ends, {}, &std::pair<double, const FigureSeries*>::first);
    const QFont font = m_style.font(labelPixels, QFont::Medium);
    const QFontMetricsF metrics(font, painter.device());
    const double line = metrics.height() * 0.95;
    std::vector<double> wanted;
    for (const auto& [y, series] : ends)
        wanted.push_back(y);
    std::vector<double> places = spreadOut(wanted, line);
    // Never beyond the frame: the whole column moves if it must.
    double limit = m_plot.bottom();
    for (std::size_t i = places.size(); i-- > 0; limit = places[i] - line)
        places[i] = std::min(places[i], limit);
    limit = m_plot.top();
    for (std::size_t i = 0; i < places.size(); limit = places[i++] + line)
        places[i] = std::max(places[i], limit);
    painter.setFont(font);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const double x = m_plot.right() + px(14);
        painter.setPen(QPen(m_style.color(ends[i].second->look), px(1)));
        painter.drawLine(QPointF(m_plot.right() + px(4), ends[i].first), QPointF(x - px(2), places[i]));
        painter.setPen(m_style.text);
        painter.drawText(QPointF(x, places[i] + metrics.ascent() / 2 - metrics.descent() / 4),
                         ends[i].second->name);
    }
}

void FigurePainter::paintPointLabels(QPainter& painter, const FigurePanel& panel) const {
    const QFont font = m_style.font(labelPixels, QFont::Medium);
    const QFontMetricsF metrics(font, painter.device());
    LabelPlacer placer(m_plot.adjusted(-px(4), -px(4), px(10), px(2)));
    const double radius = px(markerPixels * 1.5);
    for (const FigureSeries& series : panel.series) {
        if (series.kind != FigureSeries::Kind::Scatter)
            continue;
        for (const FigurePoint& point : series.points) {
            const QPointF center = place(panel, point.x, point.y);
            placer.reserve(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius));
        }
    }
    std::vector<std::pair<QRectF, QString>> names;
    painter.setPen(QPen(m_style.outline, px(1)));
    for (const FigureSeries& series : panel.series) {
        if (series.kind != FigureSeries::Kind::Scatter || series.name.isEmpty() || series.points.empty())
            continue;
        const QPointF center = place(panel, series.points.front().x, series.points.front().y);
        const QSizeF size(metrics.horizontalAdvance(series.name) + 2, metrics.height());
        // Further out when everything near is taken: a name may be away, but never missing.
        std::optional<QRectF> box;
        for (double gap = radius + px(2); !box && gap < px(90); gap += px(7))
            box = placer.place(center, gap, size);
        if (!box)
            continue;
        const QPointF nearest(std::clamp(center.x(), box->left(), box->right()),
                              std::clamp(center.y(), box->top(), box->bottom()));
        if (QLineF(nearest, center).length() > radius + px(8))
            painter.drawLine(center, nearest);
        names.emplace_back(*box, series.name);
    }
    // Names last, on a ground of their own: no line strikes one through.
    painter.setFont(font);
    painter.setPen(m_style.text);
    for (const auto& [box, name] : names) {
        painter.fillRect(box, m_style.background);
        painter.drawText(box, Qt::AlignCenter, name);
    }
}

} // namespace recital
