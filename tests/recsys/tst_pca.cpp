#include "core/recsys/projection/pca.h"

#include <QTest>

#include <random>

using namespace recital;

class TestPca : public QObject {
    Q_OBJECT

private slots:
    void findsThePlaneOfLargestVariance();
    void projectsAVectorWhereItsRowLies();
    void rowsWithoutANormDoNotCount();
    void tooLittleDataGivesZeroAxes();
};

namespace {

/// 300 points around (1, 2, 3, 4) that spread 5 along one diagonal, 2 along another, 0.1 elsewhere.
FactorMatrix cloud() {
    std::mt19937 generator(1);
    const auto uniform = [&] { return static_cast<float>(generator()) * 0x1p-31F - 1.0F; };
    FactorMatrix points(300, 4);
    for (int r = 0; r < 300; ++r) {
        const float a = 5.0F * uniform();
        const float b = 2.0F * uniform();
        points.row(r) << 1.0F - a, 2.0F + a + 0.1F * uniform(), 3.0F + b, 4.0F + b + 0.1F * uniform();
    }
    return points;
}

} // namespace

void TestPca::findsThePlaneOfLargestVariance() {
    const PcaProjection pca = fitPca(cloud());
    const float half = std::sqrt(0.5F);
    Eigen::Vector4f first(-half, half, 0.0F, 0.0F);
    Eigen::Vector4f second(0.0F, 0.0F, half, half);
    QVERIFY(std::abs(pca.axes.col(0).dot(first)) > 0.999F);
    QVERIFY(std::abs(pca.axes.col(1).dot(second)) > 0.999F);
    QVERIFY((pca.axes.transpose() * pca.axes - Eigen::Matrix2f::Identity()).norm() < 1e-5F);
    for (int axis = 0; axis < 2; ++axis) { // the sign is fixed
        Eigen::Index largest = 0;
        pca.axes.col(axis).cwiseAbs().maxCoeff(&largest);
        QVERIFY(pca.axes(largest, axis) > 0.0F);
    }
    QVERIFY(pca.explainedVariance[0] > pca.explainedVariance[1]);
    QVERIFY(pca.explainedVariance[0] + pca.explainedVariance[1] > 0.99);
    QVERIFY(pca.explainedVariance[0] + pca.explainedVariance[1] <= 1.0 + 1e-12);
    QVERIFY(pca.items.colwise().mean().norm() < 1e-4F); // centred
}

void TestPca::projectsAVectorWhereItsRowLies() {
    const FactorMatrix points = cloud();
    const PcaProjection pca = fitPca(points);
    QCOMPARE(pca.items.rows(), points.rows());
    for (int r = 0; r < 300; r += 37)
        QVERIFY((pca.project(points.row(r).transpose()) - pca.items.row(r).transpose()).norm() < 1e-5F);
}

void TestPca::rowsWithoutANormDoNotCount() {
    const FactorMatrix points = cloud();
    FactorMatrix padded = FactorMatrix::Zero(900, 4);
    padded.topRows(300) = points;
    const PcaProjection expected = fitPca(points);
    const PcaProjection actual = fitPca(padded);
    QCOMPARE(actual.items.rows(), 900);
    QVERIFY((actual.axes - expected.axes).norm() == 0.0F);
    QVERIFY((actual.mean - expected.mean).norm() == 0.0F);
    QCOMPARE(actual.explainedVariance[0], expected.explainedVariance[0]);
}

void TestPca::tooLittleDataGivesZeroAxes() {
    for (const auto& [rows, columns] : {std::pair(0, 4), std::pair(1, 4), std::pair(5, 1)}) {
        const PcaProjection pca = fitPca(FactorMatrix::Ones(rows, columns));
        QCOMPARE(pca.axes.rows(), columns);
        QVERIFY(pca.axes.isZero(0.0F));
        QCOMPARE(pca.items.rows(), rows);
        QCOMPARE(pca.explainedVariance[0], 0.0);
        QVERIFY(pca.project(Eigen::VectorXf::Ones(columns)).isZero(0.0F));
    }
    const PcaProjection same = fitPca(FactorMatrix::Ones(9, 3)); // no variance at all: finite, share 0
    QCOMPARE(same.explainedVariance[0], 0.0);
    QVERIFY(same.items.isZero(0.0F));
}

QTEST_GUILESS_MAIN(TestPca)
#include "tst_pca.moc"
