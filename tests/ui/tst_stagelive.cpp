#include "core/services/services.h"
#include "tests/timelimit.h"
#include "tests/ui/livestage.h"
#include "tests/ui/stagefixture.h"
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
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace recital;
using namespace Qt::StringLiterals;

/// What the room sees of an event: its keys and buttons, the difference, the ghost, the reason.
class TestStageLive : public QObject, test::LiveStage {
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
    void ghostOfTheButtonPointedAt();
    void ghostIsQuickAndGoesAtOnce();
    void noGhostFromAListThatMoved();
    void uncheckingRecomputes();
    void whySumsForADatasetUser();
    void ribbonsAreTheShares();
};

void TestStageLive::initTestCase() {
    m_generated = test::generatedSnapshot();
    m_theme = std::make_unique<Theme>();
}

void TestStageLive::init() {
    open();
}

void TestStageLive::cleanup() {
    close();
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

void TestStageLive::ghostOfTheButtonPointedAt() {
    like({8, 16});
    const ItemIndex film = itemOf(3);
    const LiveSession::Preview like = live().preview(EventType::Like, film);
    const LiveSession::Preview dislike = live().preview(EventType::Dislike, film);
    QVERIFY(like.position != dislike.position);
    QTest::mouseMove(list()->viewport(), centreOf(3));
    QTRY_VERIFY(list()->hasGhost());
    QTest::mouseMove(list()->viewport(), list()->actionRect(film, {EventType::Dislike, 0}).center());
    QTRY_VERIFY(fullText("changeLabel").contains(u"Dislike"_s));
    QVERIFY(fullText("changeLabel").contains(u"nothing has happened yet"_s));
    QCOMPARE(map()->marks().ghost->x(), static_cast<double>(dislike.position->x()));
    for (const RankChange& change : dislike.changes)
        if (!change.entered())
            QCOMPARE(list()->ghostRank(change.item), change.rank);
    QTest::mouseMove(list()->viewport(), centreOf(3) - QPoint(0, 14)); // the title again: a like
    QTRY_VERIFY(list()->hasGhost() && !fullText("changeLabel").contains(u"Dislike"_s));
    QCOMPARE(map()->marks().ghost->x(), static_cast<double>(like.position->x()));
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

QTEST_MAIN(TestStageLive)
#include "tst_stagelive.moc"
