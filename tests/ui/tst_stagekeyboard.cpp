#include "core/recsys/io/loader.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/stagewindow.h"
#include "ui/pages/stagelive.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/historypanel.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/stagedrawer.h"
#include "ui/widgets/whypanel.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace recital;
using namespace Qt::StringLiterals;
using test::press;
using test::tabTo;
using test::type;

/// Nobody touches the mouse, and nobody calls a slot: keys go to the window as from a keyboard, and what they
/// did is read from the session and the screen.
class TestStageKeyboard : public QObject, private test::StageWindow {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void wholeStory();
    void ruleTestStartsAndStops();
    void reasonsKeepTheirPlace();

private:
    // The story, in its order.
    void opensTheStage();
    void makesAlice();
    void judgesFilms();
    void walksTheList();
    void unticksAnEvent();
    void changesTheRule();
    void undoesAndRedoes();
    void jumpsInTheHistory();
    void opensEveryPanel();
    void filtersTheLog();
    void makesBob();
    void findsAliceAsSheWas();
    void blendsTwoUsers();
    void seesEveryView();
    void asksAgain();

    void newUser(const char* name);
    void chooseUser(const QString& name);

    RecommendationView* list() const { return find<RecommendationView>(u"recommendationList"_s); }
    QListView* reasons() const { return find<QListView>(u"whyList"_s); }
    const Dataset& data() const { return *m_generated.dataset; }
    QString said() const { return find<ElidedLabel>(u"changeLabel"_s)->fullText(); }
    bool focusIsIn(const QWidget* widget) const { return widget->isAncestorOf(QApplication::focusWidget()); }
    static QStringList textsOf(const RecommendationView& view) {
        QStringList result;
        for (const RecommendationRow& row : view.recommendations().rows())
            result += row.title + u' ' + row.score;
        return result;
    }
    QStringList films() const { return textsOf(*list()); }

    qint64 m_alice = 0;
    std::vector<LiveEvent> m_alicesEvents;
    QStringList m_alicesFilms;
};

void TestStageKeyboard::initTestCase() {
    prepare();
    m_generated = test::generatedSnapshot();
}

void TestStageKeyboard::init() {
    open();
}

void TestStageKeyboard::cleanup() {
    close();
}

