#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "tests/testdata.h"
#include "ui/metrictext.h"
#include "ui/pages/comparereproduce.h"
#include "ui/theme.h"
#include "ui/widgets/reproductiontable.h"
#include "ui/widgets/runstatus.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    Stand()
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1160, 580);
        page.show();
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    bool load(const QString& location) {
        QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
        services->datasets.load(location);
        return QTest::qWaitFor([&loaded] { return loaded.count() == 1; }, 60'000);
    }
    ReproductionTable& table() { return *find<ReproductionTable>("reproductionTable"); }
    QString cell(const QString& id, int column) {
        auto* model = static_cast<ReproductionModel*>(table().model());
        return model->indexOf(id).siblingAtColumn(column).data().toString();
    }
    void select(const QStringList& ids) {
        auto* model = static_cast<ReproductionModel*>(table().model());
        table().clearSelection();
        for (const QString& id : ids)
            table().selectionModel()->setCurrentIndex(model->indexOf(id), QItemSelectionModel::Select |
                                                                              QItemSelectionModel::Rows);
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    CompareReproduce page;
};

ReproductionResult made(std::vector<ReproducedValue> values) {
    ReproductionResult result;
    result.id = "T1";
    result.values = std::move(values);
    result.seconds = 1.5;
    result.explanation = "what must be right";
    return result;
}

ReproducedValue value(double published, double ours, double tolerance, int digits = 6) {
    ReproducedValue made;
    made.metric = "RMSE";
    made.published = published;
    made.ours = ours;
    made.tolerance = tolerance;
    made.publishedDigits = digits;
    return made;
}

} // namespace

class TestCompareReproduce : public QObject {
    Q_OBJECT

private slots:
    void verdictsHaveSignAndWords_data();
    void verdictsHaveSignAndWords();
    void modelGrowsAndShrinks();
    void disagreementIsNotAColourAlone();
    void failureIsNoResult();
    void saysWhatItNeeds();
    void runsWhatIsSelected();
    void cancelLeavesNothingHalfDone();
    void busyLaneIsToldInASentence();
};

void TestCompareReproduce::verdictsHaveSignAndWords_data() {
    QTest::addColumn<double>("published");
    QTest::addColumn<double>("ours");
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("to the last digit") << 0.106959 << 0.1069591 << 5e-7 << 6 << u"✓ equal to 6 digit(s)"_s;
    QTest::newRow("within") << 0.934 << 0.9362 << 0.003 << 3 << u"✓ within ±0.003"_s;
    QTest::newRow("too high") << 0.934 << 0.941 << 0.003 << 3 << u"✗ off by +0.007"_s;
    QTest::newRow("too low") << 0.934 << 0.9 << 0.003 << 3 << u"✗ off by −0.034"_s;
    QTest::newRow("no number") << 0.934 << std::nan("") << 0.003 << 3 << u"✗ no value"_s;
}

void TestCompareReproduce::verdictsHaveSignAndWords() {
    QFETCH(double, published);
    QFETCH(double, ours);
    QFETCH(double, tolerance);
    QFETCH(int, digits);
    QFETCH(QString, verdict);
    QCOMPARE(verdictText(value(published, ours, tolerance, digits)), verdict);
}

