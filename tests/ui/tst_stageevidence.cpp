#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "tests/ui/stagefixture.h"
#include "ui/charts/evidencefigures.h"
#include "ui/charts/figureview.h"
#include "ui/comparetext.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/format.h"
#include "ui/metrictext.h"
#include "ui/pages/stageevidence.h"
#include "ui/replaytext.h"
#include "ui/theme.h"
#include "ui/widgets/demonumberspanel.h"
#include "ui/widgets/figuresave.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/replaypanel.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/simulatorpanel.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    enum class Start { Empty, Untrained, Trained };

    explicit Stand(Start start = Start::Trained)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1180, 560);
        if (start == Start::Trained)
            services->store.publish(snapshot);
        else if (start == Start::Untrained)
            services->store.publish(test::untrained(snapshot));
        page.show();
    }
    template<typename T>
    T* find(const char* name, QWidget* in = nullptr) {
        T* found = (in ? in : &page)->findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    QPushButton* action(const char* panel) {
        return find<QPushButton>("runStatusAction", find<QWidget>(panel));
    }
    QString cell(int row, int column) { return find<QTableWidget>("replayTable")->item(row, column)->text(); }

    static inline const ModelSnapshot snapshot = test::generatedSnapshot();
    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    StageEvidence page;
};

} // namespace

class TestStageEvidence : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void ruleTestPrintsTheTable();
    void knownUsersAreAskedForClicks();
    void cancelledTestSaysIncomplete();
    void verdictsAreWords();
    void numbersAreThoseMeasured();
    void simulatorRunsPausesAndEnds();
    void savesTheChart();
    void keyboardAlone();
};

void TestStageEvidence::saysWhatIsMissing() {
    Stand stand(Stand::Start::Empty);
    QVERIFY(stand.find<QWidget>("evidenceEmpty")->isVisible());
    QSignalSpy data(&stand.page, &StageEvidence::dataRequested);
    stand.find<QPushButton>("evidenceEmptyButton")->click();
    QCOMPARE(data.count(), 1);
    // The rule test trains models of its own; the numbers are about the trained one.
    Stand untrained(Stand::Start::Untrained);
    QVERIFY(!untrained.find<QWidget>("evidenceEmpty")->isVisible());
    untrained.page.showPanel(u"numbers"_s);
    QVERIFY(untrained.find<QWidget>("evidenceEmpty")->isVisible());
    QSignalSpy train(&untrained.page, &StageEvidence::trainRequested);
    untrained.find<QPushButton>("evidenceEmptyButton")->click();
    QCOMPARE(train.count(), 1);
    untrained.services->store.publish(Stand::snapshot);
    QVERIFY(!untrained.find<QWidget>("evidenceEmpty")->isVisible());
    QCOMPARE(untrained.text("demoDistinctValue"), u"not measured"_s);
}

void TestStageEvidence::ruleTestPrintsTheTable() {
    Stand stand;
    QVERIFY(!stand.find<QTableWidget>("replayTable")->isVisible());
    QVERIFY(stand.find<FigureView>("replayChart")->figure().empty());
    QSignalSpy finished(&stand.services->replay, &ReplayService::finished);
    stand.action("replayStatus")->click();
    QVERIFY(stand.services->replay.running());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    const auto table = stand.services->replay.table();
    QVERIFY(table && table->complete);
    QCOMPARE(stand.find<QTableWidget>("replayTable")->rowCount(), static_cast<int>(table->rows.size()));
    for (int row = 0; row < static_cast<int>(table->rows.size()); ++row) {
        const ReplayRow& expected = table->rows[static_cast<std::size_t>(row)];
        QCOMPARE(stand.cell(row, 0), replayRowName(expected));
        QCOMPARE(stand.cell(row, 1), formatMetric(expected.ndcg));
        QCOMPARE(stand.cell(row, 2), intervalText(MetricId::Ndcg, expected.interval, false));
        if (isReplayReference(expected))
            QCOMPARE(stand.cell(row, 5), u"reference"_s);
        else
            QVERIFY(stand.cell(row, 3).startsWith(
                formatDifference(MetricId::Ndcg, expected.difference.difference)));
    }
    const Figure figure = stand.find<FigureView>("replayChart")->figure();
    QCOMPARE(figure.panels.size(), std::size_t{2});
    QCOMPARE(figure.panels[0].series[0].points[0].x, table->rows[0].ndcg);
    QCOMPARE(figure.panels[0].series[0].points[0].low, table->rows[0].interval.low);
    QVERIFY(stand.find<RunStatus>("replayStatus")->heading().contains(QString::number(table->users)));
}

