#include "core/recsys/algorithms/catalogue.h"
#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "ui/metrictext.h"
#include "ui/models/trialsmodel.h"
#include "ui/pages/comparetune.h"
#include "ui/parametertext.h"
#include "ui/theme.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/trialchart.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    explicit Stand(bool withData = true)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1160, 580);
        page.show();
        if (withData) {
            test::SnapshotOptions untrained;
            untrained.trained = false;
            services->store.publish(test::makeSnapshot(untrained));
            chooseAlgorithm("als-ials");
            set("factors", u"6"_s);
            set("iterations", u"3"_s);
        }
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    void chooseAlgorithm(const char* key) {
        auto* box = find<QComboBox>("tuneAlgorithm");
        box->setCurrentIndex(box->findData(QString::fromLatin1(key)));
    }
    QLineEdit* values(const char* parameter) {
        return find<QLineEdit>(("tuneValues_" + std::string(parameter)).c_str());
    }
    void set(const char* parameter, const QString& text) { values(parameter)->setText(text); }
    bool startable() { return find<QPushButton>("tuneStart")->isEnabled(); }
    QString summary() { return find<QLabel>("tuneSummary")->text(); }
    bool search() {
        QSignalSpy finished(&services->tune, &TuneService::finished);
        find<QPushButton>("tuneStart")->click();
        return QTest::qWaitFor([&finished] { return finished.count() == 1; }, 60'000);
    }
    QString cell(int row, int column) {
        return find<QTableView>("tuneTrialsTable")->model()->index(row, column).data().toString();
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    CompareTune page;
};

/// Two axes of two values: scores .1, NaN, .3, .2.
std::shared_ptr<const TuneResult> madeResult(MetricId metric = MetricId::Ndcg) {
    auto result = std::make_shared<TuneResult>();
    result->request.base = AlsParameters();
    result->request.metric = metric;
    result->request.axes = {{"regularization", {0.01, 0.1}}, {"unobservedWeight", {0.1, 1.0}}};
    const double scores[] = {0.1, std::nan(""), 0.3, 0.2};
    for (std::size_t i = 0; i < 4; ++i) {
        TuneTrial trial;
        trial.specification = AlsParameters();
        trial.values = {i / 2 ? 0.1 : 0.01, i % 2 ? 1.0 : 0.1};
        trial.score = scores[i];
        trial.seconds = 1.0;
        result->trials.push_back(trial);
    }
    result->best = 2;
    return result;
}

} // namespace

class TestCompareTune : public QObject {
    Q_OBJECT

private slots:
    void valuesAreParsedAsPeopleWriteThem_data();
    void valuesAreParsedAsPeopleWriteThem();
    void trialsAreInOrder();
    void saysWhatToDoWithoutData();
    void offersASearchForEveryAlgorithm();
    void refusedSearchesAreExplained_data();
    void refusedSearchesAreExplained();
    void gridBecomesAHeatMap();
    void oneAxisBecomesACurve();
    void randomDrawsBecomeDots();
    void moreAxesAreChosenFrom();
    void appliesWithItsBudget();
    void pictureAndListShareTheirChoice();
    void cancelKeepsTheTrials();
    void busyLaneIsToldInASentence();
};

void TestCompareTune::valuesAreParsedAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("blanks") << u"en_US"_s << u" 0.03  0.1 1 "_s << true << QList<double>{0.03, 0.1, 1.0};
    QTest::newRow("commas") << u"en_US"_s << u"0.03, 0.1,1"_s << true << QList<double>{0.03, 0.1, 1.0};
    QTest::newRow("semicolons") << u"de_DE"_s << u"0,03; 0,1;1"_s << true << QList<double>{0.03, 0.1, 1.0};
    QTest::newRow("points elsewhere") << u"de_DE"_s << u"0.03 0.1"_s << true << QList<double>{0.03, 0.1};
    QTest::newRow("exponent") << u"en_US"_s << u"1e-3"_s << true << QList<double>{0.001};
    QTest::newRow("nothing") << u"en_US"_s << u"  "_s << true << QList<double>{};
    QTest::newRow("a word") << u"en_US"_s << u"0.03 many"_s << false << QList<double>{};
    QTest::newRow("not finite") << u"en_US"_s << u"inf"_s << false << QList<double>{};
}