void TestStageKeyboard::wholeStory() {
    for (const auto chapter :
         {&TestStageKeyboard::opensTheStage, &TestStageKeyboard::makesAlice, &TestStageKeyboard::judgesFilms,
          &TestStageKeyboard::walksTheList, &TestStageKeyboard::unticksAnEvent,
          &TestStageKeyboard::changesTheRule, &TestStageKeyboard::undoesAndRedoes,
          &TestStageKeyboard::jumpsInTheHistory, &TestStageKeyboard::opensEveryPanel,
          &TestStageKeyboard::filtersTheLog, &TestStageKeyboard::makesBob,
          &TestStageKeyboard::findsAliceAsSheWas, &TestStageKeyboard::blendsTwoUsers,
          &TestStageKeyboard::seesEveryView, &TestStageKeyboard::asksAgain}) {
        (this->*chapter)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestStageKeyboard::opensTheStage() {
    press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"stage"_s);
    QCOMPARE(stage()->currentView(), u"live"_s);
    QCOMPARE(live().ranking().tier, Tier::Popular);
}

void TestStageKeyboard::newUser(const char* name) {
    QVERIFY(test::newUser([name](QWidget&) {
        type(name); // over the proposal, which is selected
        press(Qt::Key_Return);
    }));
    QCOMPARE(live().user().name, QString::fromLatin1(name));
}

void TestStageKeyboard::chooseUser(const QString& name) {
    QVERIFY(test::inUserMenu([&name](QWidget& shown) {
        const auto* users = qobject_cast<QMenu*>(&shown);
        QVERIFY(users != nullptr);
        const auto stands = [&] {
            return users->activeAction() != nullptr && users->activeAction()->text().startsWith(name);
        };
        for (qsizetype i = 0; i < users->actions().size() && !stands(); ++i)
            press(Qt::Key_Down);
        QVERIFY(stands());
        press(Qt::Key_Return);
    }));
    QCOMPARE(live().user().name, name);
}

void TestStageKeyboard::makesAlice() {
    newUser("Alice");
    m_alice = live().user().id;
    QVERIFY(live().user().events.empty());
}

void TestStageKeyboard::judgesFilms() {
    press(Qt::Key_K, Qt::ControlModifier);
    type("matrix");
    press(Qt::Key_Down); // the second match
    press(Qt::Key_Return);
    QCOMPARE(live().user().events.size(), 1U);
    const Event& found = live().user().events.front().event;
    QCOMPARE(found.type, EventType::Like);
    QCOMPARE(data().item(found.item).title, std::string("Matrix Reloaded"));
    QVERIFY(tabTo("recommendationList"));
    press(Qt::Key_Home);
    const ItemIndex disliked = list()->currentItem();
    press(Qt::Key_D);
    QCOMPARE(live().eventOf(disliked)->event.type, EventType::Dislike);
    press(Qt::Key_Down);
    const ItemIndex rated = list()->currentItem();
    QVERIFY(rated >= 0 && rated != disliked);
    press(Qt::Key_5);
    QCOMPARE(live().eventOf(rated)->event.stars, 5);
    const ItemIndex liked = list()->currentItem();
    press(Qt::Key_L);
    QVERIFY(live().isLiked(liked));
    QCOMPARE(live().user().events.size(), 4U);
    QCOMPARE(live().ranking().tier, Tier::Personal);
}

void TestStageKeyboard::walksTheList() {
    press(Qt::Key_Home);
    const auto& rows = list()->recommendations().rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QCOMPARE(list()->currentItem(), rows[row].item);
        const QString heading = find<ElidedLabel>(u"whyHeading"_s)->fullText();
        QVERIFY2(heading.contains(rows[row].title), qPrintable(heading)); // the reason goes along
        QCOMPARE(find<FilmMap>(u"filmMap"_s)->selected(), rows[row].item);
        press(Qt::Key_Down);
    }
    QCOMPARE(list()->currentItem(), rows.back().item);
}

void TestStageKeyboard::unticksAnEvent() {
    const QStringList before = films();
    QVERIFY(tabTo("whyList", Qt::Key_Backtab));
    press(Qt::Key_Home);
    press(Qt::Key_Space);
    QCOMPARE(std::ranges::count_if(live().user().events, &LiveEvent::muted), 1);
    QVERIFY(films() != before);
    QVERIFY2(said().contains(u"left out"_s), qPrintable(said()));
}

void TestStageKeyboard::changesTheRule() {
    const QStringList recency = films();
    QVERIFY(tabTo("segment_recency"));
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QVERIFY(std::holds_alternative<ResolveRule>(live().state().rule));
    const QStringList resolved = films();
    QVERIFY(resolved != recency);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QCOMPARE(std::get<MovingAverageRule>(live().state().rule).mix, 0.2);
    QVERIFY(films() != resolved);
    QVERIFY(tabTo("ruleSlider"));
    press(Qt::Key_Right, {}, 10);
    QCOMPARE(std::get<MovingAverageRule>(live().state().rule).mix, 0.3);
    QCOMPARE(find<QLabel>(u"ruleValue"_s)->text(), u"mix 0.30"_s);
}

void TestStageKeyboard::undoesAndRedoes() {
    const QStringList last = films();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(std::get<MovingAverageRule>(live().state().rule).mix, 0.2); // the slider's way is one change
    press(Qt::Key_Z, Qt::ControlModifier, 2);
    QVERIFY(std::holds_alternative<RecencyRule>(live().state().rule));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier, 3);
    QCOMPARE(std::get<MovingAverageRule>(live().state().rule).mix, 0.3);
    QCOMPARE(films(), last);
    QVERIFY(!live().canRedo());
}

void TestStageKeyboard::jumpsInTheHistory() {
    const QStringList last = films();
    const std::size_t end = live().position();
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(test::focusName(), u"historyPanel"_s);
    press(Qt::Key_Up, {}, 5);
    press(Qt::Key_Return);
    QCOMPARE(live().position(), end - 5);
    QCOMPARE(live().user().events.size(), 3U); // before the last like, the unticking and the rules
    QVERIFY(films() != last);
    QCOMPARE(test::focusName(), u"historyPanel"_s);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QCOMPARE(live().position(), end);
    QCOMPARE(films(), last);
}

