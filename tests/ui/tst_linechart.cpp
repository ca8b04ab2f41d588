#include "tests/timelimit.h"
#include "ui/theme.h"
#include "ui/widgets/linechart.h"

#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QTest>
#include <QValueAxis>

using namespace recital;
using namespace Qt::StringLiterals;

class TestLineChart : public QObject {
    Q_OBJECT

private slots:
    void stepsAreNice_data();
    void stepsAreNice();
    void axesHoldEveryPoint_data();
    void axesHoldEveryPoint();
    void rangesMayJumpByMagnitudes();
    void noiseDoesNotLookLarge();
    void referenceStaysInSight();
    void emptyChartSaysSo();
};

void TestLineChart::stepsAreNice_data() {
    QTest::addColumn<double>("range");
    QTest::addColumn<int>("parts");
    QTest::addColumn<double>("step");
    QTest::newRow("exact") << 4.0 << 4 << 1.0;
    QTest::newRow("quarter") << 10.0 << 4 << 2.5;
    QTest::newRow("fraction") << 0.47 << 4 << 0.2;
    QTest::newRow("large") << 310000.0 << 4 << 100000.0;
    QTest::newRow("next power") << 31.0 << 4 << 10.0;
    QTest::newRow("nothing") << 0.0 << 4 << 1.0;
}

void TestLineChart::stepsAreNice() {
    QFETCH(double, range);
    QFETCH(int, parts);
    QFETCH(double, step);
    QCOMPARE(niceStep(range, parts), step);
}

void TestLineChart::axesHoldEveryPoint_data() {
    QTest::addColumn<QList<QPointF>>("points");
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("a loss") << QList<QPointF>{{0.5, 441000.0}, {1.0, 390000.0}, {1.5, 188506.0}} << false;
    QTest::newRow("a metric") << QList<QPointF>{{1.0, 0.31}, {2.0, 0.47}} << false;
    QTest::newRow("magnitudes") << QList<QPointF>{{1.0, 9e5}, {2.0, 2e3}} << true;
    QTest::newRow("magnitudes below zero") << QList<QPointF>{{1.0, 9e5}, {2.0, -2.0}} << false;
    QTest::newRow("flat") << QList<QPointF>{{1.0, 5.0}, {2.0, 5.0}} << false;
    QTest::newRow("one point") << QList<QPointF>{{1.0, 5.0}} << false;
}

void TestLineChart::axesHoldEveryPoint() {
    QFETCH(QList<QPointF>, points);
    QFETCH(bool, logarithmic);
    Theme theme;
    LineChart chart(theme);
    chart.resize(400, 250);
    chart.show();
    chart.setPoints(points, 0.0, 15.5);
    QCOMPARE(chart.logarithmic(), logarithmic);
    QChart* inner = chart.findChild<QChartView*>()->chart();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    for (const QPointF& point : points) {
        const QPointF place = inner->mapToPosition(point, inner->series().last());
        QVERIFY(inner->plotArea().adjusted(-1, -1, 1, 1).contains(place));
    }
}

/// An axis that makes its ticks for a range of 400,000 in steps of a quarter is busy for minutes.
void TestLineChart::rangesMayJumpByMagnitudes() {
    Theme theme;
    LineChart chart(theme);
    chart.resize(400, 250);
    chart.show();
    QElapsedTimer clock;
    clock.start();
    for (const double high : {1.0, 4e5, 0.002, 7e9, 3.0}) {
        chart.setPoints({{1.0, 0.0}, {2.0, high}}, 0.0, 2.0);
        chart.setPoints({{1.0, 0.0}, {2000.0, high}}, 0.0, 1e6);
    }
    QVERIFY(static_cast<double>(clock.elapsed()) < test::timeLimit(3000.0));
}

void TestLineChart::noiseDoesNotLookLarge() {
    Theme theme;
    LineChart chart(theme);
    chart.setLeastRange(0.02);
    const auto span = [&chart] {
        const auto* axis =
            qobject_cast<QValueAxis*>(chart.findChild<QChartView*>()->chart()->axes(Qt::Vertical).first());
        return axis->max() - axis->min();
    };
    chart.setPoints({{1.0, 0.276319}, {2.0, 0.276324}}, 1.0, 2.0);
    QCOMPARE_GE(span(), 0.02);
    QCOMPARE_LE(span(), 0.05);
    chart.setPoints({{1.0, 0.1}, {2.0, 0.3}}, 1.0, 2.0); // more than that is shown as it is
    QCOMPARE_GE(span(), 0.2);
    QCOMPARE_LE(span(), 0.4);
}

void TestLineChart::referenceStaysInSight() {
    Theme theme;
    LineChart chart(theme);
    chart.resize(400, 250);
    chart.show();
    chart.setPoints({{1.0, 0.4}, {2.0, 0.47}}, 0.0, 2.0);
    chart.setReference(0.26, u"Popular"_s);
    QChart* inner = chart.findChild<QChartView*>()->chart();
    const auto* axis = qobject_cast<QValueAxis*>(inner->axes(Qt::Vertical).first());
    QVERIFY(axis != nullptr);
    QVERIFY(axis->min() <= 0.26 && axis->max() >= 0.47);
    chart.setReference(std::nullopt);
    QVERIFY(axis->min() > 0.26);
}

void TestLineChart::emptyChartSaysSo() {
    Theme theme;
    LineChart chart(theme);
    chart.setEmptyText(u"Nothing yet"_s);
    chart.show();
    auto* empty = chart.findChild<QWidget*>(u"chartEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!chart.findChild<QChartView*>()->isVisible());
    chart.setPoints({{1.0, 1.0}, {2.0, 2.0}}, 0.0, 2.0);
    QVERIFY(!empty->isVisible());
    QVERIFY(chart.findChild<QChartView*>()->isVisible());
}

QTEST_MAIN(TestLineChart)
#include "tst_linechart.moc"