void TestCompareTune::valuesAreParsedAsPeopleWriteThem() {
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    QFETCH(QList<double>, values);
    const QLocale before;
    QLocale::setDefault(QLocale(locale));
    QString problem;
    const auto parsed = parseValues(text, &problem);
    const QString again = parsed ? valuesText(*parsed) : QString();
    const auto reparsed = parseValues(again);
    QLocale::setDefault(before);
    QCOMPARE(parsed.has_value(), accepted);
    QCOMPARE(problem.isEmpty(), accepted);
    if (accepted) {
        QCOMPARE(QList<double>(parsed->begin(), parsed->end()), values);
        QVERIFY(reparsed == parsed);
    }
}

void TestCompareTune::trialsAreInOrder() {
    TrialsModel model;
    QCOMPARE(model.rowCount(), 0);
    const auto result = madeResult();
    model.setResult(result);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 5);
    const int trials[] = {2, 3, 0, 1};
    for (int row = 0; row < 4; ++row) {
        QCOMPARE(model.trialOfRow(row), trials[row]);
        QCOMPARE(model.rowOfTrial(trials[row]), row);
    }
    QCOMPARE(model.index(0, 3).data().toString(), formatMetric(0.3));
    QCOMPARE(model.index(0, 1).data().toString(), valueText(0.1));
    QCOMPARE(model.index(3, 3).data().toString(), u"failed"_s);
    QCOMPARE(model.index(3, 0).data().toString(), notMeasuredText()); // no rank without a score
    model.setResult(madeResult(MetricId::PercentileRank));            // lower is better
    QCOMPARE(model.trialOfRow(0), 0);
    QCOMPARE(model.trialOfRow(2), 2);
    QCOMPARE(model.trialOfRow(3), 1);
    QCOMPARE(model.trialOfRow(4), -1);
}

void TestCompareTune::saysWhatToDoWithoutData() {
    Stand stand(false);
    QVERIFY(!stand.startable());
    QCOMPARE(stand.find<RunStatus>("tuneStatus")->heading(), u"No data set yet"_s);
    QSignalSpy requested(&stand.page, &CompareTune::pageRequested);
    stand.find<QPushButton>("runStatusAction")->click();
    QCOMPARE(requested.first().first().toString(), u"data"_s);
    QVERIFY(!stand.find<QPushButton>("tuneApply")->isEnabled());
}

void TestCompareTune::offersASearchForEveryAlgorithm() {
    Stand stand;
    auto* box = stand.find<QComboBox>("tuneAlgorithm");
    QCOMPARE_GT(box->count(), 8);
    QCOMPARE(box->findData(u"popular"_s), -1); // nothing to search
    for (int i = 0; i < box->count(); ++i) {
        box->setCurrentIndex(i);
        const std::string key = box->currentData().toString().toStdString();
        const auto fields = parameterFields(plainSpecification(key));
        const auto edits = stand.page.findChildren<QLineEdit*>(QRegularExpression(u"^tuneValues_"_s));
        QCOMPARE(static_cast<std::size_t>(edits.size()), fields.size());
        for (const QLineEdit* edit : edits)
            QVERIFY2(!edit->property("invalid").toBool(), qPrintable(edit->objectName()));
        QVERIFY2(stand.startable(), qPrintable(box->currentText() + u": "_s + stand.summary()));
    }
}

void TestCompareTune::refusedSearchesAreExplained_data() {
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a word") << u"regularization"_s << u"0.1 much"_s << u"much"_s;
    QTest::newRow("outside the limits") << u"regularization"_s << u"0.1 -1"_s << u"-1"_s;
    QTest::newRow("not whole") << u"factors"_s << u"8 8.5"_s << u"8.5"_s;
    QTest::newRow("empty") << u"factors"_s << u""_s << u"missing"_s;
}

void TestCompareTune::refusedSearchesAreExplained() {
    QFETCH(QString, parameter);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    Stand stand;
    QVERIFY(stand.startable());
    QLineEdit* edit = stand.values(parameter.toLatin1().constData());
    edit->setText(text);
    QVERIFY(!stand.startable());
    QVERIFY2(stand.summary().contains(reason), qPrintable(stand.summary()));
    QCOMPARE(edit->property("invalid").toBool(), true);
    stand.find<QPushButton>("tuneDefaults")->click();
    QVERIFY(stand.startable());

    for (const char* name : {"regularization", "unobservedWeight"})
        stand.set(name, u"0.1"_s);
    QVERIFY(!stand.startable()); // nothing left to search
    for (const char* name : {"regularization", "unobservedWeight", "regularizationExponent"})
        stand.set(name, u"0.1 0.2"_s);
    for (const char* name : {"factors", "iterations"})
        stand.set(name, u"2 3"_s);
    QVERIFY(!stand.startable()); // five
}

