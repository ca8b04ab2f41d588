#include "tests/services/evidencefixtures.h"
#include "tests/timelimit.h"

#include <cmath>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;

namespace {

bool sameHits(const HitRates& a, double with, double without, double popular) {
    return std::abs(a.withUpdates - with) < 1e-12 && std::abs(a.withoutUpdates - without) < 1e-12 &&
           std::abs(a.popular - popular) < 1e-12;
}

} // namespace

class TestSimulatorService : public QObject {
    Q_OBJECT

private slots:
    void simulatorPlaysWhatTheCorePlays();
    void simulatorKeepsItsRate();
    void simulatorPausesAndGoesOn();
    void simulatorLeavesTheLaneWhilePaused();
    void simulatorStops();
    void simulatorRefuses();
    void simulationIsForgottenWithItsModel();
};

void TestSimulatorService::simulatorPlaysWhatTheCorePlays() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest({.items = 120}));
    SimulatorService& service = stand.services->simulator;
    Simulator::Options options;
    options.users = 30;
    options.k = 5;
    service.setRate(SimulatorService::fastest);
    QVERIFY(service.start(options));
    QCOMPARE(service.state(), SimulatorService::State::Running);
    QVERIFY(service.run() && service.run()->points.empty());
    QVERIFY(QTest::qWaitFor([&] { return service.state() == SimulatorService::State::Finished; }, patience));
    const auto material = liveMaterial(*stand.services->store.snapshot());
    Simulator simulator(material->models(), material->split(), options);
    const SimulatorRun& run = *service.run();
    QVERIFY(run.complete);
    QCOMPARE(run.users, simulator.users());
    QCOMPARE(run.of, static_cast<int>(simulator.stepsLeft()));
    QCOMPARE(run.points.size(), simulator.stepsLeft());
    QVERIFY(run.points.size() > 150);
    std::vector<Simulator::Step> steps;
    for (const SimulatorPoint& point : run.points) {
        steps.push_back(simulator.next());
        const auto share = [&](std::size_t first, bool Simulator::Step::*hit) {
            const auto from = steps.begin() + static_cast<std::ptrdiff_t>(first);
            return static_cast<double>(
                       std::count_if(from, steps.end(), [hit](const auto& step) { return step.*hit; })) /
                   static_cast<double>(steps.size() - first);
        };
        const auto rates = [&](std::size_t first) {
            return HitRates{share(first, &Simulator::Step::hitWithUpdates),
                            share(first, &Simulator::Step::hitWithoutUpdates),
                            share(first, &Simulator::Step::hitPopular)};
        };
        const HitRates all = rates(0);
        const HitRates recent = rates(steps.size() > 100 ? steps.size() - 100 : 0);
        QCOMPARE(point.clicks, static_cast<int>(steps.size()));
        QVERIFY(sameHits(point.overall, all.withUpdates, all.withoutUpdates, all.popular));
        QVERIFY(sameHits(point.recent, recent.withUpdates, recent.withoutUpdates, recent.popular));
    }
    QCOMPARE(run.last.item, steps.back().item);
    QVERIFY(run.medianMicroseconds > 0.0);
}

void TestSimulatorService::simulatorKeepsItsRate() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    SimulatorService& service = stand.services->simulator;
    QSignalSpy rateChanged(&service, &SimulatorService::rateChanged);
    service.setRate(0);
    QCOMPARE(service.rate(), SimulatorService::slowest);
    service.setRate(9999);
    QCOMPARE(service.rate(), SimulatorService::fastest);
    service.setRate(1);
    QCOMPARE(rateChanged.count(), 3);
    QVERIFY(service.start({}));
    QTest::qWait(400);
    QVERIFY(service.run()->points.empty()); // the first comes after a second
    service.setRate(50);                    // counts at once, not after the second is over
    QElapsedTimer clock;
    clock.start();
    QVERIFY(QTest::qWaitFor([&] { return service.run()->points.size() >= 20; }, patience));
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    QVERIFY2(seconds > 0.3, qPrintable(QString::number(seconds))); // 20 clicks, the first of them overdue
    QVERIFY2(seconds < timeLimit(2.0), qPrintable(QString::number(seconds)));
}

