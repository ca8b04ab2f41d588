#include "ui/widgets/labelplacer.h"
#include "ui/widgets/mapview.h"
#include "ui/widgets/pointgrid.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace recital;

class TestMapGeometry : public QObject {
    Q_OBJECT
private slots:
    void gridAgreesWithLookingAtAll();
    void gridOfNothingAndOfOnePlace();
    void viewGoesThereAndBack();
    void zoomKeepsWhatIsUnderThePointer();
    void fittingShowsTheWholeWorld();
    void imageTransformPutsPointsInPlace();
    void labelsNeverOverlap();
    void labelsStayInTheFrame();
};

void TestMapGeometry::gridAgreesWithLookingAtAll() {
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::vector<QPointF> points;
    for (int i = 0; i < 3000; ++i)
        points.emplace_back(normal(random), normal(random) * 0.2);
    const PointGrid grid(points);
    int found = 0;
    for (int trial = 0; trial < 500; ++trial) {
        const QPointF at(normal(random) * 1.5, normal(random) * 0.4);
        const double radius = 0.05;
        int expected = -1;
        double best = radius * radius;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF d = points[i] - at;
            if (QPointF::dotProduct(d, d) <= best) {
                best = QPointF::dotProduct(d, d);
                expected = static_cast<int>(i);
            }
        }
        QCOMPARE(grid.nearest(at, radius), expected);
        found += expected >= 0 ? 1 : 0;
    }
    QVERIFY(found > 100 && found < 500); // the trial has both outcomes
}

void TestMapGeometry::gridOfNothingAndOfOnePlace() {
    QCOMPARE(PointGrid().nearest({0, 0}, 1.0), -1);
    const PointGrid same({{1, 1}, {1, 1}, {1, 1}});
    QCOMPARE(same.nearest({1, 1}, 0.0), 2); // the last one lies on top
    QCOMPARE(same.nearest({3, 1}, 1.0), -1);
    QCOMPARE(same.nearest({1, 1}, std::numeric_limits<double>::quiet_NaN()), -1);
}

void TestMapGeometry::viewGoesThereAndBack() {
    const MapView view{{0.3, -0.2}, 250.0, {800, 600}};
    QCOMPARE(view.toScreen(view.centre), QPointF(400, 300));
    QVERIFY(view.toScreen({0.3, 0.8}).y() < 300); // the second axis points up
    const QPointF there = view.toWorld({123, 456});
    QVERIFY((view.toScreen(there) - QPointF(123, 456)).manhattanLength() < 1e-9);
}

void TestMapGeometry::zoomKeepsWhatIsUnderThePointer() {
    MapView view{{0.3, -0.2}, 250.0, {800, 600}};
    const QPointF pointer(700, 80);
    const QPointF before = view.toWorld(pointer);
    view.zoomAt(pointer, 1.7);
    QVERIFY((view.toWorld(pointer) - before).manhattanLength() < 1e-12);
    QCOMPARE(view.pixelsPerUnit, 425.0);
    view.pan({10, 20});
    QVERIFY((view.toWorld(pointer + QPointF(10, 20)) - before).manhattanLength() < 1e-12);
}

void TestMapGeometry::fittingShowsTheWholeWorld() {
    const QRectF world(-2, -1, 5, 3);
    const MapView view = MapView::fitting(world, {640, 480}, QMarginsF(10, 20, 30, 40));
    const QRectF room(9.999, 19.999, 600.002, 420.002);
    QVERIFY(room.contains(view.toScreen(world.topLeft())));
    QVERIFY(room.contains(view.toScreen(world.bottomRight())));
    QCOMPARE(view.pixelsPerUnit, 120.0); // 600 pixels for 5 units; the height would allow 140
    QVERIFY(MapView::fitting(QRectF(1, 1, 0, 0), {640, 480}, {}).pixelsPerUnit > 0); // a single film
}

void TestMapGeometry::imageTransformPutsPointsInPlace() {
    const MapView drawn{{0.3, -0.2}, 250.0, {800, 600}};
    MapView now = drawn;
    now.zoomAt({20, 30}, 0.6);
    now.pan({-45, 17});
    for (const QPointF world : {QPointF(0, 0), QPointF(1, -2), QPointF(-0.4, 0.9)}) {
        const QPointF moved = now.imageTransform(drawn).map(drawn.toScreen(world));
        QVERIFY((moved - now.toScreen(world)).manhattanLength() < 1e-9);
    }
    QVERIFY(drawn.imageTransform(drawn).isIdentity());
    QCOMPARE(MapView::between(drawn, now, 0.0).pixelsPerUnit, drawn.pixelsPerUnit);
    QCOMPARE(MapView::between(drawn, now, 1.0), now);
}

void TestMapGeometry::labelsNeverOverlap() {
    LabelPlacer placer(QRectF(0, 0, 400, 300));
    placer.reserve(QRectF(100, 100, 50, 50));
    std::mt19937 random(5);
    std::vector<QRectF> placed;
    for (int i = 0; i < 200; ++i)
        if (const auto area = placer.place(QPointF(random() % 400U, random() % 300U), 5, QSizeF(60, 14)))
            placed.push_back(*area);
    QVERIFY(placed.size() > 20);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        QVERIFY(!placed[i].intersects(QRectF(100, 100, 50, 50)));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!placed[i].intersects(placed[j]));
    }
}

void TestMapGeometry::labelsStayInTheFrame() {
    LabelPlacer placer(QRectF(0, 0, 100, 50));
    const auto right = placer.place({10, 25}, 4, {30, 10});
    QCOMPARE(right, std::optional(QRectF(14, 20, 30, 10)));
    const auto left = placer.place({95, 25}, 4, {30, 10}); // no room to the right
    QCOMPARE(left, std::optional(QRectF(61, 20, 30, 10)));
    QVERIFY(!placer.place({50, 25}, 4, {101, 10}));
}

QTEST_APPLESS_MAIN(TestMapGeometry)
#include "tst_mapgeometry.moc"
