#include "core/recsys/algorithms/bpr.h"
#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/mixbits.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace recital;
using recital::test::randomMatrix;
using recital::test::scoresOf;

class TestBpr : public QObject {
    Q_OBJECT

private slots:
    void equalsTheDefinition_data();
    void equalsTheDefinition();
    void seedsDecide();
    void samplersDiffer();
    void trainingUsersKeepTheirVector();
    void newHistoriesAreFoldedInTheSameWayEveryTime();
    void emptyHistoryIsOrderedByTheBiases();
    void usersWhoLikeEverything();
    void cancelledDuringTraining();
};

namespace {

using Scores = std::vector<float>;
using History = std::vector<Interaction>;

std::shared_ptr<const Model> trained(const RatingMatrix& matrix, const BprParameters& parameters) {
    return trainBpr(matrix, parameters, {}).value();
}

/// The steps of the header in double and with plain loops; the draws are those of the model.
Eigen::MatrixXd naiveBpr(const RatingMatrix& matrix, const BprParameters& p) {
    Gaussian gaussian(p.seed);
    const auto start = [&](Eigen::Index rows) {
        Eigen::MatrixXd table(rows, p.factors);
        for (Eigen::Index row = 0; row < rows; ++row)
            for (Eigen::Index f = 0; f < p.factors; ++f)
                table(row, f) = 0.1 / std::sqrt(p.factors) * gaussian.next();
        return table;
    };
    Eigen::MatrixXd users = start(matrix.userCount());
    Eigen::MatrixXd items = start(matrix.itemCount());
    Eigen::VectorXd biases = Eigen::VectorXd::Zero(matrix.itemCount());
    std::vector<std::pair<UserIndex, ItemIndex>> positives;
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        for (const ItemIndex item : matrix.byUser().row(user))
            positives.emplace_back(user, item);
    const auto draw = [](std::uint64_t bits, std::size_t count) { return ((bits >> 32U) * count) >> 32U; };
    const std::uint64_t stream = mixBits(p.seed, 1);
    for (std::uint64_t sample = 0; sample < static_cast<std::uint64_t>(p.epochs) * positives.size();
         ++sample) {
        std::uint64_t bits = mixBits(stream + sample);
        const auto [u, i] = positives[draw(bits, positives.size())];
        const auto liked = matrix.byUser().row(u);
        ItemIndex j = i;
        while (std::ranges::find(liked, j) != liked.end()) {
            bits = mixBits(bits);
            j = p.sampler == NegativeSampler::Uniform
                    ? static_cast<ItemIndex>(draw(bits, static_cast<std::size_t>(matrix.itemCount())))
                    : positives[draw(bits, positives.size())].second;
        }
        const Eigen::RowVectorXd difference = items.row(i) - items.row(j);
        const Eigen::RowVectorXd user = users.row(u);
        const double z = 1.0 / (1.0 + std::exp(biases(i) - biases(j) + user.dot(difference)));
        const double rate = p.learningRate;
        const double lambda = p.regularization;
        users.row(u) += rate * (z * difference - lambda * users.row(u));
        items.row(i) += rate * (z * user - lambda * items.row(i));
        items.row(j) += rate * (-z * user - lambda * items.row(j));
        biases(i) += rate * (z - lambda * biases(i));
        biases(j) += rate * (-z - lambda * biases(j));
    }
    return (users * items.transpose()).rowwise() + biases.transpose();
}

} // namespace

void TestBpr::equalsTheDefinition_data() {
    QTest::addColumn<int>("factors");
    QTest::addColumn<int>("sampler");
    QTest::newRow("one factor") << 1 << 0;
    QTest::newRow("a whole vector") << 16 << 0;
    QTest::newRow("a part of one, popular negatives") << 21 << 1;
}

void TestBpr::equalsTheDefinition() {
    QFETCH(int, factors);
    QFETCH(int, sampler);
    const RatingMatrix matrix = randomMatrix(40, 30, true);
    const BprParameters parameters{
        .factors = factors, .epochs = 8, .sampler = static_cast<NegativeSampler>(sampler), .seed = 7};
    const auto model = trained(matrix, parameters);
    const Eigen::MatrixXd expected = naiveBpr(matrix, parameters);
    for (UserIndex user = 0; user < matrix.userCount(); ++user) {
        const Scores scores = scoresOf(*model, matrix.history(user));
        for (std::size_t item = 0; item < scores.size(); ++item)
            QVERIFY(std::abs(static_cast<double>(scores[item]) -
                             expected(user, static_cast<Eigen::Index>(item))) < 1e-4);
    }
}

