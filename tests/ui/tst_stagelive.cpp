#include "core/recsys/live/eventweights.h"
#include "core/recsys/live/similaritems.h"
#include "core/services/services.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"
#include "tests/ui/stagefixture.h"
#include "ui/dialogs/datasetuserdialog.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/dialogs/newuserdialog.h"
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
#include "ui/widgets/userchooser.h"
#include "ui/widgets/whypanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace recital;
using namespace Qt::StringLiterals;

/// What the room sees of learning: users, events, differences, the ghost, the reason, the past.
class TestStageLive : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void keyboardAlone();
    void everyEventHasAKey_data();
    void everyEventHasAKey();
    void buttonsInTheRow();
    void menuOfAFilm();
    void keysActOnTheMap();
    void lastInputDecidesTheTarget();
    void whatChangedIsSaid();
    void whatLeftIsNamed();
    void unchangedSaysSo();
    void askAgainSaysIdentical();
    void ghostShowsWhatALikeWouldDo();
    void ghostIsQuickAndGoesAtOnce();
    void noGhostFromAListThatMoved();
    void uncheckingRecomputes();
    void whySumsForADatasetUser();
    void ribbonsAreTheShares();
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
    void drawerOpensAndCloses();

private:
    template<typename T>
    T* find(const char* name) const {
        T* widget = m_page->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(widget != nullptr, "find", name);
        return widget;
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    LiveSession& live() const { return m_services->live; }
    RecommendationView* list() const { return find<RecommendationView>("recommendationList"); }
    FilmMap* map() const { return find<FilmMap>("filmMap"); }
    WhyPanel* why() const { return find<WhyPanel>("whyPanel"); }
    ItemIndex itemOf(int row) const {
        return list()->recommendations().rows()[static_cast<std::size_t>(row)].item;
    }
    QStringList films() const {
        QStringList result;
        for (const RecommendationRow& row : list()->recommendations().rows())
            result += row.title + u' ' + row.score;
        return result;
    }
    QPoint centreOf(int row) const { return list()->visualRect(list()->model()->index(row, 0)).center(); }
    void like(std::initializer_list<ItemIndex> films) const {
        for (const ItemIndex film : films)
            QVERIFY(live().act(EventType::Like, film).ok());
    }
    QString fullText(const char* label) const { return find<ElidedLabel>(label)->fullText(); }

    ModelSnapshot m_generated;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<StagePage> m_page;
};

void TestStageLive::initTestCase() {
    m_generated = test::generatedSnapshot();
    m_theme = std::make_unique<Theme>();
}

void TestStageLive::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_services = Services::create(m_folder->path()).value();
    m_page = std::make_unique<StagePage>(*m_services, *m_theme);
    m_page->resize(1200, 664);
    m_page->setReduceMotion(true);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_services->store.publish(m_generated);
}

void TestStageLive::cleanup() {
    m_page.reset();
    m_services.reset();
    m_folder.reset();
}

