#include "core/recsys/algorithms/als.h"
#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/live/rulesproof.h"
#include "core/recsys/metricid.h"
#include "core/recsys/recommend.h"
#include "core/recsys/training.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <set>

using namespace recital;

namespace {

constexpr std::uint32_t kDrama = 1U;
constexpr std::uint32_t kComedy = 2U;
constexpr std::uint32_t kWar = 4U;

/// Eight films, six users; of each user one or two likes are hidden.
Split handmade() {
    Split split;
    split.name = "handmade";
    split.itemGenres = {kDrama, kDrama, kComedy, kComedy, kWar, kWar, kDrama | kComedy, 0U};
    const std::vector<std::vector<ItemIndex>> train{{0, 1}, {0, 6}, {2, 3}, {2, 6}, {4}, {0, 2}};
    split.train = test::binaryMatrix(8, train);
    split.seen = test::sparseRows(train);
    split.relevant = test::sparseRows({{4, 6}, {1}, {5}, {3}, {5}, {}});
    split.heldOut = split.relevant;
    return split;
}

RulesProof prove(const Split& split, const Model& rules, const Model& model, int threads = 1) {
    JobControl control;
    control.threads = threads;
    return proveRules(rules, {.genres = 1}, model, split, 2, {}, control).value();
}

} // namespace

class TestRulesProof : public QObject {
    Q_OBJECT

private slots:
    void countsOfAHandmadeSplit();
    void threadsChangeNothing();
    void figuresAreThoseOfTheEvaluation();
    void aModelAgainstItself();
    void cancelled();
    void likedGenresAreThoseOfTheRule();
};

void TestRulesProof::countsOfAHandmadeSplit() {
    const Split split = handmade();
    const auto rules = trainGenreRules(split.train, split.itemGenres, {.genres = 1}).value();
    // Knows what is hidden: a score of 1 for the film two after the last of the history.
    const test::ScriptedModel model(8, [](std::span<const Interaction> history, std::span<float> scores) {
        std::ranges::fill(scores, 0.0F);
        const auto last = static_cast<std::size_t>(history.back().item);
        scores[(last + 2) % scores.size()] = 1.0F;
    });
    const RulesProof proof = prove(split, *rules, model);
    QCOMPARE(proof.users, 5); // the sixth has nothing hidden
    QCOMPARE(proof.hiddenLikes, 6);
    // Genres by rule 1: drama, drama, comedy, comedy, war. War of user 0 and of user 2 lie outside.
    QCOMPARE(proof.outsideLikes, 2);
    // Lists of the rules before anything seen is left out: dramas (0, 6), comedies (2, 6), war (4, 5).
    QCOMPARE(proof.rules.distinctLists, 3);
    // The scripted ones start with 3, 0, 5, 0, 6 and go on with the first other film.
    QCOMPARE(proof.model.distinctLists, 4);
    QCOMPARE(proof.rules.shown, 10);
    QCOMPARE(proof.rules.outsideHits, 0);
    QCOMPARE(proof.model.outsideHits, 1); // 5 for user 2
}

void TestRulesProof::threadsChangeNothing() {
    const Split split = handmade();
    const auto rules = trainGenreRules(split.train, split.itemGenres, {.genres = 1}).value();
    const auto model = trainPopularity(split.train);
    const RulesProof one = prove(split, *rules, *model);
    const RulesProof four = prove(split, *rules, *model, 4);
    QCOMPARE(four.rules.distinctLists, one.rules.distinctLists);
    QCOMPARE(four.rules.changedLists, one.rules.changedLists);
    QCOMPARE(four.model.outsideShown, one.model.outsideShown);
    QCOMPARE(four.ndcg.interval.low, one.ndcg.interval.low);
    QCOMPARE(four.ndcg.pValue, one.ndcg.pValue);
    QCOMPARE(one.model.distinctLists, 1); // popularity is the same for everybody
    QCOMPARE(one.model.changedLists, 0);
}

/// Every count again, from lists made one by one.
void TestRulesProof::figuresAreThoseOfTheEvaluation() {
    const Split split = handmade();
    const auto rules = trainGenreRules(split.train, split.itemGenres, {.genres = 1}).value();
    AlsParameters parameters;
    parameters.factors = 3;
    const auto model = trainAls(split.train, parameters, {}).value();
    const RulesProof proof = prove(split, *rules, *model);
    EvaluationOptions options;
    options.k = 2;
    const EvaluationReport report = evaluate(*model, split, options, {}).value();
    QCOMPARE(proof.model.report.means.ndcg, report.means.ndcg);
    QVERIFY(std::abs(proof.ndcg.difference - (report.means.ndcg - proof.rules.report.means.ndcg)) < 1e-12);
    std::set<std::vector<ItemIndex>> distinct;
    int changed = 0;
    for (const UserMetrics& user : report.users) {
        std::vector<ItemIndex> items;
        auto history = split.interactionsOf(user.user);
        for (const ScoredItem& entry : recommend(*model, {history, {}, 2}).value())
            items.push_back(entry.item);
        distinct.insert(items);
        const ItemIndex liked = split.relevant.row(user.user).front();
        std::set<ItemIndex> seen(split.seen.row(user.user).begin(), split.seen.row(user.user).end());
        seen.insert(liked);
        const std::vector<ItemIndex> excluded(seen.begin(), seen.end());
        const auto before = recommend(*model, {history, excluded, 2}).value();
        history.push_back({liked, 1.0F});
        const auto after = recommend(*model, {history, excluded, 2}).value();
        changed += before.front().item != after.front().item || before.back().item != after.back().item;
    }
    QCOMPARE(proof.model.distinctLists, static_cast<int>(distinct.size()));
    QCOMPARE(proof.model.changedLists, changed);
    QCOMPARE(proof.ndcg.users, 5);
    QCOMPARE(proof.ndcg.adjustedP, proof.ndcg.pValue);
}

void TestRulesProof::aModelAgainstItself() {
    const Split split = handmade();
    const auto rules = trainGenreRules(split.train, split.itemGenres, {.genres = 1}).value();
    const RulesProof proof = prove(split, *rules, *rules);
    QCOMPARE(proof.ndcg.difference, 0.0);
    QVERIFY(proof.ndcg.verdict == Verdict::NoDetectableDifference);
    QCOMPARE(proof.model.changedLists, proof.rules.changedLists);
}

void TestRulesProof::cancelled() {
    const Split split = handmade();
    const auto rules = trainGenreRules(split.train, split.itemGenres, {.genres = 1}).value();
    std::stop_source stop;
    stop.request_stop();
    JobControl control;
    control.stop = stop.get_token();
    const auto proof = proveRules(*rules, {.genres = 1}, *rules, split, 2, {}, control);
    QVERIFY(!proof.ok() && proof.error().code == ErrorCode::Cancelled);
}

void TestRulesProof::likedGenresAreThoseOfTheRule() {
    const std::vector<std::uint32_t> genres{kDrama, kComedy, kDrama | kWar};
    const std::vector<Interaction> history{{0, 1.0F}, {2, 1.0F}};
    QCOMPARE(likedGenres(history, genres, 1), kDrama);
    QCOMPARE(likedGenres(history, genres, 2), kDrama | kWar);
    QCOMPARE(likedGenres(history, genres, 32), kDrama | kWar); // none that the history does not have
    QCOMPARE(likedGenres({}, genres, 3), 0U);
}

QTEST_APPLESS_MAIN(TestRulesProof)
#include "tst_rulesproof.moc"
