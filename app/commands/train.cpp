#include "app/alsoptions.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/job.h"
#include "app/lossline.h"
#include "app/metricstable.h"
#include "app/protocoloptions.h"
#include "core/recsys/algorithms/als.h"
#include "core/recsys/evaluation.h"
#include "core/store/modelfile.h"

#include <QJsonArray>
#include <QLocale>

#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct TrainText {
    Q_DECLARE_TR_FUNCTIONS(recital::TrainText)
};

struct TrainRequest {
    QString data;
    QString modelPath;
    int threads = 1;
    bool json = false;
    std::optional<SplitOptions> split;
};

void declare(Arguments& options) {
    options.addData();
    options.add(u"model"_s, TrainText::tr("File to write the model to, for recital recommend."), u"FILE"_s);
    options.add(u"algorithm"_s, TrainText::tr("Algorithm to train: als."), u"NAME"_s, u"als"_s);
    addAlsOptions(options);
    addProtocolOptions(options, true);
    options.addThreads();
    options.addJson();
}

TrainRequest read(Arguments& options) {
    TrainRequest request;
    request.data = options.requiredText(u"data"_s);
    request.modelPath = options.text(u"model"_s);
    request.threads = options.threads();
    request.json = options.isSet(u"json"_s);
    request.split = protocolOptions(options, true, std::nullopt);
    const QString algorithm = options.text(u"algorithm"_s);
    if (QStringList{u"random"_s, u"popular"_s, u"itemknn"_s}.contains(algorithm))
        options.reject(
            TrainText::tr("%1 is a baseline that recital evaluate measures; only als is trained into "
                          "a model file")
                .arg(algorithm));
    else if (algorithm != "als"_L1)
        options.reject(TrainText::tr("unknown algorithm \"%1\"; known is als").arg(algorithm));
    alsParameters(options, AlsParameters{}); // what is wrong with them is said before anything is read
    return request;
}

/// Everything there is to learn from, without a test part.
Split wholeDataset(const Dataset& dataset) {
    Split split;
    split.name = "none";
    split.datasetFingerprint = dataset.info().fingerprint;
    split.train = RatingMatrix::positives(dataset, split.options.positiveThreshold);
    std::vector<Triple> rated;
    rated.reserve(dataset.ratingCount());
    for (std::size_t row = 0; row < dataset.ratingCount(); ++row)
        rated.push_back({dataset.users()[row], dataset.items()[row], 1.0F});
    split.seen = RatingMatrix::fromTriples(dataset.userCount(), dataset.itemCount(), rated).byUser();
    split.trainRatings = static_cast<std::int64_t>(dataset.ratingCount());
    return split;
}

/// The first of the protocol's splits: official folds train on u1.
Result<Split> chosenSplit(const Dataset& dataset, const std::optional<SplitOptions>& options) {
    if (!options)
        return wholeDataset(dataset);
    auto splits = makeSplits(dataset, *options);
    if (!splits.ok())
        return splits.error();
    return std::move(splits->front());
}

/// Trains and prints the loss after every sweep (and after the closing user half-step).
Result<std::shared_ptr<const AlsModel>> trainAndPrint(const RatingMatrix& matrix,
                                                      const AlsParameters& parameters,
                                                      const JobControl& control, bool print, Console& console,
                                                      std::vector<TrainingPoint>& curve) {
    const auto observer = [&](const AlsProgress& progress) {
        TrainingPoint point;
        point.halfStep = progress.halfStep;
        point.halfSteps = progress.halfSteps;
        point.loss = progress.loss;
        point.seconds = progress.seconds;
        if (!endsIteration(point))
            return;
        curve.push_back(point);
        if (print)
            console.print(lossLine(point));
    };
    return trainAls(matrix, parameters, control, observer);
}

