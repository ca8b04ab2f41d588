#include "core/recsys/algorithms/catalogue.h"
#include "tests/timelimit.h"
#include "tests/ui/comparisonfixture.h"
#include "ui/charts/axes.h"
#include "ui/charts/comparisonfigures.h"
#include "ui/charts/figureexport.h"
#include "ui/charts/figureview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace recital;
using namespace Qt::StringLiterals;

class TestFigures : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void axesEndOnRoundNumbers();
    void barsShowIntervalsAndDifferences();
    void differencesAreSortedAndNameTheUsers();
    void curvesFollowTheReports();
    void exposureIsOneChartAnAlgorithm();
    void activityGroupsTheUsers();
    void tradeOffsSkipWhatWasNotMeasured();
    void emptyStatesSaySo();
    void everyAlgorithmLooksDifferent();
    void positionsAreThoseOfTheAxes();
    void viewTellsValuesByPointerAndKeys();
    void thousandsOfUsersArePaintedQuickly();
    void filesHaveTitleAndCaption();
    void filesDoNotFollowTheTheme();
    void failedWriteSaysWhereAndWhy();
};

void TestFigures::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFigures::axesEndOnRoundNumbers() {
    const AxisTicks axis = valueTicks(-0.013, 0.21, 5);
    QCOMPARE(axis.minimum, -0.05);
    QCOMPARE(axis.maximum, 0.25);
    QCOMPARE(axis.ticks.front().label, u"-0.05"_s);
    QCOMPARE(axis.ticks[1].label, u"0.00"_s); // never "-0.00"
    QCOMPARE(axis.ticks.back().position, axis.maximum);
    const AxisTicks same = valueTicks(0.3, 0.3, 5); // nothing to span: still an axis
    QVERIFY(same.maximum > same.minimum);
    QCOMPARE(wholeTicks(943, 8).maximum, 943.0);
    QCOMPARE(percentTicks(0.7, 2).ticks.back().label, u"100 %"_s);
}

void TestFigures::barsShowIntervalsAndDifferences() {
    const auto comparison = test::smallComparison();
    const Figure figure = barsFigure(*comparison, MetricId::Ndcg);
    QCOMPARE(figure.panels.size(), std::size_t(2));
    const FigurePanel& values = figure.panels[0];
    QCOMPARE(values.series.size(), std::size_t(3));
    for (std::size_t i = 0; i < 3; ++i) {
        const FigurePoint& point = values.series[i].points.front();
        QCOMPARE(point.x, comparison->rows[i].mean.means.ndcg);
        QVERIFY(point.low < point.x && point.x < point.high);
        QCOMPARE(values.y.ticks[i].position, point.y); // the bar stands at its name
    }
    QVERIFY(values.series[2].look.emphasized); // the reference
    const FigurePanel& differences = figure.panels[1];
    QCOMPARE(differences.series.size(), std::size_t(2)); // not the reference itself
    QCOMPARE(differences.y.ticks[0].label, u"worse"_s);
    QCOMPARE(differences.y.ticks[1].label, u"no detectable difference"_s);
    QCOMPARE(differences.y.ticks[2].label, u"reference"_s);
    QVERIFY(differences.series[0].points.front().high < 0.0);
    QVERIFY(barsFigure(*comparison, MetricId::Coverage).panels.size() == 1); // nothing to test
}

void TestFigures::differencesAreSortedAndNameTheUsers() {
    const auto comparison = test::smallComparison();
    const Figure figure = userDifferenceFigure(*comparison, 2, 0, MetricId::Ndcg);
    const std::vector<FigurePoint>& points = figure.panels.front().series.front().points;
    QCOMPARE(points.size(), std::size_t(40));
    std::set<int> users;
    for (std::size_t i = 0; i < points.size(); ++i) {
        users.insert(points[i].id);
        QVERIFY(i == 0 || points[i].y <= points[i - 1].y);
        const auto user = static_cast<std::size_t>(points[i].id);
        QCOMPARE(points[i].y, comparison->rows[2].mean.users[user].metrics.ndcg -
                                  comparison->rows[0].mean.users[user].metrics.ndcg);
    }
    QCOMPARE(users.size(), std::size_t(40));
    QVERIFY2(figure.note.contains(u"higher for 40 of 40 user(s)"_s), qPrintable(figure.note));
    comparison->rows[0].mean.users.erase(comparison->rows[0].mean.users.begin() + 3);
    comparison->rows[2].mean.users[5].metrics.ndcg = notMeasured;
    const Figure fewer = userDifferenceFigure(*comparison, 2, 0, MetricId::Ndcg);
    QCOMPARE(fewer.panels.front().series.front().points.size(), std::size_t(38));
    QVERIFY(userDifferenceFigure(*comparison, 1, 1, MetricId::Ndcg).empty());
    QVERIFY(userDifferenceFigure(*comparison, 0, 1, MetricId::Gini).empty());
}

