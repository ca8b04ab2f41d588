#include "core/recsys/algorithms/cholesky.h"
#include "core/recsys/algorithms/ease.h"
#include "core/recsys/algorithms/gramianinverse.h"
#include "core/recsys/algorithms/puresvd.h"
#include "core/recsys/algorithms/slim.h"
#include "core/recsys/algorithms/vectorloops.h"
#include "tests/recsys/fixtures.h"

#include <Eigen/LU>
#include <Eigen/SVD>

#include <QTest>

#include <cmath>

using namespace recital;
using recital::test::randomMatrix;
using recital::test::scoresOf;

/// EASE, SLIM and PureSVD against their definitions on dense matrices.
class TestLinearModels : public QObject {
    Q_OBJECT

private slots:
    void choleskyFactorsAndInverts_data();
    void choleskyFactorsAndInverts();
    void choleskyRefusesWhatIsNotPositive();
    void bothWaysToTheInverse_data();
    void bothWaysToTheInverse();
    void theWayOfTheUsersNeedsALambda();
    void easeEqualsTheDefinition_data();
    void easeEqualsTheDefinition();
    void slimEqualsTheDefinition_data();
    void slimEqualsTheDefinition();
    void slimStopsAtItsSweeps();
    void svdEqualsTheDefinition_data();
    void svdEqualsTheDefinition();
    void iterationEqualsTheExactSvd_data();
    void iterationEqualsTheExactSvd();
    void svdOfLowerRankHasFewerVectors();
    void svdRankMustBeBelowTheSmallerSide();
    void loopsEqualTheirDefinition();
};

namespace {

/// Compares the model's scores of every user with rows of X W.
bool scoresAre(const Model& model, const RatingMatrix& matrix, const Eigen::MatrixXd& weights,
               double tolerance) {
    const Eigen::MatrixXd expected = test::dense(matrix) * weights;
    double worst = 0.0;
    for (UserIndex user = 0; user < matrix.userCount(); ++user) {
        const auto scores = scoresOf(model, matrix.history(user));
        for (Eigen::Index item = 0; item < expected.cols(); ++item) {
            const double score = static_cast<double>(scores[static_cast<std::size_t>(item)]);
            if (!std::isfinite(score))
                return false;
            worst = std::max(worst, std::abs(score - expected(user, item)));
        }
    }
    if (worst > tolerance)
        qWarning("scores differ by %g", worst);
    return worst <= tolerance;
}

Eigen::MatrixXd naiveEase(const RatingMatrix& matrix, double lambda) {
    const Eigen::MatrixXd x = test::dense(matrix);
    const Eigen::Index items = x.cols();
    const Eigen::MatrixXd inverse =
        (x.transpose() * x + lambda * Eigen::MatrixXd::Identity(items, items)).inverse();
    Eigen::MatrixXd weights(items, items);
    for (Eigen::Index i = 0; i < items; ++i)
        for (Eigen::Index j = 0; j < items; ++j)
            weights(i, j) = i == j ? 0.0 : -inverse(i, j) / inverse(j, j);
    return weights;
}

/// Plain coordinate descent on the columns themselves, for very long.
Eigen::MatrixXd naiveSlim(const RatingMatrix& matrix, const SlimParameters& p) {
    const Eigen::MatrixXd x = test::dense(matrix);
    Eigen::MatrixXd weights = Eigen::MatrixXd::Zero(x.cols(), x.cols());
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
        Eigen::VectorXd residual = x.col(j);
        for (int sweep = 0; sweep < 3000; ++sweep)
            for (Eigen::Index i = 0; i < x.cols(); ++i) {
                if (i == j)
                    continue;
                const double square = x.col(i).squaredNorm();
                const double old = weights(i, j);
                weights(i, j) =
                    std::max(0.0, (x.col(i).dot(residual) + square * old - p.l1) / (square + p.l2));
                if (weights(i, j) != old)
                    residual -= (weights(i, j) - old) * x.col(i);
            }
    }
    return weights;
}