Status save(const Dataset& dataset, Split split, std::shared_ptr<const AlsModel> model, const QString& path) {
    SavedModel saved;
    saved.model = std::move(model);
    saved.datasetName = dataset.info().name;
    saved.datasetFingerprint = dataset.info().fingerprint;
    for (ItemIndex item = 0; item < dataset.itemCount(); ++item)
        saved.items.push_back(dataset.item(item));
    for (UserIndex user = 0; user < dataset.userCount(); ++user)
        saved.userIds.push_back(dataset.userId(user));
    saved.train = std::move(split.train);
    saved.seen = std::move(split.seen);
    return saveModel(saved, path);
}

QJsonObject resultJson(const Dataset& dataset, const Split& split, const AlsModel& model,
                       const std::vector<TrainingPoint>& curve, std::span<const EvaluationReport> reports,
                       const QString& modelPath) {
    QJsonArray losses;
    for (const TrainingPoint& point : curve)
        losses += QJsonObject{
            {u"halfStep"_s, point.halfStep}, {u"loss"_s, point.loss}, {u"seconds"_s, point.seconds}};
    return {{u"dataset"_s, QString::fromStdString(dataset.info().name)},
            {u"fingerprint"_s, QString::fromStdString(dataset.info().fingerprint)},
            {u"split"_s, QString::fromStdString(split.name)},
            {u"trainPositives"_s, static_cast<qint64>(split.train.entryCount())},
            {u"parameters"_s, alsParametersJson(model.parameters())},
            {u"loss"_s, losses},
            {u"trainSeconds"_s, model.info().trainSeconds},
            {u"reports"_s, metricsJson(reports)},
            {u"model"_s, modelPath}};
}

void noteWhatIsLearned(const Dataset& dataset, const Split& split, const AlsParameters& parameters,
                       Console& console) {
    console.note(TrainText::tr("%1 likes of %2 users; %3")
                     .arg(QLocale().toString(static_cast<qlonglong>(split.train.entryCount())),
                          QLocale().toString(dataset.userCount()),
                          QString::fromStdString(parameters.describe())));
}

/// None where nothing was held out.
Result<std::vector<EvaluationReport>> measured(const AlsModel& model, const Split& split, bool heldOut,
                                               const JobControl& control) {
    std::vector<EvaluationReport> reports;
    if (!heldOut)
        return reports;
    Result<EvaluationReport> report = evaluate(model, split, EvaluationOptions{}, control);
    if (!report.ok())
        return report.error();
    reports.push_back(std::move(report).value());
    return reports;
}

} // namespace

ExitCode runTrain(const QStringList& arguments, Console& console) {
    Arguments options(u"train"_s,
                      TrainText::tr("Trains implicit ALS on the ratings of 4 and more, prints the loss "
                                    "of every iteration and writes the model to a file. Parameters "
                                    "that are not given are those tested for the dataset."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const TrainRequest request = read(options);
    if (!options.ok())
        return options.usageError(console);

    const Interrupt interrupt;
    const auto dataset = loadWithProgress(request.data, console, interrupt, request.threads);
    if (!dataset.ok())
        return console.failure(dataset.error());
    auto split = chosenSplit(**dataset, request.split);
    if (!split.ok())
        return console.failure(split.error());

    const AlsParameters parameters = alsParameters(options, defaultAlsParameters(**dataset));
    noteWhatIsLearned(**dataset, *split, parameters, console);
    const JobControl control = consoleJob(console, interrupt, TrainText::tr("Training"), request.threads);
    std::vector<TrainingPoint> curve;
    const auto model = trainAndPrint(split->train, parameters, control, !request.json, console, curve);
    console.endProgress();
    if (!model.ok())
        return console.failure(model.error());

    const auto reports = measured(**model, *split, request.split.has_value(), control);
    console.endProgress();
    if (!reports.ok())
        return console.failure(reports.error());
    if (request.json)
        console.printJson(resultJson(**dataset, *split, **model, curve, *reports, request.modelPath));
    else if (!reports->empty())
        console.print(metricsTable(*reports));
    if (request.modelPath.isEmpty())
        return ExitSuccess;
    if (const Status saved = save(**dataset, std::move(*split), *model, request.modelPath); !saved.ok())
        return console.failure(saved.error());
    console.note(TrainText::tr("Model written to %1").arg(request.modelPath));
    return ExitSuccess;
}

} // namespace recital
