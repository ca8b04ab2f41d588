#include "app/algorithmoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/comparisonoptions.h"
#include "app/job.h"
#include "app/protocoloptions.h"
#include "core/recsys/algorithms/catalogue.h"
#include "core/services/splitcheck.h"

#include <QLocale>

#include <algorithm>
#include <optional>
#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct EvaluateText {
    Q_DECLARE_TR_FUNCTIONS(recital::EvaluateText)
};

struct EvaluateRequest {
    QString location;
    int k = 10;
    int seeds = 3;
    int threads = 1;
    OutputFormat format = OutputFormat::Table;
    QString reference; ///< key of an algorithm; empty: no differences
    ComparisonTextOptions text;
    std::vector<RatingSpec> ratingModels;
};

/// What was measured, and whether anything could not be.
struct Measurement {
    Comparison comparison;
    bool complete = true;
};

QStringList ratingModelKeys() {
    QStringList keys;
    for (const RatingSpec& model : ratingPredictors()) {
        const std::string_view key = ratingPredictorKey(model);
        keys += QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    }
    return keys;
}

std::vector<RatingSpec> ratingModels(Arguments& options) {
    std::vector<RatingSpec> models;
    if (!options.isSet(u"rating-models"_s))
        return models;
    for (const QString& key : options.list(u"rating-models"_s)) {
        if (key == "all"_L1)
            models.insert(models.end(), ratingPredictors().begin(), ratingPredictors().end());
        else if (const RatingSpec* model = findRatingPredictor(key.toStdString()))
            models.push_back(*model);
        else
            options.reject(EvaluateText::tr("unknown rating model \"%1\"; known are %2")
                               .arg(key, ratingModelKeys().join(u", "_s)));
    }
    return models;
}

void declare(Arguments& options) {
    options.addData();
    addAlgorithmOptions(options, u"random,popular,itemknn,als"_s);
    options.add(u"seeds"_s,
                EvaluateText::tr("Trainings of every algorithm that draws random numbers, 1 to 100: with its "
                                 "seed, the next one, and so on."),
                u"N"_s, u"3"_s);
    options.add(u"k"_s, EvaluateText::tr("Length of the lists, 1 to 1000."), u"N"_s, u"10"_s);
    addSplitOptions(options);
    addMetricOptions(options);
    options.add(
        u"rating-models"_s,
        EvaluateText::tr("Predictors of stars to measure as well, in a table of their own, separated by "
                         "commas: %1, or all.")
            .arg(ratingModelKeys().join(u", "_s)),
        u"LIST"_s);
    options.add(u"compare-to"_s,
                EvaluateText::tr("Test every other algorithm against this one of the list: difference with "
                                 "its interval, Holm-adjusted p and verdict."),
                u"ALGORITHM"_s);
    options.add(u"tuned"_s,
                EvaluateText::tr("Settings that were tried on validation data before, to be printed beside "
                                 "the results, for example als=16,itemknn=8."),
                u"ALGORITHM=N"_s);
    addFormatOptions(options);
    options.addThreads();
}

/// The position of --compare-to among the algorithms; their number without it.
std::size_t referenceOf(Arguments& options, const EvaluateRequest& request,
                        const std::vector<ChosenAlgorithm>& algorithms) {
    if (request.reference.isEmpty())
        return algorithms.size();
    const auto found = std::ranges::find(algorithms, request.reference, &ChosenAlgorithm::key);
    if (found == algorithms.end())
        options.reject(
            EvaluateText::tr("--compare-to names \"%1\", which is not measured").arg(request.reference));
    return static_cast<std::size_t>(found - algorithms.begin());
}

/// Trials of every algorithm that --tuned names.
std::vector<int> tuningTrials(Arguments& options, const std::vector<ChosenAlgorithm>& algorithms) {
    constexpr double most = 1e6;
    std::vector<int> trials(algorithms.size(), 0);
    if (!options.isSet(u"tuned"_s))
        return trials;
    for (const QString& entry : options.list(u"tuned"_s)) {
        const QString key = entry.section(u'=', 0, 0).trimmed();
        const double count = parameterNumber(options, u"tuned"_s, entry.section(u'=', 1));
        const auto found = std::ranges::find(algorithms, key, &ChosenAlgorithm::key);
        if (found == algorithms.end())
            options.reject(EvaluateText::tr("--tuned names \"%1\", which is not measured").arg(key));
        else if (count < 0.0 || count > most || count != static_cast<int>(count))
            options.reject(EvaluateText::tr("--tuned needs ALGORITHM=N, not \"%1\"").arg(entry));
        else
            trials[static_cast<std::size_t>(found - algorithms.begin())] = static_cast<int>(count);
    }
    return trials;
}

EvaluateRequest read(Arguments& options) {
    EvaluateRequest request;
    request.location = options.requiredText(u"data"_s);
    request.k = options.integer(u"k"_s, 1, 1000);
    request.seeds = options.integer(u"seeds"_s, 1, 100);
    request.threads = options.threads();
    request.format = outputFormat(options);
    request.text.metrics = metricOptions(options);
    request.text.differences = request.text.metrics;
    request.reference = options.text(u"compare-to"_s);
    request.ratingModels = ratingModels(options);
    // What is wrong with these is said before anything is read.
    const std::vector<ChosenAlgorithm> algorithms = chosenAlgorithms(options, nullptr);
    referenceOf(options, request, algorithms);
    tuningTrials(options, algorithms);
    splitOptions(options, SplitOptions{});
    return request;
}

