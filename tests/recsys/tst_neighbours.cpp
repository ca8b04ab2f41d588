#include "core/recsys/algorithms/itemknn.h"
#include "core/recsys/algorithms/rp3beta.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/algorithms/userknn.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace recital;
using recital::test::randomMatrix;
using recital::test::scoresOf;

/// UserKNN and RP3beta against their definitions, and what happens where similarities are equal.
class TestNeighbours : public QObject {
    Q_OBJECT

private slots:
    void moreEvidenceDecidesBetweenEqualCosines();
    void userKnnByHand();
    void userKnnLeavesOutOneOwnRow();
    void userKnnTiesKeepTheLowerUser();
    void userKnnEqualsTheDefinition_data();
    void userKnnEqualsTheDefinition();
    void rp3BetaByHand();
    void rp3BetaTiesKeepTheLowerItem();
    void rp3BetaEqualsTheDefinition_data();
    void rp3BetaEqualsTheDefinition();
    void rp3BetaNeedsProbabilities();
};

namespace {

using Scores = std::vector<float>;
using History = std::vector<Interaction>;

bool near(const Scores& a, const Scores& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!(std::abs(a[i] - b[i]) <= 1e-6F * std::max(1.0F, std::abs(b[i]))))
            return false;
    return a.size() == b.size();
}

/// Positions of the `keep` largest values above 0, equal ones by position.
std::vector<Eigen::Index> largest(const Eigen::VectorXd& values, int keep) {
    std::vector<std::pair<double, Eigen::Index>> order;
    for (Eigen::Index k = 0; k < values.size(); ++k)
        if (values(k) > 0.0)
            order.emplace_back(-values(k), k);
    std::ranges::sort(order);
    order.resize(std::min(order.size(), static_cast<std::size_t>(keep)));
    std::vector<Eigen::Index> kept;
    for (const auto& [negative, position] : order)
        kept.push_back(position);
    return kept;
}

Scores toFloat(const Eigen::VectorXd& values) {
    Scores scores;
    for (const double value : values)
        scores.push_back(static_cast<float>(value));
    return scores;
}

/// The definition on the dense matrix; the history is the row of `user`.
Scores naiveUserKnn(const RatingMatrix& matrix, UserIndex user, int neighbours, double shrink) {
    const Eigen::MatrixXd x = test::dense(matrix);
    Eigen::VectorXd similarity(x.rows());
    for (Eigen::Index other = 0; other < x.rows(); ++other)
        similarity(other) = shrunkCosine(x.row(other).dot(x.row(user)), x.row(other).squaredNorm(),
                                         x.row(user).squaredNorm(), shrink);
    similarity(user) = 0.0;
    Eigen::VectorXd scores = Eigen::VectorXd::Zero(x.cols());
    for (const Eigen::Index other : largest(similarity, neighbours))
        scores += similarity(other) * x.row(other).transpose();
    return toFloat(scores);
}

Eigen::MatrixXd powers(const Eigen::MatrixXd& shares, double alpha) {
    return shares.unaryExpr([&](double share) { return share > 0.0 ? std::pow(share, alpha) : 0.0; });
}

/// W of the definition, with dense matrices.
Eigen::MatrixXd naiveWalk(const RatingMatrix& matrix, const Rp3BetaParameters& p) {
    const Eigen::MatrixXd x = test::dense(matrix);
    const Eigen::VectorXd userSums = x.rowwise().sum().cwiseMax(1e-300);
    const Eigen::VectorXd itemSums = x.colwise().sum().transpose().cwiseMax(1e-300);
    const Eigen::VectorXd counts = (x.array() > 0.0).cast<double>().colwise().sum().transpose();
    const Eigen::MatrixXd toItems = powers(userSums.cwiseInverse().asDiagonal() * x, p.alpha);
    const Eigen::MatrixXd toUsers = powers(itemSums.cwiseInverse().asDiagonal() * x.transpose(), p.alpha);
    const Eigen::VectorXd penalty = counts.array().max(1.0).pow(-p.beta);
    Eigen::MatrixXd walk = toUsers * toItems * penalty.asDiagonal();
    walk.diagonal().setZero();
    Eigen::MatrixXd kept = Eigen::MatrixXd::Zero(walk.rows(), walk.cols());
    for (Eigen::Index item = 0; item < walk.rows(); ++item) {
        // Compared as the model does: sums in another order differ in their last bits.
        const Eigen::VectorXd row = walk.row(item).transpose().cast<float>().cast<double>();
        for (const Eigen::Index target : largest(row, p.neighbours))
            kept(item, target) = row(target);
        if (p.normalize && kept.row(item).sum() > 0.0)
            kept.row(item) /= kept.row(item).sum();
    }
    return kept;
}

