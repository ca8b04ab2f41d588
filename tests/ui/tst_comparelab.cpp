#include "core/services/services.h"
#include "tests/services/fixtures.h"
#include "tests/testdata.h"
#include "ui/metrictext.h"
#include "ui/pages/comparelab.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labcontrols.h"
#include "ui/widgets/labuser.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/recommendationview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

struct Stand {
    explicit Stand(bool withData = true)
        : services(Services::create(folder.path()).value())
        , page(*services, theme) {
        page.resize(1160, 580);
        if (withData)
            publish();
    }
    void publish() {
        test::SnapshotOptions untrained;
        untrained.trained = false;
        ModelSnapshot snapshot = test::makeSnapshot(untrained);
        snapshot.statistics = std::make_shared<const DatasetStatistics>(computeStatistics(*snapshot.dataset));
        services->store.publish(snapshot);
    }
    /// Shows the page and waits for its first model.
    bool show() {
        page.show();
        return QTest::qWaitFor([this] { return services->lab.result() != nullptr; }, 20'000);
    }
    bool settle() {
        return QTest::qWaitFor(
            [this] {
                return !services->computeLane.busy() && services->lab.result() &&
                       services->lab.result()->parameters == page.parameters();
            },
            20'000);
    }
    template<typename T>
    T* find(const char* name) {
        T* found = page.findChild<T*>(QLatin1String(name));
        Q_ASSERT_X(found != nullptr, "find", name);
        return found;
    }
    qsizetype traceLength() { return find<LineChart>("labTrace")->points().size(); }
    const std::vector<RecommendationRow>& rows() {
        return find<RecommendationView>("labList")->recommendations().rows();
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Services> services;
    CompareLab page;
};

} // namespace

class TestCompareLab : public QObject {
    Q_OBJECT

private slots:
    void saysWhatToDoWithoutData();
    void takesTheLaneOnlyWhenSeen();
    void showsWhatWasJustMeasured();
    void aDraggedSliderEndsWithItsLastValue();
    void arrowKeysRetrain();
    void refusedValuesAreExplained();
    void formsKeepTheirMeaning();
    void testPartWarnsAndKeepsWarning();
    void usersAreChosen();
    void anotherUserIsNoRetraining();
    void hitsAreTheHiddenLikes();
    void waitsForAnotherJob();
    void resetAndHandOver();
    void anotherDatasetStartsAfresh();
};

void TestCompareLab::saysWhatToDoWithoutData() {
    Stand stand(false);
    stand.page.show();
    QVERIFY(stand.find<QLabel>("labEmptyText")->isVisible());
    QVERIFY(!stand.find<LabControls>("labControls")->isVisible());
    QSignalSpy requested(&stand.page, &CompareLab::pageRequested);
    stand.find<QPushButton>("labGoToData")->click();
    QCOMPARE(requested.first().first().toString(), u"data"_s);
}

void TestCompareLab::takesTheLaneOnlyWhenSeen() {
    Stand stand;
    QTest::qWait(50);
    QVERIFY(!stand.services->computeLane.busy());
    QVERIFY(!stand.services->lab.ready());
    QVERIFY(stand.show());
    QVERIFY(stand.services->lab.ready());
}

void TestCompareLab::showsWhatWasJustMeasured() {
    Stand stand;
    QCOMPARE(stand.find<QLabel>("labNdcg")->text(), notMeasuredText());
    QVERIFY(stand.show());
    const auto result = stand.services->lab.result();
    QVERIFY(result->parameters == stand.page.parameters());
    QCOMPARE(stand.find<QLabel>("labNdcg")->text(), formatMetric(result->ndcg));
    QVERIFY(stand.find<QLabel>("labNdcg")->toolTip().contains(formatMetric(result->ndcg, 6)));
    QVERIFY(stand.find<QLabel>("labNdcgWhere")->text().contains(QString::number(result->users)));
    QCOMPARE(stand.traceLength(), 1);
    const LineChart* loss = stand.find<LineChart>("labLoss");
    QCOMPARE(static_cast<std::size_t>(loss->points().size()), result->losses.size());
    QCOMPARE(loss->points().last().y(), result->losses.back());
    QCOMPARE(stand.rows().size(), std::min<std::size_t>(result->list.size(), LabUser::shownFilms));
    QCOMPARE(stand.rows().front().item, result->list.front().item);
    const QString speed = stand.find<QLabel>("labSpeed")->text();
    QVERIFY2(speed.contains(QString::number(std::lround(1000.0 * result->trainSeconds)) + u" ms"_s),
             qPrintable(speed));
    QVERIFY(stand.find<ElidedLabel>("labSplitText")->fullText().contains(u"20 %"_s));
}

void TestCompareLab::aDraggedSliderEndsWithItsLastValue() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    const qsizetype before = stand.traceLength();
    auto* slider = stand.find<QSlider>("labFactorsSlider");
    slider->setSliderDown(true);
    for (int position = 0; position <= 20; ++position)
        slider->setSliderPosition(position);
    slider->setSliderDown(false);
    QVERIFY(stand.settle());
    const auto result = stand.services->lab.result();
    QCOMPARE(result->parameters.factors, static_cast<int>(stand.find<NumberField>("labFactors")->value()));
    QCOMPARE(stand.find<LineChart>("labTrace")->points().last().y(), result->ndcg);
    QCOMPARE_GT(stand.traceLength(), before);
    QCOMPARE_LE(stand.traceLength(), before + 21); // wishes that were overtaken are not in it
    QVERIFY(stand.rows().front().hasChange);
}

void TestCompareLab::arrowKeysRetrain() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    const int before = stand.page.parameters().iterations;
    auto* slider = stand.find<QSlider>("labIterationsSlider");
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(stand.page.parameters().iterations, before + 1);
    QVERIFY(stand.settle());
    // Users and films in every iteration, and users once more at the end.
    QCOMPARE(stand.services->lab.result()->losses.size(), static_cast<std::size_t>(2 * (before + 1) + 1));
    QVERIFY(!stand.find<QLabel>("labNdcgChange")->text().isEmpty());
}

