#include "core/recsys/algorithms/alstrainer.h"
#include "tests/recsys/alsreference.h"
#include "tests/timelimit.h"

#include <QTest>

#include <chrono>
#include <cstring>
#include <ctime>
#include <limits>
#include <thread>

using namespace recital;
using als::CpuLevel;

/// Every instruction set this machine has, against the slow reference in alsreference.h.
class TestAlsKernel : public QObject {
    Q_OBJECT

private slots:
    void bestLevelIsSupported();
    void everyLevelEqualsTheReference_data();
    void everyLevelEqualsTheReference();
    void woodburyEqualsTheDirectSolution_data();
    void woodburyEqualsTheDirectSolution();
    void manyGradientStepsGiveTheCholeskySolution_data() { levels(); }
    void manyGradientStepsGiveTheCholeskySolution();
    void gradientStepsNeverRaiseTheLoss();
    void exactHalfStepsNeverRaiseTheLoss_data() { levels(); }
    void exactHalfStepsNeverRaiseTheLoss();
    void weakRegularizationIsStillSolved_data() { levels(); }
    void weakRegularizationIsStillSolved();
    void weightsOfZeroAreSolved_data() { levels(); }
    void weightsOfZeroAreSolved();
    void rotationKeepsScoresAndLoss();
    void productsAreSummed_data() { levels(); }
    void productsAreSummed();
    void threadsDoNotChangeABit_data() { levels(); }
    void threadsDoNotChangeABit();
    void aStopIsHonouredWithinATenthOfASecond();

private:
    static void levels();
};

namespace {

constexpr CpuLevel kLevels[] = {CpuLevel::Portable, CpuLevel::V2, CpuLevel::V3, CpuLevel::V4};

AlsParameters parametersOf(AlsForm form, int factors) {
    AlsParameters p;
    p.form = form;
    p.factors = factors;
    p.regularization = form == AlsForm::FrequencyScaled ? 0.05 : 3.0;
    p.alpha = 8.0;
    return p;
}

JobControl onThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

/// Every user's score of every item: the same in whatever basis the factors are.
Eigen::MatrixXd scoresOf(const LatentFactors& factors) {
    return factors.users.cast<double>() * factors.items.cast<double>().transpose();
}

double relativeDistance(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
    return (a - b).norm() / b.norm();
}

/// Start values of ordinary size on both sides.
LatentFactors randomFactors(const RatingMatrix& matrix, int factors) {
    std::srand(5); // Eigen's Random
    return {FactorMatrix::Random(matrix.userCount(), factors) * 0.3F,
            FactorMatrix::Random(matrix.itemCount(), factors) * 0.3F};
}

LatentFactors afterHalfStep(const RatingMatrix& matrix, const AlsParameters& parameters,
                            const als::TrainerOptions& options, const LatentFactors& start) {
    als::Trainer trainer(matrix, parameters, options);
    trainer.setFactors(start);
    return trainer.halfStep(true, onThreads(2)) ? trainer.factors() : LatentFactors{};
}

} // namespace

void TestAlsKernel::levels() {
    QTest::addColumn<int>("level");
    for (const CpuLevel level : kLevels)
        if (als::isSupported(level))
            QTest::newRow(als::kernel(level).name) << static_cast<int>(level);
}

void TestAlsKernel::bestLevelIsSupported() {
    QVERIFY(als::isSupported(CpuLevel::Portable));
    QVERIFY(als::isSupported(als::detectedLevel()));
    for (const CpuLevel level : kLevels)
        QVERIFY(level <= als::detectedLevel() || !als::isSupported(level));
}

void TestAlsKernel::everyLevelEqualsTheReference_data() {
    QTest::addColumn<int>("factors");
#ifdef __SANITIZE_THREAD__ // the reference takes minutes there, and races do not depend on the size
    constexpr int largest = 31;
#else
    constexpr int largest = 256;
#endif
    for (const int factors : {1, 2, 3, 7, 16, 17, 31, 64, 65, 100, 128, 200, 256})
        if (factors <= largest)
            QTest::addRow("%d factors", factors) << factors;
}

