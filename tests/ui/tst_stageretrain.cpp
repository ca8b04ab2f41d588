#include "core/services/services.h"
#include "tests/ui/stagefixture.h"
#include "ui/comparetext.h"
#include "ui/pages/stageretrain.h"
#include "ui/retraintext.h"
#include "ui/theme.h"
#include "ui/widgets/measuretable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/runstatus.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    explicit Stand(bool trained = true)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1180, 560);
        if (trained)
            services->store.publish(snapshot);
        page.show();
    }
    /// Enough for a model to notice.
    void act() {
        LiveSession& live = services->live;
        QVERIFY(live.addUser(u"Alice"_s).ok());
        for (ItemIndex item = 0; item < 24; item += 2)
            QVERIFY(live.act(EventType::Like, item).ok());
        QVERIFY(live.act(EventType::Dislike, 1).ok());
        QVERIFY(live.act(EventType::Rating, 3, 4).ok());
    }
    bool retrain() {
        QSignalSpy changed(&services->retrain, &RetrainService::candidateChanged);
        find<QPushButton>("runStatusAction")->click();
        return changed.count() > 0 || changed.wait(60'000);
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }

    static inline const ModelSnapshot snapshot = test::generatedSnapshot();
    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    StageRetrain page;
};

} // namespace

class TestStageRetrain : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void withoutEventsThereIsNothingToLearn();
    void saysWhatWillBeLearned();
    void printsOldAgainstNew();
    void nothingChangesBeforeAccept();
    void acceptedModelCanBeTakenBack();
    void cancelKeepsTheModel();
};

void TestStageRetrain::saysWhatIsMissing() {
    Stand stand(false);
    QVERIFY(stand.find<QWidget>("retrainEmpty")->isVisible());
    QSignalSpy data(&stand.page, &StageRetrain::dataRequested);
    stand.find<QPushButton>("retrainEmptyButton")->click();
    QCOMPARE(data.count(), 1);
    stand.services->store.publish(test::untrained(Stand::snapshot));
    QSignalSpy train(&stand.page, &StageRetrain::trainRequested);
    stand.find<QPushButton>("retrainEmptyButton")->click();
    QCOMPARE(train.count(), 1);
}

void TestStageRetrain::withoutEventsThereIsNothingToLearn() {
    Stand stand;
    QVERIFY(!stand.find<QPushButton>("retrainAccept")->isEnabled());
    QVERIFY(!stand.find<QPushButton>("retrainReject")->isEnabled());
    QVERIFY(stand.find<QLabel>("retrainLearned")->text().contains(u"nothing to learn"_s));
    QSignalSpy live(&stand.page, &StageRetrain::liveRequested);
    stand.find<QPushButton>("runStatusAction")->click();
    QCOMPARE(live.count(), 1);
    QVERIFY(!stand.services->retrain.running());
}

void TestStageRetrain::saysWhatWillBeLearned() {
    Stand stand;
    stand.act();
    auto* events = stand.find<MeasureTable>("retrainEvents");
    QCOMPARE(events->rowCount(), 3);
    QCOMPARE(events->text(0, 0), u"Alice"_s);
    QCOMPARE(events->text(0, 1), u"Like"_s);
    QCOMPARE(events->text(0, 2), u"12"_s);
    QVERIFY(events->text(0, 3).startsWith(u'+'));
    QCOMPARE(events->text(1, 1), u"Dislike"_s);
    QVERIFY(events->text(1, 3).startsWith(QChar(0x2212)));
    QCOMPARE(stand.find<QLabel>("retrainLearned")->text(), learnedText(stand.services->retrain.learnable()));
}

