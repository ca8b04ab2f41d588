#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/live/event.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/live/similaritems.h"
#include "core/recsys/split.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace recital;

/// What a room sees, on the bundled data with the settings that the program proposes for them.
class TestLiveStory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void clicksOnHeroesAndOnToysLeadToTheirKind_data();
    void clicksOnHeroesAndOnToysLeadToTheirKind();
    void raisingAGenreShowsIt_data();
    void raisingAGenreShowsIt();
    void aDislikeLowersTheFilmAndItsNeighbours_data();
    void aDislikeLowersTheFilmAndItsNeighbours();
    void trainingUsersGetTheirTrainedVector();
    void everyNewcomerGetsAWholeList();

private:
    ItemIndex film(ItemId id) const { return m_dataset->findItem(id).value(); }
    std::string named(const ScoredItem& entry) const;
    bool has(ItemIndex item, std::initializer_list<std::string_view> genres) const; ///< one of them
    std::vector<ScoredItem> listAfter(std::span<const ItemId> films, EventType type);
    LiveModels models() const { return {m_dataset.get(), m_model.get(), m_popularity}; }

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const AlsModel> m_model;
    Split m_split;
    std::vector<float> m_popularity;
    std::vector<float> m_scores;
};

void TestLiveStory::initTestCase() {
    auto source = openFolder(RECITAL_SOURCE_DIR "/data/ml-latest-small");
    QVERIFY(source);
    m_dataset = *loadDataset(**source, {});
    m_split = (*makeSplits(*m_dataset, {})).front();
    JobControl control;
    control.threads = 2;
    m_model = *trainAls(m_split.train, defaultAlsParameters(*m_dataset), control);
    m_popularity.resize(static_cast<std::size_t>(m_dataset->itemCount()));
    for (std::size_t row = 0; row < m_dataset->ratingCount(); ++row)
        if (m_dataset->values()[row] >= 4.0F)
            m_popularity[static_cast<std::size_t>(m_dataset->items()[row])] += 1.0F;
}

std::string TestLiveStory::named(const ScoredItem& entry) const {
    const Item& item = m_dataset->item(entry.item);
    std::string text = item.title + " (" + std::to_string(item.year) + ")";
    for (std::size_t g = 0; g < m_dataset->genreNames().size(); ++g)
        if ((item.genres >> g & 1U) != 0)
            text += " " + m_dataset->genreNames()[g];
    return text;
}

bool TestLiveStory::has(ItemIndex item, std::initializer_list<std::string_view> genres) const {
    for (std::size_t g = 0; g < m_dataset->genreNames().size(); ++g)
        if ((m_dataset->item(item).genres >> g & 1U) != 0 &&
            std::ranges::find(genres, m_dataset->genreNames()[g]) != genres.end())
            return true;
    return false;
}

std::vector<ScoredItem> TestLiveStory::listAfter(std::span<const ItemId> films, EventType type) {
    std::vector<Interaction> events;
    std::vector<ItemIndex> excluded;
    for (const ItemId id : films) {
        events.push_back({film(id), static_cast<float>(EventStrengths{}.of(type))});
        excluded.push_back(film(id));
    }
    std::ranges::sort(excluded);
    LiveQuery query; // the default rule
    query.past.events = events;
    query.excluded = excluded;
    const LiveRanking ranking = rankLive(models(), query, m_scores);
    for (const ScoredItem& entry : ranking.list)
        qInfo("%-8s %.4f  %s", eventKey(type).data(), static_cast<double>(entry.score), named(entry).c_str());
    return ranking.list;
}

void TestLiveStory::clicksOnHeroesAndOnToysLeadToTheirKind_data() {
    QTest::addColumn<EventType>("type");
    QTest::addColumn<bool>("third");
    for (const EventType type : {EventType::Click, EventType::Like})
        for (const bool third : {false, true}) // two films are blended, three are the model alone
            QTest::addRow("%s, %s", eventKey(type).data(), third ? "three films" : "two films")
                << type << third;
}

/// "Led by that kind" means: nine of the ten films of the one list are action, adventure or science fiction;
/// the first four of the other are animated films for children; at most three films stand in both lists, and
/// none of them among the first three of either.
void TestLiveStory::clicksOnHeroesAndOnToysLeadToTheirKind() {
    QFETCH(EventType, type);
    QFETCH(bool, third);
    // The Avengers (2012), Iron Man, X-Men; Toy Story, Finding Nemo, A Bug's Life
    const std::vector<ItemId> heroes{89745, 59315, 3793};
    const std::vector<ItemId> toys{1, 6377, 2355};
    QCOMPARE(m_dataset->item(film(89745)).year, 2012);
    const std::size_t count = third ? 3 : 2;
    const auto ofHeroes = listAfter(std::span(heroes).first(count), type);
    const auto ofToys = listAfter(std::span(toys).first(count), type);
    QCOMPARE(ofHeroes.size(), 10U);
    QCOMPARE(ofToys.size(), 10U);
    const auto exciting = std::ranges::count_if(ofHeroes, [&](const ScoredItem& entry) {
        return has(entry.item, {"Action", "Adventure", "Sci-Fi"});
    });
    QVERIFY2(exciting >= 9, qPrintable(QString::number(exciting)));
    int shared = 0;
    for (std::size_t k = 0; k < 10; ++k) {
        if (k < 4) {
            QVERIFY2(has(ofToys[k].item, {"Animation"}) && has(ofToys[k].item, {"Children"}),
                     named(ofToys[k]).c_str());
            QVERIFY2(!has(ofHeroes[k].item, {"Animation", "Children"}), named(ofHeroes[k]).c_str());
        }
        const auto other = std::ranges::find(ofToys, ofHeroes[k].item, &ScoredItem::item);
        if (other == ofToys.end())
            continue;
        ++shared;
        QVERIFY2(k >= 3 && other - ofToys.begin() >= 3, named(*other).c_str());
    }
    QVERIFY2(shared <= 3, qPrintable(QString::number(shared)));
}

