#include "core/recsys/evaluation.h"
#include "core/recsys/recommend.h"
#include "core/recsys/training.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

using namespace recital;
using recital::test::scoresOf;

/// What every model promises, asked of every kind. A new algorithm is one more row of models().
class TestModelContract : public QObject {
    Q_OBJECT

private slots:
    void infoIsComplete_data() { models(); }
    void infoIsComplete();
    void oneFiniteScoreAnItem_data() { models(); }
    void oneFiniteScoreAnItem();
    void emptyHistoryWorks_data() { models(); }
    void emptyHistoryWorks();
    void sameTrainingSameScores_data() { models(); }
    void sameTrainingSameScores();
    void threadsDoNotChangeTheModel_data() { models(); }
    void threadsDoNotChangeTheModel();
    void scoringFromFourThreads_data() { models(); }
    void scoringFromFourThreads();
    void orderOfTheHistoryDoesNotMatter_data() { models(); }
    void orderOfTheHistoryDoesNotMatter();
    void scoringLeavesNoTrace_data() { models(); }
    void scoringLeavesNoTrace();
    void findsTheObviousAnswer_data() { learners(); }
    void findsTheObviousAnswer();
    void canBeEvaluated_data() { models(); }
    void canBeEvaluated();

private:
    static void models();   ///< every kind
    static void learners(); ///< those that look at what the history holds
};

Q_DECLARE_METATYPE(recital::TrainingSpec)

namespace {

using Scores = std::vector<float>;

std::shared_ptr<const Model> trained(const TrainingSpec& specification, int threads = 1) {
    JobControl control;
    control.threads = threads;
    const RatingMatrix matrix = test::twoBlocks();
    std::vector<std::uint32_t> genres(16, 1U); // the blocks are genres
    std::fill(genres.begin() + 8, genres.end(), 2U);
    auto model = train({matrix, genres}, specification, control);
    if (!model)
        qFatal("%s", model.error().detail.c_str());
    return *model;
}

bool near(const Scores& a, const Scores& b, float tolerance) {
    for (std::size_t item = 0; item < a.size(); ++item)
        if (!(std::abs(a[item] - b[item]) <= tolerance * std::max(1.0F, std::abs(b[item]))))
            return false;
    return a.size() == b.size();
}

} // namespace

void TestModelContract::models() {
    learners();
    QTest::newRow("Random") << TrainingSpec(RandomParameters{});
    QTest::newRow("Popular") << TrainingSpec(PopularityParameters{});
}

void TestModelContract::learners() {
    QTest::addColumn<TrainingSpec>("specification");
    const auto als = [](AlsForm form, double regularization) {
        return AlsParameters{.form = form, .factors = 4, .iterations = 10, .regularization = regularization};
    };
    QTest::newRow("ItemKNN") << TrainingSpec(ItemKnnParameters{});
    QTest::newRow("UserKNN") << TrainingSpec(UserKnnParameters{});
    QTest::newRow("RP3beta") << TrainingSpec(Rp3BetaParameters{});
    QTest::newRow("PureSVD") << TrainingSpec(PureSvdParameters{.rank = 2});
    QTest::newRow("EASE") << TrainingSpec(EaseParameters{.regularization = 10.0});
    QTest::newRow("SLIM") << TrainingSpec(SlimParameters{.l2 = 10.0});
    QTest::newRow("BPR-MF") << TrainingSpec(BprParameters{.factors = 4, .epochs = 100});
    QTest::newRow("BPR-MF, popular negatives")
        << TrainingSpec(BprParameters{.factors = 4, .epochs = 100, .sampler = NegativeSampler::Popularity});
    QTest::newRow("GenreRules") << TrainingSpec(GenreRulesParameters{});
    QTest::newRow("ALS, frequency-scaled") << TrainingSpec(als(AlsForm::FrequencyScaled, 0.03));
    QTest::newRow("ALS, implicit") << TrainingSpec(als(AlsForm::Implicit, 1.0));
    QTest::newRow("ALS, Hu, Koren and Volinsky") << TrainingSpec(als(AlsForm::HuKorenVolinsky, 1.0));
    AlsParameters gradient = als(AlsForm::FrequencyScaled, 0.03);
    gradient.solver = AlsSolver::ConjugateGradient;
    QTest::newRow("ALS, conjugate gradient") << TrainingSpec(gradient);
}

