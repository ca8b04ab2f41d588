#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/recommend.h"
#include "core/services/rulesservice.h"
#include "tests/services/fixtures.h"
#include "tests/ui/stagefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    Stand() { store.publish(snapshot); }
    static inline const ModelSnapshot snapshot = test::generatedSnapshot();
    JobLane lane;
    ModelStore store;
    RulesService service{lane, store};
};

} // namespace

class TestRulesService : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void answersAsTheModelOfTheSplit();
    void hitsAreThoseOfTheEvaluation();
    void provesOverAllUsers();
    void busyLaneRefuses();
    void cancelLeavesNothing();
    void anotherModelDropsTheResult();
};

void TestRulesService::saysWhatIsMissing() {
    JobLane lane;
    ModelStore store;
    RulesService service(lane, store);
    QSignalSpy failed(&service, &RulesService::failed);
    QVERIFY(!service.check().ok());
    QVERIFY(!service.start());
    QCOMPARE(failed.count(), 1);
    QVERIFY(service.answer({}, {}).list.empty());
    store.publish(test::untrained(Stand::snapshot));
    QVERIFY(QString::fromStdString(service.check().error().detail).contains(u"trained"_s));
    store.publish(test::makeSnapshot()); // a model of data without genres
    QVERIFY(QString::fromStdString(service.check().error().detail).contains(u"genres"_s));
    store.publish(Stand::snapshot);
    QVERIFY(service.check().ok());
}

void TestRulesService::answersAsTheModelOfTheSplit() {
    Stand stand;
    const Split& split = *Stand::snapshot.trained->split;
    const auto rules = trainGenreRules(split.train, split.itemGenres, stand.service.parameters()).value();
    for (const UserIndex user : {0, 7, 33}) {
        const auto history = split.interactionsOf(user);
        const RulesAnswer answer = stand.service.answer(history, split.seen.row(user));
        QVERIFY(answer.list == recommend(*rules, {history, split.seen.row(user), 10}).value());
        QCOMPARE(answer.genres, likedGenres(history, split.itemGenres, 3));
        QVERIFY(answer.microseconds > 0.0);
    }
}

void TestRulesService::hitsAreThoseOfTheEvaluation() {
    const Split& split = *Stand::snapshot.trained->split;
    const Model& model = *Stand::snapshot.trained->model;
    EvaluationOptions options;
    options.auc = false;
    const auto report = evaluate(model, split, options, {}).value();
    for (const UserMetrics& user : report.users) {
        const auto list =
            recommend(model, {split.interactionsOf(user.user), split.seen.row(user.user), 10}).value();
        const ListHits hits = hitsOf(list, split.relevant.row(user.user), 10);
        QCOMPARE(hits.ndcg, user.metrics.ndcg);
        QCOMPARE(static_cast<double>(hits.items.size()) / 10.0, user.metrics.precision);
    }
    QVERIFY(std::isnan(hitsOf({}, {}, 10).ndcg)); // nothing could be found
}

void TestRulesService::provesOverAllUsers() {
    Stand stand;
    QSignalSpy finished(&stand.service, &RulesService::finished);
    QVERIFY(stand.service.start());
    QVERIFY(stand.service.running());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toBool(), false);
    const auto proof = stand.service.result();
    QVERIFY(proof != nullptr);
    EvaluationOptions options;
    options.auc = false;
    const auto report =
        evaluate(*Stand::snapshot.trained->model, *Stand::snapshot.trained->split, options, {}).value();
    QCOMPARE(proof->users, report.evaluatedUsers);
    QCOMPARE(proof->model.report.means.ndcg, report.means.ndcg);
}

void TestRulesService::busyLaneRefuses() {
    Stand stand;
    std::atomic<bool> release = false;
    bool done = false;
    QVERIFY(stand.lane.start<int>(
        u"other"_s, &stand.service,
        [&release](const JobControl&) -> Result<int> {
            while (!release)
                std::this_thread::yield();
            return 1;
        },
        {}, [&done](const Result<int>&) { done = true; }));
    QSignalSpy failed(&stand.service, &RulesService::failed);
    QVERIFY(!stand.service.start());
    QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::Busy);
    release = true;
    QTRY_VERIFY(done);
}

void TestRulesService::cancelLeavesNothing() {
    Stand stand;
    QSignalSpy finished(&stand.service, &RulesService::finished);
    QVERIFY(stand.service.start());
    stand.service.cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toBool(), true);
    QVERIFY(stand.service.result() == nullptr);
}

void TestRulesService::anotherModelDropsTheResult() {
    Stand stand;
    QSignalSpy finished(&stand.service, &RulesService::finished);
    QVERIFY(stand.service.start());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(stand.service.result() != nullptr);
    QSignalSpy changed(&stand.service, &RulesService::changed);
    ModelSnapshot next = Stand::snapshot;
    next.trained = std::make_shared<const TrainedModel>(*next.trained);
    stand.store.publish(next);
    QCOMPARE(changed.count(), 1);
    QVERIFY(stand.service.result() == nullptr);
}

QTEST_GUILESS_MAIN(TestRulesService)
#include "tst_rulesservice.moc"
