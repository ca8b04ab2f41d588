#include "core/recsys/live/eventweights.h"
#include "core/recsys/live/similaritems.h"
#include "core/services/services.h"
#include "tests/ui/livestage.h"
#include "tests/ui/stagefixture.h"
#include "ui/dialogs/datasetuserdialog.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/dialogs/strengthsdialog.h"
#include "ui/livetext.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/historypanel.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/stagedrawer.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace recital;
using namespace Qt::StringLiterals;

/// What stands around the list: the drawer with its panels, the rule, users of the data, dialogs.
class TestStagePanels : public QObject, test::LiveStage {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void historyJumps();
    void stateShowsTheVector();
    void weightsFollowTheRule();
    void similarFilms();
    void logIsFilteredAndComesBack();
    void tasteMovesTheList();
    void ruleSwitchKeepsItsSettings();
    void strengthsAreValidated();
    void datasetUsersById();
    void presetsAreInTheMenu();
    void foundHiddenLikesAreMarked();
    void drawerOpensAndCloses();
};

void TestStagePanels::initTestCase() {
    m_generated = test::generatedSnapshot();
    m_theme = std::make_unique<Theme>();
}

void TestStagePanels::init() {
    open();
}

void TestStagePanels::cleanup() {
    close();
}

void TestStagePanels::historyJumps() {
    m_page->live().openDrawer(u"history"_s);
    auto* history = find<HistoryPanel>("historyPanel");
    like({8, 16, 3});
    QVERIFY(live().setRule(ResolveRule{}).ok());
    const int rows = history->model()->rowCount();
    QCOMPARE(rows, static_cast<int>(live().history().size()));
    const auto line = [&](int row) { return history->model()->index(row, 0).data().toString(); };
    QVERIFY(line(rows - 1).contains(u"Exact re-solve"_s));
    QVERIFY(line(rows - 1).startsWith(u'\u25B6'));
    const QStringList last = films();
    const QModelIndex target = history->model()->index(rows - 3, 0);
    QTest::mouseClick(history->viewport(), Qt::LeftButton, {}, history->visualRect(target).center());
    QCOMPARE(live().user().events.size(), 2U);
    QCOMPARE(history->model()->rowCount(), rows); // what is ahead stays in sight, greyed
    QVERIFY(history->model()->index(rows - 1, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(!history->model()->index(rows - 3, 0).data(Qt::ForegroundRole).isValid());
    history->setFocus();
    QTest::keyClick(history, Qt::Key_End);
    QTest::keyClick(history, Qt::Key_Return);
    QCOMPARE(films(), last);
}

void TestStagePanels::stateShowsTheVector() {
    m_page->live().openDrawer(u"state"_s);
    QVERIFY(text("stateNorms").isEmpty());
    like({8, 16});
    QVERIFY(live().act(EventType::Dislike, 3).ok());
    QVERIFY(text("stateCounts").contains(u"Like 2"_s));
    QVERIFY(text("stateCounts").contains(u"Dislike 1"_s));
    const Eigen::VectorXf now = *live().userVector();
    const QString moved =
        QLocale().toString(static_cast<double>((now - *live().vectorBefore()).norm()), 'f', 3);
    QVERIFY2(text("stateNorms").contains(moved), qPrintable(text("stateNorms")));
    auto* recent = find<QTableWidget>("stateRecent");
    QCOMPARE(recent->rowCount(), 3);
    QCOMPARE(recent->item(0, 2)->text(), signedNumber(-1.0)); // the newest counts in full
    QCOMPARE(recent->item(2, 2)->text(), signedNumber(0.81));
}

void TestStagePanels::weightsFollowTheRule() {
    const std::vector<Interaction> events{{1, 1.0F}, {2, 0.0F}, {3, -0.5F}, {4, 1.0F}};
    const auto equal = [](const std::vector<double>& a, const std::vector<double>& b) {
        return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) < 1e-12; });
    };
    QVERIFY(equal(eventWeights(ResolveRule{}, {{}, events}), {1.0, 0.0, -0.5, 1.0}));
    QVERIFY(equal(eventWeights(RecencyRule{0.9}, {{}, events}), {0.81, 0.0, -0.45, 1.0}));
    QVERIFY(
        equal(eventWeights(MovingAverageRule{0.2}, {{}, events}), {0.2 * 0.9 * 0.8, 0.0, -0.1 * 0.8, 0.2}));
    QVERIFY(eventWeights(RecencyRule{}, {}).empty());
}

