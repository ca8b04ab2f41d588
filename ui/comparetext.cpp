#include "ui/comparetext.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "ui/metrictext.h"
#include "ui/runview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

int decimalsOf(MetricId metric) {
    switch (metric) {
    case MetricId::Popularity:
    case MetricId::ProfilePopularity:
        return 1;
    case MetricId::Entropy:
    case MetricId::Novelty:
        return 2;
    case MetricId::Coverage:
    case MetricId::TrainCoverage:
    case MetricId::Gini:
    case MetricId::PopularityLift:
    case MetricId::Personalization:
    case MetricId::GenreDiversity:
        return 3;
    default:
        return 4;
    }
}

} // namespace

QString formatMetric(MetricId metric, double value, int moreDecimals) {
    return recital::formatMetric(value, decimalsOf(metric) + moreDecimals);
}

QString formatDifference(MetricId metric, double value) {
    if (!std::isfinite(value))
        return notMeasuredText();
    const QString size = recital::formatMetric(std::abs(value), decimalsOf(metric));
    const QString nothing = recital::formatMetric(0.0, decimalsOf(metric));
    if (size == nothing)
        return size;
    return (value < 0.0 ? u"−"_s : u"+"_s) + size;
}

QString intervalText(MetricId metric, const Interval& interval, bool withSign) {
    return withSign
               ? CompareText::tr("%1 to %2", "interval")
                     .arg(formatDifference(metric, interval.low), formatDifference(metric, interval.high))
               : CompareText::tr("%1 to %2", "interval")
                     .arg(formatMetric(metric, interval.low), formatMetric(metric, interval.high));
}

QString pValueText(double p) {
    if (!std::isfinite(p))
        return notMeasuredText();
    if (p < 0.001)
        return CompareText::tr("< %1").arg(QLocale().toString(0.001, 'f', 3));
    return QLocale().toString(p, 'f', p < 0.1 ? 3 : 2);
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better:
        return CompareText::tr("better");
    case Verdict::Worse:
        return CompareText::tr("worse");
    case Verdict::NoDetectableDifference:
        return CompareText::tr("no detectable difference");
    case Verdict::NotComparable:
        return {};
    }
    Q_UNREACHABLE();
}

namespace {

/// Users that the means are over: each once, however many folds measure them.
int measuredUsers(const Comparison& comparison) {
    int users = 0;
    for (const ComparedModel& row : comparison.rows)
        users = std::max(users, static_cast<int>(row.mean.users.size()));
    if (users == 0) {
        for (const SplitCounts& counts : comparison.counts)
            users = std::max(users, counts.evaluatedUsers);
    }
    return users;
}

int mostSeeds(const Comparison& comparison) {
    int seeds = 0;
    for (const ComparedModel& row : comparison.rows)
        seeds = std::max(seeds, row.seeds());
    return seeds;
}

QString seedsText(const ComparedModel& row) {
    const auto seed = seedOf(row.specification);
    if (!seed)
        return CompareText::tr("deterministic: no seed");
    if (row.seeds() <= 1)
        return CompareText::tr("seed %1").arg(*seed);
    return CompareText::tr("%n seed(s): %1 to %2", nullptr, row.seeds())
        .arg(*seed)
        .arg(*seed + static_cast<std::uint64_t>(row.seeds()) - 1);
}

QString leakText(const Comparison& comparison) {
    std::int64_t pairs = 0;
    std::int64_t leaked = 0;
    for (const SplitCounts& counts : comparison.counts) {
        pairs += counts.heldOutPairs;
        leaked += counts.leakedPairs;
    }
    return pairs > 0 ? CompareText::tr("%1 of %2 held-out pairs in training: checked")
                           .arg(QLocale().toString(leaked), QLocale().toString(pairs))
                     : QString();
}

/// Users without any rating before the test: their lists owe nothing to them.
int coldUsers(const Comparison& comparison) {
    int cold = 0;
    for (const SplitCounts& counts : comparison.counts)
        cold += counts.coldUsers;
    return cold;
}

} // namespace

QString statementText(const Comparison& comparison) {
    QStringList parts{comparison.datasetName, protocolText(comparison.options.split)};
    parts += CompareText::tr("%n user(s) measured", nullptr, measuredUsers(comparison));
    if (const int cold = coldUsers(comparison); cold > 0)
        parts += CompareText::tr("%n of them cold", nullptr, cold);
    const int seeds = mostSeeds(comparison);
    if (seeds > 0)
        parts += CompareText::tr("%n seed(s)", nullptr, seeds);
    parts += CompareText::tr("liked from %1")
                 .arg(QLocale().toString(static_cast<double>(comparison.options.split.positiveThreshold)));
    parts += CompareText::tr("lists of %1").arg(comparison.options.k);
    if (const QString leak = leakText(comparison); !leak.isEmpty())
        parts += leak;
    return parts.join(u" · "_s);
}

QString originText(const Comparison& comparison, std::size_t index) {
    const ComparedModel& row = comparison.rows[index];
    QStringList lines;
    const bool earlier = index < comparison.measuredAt.size() && comparison.measuredAt[index].isValid();
    const QDateTime date = earlier ? comparison.measuredAt[index] : comparison.startedAt;
    lines += comparison.id > 0 && !earlier
                 ? CompareText::tr("Comparison %1, %2").arg(comparison.id).arg(dateText(date))
                 : CompareText::tr("Measured %1").arg(dateText(date));
    lines += CompareText::tr("%1: %2").arg(comparison.datasetName, protocolText(comparison.options.split));
    lines += CompareText::tr("%n user(s) measured", nullptr, static_cast<int>(row.mean.users.size())) +
             u", "_s + seedsText(row);
    lines += u"%1: %2"_s.arg(QString::fromStdString(row.name), QString::fromStdString(row.parameters));
    lines += row.tuningTrials > 0
                 ? CompareText::tr("tuned on validation data: %n setting(s) tried", nullptr, row.tuningTrials)
                 : CompareText::tr("not tuned here: tested defaults");
    lines += CompareText::tr("training %1, measuring %2")
                 .arg(formatSeconds(row.mean.trainSeconds), formatSeconds(row.mean.evaluateSeconds));
    return lines.join(u'\n');
}

QString captionText(const Comparison& comparison) {
    QStringList parts{comparison.datasetName, protocolText(comparison.options.split)};
    parts += CompareText::tr("%n user(s)", nullptr, measuredUsers(comparison));
    parts += CompareText::tr("liked from %1")
                 .arg(QLocale().toString(static_cast<double>(comparison.options.split.positiveThreshold)));
    parts += CompareText::tr("%n seed(s)", nullptr, std::max(1, mostSeeds(comparison)));
    parts += CompareText::tr("seed of the statistics %1").arg(comparison.options.statistics.seed);
    return parts.join(u", "_s) + u'.';
}

} // namespace recital
