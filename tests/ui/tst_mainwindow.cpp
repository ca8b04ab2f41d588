#include "core/services/services.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"
#include "tests/ui/datasets.h"
#include "ui/dialogs/columndialog.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/errortext.h"
#include "ui/mainwindow.h"
#include "ui/pages/datapage.h"
#include "ui/theme.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmtablemodel.h"
#include "ui/widgets/loadpanel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plotframe.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace recital;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void beginsOnTheEmptyDataPage();
    void keysAndRailSwitchPages();
    void keysSwitchThemeAndZoom();
    void helpExplainsThePage();
    void loadsAFolder();
    void failureLeavesThePreviousData();
    void cancelLeavesNothing();
    void recentOnesAreOffered();
    void asksForColumns();
    void droppedFolderIsOpened();
    void otherDragsAreRefused();
    void undoFollowsTheLiveSession();
    void remembersGeometryOnlyWhenAsked();
    void everythingHasAName();
    void datasetCardMakesRoomForLongFacts();
    void filmsCanBeFiltered();
    void showsRealMovieLens();

private:
    template<typename T>
    T* child(const QString& name) const {
        T* found = m_window->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QString text(const QString& label) const { return child<QLabel>(label)->text(); }
    bool loadAndWait(const QString& location);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"recital-test"_s);
    QCoreApplication::setApplicationName(u"tst_mainwindow"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestMainWindow::init() {
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    auto services = Services::create(m_folder->filePath(u"workspace"_s));
    QVERIFY(services.ok());
    m_services = std::move(services).value();
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<MainWindow>(*m_services, *m_theme);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup() {
    m_window.reset();
    m_theme.reset();
    m_services.reset();
    m_folder.reset();
}

bool TestMainWindow::loadAndWait(const QString& location) {
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    m_services->datasets.load(location);
    return QTest::qWaitFor([&] { return loaded.count() == 1; }, 20'000);
}

void TestMainWindow::beginsOnTheEmptyDataPage() {
    QCOMPARE(m_window->currentPage(), u"data"_s);
    QCOMPARE(child<QStackedWidget>(u"dataStates"_s)->currentIndex(), 0);
    QVERIFY(child<QPushButton>(u"emptyOpenFolder"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"emptyDownload"_s)->isVisible());
    QCOMPARE(child<ElidedLabel>(u"topDataset"_s)->fullText(), u"None yet"_s);
    QCOMPARE(m_window->windowTitle(), u"Recital"_s);
}

void TestMainWindow::keysAndRailSwitchPages() {
    QSignalSpy changed(m_window.get(), &MainWindow::pageChanged);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"train"_s);
    QVERIFY(child<QToolButton>(u"rail_train"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"compare"_s);
    QVERIFY(child<QToolButton>(u"rail_compare"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"stage"_s);
    child<QToolButton>(u"rail_data"_s)->click();
    QCOMPARE(m_window->currentPage(), u"data"_s);
    m_window->showPage(u"data"_s); // no change, no signal
    QCOMPARE(changed.count(), 4);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"stage"_s);
}

void TestMainWindow::keysSwitchThemeAndZoom() {
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_theme->kind(), ThemeKind::Dark);
    child<QToolButton>(u"themeButton"_s)->click();
    QCOMPARE(m_theme->kind(), ThemeKind::Light);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_theme->zoom() > 1.05);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), 1.0);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_theme->zoom() < 0.95);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    m_window->resize(1920, 1080);
    QTRY_COMPARE(m_theme->scale(), 1.5);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(m_window->windowState() & Qt::WindowFullScreen);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(!(m_window->windowState() & Qt::WindowFullScreen));
}

void TestMainWindow::helpExplainsThePage() {
    m_window->showPage(u"stage"_s);
    QString title;
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<HelpDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        title = dialog->windowTitle();
        dialog->reject();
    });
    child<QAction>(u"helpAction"_s)->trigger();
    QCOMPARE(title, u"Help: Stage"_s);
    QCOMPARE(child<QAction>(u"helpAction"_s)->shortcut(), QKeySequence(Qt::Key_F1));
}