void TestAlsKernel::everyLevelEqualsTheReference() {
    QFETCH(int, factors);
    for (const bool binary : {true, false})
        for (const AlsForm form : {AlsForm::HuKorenVolinsky, AlsForm::Implicit, AlsForm::FrequencyScaled}) {
            const RatingMatrix matrix = test::randomMatrix(60, 150, binary, 21, 0.25); // 0 to 110 a row
            const AlsParameters parameters = parametersOf(form, factors);
            const LatentFactors start = randomFactors(matrix, factors);
            const FactorMatrix users = test::referenceHalfStep(matrix.byUser(), start.items, parameters);
            const Eigen::MatrixXd expected = scoresOf({users, start.items});
            for (const CpuLevel level : kLevels) {
                if (!als::isSupported(level))
                    continue;
                const LatentFactors result = afterHalfStep(matrix, parameters, {level, -1}, start);
                const double distance = relativeDistance(scoresOf(result), expected);
                QVERIFY2(
                    distance < 1e-5,
                    qPrintable(
                        QStringLiteral("%1: %2").arg(QLatin1String(als::kernel(level).name)).arg(distance)));
            }
        }
}

void TestAlsKernel::woodburyEqualsTheDirectSolution_data() {
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("factors");
    QTest::addColumn<bool>("binary");
    for (const CpuLevel level : kLevels)
        for (const int factors : {3, 17, 64, 100})
            for (const bool binary : {true, false})
                if (als::isSupported(level))
                    QTest::addRow("%s, %d factors, %s", als::kernel(level).name, factors,
                                  binary ? "binary" : "valued")
                        << static_cast<int>(level) << factors << binary;
}

void TestAlsKernel::woodburyEqualsTheDirectSolution() {
    QFETCH(int, level);
    QFETCH(int, factors);
    QFETCH(bool, binary);
    const RatingMatrix matrix = test::randomMatrix(120, 130, binary, 22, 0.2);
    for (const AlsForm form : {AlsForm::Implicit, AlsForm::FrequencyScaled}) {
        const AlsParameters parameters = parametersOf(form, factors);
        const LatentFactors start = randomFactors(matrix, factors);
        const auto cpu = static_cast<CpuLevel>(level);
        const LatentFactors direct = afterHalfStep(matrix, parameters, {cpu, 0}, start);
        const LatentFactors woodbury = afterHalfStep(matrix, parameters, {cpu, factors + 1}, start);
        const double distance = relativeDistance(woodbury.users.cast<double>(), direct.users.cast<double>());
        QVERIFY2(distance < 1e-5, qPrintable(QString::number(distance)));
        if (factors > 3) // the ways do differ in rounding: both were taken
            QVERIFY(distance > 0.0);
    }
}

void TestAlsKernel::manyGradientStepsGiveTheCholeskySolution() {
    QFETCH(int, level);
    const als::TrainerOptions options{static_cast<CpuLevel>(level), -1};
    for (const bool binary : {true, false})
        for (const int factors : {5, 64, 70}) {
            const RatingMatrix matrix = test::randomMatrix(90, 110, binary, 23, 0.2);
            AlsParameters parameters = parametersOf(AlsForm::Implicit, factors);
            const LatentFactors start = randomFactors(matrix, factors);
            const LatentFactors exact = afterHalfStep(matrix, parameters, options, start);
            parameters.solver = AlsSolver::ConjugateGradient;
            parameters.cgSteps = 100;
            const LatentFactors iterated = afterHalfStep(matrix, parameters, options, start);
            const double distance = relativeDistance(scoresOf(iterated), scoresOf(exact));
            QVERIFY2(distance < 1e-4, qPrintable(QString::number(distance)));
            parameters.cgSteps = 1; // one step alone is not the solution
            QVERIFY(relativeDistance(scoresOf(afterHalfStep(matrix, parameters, options, start)),
                                     scoresOf(exact)) > 1e-3);
        }
}

