#include "ui/charts/comparisonfigures.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "ui/charts/axes.h"
#include "ui/comparetext.h"
#include "ui/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct FigureText {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
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
    figure.emptyText = FigureText::tr("Nothing measured yet. Choose algorithms on the left and start.");
    return figure;
}

bool isReference(const Comparison& comparison, std::size_t row) {
    return hasReference(comparison) && comparison.reference == row;
}

QString valueLine(const Comparison& comparison, std::size_t row, MetricId metric) {
    const ComparedModel& model = comparison.rows[row];
    QString text = FigureText::tr("%1 of %2: %3")
                       .arg(metricLabel(metric, comparison.options.k), nameOf(model),
                            formatMetric(metric, metricValue(model.mean, metric)));
    if (const Interval* interval = intervalOf(comparison, row, metric))
        text += u'\n' + FigureText::tr("95 % interval %1").arg(intervalText(metric, *interval, false));
    return text;
}

QString differenceLine(const Comparison& comparison, std::size_t row, MetricId metric,
                       const PairedComparison& pair) {
    return FigureText::tr("%1 − %2: %3 (95 % interval %4)\nadjusted p %5: %6")
        .arg(nameOf(comparison.rows[row]), nameOf(comparison.rows[comparison.reference]),
             formatDifference(metric, pair.difference), intervalText(metric, pair.interval, true),
             pValueText(pair.adjustedP), verdictText(pair));
}

/// Rows from top to bottom in the order of the table.
AxisTicks rowAxis(const Comparison& comparison) {
    AxisTicks axis;
    const auto count = static_cast<double>(comparison.rows.size());
    axis.minimum = -0.5;
    axis.maximum = count - 0.5;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i)
        axis.ticks.push_back({count - 1.0 - static_cast<double>(i), nameOf(comparison.rows[i])});
    return axis;
}

FigurePanel valuePanel(const Comparison& comparison, MetricId metric) {
    FigurePanel panel;
    panel.title = metricLabel(metric, comparison.options.k);
    panel.rows = true;
    panel.y = rowAxis(comparison);
    double low = 0.0;
    double high = 0.0;
    const auto count = static_cast<double>(comparison.rows.size());
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const double value = metricValue(comparison.rows[i].mean, metric);
        if (!std::isfinite(value))
            continue;
        FigureSeries series;
        series.kind = FigureSeries::Kind::Bars;
        series.look = lookOf(comparison.rows[i], isReference(comparison, i));
        FigurePoint point{.x = value, .y = count - 1.0 - static_cast<double>(i), .text = {}};
        point.text = valueLine(comparison, i, metric);
        if (const Interval* interval = intervalOf(comparison, i, metric)) {
            point.low = interval->low;
            point.high = interval->high;
        }
        low = std::min({low, value, std::isfinite(point.low) ? point.low : value});
        high = std::max({high, value, std::isfinite(point.high) ? point.high : value});
        series.points.push_back(std::move(point));
        panel.series.push_back(std::move(series));
    }
    panel.x = valueTicks(low, high, 5);
    return panel;
}

/// Differences to the reference; empty while nothing is compared.
std::optional<FigurePanel> differencePanel(const Comparison& comparison, MetricId metric) {
    FigurePanel panel;
    double low = 0.0;
    double high = 0.0;
    const auto count = static_cast<double>(comparison.rows.size());
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const PairedComparison* pair = verdictOf(comparison, i, metric);
        if (pair == nullptr || pair->verdict == Verdict::NotComparable)
            continue;
        FigureSeries series;
        series.kind = FigureSeries::Kind::Bars;
        series.look = lookOf(comparison.rows[i], false);
        series.points.push_back({.x = pair->difference,
                                 .y = count - 1.0 - static_cast<double>(i),
                                 .low = pair->interval.low,
                                 .high = pair->interval.high,
                                 .text = differenceLine(comparison, i, metric, *pair)});
        low = std::min({low, pair->difference, pair->interval.low});
        high = std::max({high, pair->difference, pair->interval.high});
        panel.series.push_back(std::move(series));
    }
    if (panel.series.empty())
        return std::nullopt;
    panel.title = FigureText::tr("Difference to %1").arg(nameOf(comparison.rows[comparison.reference]));
    panel.rows = true;
    panel.y = rowAxis(comparison);
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
        const PairedComparison* pair = verdictOf(comparison, i, metric);
        panel.y.ticks[i].label = pair != nullptr ? verdictWord(pair->verdict) : QString();
        if (isReference(comparison, i))
            panel.y.ticks[i].label = FigureText::tr("reference");
    }
    panel.x = valueTicks(low, high, 5);
    panel.zeroX = 0.0;
    return panel;
}

} // namespace