void TestCompareLab::refusedValuesAreExplained() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    const auto before = stand.services->lab.result();
    auto* message = stand.find<QLabel>("labMessage");
    QVERIFY(!message->isVisible());
    auto* field = stand.find<NumberField>("labRegularization");
    field->setValue(0.0);
    QVERIFY(message->isVisible());
    QVERIFY(!stand.find<LabControls>("labControls")->valid());
    QVERIFY(!stand.find<QPushButton>("labUse")->isEnabled());
    QCOMPARE(field->property("invalid").toBool(), true);
    QCOMPARE(stand.find<NumberField>("labFactors")->property("invalid").toBool(), false);
    QTest::qWait(100);
    QCOMPARE(stand.services->lab.result(), before); // nothing was trained
    field->setValue(0.5);
    QVERIFY(!message->isVisible());
    QVERIFY(stand.settle());
    QCOMPARE(stand.services->lab.result()->parameters.regularization, 0.5);
}

void TestCompareLab::formsKeepTheirMeaning() {
    Stand stand;
    QVERIFY(stand.show());
    auto* forms = stand.find<QComboBox>("labForm");
    const auto choose = [forms](AlsForm form) {
        forms->setCurrentIndex(forms->findData(static_cast<int>(form)));
    };
    choose(AlsForm::Implicit);
    QVERIFY(stand.find<NumberField>("labAlpha")->isVisible());
    QVERIFY(!stand.find<NumberField>("labUnobserved")->isVisible());
    stand.find<NumberField>("labAlpha")->setValue(12.0);
    stand.find<NumberField>("labRegularization")->setValue(40.0);
    choose(AlsForm::HuKorenVolinsky); // 1 + alpha there is alpha here
    QCOMPARE(stand.page.parameters().alpha, 11.0);
    QCOMPARE(stand.page.parameters().regularization, 40.0);
    choose(AlsForm::FrequencyScaled);
    QVERIFY(stand.find<NumberField>("labUnobserved")->isVisible());
    choose(AlsForm::Implicit);
    QCOMPARE(stand.page.parameters().alpha, 12.0);
    QVERIFY(stand.settle());
}

