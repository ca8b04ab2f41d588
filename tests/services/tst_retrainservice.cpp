#include "core/services/recordjson.h"
#include "core/services/services.h"

#include "tests/services/databaselock.h"
#include "tests/services/fulldisk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace recital;

/// Retraining with what was done on the stage, on the bundled data.
class TestRetrainService : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void withoutModelOrEventsItIsRefused();
    void pairsOfTheTestPartAreNotLearned();
    void aCandidateIsPresentedAndNothingIsPublished();
    void theCandidateLearnedExactlySplitAndEvents();
    void rejectingLeavesNoTrace();
    void aFullDiskLeavesThePresentModel();
    void whatCannotBeStoredIsNotPublished();
    void acceptingPublishesARunOfItsOwn();
    void theRetrainedModelComesBackAndCanBeRolledBack();
    void aRecordThatDoesNotFitItsModelIsRefused();
    void cancellingLeavesThePresentModel();
    void aCandidateForAnotherModelIsDropped();
    void whileAnotherJobRunsItIsRefused();

private:
    static std::unique_ptr<Services> open(const QString& workspace) {
        auto services = Services::create(workspace);
        return services.ok() ? std::move(*services) : nullptr;
    }
    static bool restore(Services& services) {
        QSignalSpy restored(&services.session, &SessionService::restored);
        return services.session.restore() && (restored.count() > 0 || restored.wait(30'000));
    }
    static bool train(Services& services, int factors) {
        TrainingRequest request = services.training.defaultRequest();
        request.parameters.factors = factors;
        request.parameters.iterations = 3;
        QSignalSpy finished(&services.training, &TrainingService::finished);
        return services.training.start(request) && finished.wait(60'000);
    }
    static bool retrain(Services& services) {
        QSignalSpy changed(&services.retrain, &RetrainService::candidateChanged);
        return services.retrain.start() && changed.wait(60'000) && services.retrain.candidate();
    }
    QStringList modelFiles() const {
        return QDir(m_folder.filePath(u"models"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    ItemIndex film(ItemId id) const { return *m_services->store.snapshot()->dataset->findItem(id); }
    std::shared_ptr<const TrainedModel> model() const { return m_services->store.snapshot()->trained; }

    QTemporaryDir m_folder;
    std::unique_ptr<Services> m_services;
    UserIndex m_datasetUser = -1; ///< with a held-out film
    ItemIndex m_heldOut = -1;
    ItemIndex m_unknown = -1; ///< nobody liked it in training
    qint64 m_firstRun = 0;
    qint64 m_retrainedRun = 0;
};

void TestRetrainService::initTestCase() {
    m_services = open(m_folder.path());
    QVERIFY(m_services);
    QSignalSpy restored(&m_services->session, &SessionService::restored);
    QVERIFY(m_services->session.restore(QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small")));
    QVERIFY(restored.count() > 0 || restored.wait(30'000));
}

void TestRetrainService::withoutModelOrEventsItIsRefused() {
    QSignalSpy failed(&m_services->retrain, &RetrainService::failed);
    QVERIFY(m_services->retrain.learnable().users.empty());
    QVERIFY(!m_services->retrain.start());
    QVERIFY(train(*m_services, 8));
    m_firstRun = model()->runId;
    QVERIFY(!m_services->retrain.start());
    QCOMPARE(failed.count(), 2);
    for (const auto& arguments : failed)
        QCOMPARE(arguments.first().value<ErrorCode>(), ErrorCode::InvalidData);
    QCOMPARE(m_services->retrain.accept().error().code, ErrorCode::UnknownId);
    m_services->retrain.reject(); // nothing happens
    QVERIFY(!model()->events);
}

void TestRetrainService::pairsOfTheTestPartAreNotLearned() {
    const Split& split = *model()->split;
    for (UserIndex user = 0; user < split.relevant.rowCount() && m_datasetUser < 0; ++user)
        if (!split.relevant.row(user).empty() && !split.train.byUser().row(user).empty()) {
            m_datasetUser = user;
            m_heldOut = split.relevant.row(user).front();
        }
    for (ItemIndex item = 0; item < split.train.itemCount() && m_unknown < 0; ++item)
        if (split.train.byItem().row(item).empty())
            m_unknown = item;
    QVERIFY(m_datasetUser >= 0 && m_unknown >= 0);
    QVERIFY(m_services->live.addUser(u"Alice"_s).ok());
    QVERIFY(m_services->live.act(EventType::Purchase, film(1)).ok());
    QVERIFY(m_services->live.act(EventType::Purchase, m_unknown).ok());
    QVERIFY(m_services->live.act(EventType::Dislike, film(59315)).ok());
    QVERIFY(m_services->live.act(EventType::View, film(59315)).ok());
    QVERIFY(m_services->live.addDatasetUser(m_datasetUser).ok());
    QVERIFY(m_services->live.act(EventType::Like, m_heldOut).ok());
    QVERIFY(m_services->live.act(EventType::Like, m_unknown).ok());
    const LearnedEvents learned = m_services->retrain.learnable();
    QCOMPARE(learned.heldOut, 1);
    QCOMPARE(learned.events, 5);
    QCOMPARE(learned.users.size(), 2U);
    for (const LearnedUser& user : learned.users)
        if (user.datasetUser == m_datasetUser)
            QCOMPARE(user.cells, (std::vector<Interaction>{{m_unknown, 1.0F}}));
}

void TestRetrainService::aCandidateIsPresentedAndNothingIsPublished() {
    const auto before = m_services->store.snapshot();
    QSignalSpy published(&m_services->store, &ModelStore::snapshotChanged);
    QSignalSpy phases(&m_services->retrain, &RetrainService::phaseChanged);
    QSignalSpy progress(&m_services->retrain, &RetrainService::progressChanged);
    QVERIFY(retrain(*m_services));
    QCOMPARE(published.count(), 0);
    QCOMPARE(m_services->store.snapshot(), before);
    QCOMPARE(phases.first().first().value<RetrainService::Phase>(), RetrainService::Phase::Training);
    QCOMPARE(phases.last().first().value<RetrainService::Phase>(), RetrainService::Phase::Idle);
    QCOMPARE(progress.last().first().toDouble(), 1.0);

    const auto candidate = m_services->retrain.candidate();
    QCOMPARE(candidate->base, before->trained);
    QCOMPARE(candidate->trained->runId, 0);
    QCOMPARE(candidate->learned.events, 5);
    QCOMPARE(candidate->trained->split, before->trained->split);
    QCOMPARE(candidate->metrics.size(), 6U);
    const EvaluationReport& old = before->trained->reports.back();
    const EvaluationReport& now = candidate->trained->reports.back();
    QCOMPARE(candidate->users, old.evaluatedUsers);
    for (const RetrainMetric& metric : candidate->metrics) {
        QCOMPARE(metric.before, metricValue(old, metric.id)); // measured again: the same split and model
        QCOMPARE(metric.after, metricValue(now, metric.id));
        QCOMPARE(metric.difference.users, candidate->users);
        QCOMPARE(metric.difference.familySize, 6);
        QVERIFY(std::abs(metric.difference.difference - (metric.after - metric.before)) < 1e-12);
        QVERIFY(metric.difference.interval.low <= metric.difference.difference);
        QVERIFY(metric.difference.interval.high >= metric.difference.difference);
        QVERIFY(metric.difference.verdict != Verdict::NotComparable);
    }
    QCOMPARE(candidate->lists.size(), m_services->live.state().users.size());
    for (const RetrainUser& user : candidate->lists) {
        QCOMPARE(user.before.size(), 10U);
        QCOMPARE(user.after.size(), 10U);
        const auto onStage = m_services->live.findUser(user.id);
        QVERIFY(onStage);
        std::vector<float> scores;
        QCOMPARE(user.before, m_services->live.rankingOf(*onStage, scores, 10).list);
    }
}

/// The same bytes as a training on a matrix written out by hand; and a film that had no vector has one.
void TestRetrainService::theCandidateLearnedExactlySplitAndEvents() {
    const auto candidate = m_services->retrain.candidate();
    QVERIFY(candidate);
    const RatingMatrix& train = model()->split->train;
    std::vector<Triple> triples;
    for (UserIndex user = 0; user < train.userCount(); ++user)
        for (const ItemIndex item : train.byUser().row(user))
            triples.push_back({user, item, 1.0F});
    triples.push_back({m_datasetUser, m_unknown, 1.0F});
    const UserIndex alice = train.userCount();
    triples.push_back({alice, film(1), 1.5F});
    triples.push_back({alice, m_unknown, 1.5F});
    triples.push_back({alice, film(59315), static_cast<float>(-1.0 + 0.1)});
    const auto expected = *trainAls(RatingMatrix::fromTriples(alice + 1, train.itemCount(), triples),
                                    model()->model->parameters(), {});
    const FactorMatrix& items = candidate->trained->model->latentFactors()->items;
    QCOMPARE(items, expected->latentFactors()->items);
    const FactorMatrix& users = candidate->trained->model->latentFactors()->users;
    QCOMPARE(users, FactorMatrix(expected->latentFactors()->users.topRows(alice))); // newcomers are events
    QVERIFY(model()->model->latentFactors()->items.row(m_unknown).isZero(0.0F));
    QVERIFY(!items.row(m_unknown).isZero(0.0F));
}

void TestRetrainService::rejectingLeavesNoTrace() {
    const auto before = m_services->store.snapshot();
    QCOMPARE(modelFiles().size(), 2); // the present one, and the candidate's
    QSignalSpy changed(&m_services->retrain, &RetrainService::candidateChanged);
    m_services->retrain.reject();
    QCOMPARE(changed.count(), 1);
    QVERIFY(!m_services->retrain.candidate());
    QCOMPARE(modelFiles().size(), 1);
    QCOMPARE(m_services->store.snapshot(), before);
    QCOMPARE(m_services->workspace().runs()->size(), 1U);
}

/// The model file does not fit: no candidate, nothing half written, and the model on the stage goes on.
void TestRetrainService::aFullDiskLeavesThePresentModel() {
    const auto before = m_services->store.snapshot();
    const auto list = m_services->live.ranking().list;
    const QStringList files = modelFiles();
    QSignalSpy failed(&m_services->retrain, &RetrainService::failed);
    {
        const test::FullDisk disk(100'000);
        QVERIFY(m_services->retrain.start());
        QTRY_VERIFY_WITH_TIMEOUT(!m_services->retrain.running(), 60'000);
    }
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::FileWrite);
    const QString detail = failed.first().last().toString();
    QVERIFY2(detail.contains(m_folder.filePath(u"models"_s)), qPrintable(detail)); // names the file
    QVERIFY(!m_services->retrain.candidate());
    QCOMPARE(m_services->retrain.phase(), RetrainService::Phase::Idle);
    QCOMPARE(m_services->store.snapshot(), before);
    QVERIFY(m_services->live.ranking().list == list);
    QCOMPARE(modelFiles(), files);
    QVERIFY(m_services->live.act(EventType::View, film(1)).ok()); // the stage goes on
    QVERIFY(m_services->live.undo().ok());
}

/// The candidate waits, file and all, until its run can be written.
void TestRetrainService::whatCannotBeStoredIsNotPublished() {
    QVERIFY(retrain(*m_services)); // with room again
    const auto before = m_services->store.snapshot();
    const auto candidate = m_services->retrain.candidate();
    QCOMPARE(modelFiles().size(), 2);
    QSignalSpy accepted(&m_services->retrain, &RetrainService::accepted);
    {
        const test::FullDisk disk(1);
        QCOMPARE(m_services->retrain.accept().error().code, ErrorCode::FileWrite);
    }
    test::DatabaseLock lock(m_folder.path());
    QVERIFY(lock.take());
    QCOMPARE(m_services->retrain.accept().error().code, ErrorCode::Database);
    QVERIFY(lock.release());
    QCOMPARE(accepted.count(), 0);
    QCOMPARE(m_services->store.snapshot(), before);
    QCOMPARE(m_services->retrain.candidate(), candidate);
    QCOMPARE(modelFiles().size(), 2);
    QCOMPARE(m_services->workspace().runs()->size(), 1U);
}

void TestRetrainService::acceptingPublishesARunOfItsOwn() {
    QVERIFY(m_services->retrain.candidate()); // could not be stored before
    const auto candidate = m_services->retrain.candidate();
    QSignalSpy accepted(&m_services->retrain, &RetrainService::accepted);
    QVERIFY(m_services->retrain.accept().ok());
    QCOMPARE(accepted.count(), 1);
    m_retrainedRun = accepted.first().first().toLongLong();
    QVERIFY(m_retrainedRun > m_firstRun);
    QVERIFY(!m_services->retrain.candidate());
    QCOMPARE(model()->runId, m_retrainedRun);
    QCOMPARE(model()->model, candidate->trained->model);
    QCOMPARE(*model()->events, candidate->learned);
    QCOMPARE(model()->reports.size(), 4U);
    QCOMPARE(modelFiles().size(), 2);
    QCOMPARE(m_services->live.snapshot()->trained, model()); // the stage lists by it
    const auto record = splitFromJson(m_services->workspace().run(m_retrainedRun)->splitJson);
    QVERIFY(record && record->events);
    QCOMPARE(*record->events, candidate->learned);
    QVERIFY(!splitFromJson(m_services->workspace().run(m_firstRun)->splitJson)->events);
}

void TestRetrainService::theRetrainedModelComesBackAndCanBeRolledBack() {
    const FactorMatrix items = model()->model->latentFactors()->items;
    const LearnedEvents learned = *model()->events;
    m_services.reset();
    m_services = open(m_folder.path());
    QVERIFY(m_services && restore(*m_services));
    QVERIFY(model());
    QCOMPARE(model()->runId, m_retrainedRun);
    QVERIFY(model()->events);
    QCOMPARE(*model()->events, learned);
    QCOMPARE(model()->model->latentFactors()->items, items);
    QSignalSpy opened(&m_services->session, &SessionService::runOpened);
    m_services->session.openRun(m_firstRun);
    QVERIFY(opened.count() > 0 || opened.wait(30'000));
    QCOMPARE(model()->runId, m_firstRun);
    QVERIFY(!model()->events);
    QVERIFY(model()->model->latentFactors()->items != items);
    m_services->session.openRun(m_retrainedRun);
    QVERIFY(opened.wait(30'000));
    QCOMPARE(model()->model->latentFactors()->items, items);
}

void TestRetrainService::aRecordThatDoesNotFitItsModelIsRefused() {
    const RunRecord run = *m_services->workspace().run(m_retrainedRun);
    const Dataset& dataset = *m_services->store.snapshot()->dataset;
    QVERIFY(reopenRun(run, dataset, m_folder.path(), {}));
    const auto refused = [&](LearnedEvents events) {
        RunRecord wrong = run;
        wrong.splitJson = splitToJson(*model()->split, &events);
        const auto reopened = reopenRun(wrong, dataset, m_folder.path(), {});
        return !reopened && reopened.error().code == ErrorCode::InvalidData;
    };
    LearnedEvents events = *model()->events;
    const auto ofDataset = std::ranges::find(events.users, m_datasetUser, &LearnedUser::datasetUser);
    QVERIFY(ofDataset != events.users.end());
    ofDataset->cells.front().value = 2.0F; // another strength
    QVERIFY(refused(events));
    ofDataset->cells.front().item = dataset.itemCount(); // not a film
    QVERIFY(refused(events));
    events.users.erase(ofDataset); // not learned at all
    QVERIFY(refused(events));
    RunRecord without = run;
    without.splitJson = splitToJson(*model()->split);
    QVERIFY(!reopenRun(without, dataset, m_folder.path(), {}));
}

void TestRetrainService::cancellingLeavesThePresentModel() {
    const auto before = m_services->store.snapshot();
    const qsizetype files = modelFiles().size();
    QSignalSpy cancelled(&m_services->retrain, &RetrainService::cancelled);
    QSignalSpy failed(&m_services->retrain, &RetrainService::failed);
    QVERIFY(m_services->retrain.start());
    QVERIFY(m_services->retrain.running());
    m_services->retrain.cancel();
    QVERIFY(cancelled.count() > 0 || cancelled.wait(30'000));
    QVERIFY(!m_services->retrain.running());
    QVERIFY(!m_services->retrain.candidate());
    QCOMPARE(failed.count(), 0);
    QCOMPARE(m_services->store.snapshot(), before);
    QCOMPARE(modelFiles().size(), files);
}

/// Its figures compare it with a model that is no longer the present one.
void TestRetrainService::aCandidateForAnotherModelIsDropped() {
    QVERIFY(retrain(*m_services));
    QSignalSpy changed(&m_services->retrain, &RetrainService::candidateChanged);
    QVERIFY(train(*m_services, 4));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!m_services->retrain.candidate());
}

void TestRetrainService::whileAnotherJobRunsItIsRefused() {
    QSignalSpy failed(&m_services->retrain, &RetrainService::failed);
    QSignalSpy finished(&m_services->training, &TrainingService::finished);
    TrainingRequest request = m_services->training.defaultRequest();
    request.parameters.iterations = 1;
    QVERIFY(m_services->training.start(request));
    QVERIFY(!m_services->retrain.start());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::Busy);
    QVERIFY(finished.wait(60'000));
}

QTEST_GUILESS_MAIN(TestRetrainService)
#include "tst_retrainservice.moc"