std::shared_ptr<const Model> userKnn(const RatingMatrix& matrix, int neighbours, double shrink = 0.0) {
    return trainUserKnn(matrix, {.neighbours = neighbours, .shrink = shrink}).value();
}

} // namespace

void TestNeighbours::moreEvidenceDecidesBetweenEqualCosines() {
    // k / sqrt(k^2 a) for many k: on paper all 1 / sqrt(a).
    for (const double a : {2.0, 3.0, 5.0, 7.0, 943.0})
        for (double k = 1.0; k < 200.0; ++k) {
            const double less = shrunkCosine(k, k * a, k, 0.0);
            QVERIFY(shrunkCosine(k + 1.0, (k + 1.0) * a, k + 1.0, 0.0) > less);
            QVERIFY(std::abs(less - 1.0 / std::sqrt(a)) < 2e-9);
        }
    QCOMPARE(shrunkCosine(2.0, 4.0, 4.0, 4.0), 0.25);
    // Three users as similar as each other; the one with a single item goes last.
    const RatingMatrix matrix = test::binaryMatrix(20, {{0}, {0, 1, 10, 11}, {0, 1, 2, 12}});
    const Scores scores =
        scoresOf(*userKnn(matrix, 1), History{{0, 1.0F}, {1, 1.0F}, {13, 1.0F}, {14, 1.0F}});
    QVERIFY(scores[10] > 0.0F); // 2 / sqrt(16) against 1 / sqrt(4)
    QCOMPARE(scores[2], 0.0F);  // as good and as long, so the lower index
}

void TestNeighbours::userKnnByHand() {
    // The history {0, 1} has 2 items in common with the first user and 1 with the second.
    const RatingMatrix matrix = test::binaryMatrix(5, {{0, 1, 2}, {1, 3}, {4}});
    const std::vector<Interaction> history{{0, 1.0F}, {1, 1.0F}};
    const double first = 2.0 / std::sqrt(6.0);
    const double second = 0.5;
    QVERIFY(near(scoresOf(*userKnn(matrix, 10), history),
                 toFloat(Eigen::VectorXd{{first, first + second, first, second, 0.0}})));
    QVERIFY(near(scoresOf(*userKnn(matrix, 1), history),
                 toFloat(Eigen::VectorXd{{first, first, first, 0.0, 0.0}})));
    QVERIFY(near(scoresOf(*userKnn(matrix, 1, 3.0), history),
                 toFloat(Eigen::VectorXd{{2.0 / (std::sqrt(6.0) + 3), 2.0 / (std::sqrt(6.0) + 3),
                                          2.0 / (std::sqrt(6.0) + 3), 0.0, 0.0}})));
    QCOMPARE(scoresOf(*userKnn(matrix, 10), {}), Scores(5, 0.0F));
}

void TestNeighbours::userKnnLeavesOutOneOwnRow() {
    // Users 0 and 1 are the same, user 2 has one item more.
    const RatingMatrix matrix = test::binaryMatrix(3, {{0, 1}, {0, 1}, {0, 1, 2}});
    const auto history = matrix.history(0);
    // One of the equal rows stays and takes the only place among the neighbours.
    QCOMPARE(scoresOf(*userKnn(matrix, 1), history), (Scores{1, 1, 0}));
    const auto share = static_cast<float>(std::sqrt(4.0 / 6.0));
    QCOMPARE(scoresOf(*userKnn(matrix, 2), history)[2], share);
    // Somebody with another strength is somebody else.
    QCOMPARE(scoresOf(*userKnn(matrix, 3), History{{0, 1.0F}, {1, 2.0F}})[2],
             static_cast<float>(std::sqrt(9.0 / 15.0)));
}

void TestNeighbours::userKnnTiesKeepTheLowerUser() {
    const RatingMatrix matrix = test::binaryMatrix(4, {{0, 1}, {0, 2}, {0, 3}});
    const Scores scores = scoresOf(*userKnn(matrix, 2), History{{0, 1.0F}});
    QVERIFY(scores[1] > 0.0F);
    QCOMPARE(scores[2], scores[1]);
    QCOMPARE(scores[3], 0.0F);
}

void TestNeighbours::userKnnEqualsTheDefinition_data() {
    QTest::addColumn<bool>("binary");
    QTest::addColumn<int>("neighbours");
    QTest::addColumn<double>("shrink");
    QTest::newRow("binary, few neighbours, many ties") << true << 5 << 0.0;
    QTest::newRow("binary, shrunk") << true << 12 << 10.0;
    QTest::newRow("binary, all users") << true << 1000 << 0.0;
    QTest::newRow("strengths") << false << 7 << 3.5;
}