void TestSimulatorService::simulatorPausesAndGoesOn() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    SimulatorService& service = stand.services->simulator;
    Simulator::Options options;
    options.users = 15;
    service.setRate(100);
    QVERIFY(service.start(options));
    QVERIFY(QTest::qWaitFor([&] { return service.run()->points.size() >= 10; }, patience));
    service.pause();
    QCOMPARE(service.state(), SimulatorService::State::Paused);
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->computeLane.busy(); }, 500));
    const std::size_t points = service.run()->points.size();
    QTest::qWait(150);
    QCOMPARE(service.run()->points.size(), points);
    QVERIFY(service.resume());
    service.pause();
    QVERIFY(service.resume()); // while the job of before may still be on its way out
    QCOMPARE(service.state(), SimulatorService::State::Running);
    service.setRate(SimulatorService::fastest);
    QVERIFY(QTest::qWaitFor([&] { return service.state() == SimulatorService::State::Finished; }, patience));
    // Nothing was lost or played twice.
    const auto material = liveMaterial(*stand.services->store.snapshot());
    Simulator simulator(material->models(), material->split(), options);
    int hits = 0;
    while (!simulator.atEnd())
        hits += simulator.next().hitWithUpdates ? 1 : 0;
    QVERIFY(service.run()->complete);
    QCOMPARE(std::lround(service.run()->points.back().overall.withUpdates * service.run()->of), long{hits});
}

void TestSimulatorService::simulatorLeavesTheLaneWhilePaused() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    SimulatorService& service = stand.services->simulator;
    QVERIFY(service.start({}));
    service.pause();
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->computeLane.busy(); }, 500));
    occupy(stand.services->computeLane, this);
    QSignalSpy failed(&service, &SimulatorService::failed);
    QVERIFY(!service.resume());
    QCOMPARE(lastCode(failed), ErrorCode::Busy);
    QCOMPARE(service.state(), SimulatorService::State::Paused);
    stand.services->computeLane.cancel();
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->computeLane.busy(); }, 500));
    QVERIFY(service.resume());
}

void TestSimulatorService::simulatorStops() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    SimulatorService& service = stand.services->simulator;
    service.setRate(1); // it waits for a second, but not for its end
    QVERIFY(service.start({}));
    QTest::qWait(50);
    QElapsedTimer clock;
    clock.start();
    service.stop();
    QVERIFY(QTest::qWaitFor([&] { return service.state() == SimulatorService::State::Finished; }, patience));
    QVERIFY(static_cast<double>(clock.elapsed()) < timeLimit(500.0));
    QVERIFY(service.run() && !service.run()->complete);
    QVERIFY(!service.resume());
    QVERIFY(service.start({})); // anew
    QVERIFY(service.run()->points.empty());
}

void TestSimulatorService::simulatorRefuses() {
    Stand stand;
    SimulatorService& service = stand.services->simulator;
    QSignalSpy failed(&service, &SimulatorService::failed);
    QVERIFY(!service.start({}));
    QVERIFY(failed.last().last().toString().contains(u"no dataset"_s));
    publishData(*stand.services);
    QVERIFY(!service.start({}));
    QVERIFY(failed.last().last().toString().contains(u"no model"_s));
    stand.services->store.publish(makeSnapshot()); // learned from everything
    QVERIFY(!service.start({}));
    QVERIFY(failed.last().last().toString().contains(u"held out"_s));
    stand.services->store.publish(snapshotWithTest());
    Simulator::Options nobody;
    nobody.users = 0;
    QVERIFY(!service.start(nobody));
    QCOMPARE(lastCode(failed), ErrorCode::InvalidParameters);
    occupy(stand.services->computeLane, this);
    QVERIFY(!service.start({}));
    QCOMPARE(lastCode(failed), ErrorCode::Busy);
    QVERIFY(!service.resume() && !service.run());
    service.pause();
    service.stop();
    QCOMPARE(service.state(), SimulatorService::State::Idle);
    QVERIFY(stand.services->computeLane.busy()); // that of the other
}

void TestSimulatorService::simulationIsForgottenWithItsModel() {
    Stand stand;
    stand.services->store.publish(snapshotWithTest());
    SimulatorService& service = stand.services->simulator;
    service.setRate(100);
    QVERIFY(service.start({}));
    QVERIFY(QTest::qWaitFor([&] { return !service.run()->points.empty(); }, patience));
    stand.services->store.publish(snapshotWithTest());
    QCOMPARE(service.state(), SimulatorService::State::Idle);
    QVERIFY(!service.run());
    QVERIFY(QTest::qWaitFor([&] { return !stand.services->computeLane.busy(); }, 500));
    QCOMPARE(service.state(), SimulatorService::State::Idle);
    QVERIFY(service.start({}));
}

QTEST_GUILESS_MAIN(TestSimulatorService)
#include "tst_simulatorservice.moc"
