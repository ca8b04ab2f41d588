#include "tests/ui/colormath.h"
#include "ui/colorsequence.h"
#include "ui/theme.h"
#include "ui/widgets/heatmap.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

/// Three columns, two rows: one cell untried, one failed, the best in the upper row on the right.
HeatMapData sample() {
    HeatMapData data;
    data.title = u"NDCG@10"_s;
    data.columnTitle = u"λ"_s;
    data.rowTitle = u"α₀"_s;
    data.columns = QStringList{u"0.01"_s, u"0.03"_s, u"0.1"_s};
    data.rows = QStringList{u"0.1"_s, u"1"_s};
    data.cells.resize(6);
    const double values[] = {0.1, 0.2, 0.15, 0.0, 0.25, 0.3};
    for (std::size_t i = 0; i < 6; ++i) {
        if (i == 3)
            continue;
        data.cells[i].state = i == 1 ? HeatMapCell::State::Failed : HeatMapCell::State::Measured;
        data.cells[i].value = values[i];
        data.cells[i].details = u"details of %1"_s.arg(i);
    }
    data.best = 5;
    return data;
}

struct Stand {
    Stand() {
        map.resize(600, 340);
        map.setData(sample());
        map.show();
    }
    QColor colorIn(int cell, double x = 0.25, double y = 0.2) {
        const QRectF rect = map.cellRect(cell);
        const QPointF at = rect.topLeft() + QPointF(rect.width() * x, rect.height() * y);
        return map.grab().toImage().pixelColor(at.toPoint());
    }
    Theme theme;
    HeatMap map{theme};
};

double lightness(const QColor& color) {
    return test::lab(test::linearRgb(color))[0];
}

} // namespace

class TestHeatMap : public QObject {
    Q_OBJECT

private slots:
    void sequenceRisesInLightness();
    void textStandsOutOnEveryColour();
    void coloursFollowTheValues();
    void rowsRiseUpwards();
    void cellsWithoutAValueAreHatched();
    void bestHasADoubleFrame();
    void equalValuesAreNoRange();
    void valuesAppearOnlyWhereTheyFit();
    void pointingTellsTheCell();
    void arrowsWalkThroughTheCells();
    void markSurvivesNewValues();
    void emptyMapIsHarmless();
    void paintsIntoAnyDevice();
};

void TestHeatMap::sequenceRisesInLightness() {
    QCOMPARE(cividis(-1.0), cividis(0.0));
    QCOMPARE(cividis(2.0), cividis(1.0));
    double before = -1.0;
    for (int i = 0; i <= 100; ++i) {
        const double now = lightness(cividis(i / 100.0));
        QCOMPARE_GT(now, before);
        before = now;
    }
}

void TestHeatMap::textStandsOutOnEveryColour() {
    for (int i = 0; i <= 1000; ++i) {
        const QColor fill = cividis(i / 1000.0);
        QCOMPARE_GE(test::contrast(fill, textOn(fill)), 4.5);
    }
    QCOMPARE(textOn(Qt::white), QColor(Qt::black));
    QCOMPARE(textOn(Qt::black), QColor(Qt::white));
}

void TestHeatMap::coloursFollowTheValues() {
    Stand stand;
    QCOMPARE(stand.colorIn(0), cividis(0.0)); // 0.1, the smallest
    QCOMPARE(stand.colorIn(2), cividis(0.25));
    QCOMPARE(stand.colorIn(4), cividis(0.75));
    QCOMPARE(stand.colorIn(5), cividis(1.0));
}

void TestHeatMap::rowsRiseUpwards() {
    Stand stand;
    QCOMPARE_GT(stand.map.cellRect(0).top(), stand.map.cellRect(3).top());
    QCOMPARE(stand.map.cellRect(0).left(), stand.map.cellRect(3).left());
    QCOMPARE_LT(stand.map.cellRect(0).left(), stand.map.cellRect(1).left());
    QCOMPARE(stand.map.cellRect(0).right(), stand.map.cellRect(1).left()); // no seam
}

void TestHeatMap::cellsWithoutAValueAreHatched() {
    Stand stand;
    const QImage image = stand.map.grab().toImage();
    const auto shades = [&](int cell) {
        QSet<QRgb> found;
        const QRect inner = stand.map.cellRect(cell).adjusted(12, 12, -12, -12).toRect();
        for (int x = inner.left(); x < inner.left() + inner.width() / 4; ++x)
            found += image.pixel(x, inner.top());
        return found.size();
    };
    QCOMPARE_GT(shades(3), 2);
    QCOMPARE_GT(shades(1), 2);
    QCOMPARE(shades(0), 1);
}

