#include "core/recsys/recommend.h"
#include "core/services/services.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/stagefixture.h"
#include "ui/pages/stagepair.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pairmap.h"
#include "ui/widgets/recommendationview.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    explicit Stand(bool withData = true, bool withUsers = true)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1180, 560);
        page.setReduceMotion(true);
        if (withData)
            services->store.publish(snapshot);
        if (withUsers) {
            a = services->live.addUser(u"Alice"_s).value();
            like({0, 8, 16});
            b = services->live.addUser(u"Bob"_s).value();
            like({1, 9});
        }
        page.show();
    }
    void like(const std::vector<ItemIndex>& items) {
        for (const ItemIndex item : items)
            QVERIFY(services->live.act(EventType::Like, item).ok());
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    const std::vector<RecommendationRow>& rows(const char* name) {
        return find<RecommendationView>(name)->recommendations().rows();
    }
    std::vector<ItemIndex> items(const char* name) {
        std::vector<ItemIndex> result;
        for (const RecommendationRow& row : rows(name))
            result.push_back(row.item);
        return result;
    }
    /// Shows Alice as A and Bob as B, by the choosers.
    void chooseBoth() {
        choose("pairAChooser", a);
        choose("pairBChooser", b);
    }
    void choose(const char* name, qint64 id) {
        auto* chooser = find<QComboBox>(name);
        chooser->setCurrentIndex(chooser->findData(id));
        emit chooser->activated(chooser->currentIndex());
    }

    static inline const ModelSnapshot snapshot = test::generatedSnapshot();
    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    StagePair page;
    qint64 a = 0;
    qint64 b = 0;
};

std::vector<ItemIndex> itemsOf(const std::vector<ScoredItem>& list) {
    std::vector<ItemIndex> items;
    for (const ScoredItem& entry : list)
        items.push_back(entry.item);
    return items;
}

} // namespace

class TestStagePair : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void newUserFromHere();
    void bothListsOverTheSameFilms();
    void sharedFilmsAreMarkedByText();
    void blendFollowsTheSlider();
    void sliderByKeyboard();
    void clickLikesForThatUser();
    void choosingTheSameChangesPlaces();
    void usersMayLeave();
    void mapShowsBothAndTheWayBetween();
    void sliderAt60Hz();
};

void TestStagePair::saysWhatIsMissing() {
    Stand stand(false, false);
    QVERIFY(stand.find<QWidget>("pairEmpty")->isVisible());
    QSignalSpy data(&stand.page, &StagePair::dataRequested);
    stand.find<QPushButton>("pairEmptyButton")->click();
    QCOMPARE(data.count(), 1);
    stand.services->store.publish(Stand::snapshot);
    QVERIFY(stand.find<QWidget>("pairEmpty")->isVisible()); // one newcomer is not a pair
    QVERIFY(stand.find<QLabel>("pairEmptyTitle")->text().contains(u"one user"_s));
}

void TestStagePair::newUserFromHere() {
    Stand stand(true, false);
    const test::KeysFor dialog(test::KeysFor::Kind::Dialog, [](QWidget&) {
        test::type("  Carol ");
        test::press(Qt::Key_Return);
    });
    stand.find<QPushButton>("pairEmptyButton")->click();
    QVERIFY(dialog.done());
    QVERIFY(!stand.find<QWidget>("pairEmpty")->isVisible());
    QCOMPARE(stand.find<QComboBox>("pairBChooser")->currentText(), u"Carol"_s);
    QCOMPARE(stand.services->live.state().users.size(), std::size_t{2});
}

void TestStagePair::bothListsOverTheSameFilms() {
    Stand stand;
    stand.chooseBoth();
    const LiveSession& live = stand.services->live;
    std::vector<float> a;
    std::vector<float> b;
    live.rankingOf(*live.findUser(stand.a), a);
    live.rankingOf(*live.findUser(stand.b), b);
    const std::vector<ItemIndex> seen{0, 1, 8, 9, 16};
    QCOMPARE(stand.items("pairAList"), itemsOf(topK(a, seen, 10).value()));
    QCOMPARE(stand.items("pairBList"), itemsOf(topK(b, seen, 10).value()));
    QVERIFY(stand.find<ElidedLabel>("pairAAbout")->fullText().contains(u"3 event"_s));
    QVERIFY(stand.find<ElidedLabel>("pairASource")->fullText().contains(u"µs"_s));
}

void TestStagePair::sharedFilmsAreMarkedByText() {
    Stand stand;
    stand.chooseBoth();
    const std::vector<ItemIndex> b = stand.items("pairBList");
    int common = 0;
    for (const RecommendationRow& row : stand.rows("pairAList")) {
        const bool shared = std::ranges::find(b, row.item) != b.end();
        common += shared ? 1 : 0;
        QCOMPARE(row.badge, shared ? u"A+B"_s : QString());
        QVERIFY(row.badgeMeaning.contains(shared ? u"both"_s : u"only"_s));
    }
    QCOMPARE(stand.find<QLabel>("pairOverlap")->text(), u"%1 of 10 in common"_s.arg(common));
    QVERIFY(stand.find<QLabel>("pairOverlapText")->text().startsWith(u"%1 only for A"_s.arg(10 - common)));
}

