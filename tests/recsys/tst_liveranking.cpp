#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"
#include "tests/recsys/liveworld.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace recital;

using test::kHorror;
using test::kItems;

namespace {

LiveQuery queryOf(std::span<const Interaction> known, std::span<const Interaction> events) {
    LiveQuery query;
    query.past = {known, events};
    return query;
}

const std::vector<Interaction> kThree{{9, 1.0F}, {22, 1.0F}, {31, 1.0F}};

} // namespace

class TestLiveRanking : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = test::makeWorld(); }

    void withoutDataThereIsNoList();
    void aNewcomerGetsThePopularList();
    void tiersFollowFromWhatIsKnown();
    void theSharedScoreIsItsFormula();
    void explanationsSumToThePrintedScore_data();
    void explanationsSumToThePrintedScore();
    void aTasteShowsOnlyItsGenres();
    void aTasteWithoutFilmsIsNone();
    void aTasteFadesWithEvents();
    void whatLeftNoTraceGetsThePopularList();
    void everyNewcomerGetsAWholeList();
    void excludedItemsNeverAppear();
    void theSameStateGivesTheSameBytes();
    void timesAreMeasured();
    void historiesAreInOrderOfTime();

private:
    test::World m_world;
    std::vector<float> m_scores;
};

void TestLiveRanking::withoutDataThereIsNoList() {
    m_scores = {1.0F};
    const LiveRanking ranking = rankLive({}, queryOf({}, {}), m_scores);
    QVERIFY(ranking.tier == Tier::None);
    QVERIFY(ranking.list.empty() && m_scores.empty() && ranking.vector.size() == 0);
    const LiveExplanation explanation = explainLive({}, queryOf({}, {}), 0);
    QVERIFY(explanation.known.empty() && explanation.events.empty());
    QCOMPARE(explanation.sum, 0.0);
}

void TestLiveRanking::aNewcomerGetsThePopularList() {
    const LiveRanking ranking = rankLive(m_world.models(), queryOf({}, {}), m_scores);
    QVERIFY(ranking.tier == Tier::Popular);
    QCOMPARE(ranking.personalShare, 0.0);
    QVERIFY(ranking.vector.size() == 0);
    QCOMPARE(ranking.list.size(), 10U);
    std::vector<ItemIndex> order(kItems);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](ItemIndex i) { return m_world.popularity[static_cast<std::size_t>(i)]; });
    const float most = std::ranges::max(m_world.popularity);
    for (std::size_t k = 0; k < 10; ++k) {
        QCOMPARE(ranking.list[k].item, order[k]);
        const float count = m_world.popularity[static_cast<std::size_t>(order[k])];
        QVERIFY(std::abs(ranking.list[k].score - std::sqrt(count / most)) < 1e-6F);
    }
    // Without a model events only take items off the list.
    const LiveRanking untrained = rankLive(m_world.untrained(), queryOf({}, kThree), m_scores);
    QVERIFY(untrained.tier == Tier::Popular);
    QCOMPARE(untrained.list, ranking.list);
}

void TestLiveRanking::tiersFollowFromWhatIsKnown() {
    const auto shareOf = [&](std::span<const Interaction> known, std::span<const Interaction> events) {
        const LiveRanking ranking = rankLive(m_world.models(), queryOf(known, events), m_scores);
        const Tier expected = ranking.personalShare <= 0.0   ? Tier::Popular
                              : ranking.personalShare >= 1.0 ? Tier::Personal
                                                             : Tier::Blended;
        return ranking.tier == expected ? ranking.personalShare : -1.0;
    };
    const std::span<const Interaction> events(kThree);
    QCOMPARE(shareOf({}, events.first(1)), 1.0 / 3.0);
    QCOMPARE(shareOf({}, events.first(2)), 2.0 / 3.0);
    QCOMPARE(shareOf({}, events), 1.0);
    QCOMPARE(shareOf(events.first(1), {}), 1.0);
    const std::vector<Interaction> sameTwice{{9, 0.1F}, {9, 1.0F}, {22, -1.0F}, {31, 0.0F}};
    QCOMPARE(shareOf({}, sameTwice), 1.0 / 3.0); // one film liked, one disliked, one that says nothing
    const std::vector<Interaction> dislikes{{9, -1.0F}, {22, -1.0F}};
    QCOMPARE(shareOf({}, dislikes), 0.0);
}

