#include "core/services/livesession.h"
#include "tests/services/livestand.h"
#include "tests/timelimit.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;

/// What the session shows of events; its users, its past and the log have tests of their own.
class TestLiveSession : public QObject, test::LiveStand {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void hasNothingWithoutData();
    void startsWithAStoredNewcomer();
    void goesThroughTheTiers();
    void showsWhatRankLiveSays();
    void neverShowsWhatWasActedOn();
    void aViewLeavesTheFilmInTheList();
    void aDislikeIsNoLike();
    void likedFilmsAreInOrderOfTheirNewestEvents();
    void aSecondClickTakesBackEveryEvent();
    void mutedIsAsIfItHadNotHappened();
    void ranksAgainstTheListBefore();
    void explanationSumsToTheScore();
    void previewChangesNothing();
    void strengthsAreRemembered();
    void refusesWhatMakesNoSense();
    void asksAgain();
    void fitsIntoAFrame();
};

void TestLiveSession::init() {
    open();
}

void TestLiveSession::cleanup() {
    close();
}

void TestLiveSession::hasNothingWithoutData() {
    QCOMPARE(live().ranking().tier, Tier::None);
    QVERIFY(live().recommendations().empty());
    QVERIFY(!live().userVector() && !live().userPosition());
    QVERIFY(live().explain(0).events.empty());
    QVERIFY(!live().canUndo() && !live().canRedo());
    QCOMPARE(live().user().id, 0);
    QSignalSpy problem(&live(), &LiveSession::problem);
    QCOMPARE(live().act(EventType::Like, 0).error().code, ErrorCode::InvalidData);
    QVERIFY(!live().addUser(u"Alice"_s).ok());
    QVERIFY(!live().setTaste({{1.0}}).ok());
    QCOMPARE(problem.count(), 3);
    QVERIFY(live().presets().empty());
}

void TestLiveSession::startsWithAStoredNewcomer() {
    QSignalSpy changed(&live(), &LiveSession::changed);
    m_store->publish(makeSnapshot());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(live().state().users.size(), std::size_t{1});
    QVERIFY(live().user().id > 0 && live().user().name.isEmpty() && live().user().datasetUser == -1);
    const qint64 id = live().user().id;
    reopen();
    QCOMPARE(live().user().id, id); // the same one, not one more
    QCOMPARE(live().state().users.size(), std::size_t{1});
}

void TestLiveSession::goesThroughTheTiers() {
    m_store->publish(makeSnapshot());
    QCOMPARE(live().ranking().tier, Tier::Popular);
    QCOMPARE(live().recommendations().size(), std::size_t{LiveSession::listLength});
    QVERIFY(!live().userVector());
    for (const Tier expected : {Tier::Blended, Tier::Blended, Tier::Personal, Tier::Personal}) {
        QVERIFY(live().act(EventType::Like, live().recommendations().front().item).ok());
        QCOMPARE(live().ranking().tier, expected);
        QCOMPARE(live().recommendations().size(), std::size_t{LiveSession::listLength}); // coverage
        QVERIFY(live().userVector() && live().userPosition());
    }
    m_store->publish(makeSnapshot(untrained()));
    QCOMPARE(live().ranking().tier, Tier::Popular);
    QCOMPARE(live().user().events.size(), std::size_t{4});
}

void TestLiveSession::showsWhatRankLiveSays() {
    m_store->publish(makeSnapshot());
    for (const ItemIndex item : {3, 5, 8})
        QVERIFY(live().act(EventType::Like, item).ok());
    QVERIFY(live().act(EventType::Rating, 9, 1).ok());
    const std::vector<Interaction> events{{3, 1.0F}, {5, 1.0F}, {8, 1.0F}, {9, -1.0F}};
    const std::vector<ItemIndex> excluded{3, 5, 8, 9};
    std::vector<float> scores;
    const LiveRanking expected =
        rankLive(live().models(), {{{}, events}, live().state().rule, nullptr, excluded, 10}, scores);
    QVERIFY(live().ranking().list == expected.list);
    QVERIFY(live().ranking().vector == expected.vector);
    for (ItemIndex item = 0; item < 40; ++item)
        QCOMPARE(live().scoreOf(item), scores[static_cast<std::size_t>(item)]);
    QVERIFY(*live().userPosition() == m_store->snapshot()->trained->projection.project(expected.vector));
    QVERIFY(live().setRule(MovingAverageRule{0.5}).ok());
    QVERIFY(live().ranking().vector ==
            userVector(*m_store->snapshot()->trained->model, MovingAverageRule{0.5}, {{}, events}));
}

