#include "core/services/livepresets.h"
#include "core/services/livesession.h"
#include "tests/services/livestand.h"

#include <QSignalSpy>
#include <QTest>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;

/// Who is on the stage: users of the data, several at once, with other data, presets, after a restart.
class TestLiveUsers : public QObject, test::LiveStand {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void datasetUsersBringTheirHistory();
    void heldOutIsOfTheSplit();
    void keepsUsersOfTheSameData();
    void otherDataHasOtherUsers();
    void twoUsersKeepTheirStates();
    void theLastUserIsReplaced();
    void whoeverLeavesTheOthersStay();
    void restoresUserAndRule();
    void presetsComeFromTheData();
    void presetsAreThoseOfTheNewestSnapshot();
};

void TestLiveUsers::init() {
    open();
}

void TestLiveUsers::cleanup() {
    close();
}

void TestLiveUsers::datasetUsersBringTheirHistory() {
    m_store->publish(makeSnapshot(untrained()));
    const Dataset& dataset = *m_store->snapshot()->dataset;
    const qint64 id = live().addDatasetUser(4).value();
    QCOMPARE(live().user().id, id);
    std::vector<ItemIndex> rated;
    std::vector<ItemIndex> positives;
    for (const std::uint32_t row : dataset.rowsOfUser(4)) {
        rated.push_back(dataset.items()[row]);
        if (dataset.values()[row] >= 4.0F)
            positives.push_back(dataset.items()[row]);
    }
    std::vector<ItemIndex> known;
    for (const Interaction& interaction : live().known())
        known.push_back(interaction.item);
    QCOMPARE(known, positives); // the fixture's ratings are in order of time
    std::ranges::sort(rated);
    QCOMPARE(live().excludedOf(live().user()), rated);
    QVERIFY(live().heldOut().empty());
    QVERIFY(live().addUser(u"Bob"_s).ok());
    QCOMPARE(live().addDatasetUser(4).value(), id); // chosen, not added once more
    QCOMPARE(live().state().users.size(), std::size_t{3});
    QCOMPARE(live().addDatasetUser(-1).error().code, ErrorCode::UnknownId);
    QCOMPARE(live().addDatasetUser(60).error().code, ErrorCode::UnknownId);
    m_store->publish(makeSnapshot());
    QCOMPARE(live().ranking().tier, Tier::Personal); // without a single event
}

void TestLiveUsers::heldOutIsOfTheSplit() {
    ModelSnapshot snapshot = makeSnapshot();
    auto split = makeSplits(*snapshot.dataset, {});
    QVERIFY(split.ok());
    auto trained = std::make_shared<TrainedModel>(*snapshot.trained);
    trained->split = std::make_shared<const Split>(std::move(split->front()));
    trained->model = test::makeModel(trained->split->train, {});
    snapshot.trained = trained;
    m_store->publish(snapshot);
    QVERIFY(live().addDatasetUser(11).ok());
    QVERIFY(!live().heldOut().empty());
    QVERIFY(std::ranges::equal(live().heldOut(), trained->split->relevant.row(11)));
    std::vector<ItemIndex> known;
    for (const Interaction& interaction : live().known())
        known.push_back(interaction.item);
    std::ranges::sort(known);
    QVERIFY(std::ranges::equal(known, trained->split->train.byUser().row(11)));
    QVERIFY(std::ranges::equal(live().excludedOf(live().user()), trained->split->seen.row(11)));
    for (const ItemIndex hidden : live().heldOut()) // they may be recommended: that is the test
        QVERIFY(!std::ranges::binary_search(live().excludedOf(live().user()), hidden));
}

void TestLiveUsers::keepsUsersOfTheSameData() {
    m_store->publish(makeSnapshot());
    for (const ItemIndex item : {3, 6, 9})
        QVERIFY(live().act(EventType::Like, item).ok());
    const LiveState state = live().state();
    SnapshotOptions retrained;
    retrained.modelSeed = 8;
    m_store->publish(makeSnapshot(retrained));
    QVERIFY(live().state() == state);
    QVERIFY(live().canUndo());
    QVERIFY(!live().vectorBefore()); // of another model
    QVERIFY(*live().userVector() == userVector(*m_store->snapshot()->trained->model, live().state().rule,
                                               live().pastOf(live().user()).view()));
}