void TestStageEvidence::knownUsersAreAskedForClicks() {
    Stand stand;
    auto* panel = stand.find<ReplayPanel>("replayPanel");
    QVERIFY(panel->options().users == ReplayUsers::New);
    QVERIFY(!stand.find<IntegerField>("replayRevealed")->isVisible());
    stand.find<QPushButton>("segment_random")->click();
    QVERIFY(panel->options().holdout == ReplayHoldout::Random);
    stand.find<QPushButton>("segment_known")->click();
    QVERIFY(stand.find<IntegerField>("replayRevealed")->isVisible());
    QVERIFY(!stand.find<SegmentedSwitch>("replayHoldout")->isVisible());
    stand.find<IntegerField>("replayRevealed")->setValue(5);
    stand.find<IntegerField>("replayK")->setValue(20);
    QVERIFY(panel->options().users == ReplayUsers::Known);
    QVERIFY(panel->options().holdout == ReplayHoldout::Newest);
    QCOMPARE(panel->options().revealed, 5);
    QCOMPARE(panel->options().k, 20);
    QVERIFY(stand.find<RunStatus>("replayStatus")->sentence().contains(u"5 like"_s));
}

void TestStageEvidence::cancelledTestSaysIncomplete() {
    ReplayTable table;
    table.users = 12;
    table.of = 90;
    table.rows = {ReplayRow{}, ReplayRow{}};
    table.rows[1].kind = ReplayRow::Kind::Popular;
    const Figure figure = replayFigure(&table, u"data"_s);
    QCOMPARE(figure.panels.size(), std::size_t{1}); // no differences before everybody was measured
    QVERIFY(figure.note.contains(u"12 of 90"_s));
    QVERIFY(std::isnan(figure.panels[0].series[0].points[0].low));
    QCOMPARE(replayVerdict(table, 1), notMeasuredText());
    QVERIFY(replaySentence(table, 1).isEmpty());
}

void TestStageEvidence::verdictsAreWords() {
    ReplayTable table;
    table.users = table.of = 90;
    table.complete = true;
    table.rows = {ReplayRow{}, ReplayRow{}, ReplayRow{}};
    table.reference = 1;
    table.rows[1].rule = ResolveRule{};
    table.rows[2].rule = MovingAverageRule{};
    PairedComparison& better = table.rows[0].difference;
    better = {.users = 90,
              .difference = 0.0164,
              .interval = {0.01, 0.02},
              .pValue = 0.0001,
              .adjustedP = 0.0002,
              .familySize = 2,
              .detectable = 0.004,
              .verdict = Verdict::Better};
    table.rows[2].difference = better;
    table.rows[2].difference.verdict = Verdict::NoDetectableDifference;
    QVERIFY(replayVerdict(table, 0).startsWith(u"better"_s));
    QCOMPARE(replayVerdict(table, 1), u"reference"_s);
    QVERIFY(replayVerdict(table, 2).startsWith(u"no detectable difference"_s));
    QVERIFY(replaySentence(table, 0).contains(u"+0.0164"_s));
    QVERIFY(replaySentence(table, 1).isEmpty());
    // A rule is not told by its colour alone: the reference has an edge, rows their names.
    const Figure figure = replayFigure(&table, u"data"_s);
    QVERIFY(figure.panels[0].series[1].look.emphasized);
    QCOMPARE(figure.panels[1].series.size(), std::size_t{2});
    QCOMPARE(figure.panels[0].y.ticks[2].label, u"Moving average, mix 0.2"_s);
}

