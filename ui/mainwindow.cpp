#include "ui/mainwindow.h"

#include "core/services/services.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/errortext.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/stagepage.h"
#include "ui/pages/trainpage.h"
#include "ui/theme.h"
#include "ui/widgets/dropoverlay.h"
#include "ui/widgets/pagestack.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/topline.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// The single local file or folder that is being dragged; empty for anything else.
QString draggedLocation(const QMimeData* data) {
    if (!data || !data->hasUrls() || data->urls().size() != 1 || !data->urls().first().isLocalFile())
        return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow(Services& services, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setMinimumSize(800, 560);
    resize(1280, 720);
    m_sizeTimer = new QTimer(this);
    m_sizeTimer->setSingleShot(true);
    connect(m_sizeTimer, &QTimer::timeout, this, &MainWindow::followSize);
    buildLayout();
    buildActions();
    m_dropOverlay = new DropOverlay(theme, this);
    connect(&services.store, &ModelStore::snapshotChanged, this, &MainWindow::updateTitle);
    connect(&services.session, &SessionService::problem, this, &MainWindow::showProblem);
    connect(&services.live, &LiveSession::problem, this, &MainWindow::showProblem);
    updateTitle();
    followSize();
    showPage(u"data"_s);
    // Fields would take a dropped file as text: the window sees drags first, wherever they are.
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout() {
    auto* central = new QWidget(this);
    central->setProperty("role", u"page"_s);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(m_theme, central);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_topLine = new TopLine(m_services, m_theme, central);
    m_stack = new PageStack(central);
    m_stack->setObjectName(u"pages"_s);
    column->addWidget(m_topLine);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    setCentralWidget(central);
    central->setFocus(); // or the first button would wear the focus ring before anyone pressed Tab

    m_dataPage = new DataPage(m_services, m_theme, m_stack);
    m_trainPage = new TrainPage(m_services, m_theme, m_stack);
    m_comparePage = new ComparePage(m_services, m_theme, m_stack);
    m_stagePage = new StagePage(m_services, m_theme, m_stack);
    addPage(u"data"_s, tr("Data"), u"data"_s, m_dataPage);
    addPage(u"train"_s, tr("Train"), u"train"_s, m_trainPage);
    addPage(u"compare"_s, tr("Compare"), u"compare"_s, m_comparePage);
    addPage(u"stage"_s, tr("Stage"), u"stage"_s, m_stagePage);
    connect(m_rail, &Rail::pageRequested, this, &MainWindow::showPage);
    connect(m_trainPage, &TrainPage::pageRequested, this, &MainWindow::showPage);
    connect(m_comparePage, &ComparePage::pageRequested, this, &MainWindow::showPage);
    connect(m_comparePage, &ComparePage::openFolderRequested, m_dataPage, &DataPage::openFolder);
    connect(m_comparePage, &ComparePage::trainParametersRequested, this,
            [this](const AlsParameters& parameters) {
                m_trainPage->useParameters(parameters);
                showPage(u"train"_s);
            });
    connect(m_comparePage, &ComparePage::downloadRequested, m_dataPage, &DataPage::openDownloads);
    connect(m_stagePage, &StagePage::trainRequested, this, [this] { showPage(u"train"_s); });
    connect(m_stagePage, &StagePage::dataRequested, this, [this] { showPage(u"data"_s); });
    connect(m_rail, &Rail::helpRequested, this, &MainWindow::explainPage);
    connect(m_rail, &Rail::themeToggleRequested, this, &MainWindow::toggleTheme);
    connect(m_topLine, &TopLine::searchRequested, this, &MainWindow::focusFilmSearch);
}

void MainWindow::addPage(const QString& name, const QString& label, const QString& icon, QWidget* page) {
    m_pageNames += name;
    m_pageLabels += label;
    const QKeySequence keys(u"Ctrl+%1"_s.arg(m_pageNames.size()));
    m_rail->addPage(name, label, icon, keys.toString(QKeySequence::NativeText));
    page->setAccessibleName(label);
    m_stack->addWidget(page);
}

QAction* MainWindow::addAction(const QString& objectName, const QString& text, const QKeySequence& keys) {
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    QMainWindow::addAction(action);
    m_menu->addAction(action);
    return action;
}

void MainWindow::buildActions() {
    m_menu = new QMenu(this);
    m_menu->setObjectName(u"mainMenu"_s);
    buildPageActions();
    m_menu->addSeparator();
    buildLiveActions();
    m_menu->addSeparator();
    buildViewActions();
    m_topLine->setMenu(m_menu);
}

void MainWindow::buildPageActions() {
    connect(addAction(u"openFolderAction"_s, tr("Open folder..."), QKeySequence(u"Ctrl+O"_s)),
            &QAction::triggered, this, [this] {
                showPage(u"data"_s);
                m_dataPage->openFolder();
            });
    connect(addAction(u"openFileAction"_s, tr("Open zip or file..."), QKeySequence(u"Ctrl+Shift+O"_s)),
            &QAction::triggered, this, [this] {
                showPage(u"data"_s);
                m_dataPage->openFile();
            });
    connect(addAction(u"downloadAction"_s, tr("Get MovieLens..."), QKeySequence()), &QAction::triggered, this,
            [this] {
                showPage(u"data"_s);
                m_dataPage->openDownloads();
            });
    m_menu->addSeparator();
    for (qsizetype i = 0; i < m_pageNames.size(); ++i) {
        const QString name = m_pageNames[i];
        connect(addAction(u"show_"_s + name, m_pageLabels[i], QKeySequence(u"Ctrl+%1"_s.arg(i + 1))),
                &QAction::triggered, this, [this, name] { showPage(name); });
    }
}

void MainWindow::buildLiveActions() {
    connect(addAction(u"searchAction"_s, tr("Find a film"), QKeySequence(u"Ctrl+K"_s)), &QAction::triggered,
            this, &MainWindow::focusFilmSearch);
    QAction* undo = addAction(u"undoAction"_s, tr("Undo"), QKeySequence(u"Ctrl+Z"_s));
    QAction* redo = addAction(u"redoAction"_s, tr("Redo"), QKeySequence(u"Ctrl+Shift+Z"_s));
    LiveSession& live = m_services.live;
    connect(undo, &QAction::triggered, &live, &LiveSession::undo);
    connect(redo, &QAction::triggered, &live, &LiveSession::redo);
    const auto update = [undo, redo, &live] {
        undo->setEnabled(live.canUndo());
        redo->setEnabled(live.canRedo());
    };
    connect(&live, &LiveSession::changed, this, update);
    update();
}

void MainWindow::buildViewActions() {
    connect(addAction(u"themeAction"_s, tr("Light or dark theme"), QKeySequence(u"Ctrl+T"_s)),
            &QAction::triggered, this, &MainWindow::toggleTheme);
    QAction* larger = addAction(u"zoomInAction"_s, tr("Larger"), QKeySequence(u"Ctrl++"_s));
    larger->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    connect(larger, &QAction::triggered, this, [this] { zoomBy(1.1); });
    connect(addAction(u"zoomOutAction"_s, tr("Smaller"), QKeySequence(u"Ctrl+-"_s)), &QAction::triggered,
            this, [this] { zoomBy(1.0 / 1.1); });
    connect(addAction(u"zoomResetAction"_s, tr("Usual size"), QKeySequence(u"Ctrl+0"_s)), &QAction::triggered,
            this, [this] { m_theme.setZoom(1.0); });
    connect(addAction(u"fullScreenAction"_s, tr("Full screen"), QKeySequence(u"F11"_s)), &QAction::triggered,
            this, &MainWindow::toggleFullScreen);
    m_menu->addSeparator();
    connect(addAction(u"helpAction"_s, tr("Explain this page"), QKeySequence(u"F1"_s)), &QAction::triggered,
            this, &MainWindow::explainPage);
    connect(addAction(u"aboutAction"_s, tr("About Recital"), QKeySequence()), &QAction::triggered, this,
            &MainWindow::showAbout);
    connect(addAction(u"quitAction"_s, tr("Quit"), QKeySequence(u"Ctrl+Q"_s)), &QAction::triggered, this,
            &MainWindow::close);
}

void MainWindow::showPage(const QString& name) {
    const qsizetype index = m_pageNames.indexOf(name);
    Q_ASSERT_X(index >= 0, "showPage", qPrintable(name));
    const bool changed = m_stack->currentIndex() != index;
    m_stack->setCurrentIndex(static_cast<int>(index));
    m_rail->setCurrent(name);
    if (changed)
        emit pageChanged(name);
}

QString MainWindow::currentPage() const {
    return m_pageNames.value(m_stack->currentIndex());
}

void MainWindow::focusFilmSearch() {
    showPage(u"stage"_s);
    // The stage offers the slot; the window needs to know no more of it than that.
    if (m_stagePage->metaObject()->indexOfMethod("focusSearch()") >= 0)
        QMetaObject::invokeMethod(m_stagePage, "focusSearch");
}

void MainWindow::explainPage() {
    HelpDialog dialog(currentPage(), m_pageLabels.value(m_stack->currentIndex()), m_theme, this);
    dialog.exec();
}

void MainWindow::toggleTheme() {
    m_theme.setKind(m_theme.kind() == ThemeKind::Light ? ThemeKind::Dark : ThemeKind::Light);
}

void MainWindow::toggleFullScreen() {
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::zoomBy(double factor) {
    m_theme.setZoom(m_theme.zoom() * factor);
}

/// What kept the last session or an earlier run from coming back. It waits for nobody.
void MainWindow::showProblem(ErrorCode code, const QString& detail) {
    auto* box = new QMessageBox(QMessageBox::Warning, QApplication::applicationDisplayName(),
                                errorSentence(code), QMessageBox::Ok, this);
    box->setObjectName(u"problemBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(detail);
    box->open();
}

void MainWindow::showAbout() {
    QMessageBox::about(
        this, tr("About Recital"),
        tr("<h3>Recital %1</h3><p>Explains a recommender to a room, live, on real data.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>"
           "<p>MovieLens data: F. M. Harper and J. A. Konstan, The MovieLens Datasets: History "
           "and Context, ACM TiiS 5(4), 2015.</p>")
            .arg(QStringLiteral(RECITAL_VERSION)));
}

void MainWindow::updateTitle() {
    const auto snapshot = m_services.store.snapshot();
    setWindowTitle(
        snapshot->dataset
            ? tr("%1 \u2013 Recital", "data set").arg(QString::fromStdString(snapshot->dataset->info().name))
            : tr("Recital"));
}

void MainWindow::followSize() {
    // A window that is narrow for its height (4:3 projectors) follows its width, or lines would not fit.
    constexpr double narrowest = 9.0 / 14.0;
    m_theme.setWindowHeight(std::max(560, std::min(height(), static_cast<int>(width() * narrowest))));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    // New sizes of everything take about 200 ms: while an edge is dragged they wait for the hand to rest.
    constexpr int restMilliseconds = 250;
    const bool dragging = m_lastResize.isValid() && m_lastResize.elapsed() < restMilliseconds && isVisible();
    m_lastResize.start();
    if (dragging)
        m_sizeTimer->start(restMilliseconds / 2);
    else
        followSize();
    if (m_dropOverlay && m_dropOverlay->isVisible())
        m_dropOverlay->setGeometry(rect());
}

void MainWindow::restoreWindow() {
    const QSettings settings;
    m_theme.setKind(settings.value(u"window/dark"_s, false).toBool() ? ThemeKind::Dark : ThemeKind::Light);
    m_theme.setZoom(settings.value(u"window/zoom"_s, 1.0).toDouble());
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_remember = true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_remember) {
        QSettings settings;
        settings.setValue(u"window/dark"_s, m_theme.kind() == ThemeKind::Dark);
        settings.setValue(u"window/zoom"_s, m_theme.zoom());
        settings.setValue(u"window/geometry"_s, saveGeometry());
    }
    event->accept();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::DragLeave:
    case QEvent::Drop:
        if (auto* widget = qobject_cast<QWidget*>(watched); widget && widget->window() == this)
            return handleDragEvent(event);
        break;
    default:
        break;
    }
    return QMainWindow::eventFilter(watched, event);
}

bool MainWindow::handleDragEvent(QEvent* event) {
    if (event->type() == QEvent::DragLeave) {
        m_dropOverlay->hide();
        return false;
    }
    auto* drop = static_cast<QDropEvent*>(event);
    const QString location = draggedLocation(drop->mimeData());
    if (location.isEmpty())
        return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        m_dropOverlay->hide();
        showPage(u"data"_s);
        m_dataPage->load(location);
    } else if (!m_dropOverlay->isVisible()) {
        m_dropOverlay->announce(QFileInfo(location).fileName());
    }
    return true;
}

} // namespace recital
