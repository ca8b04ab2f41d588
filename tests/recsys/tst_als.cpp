#include "core/recsys/algorithms/als.h"
#include "core/recsys/algorithms/alsobjective.h"
#include "tests/recsys/alsreference.h"

#include <QTest>

#include <cstring>
#include <limits>
#include <thread>

using namespace recital;

namespace {

AlsParameters small(AlsForm form) {
    AlsParameters p;
    p.form = form;
    p.factors = 8;
    p.iterations = 6;
    p.regularization = form == AlsForm::FrequencyScaled ? 0.03 : 2.0;
    p.alpha = 10.0;
    return p;
}

std::shared_ptr<const AlsModel> trained(const RatingMatrix& matrix, const AlsParameters& parameters,
                                        int threads = 1, const AlsObserver& observer = {}) {
    JobControl control;
    control.threads = threads;
    auto result = trainAls(matrix, parameters, control, observer);
    return result ? *result : nullptr;
}

bool sameBytes(const FactorMatrix& a, const FactorMatrix& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           std::memcmp(a.data(), b.data(), sizeof(float) * static_cast<std::size_t>(a.size())) == 0;
}

double relativeDistance(const Eigen::VectorXf& a, const Eigen::VectorXf& b) {
    return static_cast<double>((a - b).norm()) / std::max(1e-30, static_cast<double>(b.norm()));
}

enum class Values { Binary, Valued, Signed }; ///< all 1, from 0.5 to 5, from -2 to 2

RatingMatrix matrixOf(Values values, int users, int items, unsigned seed, double density = 0.1) {
    return values == Values::Signed
               ? test::signedMatrix(users, items, seed, density)
               : test::randomMatrix(users, items, values == Values::Binary, seed, density);
}

void formsAndData() {
    QTest::addColumn<AlsForm>("form");
    QTest::addColumn<Values>("values");
    for (const auto& [values, data] :
         {std::pair(Values::Binary, "binary"), std::pair(Values::Valued, "valued"),
          std::pair(Values::Signed, "with dislikes")}) {
        QTest::addRow("Hu-Koren-Volinsky, %s", data) << AlsForm::HuKorenVolinsky << values;
        QTest::addRow("implicit, %s", data) << AlsForm::Implicit << values;
        QTest::addRow("frequency-scaled, %s", data) << AlsForm::FrequencyScaled << values;
    }
}

} // namespace

Q_DECLARE_METATYPE(AlsForm)
Q_DECLARE_METATYPE(Values)

class TestAls : public QObject {
    Q_OBJECT

private slots:
    void lossEqualsTheBruteForceDoubleLoop_data() { formsAndData(); }
    void lossEqualsTheBruteForceDoubleLoop();
    void lossNeverRises_data() { formsAndData(); }
    void lossNeverRises();
    void foldInOfATrainingUserReturnsTheTrainedVector_data() { formsAndData(); }
    void foldInOfATrainingUserReturnsTheTrainedVector();
    void contributionsSumToTheScore_data() { formsAndData(); }
    void contributionsSumToTheScore();
    void dislikesPullTowardsZero();
    void halfStepsEqualTheReference_data() { formsAndData(); }
    void halfStepsEqualTheReference();
    void anyNumberOfThreadsGivesTheSameBytes_data() { formsAndData(); }
    void anyNumberOfThreadsGivesTheSameBytes();
    void theSeedDecidesTheBytes();
    void rowsWithoutDataAreZero();
    void implicitAndFrequencyScaledFormsAreEquivalent();
    void aStopRequestCancels();
    void progressRisesToOne();
    void convertedParametersGiveTheSameLoss();
    void unusableInputIsRefused();
};

