#include "ui/widgets/trialchart.h"

#include "ui/theme.h"
#include "ui/widgets/linechart.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QScatterSeries>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr double logarithmicFrom = 20.0;
constexpr int labelsAcross = 7;
constexpr int labelsUp = 5;

/// Round numbers that hold all values with a little room, not from zero: differences matter here.
AxisTicks ticksAround(double low, double high) {
    if (high - low < 1e-9) {
        low -= 0.01;
        high += 0.01;
    }
    const double step = niceStep(high - low, labelsUp - 1);
    AxisTicks axis;
    axis.minimum = step * std::floor(low / step - 0.1);
    axis.maximum = step * std::ceil(high / step + 0.1);
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) + 1);
    for (int i = 0; axis.minimum + i * step <= axis.maximum + 1e-9; ++i) {
        const double value = axis.minimum + i * step;
        axis.ticks.push_back({value, QLocale().toString(value, 'f', std::min(decimals, 4))});
    }
    return axis;
}

} // namespace

TrialChart::TrialChart(Theme& theme, QWidget* parent)
    : PlotFrame(theme, Qt::Horizontal, parent) {
    m_line = new QLineSeries(chart());
    m_dots = new QScatterSeries(chart());
    m_best = new QScatterSeries(chart());
    m_xAxis = makeAxis(Qt::AlignBottom, false);
    m_yAxis = makeAxis(Qt::AlignLeft, true);
    for (QXYSeries* series : std::initializer_list<QXYSeries*>{m_line, m_best, m_dots}) {
        chart()->addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
    }
    setMainSeries(m_dots);
    applyTheme();
    setHits({});
}

void TrialChart::setAxisTitles(const QString& horizontal, const QString& vertical) {
    m_xAxis->setTitleText(horizontal);
    m_yAxis->setTitleText(vertical);
}

bool TrialChart::joined() const {
    return m_line->isVisible();
}

double TrialChart::place(double x) const {
    return m_logarithmic ? std::log10(x) : x;
}

void TrialChart::setPoints(std::vector<Point> points, int best, bool joined) {
    const int bestTrial = best >= 0 ? points[static_cast<std::size_t>(best)].trial : -1;
    m_points = std::move(points);
    std::stable_sort(m_points.begin(), m_points.end(),
                     [](const Point& a, const Point& b) { return a.x < b.x; });
    setAxes();
    QList<QPointF> dots;
    QList<QPointF> ring;
    std::vector<Hit> hits;
    for (const Point& point : m_points) {
        const QPointF at(place(point.x), point.y);
        dots += at;
        if (point.trial == bestTrial)
            ring += at;
        hits.push_back({QRectF(at, QSizeF()), point.text});
    }
    m_line->replace(joined ? dots : QList<QPointF>());
    m_line->setVisible(joined);
    m_dots->replace(dots);
    m_best->replace(ring);
    setHits(std::move(hits));
}

void TrialChart::setAxes() {
    if (m_points.empty())
        return;
    const double first = m_points.front().x;
    const double last = m_points.back().x;
    m_logarithmic = first > 0.0 && last >= logarithmicFrom * first;
    const auto [low, high] = std::minmax_element(m_points.begin(), m_points.end(),
                                                 [](const Point& a, const Point& b) { return a.y < b.y; });
    if (m_logarithmic) {
        setTicks(m_xAxis, logarithmicTicks(first / 1.2, last * 1.2, labelsAcross));
    } else {
        const double step = niceStep(std::max(last - first, 1e-9), labelsAcross - 1);
        AxisTicks axis;
        axis.minimum = step * std::floor(first / step - 0.1);
        axis.maximum = step * std::ceil(last / step + 0.1);
        for (int i = 0; axis.minimum + i * step <= axis.maximum + 1e-9; ++i)
            axis.ticks.push_back(
                {axis.minimum + i * step, QLocale().toString(axis.minimum + i * step, 'g', 4)});
        setTicks(m_xAxis, axis);
    }
    setTicks(m_yAxis, ticksAround(low->y, high->y));
}

void TrialChart::colorSeries() {
    m_line->setPen(QPen(color(), theme().px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_dots->setColor(color());
    m_dots->setBorderColor(theme().colors().surface);
    m_dots->setMarkerSize(theme().px(9));
    m_best->setColor(theme().colors().surface);
    m_best->setPen(QPen(theme().colors().text, theme().px(2)));
    m_best->setMarkerSize(theme().px(17));
}

} // namespace recital