/// A user, a film, a like, a dislike, a rating, another rule, undo, a jump, an unticked reason, another user:
/// nobody touches the mouse.
void TestStageLive::keyboardAlone() {
    // The menu and the dialog have event loops of their own; the dialog's runs inside the menu's key.
    QTimer menuKeys;
    QTimer dialogKeys;
    connect(&menuKeys, &QTimer::timeout, this, [&] {
        if (QWidget* menu = QApplication::activePopupWidget()) {
            menuKeys.stop();
            dialogKeys.start(20);
            QTest::keyClick(menu, Qt::Key_N); // "New user..."
        }
    });
    connect(&dialogKeys, &QTimer::timeout, this, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr)
            return;
        dialogKeys.stop();
        auto* name = dialog->findChild<QLineEdit*>(u"newUserName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Zoe"_s);
        QTest::keyClick(name, Qt::Key_Return);
    });
    menuKeys.start(20);
    auto* chooser = find<UserChooser>("userChooser");
    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Space);
    QTRY_VERIFY(!menuKeys.isActive() && !dialogKeys.isActive());
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QCOMPARE(live().user().name, u"Zoe"_s);
    const qint64 zoe = live().user().id;

    m_page->focusSearch();
    auto* search = find<QLineEdit>("filmSearch");
    QTest::keyClicks(search, u"matrix"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(live().likedItems().size(), 1U);
    for (int tabs = 0; tabs < 60 && QApplication::focusWidget() != list(); ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), list());
    QTest::keyClick(list(), Qt::Key_Home);
    const ItemIndex disliked = itemOf(0);
    QTest::keyClick(list(), Qt::Key_D);
    QCOMPARE(live().eventOf(disliked)->event.type, EventType::Dislike);
    const ItemIndex rated = list()->currentItem();
    QVERIFY(rated >= 0);
    QTest::keyClick(list(), Qt::Key_5);
    QCOMPARE(live().eventOf(rated)->event.stars, 5);
    QCOMPARE(live().user().events.size(), 3U);

    auto* resolve = find<QAbstractButton>("segment_resolve");
    resolve->setFocus();
    QTest::keyClick(resolve, Qt::Key_Space);
    QVERIFY(std::holds_alternative<ResolveRule>(live().state().rule));
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(std::holds_alternative<RecencyRule>(live().state().rule));

    QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
    auto* history = find<HistoryPanel>("historyPanel");
    QTRY_COMPARE(QApplication::focusWidget(), history);
    const std::size_t before = live().position();
    QTest::keyClick(history, Qt::Key_Up);
    QTest::keyClick(history, Qt::Key_Return);
    QCOMPARE(live().position(), before - 1);
    QCOMPARE(live().user().events.size(), 2U);
    QTest::keyClick(history, Qt::Key_D, Qt::ControlModifier);
    QVERIFY(m_page->live().drawer().isHidden());

    QListView* reasons = why()->list();
    reasons->setFocus();
    reasons->setCurrentIndex(reasons->model()->index(0, 0));
    QTest::keyClick(reasons, Qt::Key_Space);
    QCOMPARE(std::ranges::count_if(live().user().events, &LiveEvent::muted), 1);

    QVERIFY(live().addDatasetUser(3).ok());
    live().chooseUser(zoe);
    QCOMPARE(live().user().name, u"Zoe"_s);
    QCOMPARE(live().user().events.size(), 2U); // each keeps its state
}

void TestStageLive::everyEventHasAKey_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("stars");
    const std::pair<Qt::Key, EventType> keys[] = {
        {Qt::Key_V, EventType::View},    {Qt::Key_C, EventType::Click},    {Qt::Key_L, EventType::Like},
        {Qt::Key_D, EventType::Dislike}, {Qt::Key_P, EventType::Purchase}, {Qt::Key_S, EventType::Share}};
    for (const auto& [key, type] : keys)
        QTest::newRow(eventKey(type).data()) << static_cast<int>(key) << static_cast<int>(type) << 0;
    for (int stars = 1; stars <= 5; ++stars)
        QTest::addRow("%d stars", stars) << Qt::Key_0 + stars << static_cast<int>(EventType::Rating) << stars;
}

void TestStageLive::everyEventHasAKey() {
    QFETCH(int, key);
    QFETCH(int, type);
    QFETCH(int, stars);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    const ItemIndex film = itemOf(1);
    QTest::keyClick(list(), static_cast<Qt::Key>(key));
    QCOMPARE(live().user().events.size(), 1U);
    const Event& event = live().user().events.front().event;
    QCOMPARE(event.item, film);
    QCOMPARE(static_cast<int>(event.type), type);
    QCOMPARE(event.stars, stars);
    QVERIFY(fullText("changeLabel").contains(eventText(event, *m_generated.dataset))); // what the key did
}

void TestStageLive::buttonsInTheRow() {
    const ItemIndex film = itemOf(3);
    QTest::mouseMove(list()->viewport(), centreOf(3));
    QTRY_VERIFY(list()->showsActions(film));
    const QRect dislike = list()->actionRect(film, {EventType::Dislike, 0});
    QVERIFY(list()->visualRect(list()->model()->index(3, 0)).contains(dislike));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, dislike.center());
    QCOMPARE(live().user().events.size(), 1U);
    QCOMPARE(live().user().events.front().event.type, EventType::Dislike);
    QCOMPARE(live().user().events.front().event.item, film);
    for (const RowActions::Action& a : RowActions::all()) // none covers another
        for (const RowActions::Action& b : RowActions::all())
            QVERIFY(a == b || !list()->actionRect(itemOf(0), a).intersects(list()->actionRect(itemOf(0), b)));
}