void TestLiveUsers::otherDataHasOtherUsers() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().addUser(u"Alice"_s).ok());
    QVERIFY(live().act(EventType::Like, 3).ok());
    const LiveState first = live().state();
    QSignalSpy users(&live(), &LiveSession::usersChanged);
    m_store->publish(makeSnapshot(otherData()));
    QCOMPARE(users.count(), 1);
    QVERIFY(live().user().events.empty() && live().user().name.isEmpty());
    QCOMPARE(live().state().users.size(), std::size_t{1});
    QVERIFY(!live().canUndo());
    for (const RankChange& entry : live().recommendations())
        QVERIFY(entry.entered());
    QVERIFY(live().act(EventType::Like, 5).ok());
    m_store->publish(makeSnapshot());
    QVERIFY(live().state() == first); // back, with what they did
}

void TestLiveUsers::twoUsersKeepTheirStates() {
    m_store->publish(makeSnapshot());
    const qint64 alice = live().addUser(u"Alice"_s).value();
    for (const ItemIndex item : {0, 2, 4})
        QVERIFY(live().act(EventType::Like, item).ok());
    const std::vector<ScoredItem> hers = live().ranking().list;
    const qint64 bob = live().addUser(u"Bob"_s).value();
    QVERIFY(live().user().events.empty());
    for (const ItemIndex item : {1, 3, 5})
        QVERIFY(live().act(EventType::Like, item).ok());
    const std::vector<ScoredItem> his = live().ranking().list;
    QVERIFY(hers != his);
    QSignalSpy users(&live(), &LiveSession::usersChanged);
    for (int i = 0; i < 3; ++i) {
        live().chooseUser(alice);
        QVERIFY(live().ranking().list == hers);
        live().chooseUser(bob);
        QVERIFY(live().ranking().list == his);
        QVERIFY(!live().vectorBefore()); // the other user's is no "before"
    }
    QCOMPARE(users.count(), 6);
    std::vector<float> scores;
    QVERIFY(live().rankingOf(*live().findUser(alice), scores).list == hers);
    reopen();
    QCOMPARE(live().user().name, u"Bob"_s); // who did something last
    QVERIFY(live().ranking().list == his);
    live().chooseUser(alice);
    QVERIFY(live().ranking().list == hers);
}

void TestLiveUsers::whoeverLeavesTheOthersStay() {
    m_store->publish(makeSnapshot());
    const qint64 first = live().user().id;
    const qint64 alice = live().addUser(u"Alice"_s).value();
    const qint64 bob = live().addUser(u"Bob"_s).value();
    const qint64 carol = live().addUser(u"Carol"_s).value();
    live().chooseUser(alice);
    QVERIFY(live().removeUser(first).ok()); // came before her
    QCOMPARE(live().user().id, alice);
    QVERIFY(live().removeUser(bob).ok()); // after her
    QCOMPARE(live().user().id, alice);
    live().chooseUser(carol);
    QVERIFY(live().removeUser(carol).ok()); // the one on the stage, and the last of the list
    QCOMPARE(live().user().id, alice);
}

void TestLiveUsers::theLastUserIsReplaced() {
    m_store->publish(makeSnapshot());
    QVERIFY(live().act(EventType::Like, 3).ok());
    const qint64 first = live().user().id;
    QVERIFY(live().removeUser(first).ok());
    QCOMPARE(live().state().users.size(), std::size_t{1});
    QVERIFY(live().user().id != first && live().user().id > 0);
    QVERIFY(live().user().events.empty());
    QVERIFY(!live().removeUser(first).ok());
    const LiveState state = live().state();
    reopen();
    QVERIFY(live().state() == state);
    const qint64 alice = live().addUser(u"Alice"_s).value();
    const qint64 bob = live().addUser(u"Bob"_s).value();
    live().chooseUser(alice);
    QVERIFY(live().removeUser(alice).ok());
    QCOMPARE(live().user().id, bob);
    QVERIFY(live().removeUser(bob).ok());
    QCOMPARE(live().user().id, state.users.front()->id);
}

