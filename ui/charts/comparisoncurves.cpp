#include "core/services/comparisontext.h"
#include "ui/charts/axes.h"
#include "ui/charts/comparisonfigures.h"
#include "ui/comparetext.h"
#include "ui/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct CurveText {
    Q_DECLARE_TR_FUNCTIONS(CurveText)
};

QString nameOf(const ComparedModel& row) {
    return QString::fromStdString(row.name);
}

Figure frameOf(const Comparison& comparison, const QString& name, const QString& title, const QString& note) {
    Figure figure;
    figure.name = name;
    figure.title = title;
    figure.note = note;
    figure.caption = captionText(comparison);
    figure.emptyText = CurveText::tr("Nothing measured yet. Choose algorithms on the left and start.");
    return figure;
}

double curveValue(const CurvePoint& point, MetricId metric) {
    switch (metric) {
    case MetricId::Ndcg:
        return point.ndcg;
    case MetricId::Map:
        return point.map;
    case MetricId::Precision:
        return point.precision;
    case MetricId::Recall:
        return point.recall;
    case MetricId::HitRate:
        return point.hitRate;
    case MetricId::Mrr:
        return point.mrr;
    case MetricId::Coverage:
        return point.coverage;
    default:
        return FigurePoint::none;
    }
}

/// Extends [low, high] by the finite ones of the values.
struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    bool empty() const { return low > high; }
};

SeriesLook lookAt(const Comparison& comparison, std::size_t row) {
    return lookOf(comparison.rows[row], hasReference(comparison) && comparison.reference == row);
}

FigurePanel scatterPanel(const Comparison& comparison, MetricId across, MetricId up) {
    const int k = comparison.options.k;
    FigurePanel panel;
    panel.xTitle = metricLabel(across, k);
    panel.yTitle = metricLabel(up, k);
    Range x;
    Range y;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const ComparedModel& row = comparison.rows[i];
        const double atX = metricValue(row.mean, across);
        const double atY = metricValue(row.mean, up);
        if (!std::isfinite(atX) || !std::isfinite(atY))
            continue;
        x.add(atX);
        y.add(atY);
        FigureSeries series;
        series.kind = FigureSeries::Kind::Scatter;
        series.name = nameOf(row);
        series.look = lookAt(comparison, i);
        series.points.push_back({.x = atX,
                                 .y = atY,
                                 .text = CurveText::tr("%1\n%2 %3\n%4 %5")
                                             .arg(nameOf(row), panel.yTitle, formatMetric(up, atY),
                                                  panel.xTitle, formatMetric(across, atX))});
        panel.series.push_back(std::move(series));
    }
    if (x.empty())
        return panel;
    panel.x = valueTicks(std::min(x.low, 0.0), x.high, 6);
    panel.y = valueTicks(std::min(y.low, 0.0), y.high, 6);
    return panel;
}

} // namespace

bool hasCurve(MetricId metric) noexcept {
    return std::isfinite(curveValue(CurvePoint{}, metric));
}

Figure curveFigure(const Comparison& comparison, MetricId metric) {
    QString label = metricLabel(metric, comparison.options.k);
    label.replace(u"@%1"_s.arg(comparison.options.k), u"@k"_s);
    Figure figure = frameOf(
        comparison, u"by-length"_s, CurveText::tr("%1 against the length of the list").arg(label),
        CurveText::tr("Means over users. The table reads these curves at k = %1.").arg(comparison.options.k));
    if (!hasCurve(metric)) {
        figure.emptyText = CurveText::tr("%1 is not measured at other lengths. Choose NDCG, MAP, precision, "
                                         "recall, MRR, hit rate or coverage.")
                               .arg(label);
        return figure;
    }
    FigurePanel panel;
    panel.xTitle = CurveText::tr("k, length of the list");
    panel.yTitle = label;
    Range y;
    int longest = 0;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const ComparedModel& row = comparison.rows[i];
        FigureSeries series;
        series.name = nameOf(row);
        series.look = lookAt(comparison, i);
        for (const CurvePoint& point : row.mean.curve) {
            const double value = curveValue(point, metric);
            if (!std::isfinite(value))
                continue;
            y.add(value);
            longest = std::max(longest, point.k);
            series.points.push_back({.x = static_cast<double>(point.k),
                                     .y = value,
                                     .text = CurveText::tr("%1 at k = %2: %3")
                                                 .arg(nameOf(row))
                                                 .arg(point.k)
                                                 .arg(formatMetric(metric, value))});
        }
        if (!series.points.empty())
            panel.series.push_back(std::move(series));
    }
    if (panel.series.empty())
        return figure;
    panel.x = wholeTicks(longest, 10);
    panel.y = valueTicks(std::min(y.low, 0.0), y.high, 6);
    figure.panels.push_back(std::move(panel));
    return figure;
}

