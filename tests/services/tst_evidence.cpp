#include "tests/services/evidencefixtures.h"
#include "tests/timelimit.h"

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;

/// The services behind the evidence of the stage: rule test and numbers of this demo; what they share with
/// the simulator.
class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void replayGivesTheTableOfTheCore();
    void replayRefuses();
    void replayStopsWithinHalfASecond();
    void replayIsForgottenWithItsData();
    void replayParametersAreThoseOfTheModel();
    void numbersAreThoseOfTheCore();
    void numbersRefuse();
    void numbersAreForgottenWithTheirModel();
    void theUiThreadNeverWaits();
    void leavesWhileEverythingRuns();
};

void TestEvidence::replayGivesTheTableOfTheCore() {
    Stand stand;
    publishData(*stand.services);
    ReplayService& replay = stand.services->replay;
    const ReplayOptions options = stand.smallReplay();
    QVERIFY(replay.check(options));
    QVERIFY(!replay.table());
    QSignalSpy finished(&replay, &ReplayService::finished);
    QSignalSpy changed(&replay, &ReplayService::tableChanged);
    QVERIFY(replay.start(options));
    QVERIFY(replay.running() && !replay.table());
    QVERIFY(finished.count() > 0 || finished.wait(patience));
    QCOMPARE(finished.first().first().toBool(), false);
    QVERIFY(changed.count() >= 2 && !replay.running());
    const auto expected = replayRules(*stand.services->store.snapshot()->dataset, options, {});
    QVERIFY(replay.table()->complete);
    QCOMPARE(replay.table()->rows.size(), expected->rows.size());
    for (std::size_t r = 0; r < expected->rows.size(); ++r) {
        QVERIFY(replay.table()->rows[r].users == expected->rows[r].users);
        QCOMPARE(replay.table()->rows[r].difference.adjustedP, expected->rows[r].difference.adjustedP);
    }
}

void TestEvidence::replayRefuses() {
    Stand stand;
    ReplayService& replay = stand.services->replay;
    QSignalSpy failed(&replay, &ReplayService::failed);
    QVERIFY(!replay.start(stand.smallReplay()));
    QCOMPARE(lastCode(failed), ErrorCode::InvalidData);
    QVERIFY(failed.last().last().toString().contains(u"no dataset"_s));
    ModelSnapshot timeless;
    timeless.dataset = withoutTimestamps();
    stand.services->store.publish(timeless);
    QVERIFY(!replay.start(stand.smallReplay()));
    QVERIFY(failed.last().last().toString().contains(u"timestamps"_s));
    publishData(*stand.services);
    ReplayOptions wrong = stand.smallReplay();
    wrong.rules.clear();
    QVERIFY(!replay.start(wrong));
    QCOMPARE(lastCode(failed), ErrorCode::InvalidParameters);
    occupy(stand.services->computeLane, this);
    QVERIFY(!replay.start(stand.smallReplay()));
    QCOMPARE(lastCode(failed), ErrorCode::Busy);
    QVERIFY(failed.last().last().toString().contains(u"Something else"_s));
    QCOMPARE(failed.count(), 4);
    QVERIFY(!replay.running() && !replay.table());
}

void TestEvidence::replayStopsWithinHalfASecond() {
    Stand stand;
    publishData(*stand.services, {.users = 400, .items = 400});
    ReplayService& replay = stand.services->replay;
    QSignalSpy finished(&replay, &ReplayService::finished);
    QVERIFY(replay.start(stand.endlessReplay()));
    QTest::qWait(200);
    QVERIFY(replay.running());
    QElapsedTimer clock;
    clock.start();
    replay.cancel();
    QVERIFY(finished.count() > 0 || finished.wait(patience));
    QVERIFY(static_cast<double>(clock.elapsed()) < timeLimit(500.0));
    QCOMPARE(finished.first().first().toBool(), true);
    QVERIFY(!replay.running() && !stand.services->computeLane.busy());
}

void TestEvidence::replayIsForgottenWithItsData() {
    Stand stand;
    publishData(*stand.services);
    ReplayService& replay = stand.services->replay;
    QSignalSpy finished(&replay, &ReplayService::finished);
    QVERIFY(replay.start(stand.smallReplay()));
    QVERIFY(finished.count() > 0 || finished.wait(patience));
    QVERIFY(replay.table());
    ModelSnapshot again = *stand.services->store.snapshot();
    stand.services->store.publish(again); // the same dataset
    QVERIFY(replay.table());
    QSignalSpy changed(&replay, &ReplayService::tableChanged);
    publishData(*stand.services, {.dataSeed = 2});
    QVERIFY(!replay.table());
    QCOMPARE(changed.count(), 1);
    QVERIFY(replay.start(stand.endlessReplay()));
    QTest::qWait(50);
    publishData(*stand.services, {.dataSeed = 3}); // while it runs: it has no result to show any more
    QVERIFY(QTest::qWaitFor([&] { return !replay.running(); }, patience));
    QVERIFY(!replay.table());
    QCOMPARE(finished.last().first().toBool(), true);
}

