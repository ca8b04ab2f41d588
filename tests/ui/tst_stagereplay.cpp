#include "core/services/services.h"
#include "tests/timelimit.h"
#include "tests/ui/stagefixture.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/recommendationview.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

/// The log on the screen: what it shows before, while and after events are played again, and that playing
/// them does what doing them did.
class TestStageReplay : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void nothingInTheLog();
    void filtersMayLeaveNothing();
    void fourTimesAsFast();
    void endsInTheSameState();
    void stops();
    void speedChangesOnTheWay();
    void goesOnBehindAnotherUser();
    void endsWhenItsUserLeaves();
    void namesAreTakenOnce();
    void importedFilesMayBeBad();

private:
    template<typename T>
    T* find(const char* name) const {
        T* widget = m_page->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(widget != nullptr, "find", name);
        return widget;
    }
    LiveSession& live() const { return m_services->live; }
    EventLog& log() const { return m_services->eventLog; }
    QPushButton* replay() const { return find<QPushButton>("logReplay"); }
    QPushButton* fast() const { return find<QPushButton>("logReplayFast"); }
    QString status() const { return find<ElidedLabel>("logStatus")->fullText(); }
    QStringList films() const {
        QStringList result;
        const auto* list = find<RecommendationView>("recommendationList");
        for (const RecommendationRow& row : list->recommendations().rows())
            result += row.title + u' ' + row.score;
        return result;
    }
    static std::vector<std::pair<EventType, ItemIndex>> whatHappened(const LiveUser& user) {
        std::vector<std::pair<EventType, ItemIndex>> result;
        for (const LiveEvent& event : user.events)
            result.emplace_back(event.event.type, event.event.item);
        return result;
    }
    void import(const QByteArray& text);
    void importAlice(int pause);
    qint64 play(QPushButton* button);

    ModelSnapshot m_generated;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StagePage> m_page;
};

void TestStageReplay::initTestCase() {
    m_generated = test::generatedSnapshot();
}

void TestStageReplay::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_services = Services::create(m_folder->path()).value();
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<StagePage>(*m_services, *m_theme);
    m_page->setReduceMotion(true);
    m_page->resize(1200, 664);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_services->store.publish(m_generated);
    m_page->live().openDrawer(u"events"_s);
}

void TestStageReplay::cleanup() {
    m_page.reset();
    m_theme.reset();
    m_services.reset();
    m_folder.reset();
}