void TestCompareLab::testPartWarnsAndKeepsWarning() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    auto* warning = stand.find<QFrame>("labWarning");
    QVERIFY(!warning->isVisible());
    const auto inner = stand.services->lab.split();
    QSignalSpy prepared(&stand.services->lab, &LabService::prepared);
    stand.find<QPushButton>("segment_test")->click();
    QVERIFY(warning->isVisible());
    QCOMPARE(stand.find<QLabel>("labNdcg")->text(), notMeasuredText()); // of the other part
    QTRY_COMPARE(prepared.count(), 1);
    QVERIFY(stand.settle());
    const auto outer = stand.services->lab.split();
    QCOMPARE_GT(outer->trainRatings, inner->trainRatings);
    QVERIFY(stand.find<ElidedLabel>("labSplitText")->fullText().contains(u"test part"_s));
    QCOMPARE(stand.traceLength(), 1);
    QTest::keyClick(stand.find<QSlider>("labFactorsSlider"), Qt::Key_Left);
    QVERIFY(stand.settle());
    QVERIFY(warning->isVisible()); // it cannot be put away
    QVERIFY(warning->findChildren<QAbstractButton*>().isEmpty());
    stand.find<QPushButton>("segment_validation")->click();
    QTRY_COMPARE(prepared.count(), 2);
    QVERIFY(stand.settle());
    QVERIFY(!warning->isVisible());
    QCOMPARE(stand.services->lab.split()->trainRatings, inner->trainRatings);
}

void TestCompareLab::usersAreChosen() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    auto* id = stand.find<QLineEdit>("labUserId");
    auto* user = stand.find<LabUser>("labUser");
    const auto split = stand.services->lab.split();
    for (UserIndex other = 0; other < split->train.userCount(); ++other)
        QCOMPARE_GE(split->train.byUser().row(user->user()).size(), split->train.byUser().row(other).size());
    const auto enter = [id](const QString& text) {
        id->setText(text);
        QTest::keyClick(id, Qt::Key_Return);
    };
    enter(u"7"_s);
    QCOMPARE(user->user(), 6);
    enter(u"99999"_s);
    QCOMPARE(user->user(), 6);
    QVERIFY(stand.find<QLabel>("labUserText")->text().contains(u"99999"_s));
    QCOMPARE(id->property("invalid").toBool(), true);
    enter(u"seven"_s);
    QCOMPARE(user->user(), 6);
    QCOMPARE(id->property("invalid").toBool(), true);
    enter(u"8"_s);
    QCOMPARE(id->property("invalid").toBool(), false);
    QSet<UserIndex> drawn;
    for (int i = 0; i < 30; ++i) {
        const UserIndex before = user->user();
        stand.find<QPushButton>("labRandom")->click();
        QVERIFY(user->user() != before);
        QVERIFY(!split->relevant.row(user->user()).empty());
        QCOMPARE(id->text().toLongLong(), stand.services->store.snapshot()->dataset->userId(user->user()));
        drawn += user->user();
    }
    QCOMPARE_GT(drawn.size(), 3);
    stand.find<QPushButton>("labBusiest")->click();
    QVERIFY(
        std::ranges::equal(split->train.byUser().row(user->user()), split->train.byUser().row(user->user())));
}

void TestCompareLab::anotherUserIsNoRetraining() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    const qsizetype before = stand.traceLength();
    const auto first = stand.rows();
    stand.find<QPushButton>("labRandom")->click();
    QVERIFY(!stand.rows().empty());
    QVERIFY(!(stand.rows() == first));
    QVERIFY(!stand.rows().front().hasChange); // the list of somebody else: nothing "moved"
    QCOMPARE(stand.traceLength(), before);
    QVERIFY(!stand.services->computeLane.busy());
}