void TestCompareReproduce::modelGrowsAndShrinks() {
    ReproductionModel model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRow({u"T1"_s, u"first"_s, u"paper"_s, {}, nullptr, {}});
    model.setRow({u"T2"_s, u"second"_s, u"paper"_s, {}, nullptr, {}});
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.indexOf(u"T1"_s);
    QCOMPARE(model.rowCount(first), 0);
    const auto result =
        std::make_shared<const ReproductionResult>(made({value(0.5, 0.5, 0), value(0.25, 0.25, 0)}));
    model.setRow({u"T1"_s, u"first"_s, u"paper"_s, ReproductionService::State::Done, result, {}});
    QCOMPARE(inserted.count(), 3);
    QCOMPARE(model.rowCount(first), 2);
    const QModelIndex figure = model.index(1, ReproductionModel::PublishedColumn, first);
    QCOMPARE(figure.parent(), first);
    QCOMPARE(figure.data().toString(), QLocale().toString(0.25, 'f', 6));
    QCOMPARE(model.rowAt(figure)->id, u"T1"_s);
    // A new run takes the figures away before it brings others.
    model.setRow({u"T1"_s, u"first"_s, u"paper"_s, ReproductionService::State::Waiting, nullptr, {}});
    QCOMPARE(model.rowCount(first), 0);
    const auto other = std::make_shared<const ReproductionResult>(made({value(0.5, 0.6, 0)}));
    model.setRow({u"T1"_s, u"first"_s, u"paper"_s, ReproductionService::State::Done, other, {}});
    QCOMPARE(model.rowCount(first), 1);
    QVERIFY(!model.indexOf(u"T9"_s).isValid());
}

void TestCompareReproduce::disagreementIsNotAColourAlone() {
    ReproductionModel model;
    const auto result =
        std::make_shared<const ReproductionResult>(made({value(0.5, 0.5, 0), value(0.5, 0.51, 0.001, 3)}));
    model.setRow({u"T1"_s, u"first"_s, u"paper"_s, ReproductionService::State::Done, result, {}});
    const QModelIndex target = model.indexOf(u"T1"_s);
    const QModelIndex verdict = target.siblingAtColumn(ReproductionModel::VerdictColumn);
    QCOMPARE(verdict.data().toString(), u"✗ 1 of 2 agree"_s);
    QVERIFY(verdict.data(ReproductionModel::DisagreesRole).toBool());
    const QModelIndex good = model.index(0, ReproductionModel::VerdictColumn, target);
    const QModelIndex bad = model.index(1, ReproductionModel::VerdictColumn, target);
    QVERIFY(good.data().toString().startsWith(u"✓"_s) &&
            !good.data(ReproductionModel::DisagreesRole).toBool());
    QVERIFY(bad.data().toString().startsWith(u"✗"_s) && bad.data(ReproductionModel::DisagreesRole).toBool());
    QCOMPARE(model.index(1, ReproductionModel::DifferenceColumn, target).data().toString(), u"+0.010"_s);
    QVERIFY(bad.data(Qt::ToolTipRole).toString().contains(u"±0.001"_s));
}

void TestCompareReproduce::failureIsNoResult() {
    ReproductionModel model;
    model.setRow(
        {u"T1"_s, u"first"_s, u"paper"_s, ReproductionService::State::Failed, nullptr, u"no folds"_s});
    const QModelIndex target = model.indexOf(u"T1"_s);
    const QModelIndex verdict = target.siblingAtColumn(ReproductionModel::VerdictColumn);
    QVERIFY(verdict.data().toString().startsWith(u"✗"_s));
    QVERIFY(verdict.data(Qt::ToolTipRole).toString().contains(u"no folds"_s));
    QCOMPARE(target.siblingAtColumn(ReproductionModel::TimeColumn).data().toString(), notMeasuredText());
}

void TestCompareReproduce::saysWhatItNeeds() {
    Stand stand;
    auto* text = stand.find<QLabel>("reproduceNeedsText");
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"MovieLens 100K"_s));
    QVERIFY(!stand.find<QPushButton>("reproduceOpenKnown")->isVisible());
    QSignalSpy open(&stand.page, &CompareReproduce::openFolderRequested);
    QSignalSpy download(&stand.page, &CompareReproduce::downloadRequested);
    stand.find<QPushButton>("reproduceOpenFolder")->click();
    stand.find<QPushButton>("reproduceDownload")->click();
    QCOMPARE(open.count(), 1);
    QCOMPARE(download.count(), 1);

    test::SnapshotOptions untrained;
    untrained.trained = false;
    stand.services->store.publish(test::makeSnapshot(untrained));
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"fixture"_s)); // what is loaded instead
}

