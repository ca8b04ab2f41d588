#include "core/recsys/live/event.h"
#include "core/recsys/live/rankdifference.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace recital;

/// Events with the table of their strengths, and what a new list is to the one before.
class TestLiveEvent : public QObject {
    Q_OBJECT

private slots:
    void keysAreTheirOwnInverse();
    void theTableKnowsEveryType();
    void strengthsOutsideTheirLimitsAreRefused();
    void onlyAViewLeavesTheListAlone();
    void aDifferenceNamesRankAndScoreBefore();
    void whatLeftIsListedBestFirst();
};

void TestLiveEvent::keysAreTheirOwnInverse() {
    QCOMPARE(allEventTypes().size(), 7U);
    int number = 0;
    for (const EventType type : allEventTypes()) {
        QCOMPARE(static_cast<int>(type), number++); // as they are stored
        QCOMPARE(eventTypeOf(eventKey(type)), std::optional(type));
    }
    QCOMPARE(eventKey(EventType::Dislike), std::string_view("dislike"));
    QVERIFY(!eventTypeOf("Like"));
    QVERIFY(!eventTypeOf(""));
}

void TestLiveEvent::theTableKnowsEveryType() {
    EventStrengths table;
    double next = 0.125;
    for (const EventType type : allEventTypes()) {
        for (int stars = 1; stars <= (type == EventType::Rating ? 5 : 1); ++stars) {
            table.set(type, stars, next);
            QCOMPARE(table.of(type, stars), next);
            QCOMPARE(table.of(Event{type, 3, stars, 0}), next);
            next += 0.125;
        }
    }
    QCOMPARE(table.view, 0.125); // nothing overwrote another
    QCOMPARE(table.stars[0], 0.125 * 7);
    QCOMPARE(table.stars[4], 0.125 * 11);
    QCOMPARE(EventStrengths{}.like, 1.0); // the unit
    QVERIFY(EventStrengths{}.dislike < 0.0);
}

void TestLiveEvent::strengthsOutsideTheirLimitsAreRefused() {
    QVERIFY(EventStrengths{}.validate());
    for (const double wrong : {10.01, -10.01, std::numeric_limits<double>::infinity(), std::nan("")}) {
        for (const EventType type : allEventTypes()) {
            EventStrengths table;
            table.set(type, 5, wrong);
            const Status status = table.validate();
            QVERIFY(!status);
            QCOMPARE(status.error().code, ErrorCode::InvalidParameters);
            QVERIFY(status.error().detail.find(eventKey(type)) != std::string::npos);
        }
    }
    EventStrengths table;
    table.set(EventType::Dislike, 0, -EventStrengths::greatest);
    QVERIFY(table.validate());
}

void TestLiveEvent::onlyAViewLeavesTheListAlone() {
    for (const EventType type : allEventTypes())
        QCOMPARE(takesItemOffTheList(type), type != EventType::View);
}

void TestLiveEvent::aDifferenceNamesRankAndScoreBefore() {
    const std::vector<ScoredItem> before{{4, 0.9F}, {7, 0.8F}, {2, 0.7F}};
    const std::vector<ScoredItem> after{{7, 0.95F}, {5, 0.85F}, {4, 0.8F}};
    const std::vector<RankChange> changes = rankDifference(before, after);
    QCOMPARE(changes.size(), 3U);
    QCOMPARE(changes[0].item, 7);
    QCOMPARE(changes[0].rank, 1);
    QCOMPARE(changes[0].previousRank, 2);
    QCOMPARE(changes[0].score, 0.95F);
    QCOMPARE(changes[0].previousScore, 0.8F);
    QVERIFY(!changes[0].entered());
    QVERIFY(changes[1].entered());
    QCOMPARE(changes[1].previousRank, 0);
    QVERIFY(std::isnan(changes[1].previousScore));
    QCOMPARE(changes[2].previousRank, 1);
    QVERIFY(!sameOrder(before, after));
    QVERIFY(!sameOrder(before, std::vector<ScoredItem>{{7, 0.9F}, {4, 0.8F}, {2, 0.7F}})); // the same films
    QVERIFY(sameOrder(before, std::vector<ScoredItem>{{4, 3.0F}, {7, 2.0F}, {2, 1.0F}}));
    QVERIFY(!sameOrder(before, std::vector<ScoredItem>{{4, 0.9F}, {7, 0.8F}}));
}

void TestLiveEvent::whatLeftIsListedBestFirst() {
    const std::vector<ScoredItem> before{{4, 0.9F}, {7, 0.8F}, {2, 0.7F}};
    QCOMPARE(departed(before, std::vector<ScoredItem>{{7, 1.0F}, {9, 0.5F}}),
             (std::vector<ScoredItem>{{4, 0.9F}, {2, 0.7F}}));
    QVERIFY(departed(before, before).empty());
    QVERIFY(departed({}, before).empty());
    QCOMPARE(departed(before, {}), before);
}

QTEST_GUILESS_MAIN(TestLiveEvent)
#include "tst_liveevent.moc"
