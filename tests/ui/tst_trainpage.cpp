#include "core/services/services.h"
#include "tests/testdata.h"
#include "ui/models/resultsmodel.h"
#include "ui/pages/trainpage.h"
#include "ui/theme.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/parameterpanel.h"
#include "ui/widgets/runstatus.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

/// Twelve users of two tastes over ten films, with times: enough to train and to measure.
std::shared_ptr<const Dataset> smallDataset() {
    DatasetParts parts;
    parts.info.name = "small";
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    for (int item = 0; item < 10; ++item)
        parts.items.push_back({item + 1, "Film " + std::to_string(item + 1), 2000, 0});
    for (int user = 0; user < 12; ++user) {
        parts.userIds.push_back(user + 1);
        for (int n = 0; n < 8; ++n) {
            const int item = (user % 2) * 2 + (n + user) % 8;
            parts.ratingUser.push_back(user);
            parts.ratingItem.push_back(item);
            parts.ratingValue.push_back((item % 2) == (user % 2) ? 5.0F : 2.0F + static_cast<float>(n % 3));
            parts.ratingTime.push_back(static_cast<Timestamp>(1'000'000 + n));
        }
    }
    return Dataset::create(std::move(parts)).value();
}

ModelSnapshot snapshotOf(const std::shared_ptr<const Dataset>& dataset) {
    ModelSnapshot snapshot;
    snapshot.dataset = dataset;
    snapshot.statistics = std::make_shared<const DatasetStatistics>(computeStatistics(*dataset));
    return snapshot;
}

/// Services on a fresh workspace and the page over them, shown as a window of its own.
struct Stand {
    Stand()
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1200, 664);
        page.show();
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    QString heading() { return find<RunStatus>("runStatus")->heading(); }
    bool load(const QString& location) {
        QSignalSpy loaded(&services->datasets, &DatasetService::loaded);
        services->datasets.load(location);
        return QTest::qWaitFor([&loaded] { return loaded.count() == 1; }, 60'000);
    }
    bool train() {
        QSignalSpy finished(&services->training, &TrainingService::finished);
        find<QPushButton>("startTraining")->click();
        return QTest::qWaitFor([&finished] { return finished.count() == 1; }, 100'000);
    }
    QString cell(int row, int column) {
        QAbstractItemModel* model = find<QTableView>("resultsTable")->model();
        return model->index(row, column).data().toString();
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    TrainPage page;
};

} // namespace

class TestTrainPage : public QObject {
    Q_OBJECT

private slots:
    void saysWhatToDoWithoutData();
    void offersDefaultsForTheData();
    void trainsAndShowsWhatWasMeasured();
    void neverShowsAnUnmeasuredFigure();
    void everyFigureSaysWhereItComesFrom();
    void refusedValuesAreExplained_data();
    void refusedValuesAreExplained();
    void formsKeepTheirMeaning();
    void offersOnlyPossibleSplits();
    void showsEarlierRunsReadOnly();
    void cancelKeepsTheModel_data();
    void cancelKeepsTheModel();
    void failureNamesTheReason();
    void headersAreReadable_data();
    void headersAreReadable();
};

void TestTrainPage::saysWhatToDoWithoutData() {
    Stand stand;
    QCOMPARE(stand.page.state(), TrainPage::State::NoDataset);
    QVERIFY(!stand.find<QPushButton>("startTraining")->isEnabled());
    QVERIFY(!stand.find<QPushButton>("startTraining")->toolTip().isEmpty());
    QSignalSpy requested(&stand.page, &TrainPage::pageRequested);
    stand.find<QPushButton>("runStatusAction")->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), u"data"_s);
}

void TestTrainPage::offersDefaultsForTheData() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    QCOMPARE(stand.page.state(), TrainPage::State::NotTrained);
    QVERIFY(stand.find<QPushButton>("startTraining")->isEnabled());
    const AlsParameters expected = stand.services->training.defaultRequest().parameters;
    QVERIFY(stand.page.parameters().request().parameters == expected);

    stand.find<QSpinBox>("factors")->setValue(7);
    QVERIFY(!(stand.page.parameters().request().parameters == expected));
    stand.find<QPushButton>("defaultsButton")->click();
    QVERIFY(stand.page.parameters().request().parameters == expected);
}

