#include "core/recsys/live/replay.h"
#include "app/alsoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/job.h"
#include "app/liveoptions.h"
#include "app/wrappedtext.h"
#include "core/services/comparisontext.h"
#include "core/services/texttable.h"
#include "ui/comparetext.h"
#include "ui/replaytext.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ReplayCommandText {
    Q_DECLARE_TR_FUNCTIONS(recital::ReplayCommandText)
};

void declare(Arguments& options) {
    options.addData();
    options.add(
        u"users"_s,
        ReplayCommandText::tr("new: users whom the model does not know, in five parts; known: users whose "
                              "first 80 % of ratings it learned from."),
        u"KIND"_s, u"new"_s);
    options.add(
        u"holdout"_s,
        ReplayCommandText::tr("What is the test of new users: the newest fifth of their likes, or a random "
                              "fifth."),
        u"KIND"_s, u"newest"_s);
    options.add(u"revealed"_s, ReplayCommandText::tr("How many later likes known users click, 1 to 100."),
                u"K"_s, u"3"_s);
    options.add(u"rules"_s,
                ReplayCommandText::tr("Rules to compare, separated by commas: %1.").arg(knownRules()),
                u"LIST"_s, u"recency,resolve,average"_s);
    options.add(u"k"_s, ReplayCommandText::tr("Length of the lists, 1 to 1000."), u"N"_s, u"10"_s);
    addAlsOptions(options);
    options.addThreads();
    options.addJson();
}

ReplayOptions read(Arguments& options, const AlsParameters& defaults) {
    ReplayOptions request;
    request.users =
        options.choice(u"users"_s, {u"new"_s, u"known"_s}) == 0 ? ReplayUsers::New : ReplayUsers::Known;
    request.holdout = options.choice(u"holdout"_s, {u"newest"_s, u"random"_s}) == 0 ? ReplayHoldout::Newest
                                                                                    : ReplayHoldout::Random;
    request.revealed = options.integer(u"revealed"_s, 1, 100);
    request.rules = ruleOptions(options, u"rules"_s);
    request.k = options.integer(u"k"_s, 1, 1000);
    if (options.isSet(u"seed"_s))
        request.seed = options.seed(u"seed"_s);
    request.als = alsParameters(options, defaults);
    if (const Status valid = request.validate(); !valid)
        options.reject(QString::fromStdString(valid.error().detail));
    return request;
}

QString fraction(double value) {
    return formatMetric(MetricId::Ndcg, value);
}

QString tableText(const ReplayTable& result) {
    TextTable table({ReplayCommandText::tr("Clicks answered by"), u"NDCG@%1"_s.arg(result.options.k),
                     ReplayCommandText::tr("95 % interval"), ReplayCommandText::tr("Difference"),
                     ReplayCommandText::tr("95 % interval"), u"p (Holm)"_s, ReplayCommandText::tr("Verdict")},
                    {0, 6});
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        const ReplayRow& row = result.rows[r];
        QStringList cells{replayRowName(row), fraction(row.ndcg),
                          intervalText(MetricId::Ndcg, row.interval, false)};
        if (r == result.reference)
            cells += {u"–"_s, u"–"_s, u"–"_s};
        else
            cells += {formatDifference(MetricId::Ndcg, row.difference.difference),
                      intervalText(MetricId::Ndcg, row.difference.interval, true),
                      pValueText(row.difference.adjustedP)};
        cells += replayVerdict(result, r);
        table.addRow(cells);
    }
    return table.toString();
}

QString curveText(const ReplayTable& result) {
    TextTable table({ReplayCommandText::tr("First clicks"), ReplayCommandText::tr("Popular"),
                     ReplayCommandText::tr("Blended"), ReplayCommandText::tr("Personal"),
                     ReplayCommandText::tr("Blended against popular")},
                    {4});
    for (const ReplayCurvePoint& point : result.curve)
        table.addRow({QLocale().toString(point.clicks), fraction(point.popular), fraction(point.blended),
                      fraction(point.personal), verdictText(point.blendedOverPopular)});
    return table.toString();
}

QStringList notes(const Dataset& dataset, const ReplayTable& result) {
    return {
        replayDescription(result.options) + u' ' +
            ReplayCommandText::tr("%n user(s) were measured.", nullptr, result.users),
        ReplayCommandText::tr("Data: %1, fingerprint %2. ALS: %3.")
            .arg(QString::fromStdString(dataset.info().name),
                 QString::fromStdString(dataset.info().fingerprint), QString::fromStdString(result.trained)),
        ReplayCommandText::tr("Differences and verdicts are against: %1. Paired bootstrap with %2 resamples, "
                              "sign-flip test, Holm; seed %3; %4 s.")
            .arg(replayRowName(result.rows[result.reference]),
                 QLocale().toString(result.options.statistics.resamples),
                 QString::number(result.options.seed), QLocale().toString(result.seconds, 'f', 1))};
}

