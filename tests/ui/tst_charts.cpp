#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/areachart.h"
#include "ui/widgets/barchart.h"
#include "ui/widgets/ticks.h"

#include <QAreaSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalBarSeries>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

class TestCharts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void formatsNumbers();
    void formatsFollowTheLocale();
    void linearTicksEndOnARoundNumber_data();
    void linearTicksEndOnARoundNumber();
    void logarithmicTicksFitTheSpace();
    void yearTicksAreWholeYears();
    void barsStandInOrder();
    void lyingBarsBeginAtTheTop();
    void pointerTellsTheExactValue();
    void arrowsStepThroughValues();
    void areaDrawsBinsAsSteps();
    void areaTakesLogarithms();
    void emptyChartsSaySo();
    void newThemeRecolours();

private:
    static QStringList labels(const AxisTicks& axis);
    static QChartView* viewOf(const PlotFrame& chart) { return chart.findChild<QChartView*>(); }
};

QStringList TestCharts::labels(const AxisTicks& axis) {
    QStringList result;
    for (const Tick& tick : axis.ticks)
        result += tick.label;
    return result;
}

void TestCharts::formatsNumbers() {
    QCOMPARE(formatCount(100'004), u"100,004"_s);
    QCOMPARE(formatCount(-1), u"\u2013"_s);
    QCOMPARE(formatNumber(3.5436, 2), u"3.54"_s);
    QCOMPARE(formatPercent(0.016436, 2), u"1.64 %"_s);
    QCOMPARE(formatCompact(950), u"950"_s);
    QCOMPARE(formatCompact(1500), u"1.5k"_s);
    QCOMPARE(formatCompact(20'000), u"20k"_s);
    QCOMPARE(formatCompact(2'500'000), u"2.5M"_s);
    QCOMPARE(formatCompact(0), u"0"_s);
    QCOMPARE(formatBytes(4'900'000), u"4.9 MB"_s);
    QCOMPARE(formatDuration(0.44), u"0.4 s"_s);
    QCOMPARE(formatDuration(-1.0), u"0.0 s"_s);
    QCOMPARE(formatDuration(12.4), u"12 s"_s);
    QCOMPARE(formatDuration(200.0), u"3 min 20 s"_s);
    QCOMPARE(formatDuration(3900.0), u"1 h 5 min"_s);
}

void TestCharts::formatsFollowTheLocale() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatCount(100'004), u"100.004"_s);
    QCOMPARE(formatNumber(3.5436, 2), u"3,54"_s);
    QCOMPARE(formatCompact(1500), u"1,5k"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCharts::linearTicksEndOnARoundNumber_data() {
    QTest::addColumn<double>("maximum");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("thousands") << 28'750.0 << true << QStringList({u"0"_s, u"10k"_s, u"20k"_s, u"30k"_s});
    QTest::newRow("exact") << 100.0 << true
                           << QStringList({u"0"_s, u"20"_s, u"40"_s, u"60"_s, u"80"_s, u"100"_s});
    QTest::newRow("few things") << 2.0 << true << QStringList({u"0"_s, u"1"_s, u"2"_s});
    QTest::newRow("shares") << 0.9 << false
                            << QStringList({u"0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1"_s});
    QTest::newRow("nothing") << 0.0 << true << QStringList({u"0"_s, u"1"_s});
}

void TestCharts::linearTicksEndOnARoundNumber() {
    QFETCH(double, maximum);
    QFETCH(bool, whole);
    QFETCH(QStringList, expected);
    const AxisTicks axis = linearTicks(maximum, 5, whole);
    QCOMPARE(labels(axis), expected);
    QCOMPARE(axis.minimum, 0.0);
    QVERIFY(axis.maximum >= maximum);
    QCOMPARE(axis.ticks.back().position, axis.maximum);
}

void TestCharts::logarithmicTicksFitTheSpace() {
    const AxisTicks decade = logarithmicTicks(20, 1000, 7);
    QCOMPARE(labels(decade), QStringList({u"20"_s, u"50"_s, u"100"_s, u"200"_s, u"500"_s, u"1k"_s}));
    QCOMPARE(decade.minimum, std::log10(20.0));
    QCOMPARE(decade.maximum, 3.0);
    QCOMPARE(decade.ticks[2].position, 2.0);
    QCOMPARE(labels(logarithmicTicks(1, 1000, 7)),
             QStringList({u"1"_s, u"3"_s, u"10"_s, u"30"_s, u"100"_s, u"300"_s, u"1k"_s}));
    QCOMPARE(labels(logarithmicTicks(1, 90'000, 6)),
             QStringList({u"1"_s, u"10"_s, u"100"_s, u"1k"_s, u"10k"_s}));
    const AxisTicks point = logarithmicTicks(1, 1, 5); // one film: still an axis with an extent
    QVERIFY(point.maximum > point.minimum);
}

void TestCharts::yearTicksAreWholeYears() {
    QCOMPARE(labels(yearTicks(1995.0, 2016.75, 7)),
             QStringList({u"1995"_s, u"2000"_s, u"2005"_s, u"2010"_s, u"2015"_s}));
    QCOMPARE(labels(yearTicks(1997.7, 1998.4, 7)), QStringList({u"1998"_s}));
    QVERIFY(yearTicks(2000.0, 2000.0, 5).maximum > 2000.0);
}

void TestCharts::barsStandInOrder() {
    Theme theme;
    BarChart chart(theme, Qt::Vertical);
    chart.setBars({{u"1"_s, 3.0, u"one"_s}, {QString(), 7.0, u"one and a half"_s}, {u"2"_s, 5.0, u"two"_s}});
    const auto* series = qobject_cast<QAbstractBarSeries*>(viewOf(chart)->chart()->series().constFirst());
    QVERIFY(series);
    QCOMPARE(series->barSets().constFirst()->count(), 3);
    QCOMPARE(series->barSets().constFirst()->at(1), 7.0);
    QCOMPARE(chart.hitCount(), 3);
    QCOMPARE(chart.hitText(1), u"one and a half"_s);
    chart.setBars({{u"x"_s, 1.0, u"only"_s}}); // replaced, not appended
    QCOMPARE(series->barSets().constFirst()->count(), 1);
    QCOMPARE(chart.hitCount(), 1);
}

void TestCharts::lyingBarsBeginAtTheTop() {
    Theme theme;
    BarChart chart(theme, Qt::Horizontal);
    chart.setBars({{u"Drama"_s, 9.0, u"nine"_s}, {u"War"_s, 1.0, u"one"_s}});
    const auto* series = qobject_cast<QHorizontalBarSeries*>(viewOf(chart)->chart()->series().constFirst());
    QVERIFY(series);
    QCOMPARE(series->barSets().constFirst()->at(0), 1.0); // the axis counts from the bottom
    QCOMPARE(series->barSets().constFirst()->at(1), 9.0);
    QCOMPARE(chart.hitText(0), u"nine"_s);
}

void TestCharts::pointerTellsTheExactValue() {
    Theme theme;
    BarChart chart(theme, Qt::Vertical);
    chart.setBars({{u"1"_s, 3.0, u"three"_s}, {u"2"_s, 5.0, u"five"_s}});
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QChartView* view = viewOf(chart);
    const auto placeOf = [view](double category) {
        QChart* plot = view->chart();
        const QPointF inChart = plot->mapToPosition(QPointF(category, 1.0), plot->series().constFirst());
        return view->mapFromScene(plot->mapToScene(inChart));
    };
    QTest::mouseMove(view->viewport(), placeOf(0.0));
    QTRY_COMPARE(chart.currentHit(), 0);
    QTest::mouseMove(view->viewport(), placeOf(1.2));
    QTRY_COMPARE(chart.currentHit(), 1);
    QTest::mouseMove(view->viewport(), QPoint(1, 1)); // outside the plot
    QTRY_COMPARE(chart.currentHit(), -1);
}

void TestCharts::arrowsStepThroughValues() {
    Theme theme;
    BarChart chart(theme, Qt::Vertical);
    chart.setBars({{u"1"_s, 3.0, u"three"_s}, {u"2"_s, 5.0, u"five"_s}});
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QChartView* view = viewOf(chart);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(chart.currentHit(), 0);
    QCOMPARE(view->accessibleDescription(), u"three"_s);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right); // stays on the last
    QCOMPARE(chart.currentHit(), 1);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(chart.currentHit(), 0);
}

void TestCharts::areaDrawsBinsAsSteps() {
    Theme theme;
    AreaChart chart(theme, AreaChart::Scale::Linear, AreaChart::Scale::Linear);
    chart.setBins({{0.0, 1.0, 4.0, u"four"_s}, {1.0, 3.0, 2.0, u"two"_s}});
    const auto* area = qobject_cast<QAreaSeries*>(viewOf(chart)->chart()->series().constFirst());
    QVERIFY(area);
    QCOMPARE(area->upperSeries()->points(), QList<QPointF>({{0.0, 4.0}, {1.0, 4.0}, {1.0, 2.0}, {3.0, 2.0}}));
    QCOMPARE(chart.hitCount(), 2);
}

void TestCharts::areaTakesLogarithms() {
    Theme theme;
    AreaChart chart(theme, AreaChart::Scale::Logarithmic, AreaChart::Scale::Logarithmic);
    chart.setCurve({{1.0, 1000.0, u"first"_s}, {100.0, 10.0, u"last"_s}});
    const auto* area = qobject_cast<QAreaSeries*>(viewOf(chart)->chart()->series().constFirst());
    QCOMPARE(area->upperSeries()->points(), QList<QPointF>({{0.0, 3.0}, {2.0, 1.0}}));
}

void TestCharts::emptyChartsSaySo() {
    Theme theme;
    AreaChart chart(theme, AreaChart::Scale::Years, AreaChart::Scale::Linear);
    chart.setEmptyText(u"no times"_s);
    chart.show();
    auto* empty = chart.findChild<QLabel*>(u"chartEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!viewOf(chart)->isVisible());
    chart.setBins({{2000.0, 2000.5, 4.0, u"four"_s}});
    QVERIFY(!empty->isVisible());
    QVERIFY(viewOf(chart)->isVisible());
    chart.setBins({});
    QVERIFY(empty->isVisible());
}

void TestCharts::newThemeRecolours() {
    Theme theme;
    BarChart chart(theme, Qt::Vertical);
    chart.setCategory(1);
    const auto* series = qobject_cast<QAbstractBarSeries*>(viewOf(chart)->chart()->series().constFirst());
    QCOMPARE(series->barSets().constFirst()->color(), Theme::colorsOf(ThemeKind::Light).categories[1]);
    theme.setKind(ThemeKind::Dark);
    QCOMPARE(series->barSets().constFirst()->color(), Theme::colorsOf(ThemeKind::Dark).categories[1]);
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
