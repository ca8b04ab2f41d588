#include "ui/theme.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/sliderrow.h"

#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <algorithm>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

const SliderRange lambdaRange{.minimum = 0.0001, .maximum = 10.0, .logarithmic = true};
const SliderRange factorRange{.minimum = 2.0, .maximum = 256.0, .logarithmic = true, .integer = true};
const SliderRange sweepRange{.minimum = 1.0, .maximum = 50.0, .integer = true};

struct Stand {
    explicit Stand(const SliderRange& range)
        : row({u"lambda"_s, u"&Regularization"_s, {}, {}}, range, theme) {
        row.resize(300, 60);
        row.show();
    }
    Theme theme;
    SliderRow row;
};

} // namespace

class TestSliderRow : public QObject {
    Q_OBJECT

private slots:
    void stepsCoverTheRange_data();
    void stepsCoverTheRange();
    void logarithmicStepsAreEvenFactors();
    void nearestIsByRatioWhereStepsAre();
    void draggingSetsTheField();
    void typingKeepsWhatWasTyped();
    void valuesBeyondTheSliderAreKept();
    void settingIsSilent();
    void keysMoveTheSlider();
    void bothPartsAreNamed();
    void wholeNumbersKeepTheirZeros();
};

void TestSliderRow::stepsCoverTheRange_data() {
    QTest::addColumn<double>("minimum");
    QTest::addColumn<double>("maximum");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<bool>("integer");
    QTest::newRow("lambda") << 0.0001 << 10.0 << true << false;
    QTest::newRow("odd ends") << 0.0037 << 7.7 << true << false;
    QTest::newRow("factors") << 2.0 << 256.0 << true << true;
    QTest::newRow("sweeps") << 1.0 << 50.0 << false << true;
    QTest::newRow("thousands") << 1.0 << 1000.0 << false << true;
    QTest::newRow("share") << 0.0 << 1.0 << false << false;
}

void TestSliderRow::stepsCoverTheRange() {
    QFETCH(double, minimum);
    QFETCH(double, maximum);
    QFETCH(bool, logarithmic);
    QFETCH(bool, integer);
    const std::vector<double> steps = sliderSteps({minimum, maximum, logarithmic, integer});
    QCOMPARE(steps.front(), minimum);
    QCOMPARE(steps.back(), maximum);
    QVERIFY(std::adjacent_find(steps.begin(), steps.end(), std::greater_equal<>()) == steps.end());
    QCOMPARE_LE(steps.size(), 202U);
    for (const double step : steps) {
        QVERIFY(!integer || step == std::floor(step));
        // Two significant digits, or one end: "0.0031", never "0.0030831".
        if (logarithmic && !integer && step != minimum && step != maximum)
            QCOMPARE(QString::number(step, 'g', 2).toDouble(), step);
    }
}

void TestSliderRow::logarithmicStepsAreEvenFactors() {
    const std::vector<double> steps = sliderSteps(lambdaRange);
    QCOMPARE(steps.size(), 121U); // five decades of 24 and the last end
    for (std::size_t i = 1; i < steps.size(); ++i) {
        QCOMPARE_GT(steps[i] / steps[i - 1], 1.04);
        QCOMPARE_LT(steps[i] / steps[i - 1], 1.16);
    }
    for (const double decade : {0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 5.0, 10.0})
        QVERIFY(std::find(steps.begin(), steps.end(), decade) != steps.end());
    const std::vector<double> factors = sliderSteps(factorRange);
    for (const double usual : {2.0, 3.0, 8.0, 10.0, 32.0, 50.0, 64.0, 100.0, 128.0})
        QVERIFY(std::find(factors.begin(), factors.end(), usual) != factors.end());
}

void TestSliderRow::nearestIsByRatioWhereStepsAre() {
    const std::vector<double> steps{1.0, 10.0, 100.0};
    QCOMPARE(nearestStep(steps, 4.0, true), 1);
    QCOMPARE(nearestStep(steps, 3.0, true), 0);
    QCOMPARE(nearestStep(steps, 5.0, false), 0);
    QCOMPARE(nearestStep(steps, 6.0, false), 1);
    QCOMPARE(nearestStep(steps, 0.001, true), 0);
    QCOMPARE(nearestStep(steps, 1e9, true), 2);
}