Eigen::MatrixXd projector(const RatingMatrix& matrix, int rank) {
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(test::dense(matrix),
                                                Eigen::ComputeThinU | Eigen::ComputeThinV);
    const Eigen::MatrixXd vectors = svd.matrixV().leftCols(rank);
    return vectors * vectors.transpose();
}

/// 1 to 5 become -2 to 2.
RatingMatrix withoutMean(const RatingMatrix& matrix) {
    std::vector<Triple> triples;
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        for (const Interaction& entry : matrix.history(user))
            triples.push_back({user, entry.item, entry.value - 3.0F});
    return RatingMatrix::fromTriples(matrix.userCount(), matrix.itemCount(), triples);
}

/// Ones, and more of them where user and item are of the same of `groups` kinds: spectra with gaps, as those
/// of real data have.
RatingMatrix grouped(int users, int items, int groups) {
    std::mt19937 random(5);
    std::vector<Triple> triples;
    for (UserIndex user = 0; user < users; ++user)
        for (ItemIndex item = 0; item < items; ++item) {
            const bool same = user % groups == item % groups;
            if (random() % 100 < (same ? 40U + 5U * static_cast<unsigned>(user % groups) : 3U))
                triples.push_back({user, item, 1.0F});
        }
    return RatingMatrix::fromTriples(users, items, triples);
}

} // namespace

void TestLinearModels::choleskyFactorsAndInverts_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("threads");
    for (const int size : {1, 5, 127, 128, 129, 400})
        for (const int threads : {1, 3})
            QTest::addRow("%d rows, %d threads", size, threads) << size << threads;
}

void TestLinearModels::choleskyFactorsAndInverts() {
    QFETCH(int, size);
    QFETCH(int, threads);
    std::srand(3);
    const Eigen::MatrixXd random = Eigen::MatrixXd::Random(size, size);
    const Eigen::MatrixXd a = random * random.transpose() + Eigen::MatrixXd::Identity(size, size);
    JobControl control;
    control.threads = threads;
    Eigen::MatrixXd factor = a;
    factor.triangularView<Eigen::StrictlyUpper>().setConstant(std::nan("")); // never read
    QVERIFY(factorCholesky(factor, control));
    const Eigen::MatrixXd lower = factor.triangularView<Eigen::Lower>();
    QVERIFY((lower * lower.transpose()).isApprox(a, 1e-13));
    Eigen::MatrixXd inverse = Eigen::MatrixXd::Zero(size, size);
    QVERIFY(visitInverse(factor, control, [&](Eigen::Index first, const Eigen::MatrixXd& columns) {
        inverse.block(first, first, columns.rows(), columns.cols()) = columns; // of its own
    }));
    const Eigen::MatrixXd whole = inverse.selfadjointView<Eigen::Lower>();
    QVERIFY((whole * a).isApprox(Eigen::MatrixXd::Identity(size, size), 1e-9));
}

void TestLinearModels::choleskyRefusesWhatIsNotPositive() {
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(200, 200);
    matrix(150, 150) = -1.0;
    const Status status = factorCholesky(matrix, {});
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::InvalidData);
}

void TestLinearModels::bothWaysToTheInverse_data() {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("binary");
    QTest::newRow("fewer users") << 40 << 300 << true;
    QTest::newRow("fewer items") << 200 << 70 << true;
    QTest::newRow("strengths") << 100 << 160 << false;
}

void TestLinearModels::bothWaysToTheInverse() {
    QFETCH(int, users);
    QFETCH(int, items);
    QFETCH(bool, binary);
    const RatingMatrix matrix = randomMatrix(users, items, binary);
    constexpr double lambda = 3.0;
    const Eigen::MatrixXd x = test::dense(matrix);
    const Eigen::MatrixXd expected =
        (x.transpose() * x + lambda * Eigen::MatrixXd::Identity(items, items)).inverse();
    for (const int threads : {1, 3})
        for (const InverseWay way : {InverseWay::Items, InverseWay::Users, InverseWay::Automatic}) {
            JobControl control;
            control.threads = threads;
            const auto inverse = regularizedGramianInverse(matrix, lambda, control, way).value();
            QVERIFY((inverse - expected).cwiseAbs().maxCoeff() < 1e-11);
        }
    QVERIFY(cheaperWay(matrix, lambda) == (users < items ? InverseWay::Users : InverseWay::Items));
}

