#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/live/updaterule.h"
#include "tests/recsys/alsreference.h"

#include <Eigen/LU>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace recital;

Q_DECLARE_METATYPE(AlsForm)

namespace {

constexpr int kUsers = 60;
constexpr int kItems = 80;

std::shared_ptr<const AlsModel> trained(AlsForm form, int factors = 8) {
    AlsParameters p;
    p.form = form;
    p.factors = factors;
    p.iterations = 6;
    p.regularization = form == AlsForm::FrequencyScaled ? 0.03 : 2.0;
    p.alpha = 10.0;
    return *trainAls(test::randomMatrix(kUsers, kItems, true, 3), p, {});
}

/// Of every kind: full and small strengths, dislikes, the same item twice, one that says nothing.
const std::vector<Interaction> kKnown{{3, 1.0F}, {17, 1.0F}, {40, 1.0F}, {5, 1.0F}};
const std::vector<Interaction> kEvents{{9, 0.4F},  {22, -1.0F}, {3, 1.2F},   {31, 0.05F},
                                       {50, 0.0F}, {9, 1.0F},   {12, -0.5F}, {60, 1.5F}};

std::vector<Interaction> together(std::span<const Interaction> a, std::span<const Interaction> b) {
    std::vector<Interaction> all(a.begin(), a.end());
    all.insert(all.end(), b.begin(), b.end());
    std::erase_if(all, [](const Interaction& entry) { return entry.value == 0.0F; });
    return all;
}

/// A and b written out with a full matrix and no shared code: confidence c d^age, not below an unobserved
/// item's.
struct Naive {
    Eigen::MatrixXd a;
    Eigen::VectorXd b;
    std::vector<double> targets;
};

Naive naive(const AlsModel& model, const std::vector<Interaction>& entries, double decay) {
    const AlsParameters& p = model.parameters();
    const Eigen::MatrixXd y = model.latentFactors()->items.cast<double>();
    const bool scaled = p.form == AlsForm::FrequencyScaled;
    Naive result;
    result.a = (scaled ? p.unobservedWeight : 1.0) * y.transpose() * y;
    result.a.diagonal().array() += test::scaledLambda(p, entries.size(), kItems);
    result.b = Eigen::VectorXd::Zero(p.factors);
    for (std::size_t k = 0; k < entries.size(); ++k) {
        const double damping = std::pow(decay, static_cast<double>(entries.size() - 1 - k));
        const double strength = std::abs(static_cast<double>(entries[k].value));
        double confidence = p.form == AlsForm::HuKorenVolinsky ? 1.0 + p.alpha * strength
                            : p.form == AlsForm::Implicit      ? p.alpha * strength
                                                               : strength;
        confidence *= damping;
        if (!scaled)
            confidence = std::max(1.0, confidence);
        const Eigen::VectorXd v = y.row(entries[k].item).transpose();
        result.a += (scaled ? confidence : confidence - 1.0) * v * v.transpose();
        result.targets.push_back(entries[k].value > 0.0F ? confidence : 0.0);
        result.b += result.targets.back() * v;
    }
    return result;
}

Eigen::VectorXd solve(const Naive& equations) {
    return equations.a.fullPivLu().solve(equations.b);
}

double distance(const Eigen::VectorXf& vector, const Eigen::VectorXd& expected) {
    return (vector.cast<double>() - expected).norm() / expected.norm();
}

constexpr double kRounding = 1e-7; ///< of a vector of floats

void forms() {
    QTest::addColumn<AlsForm>("form");
    QTest::newRow("Hu-Koren-Volinsky") << AlsForm::HuKorenVolinsky;
    QTest::newRow("implicit") << AlsForm::Implicit;
    QTest::newRow("frequency-scaled") << AlsForm::FrequencyScaled;
}

} // namespace

