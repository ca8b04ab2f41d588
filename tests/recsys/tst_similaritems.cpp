#include "core/recsys/live/similaritems.h"
#include "tests/recsys/liveworld.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace recital;
using test::kItems;

/// "More like this" under its three similarities.
class TestSimilarItems : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = test::makeWorld(); }

    void similarItemsAreTheirFormulas();
    void similarityForAUserIsTheWeightOfALike();
    void itemsWithoutVectorAreSimilarToNothing();
    void equalValuesRankByIndex();

private:
    test::World m_world;
};

void TestSimilarItems::similarItemsAreTheirFormulas() {
    const Eigen::MatrixXd y = m_world.als->latentFactors()->items.cast<double>();
    const ItemIndex item = 9;
    for (const ItemSimilarity similarity : {ItemSimilarity::Cosine, ItemSimilarity::DotProduct}) {
        const auto valueOf = [&](ItemIndex other) {
            const double dot = y.row(other).dot(y.row(item));
            return similarity == ItemSimilarity::DotProduct
                       ? dot
                       : dot / (y.row(other).norm() * y.row(item).norm());
        };
        const auto found = similarItems(*m_world.als, item, similarity, {}, ResolveRule{}, 100);
        QCOMPARE(found.size(), kItems - 2U); // all but itself and the one without a vector
        for (std::size_t k = 0; k < found.size(); ++k) {
            QVERIFY(std::abs(found[k].value - valueOf(found[k].item)) < 1e-6);
            QCOMPARE(found[k].rank[static_cast<std::size_t>(similarity)], static_cast<int>(k) + 1);
            QVERIFY(found[k].item != item && found[k].item != kItems - 1);
        }
        QCOMPARE(similarItems(*m_world.als, item, similarity, {}, ResolveRule{}, 4).size(), 4U);
    }
    // The ranks of the other similarities are those of their own lists.
    const auto byCosine = similarItems(*m_world.als, item, ItemSimilarity::Cosine, {}, ResolveRule{}, 100);
    const auto byDot = similarItems(*m_world.als, item, ItemSimilarity::DotProduct, {}, ResolveRule{}, 100);
    for (const SimilarItem& entry : byCosine) {
        const int rank = entry.rank[static_cast<std::size_t>(ItemSimilarity::DotProduct)];
        QCOMPARE(byDot[static_cast<std::size_t>(rank) - 1].item, entry.item);
    }
}

/// value * target = what the like of `item` has in the score of i, for a user who likes it.
void TestSimilarItems::similarityForAUserIsTheWeightOfALike() {
    const std::vector<Interaction> events{{40, 1.0F}, {9, 1.0F}};
    const double target = 10.0; // alpha
    for (const UpdateRule& rule :
         {UpdateRule(RecencyRule{}), UpdateRule(ResolveRule{}), UpdateRule(MovingAverageRule{})}) {
        const auto found = similarItems(*m_world.als, 9, ItemSimilarity::ForUser, {{}, events}, rule, kItems);
        QCOMPARE(found.size(), kItems - 2U);
        const double weight = std::holds_alternative<MovingAverageRule>(rule) ? 1.0 : target;
        for (const SimilarItem& entry : found) {
            const double share = contributions(*m_world.als, rule, {{}, events}, entry.item).back();
            QVERIFY(std::abs(weight * entry.value - share) < 1e-6);
        }
        QVERIFY(std::ranges::is_sorted(found, std::ranges::greater(), &SimilarItem::value));
    }
}

void TestSimilarItems::itemsWithoutVectorAreSimilarToNothing() {
    QVERIFY(similarItems(*m_world.als, kItems - 1, ItemSimilarity::Cosine, {}, ResolveRule{}, 5).empty());
    QVERIFY(similarItems(*m_world.als, 0, ItemSimilarity::Cosine, {}, ResolveRule{}, 0).empty());
}

/// As in every list: ranks are unique, and the lower index comes first.
void TestSimilarItems::equalValuesRankByIndex() {
    AlsParameters parameters;
    parameters.factors = 2;
    LatentFactors factors;
    factors.users = FactorMatrix::Ones(1, 2);
    factors.items = FactorMatrix(5, 2);
    factors.items << 1, 1, 1, 0, 1, -1, 1, 1, 0.5F, 0;
    const AlsModel model(parameters, std::move(factors), 0.0);
    for (const ItemSimilarity similarity : {ItemSimilarity::Cosine, ItemSimilarity::DotProduct}) {
        const auto found = similarItems(model, 1, similarity, {}, ResolveRule{}, 5);
        std::vector<ItemIndex> tied; // 0, 2 and 3 are alike under both
        std::vector<int> ranks;
        for (const SimilarItem& entry : found) {
            if (entry.item == 4)
                continue;
            tied.push_back(entry.item);
            ranks.push_back(entry.rank[static_cast<std::size_t>(similarity)]);
        }
        const int first = similarity == ItemSimilarity::Cosine ? 2 : 1; // 4 is nearest in angle, and short
        QCOMPARE(tied, (std::vector<ItemIndex>{0, 2, 3}));
        QCOMPARE(ranks, (std::vector<int>{first, first + 1, first + 2}));
    }
}

QTEST_GUILESS_MAIN(TestSimilarItems)
#include "tst_similaritems.moc"