void TestLiveRanking::theSharedScoreIsItsFormula() {
    const std::vector<ItemIndex> excluded{9, 22};
    LiveQuery query = queryOf({}, std::span(kThree).first(2));
    query.excluded = excluded;
    const LiveRanking ranking = rankLive(m_world.models(), query, m_scores);
    const Eigen::VectorXf vector = userVector(*m_world.als, query.rule, query.past);
    QCOMPARE(ranking.vector, vector);
    std::vector<float> personal(kItems);
    m_world.als->scoreVector(vector, personal);
    double unit = 0.0;
    for (ItemIndex item = 0; item < kItems; ++item)
        if (item != 9 && item != 22)
            unit = std::max(unit, static_cast<double>(personal[static_cast<std::size_t>(item)]));
    QCOMPARE(ranking.unit, unit);
    const double most = static_cast<double>(std::ranges::max(m_world.popularity));
    for (std::size_t i = 0; i < kItems; ++i) {
        const double start = std::sqrt(static_cast<double>(m_world.popularity[i]) / most);
        const double expected = 2.0 / 3.0 * static_cast<double>(personal[i]) + 1.0 / 3.0 * unit * start;
        QVERIFY(std::abs(static_cast<double>(m_scores[i]) - expected) < 1e-6);
    }
}

void TestLiveRanking::explanationsSumToThePrintedScore_data() {
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("events");
    QTest::addColumn<bool>("taste");
    for (const bool taste : {false, true})
        for (int events = 0; events <= 3; ++events)
            for (int known = 0; known <= 1; ++known)
                QTest::addRow("%d known, %d events%s", known, events, taste ? ", taste" : "")
                    << known << events << taste;
}

void TestLiveRanking::explanationsSumToThePrintedScore() {
    QFETCH(int, known);
    QFETCH(int, events);
    QFETCH(bool, taste);
    const GenreTaste horror{{0.0, 1.0, 0.0}};
    const std::vector<Interaction> history{{40, 1.0F}};
    LiveQuery query = queryOf(std::span(history).first(static_cast<std::size_t>(known)),
                              std::span(kThree).first(static_cast<std::size_t>(events)));
    query.taste = taste ? &horror : nullptr;
    const LiveRanking ranking = rankLive(m_world.models(), query, m_scores);
    const auto largest = static_cast<double>(std::ranges::max(m_scores)); // sums of floats round by that
    for (ItemIndex item = 0; item < kItems; ++item) {
        const LiveExplanation explanation = explainLive(m_world.models(), query, item);
        QCOMPARE(explanation.known.size(), static_cast<std::size_t>(known));
        QCOMPARE(explanation.events.size(), static_cast<std::size_t>(events));
        double sum = explanation.base;
        double size = std::abs(explanation.base);
        for (const auto* part : {&explanation.known, &explanation.events})
            for (const double share : *part) {
                sum += share;
                size += std::abs(share);
            }
        QVERIFY(std::abs(sum - explanation.sum) <= 1e-12 * size);
        QVERIFY(std::abs(explanation.sum - static_cast<double>(m_scores[static_cast<std::size_t>(item)])) <=
                1e-6 * (size + largest));
        if (ranking.personalShare >= 1.0)
            QCOMPARE(explanation.base, 0.0);
    }
}