void TestSliderRow::draggingSetsTheField() {
    Stand stand(lambdaRange);
    stand.row.setValue(0.03);
    QSignalSpy changed(&stand.row, &SliderRow::valueChanged);
    QSlider* slider = stand.row.slider();
    const std::vector<double> steps = sliderSteps(lambdaRange);
    const int start = slider->value();
    for (int position = start + 1; position <= start + 3; ++position) {
        const qsizetype before = changed.count();
        slider->setSliderPosition(position);
        QCOMPARE(changed.count(), before + 1);
        QCOMPARE(changed.last().first().toDouble(), steps[static_cast<std::size_t>(position)]);
        QCOMPARE(stand.row.value(), steps[static_cast<std::size_t>(position)]);
    }
    QCOMPARE(changed.count(), 3);
}

void TestSliderRow::typingKeepsWhatWasTyped() {
    Stand stand(lambdaRange);
    stand.row.setValue(1.0);
    QSignalSpy changed(&stand.row, &SliderRow::valueChanged);
    NumberField* field = stand.row.field();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QLocale().toString(0.0317, 'f', 4));
    QCOMPARE(stand.row.value(), 0.0317); // between two steps
    QCOMPARE(changed.last().first().toDouble(), 0.0317);
    const std::vector<double> steps = sliderSteps(lambdaRange);
    QCOMPARE(steps[static_cast<std::size_t>(stand.row.slider()->value())], 0.033);
    QCOMPARE(field->value(), 0.0317);
}

void TestSliderRow::valuesBeyondTheSliderAreKept() {
    Stand stand(factorRange);
    stand.row.field()->setValue(700.0);
    QCOMPARE(stand.row.value(), 700.0);
    QCOMPARE(stand.row.slider()->value(), stand.row.slider()->maximum());
    stand.row.field()->setValue(0.0); // refused by whoever trains, not silently changed here
    QCOMPARE(stand.row.value(), 0.0);
    QCOMPARE(stand.row.slider()->value(), 0);
}

void TestSliderRow::settingIsSilent() {
    Stand stand(lambdaRange);
    QSignalSpy changed(&stand.row, &SliderRow::valueChanged);
    stand.row.setValue(0.5);
    stand.row.setRange({.minimum = 0.01, .maximum = 1000.0, .logarithmic = true});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(stand.row.value(), 0.5);
}

void TestSliderRow::keysMoveTheSlider() {
    Stand stand(sweepRange);
    stand.row.setValue(16.0);
    QSignalSpy changed(&stand.row, &SliderRow::valueChanged);
    QSlider* slider = stand.row.slider();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(stand.row.value(), 17.0);
    QTest::keyClick(slider, Qt::Key_Left);
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(stand.row.value(), 15.0);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(stand.row.value(), 50.0);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(stand.row.value(), 1.0);
    QCOMPARE(changed.count(), 5);
}

void TestSliderRow::bothPartsAreNamed() {
    Stand stand(lambdaRange);
    QCOMPARE(stand.row.field()->objectName(), u"lambda"_s);
    QCOMPARE(stand.row.slider()->objectName(), u"lambdaSlider"_s);
    QCOMPARE(stand.row.field()->accessibleName(), u"Regularization"_s);
    QVERIFY(stand.row.slider()->accessibleName().contains(u"Regularization"_s));
}

void TestSliderRow::wholeNumbersKeepTheirZeros() {
    Stand stand(factorRange);
    for (const int value : {10, 20, 64, 100, 200}) {
        stand.row.setValue(value);
        QCOMPARE(stand.row.field()->text(), QString::number(value));
    }
    Stand decimal(lambdaRange);
    decimal.row.setValue(0.5);
    QCOMPARE(decimal.row.field()->text(), QLocale().toString(0.5));
    decimal.row.setValue(20.0);
    QCOMPARE(decimal.row.field()->text(), u"20"_s);
}

QTEST_MAIN(TestSliderRow)
#include "tst_sliderrow.moc"