void TestStageEvidence::numbersAreThoseMeasured() {
    Stand stand;
    stand.page.showPanel(u"numbers"_s);
    for (const char* name :
         {"demoDistinctValue", "demoOverlapValue", "demoNewcomersValue", "demoLatencyValue"})
        QCOMPARE(stand.text(name), u"not measured"_s);
    QSignalSpy finished(&stand.services->numbers, &DemoNumbersService::finished);
    stand.action("demoStatus")->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    const auto numbers = stand.services->numbers.numbers();
    QVERIFY(numbers != nullptr);
    QCOMPARE(stand.text("demoDistinctValue"), formatPercent(numbers->distinctLists, 1));
    QCOMPARE(stand.text("demoOverlapValue"), formatPercent(numbers->meanOverlap, 1));
    QCOMPARE(stand.text("demoNewcomersValue"), formatPercent(numbers->newcomerCoverage, 1));
    QVERIFY(stand.text("demoLatencyValue").startsWith(formatCount(std::llround(numbers->median))));
    QVERIFY(stand.text("demoOverlapAgainst")
                .replace(QChar::Nbsp, u' ')
                .contains(formatPercent(10.0 / test::generatedFilms, 2)));
    const Figure figure = stand.find<FigureView>("demoChange")->figure();
    QCOMPARE(figure.panels[0].series.size(), std::size_t{3});
    for (std::size_t i = 0; i < numbers->change.size(); ++i) {
        QCOMPARE(figure.panels[0].series[2].points[i].y, numbers->change[i].model);
        QCOMPARE(figure.panels[0].series[1].points[i].y, numbers->change[i].random);
        QCOMPARE(figure.panels[0].series[0].points[i].y, numbers->change[i].popular);
    }
    stand.services->store.publish(test::untrained(Stand::snapshot));
    QCOMPARE(stand.text("demoDistinctValue"), u"not measured"_s); // gone with its model
}

void TestStageEvidence::simulatorRunsPausesAndEnds() {
    Stand stand;
    stand.page.showPanel(u"simulator"_s);
    SimulatorService& service = stand.services->simulator;
    auto* start = stand.find<QPushButton>("simulatorStart");
    auto* stop = stand.find<QPushButton>("simulatorStop");
    QVERIFY(stand.text("simulatorTitle").contains(u"imulated"_s));
    QVERIFY(!stop->isEnabled());
    stand.find<NumberField>("simulatorRate")->setValue(200);
    QCOMPARE(service.rate(), 200);
    start->click();
    QTRY_VERIFY(service.run() && service.run()->points.size() >= 5);
    QVERIFY(stand.text("simulatorTitle").contains(u"simulated"_s));
    start->click();
    QTRY_COMPARE(service.state(), SimulatorService::State::Paused);
    QTRY_VERIFY(!stand.services->computeLane.busy());
    const SimulatorPoint point = service.run()->points.back();
    QCOMPARE(stand.text("simulatorWithValue"), formatPercent(point.overall.withUpdates, 1));
    QCOMPARE(stand.text("simulatorWithoutValue"), formatPercent(point.overall.withoutUpdates, 1));
    QCOMPARE(stand.text("simulatorPopularValue"), formatPercent(point.overall.popular, 1));
    const Figure figure = stand.find<FigureView>("simulatorChart")->figure();
    QVERIFY(figure.title.contains(u"Simulated"_s));
    QCOMPARE(figure.panels[0].series[2].points.back().y, point.overall.withUpdates);
    start->click();
    QTRY_COMPARE(service.state(), SimulatorService::State::Running);
    stop->click();
    QTRY_COMPARE(service.state(), SimulatorService::State::Finished);
    QVERIFY(!stop->isEnabled() && start->isEnabled());
    QVERIFY(stand.text("simulatorWithValue").endsWith(u'%')); // what was measured stays
}

void TestStageEvidence::savesTheChart() {
    Stand stand;
    auto* save = stand.find<FigureSaveButton>("replaySave");
    QVERIFY(!save->isEnabled());
    QSignalSpy finished(&stand.services->replay, &ReplayService::finished);
    stand.action("replayStatus")->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY(save->isEnabled());
    const QString path = stand.folder.filePath(u"rules.svg"_s);
    filedialogs::setNextAnswer(path);
    stand.find<QAction>("save_svg", save)->trigger();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("<svg"));
    QVERIFY(stand.find<Notice>("replayNotice")->isVisible());
    filedialogs::setNextAnswer(stand.folder.filePath(u"no/such/folder/rules.svg"_s));
    QSignalSpy failed(save, &FigureSaveButton::failed);
    stand.find<QAction>("save_svg", save)->trigger();
    QCOMPARE(failed.count(), 1);
}

void TestStageEvidence::keyboardAlone() {
    Stand stand;
    stand.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stand.page));
    auto* first = stand.find<QPushButton>("segment_rules");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(stand.page.currentPanel(), u"numbers"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(stand.page.currentPanel(), u"simulator"_s);
    for (const QPushButton* button : stand.page.findChildren<QPushButton*>())
        if (button->isVisible() && !button->isCheckable()) // of a switch the chosen one takes the focus
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
}

QTEST_MAIN(TestStageEvidence)
#include "tst_stageevidence.moc"