void TestTrainPage::trainsAndShowsWhatWasMeasured() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    stand.find<QSpinBox>("factors")->setValue(4);
    QVERIFY(stand.train());
    QCOMPARE(stand.page.state(), TrainPage::State::Finished);

    const auto trained = stand.services->store.snapshot()->trained;
    QVERIFY(trained);
    QCOMPARE(trained->reports.size(), 4U);
    for (int row = 0; row < 4; ++row) {
        const EvaluationReport& report = trained->reports[static_cast<std::size_t>(row)];
        QCOMPARE(stand.cell(row, ResultsModel::ModelColumn), QString::fromStdString(report.modelName));
        QCOMPARE(stand.cell(row, ResultsModel::FirstMetric), formatMetric(report.means.ndcg));
        QCOMPARE(stand.cell(row, ResultsModel::UsersColumn), formatCount(report.evaluatedUsers));
    }
    const LineChart* loss = stand.find<LineChart>("lossChart");
    QCOMPARE(static_cast<std::size_t>(loss->points().size()), trained->curve.size());
    QCOMPARE(loss->points().last().y(), trained->curve.back().loss);
    const LineChart* ndcg = stand.find<LineChart>("ndcgChart");
    QVERIFY(ndcg->reference().has_value());
    QCOMPARE(*ndcg->reference(), trained->reports[1].means.ndcg);
    QCOMPARE(stand.find<QTableView>("runsTable")->model()->rowCount(), 1);
}

void TestTrainPage::neverShowsAnUnmeasuredFigure() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    for (int row = 0; row < 4; ++row) {
        for (int column = ResultsModel::FirstMetric; column < ResultsModel::ColumnCount; ++column)
            QCOMPARE(stand.cell(row, column), u"–"_s);
    }
    QVERIFY(stand.find<LineChart>("lossChart")->points().isEmpty());
    QVERIFY(!stand.find<LineChart>("ndcgChart")->reference().has_value());
}

void TestTrainPage::everyFigureSaysWhereItComesFrom() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    QVERIFY(stand.train());
    const auto trained = stand.services->store.snapshot()->trained;
    const QAbstractItemModel* model = stand.find<QTableView>("resultsTable")->model();
    for (int row = 0; row < 4; ++row) {
        for (int column = ResultsModel::FirstMetric; column < ResultsModel::ColumnCount; ++column) {
            const QString tip = model->index(row, column).data(Qt::ToolTipRole).toString();
            QVERIFY2(tip.contains(u"Run %1"_s.arg(trained->runId)), qPrintable(tip));
            QVERIFY2(tip.contains(splitText(QString::fromStdString(trained->split->name))), qPrintable(tip));
            QVERIFY2(tip.contains(QString::number(trained->reports[0].evaluatedUsers)), qPrintable(tip));
        }
    }
    const QModelIndex als = model->index(3, ResultsModel::FirstMetric);
    const QString tip = als.data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(metricFormula(Metric::Ndcg, 10)));
    QVERIFY(tip.contains(formatMetric(trained->reports[3].means.ndcg, 6)));
    QVERIFY2(tip.contains(u"seed 42"_s), qPrintable(tip));
    // Nothing but the text distinguishes the rows: no winner without statistics.
    for (int row = 0; row < 4; ++row) {
        const QModelIndex index = model->index(row, ResultsModel::FirstMetric);
        QVERIFY(!index.data(Qt::ForegroundRole).isValid() && !index.data(Qt::BackgroundRole).isValid() &&
                !index.data(Qt::FontRole).isValid());
    }
}

void TestTrainPage::refusedValuesAreExplained_data() {
    QTest::addColumn<AlsForm>("form");
    QTest::addColumn<QString>("field");
    QTest::addColumn<double>("value");
    QTest::newRow("no factors") << AlsForm::FrequencyScaled << u"factors"_s << 0.0;
    QTest::newRow("too many factors") << AlsForm::FrequencyScaled << u"factors"_s << 1025.0;
    QTest::newRow("no iterations") << AlsForm::FrequencyScaled << u"iterations"_s << 0.0;
    QTest::newRow("no regularization") << AlsForm::Implicit << u"regularization"_s << 0.0;
    QTest::newRow("a like below a miss") << AlsForm::Implicit << u"alpha"_s << 0.5;
    QTest::newRow("no weight of the rest") << AlsForm::FrequencyScaled << u"unobservedWeight"_s << 0.0;
    QTest::newRow("exponent") << AlsForm::FrequencyScaled << u"regularizationExponent"_s << 2.5;
}

