#include "core/services/recordjson.h"
#include "core/services/services.h"
#include "core/services/trainingjob.h"
#include "core/store/modelfile.h"
#include "tests/services/fixtures.h"
#include "tests/services/trainingrequests.h"
#include "tests/testdata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <thread>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using Phase = TrainingService::Phase;

/// A training that succeeds: what is measured, stored, published and estimated.
class TestTrainingService : public QObject {
    Q_OBJECT

private slots:
    void trainsMeasuresStoresAndPublishes();
    void curveIsMeasuredOnCurrentFactors();
    void defaultsFollowTheData();
    void estimateFollowsTheMeasurements();
    void mailboxKeepsOrderAndEverything();
    void recordsSurviveJson();
    void movieLens100K();
};

void TestTrainingService::trainsMeasuresStoresAndPublishes() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    QSignalSpy notStored(&services->training, &TrainingService::notStored);
    std::vector<TrainingPoint> points;
    std::vector<Phase> phases;
    double lastFraction = 0.0;
    connect(&services->training, &TrainingService::pointAdded, this,
            [&](const TrainingPoint& point) { points.push_back(point); });
    connect(&services->training, &TrainingService::phaseChanged, this,
            [&](Phase phase) { phases.push_back(phase); });
    connect(&services->training, &TrainingService::progressChanged, this, [&](double fraction, double) {
        QVERIFY(fraction >= lastFraction && fraction <= 1.0);
        lastFraction = fraction;
    });
    const auto before = services->store.snapshot();
    QVERIFY(services->training.start(smallRequest()));
    QVERIFY(services->training.running());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(!services->training.running());
    QCOMPARE(notStored.count(), 0);
    QCOMPARE(phases, (std::vector<Phase>{Phase::Splitting, Phase::Training, Phase::Evaluating,
                                         Phase::Projecting, Phase::Saving, Phase::Idle}));
    QCOMPARE(lastFraction, 1.0);

    const auto snapshot = services->store.snapshot();
    QVERIFY(snapshot->trained);
    QCOMPARE(snapshot->dataset, before->dataset);
    QCOMPARE(snapshot->statistics, before->statistics);
    const TrainedModel& trained = *snapshot->trained;
    QCOMPARE(points.size(), std::size_t{9}); // four sweeps of two half-steps and the closing one
    QCOMPARE(trained.curve.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].halfStep, static_cast<int>(i) + 1);
        QCOMPARE(points[i].halfSteps, 9);
        QCOMPARE(std::isnan(points[i].validationNdcg), i % 2 == 0);
        QCOMPARE(points[i].validationUsers > 0, i % 2 == 1);
        if (i > 0)
            QVERIFY(points[i].loss <= points[i - 1].loss * (1.0 + 1e-6));
    }
    const char* const names[] = {"Random", "Popular", "ItemKNN", "ALS"};
    QCOMPARE(trained.reports.size(), std::size_t{4});
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(trained.reports[i].modelName, std::string(names[i]));
        QCOMPARE(trained.reports[i].splitName, trained.split->name);
        QCOMPARE(trained.reports[i].k, 5);
        QCOMPARE(trained.reports[i].evaluatedUsers, countSplit(*trained.split).evaluatedUsers);
    }
    QCOMPARE(trained.projection.items.rows(), trained.model->itemCount());

    const auto run = services->workspace().run(trained.runId);
    QVERIFY(run.ok());
    QCOMPARE(run->datasetFingerprint.toStdString(), snapshot->dataset->info().fingerprint);
    QVERIFY(*parametersFromJson(run->parametersJson) == smallRequest().parameters);
    QCOMPARE(modelFiles(folder).size(), 1);
    const auto saved = loadModel(folder.filePath(run->modelFile));
    QVERIFY(saved.ok());
    QCOMPARE(saved->seen.columns, trained.split->seen.columns);
    QVERIFY(saved->model->latentFactors()->items == trained.model->latentFactors()->items);
}

