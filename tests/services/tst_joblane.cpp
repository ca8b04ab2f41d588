#include "core/services/joblane.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

using namespace recital;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<int> untilStopped(const JobControl& control) {
    while (!control.stopRequested())
        std::this_thread::sleep_for(1ms);
    return Error{ErrorCode::Cancelled, {}};
}

} // namespace

class TestJobLane : public QObject {
    Q_OBJECT
private slots:
    void deliversOnTheUiThread();
    void freesTheLaneBeforeDone();
    void refusesASecondJob();
    void turnsExceptionsIntoErrors_data();
    void turnsExceptionsIntoErrors();
    void cancelIsAnOutcome();
    void cancelWinsOverALateSuccess();
    void deliversNothingToADeadContext();
    void throttlesProgressAndKeepsTheLast();
    void destructorStopsAndWaits();
    void survivesItsDestructionInsideDone();
    void passesMoveOnlyCaptureLifetimes();
};

void TestJobLane::deliversOnTheUiThread() {
    JobLane lane;
    QThread* worker = nullptr;
    QThread* delivered = nullptr;
    int value = 0;
    QVERIFY(lane.start<int>(
        u"count"_s, this,
        [&](const JobControl& control) -> Result<int> {
            worker = QThread::currentThread();
            return control.threads > 0 ? 42 : -1;
        },
        {},
        [&](Result<int> result) {
            delivered = QThread::currentThread();
            value = result.value();
        }));
    QVERIFY(lane.busy());
    QCOMPARE(lane.jobName(), u"count"_s);
    QTRY_COMPARE(value, 42);
    QCOMPARE(delivered, thread());
    QVERIFY(worker != thread());
    QVERIFY(!lane.busy());
    QCOMPARE(lane.jobName(), QString());
}

void TestJobLane::freesTheLaneBeforeDone() {
    JobLane lane;
    QSignalSpy busy(&lane, &JobLane::busyChanged);
    int second = 0;
    lane.start<int>(
        u"first"_s, this, [](const JobControl&) -> Result<int> { return 1; }, {},
        [&](const Result<int>&) {
            QVERIFY(!lane.busy());
            QVERIFY(lane.start<int>(
                u"second"_s, this, [](const JobControl&) -> Result<int> { return 2; }, {},
                [&](const Result<int>& result) { second = *result; }));
        });
    QTRY_COMPARE(second, 2);
    QTRY_COMPARE(busy.count(), 2); // on and off once: the lane was never idle to the outside in between
    QCOMPARE(busy.at(0).at(0).toBool(), true);
    QCOMPARE(busy.at(1).at(0).toBool(), false);
}

void TestJobLane::refusesASecondJob() {
    JobLane lane;
    bool finished = false;
    QVERIFY(
        lane.start<int>(u"first"_s, this, untilStopped, {}, [&](const Result<int>&) { finished = true; }));
    QVERIFY(!lane.start<int>(
        u"second"_s, this, [](const JobControl&) -> Result<int> { qFatal("must not run"); }, {},
        [](const Result<int>&) { qFatal("must not be called"); }));
    QCOMPARE(lane.jobName(), u"first"_s);
    lane.cancel();
    QTRY_VERIFY(finished);
}

void TestJobLane::turnsExceptionsIntoErrors_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("standard") << 0 << u"the matrix is on fire"_s;
    QTest::newRow("memory") << 1 << QString::fromLatin1(std::bad_alloc().what());
    QTest::newRow("foreign") << 2 << u"unknown exception"_s;
}