void TestTrainPage::refusedValuesAreExplained() {
    QFETCH(AlsForm, form);
    QFETCH(QString, field);
    QFETCH(double, value);
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    stand.page.parameters().setAdvancedVisible(true);
    auto* forms = stand.find<QComboBox>("alsForm");
    forms->setCurrentIndex(forms->findData(static_cast<int>(form)));
    auto* box = stand.page.findChild<QAbstractSpinBox*>(field);
    QVERIFY(box != nullptr);
    QVERIFY(stand.find<QLabel>("parameterMessage")->isHidden());

    box->setProperty("value", value);
    const AlsParameters refused = stand.page.parameters().request().parameters;
    QVERIFY(!refused.validate());
    QVERIFY(!stand.find<QPushButton>("startTraining")->isEnabled());
    const QLabel* message = stand.find<QLabel>("parameterMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(QString::fromStdString(refused.validate().error().detail)));
    QCOMPARE(box->property("invalid").toBool(), true);
    for (const QAbstractSpinBox* other : stand.page.findChildren<QAbstractSpinBox*>())
        QVERIFY(other == box || !other->property("invalid").toBool());

    stand.find<QPushButton>("defaultsButton")->click();
    QVERIFY(message->isHidden());
    QVERIFY(stand.find<QPushButton>("startTraining")->isEnabled());
    QCOMPARE(box->property("invalid").toBool(), false);
}

void TestTrainPage::formsKeepTheirMeaning() {
    Stand stand;
    TrainingRequest request;
    request.parameters.form = AlsForm::Implicit;
    request.parameters.alpha = 10.0;
    request.parameters.regularization = 50.0;
    ParameterPanel& panel = stand.page.parameters();
    panel.setRequest(request);
    const QString equal = stand.find<QLabel>("alsEquivalents")->text();
    QVERIFY2(equal.contains(u"α 9, λ 50"_s), qPrintable(equal));
    QVERIFY2(equal.contains(u"α₀ 0.111, λ 5.56, ν 0, target 1.11"_s), qPrintable(equal));

    auto* forms = stand.find<QComboBox>("alsForm");
    const auto choose = [forms](AlsForm form) {
        forms->setCurrentIndex(forms->findData(static_cast<int>(form)));
    };
    choose(AlsForm::HuKorenVolinsky);
    QCOMPARE(panel.request().parameters.alpha, 9.0);
    QCOMPARE(panel.request().parameters.regularization, 50.0);
    // A visit to the scaled form shows its own weights and changes nothing here.
    choose(AlsForm::FrequencyScaled);
    QCOMPARE(panel.request().parameters.unobservedWeight, 0.1);
    QCOMPARE(panel.request().parameters.regularization, 0.03);
    choose(AlsForm::Implicit);
    QCOMPARE(panel.request().parameters.alpha, 10.0);
    QCOMPARE(panel.request().parameters.regularization, 50.0);
}

void TestTrainPage::offersOnlyPossibleSplits() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    auto* protocol = stand.find<QComboBox>("splitProtocol");
    const auto enabled = [protocol](int row) {
        return protocol->model()->flags(protocol->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
    };
    QVERIFY(!enabled(0)); // ships no folds
    QVERIFY(enabled(1));
    QVERIFY(enabled(2));
    protocol->setCurrentIndex(2);
    stand.find<QSpinBox>("splitShare")->setValue(25);
    stand.page.parameters().setAdvancedVisible(true);
    stand.find<QSpinBox>("splitSeed")->setValue(7);
    const SplitOptions options = stand.page.parameters().request().split;
    QCOMPARE(static_cast<int>(options.protocol), static_cast<int>(Protocol::UserRandom));
    QCOMPARE(options.testShare, 0.25);
    QCOMPARE(options.seed, 7U);
    QVERIFY(stand.train());
    QCOMPARE(stand.services->store.snapshot()->trained->split->options.seed, 7U);
}

void TestTrainPage::showsEarlierRunsReadOnly() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    stand.find<QSpinBox>("factors")->setValue(3);
    QVERIFY(stand.train());
    const auto first = stand.services->store.snapshot()->trained;
    stand.find<QSpinBox>("factors")->setValue(5);
    QVERIFY(stand.train());
    const auto second = stand.services->store.snapshot()->trained;

    auto* runs = stand.find<QTableView>("runsTable");
    QCOMPARE(runs->model()->rowCount(), 2);
    stand.find<QTabBar>("runTabs")->setCurrentIndex(1);
    runs->setCurrentIndex(runs->model()->index(1, 0));
    QCOMPARE(stand.cell(3, ResultsModel::FirstMetric), formatMetric(first->reports[3].means.ndcg));
    QCOMPARE(stand.find<LineChart>("lossChart")->points().last().y(), first->curve.back().loss);
    QVERIFY(stand.services->store.snapshot()->trained == second); // looked at, not put into use

    stand.find<QPushButton>("runStatusSecondAction")->click();
    QCOMPARE(stand.page.parameters().request().parameters.factors, 3);
    stand.find<QPushButton>("runStatusAction")->click();
    QCOMPARE(stand.find<LineChart>("lossChart")->points().last().y(), second->curve.back().loss);

    // A new program finds them again.
    Theme theme;
    auto again = Services::create(stand.folder.path());
    QVERIFY(again.ok());
    TrainPage page(**again, theme);
    QCOMPARE(page.findChild<QTableView*>(u"runsTable"_s)->model()->rowCount(), 2);
}