/// The last validation of the curve, over all users, is what evaluate() says of the finished model: its item
/// factors are the ones that were measured.
void TestTrainingService::curveIsMeasuredOnCurrentFactors() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    QVERIFY(services->training.start(smallRequest()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    const TrainedModel& trained = *services->store.snapshot()->trained;
    const TrainingPoint& last = trained.curve[trained.curve.size() - 2];
    QCOMPARE(last.validationUsers, trained.reports[3].evaluatedUsers);
    QVERIFY2(std::abs(last.validationNdcg - trained.reports[3].means.ndcg) < 1e-12,
             qPrintable(u"%1 %2"_s.arg(last.validationNdcg).arg(trained.reports[3].means.ndcg)));
    QVERIFY(trained.curve[1].validationNdcg != last.validationNdcg);
    double before = 0.0;
    for (const TrainingPoint& point : trained.curve) {
        QVERIFY(point.seconds >= before);
        before = point.seconds;
    }
}

void TestTrainingService::defaultsFollowTheData() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    const TrainingRequest request = services->training.defaultRequest();
    QCOMPARE(request.split.protocol, Protocol::UserTemporal);
    QCOMPARE(request.split.testShare, 0.2);
    QVERIFY(request.parameters == defaultAlsParameters(*services->store.snapshot()->dataset));
    QVERIFY(services->training.check(request).ok());

    DatasetParts parts;
    parts.info.layout = DatasetLayout::DelimitedText;
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 1.0F;
    parts.items = {{1, "a", 0, 0}, {2, "b", 0, 0}};
    parts.userIds = {1};
    parts.ratingUser = {0, 0};
    parts.ratingItem = {0, 1};
    parts.ratingValue = {1.0F, 1.0F};
    parts.ratingTime = {0, 0};
    const auto dataset = Dataset::create(std::move(parts)).value();
    QCOMPARE(defaultPositiveThreshold(*dataset), 1.0F);
    ModelSnapshot snapshot;
    snapshot.dataset = dataset;
    services->store.publish(snapshot);
    QCOMPARE(services->training.defaultRequest().split.protocol, Protocol::UserRandom);
    QCOMPARE(services->training.defaultRequest().split.positiveThreshold, 1.0F);
}

void TestTrainingService::estimateFollowsTheMeasurements() {
    TrainingEstimate estimate;
    estimate.trainingBegan(1.0);
    QVERIFY(estimate.secondsLeft() < 0.0);
    estimate.halfStepDone(1, 10, 2.0); // one second a half-step, but nothing known about the rest
    QVERIFY(estimate.secondsLeft() < 0.0);
    estimate.setRestSeconds(4.0);
    estimate.halfStepDone(2, 10, 3.0);
    QCOMPARE(estimate.secondsLeft(), 8.0 + 4.0);
    QCOMPARE(estimate.fraction(), 3.0 / 15.0);
    estimate.halfStepDone(10, 10, 11.0);
    QCOMPARE(estimate.secondsLeft(), 4.0);
    estimate.restBegan(11.0);
    estimate.restDone(0.05, 12.0); // too little measured: the guess minus what has passed
    QCOMPARE(estimate.secondsLeft(), 3.0);
    estimate.restDone(0.5, 13.0);
    QCOMPARE(estimate.secondsLeft(), 2.0);
    const double fraction = estimate.fraction();
    estimate.restDone(0.4, 20.0); // neither runs backwards
    QVERIFY(estimate.fraction() >= fraction);
    estimate.restDone(1.0, 21.0);
    QCOMPARE(estimate.secondsLeft(), 0.0);
    QCOMPARE(estimate.fraction(), 1.0);
}

