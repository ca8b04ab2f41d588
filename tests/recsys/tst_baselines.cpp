#include "core/recsys/algorithms/itemknn.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/random.h"
#include "core/recsys/training.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <thread>

using namespace recital;
using recital::test::randomMatrix;

class TestBaselines : public QObject {
    Q_OBJECT

private slots:
    void popularityCountsPositives();
    void randomScoresAreEvenAndSeeded();
    void randomScoresBelongToTheHistory();
    void similarityByHand();
    void equalSimilaritiesKeepTheLowerItem();
    void strengthsCount();
    void equalsTheDefinition_data();
    void equalsTheDefinition();
    void anyNumberOfThreadsGivesTheSameModel();
    void unratedItemsScoreZero();
    void parametersAreChecked();
    void trainingNeedsInteractions();
    void cancelledTraining();
    void progressEndsAtOne();
    void infoNamesTheParameters();
};

namespace {

using Scores = std::vector<float>;

Scores scoresOf(const Model& model, const std::vector<Interaction>& history) {
    Scores scores(static_cast<std::size_t>(model.itemCount()), -1.0F);
    model.score(history, scores);
    return scores;
}

std::shared_ptr<const Model> itemKnn(const RatingMatrix& matrix, int neighbours, double shrink,
                                     int threads = 1) {
    JobControl control;
    control.threads = threads;
    return trainItemKnn(matrix, {.neighbours = neighbours, .shrink = shrink}, control).value();
}

/// The definition, written down with dense matrices and a full sort.
Scores naiveItemKnn(const RatingMatrix& matrix, int neighbours, double shrink,
                    const std::vector<Interaction>& history) {
    const auto items = static_cast<std::size_t>(matrix.itemCount());
    std::vector<std::vector<double>> columns(
        items, std::vector<double>(static_cast<std::size_t>(matrix.userCount())));
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        for (const Interaction& entry : matrix.history(user))
            columns[static_cast<std::size_t>(entry.item)][static_cast<std::size_t>(user)] = entry.value;
    const auto dot = [&columns](std::size_t a, std::size_t b) {
        double sum = 0.0;
        for (std::size_t user = 0; user < columns[a].size(); ++user)
            sum += columns[a][user] * columns[b][user];
        return sum;
    };
    Scores scores(items);
    for (std::size_t target = 0; target < items; ++target) {
        std::vector<std::pair<double, std::size_t>> similar; // negative, so that ascending is best first
        for (std::size_t item = 0; item < items; ++item)
            if (item != target && dot(item, target) > 0.0)
                similar.emplace_back(
                    -dot(item, target) / (std::sqrt(dot(item, item) * dot(target, target)) + shrink), item);
        std::ranges::sort(similar);
        similar.resize(std::min(similar.size(), static_cast<std::size_t>(neighbours)));
        double sum = 0.0;
        for (const auto& [negative, item] : similar)
            for (const Interaction& entry : history)
                if (static_cast<std::size_t>(entry.item) == item)
                    sum -= negative * entry.value;
        scores[target] = static_cast<float>(sum);
    }
    return scores;
}

} // namespace

void TestBaselines::popularityCountsPositives() {
    const auto model = trainPopularity(test::binaryMatrix(4, {{0, 1}, {1, 3}, {1}}));
    QCOMPARE(scoresOf(*model, {}), (Scores{1, 3, 0, 1}));
    QCOMPARE(scoresOf(*model, {{2, 1.0F}}), (Scores{1, 3, 0, 1}));
}

void TestBaselines::randomScoresAreEvenAndSeeded() {
    const auto model = trainRandom(100000, {.seed = 1});
    const Scores scores = scoresOf(*model, {});
    double sum = 0.0;
    std::vector<int> tenths(10);
    for (const float score : scores) {
        QVERIFY(score >= 0.0F && score < 1.0F);
        sum += score;
        ++tenths[static_cast<std::size_t>(score * 10.0F)];
    }
    QVERIFY(std::abs(sum / 100000.0 - 0.5) < 0.005); // the standard deviation of the mean is 0.0009
    for (const int count : tenths)
        QVERIFY(count > 9500 && count < 10500); // 10000 with a standard deviation of 95
    QCOMPARE(scoresOf(*trainRandom(100000, {.seed = 1}), {}), scores);
    QVERIFY(scoresOf(*trainRandom(100000, {.seed = 2}), {}) != scores);
}

