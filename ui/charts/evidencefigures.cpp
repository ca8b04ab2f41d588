#include "ui/charts/evidencefigures.h"

#include "core/services/comparisontext.h"
#include "ui/charts/axes.h"
#include "ui/comparetext.h"
#include "ui/format.h"
#include "ui/metrictext.h"
#include "ui/replaytext.h"
#include "ui/ruletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct EvidenceText {
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};
using Marker = SeriesLook::Marker;

/// Rows from top to bottom in the order of the table.
AxisTicks rowAxis(const ReplayTable& table) {
    AxisTicks axis;
    const auto count = static_cast<double>(table.rows.size());
    axis.minimum = -0.5;
    axis.maximum = count - 0.5;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        axis.ticks.push_back({count - 1.0 - static_cast<double>(i), replayRowName(table.rows[i])});
    return axis;
}

SeriesLook lookOfRow(const ReplayRow& row) {
    SeriesLook look;
    if (row.kind == ReplayRow::Kind::Rule)
        look.category = static_cast<int>(row.rule.index());
    look.emphasized = isReplayReference(row);
    return look;
}

FigurePanel ndcgPanel(const ReplayTable& table) {
    FigurePanel panel;
    panel.title = metricLabel(MetricId::Ndcg, table.options.k);
    panel.rows = true;
    panel.y = rowAxis(table);
    double highest = 0.0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const ReplayRow& row = table.rows[i];
        FigurePoint point;
        point.x = row.ndcg;
        point.y = panel.y.ticks[i].position;
        point.text = EvidenceText::tr("%1: %2").arg(replayRowName(row), formatMetric(row.ndcg, 6));
        if (table.complete) {
            point.low = row.interval.low;
            point.high = row.interval.high;
            point.text +=
                u'\n' +
                EvidenceText::tr("95 % interval %1").arg(intervalText(MetricId::Ndcg, row.interval, false));
        }
        highest = std::max({highest, row.ndcg, table.complete ? row.interval.high : 0.0});
        panel.series.push_back({FigureSeries::Kind::Bars, {}, lookOfRow(row), {point}});
    }
    panel.x = valueTicks(0.0, std::max(highest, 0.01), 5);
    return panel;
}

FigurePanel differencePanel(const ReplayTable& table) {
    FigurePanel panel;
    panel.title = EvidenceText::tr("Difference to the exact re-solve");
    panel.rows = true;
    panel.y = rowAxis(table);
    double low = 0.0;
    double high = 0.0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const ReplayRow& row = table.rows[i];
        const PairedComparison& pair = row.difference;
        panel.y.ticks[i].label =
            isReplayReference(row) ? EvidenceText::tr("reference") : verdictWord(pair.verdict);
        if (pair.verdict == Verdict::NotComparable)
            continue;
        panel.series.push_back({FigureSeries::Kind::Bars,
                                {},
                                lookOfRow(row),
                                {{.x = pair.difference,
                                  .y = panel.y.ticks[i].position,
                                  .low = pair.interval.low,
                                  .high = pair.interval.high,
                                  .text = replaySentence(table, i)}}});
        low = std::min({low, pair.difference, pair.interval.low});
        high = std::max({high, pair.difference, pair.interval.high});
    }
    panel.x = valueTicks(low, high, 5);
    panel.zeroX = 0.0;
    return panel;
}

FigureSeries line(const QString& name, const SeriesLook& look) {
    return {FigureSeries::Kind::Line, name, look, {}};
}

FigurePanel changePanel(const DemoNumbers& numbers) {
    FigureSeries model = line(EvidenceText::tr("model"), {0, Marker::Circle, true});
    FigureSeries random = line(EvidenceText::tr("random"), {SeriesLook::grey, Marker::Cross, false});
    FigureSeries popular = line(EvidenceText::tr("popular"), {1, Marker::Square, false});
    FigurePanel panel;
    for (const ListChange& change : numbers.change) {
        const auto add = [&](FigureSeries& series, double share) {
            series.points.push_back({.x = static_cast<double>(change.events),
                                     .y = share,
                                     .text = EvidenceText::tr("%1 after %n like(s): %2 of the list is new",
                                                              nullptr, change.events)
                                                 .arg(series.name, formatPercent(share, 1))});
        };
        add(model, change.model);
        add(random, change.random);
        add(popular, change.popular);
        panel.x.ticks.push_back({static_cast<double>(change.events), QString::number(change.events)});
    }
    panel.x.minimum = panel.x.ticks.front().position - 0.4;
    panel.x.maximum = panel.x.ticks.back().position + 0.4;
    panel.y = percentTicks(1.0, 4);
    panel.xTitle = EvidenceText::tr("likes");
    panel.yTitle = EvidenceText::tr("new in the list");
    panel.series = {std::move(popular), std::move(random), std::move(model)};
    return panel;
}