Comparison emptyComparison(const Dataset& dataset, const EvaluateRequest& request, const SplitOptions& split,
                           const std::vector<Split>& splits) {
    Comparison comparison;
    comparison.startedAt = QDateTime::currentDateTimeUtc();
    comparison.datasetName = QString::fromStdString(dataset.info().name);
    comparison.datasetFingerprint = QString::fromStdString(dataset.info().fingerprint);
    comparison.options.split = split;
    comparison.options.k = request.k;
    comparison.options.seeds = request.seeds;
    comparison.options.curveTo = 0;
    for (const Split& part : splits) {
        comparison.splitNames.push_back(part.name);
        comparison.counts.push_back(countSplit(part));
    }
    return comparison;
}

/// One algorithm after another; one that fails is named and left out.
Result<Measurement> measure(Comparison comparison, const std::vector<Split>& splits,
                            const std::vector<ChosenAlgorithm>& algorithms, const std::vector<int>& trials,
                            std::size_t reference, const JobControl& control, Console& console) {
    Measurement result{std::move(comparison), true};
    std::optional<std::size_t> referenceRow;
    for (std::size_t a = 0; a < algorithms.size(); ++a) {
        const TrainingSpec& specification = algorithms[a].specification;
        Result<ComparedModel> row =
            measureAlgorithm(splits, specification, result.comparison.options, control);
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, {}};
        const std::string_view name = algorithmOf(specification).name;
        if (!row) {
            console.note(EvaluateText::tr("%1 was not measured: %2")
                             .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                                  QString::fromStdString(row.error().detail)));
            result.complete = false;
            continue;
        }
        row->tuningTrials = trials[a];
        row->models.clear();
        console.note(EvaluateText::tr("%1: NDCG@%2 %3")
                         .arg(QString::fromStdString(row->name), QString::number(result.comparison.options.k),
                              QLocale().toString(row->mean.means.ndcg, 'f', 4)));
        if (a == reference)
            referenceRow = result.comparison.rows.size();
        result.comparison.rows.push_back(std::move(row).value());
    }
    result.comparison.reference = referenceRow.value_or(result.comparison.rows.size());
    return result;
}

/// The predictors of stars, in the same way.
Status measureRatingModels(Measurement& result, const Dataset& dataset, const std::vector<Split>& splits,
                           const std::vector<RatingSpec>& models, const JobControl& control,
                           Console& console) {
    for (const RatingSpec& model : models) {
        Result<ComparedRatings> row =
            measureRatings(dataset, splits, model, result.comparison.options.seeds, control);
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, {}};
        const std::string_view name = ratingPredictorName(model);
        if (row) {
            result.comparison.ratings.push_back(std::move(row).value());
            continue;
        }
        console.note(EvaluateText::tr("%1 was not measured: %2")
                         .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                              QString::fromStdString(row.error().detail)));
        result.complete = false;
    }
    return success();
}

Status judgeAgainstReference(Comparison& comparison, bool wanted, const JobControl& control,
                             Console& console) {
    if (!wanted)
        return success();
    if (!hasReference(comparison)) {
        console.note(
            EvaluateText::tr("The algorithm to compare to was not measured: there are no differences."));
        return success();
    }
    return judge(comparison, control);
}

} // namespace

ExitCode runEvaluate(const QStringList& arguments, Console& console) {
    Arguments options(u"evaluate"_s,
                      EvaluateText::tr("Measures algorithms on held-out ratings: the mean over folds and "
                                       "seeds. Parameters that are not given are those tested for the "
                                       "dataset. Exits with 1 when an algorithm could not be measured."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const EvaluateRequest request = read(options);
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(request.location, console, interrupt, request.threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const SplitOptions split = splitOptions(options, naturalSplit(**dataset));
    const std::vector<ChosenAlgorithm> algorithms = chosenAlgorithms(options, dataset->get());
    const std::size_t reference = referenceOf(options, request, algorithms);
    const std::vector<int> trials = tuningTrials(options, algorithms);
    if (!options.ok())
        return options.usageError(console);
    const JobControl control = consoleJob(console, interrupt, EvaluateText::tr("Measuring"), request.threads);
    const auto splits = makeSplits(**dataset, split, control);
    if (!splits.ok())
        return console.failure(splits.error());
    auto result = measure(emptyComparison(**dataset, request, split, *splits), *splits, algorithms, trials,
                          reference, control, console);
    console.endProgress();
    if (!result.ok())
        return console.failure(result.error());
    if (result->comparison.rows.empty())
        return ExitFailure;
    if (const Status rated =
            measureRatingModels(*result, **dataset, *splits, request.ratingModels, control, console);
        !rated.ok())
        return console.failure(rated.error());
    const Status judged =
        judgeAgainstReference(result->comparison, !request.reference.isEmpty(), control, console);
    console.endProgress();
    if (!judged.ok())
        return console.failure(judged.error());
    printComparison(result->comparison, request.text, request.format, console);
    return result->complete ? ExitSuccess : ExitFailure;
}

} // namespace recital