void TestStageReplay::import(const QByteArray& text) {
    const QString path = m_folder->filePath(u"import.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    filedialogs::setNextAnswer(path);
    find<QPushButton>("logImport")->click();
}

/// Alice liked, disliked and rated, with that many milliseconds between; she is the current user afterwards.
void TestStageReplay::importAlice(int pause) {
    const QByteArray fingerprint(m_generated.dataset->info().fingerprint.c_str());
    QByteArray text = "# Recital events\n# fingerprint: " + fingerprint +
                      "\nid,time,entry,user,name,dataset_user,taste,type,item,title,stars,target,source\n";
    const char* events[] = {"like,9,,0", "dislike,4,,0", "rating,17,,5"};
    for (int i = 0; i < 3; ++i)
        text += QByteArray::number(i + 1) + ",2026-01-02T03:04:0" +
                QByteArray::number(i * pause / 1000.0, 'f', 3) + "Z,event,1,Alice,-1,," + events[i] +
                ",0,stage\n";
    import(text);
    QVERIFY2(status().contains(u"3 line(s) imported"_s), qPrintable(status()));
    QVERIFY(live().user().name.startsWith(u"Alice"_s));
    QCOMPARE(live().user().events.size(), 3U);
}

/// Presses the button; the user who is played to.
qint64 TestStageReplay::play(QPushButton* button) {
    button->click();
    return log().replay() ? log().replay()->userId : 0;
}

void TestStageReplay::nothingInTheLog() {
    QVERIFY(find<QLabel>("logEmpty")->isVisible());
    QVERIFY(find<QLabel>("logEmpty")->text().startsWith(u"Nothing has happened yet"_s));
    for (const char* button : {"logReplay", "logReplayFast", "logExport"})
        QVERIFY2(!find<QPushButton>(button)->isEnabled(), button);
    QCOMPARE(replay()->toolTip(), u"This user has no events to play again."_s);
    QVERIFY(find<QPushButton>("logImport")->isEnabled());
    QVERIFY(live().act(EventType::Like, 8).ok());
    QVERIFY(!find<QLabel>("logEmpty")->isVisible());
    for (const char* button : {"logReplay", "logReplayFast", "logExport"})
        QVERIFY2(find<QPushButton>(button)->isEnabled(), button);
    QVERIFY2(replay()->toolTip().contains(u"5 second(s) at most"_s), qPrintable(replay()->toolTip()));
    QVERIFY(live().addUser(u"Bob"_s).ok()); // there is a log, but nothing of his
    QVERIFY(!replay()->isEnabled());
    QVERIFY(find<QPushButton>("logExport")->isEnabled());
}

void TestStageReplay::filtersMayLeaveNothing() {
    QVERIFY(live().act(EventType::Like, 8).ok());
    auto* source = find<QComboBox>("logSource");
    source->setCurrentIndex(source->findData(u"replay"_s));
    QCOMPARE(find<QTableView>("logTable")->model()->rowCount(), 0);
    QVERIFY(find<QLabel>("logEmpty")->isVisible());
    QVERIFY(find<QLabel>("logEmpty")->text().contains(u"filters"_s));
    QVERIFY(!find<QPushButton>("logExport")->isEnabled());
    source->setCurrentIndex(source->findData(u"stage"_s));
    QCOMPARE(find<QTableView>("logTable")->model()->rowCount(), 1);
    QVERIFY(!find<QLabel>("logEmpty")->isVisible());
}

/// Two pauses of 240 ms: 480 ms, and 120 ms four times as fast.
void TestStageReplay::fourTimesAsFast() {
    constexpr int pauses = 2 * 240;
    importAlice(pauses / 2);
    const qint64 alice = live().user().id;
    std::vector<double> at; // ms of each event as it is told
    QElapsedTimer timer;
    timer.start();
    connect(&live(), &LiveSession::eventLogged, this,
            [&] { at.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6); });
    const auto measure = [&](QPushButton* button) {
        live().chooseUser(alice);
        at.clear();
        button->click();
        return QTest::qWaitFor([&] { return at.size() == 3 && !log().replay(); }) ? at.back() - at.front()
                                                                                  : -1.0;
    };
    const double once = measure(replay());
    const double four = measure(fast());
    disconnect(&live(), nullptr, this, nullptr);
    qInfo("1x: %.0f ms, 4x: %.0f ms, %.2f times as fast", once, four, once / four);
    constexpr double early = 4.0; // timers count whole milliseconds
    QCOMPARE_GE(once, pauses - early);
    QCOMPARE_GE(four, pauses / 4.0 - early);
    const double drawing = test::timeLimit(120.0);
    QCOMPARE_LT(once, pauses + drawing);
    QCOMPARE_LT(four, pauses / 4.0 + drawing);
}

void TestStageReplay::endsInTheSameState() {
    importAlice(10);
    const LiveUser alice = live().user();
    const QStringList hers = films();
    // The same by hand.
    QVERIFY(live().addUser(u"By hand"_s).ok());
    QVERIFY(live().act(EventType::Like, 8).ok());
    QVERIFY(live().act(EventType::Dislike, 3).ok());
    QVERIFY(live().act(EventType::Rating, 16, 5).ok());
    const QStringList byHand = films();
    QCOMPARE(byHand, hers);
    live().chooseUser(alice.id);
    QSignalSpy finished(&log(), &EventLog::replayFinished);
    const std::size_t entries = live().history().size();
    play(replay());
    QCOMPARE(live().user().name, u"Replay of Alice"_s); // the room sees it
    QCOMPARE(replay()->text(), u"Stop"_s);
    QVERIFY2(status().contains(u"0 of 3 events, 1\u00D7"_s), qPrintable(status()));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.front().front().toBool());
    QCOMPARE(status(), u"Replay complete"_s);
    QVERIFY(replay()->text().startsWith(u"Replay"_s));
    QCOMPARE(whatHappened(live().user()), whatHappened(alice));
    QCOMPARE(live().user().events.back().event.stars, 5);
    QCOMPARE(films(), byHand);
    QVERIFY(live().findUser(alice.id)->events == alice.events); // she is as she was
    QCOMPARE(live().history().size(), entries + 2);             // the user, and all events as one
    find<QComboBox>("logSource")->setCurrentIndex(find<QComboBox>("logSource")->findData(u"replay"_s));
    QCOMPARE(find<QTableView>("logTable")->model()->rowCount(), 3);
}

