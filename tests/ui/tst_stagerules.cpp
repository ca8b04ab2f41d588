#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/recommend.h"
#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "tests/ui/stagefixture.h"
#include "ui/comparetext.h"
#include "ui/format.h"
#include "ui/metrictext.h"
#include "ui/pages/stagerules.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/runstatus.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    explicit Stand(bool trained = true)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1180, 560);
        page.setReduceMotion(true);
        if (trained)
            services->store.publish(snapshot);
        page.show();
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    const std::vector<RecommendationRow>& rows(const char* name) {
        return find<RecommendationView>(name)->recommendations().rows();
    }

    static inline const ModelSnapshot snapshot = test::generatedSnapshot();
    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    StageRules page;
};

} // namespace

class TestStageRules : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void bothListsAreComputedFromTheSameHistory();
    void hiddenLikesAreMarkedInBoth();
    void aNewcomerHasNothingToCheck();
    void measuredOverAllUsers();
    void anotherModelIsNotMeasured();
};

void TestStageRules::saysWhatIsMissing() {
    Stand stand(false);
    QVERIFY(stand.find<QWidget>("rulesEmpty")->isVisible());
    QSignalSpy data(&stand.page, &StageRules::dataRequested);
    stand.find<QPushButton>("rulesEmptyButton")->click();
    QCOMPARE(data.count(), 1);
    stand.services->store.publish(test::untrained(Stand::snapshot));
    QSignalSpy train(&stand.page, &StageRules::trainRequested);
    stand.find<QPushButton>("rulesEmptyButton")->click();
    QCOMPARE(train.count(), 1);
    stand.services->store.publish(test::makeSnapshot()); // no genres in these data
    QVERIFY(stand.find<QWidget>("rulesEmpty")->isVisible());
    QVERIFY(!stand.find<QPushButton>("rulesEmptyButton")->isVisible());
    QVERIFY(stand.text("rulesEmptyText").contains(u"genres"_s));
    stand.services->store.publish(Stand::snapshot);
    QVERIFY(!stand.find<QWidget>("rulesEmpty")->isVisible());
}

void TestStageRules::bothListsAreComputedFromTheSameHistory() {
    Stand stand;
    LiveSession& live = stand.services->live;
    QVERIFY(live.addDatasetUser(5).ok());
    const Split& split = *Stand::snapshot.trained->split;
    const auto rules = trainGenreRules(split.train, split.itemGenres, {}).value();
    const auto history = split.interactionsOf(5);
    const auto expected = recommend(*rules, {history, live.excludedOf(live.user()), 10}).value();
    const auto& shown = stand.rows("rulesByHandList");
    QCOMPARE(shown.size(), expected.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QCOMPARE(shown[i].item, expected[i].item);
        QCOMPARE(shown[i].score,
                 formatCount(static_cast<qint64>(split.train.byItem().row(expected[i].item).size())));
    }
    const auto& learned = stand.rows("rulesModelList");
    QCOMPARE(learned.size(), live.ranking().list.size());
    for (std::size_t i = 0; i < learned.size(); ++i)
        QCOMPARE(learned[i].item, live.ranking().list[i].item);
    QVERIFY(stand.find<ElidedLabel>("rulesByHandAbout")->fullText().contains(u"Popular films of "_s));
}

void TestStageRules::hiddenLikesAreMarkedInBoth() {
    Stand stand;
    LiveSession& live = stand.services->live;
    int marked = 0;
    for (const UserIndex user : {0, 3, 5, 9, 14}) {
        QVERIFY(live.addDatasetUser(user).ok());
        const auto hidden = Stand::snapshot.trained->split->relevant.row(user);
        for (const char* name : {"rulesByHandList", "rulesModelList"}) {
            std::vector<ScoredItem> list;
            int hits = 0;
            for (const RecommendationRow& row : stand.rows(name)) {
                QCOMPARE(row.isHit, std::ranges::binary_search(hidden, row.item));
                hits += row.isHit ? 1 : 0;
                list.push_back({row.item, 0.0F});
            }
            marked += hits;
            if (hidden.empty())
                continue;
            const QString line =
                stand
                    .find<ElidedLabel>(name == std::string_view("rulesByHandList") ? "rulesByHandSource"
                                                                                   : "rulesModelSource")
                    ->fullText();
            QVERIFY2(line.startsWith(u"✓ %1 of %2"_s.arg(hits).arg(hidden.size())), qPrintable(line));
            QVERIFY2(line.endsWith(formatMetric(hitsOf(list, hidden, 10).ndcg)), qPrintable(line));
        }
    }
    QVERIFY(marked > 0);
}

void TestStageRules::aNewcomerHasNothingToCheck() {
    Stand stand;
    QVERIFY(stand.services->live.addUser(u"Alice"_s).ok());
    QVERIFY(stand.find<ElidedLabel>("rulesByHandAbout")->fullText().contains(u"popular"_s));
    QVERIFY(stand.find<ElidedLabel>("rulesModelSource")->fullText().contains(u"No hidden likes"_s));
    for (const RecommendationRow& row : stand.rows("rulesByHandList"))
        QVERIFY(!row.isHit);
}

void TestStageRules::measuredOverAllUsers() {
    Stand stand;
    QCOMPARE(stand.text("foundRules"), notMeasuredText());
    QCOMPARE(stand.text("foundEvidence"), u"not measured"_s);
    QSignalSpy finished(&stand.services->rules, &RulesService::finished);
    stand.find<QPushButton>("runStatusAction")->click();
    QTRY_COMPARE(finished.count(), 1);
    const auto proof = stand.services->rules.result();
    QVERIFY(proof != nullptr);
    QCOMPARE(stand.text("foundRules"), formatMetric(proof->rules.report.means.ndcg));
    QCOMPARE(stand.text("foundModel"), formatMetric(proof->model.report.means.ndcg));
    QVERIFY(stand.text("foundEvidence").contains(formatDifference(MetricId::Ndcg, proof->ndcg.difference)));
    QCOMPARE(stand.text("distinctRules"), formatCount(proof->rules.distinctLists));
    QCOMPARE(stand.text("distinctModel"), formatCount(proof->model.distinctLists));
    QCOMPARE(stand.text("reactionModel"),
             formatPercent(static_cast<double>(proof->model.changedLists) / proof->users, 1));
    QCOMPARE(stand.text("outsideModel"), formatCount(proof->model.outsideHits));
    QCOMPARE(stand.text("coverageRules"), formatPercent(proof->rules.report.coverage, 1));
    QVERIFY(stand.find<RunStatus>("rulesStatus")->heading().contains(QString::number(proof->users)));
}

void TestStageRules::anotherModelIsNotMeasured() {
    Stand stand;
    QSignalSpy finished(&stand.services->rules, &RulesService::finished);
    stand.find<QPushButton>("runStatusAction")->click();
    QTRY_COMPARE(finished.count(), 1);
    ModelSnapshot next = Stand::snapshot;
    next.trained = std::make_shared<const TrainedModel>(*next.trained);
    stand.services->store.publish(next);
    QCOMPARE(stand.text("foundModel"), notMeasuredText());
}

QTEST_MAIN(TestStageRules)
#include "tst_stagerules.moc"