void TestCompareLab::hitsAreTheHiddenLikes() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    const auto split = stand.services->lab.split();
    auto* user = stand.find<LabUser>("labUser");
    int most = 0;
    for (int i = 0; i < 20; ++i) {
        const auto hidden = split->relevant.row(user->user());
        int hits = 0;
        for (const RecommendationRow& row : stand.rows()) {
            const bool isHidden = std::find(hidden.begin(), hidden.end(), row.item) != hidden.end();
            QCOMPARE(row.isHit, isHidden);
            hits += isHidden ? 1 : 0;
        }
        most = std::max(most, hits);
        const QString found = u"✓ %1 of the first %2"_s.arg(hits).arg(stand.rows().size());
        QCOMPARE(stand.find<QLabel>("labUserText")->text().contains(found), !hidden.empty());
        stand.find<QPushButton>("labRandom")->click();
    }
    QCOMPARE_GT(most, 0);
    // A click does nothing: the list is for looking.
    QSignalSpy activated(stand.find<RecommendationView>("labList"), &RecommendationView::filmActivated);
    QTest::keyClick(stand.find<RecommendationView>("labList"), Qt::Key_Return);
    QTest::mouseClick(stand.find<RecommendationView>("labList")->viewport(), Qt::LeftButton, {},
                      QPoint(60, 20));
    QCOMPARE(activated.count(), 0);
}

void TestCompareLab::waitsForAnotherJob() {
    Stand stand;
    std::atomic<bool> release = false;
    bool done = false;
    const auto block = [&] {
        release = false;
        done = false;
        return stand.services->computeLane.start<int>(
            u"other job"_s, &stand.page,
            [&release](const JobControl&) -> Result<int> {
                while (!release)
                    std::this_thread::yield();
                return 1;
            },
            {}, [&done](const Result<int>&) { done = true; });
    };
    QVERIFY(block());
    stand.page.show(); // the split has to wait
    QTRY_VERIFY(stand.find<QLabel>("labSpeed")->text().contains(u"Another job"_s));
    release = true;
    QTRY_VERIFY(done);
    QVERIFY(stand.settle());
    QVERIFY(!stand.find<QLabel>("labSpeed")->text().contains(u"Another job"_s));

    QVERIFY(block());
    QTest::keyClick(stand.find<QSlider>("labFactorsSlider"), Qt::Key_Left); // so has a wish
    QTRY_VERIFY(stand.find<QLabel>("labSpeed")->text().contains(u"Another job"_s));
    QVERIFY(!stand.find<Notice>("labNotice")->isVisible());
    release = true;
    QTRY_VERIFY(done);
    QVERIFY(stand.settle());
}

void TestCompareLab::resetAndHandOver() {
    Stand stand;
    QVERIFY(stand.show());
    const AlsParameters defaults = stand.page.parameters();
    stand.find<NumberField>("labFactors")->setValue(5.0);
    stand.find<NumberField>("labUnobserved")->setValue(0.7);
    QSignalSpy handed(&stand.page, &CompareLab::trainParametersRequested);
    stand.find<QPushButton>("labUse")->click();
    QCOMPARE(handed.count(), 1);
    const auto parameters = handed.first().first().value<AlsParameters>();
    QCOMPARE(parameters.factors, 5);
    QCOMPARE(parameters.unobservedWeight, 0.7);
    stand.find<QPushButton>("labReset")->click();
    QVERIFY(stand.page.parameters() == defaults);
    QVERIFY(stand.settle());
}

void TestCompareLab::anotherDatasetStartsAfresh() {
    Stand stand;
    QVERIFY(stand.show());
    QVERIFY(stand.settle());
    test::SnapshotOptions other;
    other.trained = false;
    other.users = 30;
    other.dataSeed = 9;
    QSignalSpy prepared(&stand.services->lab, &LabService::prepared);
    stand.services->store.publish(test::makeSnapshot(other));
    QCOMPARE(stand.find<QLabel>("labNdcg")->text(), notMeasuredText());
    QVERIFY(stand.rows().empty());
    QTRY_COMPARE(prepared.count(), 1); // it is in sight, so it goes on by itself
    QVERIFY(stand.settle());
    QCOMPARE(stand.traceLength(), 1);
}

QTEST_MAIN(TestCompareLab)
#include "tst_comparelab.moc"
