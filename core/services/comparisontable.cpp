#include "core/services/comparisontable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(recital::ComparisonText)
};

constexpr int differenceDecimals = 4;

QString number(double value, int decimals, const QLocale& locale) {
    return std::isfinite(value) ? locale.toString(value, 'f', decimals) : u"–"_s;
}

QString signedNumber(double value, int decimals, const QLocale& locale) {
    if (!std::isfinite(value))
        return u"–"_s;
    return (value < 0.0 ? u"−"_s : u"+"_s) + locale.toString(std::abs(value), 'f', decimals);
}

/// A p-value is never 0: the smallest that the flips can tell is said as such.
QString pValue(double value, const QLocale& locale) {
    constexpr double smallest = 0.001;
    if (!std::isfinite(value))
        return u"–"_s;
    return value < smallest ? u"< "_s + locale.toString(smallest, 'f', 3) : locale.toString(value, 'f', 3);
}

QString rowName(const ComparedModel& row) {
    return QString::fromStdString(row.name);
}

std::vector<MetricId> columnsOf(const ComparisonTextOptions& options) {
    return options.metrics.empty() ? defaultTableMetrics() : options.metrics;
}

ComparisonTable meanTable(const Comparison& comparison, const ComparisonTextOptions& options,
                          const QLocale& locale, std::span<const MetricId> metrics) {
    ComparisonTable table;
    table.header += ComparisonText::tr("Algorithm");
    for (const MetricId metric : metrics)
        table.header += metricLabel(metric, comparison.options.k);
    for (std::size_t r = 0; r < comparison.rows.size(); ++r) {
        const ComparedModel& row = comparison.rows[r];
        std::vector<TableCell>& cells = table.rows.emplace_back();
        cells.push_back({rowName(row)});
        for (const MetricId metric : metrics) {
            TableCell cell;
            cell.text = formatMetricValue(metric, metricValue(row.mean, metric), options.decimals, locale);
            cell.best = isBest(comparison, r, metric);
            const bool judges = metricInfo(metric).direction != MetricDirection::Neutral;
            if (const PairedComparison* verdict = verdictOf(comparison, r, metric); verdict && judges)
                cell.verdict = verdict->verdict;
            cells.push_back(cell);
        }
    }
    return table;
}

void addFacts(ComparisonTable& table, const Comparison& comparison, const QLocale& locale) {
    table.header += {ComparisonText::tr("Users"), ComparisonText::tr("Seeds"), ComparisonText::tr("Tuned"),
                     ComparisonText::tr("Training s")};
    for (std::size_t r = 0; r < comparison.rows.size(); ++r) {
        const ComparedModel& row = comparison.rows[r];
        std::vector<TableCell>& cells = table.rows[r];
        cells.push_back({locale.toString(static_cast<qlonglong>(row.mean.users.size()))});
        cells.push_back({locale.toString(std::max(1, row.seeds()))});
        cells.push_back({locale.toString(row.tuningTrials)});
        cells.push_back({number(row.mean.trainSeconds, 2, locale)});
    }
}

ComparisonTable differenceTable(const Comparison& comparison, MetricId metric, const QLocale& locale) {
    ComparisonTable table;
    table.title =
        ComparisonText::tr("%1, difference to %2")
            .arg(metricLabel(metric, comparison.options.k), rowName(comparison.rows[comparison.reference]));
    const QString confidence = locale.toString(100.0 * (1.0 - comparison.options.statistics.level), 'g', 3);
    table.header = {ComparisonText::tr("Algorithm"),  ComparisonText::tr("Verdict"),
                    ComparisonText::tr("Difference"), ComparisonText::tr("%1 % from").arg(confidence),
                    ComparisonText::tr("to"),         ComparisonText::tr("p (Holm)"),
                    ComparisonText::tr("Detectable"), ComparisonText::tr("Users")};
    table.leftColumns = 2;
    for (std::size_t r = 0; r < comparison.rows.size(); ++r) {
        const PairedComparison* pair = verdictOf(comparison, r, metric);
        if (r == comparison.reference || !pair)
            continue;
        const bool compared = pair->verdict != Verdict::NotComparable;
        const double none = std::nan("");
        const auto value = [&](double figure) { return compared ? figure : none; };
        QString verdict = verdictText(*pair);
        if (pair->verdict == Verdict::NoDetectableDifference)
            verdict = ComparisonText::tr("no detectable difference");
        table.rows.push_back({{rowName(comparison.rows[r])},
                              {verdict},
                              {signedNumber(value(pair->difference), differenceDecimals, locale)},
                              {signedNumber(value(pair->interval.low), differenceDecimals, locale)},
                              {signedNumber(value(pair->interval.high), differenceDecimals, locale)},
                              {pValue(value(pair->adjustedP), locale)},
                              {number(value(pair->detectable), differenceDecimals, locale)},
                              {locale.toString(pair->users)}});
    }
    return table;
}