void TestStageLive::menuOfAFilm() {
    const ItemIndex film = itemOf(0);
    emit list()->menuRequested(film, QPoint(10, 10));
    auto* menu = m_page->findChild<QMenu*>(u"filmMenu"_s);
    QVERIFY(menu != nullptr);
    auto* share = menu->findChild<QAction*>(u"event_S"_s);
    QVERIFY(share != nullptr);
    share->trigger();
    menu->close();
    QCOMPARE(live().eventOf(film)->event.type, EventType::Share);
    QTRY_VERIFY(m_page->findChild<QMenu*>(u"filmMenu"_s) == nullptr);
    emit map()->menuRequested(film, QPoint(10, 10));
    menu = m_page->findChild<QMenu*>(u"filmMenu"_s);
    menu->findChild<QAction*>(u"takeBackAction"_s)->trigger();
    menu->close();
    QVERIFY(live().eventOf(film) == nullptr);
}

void TestStageLive::keysActOnTheMap() {
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Right, Qt::ShiftModifier);
    const ItemIndex film = map()->selected();
    QVERIFY(film >= 0);
    QTest::keyClick(map(), Qt::Key_2);
    QCOMPARE(live().user().events.size(), 1U);
    QCOMPARE(live().user().events.front().event.stars, 2);
    QCOMPARE(map()->marks().disliked, (std::vector<ItemIndex>{film})); // two stars are negative: a cross
    QVERIFY(live().likedItems().empty());
}

void TestStageLive::lastInputDecidesTheTarget() {
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(5, 0));
    QCOMPARE(list()->eventTarget(), itemOf(5));
    QTest::mouseMove(list()->viewport(), centreOf(2));
    QTRY_COMPARE(list()->eventTarget(), itemOf(2));
    QTest::keyClick(list(), Qt::Key_Down); // the pointer rests; the keyboard goes on
    QCOMPARE(list()->eventTarget(), itemOf(6));
}

void TestStageLive::whatChangedIsSaid() {
    like({8, 16});
    const auto& rows = list()->recommendations().rows();
    const auto entered = std::ranges::count(rows, 0, &RecommendationRow::previousRank);
    const auto moved = std::ranges::count_if(
        rows, [](const RecommendationRow& r) { return r.previousRank != 0 && r.previousRank != r.rank; });
    const QString said = fullText("changeLabel");
    QVERIFY2(said.contains(u"%1 new"_s.arg(entered)), qPrintable(said));
    QVERIFY2(said.contains(u"%1 moved"_s.arg(moved)), qPrintable(said));
    for (const RankChange& change : live().recommendations()) {
        const auto row = std::ranges::find(rows, change.item, &RecommendationRow::item);
        const double by = static_cast<double>(change.score) - static_cast<double>(change.previousScore);
        QCOMPARE(row->scoreChange, change.entered() || std::abs(by) < 0.0005 ? QString() : signedNumber(by));
    }
    QVERIFY(live().undo().ok());
    QVERIFY(fullText("changeLabel").startsWith(u"Undone: "_s));
}

void TestStageLive::whatLeftIsNamed() {
    const ItemIndex first = itemOf(0);
    like({first});
    const QString left = fullText("departedLabel");
    QVERIFY(!live().departed().empty());
    for (const ScoredItem& item : live().departed())
        QVERIFY2(left.contains(QString::fromStdString(m_generated.dataset->item(item.item).title)),
                 qPrintable(left));
    QVERIFY(left.contains(u"(Like)"_s)); // the liked film left because it was liked
}

void TestStageLive::unchangedSaysSo() {
    EventStrengths strengths;
    strengths.view = 0.0;
    QVERIFY(live().setStrengths(strengths).ok());
    const QStringList before = films();
    QVERIFY(live().act(EventType::View, itemOf(0)).ok()); // a look that says nothing, and leaves the film on
    QCOMPARE(films(), before);
    QVERIFY2(fullText("changeLabel").contains(u"unchanged"_s), qPrintable(fullText("changeLabel")));
    QVERIFY(text("departedLabel").isEmpty());
}

