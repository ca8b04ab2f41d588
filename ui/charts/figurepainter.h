#pragma once

#include "ui/charts/figurestyle.h"

#include <QPolygonF>
#include <QRectF>

#include <vector>

class QPainter;

namespace recital {

class LabelPlacer;

/// Where a point of a figure came to stand.
struct FigureHit {
    std::size_t panel = 0;
    std::size_t series = 0;
    std::size_t point = 0;
    QRectF area; ///< of a bar; empty for a marker
    QPointF center;
};

/// Lays a figure out in a rectangle and paints it, on a widget, a picture or a page alike.
class FigurePainter {
public:
    FigurePainter(const Figure& figure, const FigureStyle& style);

    /// Panels only; title, note and caption belong to who frames the figure.
    void paint(QPainter& painter, const QRectF& area);

    /// Of the last paint(), series by series.
    const std::vector<FigureHit>& hits() const noexcept { return m_hits; }
    /// The plots of the last paint(), one a panel.
    const std::vector<QRectF>& plots() const noexcept { return m_plots; }

private:
    void paintPanel(QPainter& painter, const QRectF& area, std::size_t index);
    QRectF plotArea(QPainter& painter, const QRectF& area, const FigurePanel& panel) const;
    double endLabelWidth(QPainter& painter, const FigurePanel& panel) const;
    void paintAxes(QPainter& painter, const QRectF& area, const FigurePanel& panel) const;
    void paintHorizontalLabels(QPainter& painter, const FigurePanel& panel) const;
    void paintVerticalLabels(QPainter& painter, const FigurePanel& panel) const;
    void paintZeroLines(QPainter& painter, const FigurePanel& panel) const;
    void paintBars(QPainter& painter, std::size_t panel, std::size_t series);
    void paintColumns(QPainter& painter, std::size_t panel, std::size_t series);
    void paintLine(QPainter& painter, std::size_t panel, std::size_t series);
    void paintScatter(QPainter& painter, std::size_t panel, std::size_t series);
    void paintSpikes(QPainter& painter, std::size_t panel, std::size_t series);
    void paintEndLabels(QPainter& painter, const FigurePanel& panel) const;
    void paintPointLabels(QPainter& painter, const FigurePanel& panel) const;
    void addHit(std::size_t panel, std::size_t series, std::size_t point, const QRectF& area,
                const QPointF& center);

    double px(double pixels) const { return pixels * m_style.unit; }
    QPointF place(const FigurePanel& panel, double x, double y) const;

    const Figure& m_figure;
    FigureStyle m_style;
    QRectF m_plot; ///< of the panel that is being painted
    std::vector<QRectF> m_plots;
    std::vector<FigureHit> m_hits;
};

} // namespace recital
