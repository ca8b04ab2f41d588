#include "core/services/eventlog.h"
#include "tests/services/fixtures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace recital;

using test::makeSnapshot;
using Kind = LiveChange::Kind;

namespace {

/// Mutes are no part of the log.
LiveState unmuted(const LiveState& state) {
    LiveState result = state;
    for (auto& user : result.users) {
        LiveUser copy = *user;
        for (LiveEvent& event : copy.events)
            event.muted = false;
        user = std::make_shared<const LiveUser>(std::move(copy));
    }
    return result;
}

} // namespace

/// Undo, redo and jumps over every kind of change, and what the log says of it.
class TestLiveHistory : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void goesBackOverEveryKindOfChange();
    void aNewChangeForgetsWhatWasUndone();
    void takingBackAppends();
    void aUserWhoWasNotThereYetTakesTheEventsAlong();
    void aRemovedUserComesBackWithEverything();
    void sliderMovesAreOneEntry();
    void isBounded();
    void randomWalks_data();
    void randomWalks();

private:
    LiveSession& live() { return *m_live; }
    std::vector<Kind> kinds() {
        std::vector<Kind> result;
        for (const LiveChange& change : live().history())
            result.push_back(change.kind);
        return result;
    }
    /// What a program that starts now would make of the log.
    void verifyLogAgrees() {
        LiveLog log(*m_workspace);
        const auto users = log.open(m_store->snapshot()->dataset);
        QVERIFY(users.ok());
        QVERIFY(log.readStrengths().ok());
        const LiveState expected = unmuted(live().state());
        LiveState replayed = expected;
        replayed.users = *users;
        replayed.strengths = log.strengths();
        QVERIFY(replayed == expected);
    }
    void randomChange(std::mt19937& random, const QString& folder);

    QTemporaryDir m_base;
    int m_number = 0;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ModelStore> m_store;
    std::unique_ptr<LiveSession> m_live;
    std::unique_ptr<EventLog> m_log;
};

void TestLiveHistory::init() {
    m_workspace = Workspace::open(m_base.filePath(QString::number(++m_number))).value();
    m_store = std::make_unique<ModelStore>();
    m_live = std::make_unique<LiveSession>(*m_store, *m_workspace);
    m_log = std::make_unique<EventLog>(*m_live, *m_workspace);
    m_store->publish(makeSnapshot());
}

void TestLiveHistory::cleanup() {
    m_log.reset();
    m_live.reset();
    m_store.reset();
    m_workspace.reset();
}

void TestLiveHistory::goesBackOverEveryKindOfChange() {
    std::vector<LiveState> states{live().state()};
    std::vector<std::vector<ScoredItem>> lists{live().ranking().list};
    const auto did = [&](bool good) {
        QVERIFY(good);
        QCOMPARE(live().position(), states.size());
        states.push_back(live().state());
        lists.push_back(live().ranking().list);
    };
    did(live().act(EventType::Like, 3).ok());
    did(live().act(EventType::Dislike, 4).ok());
    did(live().act(EventType::Rating, 6, 5).ok());
    const qint64 first = live().user().id;
    const qint64 line = live().user().events.front().logId;
    live().setMuted(line, true);
    did(true);
    live().setMuted(line, false);
    did(true);
    did(live().takeBack(line).ok());
    did(live().setRule(ResolveRule{}).ok());
    EventStrengths strengths;
    strengths.dislike = -3.0;
    did(live().setStrengths(strengths).ok());
    did(live().addUser(u"Alice"_s, {{0.5}}).ok());
    did(live().act(EventType::Share, 9).ok());
    did(live().setTaste({{1.0}}).ok());
    did(live().addDatasetUser(3).ok());
    live().chooseUser(first);
    did(true);
    const QString path = m_base.filePath(u"all.csv"_s);
    QVERIFY(m_log->exportTo(path).ok());
    did(live().removeUser(first).ok());
    did(m_log->importFrom(path).ok());
    const qint64 player = live().user().id;
    did(live().replay(player, {.type = EventType::Like, .item = 20}).ok());
    QVERIFY(live().replay(player, {.type = EventType::Like, .item = 21}).ok()); // the same replay goes on
    states.back() = live().state();
    lists.back() = live().ranking().list;
    QCOMPARE(live().history().back().count, 2);
    did(live().clear().ok());

    QCOMPARE(kinds(),
             (std::vector<Kind>{Kind::Start, Kind::Event, Kind::Event, Kind::Event, Kind::Muted,
                                Kind::Unmuted, Kind::TakenBack, Kind::Rule, Kind::Strengths, Kind::UserAdded,
                                Kind::Event, Kind::Taste, Kind::UserAdded, Kind::UserChosen,
                                Kind::UserRemoved, Kind::Imported, Kind::Replayed, Kind::Cleared}));
    const auto isAt = [&](std::size_t i) {
        QCOMPARE(live().position(), i);
        QVERIFY(live().state() == states[i]);
        QVERIFY(live().ranking().list == lists[i]);
        verifyLogAgrees();
    };
    for (std::size_t i = states.size(); i-- > 1;) {
        isAt(i);
        QVERIFY(live().canUndo() && live().undo().ok());
    }
    isAt(0);
    QVERIFY(!live().canUndo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY(live().canRedo() && live().redo().ok());
        isAt(i);
    }
    QVERIFY(!live().canRedo());
}

