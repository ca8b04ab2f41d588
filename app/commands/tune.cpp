#include "app/algorithmoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/comparisonoptions.h"
#include "app/job.h"
#include "app/protocoloptions.h"
#include "core/recsys/algorithms/catalogue.h"
#include "core/services/splitcheck.h"
#include "core/services/texttable.h"
#include "core/services/tunejob.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct TuneText {
    Q_DECLARE_TR_FUNCTIONS(recital::TuneText)
};

void declare(Arguments& options) {
    options.addData();
    options.add(u"algorithm"_s,
                TuneText::tr("What to tune: %1. als is the form that the grid's parameters belong to, first "
                             "the one tested for the data.")
                    .arg(knownAlgorithms()),
                u"NAME"_s, u"als"_s);
    options.add(u"grid"_s,
                TuneText::tr("Parameters and their values, for example "
                             "unobservedWeight=.03,.1,.3,1;regularization=.003,.01,.03,.1 (1 to 4 of them). "
                             "Default: a grid that suits the algorithm."),
                u"GRID"_s);
    options.add(u"random"_s,
                TuneText::tr("Draw N settings between the ends of the grid's values instead of trying all."),
                u"N"_s);
    options.add(u"metric"_s, TuneText::tr("What is to become best: %1.").arg(knownMetrics()), u"METRIC"_s,
                u"ndcg"_s);
    options.add(u"k"_s, TuneText::tr("Length of the lists, 1 to 1000."), u"N"_s, u"10"_s);
    options.add(u"inner-share"_s,
                TuneText::tr("Share of every user's training ratings to validate on, between 0 and 1."),
                u"X"_s, u"0.2"_s);
    options.add(u"seed"_s, TuneText::tr("Seed of the draws and of the inner split."), u"N"_s, u"42"_s);
    addSplitOptions(options);
    options.add(u"fold"_s, TuneText::tr("Official fold whose training part is searched on."), u"NAME"_s,
                u"u1"_s);
    addFormatOptions(options);
    options.addThreads();
}

std::vector<TuneAxis> readGrid(Arguments& options) {
    std::vector<TuneAxis> axes;
    for (const QString& part : options.text(u"grid"_s).split(u';', Qt::SkipEmptyParts)) {
        TuneAxis axis;
        axis.parameter = part.section(u'=', 0, 0).trimmed().toStdString();
        for (const QString& value : part.section(u'=', 1).split(u',', Qt::SkipEmptyParts))
            axis.values.push_back(parameterNumber(options, u"grid"_s, value));
        if (axis.parameter.empty() || axis.values.empty())
            options.reject(
                TuneText::tr("--grid needs PARAMETER=VALUE,VALUE;..., not \"%1\"").arg(part.trimmed()));
        axes.push_back(std::move(axis));
    }
    return axes;
}

/// Forms of ALS have different parameters: the tested form first, else the first that has all of them.
QString formWithParameters(const std::vector<TuneAxis>& axes, const QString& tested) {
    const auto has = [&axes](const QString& key) {
        const TrainingSpec form = plainSpecification(key.toStdString());
        return std::ranges::all_of(
            axes, [&form](const TuneAxis& axis) { return parameterValue(form, axis.parameter).has_value(); });
    };
    for (const QString& key : {tested, u"als-ials"_s, u"als-implicit"_s, u"als-hkv"_s})
        if (has(key))
            return key;
    return tested;
}

QString algorithmKey(Arguments& options, const std::vector<TuneAxis>& axes, const Dataset* dataset) {
    const QString key = options.text(u"algorithm"_s);
    if (!algorithmKeys().contains(key)) {
        options.reject(TuneText::tr("unknown algorithm \"%1\"; known are %2").arg(key, knownAlgorithms()));
        return u"popular"_s;
    }
    if (key != "als"_L1)
        return key;
    const TrainingSpec tested = dataset ? defaultAlsParameters(*dataset) : AlsParameters{};
    const std::string_view testedKey = algorithmOf(tested).key;
    return formWithParameters(
        axes, QString::fromLatin1(testedKey.data(), static_cast<qsizetype>(testedKey.size())));
}