void TestLiveStory::raisingAGenreShowsIt_data() {
    QTest::addColumn<int>("genre");
    for (std::size_t g = 0; g < m_dataset->genreNames().size(); ++g)
        QTest::newRow(m_dataset->genreNames()[g].c_str()) << static_cast<int>(g);
}

void TestLiveStory::raisingAGenreShowsIt() {
    QFETCH(int, genre);
    GenreTaste taste;
    taste.weights.resize(m_dataset->genreNames().size());
    taste.weights[static_cast<std::size_t>(genre)] = 0.7;
    LiveQuery query;
    query.taste = &taste;
    const LiveRanking ranking = rankLive(models(), query, m_scores);
    QVERIFY(ranking.tier == Tier::Blended);
    QCOMPARE(ranking.list.size(), 10U);
    for (const ScoredItem& entry : ranking.list)
        QVERIFY2(entry.score <= 0.0F || (m_dataset->item(entry.item).genres >> genre & 1U) != 0,
                 named(entry).c_str());
    QVERIFY(ranking.list.front().score > 0.0F);
    const auto liked =
        std::ranges::count_if(ranking.list, [&](const ScoredItem& entry) { return entry.score > 0.0F; });
    std::ptrdiff_t there = 0;
    for (ItemIndex item = 0; item < m_dataset->itemCount(); ++item)
        if ((m_dataset->item(item).genres >> genre & 1U) != 0 &&
            m_popularity[static_cast<std::size_t>(item)] > 0.0F)
            ++there;
    QCOMPARE(liked, std::min<std::ptrdiff_t>(10, there)); // others only when there are not enough
}

void TestLiveStory::aDislikeLowersTheFilmAndItsNeighbours_data() {
    QTest::addColumn<int>("rule");
    QTest::newRow("recency-weighted re-solve") << 0;
    QTest::newRow("exact re-solve") << 1;
    QTest::newRow("moving average") << 2;
}

/// A user who likes toys dislikes Toy Story 2: that film and the ten most similar to it get lower scores.
void TestLiveStory::aDislikeLowersTheFilmAndItsNeighbours() {
    QFETCH(int, rule);
    const UpdateRule rules[] = {RecencyRule{}, ResolveRule{}, MovingAverageRule{}};
    std::vector<Interaction> events{{film(1), 1.0F}, {film(6377), 1.0F}, {film(2355), 1.0F}};
    const auto scoresOf = [&](const Past& past) {
        std::vector<float> scores(static_cast<std::size_t>(m_dataset->itemCount()));
        m_model->scoreVector(userVector(*m_model, rules[rule], past), scores);
        return scores;
    };
    const std::vector<float> before = scoresOf({{}, events});
    const ItemIndex disliked = film(3114);
    QVERIFY(before[static_cast<std::size_t>(disliked)] > 0.0F);
    const auto neighbours =
        similarItems(*m_model, disliked, ItemSimilarity::ForUser, {{}, events}, rules[rule], 10);
    events.push_back({disliked, -1.0F});
    const std::vector<float> after = scoresOf({{}, events});
    QVERIFY(after[static_cast<std::size_t>(disliked)] < before[static_cast<std::size_t>(disliked)]);
    QCOMPARE(neighbours.size(), 10U);
    for (const SimilarItem& neighbour : neighbours) {
        const auto at = static_cast<std::size_t>(neighbour.item);
        QVERIFY2(after[at] < before[at], named({neighbour.item, after[at]}).c_str());
    }
}

void TestLiveStory::trainingUsersGetTheirTrainedVector() {
    int compared = 0;
    for (UserIndex user = 0; user < m_dataset->userCount(); ++user) {
        const std::vector<Interaction> history = knownHistory(*m_dataset, &m_split, user);
        if (history.empty())
            continue;
        const Eigen::VectorXf trained = m_model->latentFactors()->users.row(user).transpose();
        const Eigen::VectorXf folded = userVector(*m_model, ResolveRule{}, {history, {}});
        QVERIFY2((folded - trained).norm() < 1e-4F * trained.norm(), qPrintable(QString::number(user)));
        ++compared;
    }
    QVERIFY(compared > 600);
}

/// Somebody who acts on one film, whatever it is and however: nobody is left with less than ten.
void TestLiveStory::everyNewcomerGetsAWholeList() {
    for (ItemIndex item = 0; item < m_dataset->itemCount(); item += 91) {
        for (const EventType type : allEventTypes()) {
            const std::vector<Interaction> event{{item, static_cast<float>(EventStrengths{}.of(type, 3))}};
            const std::vector<ItemIndex> excluded{item};
            LiveQuery query;
            query.past.events = event;
            query.excluded = excluded;
            QCOMPARE(rankLive(models(), query, m_scores).list.size(), 10U);
        }
    }
}

QTEST_GUILESS_MAIN(TestLiveStory)
#include "tst_livestory.moc"
