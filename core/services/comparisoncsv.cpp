#include "core/services/comparisontext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

QString field(const QString& text) {
    const bool quote = std::ranges::any_of(text, [](QChar c) { return u",\"\r\n"_s.contains(c); });
    return quote ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

/// All digits that a double has; empty for NaN.
QString number(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString();
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better:
        return u"better"_s;
    case Verdict::Worse:
        return u"worse"_s;
    case Verdict::NoDetectableDifference:
        return u"none"_s;
    case Verdict::NotComparable:
        return {};
    }
    Q_UNREACHABLE();
}

/// The columns of one metric; those of the difference only where it was tested.
QStringList metricHeader(const MetricInfo& metric, bool tested) {
    const QString key = QString::fromLatin1(metric.key.data(), static_cast<qsizetype>(metric.key.size()));
    QStringList names{key, key + u"_seed_sd"_s};
    if (metric.perUser)
        names += {key + u"_low"_s, key + u"_high"_s};
    if (tested)
        for (const QString& name : {u"difference"_s, u"difference_low"_s, u"difference_high"_s, u"p"_s,
                                    u"p_holm"_s, u"detectable"_s, u"verdict"_s})
            names += key + u'_' + name;
    return names;
}

QStringList metricFields(const Comparison& comparison, std::size_t r, const MetricInfo& metric, bool tested) {
    const ComparedModel& row = comparison.rows[r];
    QStringList fields{number(metricValue(row.mean, metric.id)), number(row.seedSpread(metric.id))};
    if (metric.perUser) {
        const Interval* interval = intervalOf(comparison, r, metric.id);
        fields +=
            {interval ? number(interval->low) : QString(), interval ? number(interval->high) : QString()};
    }
    if (!tested)
        return fields;
    const PairedComparison* pair = verdictOf(comparison, r, metric.id);
    if (!pair || pair->verdict == Verdict::NotComparable)
        return fields + QStringList(7, QString());
    return fields + QStringList{number(pair->difference),    number(pair->interval.low),
                                number(pair->interval.high), number(pair->pValue),
                                number(pair->adjustedP),     number(pair->detectable),
                                verdictWord(pair->verdict)};
}

QString notesInFront(const Comparison& comparison) {
    QString text;
    for (const QString& line : QStringList{comparisonCaption(comparison)} + comparisonNotes(comparison))
        text += u"# "_s + QString(line).replace(u'\n', u' ') + u"\r\n"_s;
    return text;
}

QString line(QStringList fields) {
    std::ranges::transform(fields, fields.begin(), field);
    return fields.join(u',') + u"\r\n"_s;
}

} // namespace

QString toCsv(const Comparison& comparison, const ComparisonTextOptions& options) {
    const std::vector<MetricId> metrics = options.metrics.empty() ? defaultTableMetrics() : options.metrics;
    const auto tested = [&](MetricId metric) { return verdictOf(comparison, 0, metric) != nullptr; };
    QString text = notesInFront(comparison);
    QStringList header{u"algorithm"_s, u"parameters"_s, u"seeds"_s,         u"tuning_trials"_s,
                       u"users"_s,     u"k"_s,          u"train_seconds"_s, u"evaluate_seconds"_s,
                       u"reference"_s};
    for (const MetricId metric : metrics)
        header += metricHeader(metricInfo(metric), tested(metric));
    text += line(header);
    const QString reference = hasReference(comparison)
                                  ? QString::fromStdString(comparison.rows[comparison.reference].name)
                                  : QString();
    for (std::size_t r = 0; r < comparison.rows.size(); ++r) {
        const ComparedModel& row = comparison.rows[r];
        QStringList fields{QString::fromStdString(row.name),
                           QString::fromStdString(row.parameters),
                           QString::number(std::max(1, row.seeds())),
                           QString::number(row.tuningTrials),
                           QString::number(row.mean.users.size()),
                           QString::number(comparison.options.k),
                           number(row.mean.trainSeconds),
                           number(row.mean.evaluateSeconds),
                           reference};
        for (const MetricId metric : metrics)
            fields += metricFields(comparison, r, metricInfo(metric), tested(metric));
        text += line(fields);
    }
    return text;
}

QString toRatingsCsv(const Comparison& comparison) {
    if (comparison.ratings.empty())
        return {};
    QString text = notesInFront(comparison) +
                   line({u"predictor"_s, u"parameters"_s, u"seeds"_s, u"ratings"_s, u"fallbacks"_s, u"rmse"_s,
                         u"rmse_seed_sd"_s, u"mae"_s, u"train_seconds"_s});
    for (const ComparedRatings& row : comparison.ratings)
        text += line({QString::fromStdString(row.name), QString::fromStdString(row.parameters),
                      QString::number(std::max(1, row.seeds())), QString::number(row.mean.ratings),
                      QString::number(row.mean.fallbacks), number(row.mean.rmse), number(row.rmseSpread()),
                      number(row.mean.mae), number(row.mean.trainSeconds)});
    return text;
}

} // namespace recital