/// Everything that was asked for; without a dataset as far as it can be known before anything is read.
TuneRequest read(Arguments& options, const Dataset* dataset) {
    TuneRequest request;
    request.axes = readGrid(options);
    const std::string key = algorithmKey(options, request.axes, dataset).toStdString();
    request.base = dataset ? defaultSpecification(key, *dataset) : plainSpecification(key);
    if (request.axes.empty())
        request.axes = sensibleAxes(key);
    if (options.isSet(u"random"_s))
        request.randomTrials = options.integer(u"random"_s, 1, 10'000);
    request.metric = metricOption(options, u"metric"_s);
    request.k = options.integer(u"k"_s, 1, 1000);
    request.innerShare = options.number(u"inner-share"_s, 0.01, 0.99);
    request.seed = options.seed(u"seed"_s);
    request.split = splitOptions(options, dataset ? naturalSplit(*dataset) : SplitOptions{});
    request.fold = options.text(u"fold"_s).toStdString();
    if (!options.ok())
        return request;
    if (const auto trials = plannedTrials(request); !trials)
        options.reject(QString::fromStdString(trials.error().detail));
    else if (metricInfo(request.metric).direction == MetricDirection::Neutral)
        options.reject(
            TuneText::tr("%1 describes lists but does not judge them, so nothing can be tuned to it")
                .arg(options.text(u"metric"_s)));
    return request;
}

QString trialText(const TuneResult& result, const TuneTrial& trial) {
    QStringList parts;
    for (std::size_t a = 0; a < trial.values.size(); ++a)
        parts += QString::fromStdString(result.request.axes[a].parameter) + u' ' +
                 QString::number(trial.values[a], 'g', 6);
    return parts.join(u", "_s);
}

QString scoreText(double score) {
    return std::isfinite(score) ? QLocale().toString(score, 'f', 6) : u"–"_s;
}

double secondsOf(const TuneResult& result) {
    double seconds = 0.0;
    for (const TuneTrial& trial : result.trials)
        seconds += trial.seconds;
    return seconds;
}

/// How the setting is asked for in recital evaluate.
QString applyText(const TuneResult& result) {
    const std::string_view key = algorithmOf(result.request.base).key;
    const QString name = QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    const TuneTrial& best = result.trials[result.best];
    QStringList settings;
    for (std::size_t a = 0; a < best.values.size(); ++a)
        settings += name + u'.' + QString::fromStdString(result.request.axes[a].parameter) + u'=' +
                    QString::number(best.values[a], 'g', QLocale::FloatingPointShortest);
    return u"recital evaluate --algorithms %1 --set %2 --tuned %1=%3"_s.arg(
        name, settings.join(u','), QString::number(result.trials.size()));
}

QStringList notes(const TuneResult& result) {
    const QLocale locale;
    const TuneTrial& best = result.trials[result.best];
    return {
        TuneText::tr("Searched on %1: %2 users, of the training part only; the test part was not looked at.")
            .arg(result.innerSplitName, locale.toString(result.users)),
        TuneText::tr("Data: %1, fingerprint %2; likes are ratings of at least %3; seed %4.")
            .arg(result.datasetName, result.datasetFingerprint,
                 locale.toString(static_cast<double>(result.request.split.positiveThreshold)),
                 QString::number(result.request.seed)),
        TuneText::tr("Budget: %n trial(s), %1 s.", nullptr, static_cast<int>(result.trials.size()))
            .arg(locale.toString(secondsOf(result), 'f', 1)),
        TuneText::tr("Best: %1, %2 %3.")
            .arg(trialText(result, best), metricLabel(result.request.metric, result.request.k),
                 scoreText(best.score)),
        TuneText::tr("To measure it on the test part: %1").arg(applyText(result))};
}

QJsonObject json(const TuneResult& result) {
    QJsonArray trials;
    for (const TuneTrial& trial : result.trials) {
        QJsonObject values;
        for (std::size_t a = 0; a < trial.values.size(); ++a)
            values[QString::fromStdString(result.request.axes[a].parameter)] = trial.values[a];
        trials +=
            QJsonObject{{u"parameters"_s, values},
                        {u"score"_s, std::isfinite(trial.score) ? QJsonValue(trial.score) : QJsonValue()},
                        {u"seconds"_s, trial.seconds},
                        {u"problem"_s, QString::fromStdString(trial.problem)}};
    }
    const std::string_view key = algorithmOf(result.request.base).key;
    const std::string_view metric = metricInfo(result.request.metric).key;
    return {{u"dataset"_s, result.datasetName},
            {u"fingerprint"_s, result.datasetFingerprint},
            {u"algorithm"_s, QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()))},
            {u"innerSplit"_s, result.innerSplitName},
            {u"innerShare"_s, result.request.innerShare},
            {u"users"_s, result.users},
            {u"metric"_s, QString::fromLatin1(metric.data(), static_cast<qsizetype>(metric.size()))},
            {u"k"_s, result.request.k},
            {u"seed"_s, QString::number(result.request.seed)},
            {u"budget"_s, static_cast<int>(result.trials.size())},
            {u"seconds"_s, secondsOf(result)},
            {u"trials"_s, trials},
            {u"best"_s, static_cast<int>(result.best)},
            {u"apply"_s, applyText(result)}};
}