class TestUpdateRule : public QObject {
    Q_OBJECT

private slots:
    void resolveIsTheNormalEquation_data() { forms(); }
    void resolveIsTheNormalEquation();
    void recencyMultipliesConfidences_data() { forms(); }
    void recencyMultipliesConfidences();
    void movingAverageIsItsFormula_data() { forms(); }
    void movingAverageIsItsFormula();
    void movingAverageOfOneLikeIsTheWellKnownLine();
    void movingAverageStaysBounded();
    void resolveIsFoldIn_data() { forms(); }
    void resolveIsFoldIn();
    void trainingUsersGetTheirTrainedVector_data() { forms(); }
    void trainingUsersGetTheirTrainedVector();
    void orderDoesNotMatterForResolve_data() { forms(); }
    void orderDoesNotMatterForResolve();
    void orderMattersForRecency();
    void decayOneIsResolve_data() { forms(); }
    void decayOneIsResolve();
    void strengthZeroSaysNothing_data() { forms(); }
    void strengthZeroSaysNothing();
    void anEmptyPastIsZero();
    void longHistoriesAreTheSameSum_data() { forms(); }
    void longHistoriesAreTheSameSum();
    void contributionsAreExactShares_data() { forms(); }
    void contributionsAreExactShares();
    void aDislikeLowersItsItem_data() { forms(); }
    void aDislikeLowersItsItem();
    void rulesOutsideTheirLimitsAreRefused();
    void rulesDescribeThemselves();
};

void TestUpdateRule::resolveIsTheNormalEquation() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    const Eigen::VectorXd expected = solve(naive(*model, together(kKnown, kEvents), 1.0));
    QVERIFY(distance(userVector(*model, ResolveRule{}, {kKnown, kEvents}), expected) < kRounding);
}

void TestUpdateRule::recencyMultipliesConfidences() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    for (const double decay : {0.95, 0.9, 0.3}) {
        const Eigen::VectorXd expected = solve(naive(*model, together(kKnown, kEvents), decay));
        QVERIFY(distance(userVector(*model, RecencyRule{decay}, {kKnown, kEvents}), expected) < kRounding);
    }
}

/// u <- (1 - m |s|) u + m s y, from the exact vector of what was known.
void TestUpdateRule::movingAverageIsItsFormula() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    const Eigen::MatrixXd y = model->latentFactors()->items.cast<double>();
    for (const double mix : {0.0, 0.2, 0.9}) { // .9 times 1.5 is more than 1
        Eigen::VectorXd u = solve(naive(*model, kKnown, 1.0));
        for (const Interaction& event : kEvents) {
            const double s = static_cast<double>(event.value);
            const double part = std::min(1.0, mix * std::abs(s));
            u = (1.0 - part) * u + part * (s < 0.0 ? -1.0 : 1.0) * y.row(event.item).transpose();
        }
        QVERIFY(distance(userVector(*model, MovingAverageRule{mix}, {kKnown, kEvents}), u) < kRounding);
    }
}

void TestUpdateRule::movingAverageOfOneLikeIsTheWellKnownLine() {
    const auto model = trained(AlsForm::Implicit);
    const std::vector<Interaction> like{{9, 1.0F}};
    const Eigen::VectorXd before = userVector(*model, MovingAverageRule{}, {kKnown, {}}).cast<double>();
    const Eigen::VectorXd item = model->latentFactors()->items.row(9).transpose().cast<double>();
    QVERIFY(distance(userVector(*model, MovingAverageRule{}, {kKnown, like}), 0.8 * before + 0.2 * item) <
            kRounding);
}

/// "Subtract the item's vector" may move arbitrarily far (evaluation.md 6.8); a convex sum does not.
void TestUpdateRule::movingAverageStaysBounded() {
    const auto model = trained(AlsForm::Implicit);
    const std::vector<Interaction> dislikes(200, Interaction{9, -1.0F});
    const Eigen::VectorXf item = model->latentFactors()->items.row(9).transpose();
    QVERIFY(distance(userVector(*model, MovingAverageRule{}, {kKnown, dislikes}), -item.cast<double>()) <
            1e-6);
}

void TestUpdateRule::resolveIsFoldIn() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    QCOMPARE(userVector(*model, ResolveRule{}, {kKnown, kEvents}),
             model->foldIn(together(kKnown, kEvents))); // the same bytes
    QCOMPARE(userVector(*model, ResolveRule{}, {kKnown, {}}), model->foldIn(kKnown));
}

