#include "tests/testdata.h"
#include "tests/timelimit.h"
#include "tests/ui/stagefixture.h"
#include "ui/theme.h"
#include "ui/widgets/filmmap.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

#include <algorithm>

using namespace recital;
using namespace Qt::StringLiterals;

class TestFilmMap : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sceneCountsEveryFilmOnce();
    void mainGenreIsTheRarestOfTheSix();
    void noSceneWithoutAModel();
    void boundsHoldThePopularFilms();
    void clickFindsTheFilm();
    void dragPansAndDoesNotLike();
    void doubleClickShowsEverything();
    void wheelZoomsAtThePointer();
    void keyboardSelectsAndLikes();
    void hoverIsToldOnce();
    void userMarkerIsRetargeted();
    void userIsAlwaysInView();
    void highlightDimsTheOthers();
    void paintsPictures_data();
    void paintsPictures();
    void paintsTheSameIntoAnSvg();
    void paintTimes_data();
    void paintTimes();

private:
    static void setUp(FilmMap& map, const ModelSnapshot& snapshot);
    static void show(FilmMap& map);

    std::unique_ptr<Theme> m_theme;
    ModelSnapshot m_snapshot;
};

void TestFilmMap::initTestCase() {
    m_theme = std::make_unique<Theme>();
    m_snapshot = test::generatedSnapshot();
}

void TestFilmMap::setUp(FilmMap& map, const ModelSnapshot& snapshot) {
    map.resize(700, 500);
    map.setScene(MapScene::fromSnapshot(snapshot), snapshot.dataset, snapshot.statistics);
}

void TestFilmMap::show(FilmMap& map) {
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
}

void TestFilmMap::sceneCountsEveryFilmOnce() {
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    QVERIFY(scene);
    QVERIFY(scene->undrawnFilms() >= test::generatedUnrated);
    QCOMPARE(static_cast<int>(scene->points().size()) + scene->undrawnFilms(), test::generatedFilms);
    int films = 0;
    for (const MapCategory& category : scene->categories())
        films += category.films;
    QCOMPARE(films, static_cast<int>(scene->points().size()));
    for (int i = test::generatedFilms - test::generatedUnrated; i < test::generatedFilms; ++i)
        QCOMPARE(scene->find(i), nullptr);
    QCOMPARE(scene->find(-1), nullptr);
    QCOMPARE(scene->find(test::generatedFilms), nullptr);
    QVERIFY(std::is_sorted(scene->points().begin(), scene->points().end(),
                           [](const MapPoint& a, const MapPoint& b) { return a.weight < b.weight; }));
    QCOMPARE(scene->points().back().weight, 1.0F);
    const MapPoint& point = scene->points().front();
    QCOMPARE(point.x, m_snapshot.trained->projection.items(point.item, 0));
    QCOMPARE(point.y, m_snapshot.trained->projection.items(point.item, 1));
}

void TestFilmMap::mainGenreIsTheRarestOfTheSix() {
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    // Every third film is also a drama; each other genre has an eighth of the films.
    QCOMPARE(scene->categories()[0].name, u"Drama"_s);
    QCOMPARE(scene->categories()[6].name, QString());
    const MapPoint* thriller = scene->find(3); // thriller and drama
    QVERIFY(thriller);
    QCOMPARE(scene->categories()[thriller->category].name, u"Thriller"_s);
    const MapPoint* western = scene->find(14); // western only, not among the six
    QVERIFY(western);
    QCOMPARE(static_cast<int>(western->category), MapScene::otherCategory);
    const MapPoint* noirDrama = scene->find(15); // noir is not among the six, drama is
    QVERIFY(noirDrama);
    QCOMPARE(scene->categories()[noirDrama->category].name, u"Drama"_s);
}

void TestFilmMap::noSceneWithoutAModel() {
    QVERIFY(!MapScene::fromSnapshot(ModelSnapshot{}));
    QVERIFY(!MapScene::fromSnapshot(test::untrained(m_snapshot)));
    ModelSnapshot line = m_snapshot; // one factor: no plane
    auto trained = std::make_shared<TrainedModel>(*m_snapshot.trained);
    trained->projection.explainedVariance[1] = 0.0;
    line.trained = trained;
    QVERIFY(!MapScene::fromSnapshot(line));
}