void TestLiveRanking::aTasteShowsOnlyItsGenres() {
    const GenreTaste horror{{0.0, 0.5, 0.0}};
    LiveQuery query = queryOf({}, {});
    query.taste = &horror;
    for (const LiveModels& models : {m_world.models(), m_world.untrained()}) { // events are not needed
        const LiveRanking ranking = rankLive(models, query, m_scores);
        QVERIFY(ranking.tier == Tier::Blended);
        QCOMPARE(ranking.personalShare, 0.0);
        QCOMPARE(ranking.list.size(), 10U);
        for (const ScoredItem& entry : ranking.list)
            QVERIFY((m_world.dataset->item(entry.item).genres & kHorror) != 0);
    }
    QCOMPARE(m_scores[1], 0.0F);  // no genre at all
    QCOMPARE(m_scores[2], 0.0F);  // drama
    QVERIFY(m_scores[10] > 0.0F); // drama and horror
    const double expected = 1.0 / std::sqrt(2.0) *
                            std::sqrt(static_cast<double>(m_world.popularity[10]) /
                                      static_cast<double>(std::ranges::max(m_world.popularity)));
    QVERIFY(std::abs(static_cast<double>(m_scores[10]) - expected) < 1e-6);
}

void TestLiveRanking::aTasteWithoutFilmsIsNone() {
    LiveQuery query = queryOf({}, {});
    const LiveRanking popular = rankLive(m_world.models(), query, m_scores);
    for (const GenreTaste& taste : {GenreTaste{}, GenreTaste{{0.0, 0.0}}, GenreTaste{{0.0, 0.0, 0.0, 1.0}}}) {
        query.taste = &taste;
        const LiveRanking ranking = rankLive(m_world.models(), query, m_scores);
        QVERIFY(ranking.tier == Tier::Popular);
        QCOMPARE(ranking.list, popular.list);
    }
    QVERIFY(GenreTaste{}.empty() && (GenreTaste{{0.0, 0.0}}).empty() && !(GenreTaste{{0.0, 0.1}}).empty());
}

void TestLiveRanking::aTasteFadesWithEvents() {
    const GenreTaste horror{{0.0, 1.0, 0.0}};
    LiveQuery query = queryOf({}, kThree);
    const LiveRanking without = rankLive(m_world.models(), query, m_scores);
    query.taste = &horror;
    QCOMPARE(rankLive(m_world.models(), query, m_scores).list, without.list);
    query.past.events = std::span(kThree).first(1);
    const LiveRanking blended = rankLive(m_world.models(), query, m_scores);
    QVERIFY(blended.tier == Tier::Blended);
    query.taste = nullptr;
    QVERIFY(blended.list != rankLive(m_world.models(), query, m_scores).list);
}

/// Nobody rated the last item, so its factors are zero.
void TestLiveRanking::whatLeftNoTraceGetsThePopularList() {
    const LiveRanking popular = rankLive(m_world.models(), queryOf({}, {}), m_scores);
    const std::vector<Interaction> unknown{{kItems - 1, 1.0F}};
    for (const LiveQuery& query : {queryOf({}, unknown), queryOf(unknown, {})}) {
        const LiveRanking ranking = rankLive(m_world.models(), query, m_scores);
        QVERIFY(ranking.tier == Tier::Popular);
        QCOMPARE(ranking.personalShare, 0.0);
        QVERIFY(ranking.vector.size() == 0);
        QCOMPARE(ranking.list, popular.list);
    }
}

void TestLiveRanking::everyNewcomerGetsAWholeList() {
    const GenreTaste taste{{0.0, 1.0, 0.0}};
    for (ItemIndex item = 0; item < kItems; ++item)
        for (const float strength : {-1.0F, 0.1F, 1.0F})
            for (const GenreTaste* genres : {static_cast<const GenreTaste*>(nullptr), &taste}) {
                const std::vector<Interaction> event{{item, strength}};
                const std::vector<ItemIndex> excluded{item};
                LiveQuery query = queryOf({}, event);
                query.excluded = excluded;
                query.taste = genres;
                QCOMPARE(rankLive(m_world.models(), query, m_scores).list.size(), 10U);
            }
}

