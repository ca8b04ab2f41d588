#include "ui/pages/datapage.h"

#include "core/services/services.h"
#include "ui/dialogs/columndialog.h"
#include "ui/dialogs/downloaddialog.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/pages/datasetcard.h"
#include "ui/pages/datasetcharts.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/filmtable.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/loadpanel.h"
#include "ui/widgets/notice.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

DataPage::DataPage(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"dataPage"_s);
    build();
    connectService();
    connect(&theme, &Theme::changed, this, &DataPage::restyle);
    restyle();
    updateRecent();
    updateContent();
}

void DataPage::build() {
    auto* layout = new QVBoxLayout(this);
    m_notice = new Notice(m_theme, this);
    m_loading = new LoadPanel(m_theme, this);
    m_states = new QStackedWidget(this);
    m_states->setObjectName(u"dataStates"_s);
    m_empty = new EmptyState(m_theme, m_states);
    m_states->addWidget(m_empty);
    m_states->addWidget(buildContent());
    layout->addWidget(m_notice);
    layout->addWidget(m_loading);
    layout->addWidget(m_states, 1);
    connect(m_empty, &EmptyState::openFolderRequested, this, &DataPage::openFolder);
    connect(m_empty, &EmptyState::openFileRequested, this, &DataPage::openFile);
    connect(m_empty, &EmptyState::downloadRequested, this, &DataPage::openDownloads);
    connect(m_empty, &EmptyState::loadRequested, this, &DataPage::reload);
}

QWidget* DataPage::buildContent() {
    auto* content = new QWidget(m_states);
    content->setObjectName(u"dataContent"_s);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    m_card = new DatasetCard(m_theme, content);
    row->addWidget(m_card);
    auto* column = new QVBoxLayout;
    column->addWidget(buildTools());
    m_views = new QStackedWidget(content);
    m_views->setObjectName(u"dataViews"_s);
    m_charts = new DatasetCharts(m_theme, m_views);
    auto* filmCard = new QFrame(m_views);
    filmCard->setProperty("role", u"card"_s);
    auto* filmLayout = new QVBoxLayout(filmCard);
    m_films = new FilmTable(m_theme, filmCard);
    filmLayout->addWidget(m_films);
    m_views->addWidget(m_charts);
    m_views->addWidget(filmCard);
    column->addWidget(m_views, 1);
    row->addLayout(column, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    return content;
}

QWidget* DataPage::buildTools() {
    auto* tools = new QWidget(m_states);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    m_tabs = new QTabBar(tools);
    m_tabs->setObjectName(u"dataTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Films"));
    m_open = new QPushButton(tr("Open"), tools);
    m_open->setObjectName(u"openButton"_s);
    m_openMenu = new QMenu(m_open);
    m_openMenu->setObjectName(u"openMenu"_s);
    m_open->setMenu(m_openMenu);
    m_download = new QPushButton(tr("Get MovieLens..."), tools);
    m_download->setObjectName(u"downloadButton"_s);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_download);
    row->addWidget(m_open);
    connect(m_download, &QPushButton::clicked, this, &DataPage::openDownloads);
    return tools;
}

void DataPage::connectService() {
    DatasetService& datasets = m_services.datasets;
    connect(&datasets, &DatasetService::loadStarted, this, [this](const QString& location) {
        m_loadingLocation = location;
        m_notice->hide();
        m_empty->setEnabled(false);
        m_loading->begin(tr("Loading %1").arg(QFileInfo(location).fileName()));
    });
    connect(&datasets, &DatasetService::progressChanged, m_loading, &LoadPanel::setFraction);
    connect(m_loading, &LoadPanel::cancelRequested, &datasets, &DatasetService::cancel);
    connect(&datasets, &DatasetService::loaded, this, &DataPage::finishJob);
    connect(&datasets, &DatasetService::cancelled, this, [this] {
        finishJob();
        m_notice->showText(tr("Loading was cancelled. Nothing was changed."));
    });
    connect(&datasets, &DatasetService::failed, this, [this](ErrorCode code, const QString& detail) {
        finishJob();
        const QString name = QFileInfo(m_loadingLocation).fileName();
        m_notice->showError(code, detail,
                            name.isEmpty() ? QString() : tr("%1 was not opened.", "file").arg(name));
    });
    connect(&datasets, &DatasetService::columnsNeeded, this, &DataPage::askColumns);
    connect(&datasets, &DatasetService::recentLocationsChanged, this, &DataPage::updateRecent);
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &DataPage::updateContent);
}