void TestMainWindow::loadsAFolder() {
    const QString folder = m_folder->filePath(u"my-films"_s);
    QVERIFY(test::writeLittleFolder(folder));
    filedialogs::setNextAnswer(folder);
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(child<QStackedWidget>(u"dataStates"_s)->currentIndex(), 1);
    QCOMPARE(child<ElidedLabel>(u"datasetName"_s)->fullText(), u"my-films"_s);
    QCOMPARE(text(u"factRatings"_s), u"4"_s);
    QCOMPARE(text(u"factUsers"_s), u"2"_s);
    QCOMPARE(text(u"factRatedFilms"_s), u"3"_s);
    QCOMPARE(text(u"factDensity"_s), u"66.67 %"_s); // 4 of 2 x 3
    QCOMPARE(text(u"factMean"_s), u"3.25"_s);
    QCOMPARE(text(u"factPositives"_s), u"2 (50.0 %)"_s);
    QCOMPARE(text(u"factPerUser"_s), u"2 ratings"_s);
    QCOMPARE(text(u"factTime"_s), u"Jul 2000 \u2013 Jul 2000"_s);
    QCOMPARE(text(u"factScale"_s), u"0.5 to 5"_s);
    QCOMPARE(child<PlotFrame>(u"ratingValuesChart"_s)->hitText(9), u"5: 1 ratings (25.0 %)"_s);
    QCOMPARE(child<PlotFrame>(u"longTailChart"_s)->hitText(0), u"Film of rank 1: 2 ratings"_s);
    QCOMPARE(child<PlotFrame>(u"overTimeChart"_s)->hitText(0), u"July 2000: 4 ratings"_s);
    QCOMPARE(child<PlotFrame>(u"genresChart"_s)->hitText(0), u"Action: 3 ratings, 2 films"_s);
    QCOMPARE(child<ElidedLabel>(u"topDataset"_s)->fullText(), u"my-films"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"my-films"_s));
}

void TestMainWindow::failureLeavesThePreviousData() {
    const QString good = m_folder->filePath(u"good"_s);
    const QString bad = m_folder->filePath(u"bad"_s);
    QVERIFY(test::writeLittleFolder(good));
    QVERIFY(test::writeLittleFolder(bad));
    QVERIFY(test::writeText(bad + u"/ratings.csv"_s, "userId,movieId,rating,timestamp\n1,1,9.0,964982703\n"));
    QVERIFY(loadAndWait(good));
    const auto before = m_services->store.snapshot();
    QSignalSpy failed(&m_services->datasets, &DatasetService::failed);
    m_services->datasets.load(bad);
    QTRY_COMPARE(failed.count(), 1);
    auto* notice = child<DataPage>(u"dataPage"_s)->findChild<Notice*>(u"notice"_s);
    QVERIFY(notice->isVisible());
    const QString sentence = notice->findChild<QLabel*>(u"noticeText"_s)->text();
    QVERIFY2(sentence.endsWith(errorSentence(ErrorCode::BadFormat)), qPrintable(sentence));
    QVERIFY(sentence.startsWith(u"bad "_s));
    const QString detail = notice->findChild<QLabel*>(u"noticeDetail"_s)->text();
    QVERIFY2(detail.contains(u"ratings.csv:2"_s), qPrintable(detail));
    QCOMPARE(m_services->store.snapshot(), before);
    QCOMPARE(child<ElidedLabel>(u"datasetName"_s)->fullText(), u"good"_s);
    QVERIFY(!child<LoadPanel>(u"loadPanel"_s)->isVisible());
    QVERIFY(loadAndWait(good)); // a success puts the message away
    QVERIFY(!notice->isVisible());
}