void TestFigures::curvesFollowTheReports() {
    const auto comparison = test::smallComparison();
    const Figure figure = curveFigure(*comparison, MetricId::Recall);
    QCOMPARE(figure.panels.front().series.size(), std::size_t(3));
    const FigureSeries& series = figure.panels.front().series.front();
    QCOMPARE(series.name, u"Popular"_s);
    QCOMPARE(series.points.size(), std::size_t(20));
    QCOMPARE(series.points[4].x, 5.0);
    QCOMPARE(series.points[4].y, 0.1);
    QVERIFY(hasCurve(MetricId::Ndcg));
    QVERIFY(!hasCurve(MetricId::Auc));
    QVERIFY(curveFigure(*comparison, MetricId::Auc).empty());
}

void TestFigures::exposureIsOneChartAnAlgorithm() {
    const auto comparison = test::smallComparison();
    const Figure figure = exposureFigure(*comparison);
    QCOMPARE(figure.panels.size(), std::size_t(3));
    QCOMPARE(figure.panels[1].title, u"ItemKNN"_s);
    QCOMPARE(figure.panels[1].series.front().points.size(), std::size_t(10));
    QCOMPARE(figure.panels[1].series.front().points.front().y, 0.7);
    // One scale for all, or the heights could not be compared.
    QCOMPARE(figure.panels[0].y.maximum, figure.panels[2].y.maximum);
}

void TestFigures::activityGroupsTheUsers() {
    const auto comparison = test::smallComparison();
    const Figure figure = activityFigure(*comparison, MetricId::Ndcg);
    const FigurePanel& panel = figure.panels.front();
    QCOMPARE(panel.x.ticks.size(), std::size_t(4));
    QCOMPARE(panel.x.ticks.front().label, u"1 to 10"_s);
    QCOMPARE(panel.x.ticks.back().label, u"31 to 40"_s);
    double sum = 0.0;
    for (int user = 0; user < 10; ++user)
        sum += comparison->rows[0].mean.users[static_cast<std::size_t>(user)].metrics.ndcg;
    QVERIFY(qAbs(panel.series.front().points.front().y - sum / 10) < 1e-12);
    QVERIFY(activityFigure(*comparison, MetricId::Gini).empty());
}

void TestFigures::tradeOffsSkipWhatWasNotMeasured() {
    const auto comparison = test::smallComparison();
    QCOMPARE(tradeOffFigure(*comparison, MetricId::Ndcg).panels.size(), std::size_t(2));
    for (ComparedModel& row : comparison->rows)
        row.mean.means.popularityLift = notMeasured;
    const Figure figure = tradeOffFigure(*comparison, MetricId::Ndcg);
    QCOMPARE(figure.panels.size(), std::size_t(1));
    QCOMPARE(figure.panels.front().series[2].points.front().x, comparison->rows[2].mean.coverage);
    QCOMPARE(figure.panels.front().series[2].points.front().y, comparison->rows[2].mean.means.ndcg);
}

void TestFigures::emptyStatesSaySo() {
    const Comparison nothing;
    for (const Figure& figure :
         {barsFigure(nothing, MetricId::Ndcg), userDifferenceFigure(nothing, 0, 1, MetricId::Ndcg),
          curveFigure(nothing, MetricId::Ndcg), tradeOffFigure(nothing, MetricId::Ndcg),
          exposureFigure(nothing), activityFigure(nothing, MetricId::Ndcg)}) {
        QVERIFY(figure.empty());
        QVERIFY(!figure.emptyText.isEmpty());
    }
}

void TestFigures::everyAlgorithmLooksDifferent() {
    std::set<std::pair<int, int>> looks;
    for (const AlgorithmInfo& info : algorithmCatalogue()) {
        ComparedModel row;
        row.specification = plainSpecification(info.key);
        const SeriesLook look = lookOf(row, false);
        looks.insert({look.category, static_cast<int>(look.marker)});
    }
    QCOMPARE(looks.size(), algorithmCatalogue().size());
}

void TestFigures::positionsAreThoseOfTheAxes() {
    Figure figure;
    FigurePanel panel;
    panel.x = {0.0, 10.0, {{0.0, u"0"_s}, {10.0, u"10"_s}}};
    panel.y = {0.0, 1.0, {{0.0, u"0"_s}, {1.0, u"1"_s}}};
    panel.series.push_back({.kind = FigureSeries::Kind::Scatter,
                            .name = u"A"_s,
                            .look = {},
                            .points = {{.x = 0.0, .y = 0.0, .text = {}}, {.x = 5.0, .y = 1.0, .text = {}}}});
    figure.panels.push_back(panel);
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    FigurePainter figurePainter(figure, FigureStyle::paper());
    figurePainter.paint(painter, QRectF(0, 0, 400, 300));
    const QRectF plot = figurePainter.plots().front();
    QCOMPARE(figurePainter.hits()[0].center, plot.bottomLeft());
    QCOMPARE(figurePainter.hits()[1].center, QPointF(plot.center().x(), plot.top()));
    QVERIFY(QRectF(0, 0, 400, 300).contains(plot));
}