SeriesLook lookOf(const ComparedModel& row, bool reference) {
    using Marker = SeriesLook::Marker;
    struct Entry {
        std::string_view key;
        int category;
        Marker marker;
    };
    // Categories: models with factors by least squares, linear item models, neighbourhoods, other factors,
    // rules. What learns nothing is grey.
    static constexpr Entry entries[] = {{"als-hkv", 0, Marker::Circle},
                                        {"als-implicit", 0, Marker::Square},
                                        {"als-ials", 0, Marker::Diamond},
                                        {"ease", 1, Marker::Circle},
                                        {"slim", 1, Marker::Square},
                                        {"itemknn", 2, Marker::Circle},
                                        {"userknn", 2, Marker::Square},
                                        {"rp3beta", 2, Marker::Triangle},
                                        {"puresvd", 3, Marker::Diamond},
                                        {"bpr", 3, Marker::Triangle},
                                        {"genrerules", 4, Marker::Square},
                                        {"popular", SeriesLook::grey, Marker::Circle},
                                        {"random", SeriesLook::grey, Marker::Cross}};
    SeriesLook look;
    const std::string_view key = algorithmOf(row.specification).key;
    for (const Entry& entry : entries) {
        if (entry.key == key)
            look = {entry.category, entry.marker, false};
    }
    look.emphasized = reference;
    return look;
}

Figure barsFigure(const Comparison& comparison, MetricId metric) {
    const QString label = metricLabel(metric, comparison.options.k);
    Figure figure = frameOf(comparison, u"bars"_s, FigureText::tr("%1 of every algorithm").arg(label),
                            FigureText::tr("Whiskers: 95 % intervals over users. Whether two rows differ is "
                                           "told by the differences, not by the overlap of the bars."));
    if (comparison.rows.empty())
        return figure;
    figure.panels.push_back(valuePanel(comparison, metric));
    if (auto differences = differencePanel(comparison, metric)) {
        figure.panels.push_back(std::move(*differences));
        figure.columns = 2;
    }
    return figure;
}

namespace {

struct UserDifference {
    UserIndex user = 0;
    double first = 0.0;
    double second = 0.0;
    double difference() const { return first - second; }
};

/// Users that both rows measured; both lists are ascending.
std::vector<UserDifference> matchUsers(const ComparedModel& first, const ComparedModel& second,
                                       MetricId metric) {
    std::vector<UserDifference> matched;
    auto b = second.mean.users.begin();
    for (const UserMetrics& a : first.mean.users) {
        while (b != second.mean.users.end() && b->user < a.user)
            ++b;
        if (b == second.mean.users.end() || b->user != a.user)
            continue;
        const UserDifference found{a.user, metricValue(a, metric), metricValue(*b, metric)};
        if (std::isfinite(found.first) && std::isfinite(found.second))
            matched.push_back(found);
    }
    std::ranges::stable_sort(matched, std::ranges::greater{}, &UserDifference::difference);
    return matched;
}

QString userName(const Comparison& comparison, UserIndex user) {
    return comparison.dataset && user < comparison.dataset->userCount()
               ? FigureText::tr("User %1").arg(comparison.dataset->userId(user))
               : FigureText::tr("User number %1").arg(user + 1);
}

} // namespace

Figure userDifferenceFigure(const Comparison& comparison, std::size_t first, std::size_t second,
                            MetricId metric) {
    const QString label = metricLabel(metric, comparison.options.k);
    Figure figure =
        frameOf(comparison, u"difference-by-user"_s, FigureText::tr("%1 user by user").arg(label), {});
    if (first >= comparison.rows.size() || second >= comparison.rows.size() || first == second) {
        figure.emptyText = FigureText::tr("Two measured algorithms are needed.");
        return figure;
    }
    const QString a = nameOf(comparison.rows[first]);
    const QString b = nameOf(comparison.rows[second]);
    figure.title = FigureText::tr("%1 user by user: %2 − %3").arg(label, a, b);
    const std::vector<UserDifference> users =
        matchUsers(comparison.rows[first], comparison.rows[second], metric);
    if (users.empty()) {
        figure.emptyText = FigureText::tr("%1 has no value for single users.").arg(label);
        return figure;
    }
    FigureSeries spikes;
    spikes.kind = FigureSeries::Kind::Spikes;
    double sum = 0.0;
    int better = 0;
    int worse = 0;
    for (std::size_t i = 0; i < users.size(); ++i) {
        const UserDifference& user = users[i];
        sum += user.difference();
        better += user.difference() > 0.0 ? 1 : 0;
        worse += user.difference() < 0.0 ? 1 : 0;
        spikes.points.push_back(
            {.x = static_cast<double>(i) + 0.5,
             .y = user.difference(),
             .text = FigureText::tr("%1: %2\n%3 %4, %5 %6")
                         .arg(userName(comparison, user.user), formatDifference(metric, user.difference()), a,
                              formatMetric(metric, user.first), b, formatMetric(metric, user.second)),
             .id = user.user});
    }
    const auto count = static_cast<int>(users.size());
    figure.note =
        FigureText::tr("%1 higher for %2 of %n user(s), equal for %3, %4 higher for %5; mean difference %6.",
                       nullptr, count)
            .arg(a, formatCount(better), formatCount(count - better - worse), b, formatCount(worse),
                 formatDifference(metric, sum / count));
    FigurePanel panel;
    panel.x = wholeTicks(count, 8);
    panel.y =
        valueTicks(std::min(0.0, users.back().difference()), std::max(0.0, users.front().difference()), 6);
    panel.xTitle = FigureText::tr("users, largest difference first");
    panel.yTitle = FigureText::tr("difference");
    panel.zeroY = 0.0;
    panel.series.push_back(std::move(spikes));
    figure.panels.push_back(std::move(panel));
    return figure;
}

} // namespace recital
