#include "core/services/comparisontext.h"

#include "core/recsys/algorithms/catalogue.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(recital::ComparisonText)
};

QString name(const ComparedModel& row) {
    return QString::fromStdString(row.name);
}

QString dataNote(const Comparison& comparison) {
    return ComparisonText::tr("Data: %1, fingerprint %2; likes are ratings of at least %3.")
        .arg(comparison.datasetName, comparison.datasetFingerprint,
             QLocale().toString(static_cast<double>(comparison.options.split.positiveThreshold)));
}

QString usersOf(const SplitCounts& counts) {
    return ComparisonText::tr("%1 measured, %2 without a held-out like left out")
        .arg(QLocale().toString(counts.evaluatedUsers), QLocale().toString(counts.skippedUsers));
}

QString protocolNote(const Comparison& comparison) {
    QStringList splits;
    for (std::size_t s = 0; s < comparison.counts.size() && s < comparison.splitNames.size(); ++s)
        splits += QString::fromStdString(comparison.splitNames[s]) + u": "_s + usersOf(comparison.counts[s]);
    return ComparisonText::tr("Protocol: %1. Users of %2. No pair of user and item stands on both sides.")
        .arg(protocolText(comparison.options.split), splits.join(u"; "_s));
}

QString listNote(const Comparison& comparison) {
    return ComparisonText::tr("Lists of k = %1 from all items that the user had not rated in training; equal "
                              "scores: lower item number first.")
        .arg(comparison.options.k);
}

/// "ALS 42, 43, 44": the seeds of the rows that have one.
QString seedNote(const Comparison& comparison) {
    QStringList rows;
    for (const ComparedModel& row : comparison.rows) {
        const std::optional<std::uint64_t> first = seedOf(row.specification);
        if (!first)
            continue;
        QStringList seeds;
        for (int i = 0; i < std::max(1, row.seeds()); ++i)
            seeds += QString::number(*first + static_cast<std::uint64_t>(i));
        rows += name(row) + u' ' + seeds.join(u", "_s);
    }
    if (rows.isEmpty())
        return ComparisonText::tr("Seeds: none of these models draws random numbers.");
    return ComparisonText::tr("Seeds: %1; means over folds and seeds.").arg(rows.join(u"; "_s));
}

QString tuningNote(const Comparison& comparison) {
    QStringList rows;
    for (const ComparedModel& row : comparison.rows)
        if (row.tuningTrials > 0)
            rows += ComparisonText::tr("%1 %n trial(s)", nullptr, row.tuningTrials).arg(name(row));
    if (rows.isEmpty())
        return ComparisonText::tr("Tuning budget: none, every row with given or tested default parameters.");
    return ComparisonText::tr("Tuning budget on validation data: %1; the others none.")
        .arg(rows.join(u"; "_s));
}

QString statisticsNote(const Comparison& comparison) {
    const StatisticsOptions& options = comparison.options.statistics;
    const QLocale locale;
    return ComparisonText::tr("Statistics: unit is the user; paired bootstrap (%1 resamples, seed %2), "
                              "sign-flip test (%3 flips), Holm over the rows tested against %4, level %5.")
        .arg(locale.toString(options.resamples), QString::number(options.seed),
             locale.toString(options.flips), name(comparison.rows[comparison.reference]),
             locale.toString(options.level));
}

QString dateText(const QDateTime& time) {
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

QString parameterNote(const ComparedModel& row) {
    return ComparisonText::tr("%1: %2.").arg(name(row), QString::fromStdString(row.parameters));
}

} // namespace

QString comparisonCaption(const Comparison& comparison) {
    return ComparisonText::tr("Ranking metrics on %1, %2, k = %3")
        .arg(comparison.datasetName, protocolText(comparison.options.split),
             QString::number(comparison.options.k));
}

QStringList comparisonNotes(const Comparison& comparison) {
    QStringList notes{dataNote(comparison), protocolNote(comparison), listNote(comparison),
                      seedNote(comparison), tuningNote(comparison)};
    if (!comparison.verdicts.empty() && hasReference(comparison))
        notes += statisticsNote(comparison);
    for (const ComparedModel& row : comparison.rows)
        if (!row.parameters.empty())
            notes += parameterNote(row);
    if (comparison.startedAt.isValid())
        notes += ComparisonText::tr("Measured on %1 with Recital %2.")
                     .arg(dateText(comparison.startedAt), u"" RECITAL_VERSION ""_s);
    for (std::size_t r = 0; r < comparison.rows.size() && r < comparison.measuredAt.size(); ++r)
        if (comparison.measuredAt[r].isValid())
            notes += ComparisonText::tr("%1 was measured earlier, on %2.")
                         .arg(name(comparison.rows[r]), dateText(comparison.measuredAt[r]));
    return notes;
}

} // namespace recital
