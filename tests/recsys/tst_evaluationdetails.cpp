#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/random.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/metricid.h"
#include "core/recsys/recommend.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

using namespace recital;
using test::ScriptedModel;
using test::sparseRows;

/// Lists, curves, exposure, activity and means of an evaluation; what must not change it and what must.
class TestEvaluationDetails : public QObject {
    Q_OBJECT

private slots:
    void listsAreThoseOfRecommend();
    void curveEqualsAnEvaluationAtEachLength();
    void curveDoesNotTouchTheRest();
    void everyMemberByHand();
    void genresAreOptional();
    void personalizationAndEntropyOfExtremes();
    void anyNumberOfThreadsGivesTheSameBytes();
    void onlyTheOrderOfScoresCounts();
    void orderOfUsersDoesNotCount();
    void aBetterScoreIsNeverWorse();
    void sampledNegativesAreLabelledAndSeeded();
    void sampledNegativesRaiseTheFigures();
    void limitsOfTheOptions();
    void meanOverFoldsOfEveryMember();
    void meanOverSeedsKeepsCounts();
    void meanOfNothingIsNotANumber();
    void activityGroupsByHand();
    void activityGroupsOfFewUsers();
};

namespace {

constexpr int items = 60;

Split randomSplit(int users, unsigned seed = 11) {
    std::mt19937 random(seed);
    std::vector<std::vector<ItemIndex>> train(static_cast<std::size_t>(users));
    auto seen = train;
    auto relevant = train;
    for (std::size_t user = 0; user < train.size(); ++user)
        for (ItemIndex item = 0; item < items; ++item) {
            const auto draw = random() % 10;
            if (draw < 2 && random() % 60 < static_cast<unsigned>(item) + 10)
                train[user].push_back(item);
            if (draw < 3 && (draw == 2 || (!train[user].empty() && train[user].back() == item)))
                seen[user].push_back(item);
            else if (draw == 5)
                relevant[user].push_back(item);
        }
    Split split;
    split.name = "random";
    split.train = test::binaryMatrix(items, train);
    split.seen = sparseRows(seen);
    split.heldOut = sparseRows(relevant);
    split.relevant = sparseRows(relevant);
    for (ItemIndex item = 0; item < items; ++item)
        split.itemGenres.push_back(1U << (item % 5) | 1U << (item % 3));
    return split;
}

JobControl withThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

bool sameBytes(const RankingMetrics& a, const RankingMetrics& b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

bool sameBytes(const EvaluationReport& a, const EvaluationReport& b) {
    bool same = sameBytes(a.means, b.means) && a.users.size() == b.users.size() &&
                a.exposureByDecile == b.exposureByDecile && a.curve.size() == b.curve.size();
    for (const MetricInfo& metric : metricCatalogue()) {
        const double first = metricValue(a, metric.id);
        const double second = metricValue(b, metric.id);
        same = same && std::memcmp(&first, &second, sizeof first) == 0;
    }
    for (std::size_t i = 0; same && i < a.users.size(); ++i)
        same = a.users[i].user == b.users[i].user && a.users[i].list == b.users[i].list &&
               sameBytes(a.users[i].metrics, b.users[i].metrics);
    for (std::size_t i = 0; same && i < a.curve.size(); ++i)
        same = std::memcmp(&a.curve[i], &b.curve[i], sizeof(CurvePoint)) == 0;
    return same;
}

/// Scores of its own for every user, with ties.
void hashedScores(std::span<const Interaction> history, std::span<float> scores) {
    std::mt19937 random(static_cast<unsigned>(history.size() * 31 + (history.empty() ? 0 : history[0].item)));
    for (float& score : scores)
        score = static_cast<float>(random() % 40) / 8.0F - 2.0F;
}

} // namespace

void TestEvaluationDetails::listsAreThoseOfRecommend() {
    const Split split = randomSplit(80);
    const ScriptedModel model(items, hashedScores);
    for (const int curveTo : {0, 3, 40}) {
        const auto report = evaluate(model, split, {.k = 7, .curveTo = curveTo}, {}).value();
        for (const UserMetrics& user : report.users) {
            const auto history = split.interactionsOf(user.user);
            const auto list =
                recommend(model, {.history = history, .excluded = split.seen.row(user.user), .k = 7}).value();
            QCOMPARE(user.list.size(), list.size());
            for (std::size_t i = 0; i < list.size(); ++i)
                QCOMPARE(user.list[i], list[i].item);
            QCOMPARE(user.trainPositives, static_cast<int>(history.size()));
        }
    }
}

void TestEvaluationDetails::curveEqualsAnEvaluationAtEachLength() {
    const Split split = randomSplit(150);
    const ScriptedModel model(items, hashedScores);
    const auto report = evaluate(model, split, {.k = 10, .curveTo = 55}, withThreads(2)).value();
    QCOMPARE(report.curve.size(), std::size_t{55}); // some users have fewer candidates
    for (const CurvePoint& point : report.curve) {
        const auto at = evaluate(model, split, {.k = point.k, .auc = false}, {}).value();
        QCOMPARE(point.ndcg, at.means.ndcg);
        QCOMPARE(point.map, at.means.map);
        QCOMPARE(point.precision, at.means.precision);
        QCOMPARE(point.recall, at.means.recall);
        QCOMPARE(point.hitRate, at.means.hitRate);
        QCOMPARE(point.mrr, at.means.mrr);
        QCOMPARE(point.coverage, at.coverage);
    }
    for (std::size_t i = 1; i < report.curve.size(); ++i) {
        QCOMPARE(report.curve[i].k, report.curve[i - 1].k + 1);
        for (const auto grows :
             {&CurvePoint::recall, &CurvePoint::hitRate, &CurvePoint::mrr, &CurvePoint::coverage})
            QVERIFY(report.curve[i].*grows >= report.curve[i - 1].*grows);
    }
}

void TestEvaluationDetails::curveDoesNotTouchTheRest() {
    const Split split = randomSplit(90);
    const ScriptedModel model(items, hashedScores);
    const auto plain = evaluate(model, split, {.k = 5}, {}).value();
    auto curved = evaluate(model, split, {.k = 5, .curveTo = 30}, {}).value();
    QVERIFY(plain.curve.empty());
    curved.curve.clear();
    QVERIFY(sameBytes(plain, curved));
}

void TestEvaluationDetails::everyMemberByHand() {
    // Six items in the catalogue's order. User 0 liked 0 and disliked 5, user 1 liked 0 and 1.
    Split split;
    split.name = "handmade";
    split.train = test::binaryMatrix(6, {{0}, {0, 1}, {0, 1, 2}});
    split.seen = sparseRows({{0, 5}, {0, 1}, {0, 1, 2}});
    split.heldOut = sparseRows({{2, 4}, {3}, {}});
    split.relevant = split.heldOut;
    split.itemGenres = {1, 2, 2, 3, 4, 0};
    const ScriptedModel model(6, [](std::span<const Interaction>, std::span<float> scores) {
        for (std::size_t item = 0; item < scores.size(); ++item)
            scores[item] = -static_cast<float>(item);
    });
    const auto report = evaluate(model, split, {.k = 2, .curveTo = 3}, {}).value();
    // Shown: 1 and 2 to user 0, 2 and 3 to user 1. Training positives 3, 2, 1, 0, 0, 0.
    const UserMetrics& first = report.users[0];
    const UserMetrics& second = report.users[1];
    QCOMPARE(first.list, (std::vector<ItemIndex>{1, 2}));
    QCOMPARE(second.list, (std::vector<ItemIndex>{2, 3}));
    QCOMPARE(first.metrics.popularity, 1.5);
    QCOMPARE(first.metrics.profilePopularity, 3.0);
    QCOMPARE(first.metrics.popularityLift, -0.5);
    QCOMPARE(second.metrics.popularity, 0.5);
    QCOMPARE(second.metrics.profilePopularity, 2.5);
    QCOMPARE(second.metrics.popularityLift, -0.8);
    QCOMPARE(report.means.popularityLift, -0.65);
    QCOMPARE(first.metrics.genreDiversity, 0.0);
    QCOMPARE(second.metrics.genreDiversity, 0.5);
    // Candidates of user 0: 1, 2, 3, 4; relevant at places 1 and 3 from 0.
    QCOMPARE(first.metrics.percentileRank, 0.5);
    QCOMPARE(second.metrics.percentileRank, 0.25); // 2, 3, 4, 5: the second of four
    QCOMPARE(report.coverage, 0.5);
    QCOMPARE(report.trainCoverage, 2.0 / 3.0); // 1 and 2 of 0, 1, 2
    QCOMPARE(report.entropy, 1.5);             // 1, 2, 1 of 4
    QCOMPARE(report.personalization, 0.5);     // one of two in common
    // By positives: 0, 1, 2, 3, 4, 5; of six items the tenths 0, 1, 3, 5, 6, 8 have one each.
    const std::vector<double> shares{0, 0.25, 0, 0.5, 0, 0.25, 0, 0, 0, 0};
    QCOMPARE(report.exposureByDecile, shares);
    QCOMPARE(report.curve[0].precision, 0.0); // 1 and 2 at the top
    QCOMPARE(report.curve[1].recall, 0.75);
    QCOMPARE(report.curve[2].coverage, 4.0 / 6.0);
    QCOMPARE(report.coldUsers, 0);
    QCOMPARE(report.sampledNegatives, 0);
}

void TestEvaluationDetails::genresAreOptional() {
    Split split = randomSplit(30);
    const ScriptedModel model(items, hashedScores);
    QVERIFY(!std::isnan(evaluate(model, split, {}, {}).value().means.genreDiversity));
    split.itemGenres.assign(items, 0); // data without genres
    QVERIFY(std::isnan(evaluate(model, split, {}, {}).value().means.genreDiversity));
    split.itemGenres.clear();
    QVERIFY(std::isnan(evaluate(model, split, {}, {}).value().means.genreDiversity));
}

void TestEvaluationDetails::personalizationAndEntropyOfExtremes() {
    Split split = randomSplit(300);
    const auto popular = evaluate(*trainPopularity(split.train), split, {.k = 5}, {}).value();
    const auto random = evaluate(*trainRandom(items, {.seed = 1}), split, {.k = 5}, {}).value();
    QVERIFY(random.personalization > popular.personalization);
    QVERIFY(random.entropy > popular.entropy);
    QVERIFY(random.entropy <= std::log2(items) && random.entropy > std::log2(items) - 0.1);
    QVERIFY(random.exposureByDecile[0] < popular.exposureByDecile[0]);
    QVERIFY(popular.means.popularityLift > random.means.popularityLift);
    QCOMPARE(popular.means.profilePopularity, random.means.profilePopularity);
}

void TestEvaluationDetails::anyNumberOfThreadsGivesTheSameBytes() {
    const Split split = randomSplit(400);
    const ScriptedModel model(items, hashedScores);
    const EvaluationOptions options{.k = 10, .curveTo = 25};
    const auto one = evaluate(model, split, options, withThreads(1)).value();
    for (const int threads : {2, 5})
        QVERIFY(sameBytes(one, evaluate(model, split, options, withThreads(threads)).value()));
}

void TestEvaluationDetails::onlyTheOrderOfScoresCounts() {
    const Split split = randomSplit(100);
    const ScriptedModel model(items, hashedScores);
    const ScriptedModel stretched(items, [](std::span<const Interaction> history, std::span<float> scores) {
        hashedScores(history, scores);
        for (float& score : scores)
            score = score * score * score * 8.0F + 3.0F; // strictly increasing, exact for eighths
    });
    QVERIFY(sameBytes(evaluate(model, split, {.curveTo = 20}, {}).value(),
                      evaluate(stretched, split, {.curveTo = 20}, {}).value()));
}

void TestEvaluationDetails::orderOfUsersDoesNotCount() {
    const Split split = randomSplit(100);
    const auto reversed = [](const SparseRows& rows) {
        std::vector<std::vector<ItemIndex>> result;
        for (int row = rows.rowCount() - 1; row >= 0; --row)
            result.emplace_back(rows.row(row).begin(), rows.row(row).end());
        return result;
    };
    Split other = split;
    other.train = test::binaryMatrix(items, reversed(split.train.byUser()));
    other.seen = sparseRows(reversed(split.seen));
    other.heldOut = sparseRows(reversed(split.heldOut));
    other.relevant = sparseRows(reversed(split.relevant));
    const ScriptedModel model(items, hashedScores);
    const auto first = evaluate(model, split, {}, {}).value();
    const auto second = evaluate(model, other, {}, {}).value();
    for (const MetricInfo& metric : metricCatalogue())
        QVERIFY(std::abs(metricValue(first, metric.id) - metricValue(second, metric.id)) < 1e-12);
    QCOMPARE(second.users.front().list, first.users.back().list);
}

void TestEvaluationDetails::aBetterScoreIsNeverWorse() {
    const Split split = randomSplit(100);
    const ScriptedModel model(items, hashedScores);
    const auto before = evaluate(model, split, {.k = 8}, {}).value();
    for (const UserMetrics& user : before.users) {
        const ItemIndex lifted = split.relevant.row(user.user)[0];
        const ScriptedModel better(items, [&](std::span<const Interaction> history, std::span<float> scores) {
            hashedScores(history, scores);
            scores[static_cast<std::size_t>(lifted)] += 1.3F;
        });
        Split alone = split;
        std::vector<std::vector<ItemIndex>> relevant(static_cast<std::size_t>(split.relevant.rowCount()));
        relevant[static_cast<std::size_t>(user.user)].assign(split.relevant.row(user.user).begin(),
                                                             split.relevant.row(user.user).end());
        alone.relevant = sparseRows(relevant);
        const auto after = evaluate(better, alone, {.k = 8}, {}).value();
        for (const MetricInfo& metric : metricCatalogue()) {
            const double old = metricValue(user, metric.id);
            const double now = metricValue(after.users[0], metric.id);
            if (metric.direction == MetricDirection::HigherIsBetter)
                QVERIFY2(now >= old - 1e-12, metric.key.data());
            else if (metric.direction == MetricDirection::LowerIsBetter)
                QVERIFY2(now <= old + 1e-12, metric.key.data());
        }
    }
}

void TestEvaluationDetails::sampledNegativesAreLabelledAndSeeded() {
    const Split split = randomSplit(60);
    const ScriptedModel model(items, hashedScores);
    const EvaluationOptions options{.k = items, .seed = 4, .sampledNegatives = 9};
    const auto report = evaluate(model, split, options, {}).value();
    QCOMPARE(report.splitName, std::string("random, 9 sampled negatives"));
    QCOMPARE(report.sampledNegatives, 9);
    for (const UserMetrics& user : report.users) {
        const auto relevant = split.relevant.row(user.user);
        QCOMPARE(user.list.size(), relevant.size() + 9); // k is the whole catalogue: every candidate is shown
        for (const ItemIndex item : relevant)
            QVERIFY(std::ranges::find(user.list, item) != user.list.end());
        for (const ItemIndex item : user.list)
            QVERIFY(!std::ranges::binary_search(split.seen.row(user.user), item));
    }
    QVERIFY(sameBytes(report, evaluate(model, split, options, withThreads(3)).value()));
    auto other = options;
    other.seed = 5;
    QVERIFY(evaluate(model, split, other, {}).value().users[0].list != report.users[0].list);
    // More negatives than there are: the full ranking, still labelled.
    auto all = evaluate(model, split, {.sampledNegatives = 1000}, {}).value();
    QVERIFY(sameBytes(all, evaluate(model, split, {}, {}).value()));
    QVERIFY(all.splitName.ends_with("sampled negatives"));
}

void TestEvaluationDetails::sampledNegativesRaiseTheFigures() {
    const Split split = randomSplit(300);
    const auto model = trainPopularity(split.train);
    const auto full = evaluate(*model, split, {.k = 5}, {}).value();
    const auto sampled = evaluate(*model, split, {.k = 5, .sampledNegatives = 5}, {}).value();
    QVERIFY(sampled.means.hitRate > full.means.hitRate);
    QVERIFY(sampled.means.recall > full.means.recall + 0.1);
}

void TestEvaluationDetails::limitsOfTheOptions() {
    const Split split = randomSplit(10);
    const ScriptedModel model(items, hashedScores);
    for (const EvaluationOptions& options :
         {EvaluationOptions{.curveTo = -1}, EvaluationOptions{.curveTo = 1001},
          EvaluationOptions{.sampledNegatives = -1}}) {
        const auto report = evaluate(model, split, options, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidParameters);
    }
    QCOMPARE(evaluate(model, split, {.curveTo = 1000}, {}).value().curve.size(), std::size_t{1000});
}

void TestEvaluationDetails::meanOverFoldsOfEveryMember() {
    EvaluationReport first;
    first.splitName = "u1";
    first.coldUsers = 2;
    first.trainCoverage = 0.2;
    first.entropy = 4.0;
    first.personalization = 0.5;
    first.curve = {{.k = 1, .ndcg = 0.2, .coverage = 0.1}, {.k = 2, .ndcg = 0.4}};
    first.exposureByDecile = {0.75, 0.25};
    first.users.resize(2);
    first.users[0] = {.user = 3, .trainPositives = 4, .cold = true, .list = {1, 2}};
    first.users[0].metrics.genreDiversity = 0.25;
    first.users[1] = {.user = 5, .trainPositives = 10, .list = {7}};
    EvaluationReport second = first;
    second.splitName = "u2";
    second.coldUsers = 1;
    second.trainCoverage = 0.4;
    second.entropy = notMeasured;
    second.personalization = 0.9;
    second.curve = {{.k = 1, .ndcg = 0.6, .coverage = 0.3}};
    second.exposureByDecile = {0.25, 0.75};
    second.users.resize(1);
    second.users[0].trainPositives = 7;
    second.users[0].cold = false;
    second.users[0].metrics.genreDiversity = notMeasured;

    const EvaluationReport mean = meanOverFolds(std::vector{first, second});
    QCOMPARE(mean.coldUsers, 3);
    QCOMPARE(mean.trainCoverage, 0.3);
    QCOMPARE(mean.entropy, 4.0); // over the folds that have it
    QCOMPARE(mean.personalization, 0.7);
    QCOMPARE(mean.curve.size(), std::size_t{1}); // as far as both reach
    QCOMPARE(mean.curve[0].ndcg, 0.4);
    QCOMPARE(mean.curve[0].coverage, 0.2);
    QCOMPARE(mean.exposureByDecile, (std::vector<double>{0.5, 0.5}));
    QCOMPARE(mean.users.size(), std::size_t{2});
    QCOMPARE(mean.users[0].metrics.genreDiversity, 0.25);
    QCOMPARE(mean.users[0].trainPositives, 6); // 5.5
    QCOMPARE(mean.users[0].cold, false);       // known in one fold
    QVERIFY(mean.users[0].list.empty());       // of two lists there is no mean
    QCOMPARE(mean.users[1].list, (std::vector<ItemIndex>{7}));
}

void TestEvaluationDetails::meanOverSeedsKeepsCounts() {
    EvaluationReport first;
    first.splitName = "u1 to u5";
    first.evaluatedUsers = 10;
    first.skippedUsers = 3;
    first.coldUsers = 1;
    first.trainSeconds = 1.0;
    first.evaluateSeconds = 4.0;
    first.means.ndcg = 0.3;
    first.users = {{.user = 1, .metrics = {.ndcg = 0.1}}};
    EvaluationReport second = first;
    second.trainSeconds = 2.0;
    second.means.ndcg = 0.5;
    second.users[0].metrics.ndcg = 0.2;
    const EvaluationReport mean = meanOverSeeds(std::vector{first, second});
    QCOMPARE(mean.splitName, std::string("u1 to u5"));
    QCOMPARE(mean.evaluatedUsers, 10);
    QCOMPARE(mean.skippedUsers, 3);
    QCOMPARE(mean.coldUsers, 1);
    QCOMPARE(mean.trainSeconds, 1.5);
    QCOMPARE(mean.evaluateSeconds, 4.0);
    QCOMPARE(mean.means.ndcg, 0.4);
    QCOMPARE(mean.users[0].metrics.ndcg, (0.1 + 0.2) / 2.0);
    QCOMPARE(meanOverSeeds(std::vector{first}).means.ndcg, 0.3);
}

void TestEvaluationDetails::meanOfNothingIsNotANumber() {
    const RankingMetrics nobody = meanOfUsers({}, [](const UserMetrics&) { return true; });
    QVERIFY(std::isnan(nobody.ndcg) && std::isnan(nobody.auc));
}

void TestEvaluationDetails::activityGroupsByHand() {
    std::vector<UserMetrics> users;
    for (const int positives : {5, 1, 9, 5, 2, 7, 5, 3}) {
        users.push_back({.user = static_cast<UserIndex>(users.size()), .trainPositives = positives});
        users.back().metrics.ndcg = positives / 10.0;
        users.back().metrics.recall = static_cast<double>(users.back().user);
    }
    // Ascending 1 2 | 3 5 | 5 5 | 7 9; the fives by user: 0, 3, 6.
    const auto groups = resultsByActivity(users);
    QCOMPARE(groups.size(), std::size_t{4});
    QCOMPARE(groups[0].fewest, 1);
    QCOMPARE(groups[0].most, 2);
    QCOMPARE(groups[1].fewest, 3);
    QCOMPARE(groups[1].most, 5);
    QCOMPARE(groups[1].means.recall, (7.0 + 0.0) / 2.0);
    QCOMPARE(groups[2].means.recall, (3.0 + 6.0) / 2.0);
    QCOMPARE(groups[3].means.ndcg, 0.8);
    for (const ActivityGroup& group : groups)
        QCOMPARE(group.users, 2);
}

void TestEvaluationDetails::activityGroupsOfFewUsers() {
    QVERIFY(resultsByActivity({}).empty());
    std::vector<UserMetrics> users(3);
    QCOMPARE(resultsByActivity(users).size(), std::size_t{3});
    users.resize(10);
    int total = 0;
    for (const ActivityGroup& group : resultsByActivity(users)) {
        QVERIFY(group.users == 2 || group.users == 3);
        total += group.users;
    }
    QCOMPARE(total, 10);
    QCOMPARE(resultsByActivity(users, 1)[0].users, 10);
}

QTEST_GUILESS_MAIN(TestEvaluationDetails)
#include "tst_evaluationdetails.moc"
