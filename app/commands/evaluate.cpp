#include "app/alsoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/job.h"
#include "app/metricstable.h"
#include "app/protocoloptions.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/training.h"

#include <QLocale>

#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct EvaluateText {
    Q_DECLARE_TR_FUNCTIONS(recital::EvaluateText)
};

QStringList algorithmNames() {
    return {u"random"_s, u"popular"_s, u"itemknn"_s, u"als"_s};
}

/// The specifications in the order asked for; unknown names are recorded in `options`.
std::vector<TrainingSpec> specifications(Arguments& options, const AlsParameters& als) {
    std::vector<TrainingSpec> specs;
    for (const QString& name : options.list(u"algorithms"_s)) {
        if (name == "random"_L1)
            specs.emplace_back(RandomParameters{});
        else if (name == "popular"_L1)
            specs.emplace_back(PopularityParameters{});
        else if (name == "itemknn"_L1)
            specs.emplace_back(ItemKnnParameters{});
        else if (name == "als"_L1)
            specs.emplace_back(als);
        else
            options.reject(EvaluateText::tr("unknown algorithm \"%1\"; known are %2")
                               .arg(name, algorithmNames().join(u", "_s)));
    }
    return specs;
}

Protocol naturalProtocol(const Dataset& dataset) {
    if (!dataset.folds().empty())
        return Protocol::OfficialFolds;
    return dataset.info().hasTimestamps ? Protocol::UserTemporal : Protocol::UserRandom;
}

struct Measurement {
    std::vector<EvaluationReport> folds; ///< one an algorithm and split
    std::vector<EvaluationReport> means; ///< one an algorithm; empty for a single split
};

/// Every algorithm on every split; the reports of one algorithm stand together.
Result<Measurement> measure(const std::vector<Split>& splits, const std::vector<TrainingSpec>& specs, int k,
                            const JobControl& control, Console& console) {
    Measurement result;
    for (const TrainingSpec& spec : specs) {
        std::vector<EvaluationReport> reports;
        for (const Split& split : splits) {
            const auto model = train(split.train, spec, control);
            if (!model.ok())
                return model.error();
            EvaluationOptions options;
            options.k = k;
            auto report = evaluate(**model, split, options, control);
            if (!report.ok())
                return report.error();
            console.note(EvaluateText::tr("%1 on %2: NDCG@%3 %4")
                             .arg(QString::fromStdString(report->modelName),
                                  QString::fromStdString(split.name), QString::number(k),
                                  QLocale().toString(report->means.ndcg, 'f', 4)));
            reports.push_back(std::move(*report));
        }
        if (splits.size() > 1)
            result.means.push_back(meanOverFolds(reports));
        std::ranges::move(reports, std::back_inserter(result.folds));
    }
    return result;
}

/// The line under a table that says what its figures rest on.
QString footnote(const SplitOptions& options, const std::vector<Split>& splits) {
    QStringList users;
    for (const Split& split : splits) {
        const SplitCounts counts = countSplit(split);
        users += EvaluateText::tr("%1: %2 users measured, %3 without a held-out like left out")
                     .arg(QString::fromStdString(split.name), QLocale().toString(counts.evaluatedUsers),
                          QLocale().toString(counts.skippedUsers));
    }
    QString text = EvaluateText::tr("Likes are ratings of at least %1; rated films are never recommended.")
                       .arg(QLocale().toString(options.positiveThreshold));
    if (usesSeed(options.protocol))
        text += u' ' + EvaluateText::tr("Seed of the split: %1.").arg(options.seed);
    return text + u'\n' + users.join(u'\n');
}

QJsonArray countsJson(const std::vector<Split>& splits) {
    QJsonArray array;
    for (const Split& split : splits) {
        const SplitCounts counts = countSplit(split);
        array += QJsonObject{{u"name"_s, QString::fromStdString(split.name)},
                             {u"trainPositives"_s, static_cast<qint64>(counts.trainPositives)},
                             {u"testPositives"_s, static_cast<qint64>(counts.testPositives)},
                             {u"evaluatedUsers"_s, counts.evaluatedUsers},
                             {u"skippedUsers"_s, counts.skippedUsers},
                             {u"itemsWithTrainPositive"_s, counts.itemsWithTrainPositive}};
    }
    return array;
}

void printResult(const Dataset& dataset, const SplitOptions& options, const std::vector<Split>& splits,
                 const Measurement& result, bool json, Console& console) {
    if (json) {
        console.printJson({{u"dataset"_s, QString::fromStdString(dataset.info().name)},
                           {u"fingerprint"_s, QString::fromStdString(dataset.info().fingerprint)},
                           {u"protocol"_s, protocolName(options.protocol)},
                           {u"positiveThreshold"_s, options.positiveThreshold},
                           {u"splits"_s, countsJson(splits)},
                           {u"reports"_s, metricsJson(result.folds)},
                           {u"means"_s, metricsJson(result.means)}});
        return;
    }
    console.print(metricsTable(result.folds));
    if (!result.means.empty())
        console.print(u'\n' + EvaluateText::tr("Mean over the folds") + u'\n' + metricsTable(result.means));
    console.print(u'\n' + footnote(options, splits));
}

} // namespace

ExitCode runEvaluate(const QStringList& arguments, Console& console) {
    Arguments options(u"evaluate"_s,
                      EvaluateText::tr("Measures algorithms on held-out ratings: per split, and the "
                                       "mean over official folds. The parameters of ALS are those "
                                       "tested for the dataset unless given."));
    options.addData();
    options.add(
        u"algorithms"_s,
        EvaluateText::tr("Which to measure, separated by commas: %1.").arg(algorithmNames().join(u", "_s)),
        u"LIST"_s, algorithmNames().join(u','));
    options.add(u"k"_s, EvaluateText::tr("Length of the lists, 1 to 1000."), u"N"_s, u"10"_s);
    addProtocolOptions(options, false);
    addAlsOptions(options);
    options.addThreads();
    options.addJson();
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const int k = options.integer(u"k"_s, 1, 1000);
    const int threads = options.threads();
    specifications(options, alsParameters(options, AlsParameters{}));
    protocolOptions(options, false, Protocol::UserTemporal);
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const SplitOptions splitOptions = *protocolOptions(options, false, naturalProtocol(**dataset));
    const auto splits = makeSplits(**dataset, splitOptions);
    if (!splits.ok())
        return console.failure(splits.error());
    const AlsParameters als = alsParameters(options, defaultAlsParameters(**dataset));
    const JobControl control = consoleJob(console, interrupt, EvaluateText::tr("Measuring"), threads);
    const auto result = measure(*splits, specifications(options, als), k, control, console);
    console.endProgress();
    if (!result.ok())
        return console.failure(result.error());
    printResult(**dataset, splitOptions, *splits, *result, options.isSet(u"json"_s), console);
    return ExitSuccess;
}

} // namespace recital
