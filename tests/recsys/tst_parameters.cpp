#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/dataset.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace recital;

using Change = std::function<void(AlsParameters&)>;
Q_DECLARE_METATYPE(Change)

class TestParameters : public QObject {
    Q_OBJECT

private slots:
    void defaultsAreValid();
    void limits_data();
    void limits();
    void itemKnnLimits();
    void describesWhatDecidesTheModel();
    void defaultsOfUnknownDataAreFrequencyScaled();
};

void TestParameters::defaultsAreValid() {
    QVERIFY(AlsParameters{}.validate());
    QCOMPARE(AlsParameters{}.factors, 64);
    QVERIFY(ItemKnnParameters{}.validate());
}

void TestParameters::limits_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("valid");
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto row = [](const char* name, bool valid, Change change) {
        QTest::addRow("%s", name) << std::move(change) << valid;
    };
    row("factors 0", false, [](AlsParameters& p) { p.factors = 0; });
    row("factors 1", true, [](AlsParameters& p) { p.factors = 1; });
    row("factors 1024", true, [](AlsParameters& p) { p.factors = 1024; });
    row("factors 1025", false, [](AlsParameters& p) { p.factors = 1025; });
    row("iterations 0", false, [](AlsParameters& p) { p.iterations = 0; });
    row("iterations 1", true, [](AlsParameters& p) { p.iterations = 1; });
    row("iterations 1000", true, [](AlsParameters& p) { p.iterations = 1000; });
    row("iterations 1001", false, [](AlsParameters& p) { p.iterations = 1001; });
    row("regularization 0", false, [](AlsParameters& p) { p.regularization = 0.0; });
    row("regularization tiny", true, [](AlsParameters& p) { p.regularization = 1e-6; });
    row("regularization negative", false, [](AlsParameters& p) { p.regularization = -1.0; });
    row("regularization NaN", false, [=](AlsParameters& p) { p.regularization = kNan; });
    row("regularization infinite", false, [=](AlsParameters& p) { p.regularization = kInfinity; });
    row("alpha 0, Hu-Koren-Volinsky", true, [](AlsParameters& p) {
        p.form = AlsForm::HuKorenVolinsky;
        p.alpha = 0.0;
    });
    row("alpha negative, Hu-Koren-Volinsky", false, [](AlsParameters& p) {
        p.form = AlsForm::HuKorenVolinsky;
        p.alpha = -0.1;
    });
    row("alpha 1, implicit", true, [](AlsParameters& p) {
        p.form = AlsForm::Implicit;
        p.alpha = 1.0;
    });
    row("alpha below 1, implicit", false, [](AlsParameters& p) {
        p.form = AlsForm::Implicit;
        p.alpha = 0.99;
    });
    row("alpha NaN, implicit", false, [=](AlsParameters& p) {
        p.form = AlsForm::Implicit;
        p.alpha = kNan;
    });
    row("alpha is of no concern, frequency-scaled", true, [](AlsParameters& p) { p.alpha = -5.0; });
    row("unobserved weight 0", false, [](AlsParameters& p) { p.unobservedWeight = 0.0; });
    row("unobserved weight NaN", false, [=](AlsParameters& p) { p.unobservedWeight = kNan; });
    row("unobserved weight is of no concern, implicit", true, [](AlsParameters& p) {
        p.form = AlsForm::Implicit;
        p.unobservedWeight = 0.0;
    });
    row("exponent 0", true, [](AlsParameters& p) { p.regularizationExponent = 0.0; });
    row("exponent 2", true, [](AlsParameters& p) { p.regularizationExponent = 2.0; });
    row("exponent above 2", false, [](AlsParameters& p) { p.regularizationExponent = 2.01; });
    row("exponent negative", false, [](AlsParameters& p) { p.regularizationExponent = -0.01; });
    row("no steps, conjugate gradient", false, [](AlsParameters& p) {
        p.solver = AlsSolver::ConjugateGradient;
        p.cgSteps = 0;
    });
    row("100 steps, conjugate gradient", true, [](AlsParameters& p) {
        p.solver = AlsSolver::ConjugateGradient;
        p.cgSteps = 100;
    });
    row("101 steps, conjugate gradient", false, [](AlsParameters& p) {
        p.solver = AlsSolver::ConjugateGradient;
        p.cgSteps = 101;
    });
    row("steps are of no concern, Cholesky", true, [](AlsParameters& p) { p.cgSteps = 0; });
}

void TestParameters::limits() {
    QFETCH(Change, change);
    QFETCH(bool, valid);
    AlsParameters parameters;
    change(parameters);
    const Status status = parameters.validate();
    QCOMPARE(status.ok(), valid);
    if (!valid) {
        QCOMPARE(status.error().code, ErrorCode::InvalidParameters);
        QVERIFY(!status.error().detail.empty());
    }
}

void TestParameters::itemKnnLimits() {
    QVERIFY(!(ItemKnnParameters{0, 10.0}.validate()));
    QVERIFY((ItemKnnParameters{1, 0.0}.validate()));
    QVERIFY((ItemKnnParameters{10000, 10.0}.validate()));
    QVERIFY(!(ItemKnnParameters{10001, 10.0}.validate()));
    QVERIFY(!(ItemKnnParameters{100, -0.1}.validate()));
    QVERIFY(!(ItemKnnParameters{100, std::numeric_limits<double>::quiet_NaN()}.validate()));
}

void TestParameters::describesWhatDecidesTheModel() {
    AlsParameters p;
    QCOMPARE(p.describe(), std::string("frequency-scaled form, factors 64, unobserved weight 0.1, "
                                       "regularization 0.03 (exponent 1), iterations 16, seed 42"));
    p.form = AlsForm::Implicit;
    p.regularization = 50.0;
    p.iterations = 15;
    QCOMPARE(p.describe(),
             std::string("implicit form, factors 64, alpha 10, regularization 50, iterations 15, "
                         "seed 42"));
    p.form = AlsForm::HuKorenVolinsky;
    p.solver = AlsSolver::ConjugateGradient;
    QCOMPARE(p.describe(), std::string("Hu-Koren-Volinsky form, factors 64, alpha 10, regularization 50, "
                                       "iterations 15, conjugate gradient 3 steps, seed 42"));
}

void TestParameters::defaultsOfUnknownDataAreFrequencyScaled() {
    DatasetParts parts;
    parts.info.name = "three ratings";
    parts.items = {Item{1, "A"}, Item{2, "B"}};
    parts.userIds = {7, 8};
    parts.ratingUser = {0, 0, 1};
    parts.ratingItem = {0, 1, 1};
    parts.ratingValue = {4.0F, 5.0F, 3.0F};
    parts.ratingTime = {1, 2, 3};
    const auto dataset = Dataset::create(std::move(parts));
    QVERIFY(dataset);
    const AlsParameters p = defaultAlsParameters(**dataset);
    QVERIFY(p.form == AlsForm::FrequencyScaled);
    QCOMPARE(p.regularizationExponent, 1.0);
    QCOMPARE(p.factors, 64);
}

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"
