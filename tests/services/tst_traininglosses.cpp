#include "core/services/services.h"
#include "tests/services/databaselock.h"
#include "tests/services/fixtures.h"
#include "tests/services/fulldisk.h"
#include "tests/services/trainingrequests.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using Phase = TrainingService::Phase;

/// A training that does not: refused, cancelled, not stored, of other data by now.
class TestTrainingLosses : public QObject {
    Q_OBJECT

private slots:
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesWhileBusy();
    void cancelsInEveryPhase_data();
    void cancelsInEveryPhase();
    void keepsTheModelWhenItCannotBeStored();
    void aFullDiskCostsTheFilesOnly();
    void waitsForALockedWorkspaceWithoutHoldingTheWindow();
    void dropsTheModelOfAnotherDataset();
    void leavesWhenDestroyedWhileTraining();
};

void TestTrainingLosses::refusesBadRequests_data() {
    QTest::addColumn<TrainingRequest>("request");
    QTest::addColumn<bool>("withData");
    QTest::addColumn<ErrorCode>("code");
    const TrainingRequest good = smallRequest();
    QTest::newRow("no dataset") << good << false << ErrorCode::InvalidData;
    TrainingRequest request = good;
    request.parameters.factors = 0;
    QTest::newRow("factors") << request << true << ErrorCode::InvalidParameters;
    request = good;
    request.k = 0;
    QTest::newRow("k") << request << true << ErrorCode::InvalidParameters;
    request = good;
    request.split.testShare = 1.0;
    QTest::newRow("share") << request << true << ErrorCode::InvalidParameters;
    request = good;
    request.validationUsers = 0;
    QTest::newRow("validation users") << request << true << ErrorCode::InvalidParameters;
    request = good;
    request.split.protocol = Protocol::OfficialFolds;
    QTest::newRow("no folds") << request << true << ErrorCode::InvalidData;
}

void TestTrainingLosses::refusesBadRequests() {
    QFETCH(TrainingRequest, request);
    QFETCH(bool, withData);
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    if (withData)
        publish(*services);
    std::optional<ErrorCode> failed;
    connect(&services->training, &TrainingService::failed, this, [&](ErrorCode found, const QString& detail) {
        QVERIFY(!detail.isEmpty());
        failed = found;
    });
    QVERIFY(!services->training.start(request));
    QCOMPARE(failed, code);
    QVERIFY(!services->training.running());
    QVERIFY(!services->computeLane.busy());
}

void TestTrainingLosses::refusesWhileBusy() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    std::vector<ErrorCode> failures;
    connect(&services->training, &TrainingService::failed, this,
            [&](ErrorCode code) { failures.push_back(code); });
    connect(&services->datasets, &DatasetService::failed, this,
            [&](ErrorCode code) { failures.push_back(code); });
    QVERIFY(services->training.start(smallRequest()));
    QVERIFY(!services->training.start(smallRequest()));
    services->datasets.load(folder.path());
    QCOMPARE(failures, (std::vector<ErrorCode>{ErrorCode::Busy, ErrorCode::Busy}));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
}

void TestTrainingLosses::cancelsInEveryPhase_data() {
    QTest::addColumn<Phase>("phase");
    QTest::newRow("at once") << Phase::Idle;
    QTest::newRow("splitting") << Phase::Splitting;
    QTest::newRow("training") << Phase::Training;
    QTest::newRow("evaluating") << Phase::Evaluating;
    QTest::newRow("projecting") << Phase::Projecting;
    QTest::newRow("saving") << Phase::Saving;
}

void TestTrainingLosses::cancelsInEveryPhase() {
    QFETCH(Phase, phase);
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    test::SnapshotOptions large;
    large.users = 1500;
    large.items = 400;
    publish(*services, large);
    TrainingRequest request = smallRequest();
    request.parameters.factors = 64;
    request.parameters.iterations = phase == Phase::Training ? 1000 : 2;
    QSignalSpy cancelled(&services->training, &TrainingService::cancelled);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    const auto before = services->store.snapshot();
    QElapsedTimer timer;
    const auto cancelNow = [&] {
        timer.start();
        services->training.cancel();
    };
    connect(&services->training, &TrainingService::phaseChanged, this, [&](Phase entered) {
        if (entered == phase)
            cancelNow();
    });
    QVERIFY(services->training.start(request));
    if (phase == Phase::Idle)
        cancelNow();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, 60'000);
    QCOMPARE_LT(timer.elapsed(), 500);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(services->store.snapshot(), before);
    QVERIFY(services->workspace().runs()->empty());
    QVERIFY(modelFiles(folder).isEmpty());
    QVERIFY(!services->computeLane.busy());
}