void TestAls::lossEqualsTheBruteForceDoubleLoop() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 30, 40, 1);
    const AlsParameters parameters = small(form);
    int calls = 0;
    trained(matrix, parameters, 1, [&](const AlsProgress& progress) {
        const double expected = test::bruteForceLoss(matrix, parameters, *progress.factors);
        QVERIFY2(std::abs(progress.loss - expected) <= 1e-10 * expected,
                 qPrintable(QString::number(progress.loss / expected - 1.0)));
        ++calls;
        QCOMPARE(progress.halfStep, calls);
        QCOMPARE(progress.halfSteps, 2 * parameters.iterations + 1);
    });
    QCOMPARE(calls, 2 * parameters.iterations + 1);
}

void TestAls::lossNeverRises() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 90, 120, 2);
    AlsParameters parameters = small(form);
    parameters.iterations = 60;
    double previous = std::numeric_limits<double>::infinity();
    double first = 0.0;
    trained(matrix, parameters, 2, [&](const AlsProgress& progress) {
        if (progress.halfStep == 1)
            first = progress.loss;
        QVERIFY2(progress.loss <= previous * (1.0 + 1e-12), qPrintable(QString::number(progress.halfStep)));
        previous = progress.loss;
    });
    QVERIFY(previous < 0.9 * first); // and it does fall
}

void TestAls::foldInOfATrainingUserReturnsTheTrainedVector() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 60, 80, 3);
    const auto model = trained(matrix, small(form));
    for (int u = 0; u < matrix.userCount(); ++u) {
        const Eigen::VectorXf folded = model->foldIn(matrix.history(u));
        const Eigen::VectorXf expected = model->latentFactors()->users.row(u).transpose();
        if (matrix.byUser().row(u).empty())
            QVERIFY(folded.isZero(0.0F));
        else
            QVERIFY2(relativeDistance(folded, expected) < 1e-5,
                     qPrintable(QString::number(relativeDistance(folded, expected))));
    }
}

void TestAls::contributionsSumToTheScore() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 60, 80, 4);
    const auto model = trained(matrix, small(form));
    const auto history = matrix.history(58);
    QVERIFY(history.size() > 3);
    std::vector<float> scores(80);
    model->score(history, scores);
    for (int i = 0; i < 80; ++i) {
        const auto contributions = model->explain(history, i);
        QCOMPARE(contributions.size(), history.size());
        double sum = 0.0;
        double size = 0.0;
        for (std::size_t k = 0; k < contributions.size(); ++k) {
            QCOMPARE(contributions[k].item, history[k].item);
            sum += contributions[k].value;
            size += std::abs(contributions[k].value);
        }
        QVERIFY(std::abs(sum - static_cast<double>(scores[static_cast<std::size_t>(i)])) <=
                1e-6 * size + 1e-9);
    }
    QVERIFY(model->explain({}, 0).empty());
}

void TestAls::dislikesPullTowardsZero() {
    const RatingMatrix matrix = test::randomMatrix(60, 80, true, 5);
    for (const AlsForm form : {AlsForm::HuKorenVolinsky, AlsForm::Implicit, AlsForm::FrequencyScaled}) {
        const auto model = trained(matrix, small(form));
        std::vector<Interaction> history{{3, 1.0F}, {10, 1.0F}};
        std::vector<float> before(80);
        std::vector<float> after(80);
        model->score(history, before);
        const auto liked =
            static_cast<ItemIndex>(std::max_element(before.begin() + 11, before.end()) - before.begin());
        history.push_back({liked, -1.0F});
        model->score(history, after);
        QVERIFY(std::abs(after[static_cast<std::size_t>(liked)]) <
                std::abs(before[static_cast<std::size_t>(liked)]));
        QCOMPARE(model->explain(history, 3).back().value, 0.0); // target 0: no share in any score
    }
}

/// The last half-step solves the users against the items that the model ends with. Rows shorter and longer
/// than the number of factors go different ways.
void TestAls::halfStepsEqualTheReference() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 70, 90, 14, 0.2);
    for (const AlsSolver solver : {AlsSolver::Cholesky, AlsSolver::ConjugateGradient}) {
        AlsParameters parameters = small(form);
        parameters.factors = 12;
        parameters.solver = solver;
        parameters.cgSteps = 100;
        const auto model = trained(matrix, parameters);
        QVERIFY(model);
        const FactorMatrix expected =
            test::referenceHalfStep(matrix.byUser(), model->latentFactors()->items, parameters);
        const double distance = static_cast<double>((model->latentFactors()->users - expected).norm()) /
                                static_cast<double>(expected.norm());
        QVERIFY2(distance < 1e-5, qPrintable(QString::number(distance)));
    }
}