Figure tradeOffFigure(const Comparison& comparison, MetricId metric) {
    const QString label = metricLabel(metric, comparison.options.k);
    Figure figure = frameOf(
        comparison, u"trade-off"_s, CurveText::tr("%1 against coverage and popularity").arg(label),
        CurveText::tr("Coverage and popularity describe, they do not judge: random lists cover everything. A "
                      "lift of 0 shows films as popular as what the users like."));
    for (const MetricId across : {MetricId::Coverage, MetricId::PopularityLift}) {
        FigurePanel panel = scatterPanel(comparison, across, metric);
        if (!panel.series.empty())
            figure.panels.push_back(std::move(panel));
    }
    figure.columns = 2;
    return figure;
}

Figure exposureFigure(const Comparison& comparison) {
    Figure figure = frameOf(
        comparison, u"exposure"_s, CurveText::tr("What is shown, by popularity of the films"),
        CurveText::tr("Share of all places in the lists of %1 that went to each tenth of the catalogue, the "
                      "most liked films on the left. Equal exposure would be 10 % each.")
            .arg(comparison.options.k));
    double highest = 0.0;
    for (const ComparedModel& row : comparison.rows) {
        for (const double share : row.mean.exposureByDecile)
            highest = std::max(highest, share);
    }
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const ComparedModel& row = comparison.rows[i];
        if (row.mean.exposureByDecile.empty())
            continue;
        FigurePanel panel;
        panel.title = nameOf(row);
        panel.x.minimum = 0.5;
        panel.x.maximum = static_cast<double>(row.mean.exposureByDecile.size()) + 0.5;
        panel.y = percentTicks(highest, 2);
        FigureSeries series;
        series.kind = FigureSeries::Kind::Columns;
        series.look = lookAt(comparison, i);
        for (std::size_t decile = 0; decile < row.mean.exposureByDecile.size(); ++decile) {
            const double share = row.mean.exposureByDecile[decile];
            const int number = static_cast<int>(decile) + 1;
            panel.x.ticks.push_back({static_cast<double>(number), QString::number(number)});
            series.points.push_back({.x = static_cast<double>(number),
                                     .y = share,
                                     .text = CurveText::tr("%1, tenth %2 of the films by popularity: %3 of "
                                                           "what is shown")
                                                 .arg(nameOf(row))
                                                 .arg(number)
                                                 .arg(formatPercent(share, 1))});
        }
        panel.series.push_back(std::move(series));
        figure.panels.push_back(std::move(panel));
    }
    figure.columns = figure.panels.size() > 8 ? 5 : figure.panels.size() > 4 ? 4 : 2;
    return figure;
}

Figure activityFigure(const Comparison& comparison, MetricId metric) {
    const QString label = metricLabel(metric, comparison.options.k);
    Figure figure = frameOf(comparison, u"by-activity"_s,
                            CurveText::tr("%1 by how much is known of the users").arg(label),
                            CurveText::tr("Users in four groups of equal size by their training likes."));
    if (!metricInfo(metric).perUser) {
        figure.emptyText = CurveText::tr("%1 has no value for single users.").arg(label);
        return figure;
    }
    FigurePanel panel;
    panel.yTitle = label;
    panel.xTitle = CurveText::tr("training likes of the users");
    Range y;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const ComparedModel& row = comparison.rows[i];
        FigureSeries series;
        series.name = nameOf(row);
        series.look = lookAt(comparison, i);
        const std::vector<ActivityGroup> groups = resultsByActivity(row.mean.users);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const double value = metricValue(groups[g].means, metric);
            if (!std::isfinite(value))
                continue;
            const QString range = CurveText::tr("%1 to %2", "training likes")
                                      .arg(formatCount(groups[g].fewest), formatCount(groups[g].most));
            if (panel.x.ticks.size() == g)
                panel.x.ticks.push_back({static_cast<double>(g), range});
            y.add(value);
            series.points.push_back({.x = static_cast<double>(g),
                                     .y = value,
                                     .text = CurveText::tr("%1: %2 for the %n user(s) with %3 training likes",
                                                           nullptr, groups[g].users)
                                                 .arg(nameOf(row), formatMetric(metric, value), range)});
        }
        if (!series.points.empty())
            panel.series.push_back(std::move(series));
    }
    if (panel.series.empty())
        return figure;
    panel.x.minimum = -0.3;
    panel.x.maximum = std::max(0.3, static_cast<double>(panel.x.ticks.size()) - 1.0);
    panel.y = valueTicks(std::min(y.low, 0.0), y.high, 6);
    figure.panels.push_back(std::move(panel));
    return figure;
}

} // namespace recital
