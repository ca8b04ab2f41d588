#include "core/recsys/live/learnedevents.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

using namespace recital;

namespace {

Event done(EventType type, ItemIndex item, int stars = 0) {
    return {type, item, stars, 0};
}

/// Three users, six items. User 0 learned 0 and 1, and has 2 in the test part.
Split smallSplit() {
    Split split;
    split.train = test::binaryMatrix(6, {{0, 1}, {1, 3}, {4}});
    split.heldOut = test::sparseRows({{2}, {}, {5}});
    return split;
}

std::vector<Interaction> cellsOf(const LearnedEvents& events, std::size_t user = 0) {
    return events.users.at(user).cells;
}

} // namespace

class TestLearnedEvents : public QObject {
    Q_OBJECT

private slots:
    void eventsOfAFilmAddUp();
    void whatCancelsSaysNothing();
    void pairsOfTheTestPartAreLeftOut();
    void unknownUsersOfASplitStayUnknown();
    void filmsThatAreNoCandidatesAreLeftOut();
    void sumsAreLimited();
    void newcomersGetRowsOfTheirOwn();
    void cellsAreAddedToTheTrainingPart();
    void withoutEventsTheMatrixIsTheSame();
};

void TestLearnedEvents::eventsOfAFilmAddUp() {
    const std::vector<LiveUserEvents> users{
        {7, -1, {done(EventType::View, 4), done(EventType::Rating, 1, 1), done(EventType::Click, 4)}}};
    const LearnedEvents learned = learnFrom(users, {}, smallSplit());
    QCOMPARE(learned.users.size(), 1U);
    QCOMPARE(learned.users[0].id, 7);
    QCOMPARE(cellsOf(learned), (std::vector<Interaction>{{1, -1.0F}, {4, 0.5F}}));
    QCOMPARE(learned.events, 3);
    QCOMPARE(learned.heldOut + learned.silent, 0);
}

void TestLearnedEvents::whatCancelsSaysNothing() {
    EventStrengths strengths;
    strengths.view = 0.0;
    const std::vector<LiveUserEvents> users{
        {1, -1, {done(EventType::Like, 4), done(EventType::Dislike, 4), done(EventType::View, 2)}},
        {2, -1, {}}};
    const LearnedEvents learned = learnFrom(users, strengths, smallSplit());
    QVERIFY(learned.users.empty());
    QCOMPARE(learned.events, 0);
    QCOMPARE(learned.silent, 3);
}

void TestLearnedEvents::pairsOfTheTestPartAreLeftOut() {
    const std::vector<Event> likes{done(EventType::Like, 2), done(EventType::Like, 4),
                                   done(EventType::View, 2)};
    const std::vector<LiveUserEvents> users{{1, 0, likes}, {2, -1, likes}, {3, 1, likes}};
    const LearnedEvents learned = learnFrom(users, {}, smallSplit());
    QCOMPARE(learned.heldOut, 2); // of user 0 only: the pair is in the test part, not the film
    QCOMPARE(cellsOf(learned, 0), (std::vector<Interaction>{{4, 1.0F}}));
    QCOMPARE(cellsOf(learned, 1), (std::vector<Interaction>{{2, 1.1F}, {4, 1.0F}}));
    QCOMPARE(cellsOf(learned, 2), cellsOf(learned, 1));
    QCOMPARE(learned.events, 7);
}

void TestLearnedEvents::unknownUsersOfASplitStayUnknown() {
    Split split = smallSplit();
    split.options.protocol = Protocol::HeldOutUsers;
    const std::vector<Event> likes{done(EventType::Like, 3), done(EventType::Like, 4)};
    const LearnedEvents learned =
        learnFrom(std::vector<LiveUserEvents>{{1, 0, likes}, {2, 1, likes}, {3, -1, likes}}, {}, split);
    QCOMPARE(learned.users.size(), 2U);
    QCOMPARE(learned.users[0].datasetUser, 1);
    QCOMPARE(learned.heldOut, 2);
    QCOMPARE(learned.events, 4);
}

void TestLearnedEvents::filmsThatAreNoCandidatesAreLeftOut() {
    Split split = smallSplit();
    split.removedItems = {3, 5};
    const LearnedEvents learned =
        learnFrom(std::vector<LiveUserEvents>{{1, -1, {done(EventType::Like, 3), done(EventType::Like, 4)}}},
                  {}, split);
    QCOMPARE(cellsOf(learned), (std::vector<Interaction>{{4, 1.0F}}));
    QCOMPARE(learned.silent, 1);
}

void TestLearnedEvents::sumsAreLimited() {
    const std::vector<Event> bought(20, done(EventType::Purchase, 4));
    const LearnedEvents learned = learnFrom(std::vector<LiveUserEvents>{{1, -1, bought}}, {}, smallSplit());
    QCOMPARE(cellsOf(learned), (std::vector<Interaction>{{4, 10.0F}}));
    QCOMPARE(learned.events, 20);
}

void TestLearnedEvents::newcomersGetRowsOfTheirOwn() {
    const Split split = smallSplit();
    LearnedEvents events;
    events.users = {{1, -1, {{0, 1.0F}}}, {2, 1, {{5, 0.5F}}}, {3, -1, {{0, -1.0F}, {2, 1.0F}}}};
    const RatingMatrix matrix = withEvents(split.train, events);
    QCOMPARE(matrix.userCount(), 5);
    QCOMPARE(matrix.itemCount(), 6);
    QCOMPARE(matrix.history(0), (std::vector<Interaction>{{0, 1.0F}, {1, 1.0F}}));
    QCOMPARE(matrix.history(1), (std::vector<Interaction>{{1, 1.0F}, {3, 1.0F}, {5, 0.5F}}));
    QCOMPARE(matrix.history(3), (std::vector<Interaction>{{0, 1.0F}}));
    QCOMPARE(matrix.history(4), (std::vector<Interaction>{{0, -1.0F}, {2, 1.0F}}));
}

void TestLearnedEvents::cellsAreAddedToTheTrainingPart() {
    const Split split = smallSplit();
    LearnedEvents events; // two on the stage who start from the same user
    events.users = {{1, 0, {{0, -1.0F}, {1, 0.4F}}}, {2, 0, {{1, 1.0F}, {3, -0.5F}}}};
    const RatingMatrix matrix = withEvents(split.train, events);
    QCOMPARE(matrix.userCount(), 3);
    QCOMPARE(matrix.history(0), (std::vector<Interaction>{{1, 2.4F}, {3, -0.5F}})); // 0: liked and disliked
    QCOMPARE(matrix.history(2), (std::vector<Interaction>{{4, 1.0F}}));
    // A rating and what was bought again and again: no more than the greatest strength.
    events.users = {{1, 0, {{1, 9.5F}}}, {2, -1, {{1, 9.5F}}}};
    QCOMPARE(withEvents(split.train, events).history(0), (std::vector<Interaction>{{0, 1.0F}, {1, 10.0F}}));
    QCOMPARE(withEvents(split.train, events).history(3), (std::vector<Interaction>{{1, 9.5F}}));
}

void TestLearnedEvents::withoutEventsTheMatrixIsTheSame() {
    const Split split = smallSplit();
    const RatingMatrix matrix = withEvents(split.train, {});
    QCOMPARE(matrix.byUser().offsets, split.train.byUser().offsets);
    QCOMPARE(matrix.byUser().columns, split.train.byUser().columns);
    QVERIFY(matrix.binary());
}

QTEST_GUILESS_MAIN(TestLearnedEvents)
#include "tst_learnedevents.moc"
