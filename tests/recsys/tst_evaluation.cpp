#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/random.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/recommend.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

using namespace recital;
using test::ScriptedModel;
using test::sparseRows;

class TestEvaluation : public QObject {
    Q_OBJECT

private slots:
    void smallSplitByHand();
    void reportSaysWhatWasMeasured();
    void usersWithoutRelevantItemsAreSkippedAndCounted();
    void aucIsTheMeanOverUsersThatHaveOne();
    void aucCanBeLeftOut();
    void listsAreThoseOfRecommend();
    void anyNumberOfThreadsGivesTheSameFigures();
    void sampleOfUsersIsSeeded();
    void errors();
    void notFiniteScoreIsAnError();
    void cancelledBeforeAndDuring();
    void exceptionOfAModelReachesTheCaller();
    void progressComesOnTheCallingThread();
    void meanOverFoldsByHand();

private:
    static Split handmade();
};

namespace {

/// Scores 5, 4, 3, 2, 1, ... for every user: the list is the catalogue's order.
ScriptedModel catalogueOrder(int items) {
    return {items, [](std::span<const Interaction>, std::span<float> scores) {
                for (std::size_t item = 0; item < scores.size(); ++item)
                    scores[item] = static_cast<float>(scores.size() - item);
            }};
}

/// Users with random ratings on both sides, some with nothing relevant.
Split randomSplit(int users, int items) {
    std::mt19937 random(11);
    std::vector<std::vector<ItemIndex>> train;
    std::vector<std::vector<ItemIndex>> seen;
    std::vector<std::vector<ItemIndex>> held;
    std::vector<std::vector<ItemIndex>> relevant;
    for (int user = 0; user < users; ++user) {
        for (auto* rows : {&train, &seen, &held, &relevant})
            rows->emplace_back();
        for (ItemIndex item = 0; item < items; ++item)
            switch (random() % 12) {
            case 0:
                train.back().push_back(item);
                [[fallthrough]];
            case 1:
                seen.back().push_back(item);
                break;
            case 2:
                relevant.back().push_back(item);
                [[fallthrough]];
            case 3:
                held.back().push_back(item);
                break;
            default:
                break;
            }
        if (user % 7 == 0)
            relevant.back().clear();
    }
    Split split;
    split.name = "random";
    split.train = test::binaryMatrix(items, train);
    split.seen = sparseRows(seen);
    split.heldOut = sparseRows(held);
    split.relevant = sparseRows(relevant);
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

} // namespace

/// Five items, four users. Training: user 0 liked 0 and disliked 1, user 1 liked 0, user 2 liked 4, user 3
/// liked 0. Test: user 0 likes 2 and 4, user 1 likes 1, user 2 rated 0 with less than the threshold, user 3
/// nothing.
Split TestEvaluation::handmade() {
    Split split;
    split.name = "handmade";
    split.options.seed = 7;
    split.train = test::binaryMatrix(5, {{0}, {0}, {4}, {0}});
    split.seen = sparseRows({{0, 1}, {0}, {4}, {0}});
    split.heldOut = sparseRows({{2, 4}, {1}, {0}, {}});
    split.relevant = sparseRows({{2, 4}, {1}, {}, {}});
    split.trainRatings = 5;
    split.testRatings = 4;
    return split;
}

void TestEvaluation::smallSplitByHand() {
    const auto report = evaluate(catalogueOrder(5), handmade(), {.k = 2}, {}).value();
    // User 0 is shown 2 and 3: hit at 1, of two relevant ones. User 1 is shown 1 and 2: hit at 1, of one.
    QCOMPARE(report.users.size(), std::size_t{2});
    const RankingMetrics& first = report.users[0].metrics;
    QCOMPARE(report.users[0].user, 0);
    QCOMPARE(first.precision, 0.5);
    QCOMPARE(first.recall, 0.5);
    QCOMPARE(first.map, 0.5);
    QCOMPARE(first.ndcg, 1.0 / (1.0 + 1.0 / std::log2(3.0)));
    QCOMPARE(first.mrr, 1.0);
    QCOMPARE(first.hitRate, 1.0);
    QCOMPARE(first.auc, 0.5); // candidates 2, 3, 4: 2 before 3, 4 behind it
    const RankingMetrics& second = report.users[1].metrics;
    QCOMPARE(second.precision, 0.5);
    QCOMPARE(second.recall, 1.0);
    QCOMPARE(second.map, 1.0);
    QCOMPARE(second.auc, 1.0);
    QCOMPARE(report.means.recall, 0.75);
    QCOMPARE(report.means.auc, 0.75);
    QCOMPARE(report.means.ndcg, (first.ndcg + 1.0) / 2.0);
    // Shown: 1 once, 2 twice, 3 once, of five items. Ascending 0 0 1 1 2: (0 + 2 + 2 * 4) / (5 * 4).
    QCOMPARE(report.coverage, 0.6);
    QCOMPARE(report.gini, 0.5);
    // Of four users one rated item 1 in training, nobody 2 and 3, which count as one: two bits each.
    QCOMPARE(report.novelty, 2.0);
}

void TestEvaluation::reportSaysWhatWasMeasured() {
    const auto report = evaluate(catalogueOrder(5), handmade(), {.k = 3}, {}).value();
    QCOMPARE(report.modelName, std::string("Scripted"));
    QCOMPARE(report.modelParameters, std::string("none"));
    QCOMPARE(report.splitName, std::string("handmade"));
    QCOMPARE(report.splitSeed, 7U);
    QCOMPARE(report.k, 3);
    QCOMPARE(report.trainSeconds, 1.5);
    QVERIFY(report.evaluateSeconds > 0.0 && report.evaluateSeconds < 60.0);
}

void TestEvaluation::usersWithoutRelevantItemsAreSkippedAndCounted() {
    const auto report = evaluate(catalogueOrder(5), handmade(), {}, {}).value();
    QCOMPARE(report.evaluatedUsers, 2);
    QCOMPARE(report.skippedUsers, 1); // user 2; user 3 has no test rating at all
}

void TestEvaluation::aucIsTheMeanOverUsersThatHaveOne() {
    Split split = handmade();
    // User 1 has seen all but the relevant item: nothing to compare it with.
    split.seen = sparseRows({{0, 1}, {0, 2, 3, 4}, {4}, {0}});
    const auto report = evaluate(catalogueOrder(5), split, {.k = 2}, {}).value();
    QVERIFY(std::isnan(report.users[1].metrics.auc));
    QCOMPARE(report.users[1].metrics.ndcg, 1.0);
    QCOMPARE(report.means.auc, report.users[0].metrics.auc);
    QCOMPARE(report.users[1].metrics.precision, 0.5); // one candidate only, still divided by k
}

void TestEvaluation::aucCanBeLeftOut() {
    const auto report = evaluate(catalogueOrder(5), handmade(), {.k = 2, .auc = false}, {}).value();
    QVERIFY(std::isnan(report.means.auc) && std::isnan(report.means.aucInListOrder));
    QCOMPARE(report.means.recall, 0.75);
}

void TestEvaluation::listsAreThoseOfRecommend() {
    const Split split = randomSplit(60, 80);
    const auto model = trainRandom(80, {.seed = 5});
    const auto report = evaluate(*model, split, {.k = 6}, {}).value();
    std::set<ItemIndex> shown;
    for (const UserMetrics& user : report.users) {
        const auto history = split.train.history(user.user);
        const auto list =
            recommend(*model, {.history = history, .excluded = split.seen.row(user.user), .k = 6}).value();
        int hits = 0;
        for (const ScoredItem& entry : list) {
            hits += std::ranges::count(split.relevant.row(user.user), entry.item) > 0 ? 1 : 0;
            QCOMPARE(std::ranges::count(split.seen.row(user.user), entry.item), 0);
            shown.insert(entry.item);
        }
        QCOMPARE(user.metrics.precision, hits / 6.0);
    }
    QCOMPARE(report.coverage, static_cast<double>(shown.size()) / 80.0);
}

void TestEvaluation::anyNumberOfThreadsGivesTheSameFigures() {
    const Split split = randomSplit(500, 60);
    const auto model = trainRandom(60, {.seed = 1});
    const auto one = evaluate(*model, split, {}, withThreads(1)).value();
    QVERIFY(one.evaluatedUsers > 300);
    for (const int threads : {2, 4, 7}) {
        const auto many = evaluate(*model, split, {}, withThreads(threads)).value();
        QVERIFY(sameBytes(one.means, many.means));
        QCOMPARE(many.coverage, one.coverage);
        QCOMPARE(many.gini, one.gini);
        QCOMPARE(many.novelty, one.novelty);
        QCOMPARE(many.users.size(), one.users.size());
        for (std::size_t i = 0; i < one.users.size(); ++i) {
            QCOMPARE(many.users[i].user, one.users[i].user);
            QVERIFY(sameBytes(many.users[i].metrics, one.users[i].metrics));
        }
    }
}

void TestEvaluation::sampleOfUsersIsSeeded() {
    const Split split = randomSplit(300, 40);
    const auto model = trainPopularity(split.train);
    const auto usersOf = [&](int maxUsers, std::uint64_t seed) {
        std::vector<UserIndex> users;
        const auto report = evaluate(*model, split, {.maxUsers = maxUsers, .seed = seed}, {}).value();
        for (const UserMetrics& user : report.users)
            users.push_back(user.user);
        return users;
    };
    const auto all = usersOf(0, 1);
    const auto sample = usersOf(50, 1);
    QCOMPARE(sample.size(), std::size_t{50});
    QVERIFY(std::ranges::is_sorted(sample));
    QVERIFY(std::ranges::includes(all, sample));
    QCOMPARE(usersOf(50, 1), sample);
    QVERIFY(usersOf(50, 2) != sample);
    QCOMPARE(usersOf(100000, 1), all);
    // A larger sample of the same seed holds the smaller one: curves stay comparable.
    QVERIFY(std::ranges::includes(usersOf(80, 1), sample));
}

void TestEvaluation::errors() {
    const auto model = catalogueOrder(5);
    const auto check = [](const Result<EvaluationReport>& report, ErrorCode code, const char* words) {
        QVERIFY(!report);
        QCOMPARE(report.error().code, code);
        QVERIFY2(report.error().detail.find(words) != std::string::npos, report.error().detail.c_str());
    };
    check(evaluate(model, handmade(), {.k = 0}, {}), ErrorCode::InvalidParameters, "k must");
    check(evaluate(model, handmade(), {.k = 1001}, {}), ErrorCode::InvalidParameters, "k must");
    check(evaluate(model, handmade(), {.maxUsers = -1}, {}), ErrorCode::InvalidParameters, "negative");
    check(evaluate(catalogueOrder(6), handmade(), {}, {}), ErrorCode::InvalidData, "knows 6 items");
    Split nobody = handmade();
    nobody.relevant = sparseRows({{}, {}, {}, {}});
    check(evaluate(model, nobody, {}, {}), ErrorCode::InvalidData, "no user");
    Split leak = handmade();
    leak.seen = sparseRows({{0, 1, 2}, {0}, {4}, {0}});
    check(evaluate(model, leak, {}, {}), ErrorCode::InvalidData, "overlap");
    QVERIFY(evaluate(model, handmade(), {.k = 1000}, {}));
}

void TestEvaluation::notFiniteScoreIsAnError() {
    // Only user 1 gets a NaN, and only for the item that was seen.
    const ScriptedModel model(5, [](std::span<const Interaction> history, std::span<float> scores) {
        std::ranges::fill(scores, 1.0F);
        if (history.size() == 1)
            scores[0] = std::numeric_limits<float>::quiet_NaN();
    });
    const auto report = evaluate(model, handmade(), {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidData);
    QVERIFY(report.error().detail.find("finite") != std::string::npos);
}

void TestEvaluation::cancelledBeforeAndDuring() {
    const Split split = randomSplit(400, 30);
    std::stop_source before;
    before.request_stop();
    JobControl control;
    control.stop = before.get_token();
    const auto never = evaluate(catalogueOrder(30), split, {}, control);
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::Cancelled);

    std::stop_source during;
    std::atomic<int> calls = 0;
    const ScriptedModel model(30, [&](std::span<const Interaction>, std::span<float> scores) {
        std::ranges::fill(scores, 0.0F);
        if (++calls == 50)
            during.request_stop();
    });
    control.stop = during.get_token();
    control.threads = 2;
    const auto report = evaluate(model, split, {}, control);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY(calls < 60); // not even to the end of the block
}

void TestEvaluation::exceptionOfAModelReachesTheCaller() {
    const ScriptedModel model(
        5, [](std::span<const Interaction>, std::span<float>) { throw std::runtime_error("broken"); });
    QVERIFY_EXCEPTION_THROWN((void)evaluate(model, handmade(), {}, withThreads(2)), std::runtime_error);
}

void TestEvaluation::progressComesOnTheCallingThread() {
    const Split split = randomSplit(400, 30);
    for (const int threads : {1, 4}) {
        std::vector<double> fractions;
        bool foreign = false;
        JobControl control = withThreads(threads);
        control.progress = [&, caller = std::this_thread::get_id()](double fraction) {
            foreign |= std::this_thread::get_id() != caller;
            fractions.push_back(fraction);
        };
        QVERIFY(evaluate(catalogueOrder(30), split, {}, control));
        QVERIFY(!foreign);
        QVERIFY(std::ranges::is_sorted(fractions));
        QVERIFY(fractions.front() > 0.0);
        QCOMPARE(fractions.back(), 1.0);
    }
}

void TestEvaluation::meanOverFoldsByHand() {
    EvaluationReport first;
    first.modelName = "Popular";
    first.splitName = "u1";
    first.k = 10;
    first.evaluatedUsers = 2;
    first.skippedUsers = 1;
    first.coverage = 0.2;
    first.gini = 0.5;
    first.novelty = 3.0;
    first.trainSeconds = 1.0;
    first.evaluateSeconds = 2.0;
    first.means.ndcg = 0.3;
    first.means.auc = 0.9;
    first.users = {{4, {.ndcg = 0.2}}, {9, {.ndcg = 0.4}}};
    EvaluationReport second = first;
    second.splitName = "u2";
    second.coverage = 0.4;
    second.means.ndcg = 0.6;
    second.means.auc = std::numeric_limits<double>::quiet_NaN();
    second.users = {{4, {.ndcg = 0.6}}};

    const std::vector<EvaluationReport> both{first, second};
    const EvaluationReport mean = meanOverFolds(both);
    QCOMPARE(mean.modelName, std::string("Popular"));
    QCOMPARE(mean.splitName, std::string("u1 to u2"));
    QCOMPARE(mean.evaluatedUsers, 4);
    QCOMPARE(mean.skippedUsers, 2);
    QCOMPARE(mean.coverage, 0.3);
    QCOMPARE(mean.gini, 0.5);
    QCOMPARE(mean.novelty, 3.0);
    QCOMPARE(mean.trainSeconds, 2.0);
    QCOMPARE(mean.evaluateSeconds, 4.0);
    QCOMPARE(mean.means.ndcg, 0.45);
    QCOMPARE(mean.means.auc, 0.9);
    QCOMPARE(mean.users.size(), std::size_t{2});
    QCOMPARE(mean.users[0].user, 4);
    QCOMPARE(mean.users[0].metrics.ndcg, 0.4);
    QCOMPARE(mean.users[1].metrics.ndcg, 0.4);

    const EvaluationReport alone = meanOverFolds(std::span(both).first(1));
    QCOMPARE(alone.splitName, std::string("u1"));
    QCOMPARE(alone.means.ndcg, 0.3);
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