void TestMainWindow::cancelLeavesNothing() {
    // Enough rows that the load is still running when Cancel arrives; it may still win, then nothing is
    // tested.
    const QString folder = m_folder->filePath(u"large"_s);
    QVERIFY(test::writeLittleFolder(folder));
    QByteArray rows = "userId,movieId,rating,timestamp\n";
    for (int i = 0; i < 3'000'000; ++i)
        rows += QByteArray::number(i / 3 + 1) + ',' + QByteArray::number(i % 3 + 1) + ",4.0,964982703\n";
    QVERIFY(test::writeText(folder + u"/ratings.csv"_s, rows));
    QSignalSpy cancelled(&m_services->datasets, &DatasetService::cancelled);
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    m_services->datasets.load(folder);
    auto* panel = child<LoadPanel>(u"loadPanel"_s);
    QVERIFY(QTest::qWaitFor([&] { return panel->isVisible() || loaded.count() > 0; }, 10'000));
    if (loaded.count() > 0)
        QSKIP("this machine loaded 3 million rows before the panel appeared");
    child<QPushButton>(u"loadCancel"_s)->click();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(QTest::qWaitFor([&] { return cancelled.count() == 1; }, 5000));
    QVERIFY2(static_cast<double>(clock.elapsed()) < test::timeLimit(500.0),
             qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!panel->isVisible());
    QVERIFY(!m_services->store.snapshot()->dataset);
    QCOMPARE(child<QStackedWidget>(u"dataStates"_s)->currentIndex(), 0);
    QVERIFY(child<QPushButton>(u"emptyOpenFolder"_s)->isEnabled());
}

void TestMainWindow::recentOnesAreOffered() {
    const QString first = m_folder->filePath(u"first"_s);
    const QString second = m_folder->filePath(u"second"_s);
    QVERIFY(test::writeLittleFolder(first));
    QVERIFY(test::writeLittleFolder(second));
    QVERIFY(loadAndWait(first));
    QVERIFY(loadAndWait(second));
    const QList<QAction*> recent = child<QMenu>(u"openMenu"_s)->findChildren<QAction*>(u"recentAction"_s);
    QCOMPARE(recent.size(), 2);
    QCOMPARE(recent[0]->text(), second);
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    recent[1]->trigger();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(child<ElidedLabel>(u"datasetName"_s)->fullText(), u"first"_s);
}

void TestMainWindow::asksForColumns() {
    const QString file = m_folder->filePath(u"likes.tsv"_s);
    QVERIFY(test::writeText(file, "member\tthing\tgrade\n1\t10\t3\n1\t11\t5\n2\t10\t4\n"));
    m_services->datasets.load(file);
    ColumnDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<ColumnDialog*>()) != nullptr);
    QVERIFY(dialog->isVisible());
    const std::pair<const char*, int> choices[] = {{"columnUser", 0}, {"columnItem", 1}, {"columnValue", 2}};
    for (const auto& [name, column] : choices) {
        auto* box = dialog->findChild<QComboBox*>(QLatin1String(name));
        box->setCurrentIndex(box->findData(column));
    }
    QCOMPARE(dialog->problem(), QString());
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    dialog->findChild<QPushButton*>(u"columnOpen"_s)->click();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(text(u"factRatings"_s), u"3"_s);
    QCOMPARE(text(u"factTime"_s), u"No times"_s);
    QVERIFY(child<PlotFrame>(u"overTimeChart"_s)->findChild<QLabel*>(u"chartEmpty"_s)->isVisible());
}

void TestMainWindow::droppedFolderIsOpened() {
    const QString folder = m_folder->filePath(u"dropped"_s);
    QVERIFY(test::writeLittleFolder(folder));
    m_window->showPage(u"train"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    data.setText(folder); // as file managers do: a field would take it
    // Over a child: the whole window is the target.
    QWidget* target = child<QLineEdit>(u"filmFilter"_s);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    auto* overlay = child<DropOverlay>(u"dropOverlay"_s);
    QVERIFY(overlay->isVisible());
    QCOMPARE(overlay->geometry(), m_window->rect());
    QDragLeaveEvent leave;
    QApplication::sendEvent(target, &leave);
    QVERIFY(!overlay->isVisible());
    QDragEnterEvent again(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &again);
    QVERIFY(overlay->isVisible());
    QSignalSpy loaded(&m_services->datasets, &DatasetService::loaded);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QVERIFY(!overlay->isVisible());
    QCOMPARE(m_window->currentPage(), u"data"_s);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(child<ElidedLabel>(u"datasetName"_s)->fullText(), u"dropped"_s);
}

void TestMainWindow::otherDragsAreRefused() {
    QMimeData web;
    web.setUrls({QUrl(u"https://example.org/x.zip"_s)});
    QMimeData two;
    two.setUrls({QUrl::fromLocalFile(u"/a"_s), QUrl::fromLocalFile(u"/b"_s)});
    for (const QMimeData* data : {&web, &two}) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(!child<DropOverlay>(u"dropOverlay"_s)->isVisible());
    }
}