std::vector<MetricId> differencesOf(const Comparison& comparison, const ComparisonTextOptions& options) {
    const auto tested = [&](MetricId metric) { return verdictOf(comparison, 0, metric) != nullptr; };
    std::vector<MetricId> metrics;
    if (!options.differences.empty()) {
        std::ranges::copy_if(options.differences, std::back_inserter(metrics), tested);
        return metrics;
    }
    const std::vector<MetricId> columns = columnsOf(options);
    if (const auto first = std::ranges::find_if(columns, tested); first != columns.end())
        metrics.push_back(*first);
    return metrics;
}

} // namespace

std::vector<MetricId> defaultTableMetrics() {
    return {MetricId::Ndcg,    MetricId::Map, MetricId::Precision, MetricId::Recall, MetricId::Mrr,
            MetricId::HitRate, MetricId::Auc, MetricId::Coverage,  MetricId::Gini,   MetricId::Novelty};
}

QString formatMetricValue(MetricId metric, double value, int decimals, const QLocale& locale) {
    switch (metric) {
    case MetricId::Popularity:
    case MetricId::ProfilePopularity:
        return number(value, 1, locale);
    case MetricId::Entropy:
    case MetricId::Novelty:
        return number(value, 2, locale);
    default:
        return number(value, decimals, locale);
    }
}

std::vector<ComparisonTable> meanTables(const Comparison& comparison, const ComparisonTextOptions& options,
                                        const QLocale& locale, const TableWidth& width) {
    const std::vector<MetricId> metrics = columnsOf(options);
    std::vector<ComparisonTable> tables;
    for (std::size_t begin = 0; begin < metrics.size(); begin += width.metrics) {
        const std::size_t count = std::min(width.metrics, metrics.size() - begin);
        tables.push_back(meanTable(comparison, options, locale, std::span(metrics).subspan(begin, count)));
    }
    if (tables.back().header.size() > static_cast<qsizetype>(width.besideFacts) + 1)
        tables.push_back(meanTable(comparison, options, locale, {}));
    addFacts(tables.back(), comparison, locale);
    return tables;
}

std::vector<ComparisonTable> differenceTables(const Comparison& comparison,
                                              const ComparisonTextOptions& options, const QLocale& locale) {
    std::vector<ComparisonTable> tables;
    for (const MetricId metric : differencesOf(comparison, options))
        if (ComparisonTable table = differenceTable(comparison, metric, locale); !table.rows.empty())
            tables.push_back(std::move(table));
    return tables;
}

ComparisonTable ratingTable(const Comparison& comparison, const QLocale& locale) {
    ComparisonTable table;
    table.title = ComparisonText::tr("Rating prediction, in stars");
    table.header = {ComparisonText::tr("Predictor"),   u"RMSE"_s,
                    ComparisonText::tr("Seed spread"), u"MAE"_s,
                    ComparisonText::tr("Ratings"),     ComparisonText::tr("Fallbacks"),
                    ComparisonText::tr("Seeds"),       ComparisonText::tr("Training s")};
    for (const ComparedRatings& row : comparison.ratings)
        table.rows.push_back({{QString::fromStdString(row.name)},
                              {number(row.mean.rmse, 5, locale)},
                              {number(row.rmseSpread(), 5, locale)},
                              {number(row.mean.mae, 5, locale)},
                              {locale.toString(static_cast<qlonglong>(row.mean.ratings))},
                              {locale.toString(static_cast<qlonglong>(row.mean.fallbacks))},
                              {locale.toString(std::max(1, row.seeds()))},
                              {number(row.mean.trainSeconds, 2, locale)}});
    return table;
}

QStringList tableLegend(const Comparison& comparison, const std::vector<ComparisonTable>& tables,
                        const QString& best, const QStringList& marks) {
    bool anyBest = false;
    bool anyVerdict = false;
    for (const ComparisonTable& table : tables)
        for (const std::vector<TableCell>& row : table.rows)
            for (const TableCell& cell : row) {
                anyBest = anyBest || cell.best;
                anyVerdict = anyVerdict || cell.verdict != Verdict::NotComparable;
            }
    QStringList lines;
    if (anyBest)
        lines += ComparisonText::tr("%1: the best mean, and every other that the test cannot tell from it.")
                     .arg(best);
    if (anyVerdict)
        lines += ComparisonText::tr("%1 better and %2 worse than %3; %4 no detectable difference.")
                     .arg(marks[0], marks[1], rowName(comparison.rows[comparison.reference]), marks[2]);
    return lines;
}

} // namespace recital