void TestTrainingLosses::keepsTheModelWhenItCannotBeStored() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QFile blocker(folder.filePath(u"models"_s)); // a file where the folder should be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QSignalSpy finished(&services->training, &TrainingService::finished);
    std::optional<ErrorCode> code;
    connect(&services->training, &TrainingService::notStored, this, [&](ErrorCode found) {
        QVERIFY(services->store.snapshot()->trained); // already published
        code = found;
    });
    QVERIFY(services->training.start(smallRequest()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(code, ErrorCode::FileWrite);
    const auto run = services->workspace().run(services->store.snapshot()->trained->runId);
    QVERIFY(run.ok()); // the run itself is remembered
    QCOMPARE(run->modelFile, QString());
}

void TestTrainingLosses::aFullDiskCostsTheFilesOnly() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    QSignalSpy notStored(&services->training, &TrainingService::notStored);
    {
        const test::FullDisk disk(1);
        QVERIFY(services->training.start(smallRequest()));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    }
    QCOMPARE(notStored.count(), 1);
    QCOMPARE(notStored.first().first().value<ErrorCode>(), ErrorCode::FileWrite);
    QVERIFY(notStored.first().last().toString().contains(folder.path())); // names the file
    QVERIFY(services->store.snapshot()->trained);
    QCOMPARE(services->store.snapshot()->trained->runId, 0);
    QVERIFY(modelFiles(folder).isEmpty());
    QVERIFY(services->workspace().runs()->empty());
    QVERIFY(services->training.start(smallRequest())); // with room again
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000);
    QCOMPARE(notStored.count(), 1);
    QCOMPARE(modelFiles(folder).size(), 1);
    QCOMPARE(services->workspace().runs()->size(), std::size_t{1});
}

/// Were it stored on the UI thread, that would stand still, and the end of the other program never come.
void TestTrainingLosses::waitsForALockedWorkspaceWithoutHoldingTheWindow() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    QSignalSpy finished(&services->training, &TrainingService::finished);
    QSignalSpy notStored(&services->training, &TrainingService::notStored);
    test::DatabaseLock lock(folder.path());
    QVERIFY(lock.take());
    bool released = false;
    connect(&services->training, &TrainingService::phaseChanged, this, [&](Phase phase) {
        if (phase == Phase::Saving)
            QTimer::singleShot(700, this, [&] {
                QVERIFY(services->training.running() && finished.isEmpty());
                services->training.cancel(); // too late
                released = lock.release();
            });
    });
    QVERIFY(services->training.start(smallRequest()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(released);
    QCOMPARE(notStored.count(), 0);
    const auto run = services->workspace().run(services->store.snapshot()->trained->runId);
    QVERIFY(run.ok());
    QVERIFY(QFile::exists(folder.filePath(run->modelFile)));
}

void TestTrainingLosses::dropsTheModelOfAnotherDataset() {
    QTemporaryDir folder;
    const auto services = makeServices(folder.path());
    publish(*services);
    std::optional<ErrorCode> code;
    connect(&services->training, &TrainingService::failed, this, [&](ErrorCode found) { code = found; });
    QVERIFY(services->training.start(smallRequest()));
    test::SnapshotOptions other;
    other.dataSeed = 99;
    publish(*services, other);
    QTRY_VERIFY_WITH_TIMEOUT(code, 30'000);
    QCOMPARE(code, ErrorCode::InvalidData);
    QVERIFY(!services->store.snapshot()->trained);
    QVERIFY(modelFiles(folder).isEmpty());
}

void TestTrainingLosses::leavesWhenDestroyedWhileTraining() {
    QTemporaryDir folder;
    auto services = makeServices(folder.path());
    publish(*services);
    TrainingRequest request = smallRequest();
    request.parameters.iterations = 1000;
    request.parameters.factors = 64;
    QVERIFY(services->training.start(request));
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    services.reset();
    QCOMPARE_LT(timer.elapsed(), 1000);
    QVERIFY(modelFiles(folder).isEmpty());
}

QTEST_GUILESS_MAIN(TestTrainingLosses)
#include "tst_traininglosses.moc"