QString keyOf(const ReplayRow& row) {
    switch (row.kind) {
    case ReplayRow::Kind::Rule:
        return ruleKey(row.rule);
    case ReplayRow::Kind::NoUpdate:
        return u"no-update"_s;
    case ReplayRow::Kind::Popular:
        return u"popular"_s;
    }
    Q_UNREACHABLE();
}

QString verdictKey(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better:
        return u"better"_s;
    case Verdict::Worse:
        return u"worse"_s;
    case Verdict::NoDetectableDifference:
        return u"no-detectable-difference"_s;
    case Verdict::NotComparable:
        return u"not-comparable"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray array(const Interval& interval) {
    return {interval.low, interval.high};
}

QJsonObject rowJson(const ReplayRow& row) {
    QJsonObject object{{u"row"_s, keyOf(row)},
                       {u"ndcg"_s, row.ndcg},
                       {u"interval"_s, array(row.interval)},
                       {u"verdict"_s, verdictKey(row.difference.verdict)}};
    if (row.difference.verdict != Verdict::NotComparable) {
        object[u"difference"_s] = row.difference.difference;
        object[u"differenceInterval"_s] = array(row.difference.interval);
        object[u"pValue"_s] = row.difference.pValue;
        object[u"adjustedP"_s] = row.difference.adjustedP;
    }
    return object;
}

QJsonObject json(const Dataset& dataset, const ReplayTable& result) {
    QJsonArray rows;
    for (const ReplayRow& row : result.rows)
        rows += rowJson(row);
    QJsonArray curve;
    for (const ReplayCurvePoint& point : result.curve)
        curve += QJsonObject{
            {u"clicks"_s, point.clicks},
            {u"popular"_s, point.popular},
            {u"blended"_s, point.blended},
            {u"personal"_s, std::isfinite(point.personal) ? QJsonValue(point.personal) : QJsonValue()},
            {u"blendedAgainstPopular"_s, verdictKey(point.blendedOverPopular.verdict)}};
    const ReplayOptions& options = result.options;
    QJsonObject object{{u"dataset"_s, QString::fromStdString(dataset.info().name)},
                       {u"fingerprint"_s, QString::fromStdString(dataset.info().fingerprint)},
                       {u"users"_s, options.users == ReplayUsers::New ? u"new"_s : u"known"_s},
                       {u"evaluatedUsers"_s, result.users},
                       {u"k"_s, options.k},
                       {u"seed"_s, QString::number(options.seed)},
                       {u"parameters"_s, alsParametersJson(options.als)},
                       {u"reference"_s, keyOf(result.rows[result.reference])},
                       {u"rows"_s, rows},
                       {u"seconds"_s, result.seconds}};
    if (options.users == ReplayUsers::Known) {
        object[u"revealed"_s] = options.revealed;
    } else {
        object[u"holdout"_s] = options.holdout == ReplayHoldout::Newest ? u"newest"_s : u"random"_s;
        object[u"firstClicks"_s] = curve;
        object[u"firstClicksUsers"_s] = result.curveUsers;
    }
    return object;
}

void print(const Dataset& dataset, const ReplayTable& result, Console& console) {
    console.print(tableText(result) + u'\n');
    for (const QString& note : notes(dataset, result))
        console.print(wrapped(note, 0));
    if (result.curveUsers == 0)
        return;
    console.print(u'\n' +
                  ReplayCommandText::tr("A newcomer's first clicks: NDCG@%1 of the next five likes, mean of "
                                        "%n user(s).",
                                        nullptr, result.curveUsers)
                      .arg(result.options.k));
    console.print(curveText(result));
}

} // namespace

ExitCode runReplay(const QStringList& arguments, Console& console) {
    Arguments options(u"replay"_s, ReplayCommandText::tr(
                                       "Plays held-out likes of real users to the rules that move a user's "
                                       "vector, and measures whose list finds what they liked next. Prints "
                                       "NDCG with intervals and verdicts."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const int threads = options.threads();
    read(options, AlsParameters{});
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const ReplayOptions request = read(options, defaultAlsParameters(**dataset));
    const JobControl control = consoleJob(console, interrupt, ReplayCommandText::tr("Replaying"), threads);
    const auto result = replayRules(**dataset, request, control);
    console.endProgress();
    if (!result.ok())
        return console.failure(result.error());
    if (options.isSet(u"json"_s))
        console.printJson(json(**dataset, *result));
    else
        print(**dataset, *result, console);
    return ExitSuccess;
}

} // namespace recital