void TestLiveHistory::aNewChangeForgetsWhatWasUndone() {
    for (const ItemIndex item : {1, 2, 3})
        QVERIFY(live().act(EventType::Like, item).ok());
    QVERIFY(live().jumpTo(1).ok());
    QVERIFY(live().act(EventType::Like, 9).ok());
    QVERIFY(!live().canRedo());
    QCOMPARE(live().likedItems(), (std::vector<ItemIndex>{1, 9}));
    verifyLogAgrees();
}

void TestLiveHistory::takingBackAppends() {
    QSignalSpy logged(m_live.get(), &LiveSession::eventLogged);
    QVERIFY(live().act(EventType::Like, 3).ok());
    QVERIFY(live().undo().ok());
    QVERIFY(live().redo().ok());
    QVERIFY(live().toggleLike(3).ok());
    using Entry = EventRecord::Entry;
    std::vector<Entry> entries;
    for (const EventRecord& line : *m_workspace->events())
        entries.push_back(line.entry);
    QCOMPARE(entries,
             (std::vector<Entry>{Entry::Event, Entry::TakenBack, Entry::BroughtBack, Entry::TakenBack}));
    QCOMPARE(logged.count(), 4);
    QVERIFY(live().setRule(ResolveRule{}).ok());
    QVERIFY(live().undo().ok()); // nothing that the log would know
    QCOMPARE(logged.count(), 4);
}

/// One jump and step by step leave the same log behind.
void TestLiveHistory::aUserWhoWasNotThereYetTakesTheEventsAlong() {
    const qint64 alice = live().addUser(u"Alice"_s).value();
    QVERIFY(live().act(EventType::Like, 3).ok());
    QVERIFY(live().removeUser(alice).ok());
    QVERIFY(live().jumpTo(0).ok());
    const auto counts = [&] {
        std::map<qint64, bool> result;
        for (const EventLine& line : *m_log->lines())
            if (line.record.entry == EventRecord::Entry::Event)
                result[line.record.id] = line.counts;
        return result;
    };
    const auto jumped = counts();
    QVERIFY(!jumped.empty() && !jumped.begin()->second);
    QVERIFY(live().jumpTo(3).ok()); // removed, not undone: what she did stays
    QVERIFY(counts().begin()->second);
    while (live().canUndo())
        QVERIFY(live().undo().ok());
    QVERIFY(counts() == jumped);
}

void TestLiveHistory::aRemovedUserComesBackWithEverything() {
    const qint64 alice = live().addUser(u"Alice"_s, {{0.25}}).value();
    for (const ItemIndex item : {1, 2})
        QVERIFY(live().act(EventType::Like, item).ok());
    const LiveState before = live().state();
    QVERIFY(live().removeUser(alice).ok());
    QVERIFY(!live().findUser(alice));
    verifyLogAgrees();
    QVERIFY(live().undo().ok());
    QVERIFY(live().state() == before);
    verifyLogAgrees();
}

void TestLiveHistory::sliderMovesAreOneEntry() {
    for (const double decay : {0.8, 0.7, 0.6})
        QVERIFY(live().setRule(RecencyRule{decay}).ok());
    QCOMPARE(live().history().size(), std::size_t{2});
    QVERIFY(live().setRule(MovingAverageRule{0.2}).ok()); // another kind is a choice
    QVERIFY(live().setRule(MovingAverageRule{0.3}).ok()); // and a move after it a move
    QVERIFY(live().setRule(MovingAverageRule{0.4}).ok());
    QCOMPARE(live().history().size(), std::size_t{4});
    QVERIFY(live().undo().ok());
    QVERIFY(live().state().rule == UpdateRule(MovingAverageRule{0.2}));
    QVERIFY(live().undo().ok());
    QVERIFY(live().state().rule == UpdateRule(RecencyRule{0.6}));
    QVERIFY(live().setTaste({{0.1}}).ok());
    QVERIFY(live().setTaste({{0.2}}).ok());
    QCOMPARE(live().history().size(), std::size_t{3});
    QTest::qWait(static_cast<int>(LiveHistory::dragPause.count()) + 100);
    QVERIFY(live().setTaste({{0.3}}).ok()); // another drag
    QCOMPARE(live().history().size(), std::size_t{4});
    // After an undo the same move is a change of its own: what was undone to must not be written over.
    QVERIFY(live().setRule(RecencyRule{0.5}).ok());
    QVERIFY(live().act(EventType::Like, 1).ok());
    QVERIFY(live().undo().ok());
    QVERIFY(live().setRule(RecencyRule{0.4}).ok());
    QVERIFY(live().undo().ok());
    QVERIFY(live().state().rule == UpdateRule(RecencyRule{0.5}));
    verifyLogAgrees();
}