void TestFilmMap::boundsHoldThePopularFilms() {
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    for (auto point = scene->points().rbegin(); point != scene->points().rbegin() + 40; ++point)
        QVERIFY(scene->bounds().contains(point->world()));
}

void TestFilmMap::clickFindsTheFilm() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    show(map);
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    const ItemIndex film = scene->points().back().item;
    const QSignalSpy spy(&map, &FilmMap::filmActivated);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.positionOnScreen(film).toPoint());
    QCOMPARE(spy.count(), 1);
    const ItemIndex found = spy.first().first().value<ItemIndex>();
    // Another film may be at the same place, but none farther than a finger's width.
    QVERIFY((map.positionOnScreen(found) - map.positionOnScreen(film)).manhattanLength() < 9);
    QTest::mouseClick(&map, Qt::RightButton, {}, map.positionOnScreen(film).toPoint());
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(spy.count(), 1);

    // A liked film is a star, larger than a point: its edge is the film too.
    map.setSession({film}, {}, QPointF(0, 0));
    map.setReduceMotion(true);
    QTest::mouseClick(&map, Qt::LeftButton, {}, (map.positionOnScreen(film) + QPointF(0, 10)).toPoint());
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.last().first().value<ItemIndex>(), film);
}

void TestFilmMap::dragPansAndDoesNotLike() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    show(map);
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    const ItemIndex film = scene->points().back().item;
    const QSignalSpy spy(&map, &FilmMap::filmActivated);
    const QPointF before = map.positionOnScreen(film);
    const QPoint start = before.toPoint();
    QTest::mousePress(&map, Qt::LeftButton, {}, start);
    QTest::mouseMove(&map, start + QPoint(30, 10));
    QTest::mouseMove(&map, start + QPoint(80, -20));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, start + QPoint(80, -20));
    QCOMPARE(spy.count(), 0);
    QVERIFY((map.positionOnScreen(film) - before - QPointF(80, -20)).manhattanLength() < 1.0);
}

void TestFilmMap::doubleClickShowsEverything() {
    FilmMap map(*m_theme);
    map.setReduceMotion(true);
    setUp(map, m_snapshot);
    show(map);
    const MapView everything = map.view();
    map.zoomBy(20.0);
    QVERIFY(!(map.view() == everything));
    QTest::mouseDClick(&map, Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(map.view(), everything);
    map.zoomBy(2.0);
    QTest::keyClick(&map, Qt::Key_0);
    QCOMPARE(map.view(), everything);
}

void TestFilmMap::wheelZoomsAtThePointer() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    const QPointF pointer(500, 120);
    const QPointF under = map.view().toWorld(pointer);
    const double before = map.view().pixelsPerUnit;
    QWheelEvent wheel(pointer, map.mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map, &wheel);
    QCOMPARE_GT(map.view().pixelsPerUnit, before * 1.1);
    QVERIFY((map.view().toWorld(pointer) - under).manhattanLength() < 1e-9);
}

void TestFilmMap::keyboardSelectsAndLikes() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    show(map);
    QSignalSpy selected(&map, &FilmMap::filmSelected);
    QSignalSpy activated(&map, &FilmMap::filmActivated);
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(activated.count(), 0); // nothing is selected yet
    QTest::keyClick(&map, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected.count(), 1);
    const ItemIndex first = map.selected();
    QTest::keyClick(&map, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected.count(), 2);
    QVERIFY(map.positionOnScreen(map.selected()).x() > map.positionOnScreen(first).x());
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<ItemIndex>(), map.selected());
    const double x = map.positionOnScreen(first).x();
    QTest::keyClick(&map, Qt::Key_Right);
    QVERIFY(map.positionOnScreen(first).x() < x); // the view moved to the right
}

void TestFilmMap::hoverIsToldOnce() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    show(map);
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    QSignalSpy spy(&map, &FilmMap::filmHovered);
    // Sent by hand: the offscreen cursor says nothing when it is there already.
    const auto moveTo = [&map](QPointF at) {
        QMouseEvent move(QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&map, &move);
    };
    const QPointF at = map.positionOnScreen(scene->points().back().item);
    moveTo(at);
    moveTo(at);
    QCOMPARE(spy.count(), 1);
    QVERIFY(spy.first().first().value<ItemIndex>() >= 0);
    moveTo(QPointF(1, 1));
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.last().first().value<ItemIndex>(), -1);
}