void TestLiveSession::neverShowsWhatWasActedOn() {
    m_store->publish(makeSnapshot());
    const EventType types[] = {EventType::Like,  EventType::Click,    EventType::Dislike,
                               EventType::Share, EventType::Purchase, EventType::Rating};
    for (int i = 0; i < 18; ++i) {
        const EventType type = types[i % 6];
        QVERIFY(
            live().act(type, live().recommendations().front().item, type == EventType::Rating ? 3 : 0).ok());
        for (const RankChange& entry : live().recommendations())
            QVERIFY(!live().eventOf(entry.item));
    }
}

void TestLiveSession::aViewLeavesTheFilmInTheList() {
    m_store->publish(makeSnapshot());
    const ItemIndex first = live().recommendations().front().item;
    QVERIFY(live().act(EventType::View, first).ok());
    QVERIFY(std::ranges::count(itemsOf(live().recommendations()), first) == 1);
    QVERIFY(!live().isLiked(first));
    QCOMPARE(live().eventOf(first)->event.type, EventType::View);
    QVERIFY(live().toggleLike(first).ok()); // a like, not the end of the view
    QCOMPARE(live().user().events.size(), std::size_t{2});
}

void TestLiveSession::aDislikeIsNoLike() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().act(EventType::Like, 2).ok());
    QVERIFY(live().act(EventType::Like, 4).ok());
    QVERIFY(live().act(EventType::Like, 6).ok());
    const float before = live().scoreOf(8);
    QVERIFY(live().act(EventType::Dislike, 8).ok());
    QVERIFY2(live().scoreOf(8) < before, "a disliked film is pushed down");
    QVERIFY(!live().isLiked(8));
    QCOMPARE(live().likedItems(), (std::vector<ItemIndex>{2, 4, 6}));
    QVERIFY(live().act(EventType::Dislike, 4).ok()); // the newest event counts
    QCOMPARE(live().likedItems(), (std::vector<ItemIndex>{2, 6}));
    QVERIFY(live().act(EventType::Rating, 4, 5).ok());
    QCOMPARE(live().likedItems(), (std::vector<ItemIndex>{2, 6, 4}));
}

void TestLiveSession::likedFilmsAreInOrderOfTheirNewestEvents() {
    m_store->publish(makeSnapshot());
    using Items = std::vector<ItemIndex>;
    QCOMPARE(live().likedItems(), Items{});
    const auto act = [this](EventType type, ItemIndex item, int stars = 0) {
        return live().act(type, item, stars).ok();
    };
    QVERIFY(act(EventType::Like, 1) && act(EventType::Purchase, 2) && act(EventType::View, 3));
    QCOMPARE(live().likedItems(), (Items{1, 2})); // a look is no like
    QVERIFY(act(EventType::View, 1));
    QCOMPARE(live().likedItems(), (Items{2, 1})); // nor the end of one
    QVERIFY(act(EventType::Rating, 3, 4) && act(EventType::Dislike, 2));
    QCOMPARE(live().likedItems(), (Items{1, 3}));
    QVERIFY(act(EventType::Rating, 3, 1) && act(EventType::Like, 2));
    QCOMPARE(live().likedItems(), (Items{1, 2}));
    for (ItemIndex item = 0; item < 5; ++item)
        QCOMPARE(live().isLiked(item), item == 1 || item == 2);
}

void TestLiveSession::aSecondClickTakesBackEveryEvent() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().act(EventType::View, 3).ok());
    QVERIFY(live().act(EventType::Click, 3).ok());
    QVERIFY(live().toggleLike(5).ok());
    QVERIFY(live().toggleLike(3).ok());
    QCOMPARE(live().user().events.size(), std::size_t{1});
    QCOMPARE(live().history().back().kind, LiveChange::Kind::TakenBack);
    QCOMPARE(live().history().back().count, 2);
    QVERIFY(live().toggleLike(5).ok());
    QVERIFY(live().user().events.empty());
    QCOMPARE(live().ranking().tier, Tier::Popular);
}