void TestLinearModels::theWayOfTheUsersNeedsALambda() {
    const RatingMatrix matrix = randomMatrix(20, 60, true);
    QVERIFY(cheaperWay(matrix, 1.0) == InverseWay::Users);
    QVERIFY(cheaperWay(matrix, 1e-6) == InverseWay::Items);
    QVERIFY(inverseOperations(matrix, InverseWay::Users) < inverseOperations(matrix, InverseWay::Items));
    // With so little on the diagonal the way through the users would be left with no digit: it is not taken.
    const auto asked = regularizedGramianInverse(matrix, 1e-9, {}, InverseWay::Users).value();
    QVERIFY(asked == regularizedGramianInverse(matrix, 1e-9, {}, InverseWay::Items).value());
}

void TestLinearModels::easeEqualsTheDefinition_data() {
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<double>("lambda");
    QTest::newRow("small") << 20 << true << 5.0;
    QTest::newRow("several panels") << 300 << true << 50.0;
    QTest::newRow("strengths") << 150 << false << 0.5;
}

void TestLinearModels::easeEqualsTheDefinition() {
    QFETCH(int, items);
    QFETCH(bool, binary);
    QFETCH(double, lambda);
    const RatingMatrix matrix = randomMatrix(80, items, binary);
    JobControl control;
    control.threads = 2;
    const auto model = trainEase(matrix, {.regularization = lambda}, control).value();
    QVERIFY(scoresAre(*model, matrix, naiveEase(matrix, lambda), binary ? 2e-6 : 2e-5));
}

void TestLinearModels::slimEqualsTheDefinition_data() {
    QTest::addColumn<bool>("binary");
    QTest::addColumn<double>("l1");
    QTest::addColumn<double>("l2");
    QTest::newRow("as tested on ml-100k") << true << 0.1 << 100.0;
    QTest::newRow("sparse") << true << 2.0 << 1.0;
    QTest::newRow("ridge alone") << true << 0.0 << 20.0;
    QTest::newRow("strengths") << false << 1.0 << 50.0;
    QTest::newRow("dislikes") << false << 0.5 << 20.0;
}

void TestLinearModels::slimEqualsTheDefinition() {
    QFETCH(bool, binary);
    QFETCH(double, l1);
    QFETCH(double, l2);
    RatingMatrix matrix = randomMatrix(50, 40, binary);
    if (QLatin1String(QTest::currentDataTag()) == QLatin1String("dislikes"))
        matrix = withoutMean(matrix);
    const SlimParameters parameters{.l1 = l1, .l2 = l2, .sweeps = 10000};
    const auto model = trainSlim(matrix, parameters, {}).value();
    QVERIFY(scoresAre(*model, matrix, naiveSlim(matrix, parameters), binary ? 1e-4 : 5e-4));
}

void TestLinearModels::slimStopsAtItsSweeps() {
    const RatingMatrix matrix = randomMatrix(50, 40, true);
    const auto once = trainSlim(matrix, {.l1 = 0.1, .l2 = 1.0, .sweeps = 1}, {}).value();
    const auto converged = trainSlim(matrix, {.l1 = 0.1, .l2 = 1.0, .sweeps = 10000}, {}).value();
    QVERIFY(scoresOf(*once, matrix.history(0)) != scoresOf(*converged, matrix.history(0)));
}

void TestLinearModels::svdEqualsTheDefinition_data() {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("binary");
    QTest::newRow("fewer items") << 60 << 40 << true;
    QTest::newRow("fewer users") << 40 << 60 << true;
    QTest::newRow("strengths") << 50 << 45 << false;
}

void TestLinearModels::svdEqualsTheDefinition() {
    QFETCH(int, users);
    QFETCH(int, items);
    QFETCH(bool, binary);
    const RatingMatrix matrix = randomMatrix(users, items, binary);
    for (const int rank : {1, 5, 30}) {
        const auto model = trainPureSvd(matrix, {.rank = rank}, {}).value();
        QVERIFY(scoresAre(*model, matrix, projector(matrix, rank), 2e-6));
    }
}