void TestStagePair::blendFollowsTheSlider() {
    Stand stand;
    stand.chooseBoth();
    auto* slider = stand.find<QSlider>("pairSlider");
    slider->setValue(0);
    QCOMPARE(stand.items("pairBlendList"), stand.items("pairAList"));
    slider->setValue(slider->maximum());
    QCOMPARE(stand.items("pairBlendList"), stand.items("pairBList"));
    slider->setValue(slider->maximum() / 4);
    QVERIFY(stand.find<QLabel>("pairShare")->text().contains(u"75"_s));
    const LiveSession& live = stand.services->live;
    std::vector<float> a;
    std::vector<float> b;
    live.rankingOf(*live.findUser(stand.a), a);
    live.rankingOf(*live.findUser(stand.b), b);
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = 0.75F * a[i] + 0.25F * b[i];
    QCOMPARE(stand.items("pairBlendList"),
             itemsOf(topK(a, std::vector<ItemIndex>{0, 1, 8, 9, 16}, 10).value()));
    QVERIFY(stand.find<ElidedLabel>("pairBlendSource")->fullText().contains(u"µs"_s));
}

void TestStagePair::sliderByKeyboard() {
    Stand stand;
    stand.chooseBoth();
    auto* slider = stand.find<QSlider>("pairSlider");
    QVERIFY(slider->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(stand.items("pairBlendList"), stand.items("pairAList"));
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(stand.items("pairBlendList"), stand.items("pairBList"));
}

void TestStagePair::clickLikesForThatUser() {
    Stand stand;
    stand.chooseBoth();
    auto* list = stand.find<RecommendationView>("pairAList");
    const ItemIndex first = stand.items("pairAList").front();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    const LiveSession& live = stand.services->live;
    QCOMPARE(live.user().id, stand.a);
    QCOMPARE(live.findUser(stand.a)->events.back().event.item, first);
    QCOMPARE(live.findUser(stand.b)->events.size(), std::size_t{2});
    for (const char* name : {"pairAList", "pairBList", "pairBlendList"}) {
        const std::vector<ItemIndex> items = stand.items(name);
        QVERIFY(std::ranges::find(items, first) == items.end()); // seen by one is on nobody's list
    }
}

void TestStagePair::choosingTheSameChangesPlaces() {
    Stand stand;
    stand.chooseBoth();
    const std::vector<ItemIndex> a = stand.items("pairAList");
    stand.choose("pairAChooser", stand.b);
    QCOMPARE(stand.find<QComboBox>("pairBChooser")->currentData().toLongLong(), stand.a);
    QCOMPARE(stand.items("pairBList"), a);
}

void TestStagePair::usersMayLeave() {
    Stand stand;
    stand.chooseBoth();
    QVERIFY(stand.services->live.removeUser(stand.a).ok());
    const qint64 left = stand.find<QComboBox>("pairAChooser")->currentData().toLongLong();
    QVERIFY(left != stand.a);
    // Another dataset: nobody of before is there.
    stand.services->store.publish(test::crowdedSnapshot(300));
    QVERIFY(stand.find<QWidget>("pairEmpty")->isVisible());
}

void TestStagePair::mapShowsBothAndTheWayBetween() {
    Stand stand;
    stand.chooseBoth();
    auto* map = stand.find<PairMap>("pairMap");
    QVERIFY(!map->isVisible());
    stand.find<QPushButton>("segment_map")->click();
    QVERIFY(map->isVisible());
    const LiveSession& live = stand.services->live;
    std::vector<float> scores;
    const auto place = [&](qint64 id) {
        const auto at = live.positionOf(live.rankingOf(*live.findUser(id), scores).vector).value();
        return QPointF(static_cast<double>(at.x()), static_cast<double>(at.y()));
    };
    auto* slider = stand.find<QSlider>("pairSlider");
    slider->setValue(slider->maximum() / 2);
    const QPointF middle = (place(stand.a) + place(stand.b)) / 2;
    QVERIFY((*map->blendPosition() - middle).manhattanLength() < 1e-6);
    QVERIFY(!map->grab().isNull());
}

/// Slider to painted list, over the whole way, in frames of 60 Hz.
void TestStagePair::sliderAt60Hz() {
    Stand stand;
    stand.chooseBoth();
    QVERIFY(QTest::qWaitForWindowExposed(&stand.page));
    auto* slider = stand.find<QSlider>("pairSlider");
    std::vector<double> frames;
    for (int value = 0; value <= slider->maximum(); value += 2) {
        QElapsedTimer timer;
        timer.start();
        slider->setValue(value);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(frames);
    const double typical = frames[frames.size() * 95 / 100];
    QVERIFY2(typical < test::timeLimit(1000.0 / 60.0), qPrintable(QString::number(typical)));
}

QTEST_MAIN(TestStagePair)
#include "tst_stagepair.moc"