void TestLiveSession::mutedIsAsIfItHadNotHappened() {
    m_store->publish(makeSnapshot());
    for (const ItemIndex item : {1, 2, 3, 4, 6})
        QVERIFY(live().act(EventType::Like, item).ok());
    const qint64 third = live().user().events[2].logId;
    const auto lines = m_workspace->events()->size();
    live().setMuted(third, true);
    QVERIFY(live().user().events[2].muted);
    QCOMPARE(m_workspace->events()->size(), lines); // a what-if
    const std::vector<ScoredItem> muted = live().ranking().list;
    QVERIFY(live().undo().ok());
    QVERIFY(live().ranking().list != muted);
    QVERIFY(live().takeBack(third).ok());
    QVERIFY(live().ranking().list == muted);
    // The film itself may come back as well.
    const ItemIndex best = muted.front().item;
    QVERIFY(live().act(EventType::Like, best).ok());
    QVERIFY(live().ranking().list != muted);
    live().setMuted(live().user().events.back().logId, true);
    QVERIFY(live().ranking().list == muted);
}

void TestLiveSession::ranksAgainstTheListBefore() {
    m_store->publish(makeSnapshot());
    for (const RankChange& entry : live().recommendations())
        QVERIFY(entry.entered());
    const std::vector<RankChange> before = live().recommendations();
    QVERIFY(live().act(EventType::Like, before[2].item).ok());
    bool stayed = false;
    for (const RankChange& entry : live().recommendations()) {
        const auto old = std::ranges::find(before, entry.item, &RankChange::item);
        QCOMPARE(entry.previousRank, old == before.end() ? 0 : old->rank);
        stayed |= old != before.end();
    }
    QVERIFY(stayed); // otherwise this would have tested nothing
    std::vector<ItemIndex> left;
    for (const ScoredItem& entry : live().departed())
        left.push_back(entry.item);
    std::vector<ItemIndex> expected;
    for (const RankChange& entry : before)
        if (std::ranges::count(itemsOf(live().recommendations()), entry.item) == 0)
            expected.push_back(entry.item);
    QCOMPARE(left, expected);
    QVERIFY(std::ranges::count(left, before[2].item) == 1);
    QVERIFY(!live().unchanged());
    QVERIFY(!live().vectorBefore()); // there was none
    const Eigen::VectorXf vector = *live().userVector();
    QVERIFY(live().act(EventType::Like, 7).ok());
    QVERIFY(*live().vectorBefore() == vector);
}

void TestLiveSession::explanationSumsToTheScore() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().addDatasetUser(7).ok());
    for (const bool newcomer : {false, true}) {
        if (newcomer)
            QVERIFY(live().addUser(u"Alice"_s).ok());
        for (const ItemIndex item : {2, 9, 4, 11}) {
            QVERIFY(live().act(item == 9 ? EventType::Dislike : EventType::Like, item).ok());
            live().setMuted(live().user().events.front().logId, true);
            for (const RankChange& entry : live().recommendations()) {
                const LiveExplanation parts = live().explain(entry.item);
                QCOMPARE(parts.known.size(), live().known().size());
                QCOMPARE(parts.events.size(), live().user().events.size() - 1);
                double sum = parts.base;
                for (const auto* values : {&parts.known, &parts.events})
                    for (const double value : *values)
                        sum += value;
                QVERIFY(std::abs(sum - static_cast<double>(entry.score)) < 1e-4);
            }
        }
    }
    QVERIFY(live().explain(-1).events.empty());
    QVERIFY(live().explain(1'000'000).events.empty());
}

void TestLiveSession::previewChangesNothing() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().act(EventType::Like, 4).ok());
    const LiveState state = live().state();
    const std::vector<ScoredItem> list = live().ranking().list;
    const auto lines = m_workspace->events()->size();
    QSignalSpy changed(&live(), &LiveSession::changed);
    const ItemIndex film = list[3].item;
    const LiveSession::Preview preview = live().preview(EventType::Like, film);
    QVERIFY(live().state() == state && live().ranking().list == list);
    QCOMPARE(m_workspace->events()->size(), lines);
    QCOMPARE(changed.count(), 0);
    QVERIFY(live().act(EventType::Like, film).ok()); // and it comes as it was foretold
    QVERIFY(live().ranking().list == preview.ranking.list);
    QCOMPARE(itemsOf(live().recommendations()), itemsOf(preview.changes));
    for (std::size_t i = 0; i < preview.changes.size(); ++i)
        QCOMPARE(live().recommendations()[i].previousRank, preview.changes[i].previousRank);
    QVERIFY(*live().userPosition() == *preview.position);
}