void TestNeighbours::userKnnEqualsTheDefinition() {
    QFETCH(bool, binary);
    QFETCH(int, neighbours);
    QFETCH(double, shrink);
    const RatingMatrix matrix = randomMatrix(60, 45, binary);
    const auto model = userKnn(matrix, neighbours, shrink);
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        QVERIFY(near(scoresOf(*model, matrix.history(user)), naiveUserKnn(matrix, user, neighbours, shrink)));
}

void TestNeighbours::rp3BetaByHand() {
    // From item 0 the walk goes to user 0 for sure, from there to each of its items with 1/2.
    const RatingMatrix matrix = test::binaryMatrix(3, {{0, 1}, {1, 2}});
    const auto model =
        trainRp3Beta(matrix, {.alpha = 1.0, .beta = 1.0, .neighbours = 5, .normalize = false}, {}).value();
    QCOMPARE(scoresOf(*model, History{{0, 1.0F}}), (Scores{0.0F, 0.25F, 0.0F})); // 1/2 over a popularity of 2
    QCOMPARE(scoresOf(*model, History{{1, 1.0F}}), (Scores{0.25F, 0.0F, 0.25F}));
    const auto normal =
        trainRp3Beta(matrix, {.alpha = 1.0, .beta = 1.0, .neighbours = 5, .normalize = true}, {}).value();
    QCOMPARE(scoresOf(*normal, History{{0, 1.0F}}), (Scores{0.0F, 1.0F, 0.0F}));
    QCOMPARE(scoresOf(*normal, History{{1, 1.0F}}), (Scores{0.5F, 0.0F, 0.5F}));
}

void TestNeighbours::rp3BetaTiesKeepTheLowerItem() {
    // Users of 3, 7 and 11 items stand between item 0 and items 1 and 2, once in this order, once in the
    // other: the sums of the same three shares are not the same in floating point.
    std::vector<std::vector<ItemIndex>> rows;
    const std::vector<int> sizes{3, 7, 11, 13, 17, 19};
    ItemIndex filler = 3;
    for (std::size_t place = 0; place < 2 * sizes.size(); ++place) {
        const bool forward = place < sizes.size();
        const int size = forward ? sizes[place] : sizes[2 * sizes.size() - 1 - place];
        rows.push_back({0, forward ? 1 : 2});
        while (static_cast<int>(rows.back().size()) < size)
            rows.back().push_back(filler++);
    }
    // The other way round, so that the second sum is the larger one in one of the two.
    for (const bool swapped : {false, true}) {
        auto turned = rows;
        for (auto& row : turned)
            row[1] = swapped ? 3 - row[1] : row[1];
        const auto model = trainRp3Beta(test::binaryMatrix(filler, turned),
                                        {.alpha = 1.0, .beta = 0.0, .neighbours = 1, .normalize = false}, {})
                               .value();
        const Scores scores = scoresOf(*model, History{{0, 1.0F}});
        QVERIFY(scores[1] > 0.0F);
        QCOMPARE(scores[2], 0.0F);
    }
}

void TestNeighbours::rp3BetaEqualsTheDefinition_data() {
    QTest::addColumn<bool>("binary");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<double>("beta");
    QTest::addColumn<int>("neighbours");
    QTest::addColumn<bool>("normalized");
    QTest::newRow("plain") << true << 1.0 << 0.5 << 8 << false;
    QTest::newRow("normalized") << true << 1.0 << 0.5 << 8 << true;
    QTest::newRow("all neighbours") << true << 1.435 << 0.327 << 1000 << true;
    QTest::newRow("strengths") << false << 0.7 << 1.2 << 10 << false;
}

void TestNeighbours::rp3BetaEqualsTheDefinition() {
    QFETCH(bool, binary);
    QFETCH(double, alpha);
    QFETCH(double, beta);
    QFETCH(int, neighbours);
    QFETCH(bool, normalized);
    const RatingMatrix matrix = randomMatrix(60, 45, binary);
    const Rp3BetaParameters parameters{alpha, beta, neighbours, normalized};
    const auto model = trainRp3Beta(matrix, parameters, {}).value();
    const Eigen::MatrixXd walk = naiveWalk(matrix, parameters);
    const Eigen::MatrixXd x = test::dense(matrix);
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        QVERIFY(near(scoresOf(*model, matrix.history(user)),
                     toFloat(walk.transpose() * x.row(user).transpose())));
}

void TestNeighbours::rp3BetaNeedsProbabilities() {
    const std::vector<Triple> triples{{0, 0, -1.0F}, {0, 1, 2.0F}};
    const auto model = trainRp3Beta(RatingMatrix::fromTriples(1, 2, triples), {}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::InvalidData);
}

QTEST_GUILESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