void TestLinearModels::iterationEqualsTheExactSvd_data() {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("items");
    QTest::newRow("fewer items") << 300 << 120;
    QTest::newRow("fewer users") << 120 << 300;
}

void TestLinearModels::iterationEqualsTheExactSvd() {
    QFETCH(int, users);
    QFETCH(int, items);
    const RatingMatrix matrix = grouped(users, items, 6);
    JobControl control;
    control.threads = 2;
    for (const int rank : {1, 6, 20}) {
        const auto exact = trainPureSvd(matrix, {.rank = rank}, control, SvdMethod::Exact).value();
        const auto iterated = trainPureSvd(matrix, {.rank = rank}, control, SvdMethod::Subspace).value();
        double worst = 0.0;
        for (UserIndex user = 0; user < users; ++user) {
            const auto a = scoresOf(*exact, matrix.history(user));
            const auto b = scoresOf(*iterated, matrix.history(user));
            for (std::size_t item = 0; item < a.size(); ++item)
                worst = std::max(worst, static_cast<double>(std::abs(a[item] - b[item])));
        }
        QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
    }
}

void TestLinearModels::svdOfLowerRankHasFewerVectors() {
    // Three kinds of users, each with its own items: rank 3, and the projection leaves every row as it is.
    std::vector<std::vector<ItemIndex>> rows;
    for (int user = 0; user < 30; ++user)
        rows.push_back({user % 3, 3 + user % 3, 6 + user % 3, 9 + user % 3});
    const RatingMatrix matrix = test::binaryMatrix(12, rows);
    for (const SvdMethod method : {SvdMethod::Exact, SvdMethod::Subspace}) {
        const auto model = trainPureSvd(matrix, {.rank = 8}, {}, method).value();
        QVERIFY(scoresAre(*model, matrix, Eigen::MatrixXd::Identity(12, 12), 1e-6));
    }
}

void TestLinearModels::svdRankMustBeBelowTheSmallerSide() {
    const RatingMatrix matrix = randomMatrix(20, 30, true);
    QVERIFY(trainPureSvd(matrix, {.rank = 19}, {}));
    const auto model = trainPureSvd(matrix, {.rank = 20}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::InvalidParameters);
}

void TestLinearModels::loopsEqualTheirDefinition() {
    const VectorLoops& loops = vectorLoops();
    constexpr std::size_t size = 3 * kLoopUnit;
    std::vector<float> p(size), a(size), b(size);
    for (std::size_t k = 0; k < size; ++k) {
        p[k] = 0.01F * static_cast<float>(k) - 0.2F;
        a[k] = 0.5F - 0.03F * static_cast<float>(k);
        b[k] = 0.02F * static_cast<float>(k * k % 17);
    }
    double product = 0.0;
    for (std::size_t k = 0; k < size; ++k)
        product += static_cast<double>(p[k]) * (static_cast<double>(a[k]) - static_cast<double>(b[k]));
    QVERIFY(std::abs(static_cast<double>(loops.differenceProduct(p.data(), a.data(), b.data(), size)) -
                     product) < 1e-5);
    auto movedP = p;
    auto movedA = a;
    auto movedB = b;
    loops.movePair(movedP.data(), movedA.data(), movedB.data(), size, 0.1F, 0.01F);
    for (std::size_t k = 0; k < size; ++k) {
        QVERIFY(std::abs(movedP[k] - (p[k] + 0.1F * (a[k] - b[k]) - 0.01F * p[k])) < 1e-6F);
        QVERIFY(std::abs(movedA[k] - (a[k] + 0.1F * p[k] - 0.01F * a[k])) < 1e-6F);
        QVERIFY(std::abs(movedB[k] - (b[k] - 0.1F * p[k] - 0.01F * b[k])) < 1e-6F);
    }
}

QTEST_GUILESS_MAIN(TestLinearModels)
#include "tst_linearmodels.moc"