void TestAls::anyNumberOfThreadsGivesTheSameBytes() {
    QFETCH(AlsForm, form);
    QFETCH(Values, values);
    const RatingMatrix matrix = matrixOf(values, 700, 600, 6, 0.03);
    std::vector<double> losses[2];
    std::shared_ptr<const AlsModel> models[2];
    for (const int run : {0, 1})
        models[run] = trained(matrix, small(form), run == 0 ? 1 : 4,
                              [&](const AlsProgress& progress) { losses[run].push_back(progress.loss); });
    QVERIFY(sameBytes(models[0]->latentFactors()->users, models[1]->latentFactors()->users));
    QVERIFY(sameBytes(models[0]->latentFactors()->items, models[1]->latentFactors()->items));
    QCOMPARE(losses[0], losses[1]);
}

void TestAls::theSeedDecidesTheBytes() {
    const RatingMatrix matrix = test::randomMatrix(60, 80, true, 7);
    AlsParameters parameters = small(AlsForm::Implicit);
    const auto first = trained(matrix, parameters);
    const auto again = trained(matrix, parameters);
    parameters.seed = 43;
    const auto other = trained(matrix, parameters);
    parameters.seed = 42 + (1ULL << 32U);
    const auto high = trained(matrix, parameters);
    QVERIFY(sameBytes(first->latentFactors()->items, again->latentFactors()->items));
    QVERIFY(!sameBytes(first->latentFactors()->items, other->latentFactors()->items));
    QVERIFY(!sameBytes(first->latentFactors()->items, high->latentFactors()->items));
}

void TestAls::rowsWithoutDataAreZero() {
    const RatingMatrix matrix = test::randomMatrix(30, 40, true, 8);
    const auto model = trained(matrix, small(AlsForm::FrequencyScaled));
    QVERIFY(matrix.byUser().row(29).empty());
    QVERIFY(matrix.byItem().row(39).empty());
    QVERIFY(model->latentFactors()->users.row(29).isZero(0.0F));
    QVERIFY(model->latentFactors()->items.row(39).isZero(0.0F));
    QVERIFY(!model->latentFactors()->items.row(0).isZero(0.0F));
    QVERIFY(model->latentFactors()->users.allFinite() && model->latentFactors()->items.allFinite());
}

/// evaluation.md 6.1: alpha0 = 1/(c-1), lambda' = lambda/(c-1), nu = 0 and targets c/(c-1) instead of 1. The
/// last makes every half-step c/(c-1) times as long a vector on the side just solved, so the scores are too.
void TestAls::implicitAndFrequencyScaledFormsAreEquivalent() {
    const RatingMatrix matrix = test::randomMatrix(60, 80, true, 9);
    AlsParameters implicit = small(AlsForm::Implicit);
    AlsParameters scaled = implicit;
    scaled.form = AlsForm::FrequencyScaled;
    scaled.unobservedWeight = 1.0 / (implicit.alpha - 1.0);
    scaled.regularization = implicit.regularization / (implicit.alpha - 1.0);
    scaled.regularizationExponent = 0.0;
    const auto a = trained(matrix, implicit);
    // With the same item factors one half-step of each: the ratio is c/(c-1) exactly.
    const AlsModel b(scaled, *a->latentFactors(), 0.0);
    for (int u = 0; u < matrix.userCount() - 1; ++u) {
        const auto history = matrix.history(u);
        const Eigen::VectorXf expected =
            a->foldIn(history) * static_cast<float>((implicit.alpha - 1.0) / implicit.alpha);
        if (!history.empty())
            QVERIFY(relativeDistance(b.foldIn(history), expected) < 1e-5);
    }
}