void TestBaselines::randomScoresBelongToTheHistory() {
    const auto model = trainRandom(50, {});
    const Scores one = scoresOf(*model, {{3, 1.0F}, {8, 1.0F}});
    QCOMPARE(scoresOf(*model, {{8, 1.0F}, {3, 1.0F}}), one);
    QVERIFY(scoresOf(*model, {{3, 1.0F}, {9, 1.0F}}) != one);
    QVERIFY(scoresOf(*model, {{3, 1.0F}}) != one);
    QVERIFY(scoresOf(*model, {}) != one);
}

void TestBaselines::similarityByHand() {
    // Items 0 and 1 have two users in common, of 2 and 4; items 1 and 2 one, of 4 and 1.
    const RatingMatrix matrix = test::binaryMatrix(3, {{0, 1}, {0, 1}, {1, 2}, {1}});
    const auto plain = itemKnn(matrix, 10, 0.0);
    const auto expect = [](double value) { return static_cast<float>(value); };
    QCOMPARE(scoresOf(*plain, {{1, 1.0F}}), (Scores{expect(2.0 / std::sqrt(8.0)), 0.0F, 0.5F}));
    QCOMPARE(scoresOf(*plain, {{0, 1.0F}, {2, 1.0F}}),
             (Scores{0.0F, expect(2.0 / std::sqrt(8.0) + 0.5), 0.0F}));
    QCOMPARE(scoresOf(*plain, {{1, 3.0F}})[2], 1.5F);
    const auto shrunk = itemKnn(matrix, 10, 10.0);
    QCOMPARE(scoresOf(*shrunk, {{1, 1.0F}}),
             (Scores{expect(2.0 / (std::sqrt(8.0) + 10.0)), 0.0F, expect(1.0 / 12.0)}));
}

void TestBaselines::equalSimilaritiesKeepTheLowerItem() {
    // Item 3 is as similar to 0 as to 1 and 2; with two neighbours the score of 3 comes from 0 and 1 only.
    const RatingMatrix matrix = test::binaryMatrix(4, {{0, 3}, {1, 3}, {2, 3}});
    const auto model = itemKnn(matrix, 2, 0.0);
    const auto share = static_cast<float>(1.0 / std::sqrt(3.0));
    QCOMPARE(scoresOf(*model, {{0, 1.0F}})[3], share);
    QCOMPARE(scoresOf(*model, {{1, 1.0F}})[3], share);
    QCOMPARE(scoresOf(*model, {{2, 1.0F}})[3], 0.0F);
    // The cut is one of targets: 3 stays the neighbour of item 2.
    QCOMPARE(scoresOf(*model, {{3, 1.0F}}), (Scores{share, share, share, 0.0F}));
}

void TestBaselines::strengthsCount() {
    // x_0 = (1, 2), x_1 = (3, 4): 11 / sqrt(5 * 25).
    const std::vector<Triple> triples{{0, 0, 1.0F}, {0, 1, 3.0F}, {1, 0, 2.0F}, {1, 1, 4.0F}};
    const auto model = itemKnn(RatingMatrix::fromTriples(2, 2, triples), 1, 0.0);
    QCOMPARE(scoresOf(*model, {{0, 1.0F}})[1], static_cast<float>(11.0 / std::sqrt(125.0)));
}

void TestBaselines::equalsTheDefinition_data() {
    QTest::addColumn<bool>("binary");
    QTest::addColumn<int>("neighbours");
    QTest::addColumn<double>("shrink");
    QTest::newRow("binary, few neighbours, many ties") << true << 5 << 0.0;
    QTest::newRow("binary, shrunk") << true << 12 << 10.0;
    QTest::newRow("binary, all neighbours") << true << 1000 << 10.0;
    QTest::newRow("strengths") << false << 7 << 3.5;
}

void TestBaselines::equalsTheDefinition() {
    QFETCH(bool, binary);
    QFETCH(int, neighbours);
    QFETCH(double, shrink);
    const RatingMatrix matrix = randomMatrix(60, 45, binary);
    const auto model = itemKnn(matrix, neighbours, shrink);
    for (UserIndex user = 0; user < 20; ++user) {
        const auto history = matrix.history(user);
        const Scores scores = scoresOf(*model, history);
        const Scores naive = naiveItemKnn(matrix, neighbours, shrink, history);
        for (std::size_t item = 0; item < scores.size(); ++item)
            QVERIFY(std::abs(scores[item] - naive[item]) <= 1e-6F * std::max(1.0F, naive[item]));
    }
}