void TestFilmMap::userMarkerIsRetargeted() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    show(map);
    const QRectF world = MapScene::fromSnapshot(m_snapshot)->bounds();
    const QPointF a = world.center();
    const QPointF b = world.center() + QPointF(world.width() / 4, 0);
    const QPointF c = world.center() - QPointF(world.width() / 4, 0);
    QVERIFY(!map.userOnScreen());
    map.setSession({}, {}, a);
    QCOMPARE(map.userOnScreen(), std::optional(map.view().toScreen(a))); // appears where it is
    map.setSession({}, {}, b);
    QTest::qWait(80);
    const QPointF onTheWay = *map.userOnScreen();
    QVERIFY(onTheWay.x() > map.view().toScreen(a).x());
    map.setSession({}, {}, c); // at once from where it is drawn, without arriving at b first
    QVERIFY(map.userOnScreen()->x() <= onTheWay.x() + 1.0);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT((*map.userOnScreen() - map.view().toScreen(c)).manhattanLength() < 0.5, 2000);
    QVERIFY(static_cast<double>(timer.elapsed()) <
            test::timeLimit(1000.0)); // one animation, not two in a queue
    map.setReduceMotion(true);
    map.setSession({}, {}, b);
    QVERIFY((*map.userOnScreen() - map.view().toScreen(b)).manhattanLength() < 0.5);
    map.setSession({}, {}, std::nullopt);
    QVERIFY(!map.userOnScreen());
}

void TestFilmMap::userIsAlwaysInView() {
    FilmMap map(*m_theme);
    map.setReduceMotion(true);
    setUp(map, m_snapshot);
    const QRectF world = MapScene::fromSnapshot(m_snapshot)->bounds();
    const QPointF outside = world.bottomRight() + QPointF(world.width(), world.height());
    map.setSession({}, {}, outside);
    QVERIFY(QRectF(map.rect()).contains(*map.userOnScreen()));
    map.zoomBy(3.0); // whoever zooms in wants to look at that part
    const MapView chosen = map.view();
    map.setSession({}, {}, outside * 2.0);
    QCOMPARE(map.view(), chosen);
}

void TestFilmMap::highlightDimsTheOthers() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    const auto scene = MapScene::fromSnapshot(m_snapshot);
    const auto colorful = [&](int category) { // pixels of that category's own colour
        QImage image(map.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        map.paint(painter, image.size());
        painter.end();
        const QColor color = m_theme->colors().categories[static_cast<std::size_t>(category)];
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int d = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                              std::abs(pixel.blue() - color.blue());
                count += d < 60 ? 1 : 0;
            }
        return count;
    };
    const int before = colorful(3);
    QVERIFY(before > 0);
    map.setHighlighted(1U << 2);
    QVERIFY(colorful(3) < before / 4);
    QVERIFY(colorful(2) > 0);
}

void TestFilmMap::paintsPictures_data() {
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<bool>("dark");
    QTest::newRow("100k-light") << u"ml-100k"_s << false;
    QTest::newRow("100k-dark") << u"ml-100k"_s << true;
    QTest::newRow("bundled-light") << QString() << false;
}

