#include "core/services/trainingjob.h"

#include "core/recsys/algorithms/itemknn.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/random.h"
#include "core/services/runrecord.h"
#include "core/store/modelfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace recital {

UnclaimedFile::UnclaimedFile(QString folder, QString name)
    : m_folder(std::move(folder))
    , m_name(std::move(name)) {}

UnclaimedFile::~UnclaimedFile() {
    if (!m_kept)
        QFile::remove(QDir(m_folder).filePath(m_name));
}

void TrainingEstimate::halfStepDone(int done, int total, double now) {
    if (done > 0)
        m_trainingLeft = (now - m_trainingBegan) / done * (total - done);
    update(now);
}

void TrainingEstimate::restBegan(double now) {
    m_inRest = true;
    m_restBegan = now;
    m_trainingLeft = 0.0;
    update(now);
}

void TrainingEstimate::restDone(double fraction, double now) {
    m_restFraction = std::clamp(fraction, m_restFraction, 1.0);
    update(now);
}

void TrainingEstimate::update(double now) {
    // A tenth of the rest tells more about the rest than the guess made during training.
    constexpr double enoughMeasured = 0.1;
    double restLeft = m_restSeconds;
    if (m_inRest && m_restFraction >= enoughMeasured)
        restLeft = (now - m_restBegan) / m_restFraction * (1.0 - m_restFraction);
    else if (m_inRest && m_restSeconds >= 0.0)
        restLeft = std::max(0.0, m_restSeconds - (now - m_restBegan));
    m_secondsLeft = m_trainingLeft < 0.0 || restLeft < 0.0 ? -1.0 : m_trainingLeft + restLeft;
    if (m_secondsLeft >= 0.0 && now > 0.0)
        m_fraction = std::max(m_fraction, now / (now + m_secondsLeft));
}

Result<std::shared_ptr<const Split>> makeRequestedSplit(const Dataset& dataset, const SplitOptions& options,
                                                        const std::string& fold, const JobControl& control) {
    Result<std::vector<Split>> splits = makeSplits(dataset, options, control);
    if (!splits)
        return splits.error();
    for (Split& split : *splits) {
        if (options.protocol != Protocol::OfficialFolds || split.name == fold)
            return std::make_shared<const Split>(std::move(split));
    }
    return Error{ErrorCode::InvalidParameters, "the data has no official fold named " + fold};
}

namespace {

using Phase = TrainingService::Phase;
using Clock = std::chrono::steady_clock;

class TrainingJob {
public:
    TrainingJob(const TrainingRequest& request, TrainingMailbox& mailbox, const JobControl& control)
        : m_request(request)
        , m_mailbox(mailbox)
        , m_control(control) {}

    Result<TrainedModel> run(const Dataset& dataset);

private:
    double now() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }
    void reportProgress() { m_mailbox.setProgress(m_estimate.fraction(), m_estimate.secondsLeft()); }
    Result<std::shared_ptr<const AlsModel>> trainWithCurve(const Split& split);
    void measure(const AlsProgress& progress, const Split& split, TrainingPoint& point);
    Result<std::vector<EvaluationReport>> compare(const Split& split,
                                                  const std::shared_ptr<const AlsModel>& als);
    Result<EvaluationReport> measureModel(const Model& model, const Split& split, double begin, double end);
    /// Progress of a step that covers [begin, end] of everything after training.
    JobControl part(double begin, double end);

    const TrainingRequest& m_request;
    TrainingMailbox& m_mailbox;
    const JobControl& m_control;
    TrainingEstimate m_estimate;
    Clock::time_point m_start = Clock::now();
    std::vector<TrainingPoint> m_curve;
    int m_evaluatedUsers = 0;
};