void TestJobLane::turnsExceptionsIntoErrors() {
    QFETCH(int, kind);
    QFETCH(QString, detail);
    JobLane lane;
    std::optional<Error> error;
    lane.start<int>(
        u"throw"_s, this,
        [kind](const JobControl&) -> Result<int> {
            if (kind == 0)
                throw std::runtime_error("the matrix is on fire");
            if (kind == 1)
                throw std::bad_alloc();
            throw 7;
        },
        {}, [&](const Result<int>& result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::Internal);
    QCOMPARE(QString::fromStdString(error->detail), detail);
}

void TestJobLane::cancelIsAnOutcome() {
    JobLane lane;
    std::optional<ErrorCode> code;
    QElapsedTimer timer;
    lane.start<int>(u"long"_s, this, untilStopped, {},
                    [&](const Result<int>& result) { code = result.error().code; });
    QTest::qWait(20);
    QVERIFY(!code);
    timer.start();
    lane.cancel();
    QTRY_VERIFY(code);
    QCOMPARE(*code, ErrorCode::Cancelled);
    QCOMPARE_LT(timer.elapsed(), 500);
}

void TestJobLane::cancelWinsOverALateSuccess() {
    JobLane lane;
    std::atomic<bool> worked = false;
    std::optional<ErrorCode> code;
    lane.start<int>(
        u"quick"_s, this,
        [&](const JobControl&) -> Result<int> {
            worked = true;
            return 5;
        },
        {},
        [&](const Result<int>& result) { code = result.ok() ? ErrorCode::Internal : result.error().code; });
    while (!worked)
        std::this_thread::sleep_for(1ms);
    lane.cancel(); // finished, but not delivered yet
    QTRY_VERIFY(code);
    QCOMPARE(*code, ErrorCode::Cancelled);
}

void TestJobLane::deliversNothingToADeadContext() {
    JobLane lane;
    auto context = std::make_unique<QObject>();
    lane.start<int>(
        u"orphan"_s, context.get(),
        [](const JobControl& control) -> Result<int> {
            control.report(0.5);
            std::this_thread::sleep_for(60ms);
            return 1;
        },
        [](double) { qFatal("progress after the context's end"); },
        [](const Result<int>&) { qFatal("outcome after the context's end"); });
    context.reset();
    QTRY_VERIFY(!lane.busy());
}

void TestJobLane::throttlesProgressAndKeepsTheLast() {
    JobLane lane;
    std::vector<double> seen;
    bool done = false;
    bool lastBeforeDone = false;
    QElapsedTimer timer;
    timer.start();
    lane.start<int>(
        u"chatty"_s, this,
        [](const JobControl& control) -> Result<int> {
            constexpr int steps = 3000;
            for (int i = 1; i <= steps; ++i) {
                control.report(static_cast<double>(i) / steps);
                std::this_thread::sleep_for(100us);
            }
            return 0;
        },
        [&](double fraction) {
            QCOMPARE(QThread::currentThread(), thread());
            seen.push_back(fraction);
        },
        [&](const Result<int>&) {
            done = true;
            lastBeforeDone = !seen.empty() && seen.back() == 1.0;
        });
    QTRY_VERIFY(done);
    QVERIFY(lastBeforeDone);
    QVERIFY(seen.size() >= 2);
    QCOMPARE_LE(static_cast<qint64>(seen.size()), timer.elapsed() / 40 + 2);
    QVERIFY(std::ranges::is_sorted(seen));
}

void TestJobLane::destructorStopsAndWaits() {
    std::atomic<bool> left = false;
    {
        JobLane lane;
        std::atomic<bool> entered = false;
        lane.start<int>(
            u"long"_s, this,
            [&](const JobControl& control) -> Result<int> {
                entered = true;
                Result<int> result = untilStopped(control);
                left = true;
                return result;
            },
            {}, [](const Result<int>&) { qFatal("outcome of a destroyed lane"); });
        while (!entered)
            std::this_thread::sleep_for(1ms);
    }
    QVERIFY(left);
    QCoreApplication::processEvents();
}

void TestJobLane::survivesItsDestructionInsideDone() {
    auto lane = std::make_unique<JobLane>();
    bool called = false;
    lane->start<int>(
        u"last"_s, this, [](const JobControl&) -> Result<int> { return 1; }, {},
        [&](const Result<int>&) {
            called = true;
            lane.reset();
        });
    QTRY_VERIFY(called);
    QVERIFY(!lane);
}

/// Large captures of the work die on the worker, those of done on the UI thread.
void TestJobLane::passesMoveOnlyCaptureLifetimes() {
    struct Probe {
        QThread** slot;
        ~Probe() { *slot = QThread::currentThread(); }
    };
    JobLane lane;
    QThread* workEnd = nullptr;
    QThread* doneEnd = nullptr;
    bool called = false;
    {
        auto inWork = std::make_shared<Probe>(&workEnd);
        auto inDone = std::make_shared<Probe>(&doneEnd);
        lane.start<int>(
            u"probe"_s, this, [probe = std::move(inWork)](const JobControl&) -> Result<int> { return 1; }, {},
            [probe = std::move(inDone), &called](const Result<int>&) { called = true; });
    }
    QTRY_VERIFY(called);
    QTRY_VERIFY(doneEnd);
    QCOMPARE(doneEnd, thread());
    QVERIFY(workEnd);
    QVERIFY(workEnd != thread());
}

QTEST_GUILESS_MAIN(TestJobLane)
#include "tst_joblane.moc"