/// The rate of a handful of clicks is 0 or 1 and would set the scale for all that follow.
int firstDrawn(const SimulatorRun& run) {
    constexpr int handful = 20;
    const int last = run.points.back().clicks;
    return last > 2 * handful ? handful : 1;
}

FigurePanel hitRatePanel(const SimulatorRun& run) {
    constexpr std::size_t mostPoints = 300; // more would only cost time: a pixel shows no more
    FigureSeries with = line(EvidenceText::tr("with updates"), {0, Marker::Circle, true});
    FigureSeries without = line(EvidenceText::tr("no updates"), {2, Marker::Triangle, false});
    FigureSeries popular = line(EvidenceText::tr("popular"), {1, Marker::Square, false});
    double highest = 0.0;
    const std::size_t every = (run.points.size() + mostPoints - 1) / mostPoints;
    for (std::size_t i = 0; i < run.points.size(); ++i) {
        const SimulatorPoint& point = run.points[i];
        if (point.clicks < firstDrawn(run) || (i % every != 0 && i + 1 != run.points.size()))
            continue;
        const auto add = [&](FigureSeries& series, double rate) {
            highest = std::max(highest, rate);
            series.points.push_back(
                {.x = static_cast<double>(point.clicks),
                 .y = rate,
                 .text = EvidenceText::tr("%1 after %n click(s): %2", nullptr, point.clicks)
                             .arg(series.name, formatPercent(rate, 1))});
        };
        add(with, point.overall.withUpdates);
        add(without, point.overall.withoutUpdates);
        add(popular, point.overall.popular);
    }
    FigurePanel panel;
    panel.x = wholeTicks(std::max(1, run.points.back().clicks), 6);
    panel.y = percentTicks(std::max(highest, 0.05), 4);
    panel.xTitle = EvidenceText::tr("clicks");
    panel.yTitle = EvidenceText::tr("hit rate");
    panel.series = {std::move(popular), std::move(without), std::move(with)};
    return panel;
}

} // namespace

Figure replayFigure(const ReplayTable* table, const QString& dataName) {
    Figure figure;
    figure.name = u"rule-test"_s;
    figure.title = EvidenceText::tr("Which rule finds what users liked next?");
    figure.emptyText = EvidenceText::tr("Not measured yet. Start plays held-out clicks to every rule.");
    if (!table || table->users == 0)
        return figure;
    figure.note =
        table->complete
            ? EvidenceText::tr(
                  "%n user(s). Whiskers: 95 % intervals over users. Which rule is better is told by the "
                  "differences, not by the overlap of the bars.",
                  nullptr, table->users)
            : EvidenceText::tr("%1 of %n user(s) so far: means without intervals, and they still move.",
                               nullptr, table->of)
                  .arg(formatCount(table->users));
    figure.caption = dataName + u". "_s + replayDescription(table->options);
    figure.panels.push_back(ndcgPanel(*table));
    if (table->complete) {
        figure.panels.push_back(differencePanel(*table));
        figure.columns = 2;
    }
    return figure;
}

Figure listChangeFigure(const DemoNumbers* numbers, const QString& dataName) {
    Figure figure;
    figure.name = u"list-change"_s;
    figure.title = EvidenceText::tr("How much of the list is new after some likes?");
    figure.emptyText = EvidenceText::tr("Not measured yet.");
    if (!numbers || numbers->change.empty())
        return figure;
    if (numbers->changeUsers == 0) {
        figure.emptyText = EvidenceText::tr("Nobody has five likes in the test part of the split: nothing to "
                                            "click in front of the list.");
        return figure;
    }
    figure.note =
        EvidenceText::tr("Change alone is no learning: a ranker that draws films at random changes most.");
    figure.caption =
        dataName + u". "_s +
        EvidenceText::tr("%n user(s), rule: %1", nullptr, numbers->changeUsers).arg(ruleText(numbers->rule));
    figure.panels.push_back(changePanel(*numbers));
    return figure;
}

Figure simulatorFigure(const SimulatorRun* run, const QString& dataName) {
    Figure figure;
    figure.name = u"simulated-users"_s;
    figure.title = EvidenceText::tr("Simulated users: was the next click on the list?");
    figure.emptyText =
        EvidenceText::tr("Not measured yet. Start lets virtual users click what real ones liked.");
    if (!run || run->points.empty())
        return figure;
    figure.note =
        EvidenceText::tr(
            "Hits in the top %1 of all clicks so far, drawn from click %2 on. Simulated: clicks are "
            "held-out ratings in their order.")
            .arg(run->options.k)
            .arg(firstDrawn(*run));
    figure.caption = dataName + u". "_s +
                     EvidenceText::tr("%n simulated user(s), rule: %1", nullptr, run->users)
                         .arg(ruleText(run->options.rule));
    figure.panels.push_back(hitRatePanel(*run));
    return figure;
}

} // namespace recital