void TestModelContract::infoIsComplete() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    QVERIFY(!model->info().name.empty());
    QVERIFY(model->info().trainSeconds >= 0.0 && model->info().trainSeconds < 60.0);
    QCOMPARE(model->itemCount(), 16);
    if (const LatentFactors* factors = model->latentFactors()) {
        QCOMPARE(factors->items.rows(), 16);
        QCOMPARE(factors->users.rows(), 32);
        QCOMPARE(factors->users.cols(), factors->items.cols());
    }
}

void TestModelContract::oneFiniteScoreAnItem() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    const RatingMatrix matrix = test::twoBlocks();
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        for (const float score : scoresOf(*model, matrix.history(user)))
            QVERIFY(std::isfinite(score));
}

void TestModelContract::emptyHistoryWorks() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    const auto list = recommend(*model, {.history = {}, .excluded = {}, .k = 5});
    QVERIFY(list);
    QCOMPARE(list->size(), std::size_t{5});
}

void TestModelContract::sameTrainingSameScores() {
    QFETCH(TrainingSpec, specification);
    const auto history = test::twoBlocks().history(5);
    QCOMPARE(scoresOf(*trained(specification), history), scoresOf(*trained(specification), history));
}

void TestModelContract::threadsDoNotChangeTheModel() {
    QFETCH(TrainingSpec, specification);
    const auto history = test::twoBlocks().history(20);
    QCOMPARE(scoresOf(*trained(specification, 1), history), scoresOf(*trained(specification, 4), history));
}

void TestModelContract::scoringFromFourThreads() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    const RatingMatrix matrix = test::twoBlocks();
    std::vector<Scores> expected;
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        expected.push_back(scoresOf(*model, matrix.history(user)));
    std::vector<int> wrong(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < wrong.size(); ++thread)
            threads.emplace_back([&, thread] {
                for (int round = 0; round < 10; ++round)
                    for (UserIndex user = 0; user < matrix.userCount(); ++user)
                        if (scoresOf(*model, matrix.history(user)) !=
                            expected[static_cast<std::size_t>(user)])
                            ++wrong[thread];
            });
    }
    QCOMPARE(wrong, std::vector<int>(4));
}

void TestModelContract::orderOfTheHistoryDoesNotMatter() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    auto history = test::twoBlocks().history(9);
    const Scores ordered = scoresOf(*model, history);
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(history, random);
        // Sums in another order may differ in the last digits.
        QVERIFY(near(scoresOf(*model, history), ordered, 1e-5F));
    }
}

void TestModelContract::scoringLeavesNoTrace() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    const RatingMatrix matrix = test::twoBlocks();
    const Scores before = scoresOf(*model, matrix.history(0));
    (void)scoresOf(*model, matrix.history(31));
    (void)scoresOf(*model, {});
    QCOMPARE(scoresOf(*model, matrix.history(0)), before);
}

void TestModelContract::findsTheObviousAnswer() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    const RatingMatrix matrix = test::twoBlocks();
    for (UserIndex user = 0; user < matrix.userCount(); ++user) {
        const auto history = matrix.history(user);
        const auto seen = matrix.byUser().row(user);
        const auto list = recommend(*model, {.history = history, .excluded = seen, .k = 3}).value();
        QCOMPARE(list.front().item, test::missingItem(user));
        QVERIFY(list[0].score > list[1].score);
    }
    // Somebody new who likes one film of the second block gets the rest of it.
    const std::vector<Interaction> click{{12, 1.0F}};
    const std::vector<ItemIndex> clicked{12};
    for (const ScoredItem& entry : recommend(*model, {.history = click, .excluded = clicked, .k = 7}).value())
        QVERIFY(entry.item >= 8);
}

void TestModelContract::canBeEvaluated() {
    QFETCH(TrainingSpec, specification);
    const auto model = trained(specification);
    Split split;
    split.name = "two blocks";
    split.train = test::twoBlocks();
    split.seen = split.train.byUser();
    std::vector<std::vector<ItemIndex>> missing;
    for (UserIndex user = 0; user < 32; ++user)
        missing.push_back({test::missingItem(user)});
    split.heldOut = test::sparseRows(missing);
    split.relevant = split.heldOut;
    const auto report = evaluate(*model, split, {.k = 1}, {}).value();
    QCOMPARE(report.evaluatedUsers, 32);
    const bool learner =
        model->info().kind != ModelKind::Random && model->info().kind != ModelKind::Popularity;
    QCOMPARE(report.means.ndcg == 1.0, learner);
    QCOMPARE(report.means.auc == 1.0, learner);
}

QTEST_GUILESS_MAIN(TestModelContract)
#include "tst_modelcontract.moc"
