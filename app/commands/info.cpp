#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/datasetcard.h"
#include "app/job.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct InfoText {
    Q_DECLARE_TR_FUNCTIONS(recital::InfoText)
};

} // namespace

ExitCode runInfo(const QStringList& arguments, Console& console) {
    Arguments options(u"info"_s,
                      InfoText::tr("Reads a dataset and prints its card: counts, distribution of "
                                   "ratings, long tail, times and genres, computed from the file."));
    options.addData();
    options.addJson();
    options.addThreads();
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString location = options.requiredText(u"data"_s);
    const int threads = options.threads();
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(location, console, interrupt, threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    const DatasetStatistics statistics = computeStatistics(**dataset);
    if (options.isSet(u"json"_s))
        console.printJson(datasetCardJson(**dataset, statistics));
    else
        console.print(datasetCardText(**dataset, statistics));
    return ExitSuccess;
}

} // namespace recital
