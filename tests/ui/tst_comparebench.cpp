#include "core/recsys/algorithms/catalogue.h"
#include "core/services/services.h"
#include "tests/testdata.h"
#include "tests/ui/stagefixture.h"
#include "ui/charts/figureview.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/dialogs/parameterdialog.h"
#include "ui/mainwindow.h"
#include "ui/models/comparisonmodel.h"
#include "ui/pages/benchresults.h"
#include "ui/pages/comparebench.h"
#include "ui/theme.h"
#include "ui/widgets/algorithmlist.h"
#include "ui/widgets/benchtable.h"
#include "ui/widgets/comparepanel.h"
#include "ui/widgets/frozentable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/userlistspanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace recital;
using namespace Qt::StringLiterals;

using State = CompareService::RowState;

class TestCompareBench : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void withoutDataItSendsToTheDataPage();
    void defaultsSuitTheData();
    void parametersAreEditedInADialog();
    void refusalsAreShownAndNotTicked();
    void nothingTickedCannotStart();
    void rowsAppearAndAreJudged();
    void oneRowCanBeCancelled();
    void cancelKeepsWhatIsMeasured();
    void referenceCanBeChanged();
    void chartsFollowMetricAndPair();
    void aUserOpensBothListsAndGoesOnStage();
    void tablesAndChartsAreExported();
    void failedExportSaysWhy();
    void earlierComparisonsOpenAddAndGo();
    void everythingHasAName();

