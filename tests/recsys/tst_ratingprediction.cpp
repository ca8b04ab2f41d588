#include "core/recsys/algorithms/biasedmf.h"
#include "core/recsys/algorithms/explicitals.h"
#include "core/recsys/ratingprediction.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <Eigen/Dense>

#include <cmath>
#include <limits>
#include <numeric>

using namespace recital;
using namespace recital::test;

class TestRatingPrediction : public QObject {
    Q_OBJECT

private slots:
    void userMeanByHand();
    void itemMeanByHand();
    void biasModelByHand();
    void biasedMfStepByHand();
    void explicitAlsSolvesItsEquations();
    void unknownUsersAndItemsFallBack();
    void predictionsStayOnTheScale();
    void divergenceIsAnError();
    void perUserErrorsAddUp();
    void meanOverFoldsByHand();
    void sameForAnyNumberOfThreads();
    void differentSeedsDiffer();
    void outsideLimits_data();
    void outsideLimits();
    void nothingToLearnOrPredict();
    void cancelled();
};

namespace {

const RatingSpec everySpec[] = {GlobalMeanParameters{},
                                UserMeanParameters{},
                                ItemMeanParameters{},
                                BiasModelParameters{},
                                BiasedMfParameters{.factors = 4},
                                ExplicitAlsParameters{.factors = 3}};

std::vector<std::uint32_t> allRows(const Dataset& dataset) {
    std::vector<std::uint32_t> rows(dataset.ratingCount());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

/// 12 users, 9 items, 72 ratings that depend on both.
std::shared_ptr<const Dataset> smallTable() {
    std::vector<Rating> ratings;
    for (int user = 1; user <= 12; ++user)
        for (int item = 1; item <= 9; ++item)
            if ((user + 2 * item) % 3 != 0)
                ratings.push_back({user, item, static_cast<float>(1 + (user * item + user) % 5), 0});
    return datasetOf(ratings);
}

std::shared_ptr<const RatingPredictor> trained(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                               const RatingSpec& specification, int threads = 1) {
    auto predictor =
        trainRatings(dataset, rows, specification, {.stop = {}, .progress = {}, .threads = threads});
    if (!predictor)
        qFatal("%s", predictor.error().detail.c_str());
    return *predictor;
}

} // namespace

void TestRatingPrediction::userMeanByHand() {
    // User 1 rated 2 and 4 in training: predicted 3, truth 5. User 2 has no training rating: the mean of 2, 4
    // and 3, which is 3 again; truth 2.
    const auto dataset = datasetOf({{1, 1, 2, 0}, {1, 2, 4, 0}, {3, 1, 3, 0}, {1, 3, 5, 0}, {2, 1, 2, 0}});
    const std::vector<std::uint32_t> train{0, 1, 2};
    const std::vector<std::uint32_t> test{3, 4};
    const auto report = evaluateRatings(*trained(*dataset, train, UserMeanParameters{}), *dataset, test);
    QVERIFY(report);
    QCOMPARE(report->rmse, std::sqrt((4.0 + 1.0) / 2.0));
    QCOMPARE(report->mae, 1.5);
    QCOMPARE(report->ratings, 2);
    QCOMPARE(report->fallbacks, 1); // that item 3 is new does not matter to a user's mean
    QCOMPARE(report->predictorName, std::string("User mean"));
}

void TestRatingPrediction::itemMeanByHand() {
    // Item 1 was rated 2 and 3, item 2 was rated 4; item 3 is new: the mean of all three.
    const auto dataset = datasetOf({{1, 1, 2, 0}, {1, 2, 4, 0}, {3, 1, 3, 0}, {1, 3, 5, 0}, {2, 1, 2, 0}});
    const std::vector<std::uint32_t> train{0, 1, 2};
    const auto predictor = trained(*dataset, train, ItemMeanParameters{});
    QCOMPARE(predictor->predict(1, 0).stars, 2.5);
    QVERIFY(!predictor->predict(1, 0).fallback); // nor does a new user to an item's mean
    QCOMPARE(predictor->predict(0, 1).stars, 4.0);
    QCOMPARE(predictor->predict(0, 2).stars, 3.0);
    QVERIFY(predictor->predict(0, 2).fallback);
}

void TestRatingPrediction::biasModelByHand() {
    // Mean 3. Items first: b_1 = (-1 + 0) / (1 + 2) = -1/3, b_2 = 1 / (1 + 1) = 1/2. Then users:
    // b_u1 = (-1 + 1/3 + 1 - 1/2) / (2 + 2) = -1/24, b_u3 = (0 + 1/3) / (2 + 1) = 1/9.
    const auto dataset = datasetOf({{1, 1, 2, 0}, {1, 2, 4, 0}, {3, 1, 3, 0}});
    const auto predictor = trained(*dataset, allRows(*dataset),
                                   BiasModelParameters{.userDamping = 2.0, .itemDamping = 1.0, .sweeps = 1});
    QCOMPARE(predictor->estimate(0, 0), 3.0 - 1.0 / 24.0 - 1.0 / 3.0);
    QCOMPARE(predictor->estimate(0, 1), 3.0 - 1.0 / 24.0 + 1.0 / 2.0);
    QCOMPARE(predictor->estimate(1, 1), 3.0 + 1.0 / 9.0 + 1.0 / 2.0);
}

void TestRatingPrediction::biasedMfStepByHand() {
    // Rows name user 2 first, so its factor is drawn first and its rating visited first.
    const auto dataset = datasetOf({{1, 1, 5, 0}, {2, 1, 2, 0}, {1, 2, 5, 0}});
    const std::vector<std::uint32_t> rows{1, 0, 2};
    const double drawn[] = {1.0, 2.0, 3.0, 4.0};
    std::size_t next = 0;
    const auto terms = trainBiasedMf(
        *dataset, rows,
        {.factors = 1, .epochs = 1, .learningRate = 0.1, .regularization = 0.5, .startDeviation = 1.0},
        [&] { return drawn[next++]; }, {});
    QVERIFY(terms);
    QCOMPARE(next, std::size_t{4});
    // User 2, item 1: p = 1, q = 3, error 2 - (4 + 3) = -5.
    double bu2 = 0.1 * -5.0;
    double bi1 = 0.1 * -5.0;
    const double p2 = 1.0 + 0.1 * (-5.0 * 3.0 - 0.5 * 1.0);
    double q1 = 3.0 + 0.1 * (-5.0 * 1.0 - 0.5 * 3.0);
    QCOMPARE(terms->userTerm[1], bu2);
    QCOMPARE(terms->users(1, 0), p2);
    // User 1, item 1: p = 2.
    const double e = 5.0 - (4.0 + bi1 + 2.0 * q1);
    bi1 += 0.1 * (e - 0.5 * bi1);
    const double p1 = 2.0 + 0.1 * (e * q1 - 0.5 * 2.0);
    q1 += 0.1 * (e * 2.0 - 0.5 * q1);
    QCOMPARE(terms->itemTerm[0], bi1);
    QCOMPARE(terms->items(0, 0), q1);
    // User 1, item 2: the user's terms are those after the step before.
    const double bu1 = 0.1 * e;
    const double e2 = 5.0 - (4.0 + bu1 + p1 * 4.0);
    QCOMPARE(terms->users(0, 0), p1 + 0.1 * (e2 * 4.0 - 0.5 * p1));
    QCOMPARE(terms->items(1, 0), 4.0 + 0.1 * (e2 * p1 - 0.5 * 4.0));
}

void TestRatingPrediction::explicitAlsSolvesItsEquations() {
    // One iteration from other people's eyes: dense normal equations over the observed entries.
    const auto dataset = smallTable();
    const ExplicitAlsParameters parameters{.factors = 3, .iterations = 4, .regularization = 0.2};
    const auto terms = trainExplicitAls(*dataset, allRows(*dataset), parameters, {});
    QVERIFY(terms);
    for (UserIndex user = 0; user < dataset->userCount(); ++user) {
        const auto rows = dataset->rowsOfUser(user);
        Eigen::MatrixXd q(static_cast<Eigen::Index>(rows.size()), 3);
        Eigen::VectorXd r(static_cast<Eigen::Index>(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            q.row(static_cast<Eigen::Index>(i)) = terms->items.row(dataset->items()[rows[i]]);
            r[static_cast<Eigen::Index>(i)] = dataset->values()[rows[i]];
        }
        const Eigen::MatrixXd a =
            q.transpose() * q + 0.2 * static_cast<double>(rows.size()) * Eigen::MatrixXd::Identity(3, 3);
        const Eigen::VectorXd solution = a.inverse() * (q.transpose() * r);
        QVERIFY((solution.transpose() - terms->users.row(user)).norm() < 1e-10);
    }
}

void TestRatingPrediction::unknownUsersAndItemsFallBack() {
    // User 3 and item 3 appear in the test row only.
    const auto dataset = datasetOf({{1, 1, 2, 0}, {1, 2, 4, 0}, {2, 1, 3, 0}, {3, 3, 5, 0}});
    const std::vector<std::uint32_t> train{0, 1, 2};
    const auto als = trained(*dataset, train, ExplicitAlsParameters{.factors = 2});
    QVERIFY(!als->predict(0, 0).fallback);
    QCOMPARE(als->predict(2, 0).stars, 2.5); // the item's mean
    QCOMPARE(als->predict(0, 2).stars, 3.0); // the user's mean
    QCOMPARE(als->predict(2, 2).stars, 3.0); // the mean of everything
    QVERIFY(als->predict(2, 0).fallback && als->predict(0, 2).fallback && als->predict(2, 2).fallback);

    const auto bias = trained(*dataset, train, BiasModelParameters{});
    const auto mf = trained(*dataset, train, BiasedMfParameters{.factors = 2});
    for (const auto& predictor : {bias, mf}) {
        QVERIFY(predictor->predict(2, 0).fallback);
        QCOMPARE(predictor->predict(2, 2).stars, 3.0);
        QVERIFY(predictor->predict(2, 0).stars < 3.0); // item 1 is rated below the mean
    }
    const std::vector<std::uint32_t> test{3};
    for (const RatingSpec& specification : everySpec) {
        const auto report = evaluateRatings(*trained(*dataset, train, specification), *dataset, test);
        QVERIFY(report);
        QCOMPARE(report->fallbacks, std::holds_alternative<GlobalMeanParameters>(specification) ? 0 : 1);
        QCOMPARE(report->rmse, 2.0);
    }
}

void TestRatingPrediction::predictionsStayOnTheScale() {
    // With such steps the factors overshoot; what is shown stays between one and five stars.
    const auto dataset = smallTable();
    const auto predictor =
        trained(*dataset, allRows(*dataset),
                BiasedMfParameters{.factors = 2, .epochs = 3, .learningRate = 0.05, .startDeviation = 2.0});
    int clipped = 0;
    for (UserIndex user = 0; user < dataset->userCount(); ++user)
        for (ItemIndex item = 0; item < dataset->itemCount(); ++item) {
            const double stars = predictor->predict(user, item).stars;
            QVERIFY(stars >= dataset->info().minRating && stars <= dataset->info().maxRating);
            clipped += stars != predictor->estimate(user, item) ? 1 : 0;
        }
    QVERIFY(clipped > 0);
}

void TestRatingPrediction::divergenceIsAnError() {
    const auto dataset = smallTable();
    const auto predictor =
        trainRatings(*dataset, allRows(*dataset), BiasedMfParameters{.learningRate = 1.0}, {});
    QVERIFY(!predictor);
    QCOMPARE(predictor.error().code, ErrorCode::InvalidParameters);
    QVERIFY(predictor.error().detail.find("learning rate") != std::string::npos);
}

void TestRatingPrediction::perUserErrorsAddUp() {
    const auto dataset = smallTable();
    const auto rows = allRows(*dataset);
    const auto train = std::span(rows).first(50);
    const auto test = std::span(rows).subspan(50);
    for (const RatingSpec& specification : everySpec) {
        const auto report = evaluateRatings(*trained(*dataset, train, specification), *dataset, test);
        QVERIFY(report);
        double squares = 0.0;
        double absolutes = 0.0;
        std::int64_t ratings = 0;
        for (const UserRatingError& user : report->users) {
            squares += user.squaredError * user.ratings;
            absolutes += user.absoluteError * user.ratings;
            ratings += user.ratings;
        }
        QCOMPARE(ratings, report->ratings);
        QCOMPARE(std::sqrt(squares / static_cast<double>(ratings)), report->rmse);
        QCOMPARE(absolutes / static_cast<double>(ratings), report->mae);
    }
}

void TestRatingPrediction::meanOverFoldsByHand() {
    const RatingReport folds[] = {{.predictorName = "p",
                                   .predictorParameters = {},
                                   .rmse = 1.0,
                                   .mae = 0.5,
                                   .ratings = 3,
                                   .fallbacks = 1,
                                   .trainSeconds = 2.0,
                                   .users = {{4, 3, 1.0, 0.5}}},
                                  {.predictorName = "p",
                                   .predictorParameters = {},
                                   .rmse = 2.0,
                                   .mae = 1.5,
                                   .ratings = 1,
                                   .fallbacks = 0,
                                   .trainSeconds = 1.0,
                                   .users = {{2, 1, 4.0, 2.0}, {4, 1, 3.0, 1.5}}}};
    const RatingReport mean = meanOverFolds(folds);
    QCOMPARE(mean.rmse, 1.5); // of the folds' figures, as the libraries report it; not of pooled errors
    QCOMPARE(mean.mae, 1.0);
    QCOMPARE(mean.ratings, 4);
    QCOMPARE(mean.fallbacks, 1);
    QCOMPARE(mean.trainSeconds, 3.0);
    QCOMPARE(mean.users.size(), std::size_t{2});
    QCOMPARE(mean.users[0].user, 2);
    QCOMPARE(mean.users[1].squaredError, 2.0);
    QCOMPARE(mean.users[1].ratings, 4);
}

void TestRatingPrediction::sameForAnyNumberOfThreads() {
    const auto dataset = smallTable();
    for (const RatingSpec& specification : everySpec) {
        const auto one = trained(*dataset, allRows(*dataset), specification, 1);
        const auto four = trained(*dataset, allRows(*dataset), specification, 4);
        for (UserIndex user = 0; user < dataset->userCount(); ++user)
            for (ItemIndex item = 0; item < dataset->itemCount(); ++item)
                QVERIFY(one->estimate(user, item) == four->estimate(user, item));
    }
}

void TestRatingPrediction::differentSeedsDiffer() {
    const auto dataset = smallTable();
    const auto rows = allRows(*dataset);
    QVERIFY(trained(*dataset, rows, BiasedMfParameters{.seed = 1})->estimate(0, 0) !=
            trained(*dataset, rows, BiasedMfParameters{.seed = 2})->estimate(0, 0));
    QVERIFY(trained(*dataset, rows, ExplicitAlsParameters{.iterations = 2, .seed = 1})->estimate(0, 0) !=
            trained(*dataset, rows, ExplicitAlsParameters{.iterations = 2, .seed = 2})->estimate(0, 0));
}

void TestRatingPrediction::outsideLimits_data() {
    QTest::addColumn<int>("variant");
    QTest::addColumn<QString>("detail");
    QTest::newRow("damping") << 0 << QStringLiteral("user damping -1 is outside 0 to 1e+09");
    QTest::newRow("sweeps") << 1 << QStringLiteral("sweeps 0 is outside 1 to 1000");
    QTest::newRow("factors") << 2 << QStringLiteral("factors 1025 is outside 1 to 1024");
    QTest::newRow("rate") << 3 << QStringLiteral("learning rate 0 must be above 0");
    QTest::newRow("no number") << 4 << QStringLiteral("regularization nan is outside 0 to 1e+09");
    QTest::newRow("lambda") << 5 << QStringLiteral("regularization 0 must be above 0");
    QTest::newRow("iterations") << 6 << QStringLiteral("iterations 1001 is outside 1 to 1000");
}

void TestRatingPrediction::outsideLimits() {
    QFETCH(int, variant);
    QFETCH(QString, detail);
    const RatingSpec wrong[] = {
        BiasModelParameters{.userDamping = -1.0},
        BiasModelParameters{.sweeps = 0},
        BiasedMfParameters{.factors = 1025},
        BiasedMfParameters{.learningRate = 0.0},
        BiasedMfParameters{.regularization = std::numeric_limits<double>::quiet_NaN()},
        ExplicitAlsParameters{.regularization = 0.0},
        ExplicitAlsParameters{.iterations = 1001}};
    const auto dataset = smallTable();
    const auto predictor = trainRatings(*dataset, allRows(*dataset), wrong[variant], {});
    QVERIFY(!predictor);
    QCOMPARE(predictor.error().code, ErrorCode::InvalidParameters);
    QCOMPARE(QString::fromStdString(predictor.error().detail), detail);
}

void TestRatingPrediction::nothingToLearnOrPredict() {
    const auto dataset = smallTable();
    const auto untrained = trainRatings(*dataset, {}, UserMeanParameters{}, {});
    QVERIFY(!untrained);
    QCOMPARE(untrained.error().code, ErrorCode::InvalidData);
    const auto report =
        evaluateRatings(*trained(*dataset, allRows(*dataset), UserMeanParameters{}), *dataset, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidData);
}

void TestRatingPrediction::cancelled() {
    const auto dataset = smallTable();
    std::stop_source source;
    source.request_stop();
    for (const RatingSpec& specification : everySpec) {
        const auto predictor = trainRatings(*dataset, allRows(*dataset), specification,
                                            {.stop = source.get_token(), .progress = {}});
        QVERIFY(!predictor);
        QCOMPARE(predictor.error().code, ErrorCode::Cancelled);
    }
    // In the middle, at the first report of progress.
    for (const RatingSpec& specification : {everySpec[4], everySpec[5]}) {
        std::stop_source later;
        JobControl control;
        control.stop = later.get_token();
        int reports = 0;
        control.progress = [&](double) {
            ++reports;
            later.request_stop();
        };
        const auto predictor = trainRatings(*dataset, allRows(*dataset), specification, control);
        QVERIFY(!predictor);
        QCOMPARE(predictor.error().code, ErrorCode::Cancelled);
        QCOMPARE(reports, 1);
    }
}

QTEST_GUILESS_MAIN(TestRatingPrediction)
#include "tst_ratingprediction.moc"
