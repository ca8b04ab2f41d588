#include "core/services/services.h"
#include "tests/testdata.h"
#include "ui/mainwindow.h"
#include "ui/pages/trainpage.h"
#include "ui/theme.h"
#include "ui/widgets/linechart.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

constexpr double longestStall = 50.0; ///< milliseconds, ui.md
constexpr double longestCancel = 500.0;
constexpr int attempts = 3; ///< other work on the machine may spoil one, hardly three

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// A heartbeat of 5 ms on this thread, and another on a thread that does nothing else: what the second one
/// misses is the machine's doing, not the program's.
class StallMeter {
public:
    StallMeter() {
        m_clock.start();
        m_cpu = threadMilliseconds();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(5);
        m_control = std::jthread([this](const std::stop_token& stop) { watchMachine(stop); });
    }
    void stop() {
        m_timer.stop();
        m_control.request_stop();
        m_control.join();
    }

    double wall() const { return m_wall; } ///< longest time between two beats
    double cpu() const { return m_busy; }  ///< most processor time of this thread between two beats
    double machine() const { return m_machine; }
    int beats() const { return m_beats; }

    /// The program kept the promise, or the machine demonstrably kept everybody waiting.
    bool promiseKept() const {
        return m_wall <= longestStall || (m_busy <= longestStall && m_machine > longestStall / 2);
    }

private:
    void beat() {
        const double cpu = threadMilliseconds();
        m_wall = std::max(m_wall, 1e-6 * static_cast<double>(m_clock.nsecsElapsed()));
        m_busy = std::max(m_busy, cpu - m_cpu);
        m_clock.restart();
        m_cpu = cpu;
        ++m_beats;
    }
    void watchMachine(const std::stop_token& stop) {
        QElapsedTimer clock;
        while (!stop.stop_requested()) {
            clock.start();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            m_machine = std::max(m_machine.load(), 1e-6 * static_cast<double>(clock.nsecsElapsed()));
        }
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::jthread m_control;
    std::atomic<double> m_machine = 0.0;
    double m_cpu = 0.0;
    double m_wall = 0.0;
    double m_busy = 0.0;
    int m_beats = 0;
};

/// The whole window on the Train page with ml-100k loaded.
struct Stand {
    Stand()
        : services(Services::create(folder.path()).value())
        , window(*services, theme) {
        window.resize(1280, 720);
        window.showPage(u"train"_s);
        window.show();
    }
    bool load(const QString& location) {
        QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
        services->datasets.load(location);
        return QTest::qWaitFor([&loaded] { return loaded.count() == 1; }, 60'000);
    }
    template<typename T>
    T* find(const char* name) {
        // On this page: other pages show the state of their runs with the same widgets.
        T* found = window.findChild<TrainPage*>()->findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    MainWindow window;
};

} // namespace

class TestTrainResponse : public QObject {
    Q_OBJECT

private slots:
    void meterSeesBusyAndWaitingStalls();
    void windowNeverStallsWhileTraining();
    void cancelWorksAtOnce_data();
    void cancelWorksAtOnce();
};

void TestTrainResponse::meterSeesBusyAndWaitingStalls() {
    StallMeter waiting;
    QTest::qWait(20);
    QThread::msleep(120);
    QTest::qWait(20);
    waiting.stop();
    QVERIFY(waiting.wall() > 100.0);

    StallMeter busy;
    QTest::qWait(20);
    const double until = threadMilliseconds() + 120.0;
    while (threadMilliseconds() < until) {
    }
    QTest::qWait(20);
    busy.stop();
    QVERIFY(busy.cpu() > 100.0);
    QVERIFY(!busy.promiseKept());
}

void TestTrainResponse::windowNeverStallsWhileTraining() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    bool kept = false;
    for (int attempt = 1; attempt <= attempts && !kept; ++attempt) {
        QSignalSpy points(&stand.services->training, &TrainingService::pointAdded);
        QSignalSpy finished(&stand.services->training, &TrainingService::finished);
        StallMeter meter;
        stand.find<QPushButton>("startTraining")->click();
        QVERIFY(QTest::qWaitFor([&finished] { return finished.count() == 1; }, 60'000));
        QTest::qWait(100); // what finishing leaves to do belongs to it
        meter.stop();
        QVERIFY(stand.find<LineChart>("lossChart")->isVisible());
        QVERIFY(points.count() >= 30);
        QVERIFY(meter.beats() > 20);
        kept = meter.promiseKept();
        qInfo(
            "training ml-100k, %d half-steps: longest stall %.1f ms (limit %.0f), most processor time of the "
            "interface between two beats %.1f ms, longest stall of an idle thread %.1f ms",
            static_cast<int>(points.count()), meter.wall(), longestStall, meter.cpu(), meter.machine());
    }
    QVERIFY2(kept, "the window stalled for more than 50 ms in each attempt");
}

void TestTrainResponse::cancelWorksAtOnce_data() {
    using Phase = TrainingService::Phase;
    QTest::addColumn<TrainingService::Phase>("phase");
    QTest::newRow("training") << Phase::Training;
    QTest::newRow("measuring") << Phase::Evaluating;
}

void TestTrainResponse::cancelWorksAtOnce() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    QFETCH(TrainingService::Phase, phase);
    Stand stand;
    QVERIFY(stand.load(folder));
    const auto before = stand.services->store.snapshot();
    stand.find<QSpinBox>("factors")->setValue(128);
    stand.find<QSpinBox>("iterations")->setValue(phase == TrainingService::Phase::Training ? 1000 : 1);
    double fastest = 1e9;
    for (int attempt = 1; attempt <= attempts && fastest > longestCancel; ++attempt) {
        QSignalSpy cancelled(&stand.services->training, &TrainingService::cancelled);
        stand.find<QPushButton>("startTraining")->click();
        QVERIFY(QTest::qWaitFor([&] { return stand.services->training.phase() == phase; }, 30'000));
        QElapsedTimer clock;
        clock.start();
        stand.find<QPushButton>("cancelTraining")->click();
        QVERIFY(QTest::qWaitFor([&cancelled] { return cancelled.count() == 1; }, 30'000));
        fastest = std::min(fastest, 1e-6 * static_cast<double>(clock.nsecsElapsed()));
    }
    qInfo("cancelled after %.0f ms (limit %.0f)", fastest, longestCancel);
    QVERIFY(fastest <= longestCancel);
    QVERIFY(stand.services->store.snapshot() == before);
    QCOMPARE(stand.window.findChild<TrainPage*>()->state(), TrainPage::State::Cancelled);
    QVERIFY(stand.services->workspace().runs().value().empty());
}

QTEST_MAIN(TestTrainResponse)
#include "tst_trainresponse.moc"