void TestLiveRanking::excludedItemsNeverAppear() {
    LiveQuery query = queryOf({}, kThree);
    const LiveRanking all = rankLive(m_world.models(), query, m_scores);
    std::vector<ItemIndex> excluded;
    for (const ScoredItem& entry : all.list)
        excluded.push_back(entry.item);
    std::ranges::sort(excluded);
    query.excluded = excluded;
    const LiveRanking rest = rankLive(m_world.models(), query, m_scores);
    QCOMPARE(rest.list.size(), 10U);
    for (const ScoredItem& entry : rest.list)
        QVERIFY(!std::ranges::binary_search(excluded, entry.item));
    query.k = kItems;
    QCOMPARE(rankLive(m_world.models(), query, m_scores).list.size(), kItems - excluded.size());
}

void TestLiveRanking::theSameStateGivesTheSameBytes() {
    const LiveQuery query = queryOf({}, std::span(kThree).first(2));
    const LiveRanking first = rankLive(m_world.models(), query, m_scores);
    const std::vector<float> scores = m_scores;
    const LiveRanking again = rankLive(m_world.models(), query, m_scores);
    QCOMPARE(again.list, first.list);
    QCOMPARE(again.vector, first.vector);
    QCOMPARE(m_scores, scores);
}

void TestLiveRanking::timesAreMeasured() {
    const LiveRanking ranking = rankLive(m_world.models(), queryOf({}, kThree), m_scores);
    QVERIFY(ranking.times.foldIn > 0.0 && ranking.times.scores > 0.0);
    QVERIFY(ranking.times.filter >= 0.0 && ranking.times.ranking > 0.0);
    QCOMPARE(ranking.times.total(),
             ranking.times.foldIn + ranking.times.scores + ranking.times.filter + ranking.times.ranking);
}

void TestLiveRanking::historiesAreInOrderOfTime() {
    DatasetParts parts;
    parts.info.hasTimestamps = true;
    for (ItemIndex item = 0; item < 8; ++item)
        parts.items.push_back({item, {}, 0, 0});
    parts.userIds = {1, 2};
    parts.ratingUser = {0, 0, 1, 0, 0, 0, 0};
    parts.ratingItem = {0, 1, 2, 3, 4, 5, 6};
    parts.ratingValue = {4, 5, 5, 3, 4, 4, 5};
    parts.ratingTime = {50, 20, 1, 10, 20, 90, 5};
    const auto dataset = *Dataset::create(std::move(parts));
    const auto itemsOf = [](const std::vector<Interaction>& history) {
        std::vector<ItemIndex> items;
        for (const Interaction& entry : history)
            items.push_back(entry.value == 1.0F ? entry.item : -1);
        return items;
    };
    QCOMPARE(itemsOf(knownHistory(*dataset, nullptr, 0)), (std::vector<ItemIndex>{6, 1, 4, 0, 5}));
    QCOMPARE(itemsOf(knownHistory(*dataset, nullptr, 0, 5.0F)), (std::vector<ItemIndex>{6, 1}));
    QCOMPARE(itemsOf(knownHistory(*dataset, nullptr, 1)), (std::vector<ItemIndex>{2}));
    SplitOptions options;
    options.testShare = 0.35; // of six: two
    const auto splits = *makeSplits(*dataset, options);
    QCOMPARE(itemsOf(knownHistory(*dataset, &splits[0], 0)), (std::vector<ItemIndex>{6, 1, 4}));
    for (UserIndex user : {0, 1}) {
        std::vector<ItemIndex> learned = itemsOf(knownHistory(*dataset, &splits[0], user));
        std::ranges::sort(learned);
        QVERIFY(std::ranges::equal(learned, splits[0].train.byUser().row(user)));
    }
}

QTEST_GUILESS_MAIN(TestLiveRanking)
#include "tst_liveranking.moc"
