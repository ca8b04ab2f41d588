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

QString minimumNote(const SplitOptions& options) {
    QStringList parts;
    if (options.minimumUserRatings > 0)
        parts += ComparisonText::tr("users with at least %n rating(s)", nullptr, options.minimumUserRatings);
    if (options.minimumItemRatings > 0)
        parts += ComparisonText::tr("items with at least %n rating(s)", nullptr, options.minimumItemRatings);
    return parts.isEmpty() ? ComparisonText::tr("no minimum activity") : parts.join(u", "_s);
}

QString usersOf(const SplitCounts& counts) {
    QString text =
        ComparisonText::tr("%1 measured, %2 without a held-out like left out")
            .arg(QLocale().toString(counts.evaluatedUsers), QLocale().toString(counts.skippedUsers));
    if (counts.coldUsers > 0)
        text += u", "_s + ComparisonText::tr("%n of them cold", nullptr, counts.coldUsers);
    return text;
}

QString protocolNote(const Comparison& comparison) {
    const SplitOptions& split = comparison.options.split;
    QString text = ComparisonText::tr("Protocol: %1; %2.").arg(protocolText(split), minimumNote(split));
    if (usesSeed(split.protocol))
        text += u' ' + ComparisonText::tr("Seed of the split: %1.").arg(split.seed);
    return text;
}

QString usersNote(const Comparison& comparison) {
    QStringList splits;
    for (std::size_t s = 0; s < comparison.counts.size() && s < comparison.splitNames.size(); ++s)
        splits += QString::fromStdString(comparison.splitNames[s]) + u": "_s + usersOf(comparison.counts[s]);
    return ComparisonText::tr("Users: %1.").arg(splits.join(u"; "_s));
}

QString leakNote(const Comparison& comparison) {
    std::int64_t pairs = 0;
    std::int64_t leaked = 0;
    for (const SplitCounts& counts : comparison.counts) {
        pairs += counts.heldOutPairs;
        leaked += counts.leakedPairs;
    }
    return ComparisonText::tr(
               "Leak check: of %1 held-out pairs of user and item, %2 were known before the test.")
        .arg(QLocale().toString(static_cast<qlonglong>(pairs)),
             QLocale().toString(static_cast<qlonglong>(leaked)));
}

QString listNote(const Comparison& comparison) {
    return ComparisonText::tr("Lists of k = %1 from all items that the user had not rated in training; equal "
                              "scores: lower item number first.")
        .arg(comparison.options.k);
}

QString seedsFrom(std::uint64_t first, int count) {
    QStringList seeds;
    for (int i = 0; i < std::max(1, count); ++i)
        seeds += QString::number(first + static_cast<std::uint64_t>(i));
    return seeds.join(u", "_s);
}

/// "ALS 42, 43, 44": the seeds of the rows that have one.
QString seedNote(const Comparison& comparison) {
    QStringList rows;
    for (const ComparedModel& row : comparison.rows) {
        if (const std::optional<std::uint64_t> first = seedOf(row.specification))
            rows += name(row) + u' ' + seedsFrom(*first, row.seeds());
    }
    for (const ComparedRatings& row : comparison.ratings) {
        if (const std::optional<std::uint64_t> first = seedOf(row.specification))
            rows += QString::fromStdString(row.name) + u' ' + seedsFrom(*first, row.seeds());
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
    QStringList notes{dataNote(comparison),  protocolNote(comparison), usersNote(comparison),
                      leakNote(comparison),  listNote(comparison),     seedNote(comparison),
                      tuningNote(comparison)};
    if (!comparison.verdicts.empty() && hasReference(comparison))
        notes += statisticsNote(comparison);
    for (const ComparedModel& row : comparison.rows)
        if (!row.parameters.empty())
            notes += parameterNote(row);
    for (const ComparedRatings& row : comparison.ratings)
        if (!row.parameters.empty())
            notes += ComparisonText::tr("%1: %2.").arg(QString::fromStdString(row.name),
                                                       QString::fromStdString(row.parameters));
    if (!comparison.ratings.empty())
        notes +=
            ComparisonText::tr("RMSE and MAE are means over the folds, clipped to the scale; fallbacks are "
                               "ratings of a user or item without a training rating.");
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