void TestStageLive::askAgainSaysIdentical() {
    like({8});
    const QStringList before = films();
    const std::size_t position = live().position();
    QTest::mouseClick(find<QAbstractButton>("askAgainButton"), Qt::LeftButton);
    QCOMPARE(films(), before);
    QCOMPARE(live().position(), position);
    QVERIFY(fullText("changeLabel").contains(u"identical"_s));
    like({16});
    QVERIFY(!fullText("changeLabel").contains(u"identical"_s));
}

void TestStageLive::ghostShowsWhatALikeWouldDo() {
    like({8, 16});
    const std::size_t events = live().user().events.size();
    const QStringList before = films();
    const ItemIndex film = itemOf(4);
    const LiveSession::Preview preview = live().preview(EventType::Like, film);
    QTest::mouseMove(list()->viewport(), centreOf(4));
    QTRY_VERIFY(list()->hasGhost());
    QCOMPARE(list()->ghostRank(film), 0); // the liked film itself would leave
    for (const RankChange& change : preview.changes)
        if (!change.entered())
            QCOMPARE(list()->ghostRank(change.item), change.rank);
    QVERIFY(map()->marks().ghost.has_value());
    QCOMPARE(map()->marks().ghost->x(), static_cast<double>(preview.position->x()));
    QVERIFY(fullText("changeLabel").contains(u"nothing has happened yet"_s));
    QCOMPARE(films(), before);
    QCOMPARE(live().user().events.size(), events);
    // And the like does what the ghost said.
    like({film});
    QVERIFY(!list()->hasGhost());
    std::vector<ItemIndex> now;
    for (const RankChange& change : live().recommendations())
        now.push_back(change.item);
    std::vector<ItemIndex> promised;
    for (const RankChange& change : preview.changes)
        promised.push_back(change.item);
    QCOMPARE(now, promised);
}

void TestStageLive::ghostIsQuickAndGoesAtOnce() {
    like({8, 16});
    std::vector<double> milliseconds;
    for (int row = 0; row < 8; ++row) {
        QTest::mouseMove(list()->viewport(), centreOf(row));
        QElapsedTimer dwell;
        dwell.start();
        while (!list()->hasGhost() && dwell.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        QVERIFY(list()->hasGhost());
        list()->viewport()->repaint();
        map()->repaint();
        milliseconds.push_back(static_cast<double>(dwell.nsecsElapsed()) * 1e-6 -
                               StageLive::dwellMilliseconds);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(list(), &leave);
        QVERIFY(!list()->hasGhost()); // within the same event, so within the frame
        QVERIFY(!map()->marks().ghost.has_value());
    }
    std::ranges::sort(milliseconds);
    qInfo("ghost after the dwell of %d ms: median %.1f ms, worst of 8 %.1f ms", StageLive::dwellMilliseconds,
          milliseconds[4], milliseconds.back());
    QCOMPARE_LT(milliseconds[4], test::timeLimit(50.0));
}

void TestStageLive::noGhostFromAListThatMoved() {
    QTest::mouseMove(list()->viewport(), centreOf(2));
    QTRY_VERIFY(list()->hasGhost());
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, centreOf(2) - QPoint(0, 14));
    QCOMPARE(live().user().events.size(), 1U);
    QVERIFY(!list()->hasGhost());
    QTest::qWait(2 * StageLive::dwellMilliseconds); // another film lies under the resting pointer now
    QVERIFY(!list()->hasGhost());
}