void TestStageReplay::stops() {
    importAlice(200);
    QSignalSpy finished(&log(), &EventLog::replayFinished);
    play(replay());
    QTRY_COMPARE(live().user().events.size(), 1U);
    const QStringList one = films();
    replay()->click();
    QCOMPARE(finished.count(), 1);
    QVERIFY(!finished.front().front().toBool());
    QCOMPARE(status(), u"Replay stopped after 1 event(s)"_s);
    QVERIFY(replay()->text().startsWith(u"Replay"_s));
    QTest::qWait(300); // longer than the pause that was running
    QCOMPARE(live().user().events.size(), 1U);
    QCOMPARE(films(), one);
}

void TestStageReplay::speedChangesOnTheWay() {
    importAlice(60);
    QVERIFY(!fast()->isChecked());
    play(replay());
    fast()->click();
    QVERIFY(fast()->isChecked());
    QCOMPARE(log().replay()->speed, 4.0);
    QVERIFY2(status().contains(u"4\u00D7"_s), qPrintable(status()));
    fast()->click();
    QCOMPARE(log().replay()->speed, 1.0);
    QVERIFY2(status().contains(u"1\u00D7"_s), qPrintable(status()));
    fast()->click();
    QTRY_VERIFY(!log().replay());
    QCOMPARE(live().user().events.size(), 3U);
    QVERIFY(!fast()->isChecked());
}

/// Whoever looks at somebody else meanwhile keeps their list; the replay goes on, and says so.
void TestStageReplay::goesOnBehindAnotherUser() {
    importAlice(60);
    const qint64 alice = live().user().id;
    const QStringList hers = films();
    const qint64 player = play(replay());
    QTRY_COMPARE(live().user().events.size(), 1U);
    live().chooseUser(alice);
    QCOMPARE(films(), hers);
    QVERIFY2(status().contains(u"1 of 3 events"_s), qPrintable(status()));
    QTRY_VERIFY(!log().replay());
    QCOMPARE(live().user().id, alice);
    QCOMPARE(films(), hers);
    QCOMPARE(live().findUser(player)->events.size(), 3U);
    QCOMPARE(status(), u"Replay complete"_s);
    live().chooseUser(player);
    QCOMPARE(films(), hers); // the same films from the same events
}

void TestStageReplay::endsWhenItsUserLeaves() {
    importAlice(60);
    QSignalSpy finished(&log(), &EventLog::replayFinished);
    const qint64 player = play(replay());
    QTRY_COMPARE(live().user().events.size(), 1U);
    QVERIFY(live().removeUser(player).ok());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!finished.front().front().toBool());
    QVERIFY2(status().startsWith(u"Replay stopped"_s), qPrintable(status()));
    QVERIFY(live().findUser(player) == nullptr);
    // And when somebody acts as that user: two hands on one history would be neither's.
    const qint64 second = play(replay());
    QTRY_COMPARE(live().user().events.size(), 1U);
    QVERIFY(live().act(EventType::Like, 100).ok());
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(live().findUser(second)->events.size(), 2U);
}

void TestStageReplay::namesAreTakenOnce() {
    importAlice(1);
    const qint64 alice = live().user().id;
    QStringList names;
    for (const bool again : {false, true, true}) {
        if (!again || names.size() == 2)
            live().chooseUser(alice); // the second time the replay itself is played
        play(replay());
        QTRY_VERIFY(!log().replay());
        names += live().user().name;
    }
    QCOMPARE(names, (QStringList{u"Replay of Alice"_s, u"Replay of Alice (2)"_s, u"Replay of Alice (3)"_s}));
    importAlice(1);
    // Imported twice, Alice has two names of her own.
    QStringList users;
    for (const auto& user : live().state().users)
        users += user->name;
    users.removeDuplicates();
    QCOMPARE(users.size(), static_cast<qsizetype>(live().state().users.size()));
}

void TestStageReplay::importedFilesMayBeBad() {
    const std::size_t users = live().state().users.size();
    import("\x89PNG");
    QVERIFY2(status().contains(u"import.csv"_s), qPrintable(status()));
    import("# Recital events\n# fingerprint: 123\n"
           "id,time,entry,user,name,dataset_user,taste,type,item,title,stars,target,source\n"
           "1,2026-01-02T03:04:05.000Z,event,1,Eve,-1,,like,9,,0,0,stage\n");
    QVERIFY2(status().contains(u"events of other data"_s), qPrintable(status()));
    QCOMPARE(live().state().users.size(), users);
    QCOMPARE(find<QTableView>("logTable")->model()->rowCount(), 0);
}

QTEST_MAIN(TestStageReplay)
#include "tst_stagereplay.moc"