void TestStageRetrain::printsOldAgainstNew() {
    Stand stand;
    stand.act();
    QVERIFY(stand.retrain());
    const auto candidate = stand.services->retrain.candidate();
    QVERIFY(candidate != nullptr);
    auto* metrics = stand.find<MeasureTable>("retrainMetrics");
    QCOMPARE(metrics->rowCount(), static_cast<int>(candidate->metrics.size()));
    for (int row = 0; row < metrics->rowCount(); ++row) {
        const RetrainMetric& metric = candidate->metrics[static_cast<std::size_t>(row)];
        QCOMPARE(metrics->text(row, 1), formatMetric(metric.id, metric.before));
        QCOMPARE(metrics->text(row, 2), formatMetric(metric.id, metric.after));
        QVERIFY(metrics->text(row, 3).startsWith(formatDifference(metric.id, metric.difference.difference)));
        QCOMPARE(metrics->text(row, 4), pValueText(metric.difference.adjustedP));
    }
    QVERIFY(stand.find<RunStatus>("retrainStatus")->sentence() == candidateVerdict(*candidate));
    QVERIFY(stand.find<QLabel>("retrainLists")->text().contains(u"Alice: "_s));
}

void TestStageRetrain::nothingChangesBeforeAccept() {
    Stand stand;
    stand.act();
    QVERIFY(stand.retrain());
    QVERIFY(stand.services->store.snapshot()->trained == Stand::snapshot.trained);
    stand.find<QPushButton>("retrainReject")->click();
    QVERIFY(stand.services->retrain.candidate() == nullptr);
    QVERIFY(stand.services->store.snapshot()->trained == Stand::snapshot.trained);
    QVERIFY(!stand.find<MeasureTable>("retrainMetrics")->isVisible());
    QVERIFY(!stand.find<QPushButton>("retrainAccept")->isEnabled());
    QVERIFY(stand.find<Notice>("retrainNotice")->isVisible());
}

void TestStageRetrain::acceptedModelCanBeTakenBack() {
    Stand stand;
    stand.act();
    QVERIFY(stand.retrain());
    stand.find<QPushButton>("retrainAccept")->click();
    const auto first = stand.services->store.snapshot()->trained;
    QVERIFY(first != Stand::snapshot.trained);
    QVERIFY(first->runId > 0);
    auto* runs = stand.find<QTableView>("retrainRuns");
    QCOMPARE(runs->model()->rowCount(), 1); // the fixture's own model was never stored
    QVERIFY(stand.find<QLabel>("retrainRunsText")->text().contains(QString::number(first->runId)));
    QVERIFY(stand.find<RunStatus>("retrainStatus")
                ->sentence()
                .contains(u"learned %1 event"_s.arg(first->events->events)));
    runs->setCurrentIndex(runs->model()->index(0, 0));
    QVERIFY(!stand.find<QPushButton>("retrainBack")->isEnabled()); // it is in use

    QVERIFY(stand.services->live.act(EventType::Like, 41).ok());
    QVERIFY(stand.retrain());
    stand.find<QPushButton>("retrainAccept")->click();
    const qint64 second = stand.services->store.snapshot()->trained->runId;
    QVERIFY(second > first->runId);
    QCOMPARE(runs->model()->rowCount(), 2);
    runs->setCurrentIndex(runs->model()->index(1, 0));
    QVERIFY(stand.find<QPushButton>("retrainBack")->isEnabled());
    QSignalSpy opened(&stand.services->session, &SessionService::runOpened);
    stand.find<QPushButton>("retrainBack")->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count() + stand.find<Notice>("retrainNotice")->isVisible(), 2, 30'000);
    QCOMPARE(stand.services->store.snapshot()->trained->runId, first->runId);
    QCOMPARE(stand.services->live.user().events.size(), std::size_t{15}); // events stay
}

void TestStageRetrain::cancelKeepsTheModel() {
    Stand stand;
    stand.act();
    QSignalSpy cancelled(&stand.services->retrain, &RetrainService::cancelled);
    stand.find<QPushButton>("runStatusAction")->click();
    QVERIFY(stand.services->retrain.running());
    QVERIFY(stand.find<QPushButton>("cancelTraining")->isVisible());
    stand.find<QPushButton>("cancelTraining")->click();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, 20'000);
    QVERIFY(stand.services->retrain.candidate() == nullptr);
    QVERIFY(stand.services->store.snapshot()->trained == Stand::snapshot.trained);
    QVERIFY(!stand.find<QPushButton>("cancelTraining")->isVisible());
}

QTEST_MAIN(TestStageRetrain)
#include "tst_stageretrain.moc"