void TestCompareTune::gridBecomesAHeatMap() {
    Stand stand;
    stand.set("regularization", u"0.1 0.01 0.01"_s); // any order, twice the same
    stand.set("unobservedWeight", u"0.1 0.3 1"_s);
    QVERIFY2(stand.summary().contains(u"2 × 3 = 6"_s), qPrintable(stand.summary()));
    QSignalSpy trials(&stand.services->tune, &TuneService::trialFinished);
    QVERIFY(stand.search());
    QCOMPARE(trials.count(), 6);
    const auto result = stand.services->tune.result();
    QCOMPARE(result->trials.size(), 6U);
    auto* map = stand.find<HeatMap>("tuneHeatMap");
    QVERIFY(map->isVisible());
    QCOMPARE(map->data().cells.size(), 6U);
    const QString best = map->data().cell(map->data().best).details;
    QVERIFY(best.contains(formatMetric(result->trials[result->best].score, 6)));
    for (const HeatMapCell& cell : map->data().cells)
        QCOMPARE(cell.state, HeatMapCell::State::Measured);
    QCOMPARE(stand.cell(0, 3), formatMetric(result->trials[result->best].score));
    for (const TuneTrial& trial : result->trials) {
        QCOMPARE_LE(trial.score, result->trials[result->best].score);
        QCOMPARE(std::get<AlsParameters>(trial.specification).factors, 6);
    }
    QVERIFY(stand.find<RunStatus>("tuneStatus")
                ->heading()
                .contains(formatMetric(result->trials[result->best].score)));
    const QString budget = stand.find<QLabel>("tuneBudget")->text();
    QVERIFY2(budget.contains(u"test part was never looked at"_s), qPrintable(budget));
    QVERIFY(budget.contains(splitText(result->innerSplitName)));
    QVERIFY(stand.startable());
}

void TestCompareTune::oneAxisBecomesACurve() {
    Stand stand;
    stand.set("unobservedWeight", u"0.1"_s);
    stand.set("regularization", u"0.001 0.01 0.1"_s);
    QVERIFY(stand.search());
    auto* chart = stand.find<TrialChart>("tuneChart");
    QVERIFY(chart->isVisible());
    QVERIFY(chart->joined());
    QVERIFY(chart->logarithmic());
    QCOMPARE(chart->points().size(), 3U);
    QCOMPARE(chart->hitCount(), 3);
    const auto result = stand.services->tune.result();
    for (const TrialChart::Point& point : chart->points())
        QCOMPARE(point.y, result->trials[static_cast<std::size_t>(point.trial)].score);
    QVERIFY(!stand.find<QComboBox>("tuneAcross")->isVisible());
}

void TestCompareTune::randomDrawsBecomeDots() {
    Stand stand;
    stand.find<QComboBox>("tuneMode")->setCurrentIndex(1);
    QVERIFY(stand.find<QSpinBox>("tuneTrials")->isVisible());
    stand.find<QSpinBox>("tuneTrials")->setValue(5);
    QVERIFY(stand.summary().contains(u"5"_s));
    QVERIFY(stand.search());
    auto* chart = stand.find<TrialChart>("tuneChart");
    QVERIFY(chart->isVisible());
    QVERIFY(!chart->joined());
    QCOMPARE(chart->points().size(), 5U);
    auto* across = stand.find<QComboBox>("tuneAcross");
    QVERIFY(across->isVisible());
    QVERIFY(!stand.find<QComboBox>("tuneUp")->isVisible());
    const double before = chart->points().front().x;
    across->setCurrentIndex(1);
    QVERIFY(chart->points().front().x != before);
}

void TestCompareTune::moreAxesAreChosenFrom() {
    Stand stand;
    stand.set("regularization", u"0.01 0.1"_s);
    stand.set("unobservedWeight", u"0.1 1"_s);
    stand.set("factors", u"2 6"_s);
    QVERIFY(stand.search());
    const auto result = stand.services->tune.result();
    QCOMPARE(result->trials.size(), 8U);
    auto* map = stand.find<HeatMap>("tuneHeatMap");
    QVERIFY(stand.find<QComboBox>("tuneAcross")->isVisible());
    QCOMPARE(map->data().cells.size(), 4U);
    const std::size_t across = static_cast<std::size_t>(stand.find<QComboBox>("tuneAcross")->currentIndex());
    const std::size_t up = static_cast<std::size_t>(stand.find<QComboBox>("tuneUp")->currentIndex());
    double best = 0.0; // of the trials that share the first cell
    for (const TuneTrial& trial : result->trials) {
        if (trial.values[across] == result->request.axes[across].values[0] &&
            trial.values[up] == result->request.axes[up].values[0])
            best = std::max(best, trial.score);
    }
    QCOMPARE(map->data().cell(0).value, best);
    stand.find<QComboBox>("tuneUp")->setCurrentIndex(static_cast<int>(across)); // the same twice: one axis
    QVERIFY(stand.find<TrialChart>("tuneChart")->isVisible());
}

