#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/dataset.h"

#include <QTest>

#include <functional>
#include <limits>
#include <tuple>

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
    void knownDatasetsHaveTheirOwnDefaults();
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

namespace {

/// A dataset of so many items, two users and as many ratings.
std::shared_ptr<const Dataset> datasetOf(int items, int users, int ratings) {
    DatasetParts parts;
    parts.info.name = "generated";
    for (int i = 0; i < items; ++i)
        parts.items.push_back(Item{i + 1, "A"});
    for (int u = 0; u < users; ++u)
        parts.userIds.push_back(u + 1);
    for (int k = 0; k < ratings; ++k) {
        parts.ratingUser.push_back(k % users);
        parts.ratingItem.push_back(k / users % items);
        parts.ratingValue.push_back(4.0F);
        parts.ratingTime.push_back(1);
    }
    auto dataset = Dataset::create(std::move(parts));
    return dataset ? *dataset : nullptr;
}

} // namespace

void TestParameters::defaultsOfUnknownDataAreFrequencyScaled() {
    double previous = 1.0;
    for (const int items : {2, 1682, 9066, 27278, 90000}) {
        const AlsParameters p = defaultAlsParameters(*datasetOf(items, 2, 4));
        QVERIFY(p.form == AlsForm::FrequencyScaled);
        QVERIFY(p.validate());
        QCOMPARE(p.regularizationExponent, 1.0);
        QCOMPARE(p.factors, 64);
        QVERIFY(p.regularization <= previous);
        previous = p.regularization;
    }
    QCOMPARE(defaultAlsParameters(*datasetOf(1682, 2, 4)).regularization, 0.03);
    QVERIFY(std::abs(defaultAlsParameters(*datasetOf(27278, 2, 4)).regularization - 0.003) < 1e-12);
    QVERIFY(std::abs(previous - 0.003) < 1e-12);
}

void TestParameters::knownDatasetsHaveTheirOwnDefaults() {
    const AlsParameters hundred = defaultAlsParameters(*datasetOf(1682, 943, 100'000));
    QVERIFY(hundred.form == AlsForm::Implicit);
    QCOMPARE(hundred.alpha, 10.0);
    QCOMPARE(hundred.regularization, 50.0);
    QCOMPARE(hundred.iterations, 15);
    for (const auto& [items, users, ratings] :
         {std::tuple(9066, 671, 100'004), std::tuple(9742, 610, 100'836)}) {
        const AlsParameters latest = defaultAlsParameters(*datasetOf(items, users, ratings));
        QVERIFY(latest.form == AlsForm::FrequencyScaled);
        QCOMPARE(latest.unobservedWeight, 1.0);
        QCOMPARE(latest.regularization, 0.003);
        const auto dataset = datasetOf(items, users, ratings);
        QVERIFY(defaultSpecification("ease", *dataset) ==
                TrainingSpec(EaseParameters{.regularization = 100.0}));
        QVERIFY(defaultSpecification("slim", *dataset) == plainSpecification("slim"));
    }
    // The other forms of ALS: what was tested on ml-100k, and elsewhere the same objective with one lambda.
    const auto als = [](const char* key, int items, int users, int ratings) {
        return std::get<AlsParameters>(defaultSpecification(key, *datasetOf(items, users, ratings)));
    };
    QVERIFY(defaultSpecification("als-implicit", *datasetOf(1682, 943, 100'000)) == TrainingSpec(hundred));
    QCOMPARE(als("als-hkv", 1682, 943, 100'000).alpha, 9.0);
    QCOMPARE(als("als-ials", 1682, 943, 100'000).regularization, 0.03);
    QCOMPARE(als("als-implicit", 9066, 671, 100'004).alpha, 2.0);
    QCOMPARE(als("als-hkv", 9066, 671, 100'004).alpha, 1.0);
    QVERIFY(std::get<EaseParameters>(defaultSpecification("ease", *datasetOf(1682, 943, 100'000))) ==
            EaseParameters{});
    const AlsParameters million = defaultAlsParameters(*datasetOf(3883, 6040, 1'000'209));
    QCOMPARE(million.factors, 192);
    QCOMPARE(million.regularization, 0.007);
    QCOMPARE(million.unobservedWeight, 0.3);
    QCOMPARE(million.iterations, 12);
}

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"