void TestStagePanels::similarFilms() {
    like({8});
    list()->setCurrentIndex(list()->model()->index(0, 0));
    m_page->live().openDrawer(u"similar"_s);
    auto* table = find<QTableWidget>("similarTable");
    const auto expected = [&](ItemSimilarity similarity) {
        const auto past = live().pastOf(live().user());
        return similarItems(*live().models().als, itemOf(0), similarity, past.view(), live().state().rule,
                            10);
    };
    const std::pair<const char*, ItemSimilarity> kinds[] = {{"segment_cosine", ItemSimilarity::Cosine},
                                                            {"segment_dot", ItemSimilarity::DotProduct},
                                                            {"segment_user", ItemSimilarity::ForUser}};
    for (const auto& [button, similarity] : kinds) {
        find<QAbstractButton>(button)->click();
        const auto items = expected(similarity);
        QCOMPARE(table->rowCount(), static_cast<int>(items.size()));
        for (int row = 0; row < table->rowCount(); ++row) {
            const SimilarItem& item = items[static_cast<std::size_t>(row)];
            QVERIFY(table->item(row, 0)->text().contains(
                QString::fromStdString(m_generated.dataset->item(item.item).title)));
            for (std::size_t kind = 0; kind < 3; ++kind)
                QCOMPARE(table->item(row, 2 + static_cast<int>(kind))->text(),
                         QString::number(item.rank[kind]) + u'.');
        }
    }
    table->selectRow(2);
    QCOMPARE(map()->selected(), expected(ItemSimilarity::ForUser)[2].item);
}

void TestStagePanels::logIsFilteredAndComesBack() {
    QVERIFY(live().addUser(u"Alice"_s).ok());
    like({8, 16});
    QVERIFY(live().act(EventType::Dislike, 3).ok());
    QVERIFY(live().undo().ok());
    m_page->live().openDrawer(u"events"_s);
    auto* table = find<QTableView>("logTable");
    QCOMPARE(table->model()->rowCount(), 4); // three events, and the line that takes one back
    find<QComboBox>("logType")->setCurrentIndex(1 + static_cast<int>(EventType::Dislike));
    QCOMPARE(table->model()->data(table->model()->index(table->model()->rowCount() - 1, 3)).toString(),
             u"Dislike"_s);
    QVERIFY(table->model()
                ->index(table->model()->rowCount() - 1, 3)
                .data(Qt::ForegroundRole)
                .isValid()); // taken back
    find<QComboBox>("logType")->setCurrentIndex(0);
    const QString path = m_folder->filePath(u"events.csv"_s);
    filedialogs::setNextAnswer(path);
    find<QAbstractButton>("logExport")->click();
    QVERIFY(QFile::exists(path));
    const std::size_t users = live().state().users.size();
    filedialogs::setNextAnswer(path);
    find<QAbstractButton>("logImport")->click();
    QCOMPARE(live().state().users.size(), users + 1);
    QVERIFY2(find<ElidedLabel>("logStatus")->fullText().contains(u"imported"_s),
             qPrintable(find<ElidedLabel>("logStatus")->fullText()));
    QCOMPARE(live().state().users.back()->events.size(), 2U); // what counted counts again
}

void TestStagePanels::tasteMovesTheList() {
    m_page->live().openDrawer(u"taste"_s);
    QCOMPARE(live().ranking().tier, Tier::Popular);
    const QStringList popular = films();
    auto* horror = find<QSlider>("taste_Horror");
    horror->setFocus();
    const std::size_t entries = live().history().size();
    QTest::keyClick(horror, Qt::Key_End);
    QVERIFY(films() != popular);
    const unsigned bit = 1U << 5; // Horror in the generated data
    for (int row = 0; row < 5; ++row)
        QVERIFY((m_generated.dataset->item(itemOf(row)).genres & bit) != 0);
    QTest::keyClick(horror, Qt::Key_Left);
    QCOMPARE(live().history().size(), entries + 1); // one drag, one entry
    QVERIFY(live().undo().ok());
    QCOMPARE(films(), popular);
    QCOMPARE(horror->value(), 0); // the slider follows
}

void TestStagePanels::ruleSwitchKeepsItsSettings() {
    like({8, 16, 3});
    auto* slider = find<QSlider>("ruleSlider");
    QCOMPARE(slider->value(), 90);
    slider->setValue(70);
    QCOMPARE(std::get<RecencyRule>(live().state().rule).decay, 0.7);
    find<QAbstractButton>("segment_average")->click();
    QCOMPARE(std::get<MovingAverageRule>(live().state().rule).mix, 0.2);
    QCOMPARE(text("ruleValue"), u"mix 0.20"_s);
    QVERIFY(slider->toolTip().contains(u"0.8 u + 0.2 y"_s)); // the formula with its numbers
    find<QAbstractButton>("segment_resolve")->click();
    QVERIFY(!slider->isEnabled());
    find<QAbstractButton>("segment_recency")->click();
    QCOMPARE(std::get<RecencyRule>(live().state().rule).decay, 0.7);
    QVERIFY(live().undo().ok());
    QVERIFY(find<QAbstractButton>("segment_resolve")->isChecked()); // the bar follows the past
}