void TestStageLive::uncheckingRecomputes() {
    like({8, 16});
    const QStringList two = films();
    like({3});
    const QStringList three = films();
    QVERIFY(two != three);
    QListView* reasons = why()->list();
    const auto& rows = why()->rows();
    const qint64 newest = live().user().events.back().logId;
    const auto at = std::ranges::find(rows, newest, &WhyRow::logId) - rows.begin();
    reasons->setFocus();
    reasons->setCurrentIndex(reasons->model()->index(static_cast<int>(at), 0));
    QTest::keyClick(reasons, Qt::Key_Space);
    QVERIFY(live().user().events.back().muted);
    QCOMPARE(films(), two); // as if it had not happened
    const auto muted = std::ranges::find(why()->rows(), newest, &WhyRow::logId);
    QVERIFY(!muted->counted);
    const ItemIndex explained = map()->marks().ribbonTarget;
    QVERIFY(std::abs(why()->sum() - static_cast<double>(live().scoreOf(explained))) < 1e-5);
    QVERIFY(fullText("changeLabel").contains(u"left out"_s));
    QVERIFY(live().undo().ok());
    QCOMPARE(films(), three);
}

void TestStageLive::whySumsForADatasetUser() {
    QVERIFY(live().addDatasetUser(5).ok());
    QVERIFY(live().known().size() > 5);
    like({8});
    QVERIFY(live().act(EventType::Dislike, 17).ok());
    for (int row = 0; row < list()->recommendations().rowCount(); ++row) {
        list()->setCurrentIndex(list()->model()->index(row, 0));
        const double score = static_cast<double>(live().scoreOf(itemOf(row)));
        QVERIFY(std::abs(why()->sum() - score) < 1e-5);
        QVERIFY(
            text("whySum").contains(list()->recommendations().rows()[static_cast<std::size_t>(row)].score));
        const auto of = [&](WhyRow::Kind kind) {
            return std::ranges::count(why()->rows(), kind, &WhyRow::kind);
        };
        QCOMPARE(of(WhyRow::Kind::Event), 2);
        QCOMPARE(of(WhyRow::Kind::Known), 3); // the largest ones singly
        QCOMPARE(of(WhyRow::Kind::Rest), 1);  // the rest summed
        QCOMPARE(of(WhyRow::Kind::Base), 0);  // nothing but the model
    }
    QVERIFY(live().addUser(u"Nobody"_s).ok());
    QCOMPARE(why()->rows().size(), 1U); // everybody's list: the start alone
    QCOMPARE(why()->rows().front().kind, WhyRow::Kind::Base);
    like({8});
    QCOMPARE(std::ranges::count(why()->rows(), WhyRow::Kind::Base, &WhyRow::kind), 1);
    const ItemIndex explained = map()->marks().ribbonTarget;
    QVERIFY(std::abs(why()->sum() - static_cast<double>(live().scoreOf(explained))) < 1e-5);
}

void TestStageLive::ribbonsAreTheShares() {
    like({8, 16, 3});
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QCOMPARE(map()->marks().ribbonTarget, itemOf(1));
    QCOMPARE(map()->marks().ribbons.size(), 3U);
    double sum = 0.0;
    for (const MapRibbon& ribbon : map()->marks().ribbons)
        sum += ribbon.share;
    QVERIFY(std::abs(sum - static_cast<double>(live().scoreOf(itemOf(1)))) < 1e-5);
    // They are drawn: without them the picture is another one.
    const QImage with = map()->grab().toImage();
    map()->setRibbons(-1, {});
    QVERIFY(map()->grab().toImage() != with);
}

void TestStageLive::historyJumps() {
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

void TestStageLive::stateShowsTheVector() {
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

void TestStageLive::weightsFollowTheRule() {
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

void TestStageLive::similarFilms() {
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

void TestStageLive::logIsFilteredAndComesBack() {
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

void TestStageLive::tasteMovesTheList() {
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

void TestStageLive::ruleSwitchKeepsItsSettings() {
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

void TestStageLive::strengthsAreValidated() {
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

void TestStageLive::datasetUsersById() {
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

void TestStageLive::presetsAreInTheMenu() {
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
    const auto& rows = list()->recommendations().rows();
    for (const RecommendationRow& row : rows) // what was hidden from the model and found is marked
        QCOMPARE(row.isHit, std::ranges::binary_search(live().heldOut(), row.item));
    emit menu->aboutToShow();
    menu->findChild<QAction*>(u"removeUserAction"_s)->trigger();
    QVERIFY(live().user().datasetUser != preset.user);
}

void TestStageLive::drawerOpensAndCloses() {
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

QTEST_MAIN(TestStageLive)
#include "tst_stagelive.moc"