void TestBpr::seedsDecide() {
    const RatingMatrix matrix = randomMatrix(40, 30, true);
    const auto history = matrix.history(2);
    const Scores one = scoresOf(*trained(matrix, {.factors = 8, .epochs = 3, .seed = 1}), history);
    QCOMPARE(scoresOf(*trained(matrix, {.factors = 8, .epochs = 3, .seed = 1}), history), one);
    QVERIFY(scoresOf(*trained(matrix, {.factors = 8, .epochs = 3, .seed = 2}), history) != one);
}

void TestBpr::samplersDiffer() {
    // Nobody has item 29: uniform negatives push it down, popular ones never meet it.
    std::vector<std::vector<ItemIndex>> rows;
    for (int user = 0; user < 30; ++user)
        rows.push_back({user % 29, (user + 7) % 29, (user + 13) % 29});
    const RatingMatrix matrix = test::binaryMatrix(30, rows);
    const auto biasOfTheUnknown = [&](NegativeSampler sampler) {
        return scoresOf(*trained(matrix, {.factors = 4, .epochs = 20, .sampler = sampler}), {})[29];
    };
    QVERIFY(biasOfTheUnknown(NegativeSampler::Uniform) < -0.5F);
    QCOMPARE(biasOfTheUnknown(NegativeSampler::Popularity), 0.0F);
}

void TestBpr::trainingUsersKeepTheirVector() {
    // Two users with the same row and different vectors: the first one's counts. Somebody who is not in the
    // data is folded in and close, but not the same.
    const RatingMatrix matrix = test::twoBlocks();
    const BprParameters parameters{.factors = 4, .epochs = 100};
    const auto model = trained(matrix, parameters);
    const Eigen::MatrixXd expected = naiveBpr(matrix, parameters);
    QVERIFY(matrix.history(3) == matrix.history(11));
    const Scores scores = scoresOf(*model, matrix.history(11));
    for (std::size_t item = 0; item < scores.size(); ++item) {
        const auto column = static_cast<Eigen::Index>(item);
        QVERIFY(std::abs(static_cast<double>(scores[item]) - expected(3, column)) < 1e-2);
    }
    QVERIFY((expected.row(3) - expected.row(11)).cwiseAbs().maxCoeff() > 5e-2);
}

void TestBpr::newHistoriesAreFoldedInTheSameWayEveryTime() {
    const RatingMatrix matrix = test::twoBlocks();
    const auto model = trained(matrix, {.factors = 4, .epochs = 100});
    const History history{{8, 1.0F}, {9, 1.0F}, {12, 1.0F}};
    const Scores scores = scoresOf(*model, history);
    QCOMPARE(scoresOf(*model, history), scores);
    QCOMPARE(scoresOf(*model, History{{12, 1.0F}, {8, 1.0F}, {9, 1.0F}}), scores);
    QCOMPARE(scoresOf(*model, History{{12, 5.0F}, {8, 2.0F}, {9, 1.0F}, {9, 1.0F}}), scores); // presence only
    QVERIFY(*std::ranges::min_element(scores.begin() + 8, scores.end()) >
            *std::ranges::max_element(scores.begin(), scores.begin() + 8));
}

void TestBpr::emptyHistoryIsOrderedByTheBiases() {
    std::vector<std::vector<ItemIndex>> rows;
    for (int user = 0; user < 40; ++user) {
        rows.push_back({0, 1 + user % 9});
        if (user % 2 == 0)
            rows.back().push_back(10);
    }
    const auto model = trained(test::binaryMatrix(11, rows), {.factors = 4, .epochs = 50});
    const Scores scores = scoresOf(*model, {});
    for (std::size_t item = 1; item < 10; ++item) {
        QVERIFY(scores[0] > scores[10]);
        QVERIFY(scores[10] > scores[item]);
    }
}

void TestBpr::usersWhoLikeEverything() {
    // Nothing can stand against their positives, and training must not look for it for ever.
    const RatingMatrix all = test::binaryMatrix(3, {{0, 1, 2}, {0, 1, 2}});
    for (const float score : scoresOf(*trained(all, {.factors = 2, .epochs = 5}), all.history(0)))
        QVERIFY(std::isfinite(score));
    const RatingMatrix most = test::binaryMatrix(3, {{0, 1, 2}, {0}});
    const Scores scores =
        scoresOf(*trained(most, {.factors = 2, .epochs = 50, .sampler = NegativeSampler::Popularity}),
                 most.history(1));
    QVERIFY(scores[0] > scores[1] && scores[0] > scores[2]);
}

void TestBpr::cancelledDuringTraining() {
    std::stop_source source;
    int reports = 0;
    JobControl control;
    control.stop = source.get_token();
    control.progress = [&](double) {
        if (++reports == 3)
            source.request_stop();
    };
    const auto model = trainBpr(randomMatrix(100, 300, true), {.epochs = 10000}, control);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
    QCOMPARE(reports, 3);
}

QTEST_GUILESS_MAIN(TestBpr)
#include "tst_bpr.moc"