void TestUpdateRule::trainingUsersGetTheirTrainedVector() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    const RatingMatrix matrix = test::randomMatrix(kUsers, kItems, true, 3);
    int compared = 0;
    for (int user = 0; user < kUsers; ++user) {
        const std::vector<Interaction> history = matrix.history(user);
        if (history.empty())
            continue;
        const Eigen::VectorXd expected = model->latentFactors()->users.row(user).transpose().cast<double>();
        QVERIFY(distance(userVector(*model, ResolveRule{}, {history, {}}), expected) < 1e-5);
        QVERIFY(distance(userVector(*model, ResolveRule{}, {{}, history}), expected) < 1e-5);
        ++compared;
    }
    QVERIFY(compared > 50);
}

void TestUpdateRule::orderDoesNotMatterForResolve() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    std::vector<Interaction> all = together(kKnown, kEvents);
    const Eigen::VectorXd forward = userVector(*model, ResolveRule{}, {all, {}}).cast<double>();
    std::ranges::reverse(all);
    QVERIFY(distance(userVector(*model, ResolveRule{}, {{}, all}), forward) < kRounding);
    QVERIFY(distance(userVector(*model, RecencyRule{1.0}, {{}, all}), forward) < kRounding);
}

void TestUpdateRule::orderMattersForRecency() {
    const auto model = trained(AlsForm::FrequencyScaled);
    std::vector<Interaction> all = together(kKnown, kEvents);
    const Eigen::VectorXd forward = userVector(*model, RecencyRule{}, {all, {}}).cast<double>();
    std::ranges::reverse(all);
    QVERIFY(distance(userVector(*model, RecencyRule{}, {all, {}}), forward) > 0.01);
}

void TestUpdateRule::decayOneIsResolve() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    QCOMPARE(userVector(*model, RecencyRule{1.0}, {kKnown, kEvents}),
             userVector(*model, ResolveRule{}, {kKnown, kEvents}));
    QCOMPARE(contributions(*model, RecencyRule{1.0}, {kKnown, kEvents}, 7),
             contributions(*model, ResolveRule{}, {kKnown, kEvents}, 7));
}

void TestUpdateRule::strengthZeroSaysNothing() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    std::vector<Interaction> without = kEvents;
    QCOMPARE(std::erase_if(without, [](const Interaction& entry) { return entry.value == 0.0F; }), 1U);
    for (const UpdateRule& rule :
         {UpdateRule(RecencyRule{}), UpdateRule(ResolveRule{}), UpdateRule(MovingAverageRule{})}) {
        QCOMPARE(userVector(*model, rule, {kKnown, kEvents}), userVector(*model, rule, {kKnown, without}));
        QCOMPARE(contributions(*model, rule, {kKnown, kEvents}, 7)[kKnown.size() + 4], 0.0);
    }
}

void TestUpdateRule::anEmptyPastIsZero() {
    const auto model = trained(AlsForm::FrequencyScaled);
    const std::vector<Interaction> nothing{{3, 0.0F}};
    for (const UpdateRule& rule :
         {UpdateRule(RecencyRule{}), UpdateRule(ResolveRule{}), UpdateRule(MovingAverageRule{})}) {
        QCOMPARE(userVector(*model, rule, {}), Eigen::VectorXf(Eigen::VectorXf::Zero(8)));
        QVERIFY(contributions(*model, rule, {}, 3).empty());
        QVERIFY(userVector(*model, rule, {{}, nothing}).isZero(0.0F));
        QCOMPARE(contributions(*model, rule, {{}, nothing}, 3), std::vector<double>{0.0});
    }
}

/// More entries than are added at a time, and not a multiple of it.
void TestUpdateRule::longHistoriesAreTheSameSum() {
    QFETCH(AlsForm, form);
    const auto model = trained(form, 33);
    std::vector<Interaction> history;
    for (int k = 0; k < 333; ++k)
        history.push_back({k * 7 % kItems, k % 5 == 0 ? -0.7F : 0.1F + 0.01F * static_cast<float>(k % 90)});
    for (const double decay : {1.0, 0.99})
        QVERIFY(distance(userVector(*model, RecencyRule{decay}, {history, {}}),
                         solve(naive(*model, history, decay))) < kRounding);
}