void TestEvidence::replayParametersAreThoseOfTheModel() {
    Stand stand;
    publishData(*stand.services);
    QVERIFY(stand.services->replay.defaultOptions().als ==
            defaultAlsParameters(*stand.services->store.snapshot()->dataset));
    stand.services->store.publish(snapshotWithTest());
    QVERIFY(stand.services->replay.defaultOptions().als == smallAls());
}

void TestEvidence::numbersAreThoseOfTheCore() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest({.items = 120}));
    DemoNumbersService& service = stand.services->numbers;
    QSignalSpy finished(&service, &DemoNumbersService::finished);
    QVERIFY(service.start(MovingAverageRule{0.3}, 5));
    QVERIFY(service.running());
    QVERIFY(finished.count() > 0 || finished.wait(patience));
    const auto material = liveMaterial(*stand.services->store.snapshot());
    const auto expected = demoNumbers(material->models(), material->split(), MovingAverageRule{0.3}, 5, {});
    const DemoNumbers& numbers = *service.numbers();
    QCOMPARE(numbers.users, expected->users);
    QCOMPARE(numbers.distinctLists, expected->distinctLists);
    QCOMPARE(numbers.meanOverlap, expected->meanOverlap);
    QCOMPARE(numbers.change[2].model, expected->change[2].model);
    QVERIFY(numbers.changeUsers > 0 && numbers.median > 0.0);
    // Popularity is that of the training part: nothing of the test may be known.
    const auto& train = material->split().train;
    for (ItemIndex item = 0; item < train.itemCount(); ++item)
        QCOMPARE(material->popularity[static_cast<std::size_t>(item)],
                 static_cast<float>(train.byItem().row(item).size()));
}

void TestEvidence::numbersRefuse() {
    Stand stand;
    DemoNumbersService& service = stand.services->numbers;
    QSignalSpy failed(&service, &DemoNumbersService::failed);
    QVERIFY(!service.start(RecencyRule{}));
    QVERIFY(failed.last().last().toString().contains(u"no dataset"_s));
    publishData(*stand.services);
    QVERIFY(!service.start(RecencyRule{}));
    QVERIFY(failed.last().last().toString().contains(u"no model"_s));
    stand.services->store.publish(snapshotWithTest());
    QVERIFY(!service.start(RecencyRule{0.0}));
    QCOMPARE(lastCode(failed), ErrorCode::InvalidParameters);
    QVERIFY(!service.start(RecencyRule{}, 0));
    QCOMPARE(lastCode(failed), ErrorCode::InvalidParameters);
    occupy(stand.services->computeLane, this);
    QVERIFY(!service.start(RecencyRule{}));
    QCOMPARE(lastCode(failed), ErrorCode::Busy);
    QVERIFY(!service.numbers());
}

void TestEvidence::numbersAreForgottenWithTheirModel() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    DemoNumbersService& service = stand.services->numbers;
    QSignalSpy finished(&service, &DemoNumbersService::finished);
    QVERIFY(service.start(RecencyRule{}));
    QVERIFY(finished.count() > 0 || finished.wait(patience));
    QVERIFY(service.numbers());
    ModelSnapshot again = *stand.services->store.snapshot();
    stand.services->store.publish(again);
    QVERIFY(service.numbers());
    QSignalSpy changed(&service, &DemoNumbersService::numbersChanged);
    stand.services->store.publish(snapshotWithTest());
    QVERIFY(!service.numbers());
    QCOMPARE(changed.count(), 1);
}

void TestEvidence::theUiThreadNeverWaits() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest({.users = 300, .items = 300}));
    StallMeter stalls;
    stand.services->simulator.setRate(SimulatorService::fastest);
    QVERIFY(stand.services->simulator.start({}));
    QVERIFY(QTest::qWaitFor([&] { return stand.services->simulator.run()->points.size() > 300; }, patience));
    stand.services->simulator.stop();
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->computeLane.busy(); }, patience));
    QVERIFY(stand.services->replay.start(stand.smallReplay()));
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->replay.running(); }, patience));
    QVERIFY2(static_cast<double>(stalls.worst()) < timeLimit(150.0),
             qPrintable(QString::number(stalls.worst())));
}

void TestEvidence::leavesWhileEverythingRuns() {
    for (int job = 0; job < 3; ++job) {
        Stand stand;
        stand.services->store.publish(snapshotWithTest());
        QElapsedTimer clock;
        if (job == 0)
            QVERIFY(stand.services->replay.start(stand.endlessReplay()));
        else if (job == 1)
            QVERIFY(stand.services->numbers.start(RecencyRule{}));
        else
            QVERIFY(stand.services->simulator.start({}));
        QTest::qWait(20);
        clock.start();
        stand.services.reset();
        QVERIFY(static_cast<double>(clock.elapsed()) < timeLimit(500.0));
    }
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
