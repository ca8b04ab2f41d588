#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "ui/mainwindow.h"
#include "ui/pages/comparebench.h"
#include "ui/pages/comparelab.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/comparetune.h"
#include "ui/pages/trainpage.h"
#include "ui/theme.h"
#include "ui/widgets/comparepanel.h"
#include "ui/widgets/parameterpanel.h"

#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    Stand()
        : services(Services::create(folder.path()).value())
        , window(*services, theme) {
        window.resize(1280, 720);
        test::SnapshotOptions untrained;
        untrained.trained = false;
        ModelSnapshot snapshot = test::makeSnapshot(untrained);
        snapshot.statistics = std::make_shared<const DatasetStatistics>(computeStatistics(*snapshot.dataset));
        services->store.publish(snapshot);
        window.showPage(u"compare"_s);
    }
    ComparePage& page() { return *window.findChild<ComparePage*>(); }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    MainWindow window;
};

} // namespace

/// What the views of the Compare page hand to each other and to the window.
class TestCompareViews : public QObject {
    Q_OBJECT

private slots:
    void everyViewCanBeShown();
    void parametersOfTheLabReachTheTrainPage();
    void whatASearchFoundReachesTheBench();
};

void TestCompareViews::everyViewCanBeShown() {
    Stand stand;
    QCOMPARE(stand.page().views(), (QStringList{u"bench"_s, u"lab"_s, u"tune"_s, u"reproduce"_s}));
    for (const QString& name : stand.page().views()) {
        stand.page().showView(name);
        QCOMPARE(stand.page().currentView(), name);
    }
    stand.page().showView(u"nothing"_s);
    QCOMPARE(stand.page().currentView(), u"reproduce"_s);
}

void TestCompareViews::parametersOfTheLabReachTheTrainPage() {
    Stand stand;
    AlsParameters parameters;
    parameters.factors = 7;
    parameters.unobservedWeight = 0.25;
    emit stand.window.findChild<CompareLab*>()->trainParametersRequested(parameters);
    QCOMPARE(stand.window.currentPage(), u"train"_s);
    auto* train = stand.window.findChild<TrainPage*>();
    QVERIFY(train->parameters().request().parameters == parameters);
    QVERIFY(!stand.services->training.running()); // that is up to the user
}

void TestCompareViews::whatASearchFoundReachesTheBench() {
    Stand stand;
    stand.page().showView(u"tune"_s);
    AlsParameters found;
    found.unobservedWeight = 0.37;
    emit stand.window.findChild<CompareTune*>()->applyRequested(found, 16);
    QCOMPARE(stand.page().currentView(), u"bench"_s);
    const CompareRequest request = stand.window.findChild<ComparePanel*>()->request();
    QCOMPARE(request.tuningTrials.size(), request.algorithms.size());
    bool present = false;
    for (std::size_t i = 0; i < request.algorithms.size(); ++i) {
        const bool same = request.algorithms[i] == TrainingSpec(found);
        present = present || same;
        QCOMPARE(request.tuningTrials[i], same ? 16 : 0);
    }
    QVERIFY(present);
}

QTEST_MAIN(TestCompareViews)
#include "tst_compareviews.moc"
