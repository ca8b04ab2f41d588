#include "core/recsys/algorithms/equivalence.h"

#include <QTest>

#include <Eigen/Core>

#include <cmath>
#include <random>
#include <vector>

using namespace recital;

namespace {

/// A small binary matrix and one pair of factor matrices; the objectives by their definitions, cell by cell.
struct Instance {
    explicit Instance(unsigned seed)
        : generator(seed)
        , observed(users, std::vector<bool>(items)) {
        std::mt19937 data(7); // the same data for every instance
        for (auto& row : observed)
            for (std::size_t i = 0; i < row.size(); ++i)
                row[i] = data() % 3 == 0;
        x = random(users);
        y = random(items);
    }
    Eigen::MatrixXd random(int rows) {
        Eigen::MatrixXd matrix(rows, 4);
        for (double& value : matrix.reshaped())
            value = static_cast<double>(generator()) / 4294967296.0 - 0.5;
        return matrix;
    }
    double norms() const { return x.squaredNorm() + y.squaredNorm(); }

    /// sum over all cells of c (p - s)^2 + lambda (|X|^2 + |Y|^2)
    double weighted(double confidence, double lambda) const {
        double sum = lambda * norms();
        for (int u = 0; u < users; ++u)
            for (int i = 0; i < items; ++i) {
                const double score = x.row(u).dot(y.row(i));
                const double target = seen(u, i) ? 1.0 : 0.0;
                sum += (seen(u, i) ? confidence : 1.0) * (target - score) * (target - score);
            }
        return sum;
    }
    /// sum over observed (s - target)^2 + alpha0 sum over all s^2 + lambda (|X|^2 + |Y|^2)
    double frequencyScaled(double alpha0, double lambda, double target) const {
        double sum = lambda * norms();
        for (int u = 0; u < users; ++u)
            for (int i = 0; i < items; ++i) {
                const double score = x.row(u).dot(y.row(i));
                if (seen(u, i))
                    sum += (score - target) * (score - target);
                sum += alpha0 * score * score;
            }
        return sum;
    }
    bool seen(int u, int i) const {
        return observed[static_cast<std::size_t>(u)][static_cast<std::size_t>(i)];
    }

    static constexpr int users = 6;
    static constexpr int items = 9;
    std::mt19937 generator;
    std::vector<std::vector<bool>> observed;
    Eigen::MatrixXd x;
    Eigen::MatrixXd y;
};

AlsParameters implicitParameters(double alpha, double lambda) {
    AlsParameters parameters;
    parameters.form = AlsForm::Implicit;
    parameters.alpha = alpha;
    parameters.regularization = lambda;
    return parameters;
}

} // namespace

class TestEquivalence : public QObject {
    Q_OBJECT

private slots:
    void statesTheDocumentedExample();
    void differsFromTheScaledFormByAConstantOnly();
    void targetOneIsTheSameObjectiveRescaled();
    void everyFormReadsTheSame();
    void noWeightHasNoScaledCounterpart();
    void refusedParametersHaveNone();
    void rowRegularizationFollowsItsFormula();
};

void TestEquivalence::statesTheDocumentedExample() {
    const auto same = equivalents(implicitParameters(10.0, 50.0), 50.0);
    QVERIFY(same.has_value());
    QCOMPARE(same->hkvAlpha, 9.0);
    QCOMPARE(same->implicitAlpha, 10.0);
    QCOMPARE(*same->unobservedWeight, 1.0 / 9.0);
    QCOMPARE(*same->regularizationAtTarget, 50.0 / 9.0);
    QCOMPARE(*same->target, 10.0 / 9.0);
    QCOMPARE(*same->regularizationAtOne, 5.0);
}

void TestEquivalence::differsFromTheScaledFormByAConstantOnly() {
    const auto same = equivalents(implicitParameters(10.0, 50.0), 50.0).value();
    const auto difference = [&same](unsigned seed) {
        const Instance instance(seed);
        return instance.weighted(same.confidence, same.regularization) -
               (same.confidence - 1.0) * instance.frequencyScaled(*same.unobservedWeight,
                                                                  *same.regularizationAtTarget, *same.target);
    };
    const double constant = difference(1);
    for (unsigned seed = 2; seed < 10; ++seed)
        QVERIFY(std::abs(difference(seed) - constant) < 1e-9 * std::abs(constant) + 1e-9);
}

void TestEquivalence::targetOneIsTheSameObjectiveRescaled() {
    const auto same = equivalents(implicitParameters(3.0, 2.0), 2.0).value();
    Instance instance(5);
    const double one = instance.frequencyScaled(*same.unobservedWeight, *same.regularizationAtOne, 1.0);
    instance.x *= std::sqrt(*same.target);
    instance.y *= std::sqrt(*same.target);
    const double other =
        instance.frequencyScaled(*same.unobservedWeight, *same.regularizationAtTarget, *same.target);
    QVERIFY(std::abs(other - *same.target * *same.target * one) < 1e-10 * other);
}

void TestEquivalence::everyFormReadsTheSame() {
    const auto fromImplicit = equivalents(implicitParameters(10.0, 50.0), 50.0).value();
    AlsParameters hkv;
    hkv.form = AlsForm::HuKorenVolinsky;
    hkv.alpha = fromImplicit.hkvAlpha;
    hkv.regularization = 50.0;
    AlsParameters scaled;
    scaled.form = AlsForm::FrequencyScaled;
    scaled.unobservedWeight = *fromImplicit.unobservedWeight;
    scaled.regularization = *fromImplicit.regularizationAtOne;
    scaled.regularizationExponent = 0.0;
    for (const AlsParameters& parameters : {hkv, scaled}) {
        const auto same = equivalents(parameters, rowRegularization(parameters, 12, 100)).value();
        QVERIFY(std::abs(same.implicitAlpha - 10.0) < 1e-12);
        QVERIFY(std::abs(same.regularization - 50.0) < 1e-10);
    }
}

void TestEquivalence::noWeightHasNoScaledCounterpart() {
    const auto same = equivalents(implicitParameters(1.0, 0.01), 0.01).value();
    QCOMPARE(same.hkvAlpha, 0.0);
    QVERIFY(!same.unobservedWeight && !same.target && !same.regularizationAtTarget &&
            !same.regularizationAtOne);
}

void TestEquivalence::refusedParametersHaveNone() {
    QVERIFY(!equivalents(implicitParameters(0.5, 1.0), 1.0).has_value());
    QVERIFY(!equivalents(implicitParameters(10.0, 0.0), 0.0).has_value());
}

void TestEquivalence::rowRegularizationFollowsItsFormula() {
    AlsParameters scaled; // alpha0 0.1, lambda 0.03, nu 1
    QVERIFY(std::abs(rowRegularization(scaled, 20, 1682) - 0.03 * (20 + 168.2)) < 1e-12);
    scaled.regularizationExponent = 0.0;
    QCOMPARE(rowRegularization(scaled, 20, 1682), 0.03);
    QCOMPARE(rowRegularization(implicitParameters(10.0, 50.0), 20, 1682), 50.0);
}

QTEST_APPLESS_MAIN(TestEquivalence)
#include "tst_equivalence.moc"