void TestTrainingService::mailboxKeepsOrderAndEverything() {
    TrainingMailbox mailbox;
    std::thread writer([&mailbox] {
        for (int i = 1; i <= 20'000; ++i) {
            TrainingPoint point;
            point.halfStep = i;
            mailbox.post(point);
        }
        mailbox.post(Phase::Evaluating);
    });
    int next = 1;
    bool ended = false;
    while (!ended) {
        for (const TrainingMailbox::Event& event : mailbox.take().events) {
            if (const auto* point = std::get_if<TrainingPoint>(&event))
                QCOMPARE(point->halfStep, next++);
            else
                ended = true;
        }
    }
    writer.join();
    QCOMPARE(next, 20'001);
}

void TestTrainingService::recordsSurviveJson() {
    AlsParameters parameters;
    parameters.form = AlsForm::Implicit;
    parameters.solver = AlsSolver::ConjugateGradient;
    parameters.factors = 17;
    parameters.regularization = 0.1 + 0.2;
    parameters.seed = ~std::uint64_t{0};
    QVERIFY(*parametersFromJson(parametersToJson(parameters)) == parameters);
    QVERIFY(!parametersFromJson(u"[]"_s));
    QVERIFY(!parametersFromJson(u"{\"form\":9}"_s));
    QVERIFY(!parametersFromJson(u"nonsense"_s));

    std::vector<TrainingPoint> curve(2);
    curve[0].loss = 1.0 / 3.0;
    curve[1] = {4, 9, 0.25, 0.125, 77, 1.5};
    const auto readCurve = curveFromJson(curveToJson(curve));
    QVERIFY(std::isnan((*readCurve)[0].validationNdcg));
    QCOMPARE((*readCurve)[0].loss, 1.0 / 3.0);
    QCOMPARE((*readCurve)[1].validationNdcg, 0.125);
    QCOMPARE((*readCurve)[1].validationUsers, 77);
    QCOMPARE((*readCurve)[1].seconds, 1.5);

    EvaluationReport report;
    report.modelName = "ALS";
    report.splitSeed = 43;
    report.k = 20;
    report.evaluatedUsers = 5;
    report.means.ndcg = 0.4;
    report.means.auc = std::nan("");
    report.novelty = 3.25;
    const auto reports = reportsFromJson(reportsToJson({report}));
    QCOMPARE(reports->size(), std::size_t{1});
    QCOMPARE(reports->front().modelName, report.modelName);
    QCOMPARE(reports->front().splitSeed, std::uint64_t{43});
    QCOMPARE(reports->front().k, 20);
    QCOMPARE(reports->front().means.ndcg, 0.4);
    QVERIFY(std::isnan(reports->front().means.auc));
    QCOMPARE(reports->front().novelty, 3.25);

    ColumnMapping columns;
    columns.file = "a.tsv";
    columns.delimiter = '\t';
    columns.value = -1;
    columns.time = 3;
    const auto readColumns = columnsFromJson(columnsToJson(columns));
    QCOMPARE(readColumns->file, columns.file);
    QCOMPARE(readColumns->delimiter, '\t');
    QCOMPARE(readColumns->value, -1);
    QCOMPARE(readColumns->time, 3);
    QVERIFY(!columnsFromJson(QString()));
}

/// The real thing with its defaults: fold u1, ALS(10, 50), the golden values of the baselines, and an event
/// loop that keeps turning.
void TestTrainingService::movieLens100K() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
    services->datasets.load(data);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 30'000);
    const TrainingRequest request = services->training.defaultRequest();
    QCOMPARE(request.split.protocol, Protocol::OfficialFolds);
    QCOMPARE(request.fold, u"u1"_s);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    QElapsedTimer timer;
    timer.start();
    StallMeter stalls;
    QVERIFY(services->training.start(request));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 100'000);
    const TrainedModel& trained = *services->store.snapshot()->trained;
    QVERIFY(std::abs(trained.reports[1].means.ndcg - 0.260607) < 1e-4);
    QVERIFY(std::abs(trained.reports[2].means.ndcg - 0.424110) < 5e-4);
    QVERIFY(std::abs(trained.reports[3].means.ndcg - 0.4662) < 6e-3);
    qInfo("ml-100k u1: NDCG@10 random %.4f, popular %.4f, itemknn %.4f, als %.4f; train %.2f s, all %.2f s, "
          "longest stall of the event loop %lld ms",
          trained.reports[0].means.ndcg, trained.reports[1].means.ndcg, trained.reports[2].means.ndcg,
          trained.reports[3].means.ndcg, trained.model->info().trainSeconds,
          static_cast<double>(timer.elapsed()) / 1000.0, static_cast<long long>(stalls.worst()));
}

QTEST_GUILESS_MAIN(TestTrainingService)
#include "tst_trainingservice.moc"