void TestHeatMap::bestHasADoubleFrame() {
    Stand stand;
    const QImage image = stand.map.grab().toImage();
    const auto frames = [&](int cell) {
        // Dark lines that a walk from the left edge to the middle crosses.
        const QRect rect = stand.map.cellRect(cell).toRect();
        int lines = 0;
        bool dark = false;
        for (int x = rect.left() + 1; x < rect.left() + 20; ++x) {
            const bool now = image.pixelColor(x, rect.top() + 20) == QColor(Qt::black);
            lines += now && !dark ? 1 : 0;
            dark = now;
        }
        return lines;
    };
    QCOMPARE(frames(5), 2);
    QCOMPARE(frames(4), 0);
}

void TestHeatMap::equalValuesAreNoRange() {
    Stand stand;
    HeatMapData data = sample();
    for (HeatMapCell& cell : data.cells) {
        cell.state = HeatMapCell::State::Measured;
        cell.value = 0.2;
    }
    stand.map.setData(data);
    QCOMPARE(stand.colorIn(0), cividis(1.0));
    QCOMPARE(stand.colorIn(4), cividis(1.0));
}

void TestHeatMap::valuesAppearOnlyWhereTheyFit() {
    Stand stand;
    QVERIFY(stand.map.valuesFit());
    stand.map.resize(240, 340);
    QVERIFY(!stand.map.valuesFit());
}

void TestHeatMap::pointingTellsTheCell() {
    Stand stand;
    stand.map.setCurrent(0);
    QVERIFY(stand.map.currentText().contains(u"λ 0.01, α₀ 0.1"_s));
    QVERIFY(stand.map.currentText().contains(u"details of 0"_s));
    QVERIFY(!stand.map.currentText().contains(u"best"_s));
    stand.map.setCurrent(3);
    QVERIFY(stand.map.currentText().contains(u"Not tried"_s));
    QSignalSpy changed(&stand.map, &HeatMap::currentChanged);
    QTest::mouseClick(&stand.map, Qt::LeftButton, {}, stand.map.cellRect(5).center().toPoint());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(stand.map.current(), 5);
    QVERIFY(stand.map.currentText().contains(u"best"_s));
    QTest::mouseClick(&stand.map, Qt::LeftButton, {}, QPoint(2, 2)); // beside the cells
    QCOMPARE(stand.map.current(), 5);
}

void TestHeatMap::arrowsWalkThroughTheCells() {
    Stand stand;
    stand.map.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stand.map));
    stand.map.setFocus(Qt::TabFocusReason);
    QCOMPARE(stand.map.current(), 5); // begins at the best
    QTest::keyClick(&stand.map, Qt::Key_Down);
    QCOMPARE(stand.map.current(), 2);
    QTest::keyClick(&stand.map, Qt::Key_Down); // the edge
    QCOMPARE(stand.map.current(), 2);
    QTest::keyClick(&stand.map, Qt::Key_Left);
    QTest::keyClick(&stand.map, Qt::Key_Left);
    QTest::keyClick(&stand.map, Qt::Key_Left);
    QCOMPARE(stand.map.current(), 0);
    QTest::keyClick(&stand.map, Qt::Key_Up);
    QCOMPARE(stand.map.current(), 3);
    QCOMPARE(stand.map.accessibleDescription(), stand.map.currentText());
    QTest::keyClick(&stand.map, Qt::Key_Home);
    QCOMPARE(stand.map.current(), 5);
}

void TestHeatMap::markSurvivesNewValues() {
    Stand stand;
    stand.map.setCurrent(3);
    HeatMapData data = sample();
    data.cells[3].state = HeatMapCell::State::Measured;
    data.cells[3].value = 0.27;
    stand.map.setData(data);
    QCOMPARE(stand.map.current(), 3);
    QVERIFY(!stand.map.accessibleDescription().contains(u"Not tried"_s));
    data.columns.removeLast();
    data.cells.resize(4);
    data.best = -1;
    stand.map.setData(data);
    QCOMPARE(stand.map.current(), -1);
}

void TestHeatMap::emptyMapIsHarmless() {
    Stand stand;
    stand.map.setData({});
    stand.map.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&stand.map, Qt::Key_Left);
    QTest::keyClick(&stand.map, Qt::Key_Home);
    QTest::mouseClick(&stand.map, Qt::LeftButton, {}, QPoint(100, 100));
    QTest::mouseMove(&stand.map, QPoint(50, 50));
    QCOMPARE(stand.map.current(), -1);
    QVERIFY(stand.map.currentText().isEmpty());
    QVERIFY(!stand.map.grab().isNull());
}

void TestHeatMap::paintsIntoAnyDevice() {
    Stand stand;
    QImage image(400, 240, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    stand.map.paintTo(painter, QRectF(0, 0, 400, 240));
    painter.end();
    bool found = false;
    for (int x = 0; x < image.width() && !found; ++x)
        found = image.pixelColor(x, 60) == cividis(1.0);
    QVERIFY(found);
}

QTEST_MAIN(TestHeatMap)
#include "tst_heatmap.moc"