void TestStagePanels::strengthsAreValidated() {
    StrengthsDialog dialog(EventStrengths{}, *m_theme);
    auto* dislike = dialog.findChild<QDoubleSpinBox*>(u"strength_D"_s);
    auto* take = dialog.findChild<QAbstractButton*>(u"strengthsTake"_s);
    QVERIFY(take->isEnabled());
    QCOMPARE(dialog.strengths(), EventStrengths{});
    dislike->setValue(-2.5);
    QCOMPARE(dialog.strengths().dislike, -2.5);
    dislike->setValue(-25);
    QVERIFY(!take->isEnabled());
    QVERIFY(!dialog.findChild<QLabel*>(u"strengthsProblem"_s)->text().isEmpty());
    dialog.findChild<QAbstractButton*>(u"strengthsDefaults"_s)->click();
    QCOMPARE(dialog.strengths(), EventStrengths{});
    QVERIFY(take->isEnabled());
}

void TestStagePanels::datasetUsersById() {
    DatasetUserDialog dialog(m_generated.dataset, summarizeUsers(*m_generated.dataset), *m_theme);
    auto* table = dialog.findChild<QTableView*>(u"datasetUserTable"_s);
    QCOMPARE(table->model()->rowCount(), m_generated.dataset->userCount());
    const auto summaries = summarizeUsers(*m_generated.dataset);
    const auto most = std::ranges::max_element(summaries, {}, &UserSummary::positives);
    QCOMPARE(summaries[static_cast<std::size_t>(dialog.user())].positives, most->positives); // by activity
    auto* genre = dialog.findChild<QComboBox*>(u"datasetUserGenre"_s);
    genre->setCurrentIndex(6); // Horror, after "any"
    QVERIFY(dialog.user() >= 0);
    QCOMPARE(summaries[static_cast<std::size_t>(dialog.user())].genre, 5); // by taste
    genre->setCurrentIndex(0);
    QTest::keyClicks(dialog.findChild<QLineEdit*>(u"datasetUserNumber"_s), u"42"_s);
    QCOMPARE(m_generated.dataset->userId(dialog.user()), UserId{42}); // by number
    QTest::keyClicks(dialog.findChild<QLineEdit*>(u"datasetUserNumber"_s), u"000"_s);
    QCOMPARE(dialog.user(), UserIndex{-1});
    QVERIFY(!dialog.findChild<QAbstractButton*>(u"datasetUserTake"_s)->isEnabled());
}

void TestStagePanels::presetsAreInTheMenu() {
    auto* menu = m_page->findChild<QMenu*>(u"userMenu"_s);
    QTRY_VERIFY(!live().presets().empty());
    emit menu->aboutToShow();
    const UserPreset& preset = live().presets().front();
    auto* action = menu->findChild<QAction*>(u"preset_%1"_s.arg(m_generated.dataset->userId(preset.user)));
    QVERIFY(action != nullptr);
    QVERIFY(action->text().contains(QString::number(preset.positives)));
    action->trigger();
    QCOMPARE(live().user().datasetUser, preset.user);
    QCOMPARE(static_cast<int>(live().known().size()), preset.positives);
    emit menu->aboutToShow();
    menu->findChild<QAction*>(u"removeUserAction"_s)->trigger();
    QVERIFY(live().user().datasetUser != preset.user);
}

void TestStagePanels::foundHiddenLikesAreMarked() {
    const auto& rows = list()->recommendations().rows();
    int marked = 0;
    for (UserIndex user = 0; user < 20; ++user) {
        QVERIFY(live().addDatasetUser(user).ok());
        QCOMPARE(rows.size(), 10U);
        for (const RecommendationRow& row : rows) {
            QCOMPARE(row.isHit, std::ranges::binary_search(live().heldOut(), row.item));
            marked += row.isHit ? 1 : 0;
        }
    }
    QVERIFY(marked > 0 && marked < 200);
}

void TestStagePanels::drawerOpensAndCloses() {
    StageDrawer& drawer = m_page->live().drawer();
    QVERIFY(drawer.isHidden());
    const int mapHeight = map()->height();
    QTest::mouseClick(find<QAbstractButton>("drawerButton"), Qt::LeftButton);
    QTRY_VERIFY(drawer.isVisible());
    for (const QString& panel : drawer.panels()) {
        drawer.showPanel(panel);
        QCOMPARE(drawer.currentPanel(), panel);
        m_page->grab();
        QVERIFY(map()->height() >= 150); // the map stays in sight
    }
    QTest::mouseClick(find<QAbstractButton>("drawerClose"), Qt::LeftButton);
    QVERIFY(drawer.isHidden());
    QTRY_COMPARE(map()->height(), mapHeight);
}

QTEST_MAIN(TestStagePanels)
#include "tst_stagepanels.moc"
