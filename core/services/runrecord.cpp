#include "core/services/runrecord.h"

#include "core/services/recordjson.h"

namespace recital {

RunRecord makeRunRecord(const TrainedModel& trained, const Dataset& dataset, const QDateTime& startedAt,
                        const QString& modelFile) {
    RunRecord run;
    run.startedAt = startedAt;
    run.datasetName = QString::fromStdString(dataset.info().name);
    run.datasetLocation = QString::fromStdString(dataset.info().location);
    run.datasetFingerprint = QString::fromStdString(dataset.info().fingerprint);
    run.algorithm = QString::fromStdString(trained.model->info().name);
    run.parametersJson = parametersToJson(trained.model->parameters());
    run.splitJson = splitToJson(*trained.split, trained.events.get());
    run.reportsJson = reportsToJson(trained.reports);
    run.curveJson = curveToJson(trained.curve);
    run.modelFile = modelFile;
    run.trainSeconds = trained.model->info().trainSeconds;
    return run;
}

RatingMatrix learnedRows(const RatingMatrix& train, const LearnedEvents* events) {
    if (events == nullptr)
        return train;
    LearnedEvents ofDataset = *events;
    std::erase_if(ofDataset.users, [](const LearnedUser& user) { return user.datasetUser < 0; });
    return withEvents(train, ofDataset);
}

} // namespace recital