void TestAlsKernel::gradientStepsNeverRaiseTheLoss() {
    const RatingMatrix matrix = test::randomMatrix(150, 160, false, 24, 0.15);
    AlsParameters parameters = parametersOf(AlsForm::HuKorenVolinsky, 20);
    parameters.solver = AlsSolver::ConjugateGradient;
    parameters.cgSteps = 2;
    als::Trainer trainer(matrix, parameters, {});
    double previous = std::numeric_limits<double>::infinity();
    for (int step = 1; step <= 60; ++step) {
        QVERIFY(trainer.halfStep(step % 2 == 1, onThreads(1)));
        const double loss = trainer.loss(1);
        QVERIFY2(loss <= previous * (1.0 + 1e-9), qPrintable(QString::number(step))); // float residuals
        previous = loss;
    }
}

void TestAlsKernel::exactHalfStepsNeverRaiseTheLoss() {
    QFETCH(int, level);
    for (const bool binary : {true, false})
        for (const AlsForm form : {AlsForm::HuKorenVolinsky, AlsForm::Implicit, AlsForm::FrequencyScaled}) {
            const RatingMatrix matrix = test::randomMatrix(200, 180, binary, 25, 0.2);
            als::Trainer trainer(matrix, parametersOf(form, 64), {static_cast<CpuLevel>(level), -1});
            double previous = std::numeric_limits<double>::infinity();
            for (int step = 1; step <= 40; ++step) {
                QVERIFY(trainer.halfStep(step % 2 == 1, onThreads(1)));
                const double loss = trainer.loss(1);
                QVERIFY2(loss <= previous * (1.0 + 1e-12),
                         qPrintable(QStringLiteral("%1: %2").arg(step).arg(loss / previous - 1.0)));
                previous = loss;
            }
        }
}

/// lambda ten thousand times smaller than the Gramian's eigenvalues: the eigenbasis keeps the rows' systems
/// well conditioned all the same (alstrainer.h).
void TestAlsKernel::weakRegularizationIsStillSolved() {
    QFETCH(int, level);
    const RatingMatrix matrix = test::randomMatrix(300, 280, true, 26, 0.2);
    AlsParameters parameters = parametersOf(AlsForm::Implicit, 48);
    parameters.regularization = 1e-3;
    const LatentFactors start = randomFactors(matrix, 48);
    const LatentFactors result = afterHalfStep(matrix, parameters, {static_cast<CpuLevel>(level), -1}, start);
    const FactorMatrix users = test::referenceHalfStep(matrix.byUser(), start.items, parameters);
    const double distance = relativeDistance(scoresOf(result), scoresOf({users, start.items}));
    QVERIFY2(distance < 1e-5, qPrintable(QString::number(distance)));
}

void TestAlsKernel::weightsOfZeroAreSolved() {
    QFETCH(int, level);
    for (const bool binary : {true, false}) {
        const RatingMatrix matrix = test::randomMatrix(90, 110, binary, 27, 0.2); // values from 0.5
        AlsParameters parameters = parametersOf(AlsForm::Implicit, 20);
        parameters.alpha = 1.0; // binary: no weight beyond the base; valued: some have none
        const LatentFactors start = randomFactors(matrix, 20);
        const LatentFactors result =
            afterHalfStep(matrix, parameters, {static_cast<CpuLevel>(level), -1}, start);
        const FactorMatrix users = test::referenceHalfStep(matrix.byUser(), start.items, parameters);
        const double distance = relativeDistance(scoresOf(result), scoresOf({users, start.items}));
        QVERIFY2(distance < 1e-5, qPrintable(QString::number(distance)));
    }
}