void TestLiveSession::strengthsAreRemembered() {
    m_store->publish(makeSnapshot());
    for (const ItemIndex item : {2, 9, 4})
        QVERIFY(live().act(EventType::Like, item).ok());
    const std::vector<ScoredItem> before = live().ranking().list;
    EventStrengths strengths;
    strengths.like = 5.0;
    strengths.stars[1] = 0.0;
    QVERIFY(live().setStrengths(strengths).ok());
    QVERIFY(live().ranking().list != before);
    QVERIFY(*m_workspace->eventStrengths() == strengths);
    reopen();
    QVERIFY(live().state().strengths == strengths);
    EventStrengths wrong;
    wrong.share = std::nan("");
    QCOMPARE(live().setStrengths(wrong).error().code, ErrorCode::InvalidParameters);
    QVERIFY(live().state().strengths == strengths);
    QVERIFY(live().setStrengths({}).ok());
    QVERIFY(live().ranking().list == before);
    QVERIFY(live().undo().ok()); // the table of the workspace follows
    QVERIFY(*m_workspace->eventStrengths() == strengths);
}

void TestLiveSession::refusesWhatMakesNoSense() {
    m_store->publish(makeSnapshot());
    const LiveState state = live().state();
    QSignalSpy changed(&live(), &LiveSession::changed);
    QSignalSpy problem(&live(), &LiveSession::problem);
    QCOMPARE(live().act(EventType::Like, -1).error().code, ErrorCode::UnknownId);
    QCOMPARE(live().act(EventType::Like, 40).error().code, ErrorCode::UnknownId);
    QCOMPARE(live().act(EventType::Rating, 1).error().code, ErrorCode::InvalidParameters);
    QCOMPARE(live().act(EventType::Rating, 1, 6).error().code, ErrorCode::InvalidParameters);
    QCOMPARE(live().act(EventType::Like, 1, 3).error().code, ErrorCode::InvalidParameters);
    QCOMPARE(live().setRule(RecencyRule{2.0}).error().code, ErrorCode::InvalidParameters);
    QVERIFY(!live().jumpTo(5).ok());
    QCOMPARE(problem.count(), 7);
    live().setMuted(1234, true);
    live().chooseUser(1234);
    QVERIFY(live().takeBack(1234).ok()); // nothing to do
    QVERIFY(live().undo().ok() && live().redo().ok() && live().clear().ok());
    QCOMPARE(changed.count(), 0);
    QVERIFY(live().state() == state);
    QVERIFY(m_workspace->events()->empty());
}

void TestLiveSession::asksAgain() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().act(EventType::Like, 3).ok());
    const std::vector<ScoredItem> list = live().ranking().list;
    QSignalSpy changed(&live(), &LiveSession::changed);
    live().askAgain();
    QCOMPARE(changed.count(), 1);
    QVERIFY(live().ranking().list == list);
    QVERIFY(live().unchanged() && live().departed().empty());
    for (const RankChange& entry : live().recommendations())
        QCOMPARE(entry.previousRank, entry.rank);
    QVERIFY(*live().vectorBefore() == *live().userVector());
}

/// A click with as many films as MovieLens 25M has, 64 factors: log on the disk, list, scores and signal in
/// one call.
void TestLiveSession::fitsIntoAFrame() {
    SnapshotOptions large;
    large.items = 62'000;
    large.users = 50;
    large.factors = 64;
    large.generatedFactors = true;
    m_store->publish(makeSnapshot(large));
    std::vector<double> milliseconds;
    std::vector<double> ranking;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(live().act(EventType::Like, i * 37).ok());
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        ranking.push_back(live().ranking().times.total() / 1e3);
    }
    std::vector<double> appending;
    for (int i = 0; i < 50; ++i) {
        LiveWrite write;
        write.lines.push_back(live().log().eventRecord(live().user().id, {.item = i}, u"stage"_s));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_workspace->writeLive(write).ok());
        appending.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    for (auto* values : {&milliseconds, &ranking, &appending})
        std::ranges::sort(*values);
    qInfo("click to list, 62,000 items x 64 factors: median %.2f ms, worst %.2f ms; of it ranking %.2f ms, "
          "appending to the log %.2f ms (worst %.2f ms)",
          milliseconds[25], milliseconds.back(), ranking[25], appending[25], appending.back());
    QCOMPARE_LT(milliseconds[25], test::timeLimit(16.0));
}

QTEST_GUILESS_MAIN(TestLiveSession)
#include "tst_livesession.moc"
