#include "app/alsoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/job.h"
#include "app/liveoptions.h"
#include "app/protocoloptions.h"
#include "app/wrappedtext.h"
#include "core/recsys/algorithms/als.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/live/demonumbers.h"
#include "core/services/splitcheck.h"
#include "core/services/texttable.h"
#include "ui/ruletext.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>
#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct NumbersText {
    Q_DECLARE_TR_FUNCTIONS(recital::NumbersText)
};

void declare(Arguments& options) {
    options.addData();
    options.add(u"rule"_s, NumbersText::tr("How an event moves the vector: %1.").arg(knownRules()), u"RULE"_s,
                u"recency"_s);
    options.add(u"k"_s, NumbersText::tr("Length of the lists, 1 to 1000."), u"N"_s, u"10"_s);
    addAlsOptions(options);
    addSplitOptions(options);
    options.addThreads();
    options.addJson();
}

QString percent(double share) {
    return std::isfinite(share) ? NumbersText::tr("%1 %").arg(QLocale().toString(100.0 * share, 'f', 1))
                                : u"–"_s;
}

QJsonValue share(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QString micro(double microseconds) {
    return NumbersText::tr("%1 µs").arg(QLocale().toString(std::round(microseconds), 'f', 0));
}

QString changeText(const DemoNumbers& numbers) {
    TextTable table({NumbersText::tr("New in the top %1").arg(numbers.k), NumbersText::tr("Live list"),
                     NumbersText::tr("Random list"), NumbersText::tr("Popular list")});
    for (const ListChange& change : numbers.change)
        table.addRow({NumbersText::tr("after %n like(s)", nullptr, change.events), percent(change.model),
                      percent(change.random), percent(change.popular)});
    return table.toString();
}

QString listsText(const DemoNumbers& numbers) {
    TextTable table({NumbersText::tr("Lists of all users"), QString()});
    table.addRow({NumbersText::tr("users"), QLocale().toString(numbers.users)});
    table.addRow({NumbersText::tr("different lists"), percent(numbers.distinctLists)});
    table.addRow({NumbersText::tr("shared by two users, mean"), percent(numbers.meanOverlap)});
    table.addRow({NumbersText::tr("newcomers with a full list"), percent(numbers.newcomerCoverage)});
    return table.toString();
}

QString timesText(const DemoNumbers& numbers) {
    TextTable table({NumbersText::tr("Time from state to list"), QString()});
    table.addRow({NumbersText::tr("median"), micro(numbers.median)});
    table.addRow({NumbersText::tr("95 % of users within"), micro(numbers.percentile95)});
    table.addRow({NumbersText::tr("99 % of users within"), micro(numbers.percentile99)});
    table.addRow({NumbersText::tr("slowest"), micro(numbers.slowest)});
    return table.toString();
}

void print(const Dataset& dataset, const Split& split, const AlsModel& model, const DemoNumbers& numbers,
           Console& console) {
    for (const QString& table : {listsText(numbers), changeText(numbers), timesText(numbers)})
        console.print(table + u'\n');
    const QStringList notes{
        NumbersText::tr("Rule: %1. The likes are held out of the training (%2), of %n user(s) with at least "
                        "five of them.",
                        nullptr, numbers.changeUsers)
            .arg(ruleText(numbers.rule), QString::fromStdString(split.name)),
        NumbersText::tr("%n newcomer(s): the first 0 to 3 likes of every user with three, and nothing else.",
                        nullptr, numbers.newcomers),
        NumbersText::tr("Data: %1, fingerprint %2. ALS: %3.")
            .arg(QString::fromStdString(dataset.info().name),
                 QString::fromStdString(dataset.info().fingerprint),
                 QString::fromStdString(model.parameters().describe()))};
    for (const QString& note : notes)
        console.print(wrapped(note, 0));
}

QJsonObject json(const Dataset& dataset, const Split& split, const AlsModel& model,
                 const DemoNumbers& numbers) {
    QJsonArray changes;
    for (const ListChange& change : numbers.change)
        changes += QJsonObject{{u"events"_s, change.events},
                               {u"model"_s, share(change.model)},
                               {u"random"_s, share(change.random)},
                               {u"popular"_s, share(change.popular)}};
    const LiveTimes& parts = numbers.medianParts;
    return {{u"dataset"_s, QString::fromStdString(dataset.info().name)},
            {u"fingerprint"_s, QString::fromStdString(dataset.info().fingerprint)},
            {u"split"_s, QString::fromStdString(split.name)},
            {u"parameters"_s, alsParametersJson(model.parameters())},
            {u"rule"_s, ruleKey(numbers.rule)},
            {u"k"_s, numbers.k},
            {u"users"_s, numbers.users},
            {u"distinctLists"_s, numbers.distinctLists},
            {u"meanOverlap"_s, share(numbers.meanOverlap)},
            {u"change"_s, changes},
            {u"changeUsers"_s, numbers.changeUsers},
            {u"newcomerCoverage"_s, share(numbers.newcomerCoverage)},
            {u"newcomers"_s, numbers.newcomers},
            {u"microseconds"_s, QJsonObject{{u"timed"_s, numbers.timed},
                                            {u"median"_s, numbers.median},
                                            {u"percentile95"_s, numbers.percentile95},
                                            {u"percentile99"_s, numbers.percentile99},
                                            {u"slowest"_s, numbers.slowest},
                                            {u"medianFoldIn"_s, parts.foldIn},
                                            {u"medianScores"_s, parts.scores},
                                            {u"medianFilter"_s, parts.filter},
                                            {u"medianRanking"_s, parts.ranking}}}};
}

/// Trains on the first of the splits and measures.
ExitCode measure(const Dataset& dataset, const SplitOptions& splitOptions, const AlsParameters& parameters,
                 const UpdateRule& rule, int k, const JobControl& control, bool asJson, Console& console) {
    const auto splits = makeSplits(dataset, splitOptions, control);
    if (!splits.ok())
        return console.failure(splits.error());
    const Split& split = splits->front();
    const auto model = trainAls(split.train, parameters, control);
    console.endProgress();
    if (!model.ok())
        return console.failure(model.error());
    std::vector<float> popularity(static_cast<std::size_t>(dataset.itemCount()));
    trainPopularity(split.train)->score({}, popularity);
    const auto numbers = demoNumbers({&dataset, model->get(), popularity}, split, rule, k, control);
    console.endProgress();
    if (!numbers.ok())
        return console.failure(numbers.error());
    if (asJson)
        console.printJson(json(dataset, split, **model, *numbers));
    else
        print(dataset, split, **model, *numbers, console);
    return ExitSuccess;
}

} // namespace

ExitCode runNumbers(const QStringList& arguments, Console& console) {
    Arguments options(u"numbers"_s,
                      NumbersText::tr("Trains on a part of the ratings and prints the numbers of the live "
                                      "demo over all users: how different their lists are, how much of a "
                                      "list changes after one, three and five likes (beside a random and a "
                                      "popular list), whether newcomers get one, and how long it takes."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const int threads = options.threads();
    const UpdateRule rule = ruleOf(options, u"rule"_s, options.text(u"rule"_s));
    const int k = options.integer(u"k"_s, 1, 1000);
    alsParameters(options, AlsParameters{}); // what is wrong with them is said before anything is read
    splitOptions(options, SplitOptions{});
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const AlsParameters parameters = alsParameters(options, defaultAlsParameters(**dataset));
    const SplitOptions split = splitOptions(options, naturalSplit(**dataset));
    const JobControl control = consoleJob(console, interrupt, NumbersText::tr("Measuring"), threads);
    return measure(**dataset, split, parameters, rule, k, control, options.isSet(u"json"_s), console);
}

} // namespace recital