void TestAlsKernel::rotationKeepsScoresAndLoss() {
    const RatingMatrix matrix = test::randomMatrix(80, 90, true, 28, 0.2);
    const AlsParameters parameters = parametersOf(AlsForm::Implicit, 24);
    als::Trainer trainer(matrix, parameters, {});
    for (int step = 1; step <= 7; ++step)
        QVERIFY(trainer.halfStep(step % 2 == 1, onThreads(1)));
    const LatentFactors factors = trainer.factors();
    // The side solved against stands in its eigenbasis, the strongest direction first.
    const Eigen::MatrixXd gram = factors.items.cast<double>().transpose() * factors.items.cast<double>();
    Eigen::MatrixXd rest = gram;
    rest.diagonal().setZero();
    QVERIFY(rest.norm() < 1e-6 * gram.norm());
    for (int f = 1; f < 24; ++f)
        QVERIFY(gram(f, f) <= gram(f - 1, f - 1) * (1.0 + 1e-6));
    QVERIFY(std::abs(trainer.loss(1) / test::bruteForceLoss(matrix, parameters, factors) - 1.0) < 1e-10);
}

void TestAlsKernel::productsAreSummed() {
    QFETCH(int, level);
    const als::Kernel& kernel = als::kernel(static_cast<CpuLevel>(level));
    for (const int size : {16, 48, 128}) {
        const Eigen::MatrixXd values = Eigen::MatrixXd::Random(size, 21); // a column an entry
        als::AlignedBuffer<double> rows(static_cast<std::size_t>(values.size()));
        std::copy(values.data(), values.data() + values.size(), rows.data());
        als::AlignedBuffer<double> result(static_cast<std::size_t>(size * size));
        kernel.addProducts(rows.data(), 20, size, result.data());
        kernel.addProducts(rows.data() + 20 * size, 1, size, result.data()); // is added
        const Eigen::MatrixXd expected = values * values.transpose();
        const Eigen::Map<const Eigen::MatrixXd> sums(result.data(), size, size); // column-major: lower part
        for (int row = 0; row < size; ++row)
            for (int column = 0; column <= row; ++column)
                QVERIFY(std::abs(sums(row, column) - expected(row, column)) < 1e-12 * size);
    }
}

void TestAlsKernel::threadsDoNotChangeABit() {
    QFETCH(int, level);
    const RatingMatrix matrix = test::randomMatrix(900, 700, true, 29, 0.05);
    LatentFactors results[2];
    double losses[2] = {};
    for (const int run : {0, 1}) {
        als::Trainer trainer(matrix, parametersOf(AlsForm::FrequencyScaled, 64),
                             {static_cast<CpuLevel>(level), -1});
        for (int step = 1; step <= 4; ++step)
            QVERIFY(trainer.halfStep(step % 2 == 1, onThreads(run == 0 ? 1 : 4)));
        losses[run] = trainer.loss(run == 0 ? 1 : 4);
        results[run] = trainer.factors();
    }
    QCOMPARE(losses[0], losses[1]);
    QVERIFY(std::memcmp(results[0].users.data(), results[1].users.data(),
                        sizeof(float) * static_cast<std::size_t>(results[0].users.size())) == 0);
    QVERIFY(std::memcmp(results[0].items.data(), results[1].items.data(),
                        sizeof(float) * static_cast<std::size_t>(results[0].items.size())) == 0);
}

void TestAlsKernel::aStopIsHonouredWithinATenthOfASecond() {
    const RatingMatrix matrix = test::randomMatrix(3000, 2000, true, 30, 0.1);
    als::Trainer trainer(matrix, parametersOf(AlsForm::Implicit, 256), {});
    std::stop_source source;
    JobControl control = onThreads(1);
    control.stop = source.get_token();
    std::clock_t stopped = 0; // processor time: a busy machine does not count against the kernel
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        stopped = std::clock();
        source.request_stop();
    });
    int steps = 0;
    while (trainer.halfStep(steps % 2 == 0, control))
        ++steps;
    const std::clock_t ended = std::clock();
    stopper.join();
    const double seconds = static_cast<double>(ended - stopped) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < test::timeLimit(0.1), qPrintable(QString::number(seconds)));
}

QTEST_GUILESS_MAIN(TestAlsKernel)
#include "tst_alskernel.moc"
