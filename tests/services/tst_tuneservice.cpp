#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/training.h"
#include "core/services/tunejob.h"
#include "tests/services/comparefixtures.h"
#include "tests/testdata.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <cmath>
#include <set>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;

namespace {

TuneRequest smallRequest() {
    TuneRequest request;
    request.base = ItemKnnParameters{};
    request.axes = {{"neighbours", {2.0, 5.0, 20.0}}, {"shrink", {0.0, 10.0}}};
    request.split.protocol = Protocol::UserTemporal;
    request.k = 5;
    return request;
}

TuneRequest endlessRequest() {
    TuneRequest request = smallRequest();
    AlsParameters als;
    als.factors = 256;
    als.iterations = 1000;
    request.base = als;
    request.axes = {{"regularization", {0.01, 0.1}}};
    return request;
}

Result<std::shared_ptr<const TuneResult>> search(const Dataset& dataset, const TuneRequest& request) {
    return runTuneJob(dataset, request, [](const auto&) {}, {}, {});
}

std::vector<double> scoresOf(const TuneResult& result) {
    std::vector<double> scores;
    for (const TuneTrial& trial : result.trials)
        scores.push_back(trial.score);
    return scores;
}

bool runToEnd(TuneService& tune, const TuneRequest& request) {
    QSignalSpy finished(&tune, &TuneService::finished);
    return tune.start(request) && (finished.count() > 0 || finished.wait(60'000));
}

/// The parts of a dataset, to be changed and put together again.
DatasetParts partsOf(const Dataset& dataset) {
    DatasetParts parts;
    parts.info = dataset.info();
    parts.genreNames = dataset.genreNames();
    for (ItemIndex i = 0; i < dataset.itemCount(); ++i)
        parts.items.push_back(dataset.item(i));
    for (UserIndex u = 0; u < dataset.userCount(); ++u)
        parts.userIds.push_back(dataset.userId(u));
    parts.ratingUser.assign(dataset.users().begin(), dataset.users().end());
    parts.ratingItem.assign(dataset.items().begin(), dataset.items().end());
    parts.ratingValue.assign(dataset.values().begin(), dataset.values().end());
    parts.ratingTime.assign(dataset.times().begin(), dataset.times().end());
    parts.folds = dataset.folds();
    return parts;
}

} // namespace

class TestTuneService : public QObject {
    Q_OBJECT
private slots:
    void triesTheWholeGrid();
    void neverLooksAtTheTestPart_data();
    void neverLooksAtTheTestPart();
    void bestFollowsTheDirection();
    void drawsAreSeededAndWithinTheirEnds();
    void logarithmicParametersAreDrawnEvenlyInTheLogarithm();
    void equalDrawsAreTriedOnce();
    void defaultsCanBeStarted();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesWhileBusy();
    void cancelKeepsTheTrials();
    void aSettingThatFailsIsLeftBlank();
    void nothingMeasuredIsAnError();
    void searchesOnAFold();
};

void TestTuneService::triesTheWholeGrid() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    TuneService& tune = services->tune;
    std::vector<std::size_t> sizes;
    double last = 0.0;
    connect(&tune, &TuneService::trialFinished, this, [&] { sizes.push_back(tune.result()->trials.size()); });
    connect(&tune, &TuneService::progressChanged, this, [&](double fraction, double) {
        QVERIFY(fraction >= last && fraction <= 1.0);
        last = fraction;
    });
    QSignalSpy finished(&tune, &TuneService::finished);
    QVERIFY(runToEnd(tune, smallRequest()));
    QCOMPARE(finished.takeFirst()[0].toBool(), false);
    QVERIFY((sizes == std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(last, 1.0);
    const TuneResult& result = *tune.result();
    QCOMPARE(result.planned, 6);
    QVERIFY((result.trials[1].values == std::vector<double>{2.0, 10.0})); // the last axis runs fastest
    QVERIFY(result.trials[4].specification ==
            TrainingSpec(ItemKnnParameters{.neighbours = 20, .shrink = 0.0}));
    QCOMPARE(result.datasetName, u"fixture"_s);
    QVERIFY(result.innerSplitName.contains(u"inner"_s));
    QVERIFY(result.users > 0);
    // Each score is that of the setting on the named inner split, and the best is the highest.
    const Dataset& dataset = *services->store.snapshot()->dataset;
    const auto outer = makeSplits(dataset, result.request.split);
    const auto inner = makeInnerSplit(dataset, outer->front(), 0.2, 42);
    QCOMPARE(QString::fromStdString(inner->name), result.innerSplitName);
    for (const TuneTrial& trial : result.trials) {
        const auto model = train(*inner, trial.specification, {});
        EvaluationOptions options;
        options.k = 5;
        QCOMPARE(trial.score, evaluate(**model, *inner, options, {})->means.ndcg);
        QVERIFY(trial.score <= result.trials[result.best].score);
        QVERIFY(trial.seconds > 0.0);
    }
}

void TestTuneService::neverLooksAtTheTestPart_data() {
    QTest::addColumn<Protocol>("protocol");
    QTest::newRow("newest of each user") << Protocol::UserTemporal;
    QTest::newRow("random of each user") << Protocol::UserRandom;
    QTest::newRow("one cut in time") << Protocol::GlobalTemporal;
    QTest::newRow("the last of each user") << Protocol::LeaveLastOut;
}

/// Every rating of the test part is turned into its opposite: nothing that the search does may change.
void TestTuneService::neverLooksAtTheTestPart() {
    QFETCH(Protocol, protocol);
    const auto dataset = makeDataset();
    TuneRequest request = smallRequest();
    request.split.protocol = protocol;
    const auto outer = makeSplits(*dataset, request.split);
    QVERIFY(outer.ok());
    DatasetParts parts = partsOf(*dataset);
    for (const std::uint32_t row : outer->front().testRows)
        parts.ratingValue[row] = parts.ratingValue[row] >= 4.0F ? 1.0F : 5.0F;
    const auto changed = Dataset::create(std::move(parts));
    QVERIFY(changed.ok());
    QVERIFY((*changed)->info().fingerprint != dataset->info().fingerprint);
    const auto before = search(*dataset, request);
    const auto after = search(**changed, request);
    QVERIFY(before.ok() && after.ok());
    QCOMPARE((*before)->users, (*after)->users);
    QVERIFY(scoresOf(**before) == scoresOf(**after));
    // The test can fail: the outer split does see the difference.
    const auto model = train(outer->front(), request.base, {});
    const auto changedOuter = makeSplits(**changed, request.split);
    QVERIFY(evaluate(**model, outer->front(), {}, {})->means.ndcg !=
            evaluate(**model, changedOuter->front(), {}, {})->means.ndcg);
}

void TestTuneService::bestFollowsTheDirection() {
    const auto dataset = makeDataset();
    TuneRequest request = smallRequest();
    request.metric = MetricId::PercentileRank; // 0 is the top
    const auto result = search(*dataset, request);
    QVERIFY(result.ok());
    for (const TuneTrial& trial : (*result)->trials)
        QVERIFY((*result)->trials[(*result)->best].score <= trial.score);
    QVERIFY(scoresBetter(MetricId::Ndcg, 0.2, 0.1));
    QVERIFY(!scoresBetter(MetricId::Ndcg, 0.1, 0.1)); // the first of equals stays
    QVERIFY(!scoresBetter(MetricId::Ndcg, std::nan(""), 0.1));
    QVERIFY(scoresBetter(MetricId::Ndcg, 0.0, std::nan("")));
}

void TestTuneService::drawsAreSeededAndWithinTheirEnds() {
    TuneRequest request = smallRequest();
    request.randomTrials = 40;
    request.axes = {{"neighbours", {50.0, 3.0}}, {"shrink", {0.0, 10.0}}};
    const auto first = plannedTrials(request);
    const auto again = plannedTrials(request);
    QVERIFY(first.ok());
    QCOMPARE(first->size(), std::size_t{40});
    for (std::size_t t = 0; t < first->size(); ++t) {
        const std::vector<double>& values = (*first)[t].values;
        QVERIFY(values == (*again)[t].values);
        QVERIFY(values[0] >= 3.0 && values[0] <= 50.0 && values[0] == std::round(values[0]));
        QVERIFY(values[1] >= 0.0 && values[1] <= 10.0);
    }
    request.seed = 43;
    QVERIFY((*plannedTrials(request))[0].values != (*first)[0].values);
}

void TestTuneService::logarithmicParametersAreDrawnEvenlyInTheLogarithm() {
    TuneRequest request;
    request.base = EaseParameters{};
    request.axes = {{"regularization", {1.0, 10'000.0}}};
    request.randomTrials = 400;
    int below = 0;
    const auto trials = plannedTrials(request);
    for (const TuneTrial& trial : *trials)
        below += trial.values[0] < 100.0 ? 1 : 0;
    QVERIFY2(below > 150 && below < 250, qPrintable(QString::number(below))); // half of them; evenly: 1 %
}

void TestTuneService::equalDrawsAreTriedOnce() {
    TuneRequest request = smallRequest();
    request.axes = {{"neighbours", {2.0, 4.0}}};
    request.randomTrials = 100;
    QCOMPARE(plannedTrials(request)->size(), std::size_t{3});
    request.randomTrials = 0;
    request.axes = {{"neighbours", {2.0, 2.0, 3.0}}};
    QCOMPARE(plannedTrials(request)->size(), std::size_t{2});
}

void TestTuneService::defaultsCanBeStarted() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    const Dataset& dataset = *services->store.snapshot()->dataset;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        const TuneRequest request =
            services->tune.defaultRequest(defaultSpecification(algorithm.key, dataset));
        const bool tunable = !parameterFields(request.base).empty();
        QCOMPARE(services->tune.check(request).ok(), tunable);
        if (algorithm.key == "als-ials")
            QCOMPARE(plannedTrials(request)->size(), std::size_t{16}); // evaluation.md 6.2
    }
}

void TestTuneService::refusesBadRequests_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no axis") << 0 << ErrorCode::InvalidParameters;
    QTest::newRow("unknown parameter") << 1 << ErrorCode::InvalidParameters;
    QTest::newRow("value outside") << 2 << ErrorCode::InvalidParameters;
    QTest::newRow("no values") << 3 << ErrorCode::InvalidParameters;
    QTest::newRow("named twice") << 4 << ErrorCode::InvalidParameters;
    QTest::newRow("metric without direction") << 5 << ErrorCode::InvalidParameters;
    QTest::newRow("share") << 6 << ErrorCode::InvalidParameters;
    QTest::newRow("k") << 7 << ErrorCode::InvalidParameters;
    QTest::newRow("no folds") << 8 << ErrorCode::InvalidData;
    QTest::newRow("no data") << 9 << ErrorCode::InvalidData;
    QTest::newRow("too many") << 10 << ErrorCode::InvalidParameters;
}

void TestTuneService::refusesBadRequests() {
    QFETCH(int, kind);
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    if (kind != 9)
        publishData(*services);
    TuneRequest request = smallRequest();
    if (kind == 0)
        request.axes.clear();
    if (kind == 1)
        request.axes[0].parameter = "wings";
    if (kind == 2)
        request.axes[0].values = {0.5};
    if (kind == 3)
        request.axes[1].values.clear();
    if (kind == 4)
        request.axes[1] = request.axes[0];
    if (kind == 5)
        request.metric = MetricId::Coverage;
    if (kind == 6)
        request.innerShare = 1.0;
    if (kind == 7)
        request.k = 1001;
    if (kind == 8)
        request.split.protocol = Protocol::OfficialFolds;
    if (kind == 10)
        request.axes[1].values = std::vector<double>(4000, 1.0);
    QSignalSpy failed(&services->tune, &TuneService::failed);
    QVERIFY(!services->tune.start(request));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<ErrorCode>(), code);
    QVERIFY(!failed[0][1].toString().isEmpty());
}

void TestTuneService::refusesWhileBusy() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    QVERIFY(services->tune.start(endlessRequest()));
    QSignalSpy failed(&services->tune, &TuneService::failed);
    QVERIFY(!services->tune.start(smallRequest()));
    QCOMPARE(failed[0][0].value<ErrorCode>(), ErrorCode::Busy);
    QVERIFY(services->tune.running());
    services->tune.cancel();
}

void TestTuneService::cancelKeepsTheTrials() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publishData(*services);
    TuneRequest request = endlessRequest();
    std::get<AlsParameters>(request.base).factors = 4;
    request.axes = {{"iterations", {1.0, 2.0, 1000.0}}, {"factors", {4.0, 512.0}}};
    QSignalSpy finished(&services->tune, &TuneService::finished);
    QVERIFY(services->tune.start(request));
    QTRY_VERIFY_WITH_TIMEOUT(services->tune.result() && !services->tune.result()->trials.empty(), 30'000);
    services->tune.cancel();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished[0][0].toBool(), true);
    QVERIFY(!services->tune.running());
    QVERIFY(!services->tune.result()->trials.empty());
    QVERIFY(services->tune.result()->trials.size() < 6);
}