void TestCompareReproduce::runsWhatIsSelected() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QVERIFY(!stand.find<QLabel>("reproduceNeedsText")->isVisible());
    auto* status = stand.find<RunStatus>("reproduceStatus");
    auto* runSelected = stand.find<QPushButton>("runStatusSecondAction");
    QVERIFY(!runSelected->isVisible()); // nothing is selected
    QCOMPARE(stand.table().model()->rowCount(), static_cast<int>(reproductionTargets().size()));
    QCOMPARE(stand.cell(u"T5"_s, ReproductionModel::TimeColumn), notMeasuredText());

    stand.select({u"T3"_s, u"T5"_s});
    QVERIFY(runSelected->isVisible());
    QSignalSpy finished(&stand.services->reproduction, &ReproductionService::finished);
    runSelected->click();
    QVERIFY(stand.find<QPushButton>("cancelTraining")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(stand.cell(u"T5"_s, ReproductionModel::VerdictColumn), u"✓ 2 of 2 agree"_s);
    QCOMPARE(stand.cell(u"T1"_s, ReproductionModel::VerdictColumn), u"not run yet"_s);
    QVERIFY2(status->heading().startsWith(u"✓ 4 of 4"_s), qPrintable(status->heading()));
    const auto result = stand.services->reproduction.result(u"T5"_s);
    QCOMPARE(stand.cell(u"T5"_s, ReproductionModel::TimeColumn), formatSeconds(result->seconds));
    stand.select({u"T5"_s});
    QVERIFY(stand.find<QLabel>("reproduceExplanation")
                ->text()
                .contains(QString::fromStdString(result->explanation)));
    QVERIFY(stand.find<QLabel>("reproduceVerdict")->isVisible());
    const QModelIndex target = static_cast<ReproductionModel*>(stand.table().model())->indexOf(u"T5"_s);
    QVERIFY(stand.table().isExpanded(target));
    const QModelIndex ours = stand.table().model()->index(0, ReproductionModel::OursColumn, target);
    QCOMPARE(ours.data().toString(), formatMetric(result->values[0].ours, result->values[0].publishedDigits));
}

void TestCompareReproduce::cancelLeavesNothingHalfDone() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    QSignalSpy finished(&stand.services->reproduction, &ReproductionService::finished);
    stand.find<QPushButton>("runStatusAction")->click(); // all of them
    QVERIFY(stand.services->reproduction.running());
    stand.find<QPushButton>("cancelTraining")->click();
    QVERIFY(!stand.find<QPushButton>("cancelTraining")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QCOMPARE(finished.first().first().toBool(), true);
    QVERIFY(stand.find<RunStatus>("reproduceStatus")->sentence().contains(u"Cancelled"_s));
    QCOMPARE(stand.cell(u"P0"_s, ReproductionModel::VerdictColumn), u"not run yet"_s);
    QVERIFY(stand.find<QPushButton>("runStatusAction")->isVisible());
}

void TestCompareReproduce::busyLaneIsToldInASentence() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    Stand stand;
    QVERIFY(stand.load(folder));
    std::atomic<bool> release = false;
    bool done = false;
    QVERIFY(stand.services->computeLane.start<int>(
        u"other job"_s, &stand.page,
        [&release](const JobControl&) -> Result<int> {
            while (!release)
                std::this_thread::yield();
            return 1;
        },
        {}, [&done](const Result<int>&) { done = true; }));
    stand.find<QPushButton>("runStatusAction")->click();
    QVERIFY(stand.find<RunStatus>("reproduceStatus")->heading().contains(u"Another job"_s));
    release = true;
    QTRY_VERIFY(done);
}

QTEST_MAIN(TestCompareReproduce)
#include "tst_comparereproduce.moc"
