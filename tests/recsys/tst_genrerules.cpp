#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/dataset.h"
#include "core/recsys/recommend.h"
#include "core/recsys/training.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

using namespace recital;

class TestGenreRules : public QObject {
    Q_OBJECT

private slots:
    void popularItemsOfTheLikedGenresComeFirst();
    void genresAreCounted();
    void equalGenresInTheDatasOrder();
    void emptyHistoryIsPopularity();
    void strengthDoesNotCount();
    void needsGenres();
    void splitsBringTheirGenres();
};

namespace {

constexpr std::uint32_t kDrama = 1U;
constexpr std::uint32_t kComedy = 2U;
constexpr std::uint32_t kWar = 4U;

using History = std::vector<Interaction>;

// Item          0       1        2               3     4        5
// Positives     4       3        2               3     1        0
const std::vector<std::uint32_t> kGenres{kDrama, kComedy, kDrama | kWar, kWar, kComedy, 0U};
RatingMatrix likes() {
    return test::binaryMatrix(6, {{0, 1, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}, {0, 4}});
}

std::vector<ItemIndex> listOf(const History& history, int genres) {
    const auto model = trainGenreRules(likes(), kGenres, {.genres = genres}).value();
    std::vector<ItemIndex> items;
    for (const ScoredItem& entry : recommend(*model, {.history = history, .excluded = {}, .k = 6}).value())
        items.push_back(entry.item);
    return items;
}

} // namespace

void TestGenreRules::popularItemsOfTheLikedGenresComeFirst() {
    // A comedy: comedies by popularity, then the others by popularity, equal ones by lower index.
    QCOMPARE(listOf({{4, 1.0F}}, 1), (std::vector<ItemIndex>{1, 4, 0, 3, 2, 5}));
    // A drama that is about war as well: both genres count, each item once.
    QCOMPARE(listOf({{2, 1.0F}}, 2), (std::vector<ItemIndex>{0, 3, 2, 1, 4, 5}));
}

void TestGenreRules::genresAreCounted() {
    // War twice, drama once, comedy once: of one genre it is war, of two war and drama.
    const History history{{2, 1.0F}, {3, 1.0F}, {4, 1.0F}};
    QCOMPARE(listOf(history, 1), (std::vector<ItemIndex>{3, 2, 0, 1, 4, 5}));
    QCOMPARE(listOf(history, 2), (std::vector<ItemIndex>{0, 3, 2, 1, 4, 5}));
    // More genres than the user has: those that stand in the history, and no others.
    QCOMPARE(listOf({{4, 1.0F}}, 32), (std::vector<ItemIndex>{1, 4, 0, 3, 2, 5}));
}

void TestGenreRules::equalGenresInTheDatasOrder() {
    QCOMPARE(listOf({{3, 1.0F}, {4, 1.0F}}, 1), listOf({{4, 1.0F}}, 1)); // comedy stands before war
}

void TestGenreRules::emptyHistoryIsPopularity() {
    const std::vector<ItemIndex> popular{0, 1, 3, 2, 4, 5};
    QCOMPARE(listOf({}, 3), popular);
    QCOMPARE(listOf({{5, 1.0F}}, 3), popular); // an item without a genre says nothing
}

void TestGenreRules::strengthDoesNotCount() {
    QCOMPARE(listOf({{2, 1.0F}, {3, 1.0F}, {4, 5.0F}}, 1), (std::vector<ItemIndex>{3, 2, 0, 1, 4, 5}));
}

void TestGenreRules::needsGenres() {
    for (const std::vector<std::uint32_t>& genres :
         {std::vector<std::uint32_t>{}, std::vector<std::uint32_t>(6), std::vector<std::uint32_t>{kWar}}) {
        const RatingMatrix matrix = likes();
        const auto model = train({matrix, genres}, GenreRulesParameters{}, {});
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::InvalidData);
        QVERIFY(model.error().detail.find("genres") != std::string::npos);
    }
    QVERIFY(!train(likes(), GenreRulesParameters{}, {})); // a matrix alone knows none
}

void TestGenreRules::splitsBringTheirGenres() {
    DatasetParts parts;
    parts.info.name = "handmade";
    parts.genreNames = {"Drama", "Comedy", "War"};
    parts.userIds = {1, 2};
    // In descending order of id: what counts is the dataset's own order.
    for (const ItemId id : {4, 3, 2, 1}) {
        parts.items.emplace_back();
        parts.items.back().id = id;
        parts.items.back().genres = id == 1 ? kComedy : kWar;
    }
    for (const std::int32_t user : {0, 1})
        for (const std::int32_t item : {0, 1, 2, 3}) {
            parts.ratingUser.push_back(user);
            parts.ratingItem.push_back(item);
            parts.ratingValue.push_back(5.0F);
            parts.ratingTime.push_back(0);
        }
    const auto dataset = Dataset::create(std::move(parts)).value();
    SplitOptions options;
    options.protocol = Protocol::UserRandom;
    options.testShare = 0.5;
    const auto splits = makeSplits(*dataset, options).value();
    QCOMPARE(splits.front().itemGenres, (std::vector<std::uint32_t>{kComedy, kWar, kWar, kWar}));
    QVERIFY(train(splits.front(), GenreRulesParameters{}, {}));
}

QTEST_GUILESS_MAIN(TestGenreRules)
#include "tst_genrerules.moc"