/// Hu et al. 2008, section 5, against the naive inverse; and they sum to u . y in double.
void TestUpdateRule::contributionsAreExactShares() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    const Past past{kKnown, kEvents};
    const Eigen::MatrixXd y = model->latentFactors()->items.cast<double>();
    for (const UpdateRule& rule :
         {UpdateRule(RecencyRule{0.8}), UpdateRule(ResolveRule{}), UpdateRule(MovingAverageRule{0.3})}) {
        for (const ItemIndex item : {0, 9, 22, 77}) {
            const std::vector<double> shares = contributions(*model, rule, past, item);
            QCOMPARE(shares.size(), kKnown.size() + kEvents.size());
            double sum = 0.0;
            double size = 0.0;
            for (const double share : shares) {
                sum += share;
                size += std::abs(share);
            }
            const double score = userVector(*model, rule, past).cast<double>().dot(y.row(item));
            QVERIFY(std::abs(sum - score) <= kRounding * size);
            if (std::holds_alternative<MovingAverageRule>(rule))
                continue;
            const double decay = std::holds_alternative<RecencyRule>(rule) ? 0.8 : 1.0;
            const Naive equations = naive(*model, together(kKnown, kEvents), decay);
            QVERIFY(std::abs(sum - solve(equations).dot(y.row(item))) <= 1e-9 * size);
            const Eigen::MatrixXd inverse = equations.a.inverse();
            const auto expected = [&](std::size_t entry, ItemIndex of) {
                return equations.targets[entry] * (y.row(item) * inverse * y.row(of).transpose())(0);
            };
            QVERIFY(std::abs(shares[1] - expected(1, kKnown[1].item)) <= 1e-9 * size);
            QVERIFY(std::abs(shares[6] - expected(6, kEvents[2].item)) <= 1e-9 * size);
            QVERIFY(std::abs(shares[9] - expected(8, kEvents[5].item)) <= 1e-9 * size); // behind strength 0
            QCOMPARE(shares[5], 0.0);                                                   // a dislike
            QCOMPARE(shares[10], 0.0);
        }
    }
}

void TestUpdateRule::aDislikeLowersItsItem() {
    QFETCH(AlsForm, form);
    const auto model = trained(form);
    std::vector<float> before(kItems);
    model->scoreVector(userVector(*model, ResolveRule{}, {kKnown, {}}), before);
    const auto best = static_cast<ItemIndex>(std::ranges::max_element(before) - before.begin());
    const std::vector<Interaction> dislike{{best, -1.0F}};
    for (const UpdateRule& rule :
         {UpdateRule(RecencyRule{}), UpdateRule(ResolveRule{}), UpdateRule(MovingAverageRule{})}) {
        std::vector<float> undisturbed(kItems);
        std::vector<float> after(kItems);
        model->scoreVector(userVector(*model, rule, {kKnown, {}}), undisturbed);
        model->scoreVector(userVector(*model, rule, {kKnown, dislike}), after);
        QVERIFY(after[static_cast<std::size_t>(best)] < undisturbed[static_cast<std::size_t>(best)]);
    }
}

void TestUpdateRule::rulesOutsideTheirLimitsAreRefused() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(validate(UpdateRule{}));
    QVERIFY(validate(RecencyRule{1.0}) && validate(ResolveRule{}));
    QVERIFY(validate(MovingAverageRule{0.0}) && validate(MovingAverageRule{1.0}));
    for (const UpdateRule& rule : {UpdateRule(RecencyRule{0.0}), UpdateRule(RecencyRule{1.01}),
                                   UpdateRule(RecencyRule{nan}), UpdateRule(MovingAverageRule{-0.1}),
                                   UpdateRule(MovingAverageRule{1.1}), UpdateRule(MovingAverageRule{nan})}) {
        const Status status = validate(rule);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::InvalidParameters);
    }
}

void TestUpdateRule::rulesDescribeThemselves() {
    QVERIFY(std::holds_alternative<RecencyRule>(UpdateRule{})); // the default
    QCOMPARE(describe(UpdateRule{}), std::string("recency-weighted re-solve, decay 0.9"));
    QCOMPARE(describe(ResolveRule{}), std::string("exact re-solve"));
    QCOMPARE(describe(MovingAverageRule{0.35}), std::string("moving average, mix 0.35"));
}

QTEST_GUILESS_MAIN(TestUpdateRule)
#include "tst_updaterule.moc"
