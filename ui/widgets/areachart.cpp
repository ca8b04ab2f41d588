#include "ui/widgets/areachart.h"

#include "ui/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>

#include <algorithm>
#include <cmath>

namespace recital {

AreaChart::AreaChart(Theme& theme, Scale horizontal, Scale vertical, QWidget* parent)
    : PlotFrame(theme, Qt::Horizontal, parent)
    , m_horizontal(horizontal)
    , m_vertical(vertical) {
    m_top = new QLineSeries(chart());
    m_area = new QAreaSeries(m_top);
    chart()->addSeries(m_area);
    m_xAxis = makeAxis(Qt::AlignBottom, false);
    m_yAxis = makeAxis(Qt::AlignLeft, true);
    m_area->attachAxis(m_xAxis);
    m_area->attachAxis(m_yAxis);
    setMainSeries(m_area);
    applyTheme();
    setHits({});
}

void AreaChart::setAxisTitles(const QString& horizontal, const QString& vertical) {
    m_xAxis->setTitleText(horizontal);
    m_yAxis->setTitleText(vertical);
}

double AreaChart::horizontalPosition(double x) const {
    return m_horizontal == Scale::Logarithmic ? std::log10(x) : x;
}

double AreaChart::verticalPosition(double y) const {
    // A logarithmic axis of counts begins at 1; an empty bin lies on it.
    return m_vertical == Scale::Logarithmic ? std::log10(std::max(y, 1.0)) : y;
}

void AreaChart::setBins(const std::vector<Bin>& bins) {
    QList<QPointF> outline;
    std::vector<Hit> hits;
    double highest = 0.0;
    for (const Bin& bin : bins) {
        const double left = horizontalPosition(bin.lower);
        const double right = horizontalPosition(bin.upper);
        const double top = verticalPosition(bin.value);
        outline += {{left, top}, {right, top}};
        hits.push_back({QRectF(left, 0.0, right - left, top), bin.text});
        highest = std::max(highest, bin.value);
    }
    if (!bins.empty())
        setOutline(outline, bins.front().lower, bins.back().upper, highest);
    setHits(std::move(hits));
}

void AreaChart::setCurve(const std::vector<Point>& points) {
    QList<QPointF> outline;
    std::vector<Hit> hits;
    double highest = 0.0;
    for (const Point& point : points) {
        const QPointF place(horizontalPosition(point.x), verticalPosition(point.y));
        outline += place;
        hits.push_back({QRectF(place, QSizeF()), point.text});
        highest = std::max(highest, point.y);
    }
    if (!points.empty())
        setOutline(outline, points.front().x, points.back().x, highest);
    setHits(std::move(hits));
}

void AreaChart::setOutline(const QList<QPointF>& outline, double firstX, double lastX, double highest) {
    constexpr int labelsAcross = 7;
    constexpr int labelsUp = 5;
    m_top->replace(outline);
    switch (m_horizontal) {
    case Scale::Linear:
        setTicks(m_xAxis, linearTicks(lastX, labelsAcross, false));
        break;
    case Scale::Logarithmic:
        setTicks(m_xAxis, logarithmicTicks(firstX, lastX, labelsAcross));
        break;
    case Scale::Years:
        setTicks(m_xAxis, yearTicks(firstX, lastX, labelsAcross));
        break;
    }
    if (m_vertical == Scale::Logarithmic)
        setTicks(m_yAxis, logarithmicTicks(1.0, std::max(highest, 2.0), labelsUp));
    else
        setTicks(m_yAxis, linearTicks(highest, labelsUp, true));
}

void AreaChart::colorSeries() {
    QColor fill = color();
    fill.setAlphaF(theme().kind() == ThemeKind::Light ? 0.22F : 0.32F);
    m_area->setBrush(fill);
    QPen pen(color(), theme().px(1.5));
    pen.setJoinStyle(Qt::MiterJoin);
    m_area->setPen(pen);
}

} // namespace recital