void DataPage::finishJob() {
    m_loading->end();
    m_empty->setEnabled(true);
}

void DataPage::load(const QString& location) {
    m_loadingLocation = location;
    m_services.datasets.load(location);
}

void DataPage::reload(const QString& location) {
    m_loadingLocation = location;
    m_services.datasets.reload(location);
}

void DataPage::openFolder() {
    const QString folder = filedialogs::chooseFolder(this, tr("Open a data set folder"), QDir::homePath());
    if (!folder.isEmpty())
        load(folder);
}

void DataPage::openFile() {
    const QString file =
        filedialogs::chooseFile(this, tr("Open a zip or a file of ratings"), QDir::homePath(),
                                tr("Data sets (*.zip *.csv *.tsv *.data *.dat *.txt);;All files (*)"));
    if (!file.isEmpty())
        load(file);
}

void DataPage::openDownloads() {
    auto* dialog = new DownloadDialog(m_services.downloads, m_theme,
                                      QDir(m_services.workspace().folder()).filePath(u"movielens"_s), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DownloadDialog::loadRequested, this, &DataPage::load);
    dialog->open();
}

void DataPage::askColumns(const QString& location, const ColumnPreview& preview) {
    finishJob();
    auto* dialog = new ColumnDialog(QFileInfo(location).fileName(), preview, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, location] { m_services.datasets.loadWithColumns(location, dialog->mapping()); });
    dialog->open();
}

void DataPage::updateContent() {
    const auto snapshot = m_services.store.snapshot();
    m_states->setCurrentIndex(snapshot->dataset ? 1 : 0);
    // A newly trained model publishes a snapshot too, of the same data.
    if (!snapshot->dataset || snapshot->dataset == m_shownDataset)
        return;
    m_shownDataset = snapshot->dataset;
    m_card->setSnapshot(*snapshot);
    m_charts->setSnapshot(*snapshot);
    m_films->setSnapshot(*snapshot);
}

void DataPage::updateRecent() {
    const QStringList recent = m_services.datasets.recentLocations();
    m_empty->setRecentLocations(recent);
    m_openMenu->clear();
    connect(m_openMenu->addAction(tr("Folder...")), &QAction::triggered, this, &DataPage::openFolder);
    connect(m_openMenu->addAction(tr("Zip or file...")), &QAction::triggered, this, &DataPage::openFile);
    if (recent.isEmpty())
        return;
    m_openMenu->addSection(tr("Opened lately"));
    for (const QString& location : recent) {
        QAction* action = m_openMenu->addAction(QDir::toNativeSeparators(location));
        action->setObjectName(u"recentAction"_s);
        connect(action, &QAction::triggered, this, [this, location] { reload(location); });
    }
}

void DataPage::restyle() {
    const int margin = m_theme.px(20);
    layout()->setContentsMargins(margin, m_theme.px(16), margin, margin);
    layout()->setSpacing(m_theme.px(12));
    m_card->parentWidget()->layout()->setSpacing(m_theme.px(16));
    const int size = m_theme.px(16);
    setButtonIcon(m_download, u"download"_s, m_theme.colors().mutedText, size);
    setButtonIcon(m_open, u"folder"_s, m_theme.colors().mutedText, size);
}

} // namespace recital