void TestAls::aStopRequestCancels() {
    const RatingMatrix matrix = test::randomMatrix(60, 80, true, 10);
    std::stop_source source;
    JobControl control;
    control.stop = source.get_token();
    int calls = 0;
    const auto result = trainAls(matrix, small(AlsForm::Implicit), control, [&](const AlsProgress&) {
        if (++calls == 3)
            source.request_stop();
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(calls, 3);
}

void TestAls::progressRisesToOne() {
    const RatingMatrix matrix = test::randomMatrix(3000, 2000, true, 12, 0.05);
    AlsParameters parameters = small(AlsForm::Implicit);
    parameters.factors = 96;
    parameters.iterations = 1;
    JobControl control;
    control.threads = 2;
    std::vector<double> fractions;
    const auto caller = std::this_thread::get_id();
    control.progress = [&](double fraction) {
        QVERIFY(std::this_thread::get_id() == caller);
        fractions.push_back(fraction);
    };
    QVERIFY(trainAls(matrix, parameters, control));
    QVERIFY(fractions.size() >= 3);
    QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
    QVERIFY(fractions.front() > 0.0);
    QCOMPARE(fractions.back(), 1.0);
}

/// The form Implicit at (sqrt(t) x, sqrt(t) y) is (c-1) t^2 times the frequency-scaled form at (x, y) with
/// alpha0 = 1/(c-1), nu = 0, lambda' = lambda/c, up to a constant; t = c/(c-1).
void TestAls::convertedParametersGiveTheSameLoss() {
    const RatingMatrix matrix = test::randomMatrix(30, 40, true, 13);
    const AlsParameters implicit = small(AlsForm::Implicit);
    AlsParameters scaled = implicit;
    scaled.form = AlsForm::FrequencyScaled;
    scaled.unobservedWeight = 1.0 / (implicit.alpha - 1.0);
    scaled.regularization = implicit.regularization / implicit.alpha;
    scaled.regularizationExponent = 0.0;
    const double target = implicit.alpha / (implicit.alpha - 1.0);
    double constant[2] = {};
    for (const int run : {0, 1}) { // two different points: the constant must be the same
        AlsParameters point = implicit;
        point.seed = static_cast<std::uint64_t>(run);
        point.iterations = run + 1;
        const LatentFactors factors = *trained(matrix, point)->latentFactors();
        const auto root = static_cast<float>(std::sqrt(target));
        const double left =
            alsLoss(matrix, AlsObjective{implicit}, {factors.users * root, factors.items * root}, 1);
        const double right = alsLoss(matrix, AlsObjective{scaled}, factors, 1);
        constant[run] = left - (implicit.alpha - 1.0) * target * target * right;
    }
    QVERIFY(std::abs(constant[0] - constant[1]) < 1e-5 * std::abs(constant[0]));
}

void TestAls::unusableInputIsRefused() {
    const auto codeOf = [](const RatingMatrix& matrix, const AlsParameters& parameters) {
        const auto result = trainAls(matrix, parameters, {});
        return result ? std::optional<ErrorCode>() : result.error().code;
    };
    const RatingMatrix matrix = test::randomMatrix(30, 40, true, 11);
    AlsParameters parameters = small(AlsForm::Implicit);
    QCOMPARE(codeOf(RatingMatrix::fromTriples(3, 4, {}), parameters), ErrorCode::InvalidData);
    const std::vector<Triple> notFinite{{0, 0, 2.0F}, {1, 1, std::numeric_limits<float>::quiet_NaN()}};
    QCOMPARE(codeOf(RatingMatrix::fromTriples(3, 4, notFinite), parameters), ErrorCode::InvalidData);
    parameters.factors = 0;
    QCOMPARE(codeOf(matrix, parameters), ErrorCode::InvalidParameters);
}

QTEST_GUILESS_MAIN(TestAls)
#include "tst_als.moc"