void TestBaselines::anyNumberOfThreadsGivesTheSameModel() {
    const RatingMatrix matrix = randomMatrix(150, 200, true);
    const auto history = matrix.history(3);
    const Scores one = scoresOf(*itemKnn(matrix, 20, 10.0, 1), history);
    for (const int threads : {2, 4, 8})
        QCOMPARE(scoresOf(*itemKnn(matrix, 20, 10.0, threads), history), one);
}

void TestBaselines::unratedItemsScoreZero() {
    const auto model = itemKnn(test::binaryMatrix(4, {{0, 1}, {0, 1}}), 10, 0.0);
    QCOMPARE(scoresOf(*model, {{0, 1.0F}, {3, 1.0F}}), (Scores{0.0F, 1.0F, 0.0F, 0.0F}));
    QCOMPARE(scoresOf(*model, {}), (Scores{0, 0, 0, 0}));
}

void TestBaselines::parametersAreChecked() {
    const RatingMatrix matrix = test::binaryMatrix(2, {{0, 1}});
    for (const ItemKnnParameters& wrong :
         {ItemKnnParameters{.neighbours = 0}, ItemKnnParameters{.neighbours = 10001},
          ItemKnnParameters{.shrink = -1.0}, ItemKnnParameters{.shrink = std::nan("")}}) {
        const auto direct = trainItemKnn(matrix, wrong, {});
        QVERIFY(!direct);
        QCOMPARE(direct.error().code, ErrorCode::InvalidParameters);
        const auto model = train(matrix, wrong, {});
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::InvalidParameters);
    }
    QVERIFY(!train(matrix, AlsParameters{.factors = 0}, {}));
}

void TestBaselines::trainingNeedsInteractions() {
    const RatingMatrix empty = test::binaryMatrix(3, {{}, {}});
    for (const TrainingSpec& specification : std::initializer_list<TrainingSpec>{
             RandomParameters{}, PopularityParameters{}, ItemKnnParameters{}, AlsParameters{}}) {
        const auto model = train(empty, specification, {});
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::InvalidData);
    }
}

void TestBaselines::cancelledTraining() {
    const RatingMatrix matrix = randomMatrix(100, 300, true);
    std::stop_source before;
    before.request_stop();
    JobControl control;
    control.stop = before.get_token();
    for (const TrainingSpec& specification : std::initializer_list<TrainingSpec>{
             RandomParameters{}, PopularityParameters{}, ItemKnnParameters{}, AlsParameters{}}) {
        const auto model = train(matrix, specification, control);
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::Cancelled);
    }
    std::stop_source during;
    control.stop = during.get_token();
    control.progress = [&during](double) { during.request_stop(); }; // after the first block
    const auto model = trainItemKnn(matrix, {}, control);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
}

void TestBaselines::progressEndsAtOne() {
    const RatingMatrix matrix = randomMatrix(100, 300, true);
    for (const int threads : {1, 4}) {
        std::vector<double> fractions;
        bool foreign = false;
        JobControl control;
        control.threads = threads;
        control.progress = [&, caller = std::this_thread::get_id()](double fraction) {
            foreign |= std::this_thread::get_id() != caller;
            fractions.push_back(fraction);
        };
        QVERIFY(trainItemKnn(matrix, {}, control));
        QVERIFY(!foreign);
        QVERIFY(std::ranges::is_sorted(fractions));
        QCOMPARE(fractions.back(), 1.0);
    }
}

void TestBaselines::infoNamesTheParameters() {
    const RatingMatrix matrix = test::binaryMatrix(2, {{0, 1}});
    const auto knn = train(matrix, ItemKnnParameters{.neighbours = 7, .shrink = 2.5}, {}).value();
    QCOMPARE(knn->info().name, std::string("ItemKNN"));
    QCOMPARE(knn->info().parameters, std::string("neighbours 7, shrink 2.5"));
    QVERIFY(knn->info().kind == ModelKind::ItemKnn);
    const auto random = train(matrix, RandomParameters{.seed = 9}, {}).value();
    QCOMPARE(random->info().parameters, std::string("seed 9"));
    const auto popular = train(matrix, PopularityParameters{}, {}).value();
    QCOMPARE(popular->info().name, std::string("Popular"));
    QVERIFY(popular->info().scoreMeaning == ScoreMeaning::InteractionCount);
    QVERIFY(popular->latentFactors() == nullptr);
}

QTEST_GUILESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