private:
    template<typename T>
    T* child(const QString& name) const {
        T* found = m_window->findChild<QWidget*>(u"compareBench"_s)->findChild<T*>(name);
        if (!found)
            found = m_window->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    ComparisonModel& model() const { return child<BenchResults>(u"benchResults"_s)->model(); }
    void click(const QString& name) const { child<QAbstractButton>(name)->click(); }
    void tickOnly(const QStringList& keys) const;
    bool finish(int timeout = 30'000) const;
    void run(const QStringList& keys);
    QString cell(int row, int column) const { return model().index(row, column).data().toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestCompareBench::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"recital-test"_s);
    QCoreApplication::setApplicationName(u"tst_comparebench"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCompareBench::init() {
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    auto services = Services::create(m_folder->filePath(u"workspace"_s));
    QVERIFY(services.ok());
    m_services = std::move(services).value();
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<MainWindow>(*m_services, *m_theme);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_services->store.publish(test::untrained(test::generatedSnapshot()));
    m_window->showPage(u"compare"_s);
    QVERIFY(finish()); // costs of large data are counted on the lane
}

void TestCompareBench::cleanup() {
    m_window.reset();
    m_theme.reset();
    m_services.reset();
    m_folder.reset();
}

void TestCompareBench::tickOnly(const QStringList& keys) const {
    click(u"tickNone"_s);
    for (const QString& key : keys)
        child<QCheckBox>(u"algorithm_"_s + key)->setChecked(true);
}

bool TestCompareBench::finish(int timeout) const {
    return QTest::qWaitFor(
        [this] { return !m_services->compare.running() && !m_services->computeLane.busy(); }, timeout);
}

void TestCompareBench::run(const QStringList& keys) {
    tickOnly(keys);
    child<QSpinBox>(u"compareSeeds"_s)->setValue(2);
    QVERIFY(child<QPushButton>(u"startComparison"_s)->isEnabled());
    click(u"startComparison"_s);
    QVERIFY(m_services->compare.running());
    QVERIFY(finish());
}

void TestCompareBench::withoutDataItSendsToTheDataPage() {
    m_services->store.publish({});
    QVERIFY(!child<QPushButton>(u"startComparison"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"benchEmptyTitle"_s)->isVisible());
    QVERIFY(!m_window->findChild<QCheckBox*>(u"algorithm_popular"_s));
    click(u"benchGoToData"_s);
    QCOMPARE(m_window->currentPage(), u"data"_s);
}

void TestCompareBench::defaultsSuitTheData() {
    const CompareRequest expected = m_services->compare.defaultRequest();
    const CompareRequest shown = child<ComparePanel>(u"comparePanel"_s)->request();
    QCOMPARE(shown.algorithms.size(), expected.algorithms.size());
    QCOMPARE(shown.options.split, expected.options.split);
    QCOMPARE(shown.options.k, expected.options.k);
    QCOMPARE(shown.options.seeds, expected.options.seeds);
    QCOMPARE(shown.reference, expected.reference);
    QTRY_VERIFY(!child<QLabel>(u"cost_itemknn"_s)->text().isEmpty());
    // Whatever was changed comes back.
    tickOnly({u"popular"_s});
    child<QSpinBox>(u"compareLength"_s)->setValue(5);
    auto* protocol = child<QComboBox>(u"splitProtocol"_s);
    protocol->setCurrentIndex(protocol->findData(static_cast<int>(Protocol::RandomFolds)));
    QVERIFY(child<QSpinBox>(u"splitFolds"_s)->isVisible());
    click(u"compareDefaults"_s);
    const CompareRequest again = child<ComparePanel>(u"comparePanel"_s)->request();
    QCOMPARE(again.options.k, expected.options.k);
    QCOMPARE(again.options.split, expected.options.split);
    QCOMPARE(again.algorithms.size(), expected.algorithms.size());
}

void TestCompareBench::parametersAreEditedInADialog() {
    const auto edit = [this](int value, bool expectTaken) {
        bool enabled = false;
        QString problem;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = qobject_cast<ParameterDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            dialog->findChild<QDoubleSpinBox*>(u"parameter_regularization"_s)->setValue(value);
            auto* take = dialog->findChild<QPushButton*>(u"parameterTake"_s);
            enabled = take->isEnabled();
            problem = dialog->findChild<QLabel*>(u"parameterProblem"_s)->text();
            if (enabled)
                take->click();
            else
                dialog->reject();
        });
        click(u"edit_ease"_s);
        QCOMPARE(enabled, expectTaken);
        QCOMPARE(problem.isEmpty(), expectTaken);
    };
    edit(125, true);
    tickOnly({u"ease"_s});
    const CompareRequest request = child<ComparePanel>(u"comparePanel"_s)->request();
    QCOMPARE(parameterValue(request.algorithms.front(), "regularization"), std::optional(125.0));
    edit(0, false); // refused, and the words say why
    QCOMPARE(parameterValue(child<ComparePanel>(u"comparePanel"_s)->request().algorithms.front(),
                            "regularization"),
             std::optional(125.0));
}

void TestCompareBench::refusalsAreShownAndNotTicked() {
    auto& algorithms = child<ComparePanel>(u"comparePanel"_s)->algorithms();
    click(u"tickAll"_s);
    algorithms.setCost([](const TrainingSpec& specification) {
        TrainingCost cost;
        cost.operations = 3.0e9;
        cost.bytes = 45.0e6;
        cost.items = 1682;
        if (algorithmOf(specification).key == "ease")
            cost.refusal = Error{ErrorCode::InvalidParameters, "20,000 items are too many for EASE"};
        return cost;
    });
    QVERIFY(!child<QCheckBox>(u"algorithm_ease"_s)->isEnabled());
    QVERIFY(!child<QCheckBox>(u"algorithm_ease"_s)->isChecked());
    QCOMPARE(child<QLabel>(u"cost_ease"_s)->text(), u"20,000 items are too many for EASE"_s);
    QCOMPARE(child<QLabel>(u"cost_slim"_s)->text(),
             u"solves 1,682 regressions on the films that share a user: about 3 GFlop, 45 MB"_s);
    click(u"tickAll"_s);
    QVERIFY(!child<QCheckBox>(u"algorithm_ease"_s)->isChecked());
    QVERIFY(child<QCheckBox>(u"algorithm_slim"_s)->isChecked());
}

void TestCompareBench::nothingTickedCannotStart() {
    click(u"tickNone"_s);
    QVERIFY(!child<QPushButton>(u"startComparison"_s)->isEnabled());
    QVERIFY(!child<QLabel>(u"compareProblem"_s)->text().isEmpty());
}

void TestCompareBench::rowsAppearAndAreJudged() {
    run({u"random"_s, u"popular"_s, u"itemknn"_s, u"als-hkv"_s});
    QCOMPARE(model().rowCount(), 4);
    QVERIFY(model().allMeasured());
    const auto comparison = m_services->compare.comparison();
    QCOMPARE(comparison->rows.size(), std::size_t(4));
    QCOMPARE(comparison->reference, std::size_t(3));
    for (int row = 0; row < 4; ++row) {
        const double ndcg = comparison->rows[static_cast<std::size_t>(row)].mean.means.ndcg;
        QVERIFY(cell(row, ComparisonModel::ValueColumn).endsWith(QLocale().toString(ndcg, 'f', 4)));
        QVERIFY(cell(row, ComparisonModel::IntervalColumn).contains(u" to "_s));
        QVERIFY(!cell(row, ComparisonModel::VerdictColumn).isEmpty());
    }
    QCOMPARE(cell(0, ComparisonModel::VerdictColumn), u"worse"_s); // random against a model
    const QString statement = child<QLabel>(u"benchStatement"_s)->text();
    QVERIFY2(statement.contains(u"0 of "_s) && statement.contains(u"held-out pairs in training: checked"_s),
             qPrintable(statement));
    QVERIFY(statement.contains(u"generated"_s));
    QVERIFY(statement.contains(u"2 seed(s)"_s));
    auto* view = child<FrozenTable>(u"comparisonTable"_s);
    QVERIFY(view->isColumnHidden(ComparisonModel::StateColumn));
    view->sortByColumn(ComparisonModel::ValueColumn, Qt::DescendingOrder);
    QVERIFY(view->model()->index(3, 0).data().toString() == u"Random"_s);
    view->setCurrentIndex(view->model()->index(3, 0));
    QVERIFY(child<QLabel>(u"comparisonDetail"_s)->text().contains(u"seed"_s));
}

void TestCompareBench::oneRowCanBeCancelled() {
    tickOnly({u"popular"_s, u"itemknn"_s, u"bpr"_s, u"als-hkv"_s});
    BprParameters slow; // not over before somebody can press the button
    slow.epochs = 10'000;
    child<ComparePanel>(u"comparePanel"_s)->algorithms().apply(slow, 0);
    click(u"startComparison"_s);
    QVERIFY(m_services->compare.running());
    QCOMPARE(model().rowCount(), 4);
    auto* view = child<FrozenTable>(u"comparisonTable"_s);
    QVERIFY(!view->isColumnHidden(ComparisonModel::StateColumn));
    QWidget* progress = view->indexWidget(view->model()->index(2, ComparisonModel::StateColumn));
    QVERIFY(progress);
    progress->findChild<QToolButton*>(u"cancelRow"_s)->click();
    QVERIFY(finish());
    QCOMPARE(m_services->compare.rowState(2), State::Cancelled);
    QCOMPARE(cell(2, ComparisonModel::StateColumn), u"cancelled"_s);
    QCOMPARE(m_services->compare.comparison()->rows.size(), std::size_t(3)); // the others went on
    QCOMPARE(m_services->compare.rowState(3), State::Done);
    QCOMPARE(model().comparedRow(3), std::optional<std::size_t>(2));
    QVERIFY(!view->indexWidget(view->model()->index(2, ComparisonModel::StateColumn)));
}

void TestCompareBench::cancelKeepsWhatIsMeasured() {
    tickOnly({u"popular"_s, u"itemknn"_s, u"bpr"_s, u"slim"_s, u"als-hkv"_s});
    child<QSpinBox>(u"compareSeeds"_s)->setValue(100);
    click(u"startComparison"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_services->compare.rowState(0) == State::Done; }, 20'000));
    QVERIFY(child<QPushButton>(u"cancelComparison"_s)->isVisible());
    click(u"cancelComparison"_s);
    QVERIFY(finish(5'000));
    QVERIFY(child<QPushButton>(u"startComparison"_s)->isVisible());
    const auto comparison = m_services->compare.comparison();
    QVERIFY(comparison && !comparison->rows.empty());
    QVERIFY(comparison->rows.size() < 5);
    QVERIFY(cell(0, ComparisonModel::ValueColumn) != u"–"_s);
    QCOMPARE(cell(4, ComparisonModel::StateColumn), u"cancelled"_s);
}

void TestCompareBench::referenceCanBeChanged() {
    run({u"popular"_s, u"itemknn"_s, u"als-hkv"_s});
    auto* view = child<FrozenTable>(u"comparisonTable"_s);
    view->setCurrentIndex(view->model()->index(2, 0));
    QVERIFY(!child<QPushButton>(u"makeReference"_s)->isEnabled()); // it is the reference
    view->setCurrentIndex(view->model()->index(0, 0));
    click(u"makeReference"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_services->compare.comparison()->reference == 0; }, 20'000));
    QTRY_COMPARE(cell(0, ComparisonModel::VerdictColumn), u"reference"_s);
    QVERIFY(cell(2, ComparisonModel::VerdictColumn) != u"reference"_s);
}

void TestCompareBench::chartsFollowMetricAndPair() {
    run({u"popular"_s, u"itemknn"_s, u"als-hkv"_s});
    auto* tabs = child<QTabBar>(u"benchTabs"_s);
    tabs->setCurrentIndex(BenchResults::BarsTab);
    auto* bars = child<FigureView>(u"barsChart"_s);
    QTRY_COMPARE(bars->hitCount(), 5); // three values, two differences
    QVERIFY(bars->figure().title.contains(u"NDCG@10"_s));
    auto* metric = child<QComboBox>(u"benchMetric"_s);
    metric->setCurrentIndex(metric->findText(u"Recall@10"_s));
    QVERIFY(bars->figure().title.contains(u"Recall@10"_s));
    tabs->setCurrentIndex(BenchResults::UsersTab);
    auto* users = child<FigureView>(u"usersChart"_s);
    QVERIFY(users->figure().title.contains(u"ALS (Hu-Koren-Volinsky) − ItemKNN"_s));
    child<QComboBox>(u"secondModel"_s)->setCurrentIndex(0);
    QVERIFY(users->figure().title.contains(u"− Popular"_s));
    tabs->setCurrentIndex(BenchResults::CurveTab);
    QVERIFY(child<FigureView>(u"curveChart"_s)->hitCount() > 3 * 10);
    tabs->setCurrentIndex(BenchResults::TradeOffTab);
    QCOMPARE(child<FigureView>(u"tradeOffChart"_s)->hitCount(), 6);
    tabs->setCurrentIndex(BenchResults::ExposureTab);
    QCOMPARE(child<FigureView>(u"exposureChart"_s)->hitCount(), 30);
    tabs->setCurrentIndex(BenchResults::ActivityTab);
    QCOMPARE(child<FigureView>(u"activityChart"_s)->hitCount(), 12);
}

void TestCompareBench::aUserOpensBothListsAndGoesOnStage() {
    run({u"popular"_s, u"itemknn"_s, u"als-hkv"_s});
    child<QTabBar>(u"benchTabs"_s)->setCurrentIndex(BenchResults::UsersTab);
    auto* canvas = child<FigureView>(u"usersChart"_s)->findChild<FigureCanvas*>(u"figureCanvas"_s);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Home);
    QTest::keyClick(canvas, Qt::Key_Return);
    auto* panel = child<UserListsPanel>(u"userLists"_s);
    QVERIFY(panel->isVisible());
    const auto comparison = m_services->compare.comparison();
    const auto user =
        static_cast<UserIndex>(child<FigureView>(u"usersChart"_s)->figure().panels[0].series[0].points[0].id);
    auto* first = child<QListWidget>(u"userListFirst"_s);
    QCOMPARE(first->count(), 10);
    int marked = 0;
    for (int i = 0; i < first->count(); ++i)
        marked += first->item(i)->text().startsWith(u'✓') ? 1 : 0;
    const auto& users = comparison->rows[2].bySeed.back()[0].users;
    const auto found = std::ranges::find(users, user, &UserMetrics::user);
    QCOMPARE(marked, static_cast<int>(std::lround(10 * found->metrics.precision)));
    click(u"openOnStage"_s);
    QCOMPARE(m_window->currentPage(), u"stage"_s);
    QCOMPARE(m_services->live.user().datasetUser, user);
}

void TestCompareBench::tablesAndChartsAreExported() {
    run({u"popular"_s, u"als-hkv"_s});
    const std::pair<QString, QByteArray> tables[] = {{u"exportLatex"_s, "\\toprule"},
                                                     {u"exportCsv"_s, "Popular,"},
                                                     {u"exportMarkdown"_s, "| Popular"},
                                                     {u"exportJson"_s, "\"ndcg-full-ideal\""}};
    for (const auto& [action, expected] : tables) {
        const QString path = m_folder->filePath(action);
        filedialogs::setNextAnswer(path);
        child<QAction>(action)->trigger();
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY2(file.readAll().contains(expected), qPrintable(action));
    }
    child<QAction>(u"copyAsText"_s)->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(u"Popular"_s));
    child<QTabBar>(u"benchTabs"_s)->setCurrentIndex(BenchResults::BarsTab);
    const QString svg = m_folder->filePath(u"chart.svg"_s);
    filedialogs::setNextAnswer(svg);
    child<QAction>(u"exportSvg"_s)->trigger();
    QVERIFY(QFileInfo(svg).size() > 1000);
    const QString all = m_folder->filePath(u"all"_s);
    QVERIFY(QDir().mkpath(all));
    filedialogs::setNextAnswer(all);
    child<QAction>(u"exportAllCharts"_s)->trigger();
    QCOMPARE(QDir(all).entryList(QDir::Files).size(), 18); // six charts, three formats
    QCOMPARE(child<QPushButton>(u"benchExport"_s)->shortcut(), QKeySequence(u"Ctrl+E"_s));
}

void TestCompareBench::failedExportSaysWhy() {
    run({u"popular"_s, u"als-hkv"_s});
    const QString path = m_folder->filePath(u"nowhere/table.csv"_s);
    filedialogs::setNextAnswer(path);
    child<QAction>(u"exportCsv"_s)->trigger();
    auto* notice = child<Notice>(u"benchNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel*>(u"noticeDetail"_s)->text().startsWith(path));
    filedialogs::setNextAnswer({}); // backed out: nothing happens
    notice->hide();
    child<QAction>(u"exportCsv"_s)->trigger();
    QVERIFY(!notice->isVisible());
}

void TestCompareBench::earlierComparisonsOpenAddAndGo() {
    run({u"popular"_s, u"als-hkv"_s});
    run({u"itemknn"_s, u"als-hkv"_s});
    auto* tabs = child<QTabBar>(u"benchTabs"_s);
    QCOMPARE(tabs->tabText(BenchResults::StoredTab), u"Earlier (2)"_s);
    tabs->setCurrentIndex(BenchResults::StoredTab);
    auto* tree = child<QTreeWidget>(u"storedComparisons"_s);
    QCOMPARE(tree->topLevelItemCount(), 2);
    // The older one: its Popular joins the table of the newer, with its date.
    QTreeWidgetItem* older = tree->topLevelItem(1);
    tree->setCurrentItem(older->child(0));
    QVERIFY(child<QPushButton>(u"addStoredRow"_s)->isEnabled());
    click(u"addStoredRow"_s);
    QVERIFY(finish());
    QTRY_COMPARE(model().rowCount(), 3);
    QVERIFY(cell(2, 0).startsWith(u"Popular ("_s));
    tabs->setCurrentIndex(BenchResults::StoredTab);
    tree->setCurrentItem(tree->topLevelItem(1));
    click(u"openStored"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(tabs->currentIndex(), int(BenchResults::TableTab));
    QCOMPARE(cell(0, 0), u"Popular"_s);
    QVERIFY(cell(0, ComparisonModel::ValueColumn) != u"–"_s);
    tabs->setCurrentIndex(BenchResults::StoredTab);
    const auto answer = [this](const QString& button) {
        QTimer::singleShot(0, this, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                return;
            if (auto* yes = box->findChild<QPushButton*>(button))
                yes->click();
            else
                box->reject();
        });
        click(u"removeStored"_s);
    };
    tree->setCurrentItem(tree->topLevelItem(1));
    answer(u"none"_s);
    QCOMPARE(tree->topLevelItemCount(), 2);
    answer(u"confirmRemoveYes"_s);
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
}

void TestCompareBench::everythingHasAName() {
    run({u"popular"_s, u"als-hkv"_s});
    auto* bench = child<CompareBench>(u"compareBench"_s);
    for (const QWidget* widget :
         bench->findChildren<QWidget*>() + bench->actions()->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
            widget->objectName().startsWith(u"qt_"_s) || widget->window() != m_window.get())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                           qobject_cast<const QLabel*>(widget) || qobject_cast<const QTabBar*>(widget);
        QVERIFY2(named,
                 qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(TestCompareBench)
#include "tst_comparebench.moc"
