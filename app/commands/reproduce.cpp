#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/job.h"
#include "app/wrappedtext.h"
#include "core/recsys/reproduction.h"
#include "core/services/texttable.h"
#include "ui/models/reproductionmodel.h"
#include "ui/reproductiontext.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ReproduceText {
    Q_DECLARE_TR_FUNCTIONS(recital::ReproduceText)
};

QString given(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList knownIds() {
    QStringList ids;
    for (const ReproductionTarget& target : reproductionTargets())
        ids += given(target.id);
    return ids;
}

/// The targets in the order asked for, each once; unknown ones are recorded in `options`.
QStringList chosenIds(Arguments& options) {
    QStringList ids;
    for (const QString& entry : options.list(u"target"_s)) {
        const QString id = entry.toUpper();
        if (!knownIds().contains(id))
            options.reject(ReproduceText::tr("unknown target \"%1\"; known are %2")
                               .arg(entry, knownIds().join(u", "_s)));
        else if (!ids.contains(id))
            ids += id;
    }
    return ids;
}

/// As many digits as were published, but at least five, so that a rounded figure shows what it came from.
QString oursText(const ReproducedValue& value) {
    return QLocale().toString(value.ours, 'f', std::max(5, value.publishedDigits));
}

QString figuresTable(const std::vector<ReproductionResult>& results) {
    TextTable table({ReproduceText::tr("Target"), ReproduceText::tr("Metric"), ReproduceText::tr("Published"),
                     ReproduceText::tr("Ours"), ReproduceText::tr("Verdict")},
                    {0, 1, 4});
    for (const ReproductionResult& result : results)
        for (const ReproducedValue& value : result.values)
            if (value.headline || !value.agrees())
                table.addRow({given(result.id), QString::fromStdString(value.metric),
                              QLocale().toString(value.published, 'f', value.publishedDigits),
                              oursText(value), verdictText(value)});
    return table.toString();
}

/// What stands under the table for one target.
QString paragraph(const ReproductionResult& result) {
    QStringList lines = reproductionText(result.id, &result);
    const auto unlisted = std::ranges::count_if(
        result.values, [](const ReproducedValue& value) { return !value.headline && value.agrees(); });
    if (unlisted > 0)
        lines += ReproduceText::tr("%n further figure(s) agree as well; --json lists them.", nullptr,
                                   static_cast<int>(unlisted));
    lines += ReproduceText::tr("%1 s").arg(QLocale().toString(result.seconds, 'f', 1));
    QString text = u"%1  %2 (%3)"_s.arg(given(result.id), reproductionTitle(result.id), given(result.source));
    for (const QString& line : lines)
        text += u"\n    "_s + wrapped(line, 4);
    return text;
}

QString summary(const std::vector<ReproductionResult>& results) {
    const auto agreeing = std::ranges::count_if(results, &ReproductionResult::agrees);
    return ReproduceText::tr("%1 of %n target(s) agree.", nullptr, static_cast<int>(results.size()))
        .arg(agreeing);
}

QJsonObject resultJson(const ReproductionResult& result) {
    QJsonArray values;
    for (const ReproducedValue& value : result.values)
        values += QJsonObject{{u"metric"_s, QString::fromStdString(value.metric)},
                              {u"published"_s, value.published},
                              {u"publishedDigits"_s, value.publishedDigits},
                              {u"ours"_s, value.ours},
                              {u"tolerance"_s, value.tolerance},
                              {u"agrees"_s, value.agrees()}};
    QJsonArray seeds;
    for (const SeedErrors& errors : result.seeds)
        seeds += QJsonObject{
            {u"seed"_s, static_cast<qint64>(errors.seed)}, {u"rmse"_s, errors.rmse}, {u"mae"_s, errors.mae}};
    return {{u"id"_s, given(result.id)},
            {u"title"_s, given(result.title)},
            {u"source"_s, given(result.source)},
            {u"agrees"_s, result.agrees()},
            {u"values"_s, values},
            {u"seeds"_s, seeds},
            {u"explanation"_s, QString::fromStdString(result.explanation)},
            {u"seconds"_s, result.seconds}};
}

void printResults(const Dataset& dataset, const std::vector<ReproductionResult>& results, bool json,
                  Console& console) {
    if (json) {
        QJsonArray targets;
        for (const ReproductionResult& result : results)
            targets += resultJson(result);
        console.printJson({{u"dataset"_s, QString::fromStdString(dataset.info().name)},
                           {u"fingerprint"_s, QString::fromStdString(dataset.info().fingerprint)},
                           {u"agrees"_s, std::ranges::all_of(results, &ReproductionResult::agrees)},
                           {u"targets"_s, targets}});
        return;
    }
    console.print(figuresTable(results));
    for (const ReproductionResult& result : results)
        console.print(u'\n' + paragraph(result));
    console.print(u'\n' + summary(results));
}

Result<std::vector<ReproductionResult>> reproduceAll(const Dataset& dataset, const QStringList& ids,
                                                     const Interrupt& interrupt, int threads,
                                                     Console& console) {
    std::vector<ReproductionResult> results;
    for (const QString& id : ids) {
        const JobControl control =
            consoleJob(console, interrupt, ReproduceText::tr("Reproducing %1").arg(id), threads);
        auto result = reproduce(dataset, id.toStdString(), control);
        console.endProgress();
        if (!result.ok())
            return result.error();
        console.note(result->agrees() ? ReproduceText::tr("%1 agrees").arg(id)
                                      : ReproduceText::tr("%1 does not agree").arg(id));
        results.push_back(std::move(*result));
    }
    return results;
}

} // namespace

ExitCode runReproduce(const QStringList& arguments, Console& console) {
    Arguments options(u"reproduce"_s,
                      ReproduceText::tr("Computes figures that others published for MovieLens 100K, and puts "
                                        "ours beside them: the test that reading, splitting, models and "
                                        "metrics agree with everyone else's. The exit code is 0 when all "
                                        "agree, 1 when one does not."));
    options.addData();
    options.add(u"target"_s,
                ReproduceText::tr("Which to compute, separated by commas: %1.").arg(knownIds().join(u", "_s)),
                u"LIST"_s, knownIds().join(u','));
    options.addThreads();
    options.addJson();
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const QStringList ids = chosenIds(options);
    const int threads = options.threads();
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const auto results = reproduceAll(**dataset, ids, interrupt, threads, console);
    if (!results.ok())
        return console.failure(results.error());
    printResults(**dataset, *results, options.isSet(u"json"_s), console);
    return std::ranges::all_of(*results, &ReproductionResult::agrees) ? ExitSuccess : ExitFailure;
}

} // namespace recital