void TestTrainPage::cancelKeepsTheModel_data() {
    QTest::addColumn<bool>("trainedBefore");
    QTest::newRow("nothing before") << false;
    QTest::newRow("a model before") << true;
}

void TestTrainPage::cancelKeepsTheModel() {
    QFETCH(bool, trainedBefore);
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    stand.find<QSpinBox>("factors")->setValue(4);
    if (trainedBefore)
        QVERIFY(stand.train());
    const auto before = stand.services->store.snapshot();
    stand.find<QSpinBox>("iterations")->setValue(1000);
    stand.find<QSpinBox>("factors")->setValue(128);
    QSignalSpy points(&stand.services->training, &TrainingService::pointAdded);
    QSignalSpy cancelled(&stand.services->training, &TrainingService::cancelled);
    stand.find<QPushButton>("startTraining")->click();
    QCOMPARE(stand.page.state(), TrainPage::State::Running);
    QVERIFY(!stand.find<QPushButton>("startTraining")->isEnabled());
    QVERIFY(!stand.page.parameters().isEnabled());
    QTRY_VERIFY(points.count() >= 2);
    stand.find<QPushButton>("cancelTraining")->click();
    QTRY_COMPARE(cancelled.count(), 1);
    QCOMPARE(stand.page.state(), TrainPage::State::Cancelled);
    QVERIFY(stand.services->store.snapshot() == before);
    QVERIFY(stand.find<QPushButton>("startTraining")->isEnabled());
    QCOMPARE(stand.find<QTableView>("runsTable")->model()->rowCount(), trainedBefore ? 1 : 0);
    // What is shown belongs to the model that is in use.
    QCOMPARE(stand.find<LineChart>("lossChart")->points().isEmpty(), !trainedBefore);
    QVERIFY(
        stand.find<RunStatus>("runStatus")->sentence().contains(trainedBefore ? u"run 1"_s : u"no model"_s));
}

void TestTrainPage::failureNamesTheReason() {
    Stand stand;
    stand.services->store.publish(snapshotOf(smallDataset()));
    stand.page.parameters().setAdvancedVisible(true);
    stand.find<QDoubleSpinBox>("splitThreshold")->setValue(9.0); // nothing is liked then
    QSignalSpy failed(&stand.services->training, &TrainingService::failed);
    stand.find<QPushButton>("startTraining")->click();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(stand.page.state(), TrainPage::State::Failed);
    QVERIFY(stand.find<RunStatus>("runStatus")->sentence().contains(failed.first().at(1).toString()));
    QVERIFY(!stand.heading().isEmpty());
    QVERIFY(stand.find<QPushButton>("startTraining")->isEnabled());
}

void TestTrainPage::headersAreReadable_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<QSize>("page");
    QTest::newRow("1280x720") << 720 << QSize(1200, 664);
    QTest::newRow("1920x1080") << 1080 << QSize(1800, 996);
    QTest::newRow("1024x768") << 658 << QSize(951, 717);
}

void TestTrainPage::headersAreReadable() {
    QFETCH(int, height);
    QFETCH(QSize, page);
    Stand stand;
    stand.theme.setWindowHeight(height);
    stand.page.resize(page);
    stand.services->store.publish(snapshotOf(smallDataset()));
    QVERIFY(stand.train());
    QTest::qWait(20);
    const auto* view = stand.find<QTableView>("resultsTable");
    const QHeaderView* header = view->horizontalHeader();
    const QFontMetrics metrics(stand.theme.font(12, QFont::DemiBold)); // as the style sheet draws it
    for (int column = 0; column < ResultsModel::ColumnCount; ++column) {
        const QString text = view->model()->headerData(column, Qt::Horizontal).toString();
        const int needed = metrics.horizontalAdvance(text) + stand.theme.px(4);
        QVERIFY2(header->sectionSize(column) >= needed,
                 qPrintable(u"%1: %2 of %3"_s.arg(text).arg(header->sectionSize(column)).arg(needed)));
    }
    QVERIFY(!view->horizontalScrollBar()->isVisible());
    QVERIFY(!view->verticalScrollBar()->isVisible());
}

QTEST_MAIN(TestTrainPage)
#include "tst_trainpage.moc"
