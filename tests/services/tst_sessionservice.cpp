#include "core/services/services.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace recital;

/// A program that ends and starts again, on the bundled data.
class TestSessionService : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theModelAndTheClicksComeBack();
    void anEarlierRunIsOpened();
    void aDamagedModelIsASentence();
    void nothingToRestore();

private:
    static std::unique_ptr<Services> open(const QString& workspace) {
        auto services = Services::create(workspace);
        return services.ok() ? std::move(*services) : nullptr;
    }
    static bool train(Services& services, int factors) {
        TrainingRequest request = services.training.defaultRequest();
        request.parameters.factors = factors;
        request.parameters.iterations = 2;
        QSignalSpy finished(&services.training, &TrainingService::finished);
        return services.training.start(request) && finished.wait(60'000);
    }
    static bool restore(Services& services) {
        QSignalSpy restored(&services.session, &SessionService::restored);
        return services.session.restore() && (restored.count() > 0 || restored.wait(30'000));
    }

    QTemporaryDir m_folder;
    std::vector<RankChange> m_list;
    qint64 m_firstRun = 0;
    qint64 m_lastRun = 0;
};

void TestSessionService::initTestCase() {
    const auto services = open(m_folder.path());
    QVERIFY(services);
    QSignalSpy restored(&services->session, &SessionService::restored);
    QVERIFY(services->session.restore(QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small")));
    QVERIFY(restored.count() > 0 || restored.wait(30'000));
    QVERIFY(train(*services, 4));
    m_firstRun = services->store.snapshot()->trained->runId;
    QVERIFY(train(*services, 8));
    m_lastRun = services->store.snapshot()->trained->runId;
    QVERIFY(m_firstRun > 0 && m_lastRun > m_firstRun);
    QVERIFY(services->live.act(EventType::Like, *services->store.snapshot()->dataset->findItem(1)).ok());
    QVERIFY(services->live.act(EventType::Like, *services->store.snapshot()->dataset->findItem(588)).ok());
    services->session.setPage(u"stage"_s);
    m_list = services->live.recommendations();
}

void TestSessionService::theModelAndTheClicksComeBack() {
    const auto services = open(m_folder.path());
    QVERIFY(services && restore(*services));
    const auto snapshot = services->store.snapshot();
    QVERIFY(snapshot->trained);
    QCOMPARE(snapshot->trained->runId, m_lastRun);
    QCOMPARE(snapshot->trained->reports.size(), std::size_t{4});
    QCOMPARE(services->live.user().events.size(), std::size_t{2});
    QCOMPARE(services->session.page(), u"stage"_s);
    const auto& list = services->live.recommendations();
    QCOMPARE(list.size(), m_list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        QCOMPARE(list[i].item, m_list[i].item);
        QCOMPARE(list[i].score, m_list[i].score);
    }
}

void TestSessionService::anEarlierRunIsOpened() {
    const auto services = open(m_folder.path());
    QVERIFY(services && restore(*services));
    QSignalSpy opened(&services->session, &SessionService::runOpened);
    services->session.openRun(m_firstRun);
    QVERIFY(opened.count() > 0 || opened.wait(30'000));
    const auto trained = services->store.snapshot()->trained;
    QCOMPARE(trained->runId, m_firstRun);
    QCOMPARE(trained->model->parameters().factors, 4);
    services->session.openRun(m_lastRun);
    QVERIFY(opened.wait(30'000));
    QCOMPARE(services->store.snapshot()->trained->model->parameters().factors, 8);
}

void TestSessionService::aDamagedModelIsASentence() {
    const auto services = open(m_folder.path());
    QVERIFY(services);
    QFile file(QDir(m_folder.path()).filePath(services->workspace().run(m_lastRun)->modelFile));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    file.close();
    QSignalSpy problem(&services->session, &SessionService::problem);
    QVERIFY(restore(*services));
    QCOMPARE(problem.count(), 1);
    QCOMPARE(problem.first().first().value<ErrorCode>(), ErrorCode::BadFormat);
    QVERIFY(services->store.snapshot()->dataset);
    QVERIFY(!services->store.snapshot()->trained);
    QCOMPARE(services->live.user().events.size(), std::size_t{2}); // the rest is back
}

void TestSessionService::nothingToRestore() {
    QTemporaryDir empty;
    const auto services = open(empty.path());
    QVERIFY(services);
    QVERIFY(!services->session.restore());
    QVERIFY(!services->store.snapshot()->dataset);
}

QTEST_GUILESS_MAIN(TestSessionService)
#include "tst_sessionservice.moc"