void TestLiveHistory::isBounded() {
    for (std::size_t i = 0; i < LiveHistory::mostStates + 50; ++i)
        live().setMuted(0, false); // no change, no entry
    QVERIFY(live().act(EventType::Like, 1).ok());
    const qint64 line = live().user().events.front().logId;
    for (std::size_t i = 0; i < LiveHistory::mostStates + 50; ++i)
        live().setMuted(line, i % 2 == 0);
    QCOMPARE(live().history().size(), LiveHistory::mostStates);
    QCOMPARE(live().history().front().kind, Kind::Start);
    QVERIFY(live().jumpTo(0).ok());
    QCOMPARE(live().user().events.size(), std::size_t{1});
    verifyLogAgrees();
}

void TestLiveHistory::randomWalks_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestLiveHistory::randomChange(std::mt19937& random, const QString& folder) {
    const auto below = [&random](unsigned n) { return static_cast<int>(random() % n); };
    const auto& users = live().state().users;
    const qint64 someone = users[static_cast<std::size_t>(below(static_cast<unsigned>(users.size())))]->id;
    const auto& events = live().user().events;
    const qint64 line =
        events.empty() ? 0
                       : events[static_cast<std::size_t>(below(static_cast<unsigned>(events.size())))].logId;
    switch (below(16)) {
    case 0:
        return (void)live().addUser(u"User %1"_s.arg(below(100)));
    case 1:
        return (void)live().addDatasetUser(below(60));
    case 2:
        return live().chooseUser(someone);
    case 3:
        return (void)live().removeUser(someone);
    case 4:
        return (void)live().setTaste({{below(10) / 10.0}});
    case 5:
        return (void)live().setRule(below(2) ? UpdateRule(RecencyRule{(1 + below(9)) / 10.0})
                                             : UpdateRule(MovingAverageRule{below(10) / 10.0}));
    case 6: {
        EventStrengths strengths;
        strengths.like = 1.0 + below(3);
        return (void)live().setStrengths(strengths);
    }
    case 7:
        return live().setMuted(line, below(2) == 0);
    case 8:
        return (void)live().takeBack(line);
    case 9:
        return below(3) == 0 ? (void)live().clear() : (void)0;
    case 10:
        return (void)live().replay(someone, {.type = EventType::Like, .item = below(40)});
    case 11:
        if (users.size() < 6 && m_log->exportTo(folder).ok())
            (void)m_log->importFrom(folder);
        return;
    case 12:
        return (void)live().act(EventType::Rating, below(40), 1 + below(5));
    case 13:
        return (void)live().act(EventType::Dislike, below(40));
    default:
        return (void)live().toggleLike(below(40));
    }
}

/// After every step the state is the one that was recorded for the place in the history, and the log read
/// anew says the same.
void TestLiveHistory::randomWalks() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const QString folder = m_base.filePath(u"walk-%1.csv"_s.arg(seed));
    std::vector<LiveState> states{live().state()};
    std::vector<std::vector<ScoredItem>> lists{live().ranking().list};
    QSignalSpy problem(m_live.get(), &LiveSession::problem);
    int jumps = 0;
    for (int step = 0; step < 150; ++step) {
        if (random() % 4 == 0 && states.size() > 1) {
            const std::size_t to = random() % states.size();
            QVERIFY(live().jumpTo(to).ok());
            QCOMPARE(live().position(), to);
            ++jumps;
        } else {
            const LiveState before = live().state();
            randomChange(random, folder);
            if (live().state() == before && live().history().size() == states.size())
                continue; // nothing to do: the history stays
            states.resize(live().history().size());
            lists.resize(states.size());
            states[live().position()] = live().state();
            lists[live().position()] = live().ranking().list;
            QCOMPARE(live().position() + 1, states.size());
        }
        QCOMPARE(live().history().size(), states.size());
        QVERIFY(live().state() == states[live().position()]);
        QVERIFY(live().ranking().list == lists[live().position()]);
        verifyLogAgrees();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1"_s.arg(step)));
    }
    QVERIFY(jumps > 20);
    QCOMPARE(problem.count(), 0);
}

QTEST_GUILESS_MAIN(TestLiveHistory)
#include "tst_livehistory.moc"