/// With RECITAL_PICTURES=DIR the pictures are kept, for people to look at.
void TestFilmMap::paintsPictures() {
    QFETCH(QString, dataset);
    QFETCH(bool, dark);
    QString folder = QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small");
    if (!dataset.isEmpty()) {
        RECITAL_REQUIRE_DATA(real, "ml-100k");
        folder = real;
    }
    const ModelSnapshot snapshot = test::trainedSnapshot(folder);
    Theme theme;
    theme.setKind(dark ? ThemeKind::Dark : ThemeKind::Light);
    FilmMap map(theme);
    map.setReduceMotion(true);
    setUp(map, snapshot);
    map.resize(740, 520);
    const AlsModel& model = *snapshot.trained->model;
    const auto scene = MapScene::fromSnapshot(snapshot);
    std::vector<ItemIndex> liked;
    std::vector<Interaction> history;
    for (int i : {3, 8, 20}) {
        liked.push_back((scene->points().end() - i)->item);
        history.push_back({liked.back(), 1.0F});
        const Eigen::Vector2f at = snapshot.trained->projection.project(model.foldIn(history));
        map.setSession(liked, {}, QPointF(static_cast<double>(at.x()), static_cast<double>(at.y())));
    }
    std::vector<float> scores(static_cast<std::size_t>(model.itemCount()));
    model.score(history, scores);
    std::vector<ItemIndex> order;
    for (ItemIndex i = 0; i < model.itemCount(); ++i)
        if (std::find(liked.begin(), liked.end(), i) == liked.end())
            order.push_back(i);
    std::partial_sort(order.begin(), order.begin() + 10, order.end(), [&](ItemIndex a, ItemIndex b) {
        return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
    });
    order.resize(10);
    const Eigen::Vector2f at = snapshot.trained->projection.project(model.foldIn(history));
    map.setSession(liked, order, QPointF(static_cast<double>(at.x()), static_cast<double>(at.y())));
    map.setSelected(order[1]);
    for (const ItemIndex item : order)
        QVERIFY(map.rect().contains(map.positionOnScreen(item).toPoint()));

    QImage image(1480, 1040, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    QPainter painter(&image);
    map.paint(painter, {740, 520});
    painter.end();
    const QRgb background = theme.colors().surface.rgb();
    qsizetype covered = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            covered += image.pixel(x, y) != background ? 1 : 0;
    QVERIFY2(covered > image.width() * image.height() / 50, qPrintable(QString::number(covered)));
    if (const QString pictures = qEnvironmentVariable("RECITAL_PICTURES"); !pictures.isEmpty()) {
        QVERIFY(map.grab().save(pictures + u"/map-"_s + QString::fromLatin1(QTest::currentDataTag()) +
                                u".png"_s));
        QVERIFY(
            image.save(pictures + u"/map2x-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    }
}

void TestFilmMap::paintsTheSameIntoAnSvg() {
    FilmMap map(*m_theme);
    setUp(map, m_snapshot);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize({700, 500});
    QPainter painter(&svg);
    map.paint(painter, {700, 500});
    painter.end();
    // Points are shapes there, not pictures: one circle each.
    QVERIFY(bytes.count("<circle") + bytes.count("<ellipse") >=
            static_cast<qsizetype>(MapScene::fromSnapshot(m_snapshot)->points().size()) * 9 / 10);
}

void TestFilmMap::paintTimes_data() {
    QTest::addColumn<int>("films");
    QTest::newRow("10,000 films") << 10'000;
    QTest::newRow("87,585 films") << 87'585;
}

/// Prints what ui.md has budgets for: 16 ms a frame while panning.
void TestFilmMap::paintTimes() {
    QFETCH(int, films);
    const ModelSnapshot snapshot = test::crowdedSnapshot(films);
    QElapsedTimer timer;
    timer.start();
    const auto scene = MapScene::fromSnapshot(snapshot);
    const double sceneMs = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    FilmMap map(*m_theme);
    map.resize(1152, 760);
    map.setScene(scene, snapshot.dataset, snapshot.statistics);
    show(map);
    MapPainter painter(*m_theme);
    painter.setScene(scene, snapshot.dataset);
    QImage image(map.size(), QImage::Format_RGB32);
    const auto median = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    std::vector<double> pointMs;
    std::vector<double> labelMs;
    for (int i = 0; i < 15; ++i) {
        QPainter target(&image);
        timer.start();
        painter.paintPoints(target, map.view(), 0);
        pointMs.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        timer.start();
        painter.paintLabels(target, map.view(), {});
        labelMs.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    std::vector<double> panMs;
    QTest::mousePress(&map, Qt::LeftButton, {}, QPoint(2, 2));
    for (int i = 1; i <= 41; ++i) {
        timer.start();
        QTest::mouseMove(&map, QPoint(2 + 20 * (i % 8 + 1), 2 + 3 * i));
        map.repaint();
        panMs.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, QPoint(160, 120));
    qInfo("%d films, 1152x760: scene %.1f ms, points %.2f ms, titles %.2f ms, pan frame median %.2f ms",
          films, sceneMs, median(pointMs), median(labelMs), median(panMs));
#ifdef QT_NO_DEBUG
    QCOMPARE_LT(median(panMs), test::timeLimit(16.0));
#else
    QCOMPARE_LT(median(panMs), test::timeLimit(48.0)); // an unoptimised build on a busy machine
#endif
}

QTEST_MAIN(TestFilmMap)
#include "tst_filmmap.moc"