Result<TrainedModel> TrainingJob::run(const Dataset& dataset) {
    m_mailbox.post(Phase::Splitting);
    Result<std::shared_ptr<const Split>> split =
        makeRequestedSplit(dataset, m_request.split, m_request.fold.toStdString(), m_control);
    if (!split)
        return split.error();
    if (m_control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    m_evaluatedUsers = countSplit(**split).evaluatedUsers;

    m_mailbox.post(Phase::Training);
    Result<std::shared_ptr<const AlsModel>> model = trainWithCurve(**split);
    if (!model)
        return model.error();

    m_mailbox.post(Phase::Evaluating);
    m_estimate.restBegan(now());
    Result<std::vector<EvaluationReport>> reports = compare(**split, *model);
    if (!reports)
        return reports.error();

    m_mailbox.post(Phase::Projecting);
    TrainedModel trained;
    trained.model = std::move(model).value();
    trained.split = std::move(split).value();
    trained.projection = fitPca(trained.model->latentFactors()->items);
    trained.reports = std::move(reports).value();
    trained.curve = std::move(m_curve);
    m_estimate.restDone(1.0, now());
    reportProgress();
    return trained;
}

Result<std::shared_ptr<const AlsModel>> TrainingJob::trainWithCurve(const Split& split) {
    m_estimate.trainingBegan(now());
    const AlsObserver observer = [this, &split](const AlsProgress& progress) {
        TrainingPoint point;
        point.halfStep = progress.halfStep;
        point.halfSteps = progress.halfSteps;
        point.loss = progress.loss;
        point.seconds = progress.seconds;
        const bool itemsJustSolved = progress.halfStep % 2 == 0;
        if (itemsJustSolved && !m_control.stopRequested())
            measure(progress, split, point);
        m_curve.push_back(point);
        m_mailbox.post(point);
        m_estimate.halfStepDone(progress.halfStep, progress.halfSteps, now());
        reportProgress();
    };
    JobControl quiet = m_control;
    quiet.progress = nullptr; // half-steps are counted here
    return trainAls(split.train, m_request.parameters, quiet, observer);
}

/// Validation NDCG of the factors as they are now: a user is a history, so only the item side is copied.
void TrainingJob::measure(const AlsProgress& progress, const Split& split, TrainingPoint& point) {
    const AlsModel current(
        m_request.parameters,
        LatentFactors{FactorMatrix(0, progress.factors->items.cols()), progress.factors->items},
        progress.seconds);
    EvaluationOptions options;
    options.k = m_request.k;
    options.maxUsers = m_request.validationUsers;
    options.auc = false;
    JobControl quiet = m_control;
    quiet.progress = nullptr;
    const Clock::time_point start = Clock::now();
    const Result<EvaluationReport> report = evaluate(current, split, options, quiet);
    if (!report)
        return; // stopped, or nobody to evaluate: the point stays "not measured"
    point.validationNdcg = report->means.ndcg;
    point.validationUsers = report->evaluatedUsers;
    // Four models over all users; the others score faster than a fold-in, but AUC ranks everything.
    constexpr double models = 4.0;
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    m_estimate.setRestSeconds(models * seconds * m_evaluatedUsers / std::max(1, report->evaluatedUsers));
}

JobControl TrainingJob::part(double begin, double end) {
    JobControl control = m_control;
    control.progress = [this, begin, end](double fraction) {
        m_estimate.restDone(begin + (end - begin) * fraction, now());
        reportProgress();
    };
    return control;
}

Result<EvaluationReport> TrainingJob::measureModel(const Model& model, const Split& split, double begin,
                                                   double end) {
    EvaluationOptions options;
    options.k = m_request.k;
    return evaluate(model, split, options, part(begin, end));
}

/// The reports in the order that TrainedModel promises. ALS is measured first, because it tells most about
/// the time that is left.
Result<std::vector<EvaluationReport>> TrainingJob::compare(const Split& split,
                                                           const std::shared_ptr<const AlsModel>& als) {
    Result<EvaluationReport> ofAls = measureModel(*als, split, 0.0, 0.35);
    if (!ofAls)
        return ofAls.error();
    Result<std::shared_ptr<const Model>> knn =
        trainItemKnn(split.train, ItemKnnParameters{}, part(0.35, 0.5));
    if (!knn)
        return knn.error();
    const std::array<std::shared_ptr<const Model>, 3> baselines{
        trainRandom(split.train.itemCount(), RandomParameters{}), trainPopularity(split.train),
        std::move(knn).value()};
    std::vector<EvaluationReport> reports;
    double begin = 0.5;
    for (const std::shared_ptr<const Model>& model : baselines) {
        Result<EvaluationReport> report = measureModel(*model, split, begin, begin + 0.15);
        if (!report)
            return report.error();
        reports.push_back(std::move(report).value());
        begin += 0.15;
    }
    reports.push_back(std::move(ofAls).value());
    return reports;
}

/// Where models lie below the workspace's folder.
const QString modelFolder = u"models"_s;

} // namespace

Result<QString> saveModelFile(const TrainedModel& trained, const Dataset& dataset,
                              const QString& workspaceFolder, const JobControl& control) {
    const QDir folder(workspaceFolder);
    if (!folder.mkpath(modelFolder))
        return Error{ErrorCode::FileWrite, folder.filePath(modelFolder).toStdString()};
    const QString name =
        u"%1/%2-%3.recital"_s.arg(modelFolder, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s),
                                  QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
    const Status saved = saveModel(makeSavedModel(trained.model, dataset,
                                                  learnedRows(trained.split->train, trained.events.get()),
                                                  trained.split->seen),
                                   folder.filePath(name), control);
    if (!saved)
        return saved.error();
    return name;
}

Result<TrainingOutcome> runTrainingJob(const std::shared_ptr<const Dataset>& dataset,
                                       const TrainingRequest& request, const QString& workspaceFolder,
                                       TrainingMailbox& mailbox, const JobControl& control) {
    Result<TrainedModel> trained = TrainingJob(request, mailbox, control).run(*dataset);
    if (!trained)
        return trained.error();
    TrainingOutcome outcome;
    outcome.trained = std::move(trained).value();
    mailbox.post(Phase::Saving);
    Result<QString> file = saveModelFile(outcome.trained, *dataset, workspaceFolder, control);
    if (file)
        outcome.modelFile = std::make_shared<UnclaimedFile>(workspaceFolder, *file);
    else if (file.error().code == ErrorCode::Cancelled)
        return file.error();
    else
        outcome.storageError = file.error(); // the model itself must not be lost with its file
    return outcome;
}

} // namespace recital