void TestStageKeyboard::opensEveryPanel() {
    const StageDrawer& drawer = stage()->live().drawer();
    QVERIFY(tabTo("segment_history", Qt::Key_Backtab));
    for (const QString& panel : drawer.panels()) {
        if (panel != drawer.panels().front()) {
            press(Qt::Key_Right);
            press(Qt::Key_Space);
        }
        QCOMPARE(drawer.currentPanel(), panel);
    }
    // In the last one: a slider of taste, and back.
    QVERIFY(tabTo("taste_Horror"));
    const QStringList before = films();
    press(Qt::Key_PageUp);
    QCOMPARE(live().user().taste.weights.at(5), 0.25);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(live().user().taste.empty());
    QCOMPARE(films(), before);
    QVERIFY(tabTo("segment_taste", Qt::Key_Backtab));
    press(Qt::Key_Left);
    press(Qt::Key_Space);
    QCOMPARE(drawer.currentPanel(), u"similar"_s);
    QVERIFY(tabTo("similarTable"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    const auto film = [&] {
        return find<QTableView>(u"similarTable"_s)->currentIndex().siblingAtColumn(0).data().toString();
    };
    const QString about = find<ElidedLabel>(u"similarTitle"_s)->fullText();
    const QString chosen = film();
    const std::string& selected = data().item(find<FilmMap>(u"filmMap"_s)->selected()).title;
    QVERIFY2(chosen.startsWith(QString::fromStdString(selected)), qPrintable(chosen)); // the map follows
    press(Qt::Key_Up);
    press(Qt::Key_Down);
    QCOMPARE(find<ElidedLabel>(u"similarTitle"_s)->fullText(), about); // a walk does not change the table
    QCOMPARE(film(), chosen);
    press(Qt::Key_Return);
    QCOMPARE(find<ElidedLabel>(u"similarTitle"_s)->fullText(), u"More like "_s + chosen);
}

void TestStageKeyboard::filtersTheLog() {
    QVERIFY(tabTo("segment_similar", Qt::Key_Backtab));
    press(Qt::Key_Left);
    press(Qt::Key_Space);
    QCOMPARE(stage()->live().drawer().currentPanel(), u"events"_s);
    const QAbstractItemModel* lines = find<QTableView>(u"logTable"_s)->model();
    const int all = lines->rowCount();
    QVERIFY(tabTo("logType"));
    press(Qt::Key_Down, {}, 4); // view, click, like, dislike
    QCOMPARE(lines->rowCount(), 1);
    QCOMPARE(lines->index(0, 3).data().toString(), u"Dislike"_s);
    press(Qt::Key_Home);
    QCOMPARE(lines->rowCount(), all);
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(stage()->live().drawer().isHidden());
    QCOMPARE(test::focusName(), u"recommendationList"_s); // not lost with the drawer
}

void TestStageKeyboard::makesBob() {
    m_alicesEvents = live().user().events;
    m_alicesFilms = films();
    newUser("Bob");
    QVERIFY(live().user().events.empty());
    press(Qt::Key_K, Qt::ControlModifier);
    type("schindler");
    press(Qt::Key_Return);
    QCOMPARE(live().likedItems().size(), 1U);
    QVERIFY(films() != m_alicesFilms);
}

void TestStageKeyboard::findsAliceAsSheWas() {
    chooseUser(u"Alice"_s);
    QCOMPARE(live().user().id, m_alice);
    QVERIFY(live().user().events == m_alicesEvents);
    QCOMPARE(films(), m_alicesFilms);
}

void TestStageKeyboard::blendsTwoUsers() {
    press(Qt::Key_T, Qt::AltModifier);
    QTRY_COMPARE(stage()->currentView(), u"pair"_s);
    const auto* between = find<RecommendationView>(u"pairBlendList"_s);
    const auto order = [&](const QString& name) {
        QStringList titles;
        for (const RecommendationRow& row : find<RecommendationView>(name)->recommendations().rows())
            titles += row.title;
        return titles;
    };
    QVERIFY(tabTo("pairSlider"));
    press(Qt::Key_Home);
    QCOMPARE(order(u"pairBlendList"_s), order(u"pairAList"_s));
    const QStringList atA = textsOf(*between);
    press(Qt::Key_End);
    QCOMPARE(order(u"pairBlendList"_s), order(u"pairBList"_s));
    QVERIFY(textsOf(*between) != atA);
    press(Qt::Key_PageDown, {}, 5);
    QCOMPARE(find<QLabel>(u"pairShare"_s)->text(), u"50 % A, 50 % B"_s);
}

void TestStageKeyboard::seesEveryView() {
    const std::pair<Qt::Key, QString> views[] = {{Qt::Key_R, u"rules"_s},
                                                 {Qt::Key_N, u"retrain"_s},
                                                 {Qt::Key_L, u"live"_s},
                                                 {Qt::Key_E, u"evidence"_s}};
    for (const auto& [key, view] : views) {
        press(key, Qt::AltModifier);
        QTRY_COMPARE(stage()->currentView(), view);
        QVERIFY(find<QWidget>(u"stage"_s + view.at(0).toUpper() + view.mid(1))->isVisible());
    }
    chooseUser(u"Bob"_s); // the bar answers in every view
}

void TestStageKeyboard::asksAgain() {
    press(Qt::Key_L, Qt::AltModifier);
    QTRY_COMPARE(stage()->currentView(), u"live"_s);
    const QStringList before = films();
    const std::size_t position = live().position();
    QVERIFY(tabTo("askAgainButton"));
    press(Qt::Key_Space);
    QCOMPARE(films(), before);
    QCOMPARE(live().position(), position);
    QVERIFY2(said().contains(u"identical"_s), qPrintable(said()));
}

/// Of the bundled data, as the test would be over too soon on the generated ones. The button that starts
/// gives way to the one that stops, and back: the focus must not land on a third.
void TestStageKeyboard::ruleTestStartsAndStops() {
    ModelSnapshot bundled;
    bundled.dataset =
        loadDataset(*openFolder(RECITAL_SOURCE_DIR "/data/ml-latest-small").value(), JobControl{}).value();
    bundled.statistics = std::make_shared<DatasetStatistics>(computeStatistics(*bundled.dataset));
    m_services->store.publish(bundled);
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_E, Qt::AltModifier);
    QTRY_COMPARE(stage()->currentView(), u"evidence"_s);
    ReplayService& service = m_services->replay;
    QSignalSpy finished(&service, &ReplayService::finished);
    press(Qt::Key_H, Qt::AltModifier);
    QTRY_VERIFY(service.running());
    press(Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10'000);
    QVERIFY(finished.front().front().toBool()); // cancelled
    QVERIFY(!service.running());
    QVERIFY(tabTo("runStatusAction"));
    press(Qt::Key_Space);
    QVERIFY(service.running());
    QCOMPARE(test::focusName(), u"cancelTraining"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 10'000);
    QVERIFY(finished.back().front().toBool());
    QCOMPARE(test::focusName(), u"runStatusAction"_s);
}

/// An unticked event goes to the end of the reasons; whoever unticked it stays on it and can tick it again.
void TestStageKeyboard::reasonsKeepTheirPlace() {
    press(Qt::Key_4, Qt::ControlModifier);
    for (const char* film : {"matrix", "schindler", "amelie"}) {
        press(Qt::Key_K, Qt::ControlModifier);
        type(film);
        press(Qt::Key_Return);
    }
    QCOMPARE(live().user().events.size(), 3U);
    const QStringList before = films();
    QVERIFY(tabTo("whyList"));
    press(Qt::Key_Home);
    const QString reason = reasons()->currentIndex().data().toString();
    press(Qt::Key_Space);
    QCOMPARE(std::ranges::count_if(live().user().events, &LiveEvent::muted), 1);
    QCOMPARE(reasons()->currentIndex().data().toString(), reason);
    press(Qt::Key_Space);
    QCOMPARE(std::ranges::count_if(live().user().events, &LiveEvent::muted), 0);
    QCOMPARE(films(), before);
}

QTEST_MAIN(TestStageKeyboard)
#include "tst_stagekeyboard.moc"