void TestMainWindow::undoFollowsTheLiveSession() {
    const QString folder = m_folder->filePath(u"films"_s);
    QVERIFY(test::writeLittleFolder(folder));
    QVERIFY(loadAndWait(folder));
    QVERIFY(!child<QAction>(u"undoAction"_s)->isEnabled());
    QVERIFY(m_services->live.act(EventType::Like, 0).ok());
    QCOMPARE(child<ElidedLabel>(u"topUser"_s)->fullText().contains(u'1'), true);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_services->live.user().events.empty());
    QVERIFY(child<QAction>(u"redoAction"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_services->live.user().events.size(), std::size_t(1));
}

void TestMainWindow::remembersGeometryOnlyWhenAsked() {
    m_theme->setKind(ThemeKind::Dark);
    m_window->close();
    QVERIFY(!QSettings().contains(u"window/dark"_s)); // pictures and tests leave no trace
    m_window->restoreWindow();
    QCOMPARE(m_theme->kind(), ThemeKind::Light);
    m_window->show();
    m_theme->setKind(ThemeKind::Dark);
    m_theme->setZoom(1.3);
    m_window->close();

    m_theme->setKind(ThemeKind::Light);
    m_theme->setZoom(1.0);
    MainWindow next(*m_services, *m_theme);
    next.restoreWindow();
    QCOMPARE(m_theme->kind(), ThemeKind::Dark);
    QCOMPARE(m_theme->zoom(), 1.3);
}

void TestMainWindow::everythingHasAName() {
    const QString folder = m_folder->filePath(u"films"_s);
    QVERIFY(test::writeLittleFolder(folder));
    QVERIFY(loadAndWait(folder));
    for (const QWidget* widget : child<DataPage>(u"dataPage"_s)->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                           qobject_cast<const QTabBar*>(widget) ||
                           widget->objectName() == u"datasetFacts"_s || qobject_cast<const QLabel*>(widget);
        QVERIFY2(named,
                 qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

/// Other languages need more room than English; the column of values must not be cut off.
void TestMainWindow::datasetCardMakesRoomForLongFacts() {
    const QString folder = m_folder->filePath(u"films"_s);
    QVERIFY(test::writeLittleFolder(folder));
    QVERIFY(loadAndWait(folder));
    const auto* facts = child<QScrollArea>(u"datasetFacts"_s);
    child<QLabel>(u"factTopCaption"_s)->setText(u"Obere 20 % der Filme"_s);
    child<QLabel>(u"factTop"_s)->setText(u"77,2 % der Bewertungen"_s);
    m_theme->setZoom(1.1); // styles and measures the card again
    QTRY_VERIFY2(
        facts->widget()->minimumSizeHint().width() <= facts->viewport()->width(),
        qPrintable(
            u"%1 in %2"_s.arg(facts->widget()->minimumSizeHint().width()).arg(facts->viewport()->width())));
}

void TestMainWindow::filmsCanBeFiltered() {
    const QString folder = m_folder->filePath(u"films"_s);
    QVERIFY(test::writeLittleFolder(folder));
    QVERIFY(loadAndWait(folder));
    child<QTabBar>(u"dataTabs"_s)->setCurrentIndex(1);
    auto* filter = child<QLineEdit>(u"filmFilter"_s);
    auto* table = child<QTableView>(u"filmTable"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"The Matrix"_s); // most ratings first
    table->selectRow(2);
    const QString selected = table->currentIndex().data().toString();
    QTest::keyClicks(filter, u"1995"_s);
    QCOMPARE(text(u"filmCount"_s), u"2 of 3 films"_s);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), selected); // the selection stays
    QTest::keyClicks(filter, u"zzz"_s);
    QVERIFY(!table->isVisible());
    QVERIFY(child<QLabel>(u"filmNothing"_s)->isVisible());
    filter->clear();
    QCOMPARE(text(u"filmCount"_s), u"3 films"_s);
}

void TestMainWindow::showsRealMovieLens() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    QVERIFY(loadAndWait(folder));
    QCOMPARE(text(u"factRatings"_s), u"100,000"_s);
    QCOMPARE(text(u"factUsers"_s), u"943"_s);
    QCOMPARE(text(u"factRatedFilms"_s), u"1,682"_s);
    QCOMPARE(text(u"factMean"_s), u"3.53"_s);
    QCOMPARE(text(u"factPositives"_s), u"55,375 (55.4 %)"_s);
    QCOMPARE(text(u"factTime"_s), u"Sep 1997 \u2013 Apr 1998"_s);
    QCOMPARE(child<PlotFrame>(u"ratingValuesChart"_s)->hitCount(), 5);
    QVERIFY(!m_window->grab().isNull());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