void TestTuneService::aSettingThatFailsIsLeftBlank() {
    const auto dataset = makeDataset();
    TuneRequest request = smallRequest();
    request.base = PureSvdParameters{};
    request.axes = {{"rank", {4.0, 1000.0, 2.0}}}; // the second is above the smaller side of the matrix
    const auto result = search(*dataset, request);
    QVERIFY(result.ok());
    QCOMPARE((*result)->trials.size(), std::size_t{3});
    QVERIFY(std::isnan((*result)->trials[1].score));
    QVERIFY(!(*result)->trials[1].problem.empty());
    QVERIFY((*result)->best != 1);
    QVERIFY(std::isfinite((*result)->trials[2].score));
}

void TestTuneService::nothingMeasuredIsAnError() {
    const auto dataset = makeDataset();
    TuneRequest request = smallRequest();
    request.base = PureSvdParameters{};
    request.axes = {{"rank", {900.0, 1000.0}}};
    const auto result = search(*dataset, request);
    QVERIFY(!result.ok());
    QVERIFY(!result.error().detail.empty());
}

void TestTuneService::searchesOnAFold() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
    services->datasets.load(data);
    QVERIFY(loaded.wait(60'000));
    TuneRequest request = services->tune.defaultRequest(EaseParameters{});
    QCOMPARE(request.split.protocol, Protocol::OfficialFolds);
    request.base = PureSvdParameters{};
    request.axes = {{"rank", {8.0, 32.0}}};
    request.fold = "u2";
    StallMeter stall;
    QVERIFY(runToEnd(services->tune, request));
    QVERIFY2(stall.worst() < 250, qPrintable(QString::number(stall.worst())));
    QVERIFY(services->tune.result()->innerSplitName.startsWith(u"u2"_s));
    QCOMPARE(services->tune.result()->best, std::size_t{0}); // rank 8 beats 32: evaluation.md, section 2
    request.fold = "u9";
    QSignalSpy failed(&services->tune, &TuneService::failed);
    QVERIFY(!services->tune.start(request));
    QCOMPARE(failed[0][0].value<ErrorCode>(), ErrorCode::InvalidData);
}

QTEST_GUILESS_MAIN(TestTuneService)
#include "tst_tuneservice.moc"