void TestLiveUsers::restoresUserAndRule() {
    m_store->publish(makeSnapshot());
    const qint64 alice = live().addUser(u"Alice"_s).value();
    QVERIFY(live().addUser(u"Bob"_s).ok());
    live().restore(alice, ResolveRule{});
    QCOMPARE(live().user().name, u"Alice"_s);
    QVERIFY(live().state().rule == UpdateRule(ResolveRule{}));
    QVERIFY(!live().canUndo());
    QCOMPARE(live().history().size(), std::size_t{1});
    live().restore(1234, RecencyRule{0.5}); // gone: who is there stays
    QCOMPARE(live().user().name, u"Alice"_s);
}

void TestLiveUsers::presetsComeFromTheData() {
    ModelSnapshot snapshot = makeSnapshot(untrained());
    DatasetParts parts;
    parts.info = snapshot.dataset->info();
    parts.genreNames = {"Horror", "Comedy"};
    for (int i = 0; i < 100; ++i)
        parts.items.push_back({i + 1, "Film", 2000, i < 50 ? 1U : 2U});
    parts.userIds = {10, 11, 12, 13, 14};
    const auto rate = [&parts](int user, int from, int to, float value) {
        for (int item = from; item < to; ++item) {
            parts.ratingUser.push_back(user);
            parts.ratingItem.push_back(item);
            parts.ratingValue.push_back(value);
            parts.ratingTime.push_back(1);
        }
    };
    rate(0, 20, 80, 5.0F); // most
    rate(1, 60, 90, 4.0F); // comedies only
    rate(2, 0, 3, 4.0F);   // fewest
    rate(2, 3, 90, 1.0F);  // dislikes are no likes
    rate(3, 34, 66, 4.0F); // half and half, the usual number
    rate(4, 0, 30, 3.5F);  // nothing positive
    snapshot.dataset = Dataset::create(std::move(parts)).value();
    snapshot.popularity = trainPopularity(RatingMatrix::positives(*snapshot.dataset, 4.0F));
    m_store->publish(snapshot);
    QSignalSpy found(&live(), &LiveSession::presetsChanged);
    QVERIFY(live().presets().empty()); // nobody waits for them
    QVERIFY(found.wait());
    const std::vector<UserPreset> presets = live().presets();
    QCOMPARE(presets.size(), std::size_t{4});
    QCOMPARE(presets[0].kind, UserPreset::Kind::Heavy);
    QCOMPARE(presets[0].user, 0);
    QCOMPARE(presets[0].positives, 60);
    QCOMPARE(presets[1].kind, UserPreset::Kind::OneGenre);
    QCOMPARE(presets[1].user, 1);
    QCOMPARE(presets[1].genre, 1);
    QCOMPARE(presets[1].share, 1.0);
    QCOMPARE(presets[2].kind, UserPreset::Kind::Typical);
    QCOMPARE(presets[2].user, 3);
    QCOMPARE(presets[3].kind, UserPreset::Kind::Newcomer);
    QCOMPARE(presets[3].user, 2);
    QCOMPARE(presets[3].positives, 3);
    m_store->publish({});
    QVERIFY(live().presets().empty());
}

/// Snapshots come faster than presets are found, and the stage closes while they are searched.
void TestLiveUsers::presetsAreThoseOfTheNewestSnapshot() {
    SnapshotOptions many;
    many.users = 3000;
    many.items = 400;
    many.trained = false;
    const ModelSnapshot large = makeSnapshot(many);
    const ModelSnapshot small = makeSnapshot();
    QSignalSpy found(&live(), &LiveSession::presetsChanged);
    for (int i = 0; i < 5; ++i) {
        m_store->publish(large);
        m_store->publish(small);
    }
    QVERIFY(found.wait());
    const auto sameUsers = [](const std::vector<UserPreset>& a, const std::vector<UserPreset>& b) {
        return std::ranges::equal(a, b, [](const UserPreset& x, const UserPreset& y) {
            return x.kind == y.kind && x.user == y.user && x.positives == y.positives;
        });
    };
    QVERIFY(!live().presets().empty());
    QVERIFY(sameUsers(live().presets(), findPresets(*small.dataset, small.trained->split.get(), 4.0F)));
    QTest::qWait(50);
    QCOMPARE(found.count(), 1); // those of the others were given up
    m_store->publish(large);
    m_live.reset();
}

QTEST_GUILESS_MAIN(TestLiveUsers)
#include "tst_liveusers.moc"