void TestFigures::viewTellsValuesByPointerAndKeys() {
    Theme theme;
    FigureView view(theme);
    view.resize(700, 420);
    view.setFigure(userDifferenceFigure(*test::smallComparison(), 2, 0, MetricId::Ndcg));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto* canvas = view.findChild<FigureCanvas*>(u"figureCanvas"_s);
    QCOMPARE(view.hitCount(), 40);
    const QPointF place = canvas->hitPlace(3);
    QMouseEvent move(QEvent::MouseMove, place, canvas->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(canvas, &move);
    QCOMPARE(view.currentHit(), 3);
    QVERIFY(view.hitText(3).startsWith(u"User "_s));
    QCOMPARE(canvas->accessibleDescription(), view.hitText(3));
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(view.currentHit(), 4);
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(view.currentHit(), 39);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(view.currentHit(), 39);
    QTest::keyClick(canvas, Qt::Key_Home);
    QCOMPARE(view.currentHit(), 0);
    QSignalSpy activated(&view, &FigureView::activated);
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.front().front().toInt(), view.figure().panels[0].series[0].points[0].id);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->hitPlace(7).toPoint());
    QCOMPARE(activated.last().front().toInt(), view.figure().panels[0].series[0].points[7].id);
    Figure nothing;
    nothing.emptyText = u"Nothing"_s;
    view.setFigure(nothing);
    QCOMPARE(view.hitCount(), 0);
    QVERIFY(!canvas->isVisible());
    QVERIFY(view.findChild<QLabel*>(u"figureEmpty"_s)->isVisible());
}

void TestFigures::thousandsOfUsersArePaintedQuickly() {
    const auto comparison = test::smallComparison();
    for (ComparedModel& row : comparison->rows) {
        const UserMetrics pattern = row.mean.users.front();
        row.mean.users.assign(30'000, pattern);
        for (std::size_t user = 0; user < row.mean.users.size(); ++user) {
            row.mean.users[user].user = static_cast<UserIndex>(user);
            row.mean.users[user].metrics.ndcg *= 1.0 + static_cast<double>(user % 97) / 97.0;
        }
    }
    Theme theme;
    FigureView view(theme);
    view.resize(1200, 500);
    view.setFigure(userDifferenceFigure(*comparison, 2, 0, MetricId::Ndcg));
    auto* canvas = view.findChild<FigureCanvas*>(u"figureCanvas"_s);
    view.grab();
    QCOMPARE(view.hitCount(), 30'000);
    QElapsedTimer clock;
    clock.start();
    canvas->figureChanged();
    view.grab();
    QVERIFY2(static_cast<double>(clock.elapsed()) < test::timeLimit(1000.0),
             qPrintable(QString::number(clock.elapsed())));
}

void TestFigures::filesHaveTitleAndCaption() {
    const QTemporaryDir folder;
    const Figure figure = barsFigure(*test::smallComparison(), MetricId::Ndcg);
    QVERIFY(figure.caption.contains(u"little"_s));
    QVERIFY(figure.caption.contains(u"40 user(s)"_s));
    QVERIFY(figure.caption.contains(u"seed"_s));
    const QString svg = folder.filePath(u"a.svg"_s);
    QVERIFY(saveFigure(figure, FigureFormat::Svg, svg).ok());
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray source = file.readAll();
    QVERIFY(source.contains("NDCG@10"));
    QVERIFY(source.contains("40 user(s)"));
    QVERIFY(QSvgRenderer(source).isValid());
    const QString png = folder.filePath(u"a.png"_s);
    QVERIFY(saveFigure(figure, FigureFormat::Png, png).ok());
    const QImage picture(png);
    QCOMPARE(picture.size(), QSize(960, 600) * 3);
    QVERIFY(picture.text(u"Description"_s).contains(u"little"_s));
    const QString pdf = folder.filePath(u"a.pdf"_s);
    QVERIFY(saveFigure(figure, FigureFormat::Pdf, pdf).ok());
    QFile page(pdf);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray document = page.readAll();
    QVERIFY(document.startsWith("%PDF-"));
    QVERIFY(document.trimmed().endsWith("%%EOF"));
    QVERIFY(document.contains("/MediaBox [0 0 720"));
}

void TestFigures::filesDoNotFollowTheTheme() {
    const QTemporaryDir folder;
    const Figure figure = curveFigure(*test::smallComparison(), MetricId::Ndcg);
    Theme theme;
    QImage pictures[2];
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        theme.setKind(kind);
        const QString path = folder.filePath(u"chart.png"_s);
        QVERIFY(saveFigure(figure, FigureFormat::Png, path, {480, 300}).ok());
        pictures[static_cast<int>(kind)] = QImage(path);
    }
    QCOMPARE(pictures[0], pictures[1]);
    QCOMPARE(pictures[0].pixelColor(2, 2), QColor(Qt::white));
}

void TestFigures::failedWriteSaysWhereAndWhy() {
    const QTemporaryDir folder;
    const Figure figure = barsFigure(*test::smallComparison(), MetricId::Ndcg);
    const QString path = folder.filePath(u"missing/a.svg"_s);
    const Status status = saveFigure(figure, FigureFormat::Svg, path);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::FileWrite);
    QVERIFY(QString::fromStdString(status.error().detail).startsWith(path + u": "_s));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"missing"_s)));
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
