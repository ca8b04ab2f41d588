#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "tests/testdata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;
using State = ReproductionService::State;

namespace {

struct Stand {
    Stand()
        : services(Services::create(folder.path()).value())
        , service(services->reproduction) {}

    bool load(const QString& location) {
        QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
        services->datasets.load(location);
        return QTest::qWaitFor([&loaded] { return loaded.count() == 1; }, 60'000);
    }
    void publishSmall() {
        test::SnapshotOptions untrained;
        untrained.trained = false;
        services->store.publish(test::makeSnapshot(untrained));
    }

    QTemporaryDir folder;
    std::unique_ptr<Services> services;
    ReproductionService& service;
};

} // namespace

class TestReproductionService : public QObject {
    Q_OBJECT

private slots:
    void refusesOtherData();
    void refusesUnknownTargets();
    void refusesWhileBusy();
    void runsTargetsOneByOne();
    void cancelKeepsWhatIsDone();
    void anotherDatasetForgetsTheResults();
};

void TestReproductionService::refusesOtherData() {
    Stand stand;
    QSignalSpy failed(&stand.service, &ReproductionService::failed);
    QSignalSpy started(&stand.service, &ReproductionService::started);
    QVERIFY(!stand.service.start());
    stand.publishSmall();
    QVERIFY(!stand.service.check());
    QVERIFY(!stand.service.start());
    QCOMPARE(failed.count(), 2);
    for (const QList<QVariant>& arguments : failed)
        QCOMPARE(arguments.first().value<ErrorCode>(), ErrorCode::InvalidData);
    QVERIFY(failed.last().last().toString().contains(u"fixture"_s));
    QCOMPARE(started.count(), 0);
    QVERIFY(!stand.services->computeLane.busy());
}

void TestReproductionService::refusesUnknownTargets() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy failed(&stand.service, &ReproductionService::failed);
    QVERIFY(!stand.service.start({u"T5"_s, u"T99"_s}));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::UnknownId);
    QVERIFY(failed.first().last().toString().contains(u"T99"_s));
    QCOMPARE(stand.service.state(u"T5"_s), State::NotRun);
    QCOMPARE(stand.service.state(u"T99"_s), State::NotRun);
    QVERIFY(!stand.service.result(u"T99"_s));
}

void TestReproductionService::refusesWhileBusy() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy failed(&stand.service, &ReproductionService::failed);
    bool done = false;
    std::atomic<bool> release = false;
    QVERIFY(stand.services->computeLane.start<int>(
        u"other job"_s, &stand.service,
        [&release](const JobControl&) -> Result<int> {
            while (!release)
                std::this_thread::yield();
            return 1;
        },
        {}, [&done](const Result<int>&) { done = true; }));
    QVERIFY(!stand.service.start({u"T5"_s}));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::Busy);
    QCOMPARE(stand.service.state(u"T5"_s), State::NotRun);
    release = true;
    QTRY_VERIFY(done);
}

void TestReproductionService::runsTargetsOneByOne() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy finished(&stand.service, &ReproductionService::finished);
    QSignalSpy progress(&stand.service, &ReproductionService::progressChanged);
    QStringList done;
    connect(&stand.service, &ReproductionService::targetChanged, this, [&](const QString& id) {
        if (stand.service.state(id) == State::Done) {
            // The row is complete when it is told of, while the next one waits.
            QVERIFY(stand.service.result(id) != nullptr);
            done += id;
        }
    });
    QVERIFY(stand.service.start({u"T5"_s, u"T3"_s})); // runs in the order of the catalogue
    QCOMPARE(stand.service.state(u"T3"_s), State::Running);
    QCOMPARE(stand.service.state(u"T5"_s), State::Waiting);
    QCOMPARE(stand.service.state(u"T1"_s), State::NotRun);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(finished.first().first().toBool(), false);
    QCOMPARE(done, (QStringList{u"T3"_s, u"T5"_s}));
    const auto result = stand.service.result(u"T5"_s);
    QVERIFY(result->agrees());
    QCOMPARE(result->values.size(), 2U);
    QCOMPARE(progress.last().first().toDouble(), 1.0);
    double before = 0.0;
    for (const QList<QVariant>& step : progress) {
        QCOMPARE_GE(step.first().toDouble(), before);
        before = step.first().toDouble();
    }
    QVERIFY(!stand.service.running());
    QVERIFY(!stand.services->computeLane.busy());
}

void TestReproductionService::cancelKeepsWhatIsDone() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy finished(&stand.service, &ReproductionService::finished);
    connect(&stand.service, &ReproductionService::targetChanged, this, [&stand](const QString& id) {
        if (id == u"T5"_s && stand.service.state(id) == State::Done)
            stand.service.cancel();
    });
    QVERIFY(stand.service.start({u"T5"_s, u"T6"_s, u"T7"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(finished.first().first().toBool(), true);
    QCOMPARE(stand.service.state(u"T5"_s), State::Done);
    QVERIFY(stand.service.result(u"T5"_s) != nullptr);
    for (const QString& id : {u"T6"_s, u"T7"_s}) {
        QCOMPARE(stand.service.state(id), State::NotRun);
        QVERIFY(!stand.service.result(id));
    }
    QTRY_VERIFY(!stand.services->computeLane.busy());
    stand.service.cancel(); // nothing runs: harmless
    QCOMPARE(finished.count(), 1);
}

void TestReproductionService::anotherDatasetForgetsTheResults() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy finished(&stand.service, &ReproductionService::finished);
    QSignalSpy cleared(&stand.service, &ReproductionService::cleared);
    QVERIFY(stand.service.start({u"T5"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    // The same data with a model keeps them, other data does not.
    ModelSnapshot same = *stand.services->store.snapshot();
    stand.services->store.publish(same);
    QCOMPARE(stand.service.state(u"T5"_s), State::Done);
    stand.publishSmall();
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(stand.service.state(u"T5"_s), State::NotRun);
    QVERIFY(!stand.service.result(u"T5"_s));
}

QTEST_GUILESS_MAIN(TestReproductionService)
#include "tst_reproductionservice.moc"