void TestCompareTune::appliesWithItsBudget() {
    Stand stand;
    stand.set("regularization", u"0.01 0.1"_s);
    stand.set("unobservedWeight", u"0.1 1"_s);
    QSignalSpy applied(&stand.page, &CompareTune::applyRequested);
    QVERIFY(!stand.find<QPushButton>("tuneApply")->isEnabled());
    QVERIFY(stand.search());
    stand.find<QPushButton>("tuneApply")->click();
    const auto result = stand.services->tune.result();
    QCOMPARE(applied.count(), 1);
    QVERIFY(applied.first().first().value<TrainingSpec>() == result->trials[result->best].specification);
    QCOMPARE(applied.first().last().toInt(), 4);
    // Another one, with the same budget: it was chosen from as many.
    stand.find<QTableView>("tuneTrialsTable")->selectRow(2);
    QVERIFY(stand.find<QPushButton>("tuneApply")->text().contains(u"rank 3"_s));
    stand.find<QPushButton>("tuneApply")->click();
    QVERIFY(!(applied.last().first().value<TrainingSpec>() == result->trials[result->best].specification));
    QCOMPARE(applied.last().last().toInt(), 4);
}

void TestCompareTune::pictureAndListShareTheirChoice() {
    Stand stand;
    stand.set("regularization", u"0.01 0.1"_s);
    stand.set("unobservedWeight", u"0.1 1"_s);
    QVERIFY(stand.search());
    auto* map = stand.find<HeatMap>("tuneHeatMap");
    auto* table = stand.find<QTableView>("tuneTrialsTable");
    QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(3).center().toPoint());
    QVERIFY(table->currentIndex().isValid());
    const QString tip = table->currentIndex().data(Qt::ToolTipRole).toString();
    QCOMPARE(tip, map->data().cell(3).details);
    table->selectRow(0);
    QCOMPARE(map->current(), map->data().best);
}

void TestCompareTune::cancelKeepsTheTrials() {
    Stand stand;
    stand.set("factors", u"64"_s);
    stand.set("iterations", u"1000"_s);
    stand.set("regularization", u"0.01 0.02 0.03 0.04"_s);
    stand.set("unobservedWeight", u"0.1 0.2 0.3 0.4"_s);
    QSignalSpy finished(&stand.services->tune, &TuneService::finished);
    bool cancelled = false;
    connect(&stand.services->tune, &TuneService::trialFinished, this, [&] {
        if (!std::exchange(cancelled, true))
            stand.find<QPushButton>("cancelTraining")->click();
    });
    stand.find<QPushButton>("tuneStart")->click();
    QVERIFY(!stand.startable()); // one at a time
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(finished.first().first().toBool(), true);
    const auto result = stand.services->tune.result();
    QCOMPARE_GE(result->trials.size(), 1U);
    QCOMPARE_LT(result->trials.size(), 16U);
    QCOMPARE(stand.find<QTableView>("tuneTrialsTable")->model()->rowCount(),
             static_cast<int>(result->trials.size()));
    const auto untried =
        std::ranges::count_if(stand.find<HeatMap>("tuneHeatMap")->data().cells, [](const HeatMapCell& cell) {
            return cell.state == HeatMapCell::State::Untried;
        });
    QCOMPARE(static_cast<std::size_t>(untried), 16U - result->trials.size());
    QVERIFY(stand.find<RunStatus>("tuneStatus")->sentence().contains(u"Cancelled"_s));
    QVERIFY(stand.find<QPushButton>("tuneApply")->isEnabled());
    QVERIFY(stand.startable());
}

void TestCompareTune::busyLaneIsToldInASentence() {
    Stand stand;
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
    stand.find<QPushButton>("tuneStart")->click();
    QVERIFY(stand.find<RunStatus>("tuneStatus")->heading().contains(u"Another job"_s));
    release = true;
    QTRY_VERIFY(done);
    QVERIFY(stand.startable());
    QVERIFY(stand.search());
}

QTEST_MAIN(TestCompareTune)
#include "tst_comparetune.moc"