/// Rows of the trials in the order they ran: header first.
std::vector<QStringList> rows(const TuneResult& result, bool plain) {
    QStringList header{plain ? u"trial"_s : TuneText::tr("Trial")};
    for (const TuneAxis& axis : result.request.axes)
        header += QString::fromStdString(axis.parameter);
    header += {plain ? u"score"_s : metricLabel(result.request.metric, result.request.k),
               plain ? u"seconds"_s : TuneText::tr("Seconds")};
    std::vector<QStringList> lines{header};
    for (std::size_t t = 0; t < result.trials.size(); ++t) {
        const TuneTrial& trial = result.trials[t];
        QStringList cells{QString::number(t + 1)};
        for (const double value : trial.values)
            cells += QString::number(value, 'g', 6);
        const QString score = std::isfinite(trial.score)
                                  ? QString::number(trial.score, 'g', QLocale::FloatingPointShortest)
                                  : QString();
        cells += plain ? score : scoreText(trial.score);
        cells += plain ? QString::number(trial.seconds, 'f', 3) : QLocale().toString(trial.seconds, 'f', 2);
        lines.push_back(cells);
    }
    return lines;
}

void print(const TuneResult& result, OutputFormat format, Console& console) {
    if (format == OutputFormat::Json)
        return console.printJson(json(result));
    if (format == OutputFormat::Csv) {
        for (const QString& note : notes(result))
            console.print(u"# "_s + note);
        for (const QStringList& line : rows(result, true))
            console.print(line.join(u','));
        return;
    }
    const std::vector<QStringList> lines = rows(result, false);
    TextTable table(lines.front(), {});
    for (std::size_t line = 1; line < lines.size(); ++line)
        table.addRow(lines[line]);
    console.print(table.toString() + u"\n\n"_s + notes(result).join(u'\n'));
}

void noteTrial(const TuneResult& result, Console& console) {
    const TuneTrial& trial = result.trials.back();
    console.note(TuneText::tr("%1 of %2: %3: %4")
                     .arg(result.trials.size())
                     .arg(result.planned)
                     .arg(trialText(result, trial), trial.problem.empty()
                                                        ? scoreText(trial.score)
                                                        : QString::fromStdString(trial.problem)));
}

} // namespace

ExitCode runTune(const QStringList& arguments, Console& console) {
    Arguments options(u"tune"_s,
                      TuneText::tr("Searches for the parameters of an algorithm on a part of the training "
                                   "ratings; the test part is never looked at. Prints every trial, the "
                                   "budget and the best setting."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const int threads = options.threads();
    const OutputFormat format = outputFormat(options);
    if (format == OutputFormat::Latex || format == OutputFormat::Markdown)
        options.reject(TuneText::tr("recital tune prints as table, json or csv"));
    read(options, nullptr);
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const TuneRequest request = read(options, dataset->get());
    if (!options.ok())
        return options.usageError(console);
    if (const Status valid = checkTuning(request, **dataset); !valid)
        return console.failure(valid.error());
    const JobControl control = consoleJob(console, interrupt, TuneText::tr("Tuning"), threads);
    const auto observer = [&console](const auto& grown) { noteTrial(*grown, console); };
    const auto progress = [&control](double fraction, double) { control.report(fraction); };
    const auto result = runTuneJob(**dataset, request, observer, progress, control);
    console.endProgress();
    if (!result.ok())
        return console.failure(result.error());
    print(**result, format, console);
    return ExitSuccess;
}

} // namespace recital
