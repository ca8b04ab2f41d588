#include "ui/dialogs/downloaddialog.h"

#include "ui/dialogs/filedialogs.h"
#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/notice.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString conditionsText() {
    const QString items[] = {
        DownloadDialog::tr(
            "Use the data for research and teaching. Any commercial or revenue-bearing use needs "
            "the permission of a faculty member of GroupLens first."),
        DownloadDialog::tr("Do not pass the data on without permission, except where the README inside the "
                           "zip allows it under the same conditions."),
        DownloadDialog::tr(
            "Do not state or imply that the University of Minnesota or GroupLens endorses you."),
        DownloadDialog::tr("Acknowledge the data in publications that come from it, with the citation: F. M. "
                           "Harper and J. A. Konstan, The MovieLens Datasets: History and Context, ACM TiiS "
                           "5(4), article 19, 2015."),
        DownloadDialog::tr("The data come as they are, without any guarantee or liability."),
    };
    QString html = u"<ul style='margin-left:0px; -qt-list-indent:0;'>"_s;
    for (const QString& item : items)
        html += u"<li style='margin-bottom:4px; margin-left:14px;'>"_s + item + u"</li>"_s;
    return html + u"</ul>"_s;
}

} // namespace

DownloadDialog::DownloadDialog(DownloadService& downloads, Theme& theme, const QString& folder,
                               QWidget* parent)
    : QDialog(parent)
    , m_downloads(downloads)
    , m_theme(theme)
    , m_editions(movieLensEditions()) {
    setObjectName(u"downloadDialog"_s);
    setWindowTitle(tr("Get MovieLens"));
    build(folder);
    connectService();
    setRunning(false);
}

void DownloadDialog::build(const QString& folder) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(28), m_theme.px(22), m_theme.px(28), m_theme.px(20));
    layout->setSpacing(m_theme.px(12));
    auto* title = new QLabel(tr("Get MovieLens"), this);
    title->setProperty("role", u"title"_s);
    auto* source = new QLabel(tr("Ratings of films by volunteers, published by GroupLens, University of "
                                 "Minnesota. From %1")
                                  .arg(m_downloads.baseAddress().host()),
                              this);
    source->setProperty("role", u"muted"_s);
    layout->addWidget(title);
    layout->addWidget(source);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(20));
    row->addWidget(buildEditions(), 1);
    row->addWidget(buildConditions(), 1);
    layout->addLayout(row, 1);
    layout->addWidget(buildFolder(folder));
    m_notice = new Notice(m_theme, this);
    layout->addWidget(m_notice);
    layout->addWidget(buildProgress());
    layout->addWidget(buildButtons());
    resize(m_theme.px(860), m_theme.px(600));
}

QWidget* DownloadDialog::buildEditions() {
    m_list = new QListWidget(this);
    m_list->setObjectName(u"editionList"_s);
    m_list->setAccessibleName(tr("Editions"));
    for (const MovieLensEdition& edition : m_editions) {
        auto* item = new QListWidgetItem(m_list);
        item->setText(tr("%1  (%2)\n%3", "edition, size, what the publisher says of it")
                          .arg(edition.name, formatBytes(edition.approximateBytes), edition.ratings));
        item->setData(Qt::UserRole, edition.key);
    }
    m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::currentRowChanged, this, &DownloadDialog::update);
    return m_list;
}

QWidget* DownloadDialog::buildConditions() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(14));
    layout->setSpacing(m_theme.px(6));
    auto* heading = new QLabel(tr("Conditions of use"), card);
    heading->setProperty("role", u"heading"_s);
    auto* text = new QLabel(conditionsText(), card);
    text->setObjectName(u"conditionsText"_s);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    text->setFont(m_theme.font(13));
    m_accept = new QCheckBox(tr("I accept these conditions"), card);
    m_accept->setObjectName(u"acceptConditions"_s);
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addStretch(1);
    layout->addWidget(m_accept);
    connect(m_accept, &QCheckBox::toggled, this, &DownloadDialog::update);
    return card;
}

QWidget* DownloadDialog::buildFolder(const QString& folder) {
    auto* panel = new QWidget(this);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(10));
    auto* label = new QLabel(tr("Keep it in"), panel);
    m_folder = new QLineEdit(QDir::toNativeSeparators(folder), panel);
    m_folder->setObjectName(u"downloadFolder"_s);
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(tr("Folder for the download"));
    m_browse = new QPushButton(tr("Choose..."), panel);
    m_browse->setObjectName(u"downloadBrowse"_s);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    connect(m_folder, &QLineEdit::textChanged, this, &DownloadDialog::update);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString chosenFolder =
            filedialogs::chooseFolder(this, tr("Folder for the download"), m_folder->text());
        if (!chosenFolder.isEmpty())
            m_folder->setText(QDir::toNativeSeparators(chosenFolder));
    });
    return panel;
}

QWidget* DownloadDialog::buildProgress() {
    m_progressPanel = new QFrame(this);
    m_progressPanel->setObjectName(u"downloadProgressPanel"_s);
    auto* layout = new QVBoxLayout(m_progressPanel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(4));
    m_progressText = new QLabel(m_progressPanel);
    m_progressText->setObjectName(u"downloadProgressText"_s);
    m_progressText->setProperty("role", u"muted"_s);
    m_bar = new QProgressBar(m_progressPanel);
    m_bar->setObjectName(u"downloadProgress"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the download"));
    layout->addWidget(m_progressText);
    layout->addWidget(m_bar);
    return m_progressPanel;
}

QWidget* DownloadDialog::buildButtons() {
    auto* panel = new QWidget(this);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(10));
    m_start = new QPushButton(panel);
    m_start->setObjectName(u"downloadStart"_s);
    m_start->setProperty("role", u"primary"_s);
    m_start->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel download"), panel);
    m_cancel->setObjectName(u"downloadCancel"_s);
    m_close = new QPushButton(tr("Close"), panel);
    m_close->setObjectName(u"downloadClose"_s);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_close);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &DownloadDialog::startOrOpen);
    connect(m_cancel, &QPushButton::clicked, &m_downloads, &DownloadService::cancel);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    return panel;
}

void DownloadDialog::connectService() {
    connect(&m_downloads, &DownloadService::progressChanged, this, &DownloadDialog::showProgress);
    connect(&m_downloads, &DownloadService::finished, this, [this](const QString& zipFile) {
        setRunning(false);
        emit loadRequested(zipFile);
        accept();
    });
    connect(&m_downloads, &DownloadService::cancelled, this, [this] {
        setRunning(false);
        m_notice->showText(tr("Cancelled. What has arrived is kept: start again to continue from there."));
    });
    connect(&m_downloads, &DownloadService::failed, this, [this](ErrorCode code, const QString& detail) {
        setRunning(false);
        m_notice->showError(code, detail);
    });
}

const MovieLensEdition& DownloadDialog::chosen() const {
    return m_editions[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

QString DownloadDialog::targetFile() const {
    return QDir(QDir::fromNativeSeparators(m_folder->text().trimmed())).filePath(chosen().fileName);
}

void DownloadDialog::startOrOpen() {
    m_notice->hide();
    if (QFileInfo::exists(targetFile())) {
        emit loadRequested(targetFile());
        accept();
        return;
    }
    // Running first: a service that fails at once reports before start() returns.
    setRunning(true);
    showProgress(0, -1, 0.0);
    m_downloads.start(chosen(), QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

void DownloadDialog::showProgress(qint64 received, qint64 total, double bytesPerSecond) {
    const QString speed = bytesPerSecond > 0.0
                              ? tr("%1 a second").arg(formatBytes(static_cast<qint64>(bytesPerSecond)))
                              : QString();
    QStringList parts;
    if (total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(
            static_cast<int>(1000.0 * static_cast<double>(received) / static_cast<double>(total)));
        parts += tr("%1 of %2", "received, total").arg(formatBytes(received), formatBytes(total));
    } else {
        m_bar->setRange(0, 0); // the size is not known: busy, not an invented share
        parts += received > 0 ? formatBytes(received) : tr("Connecting");
    }
    if (!speed.isEmpty())
        parts += speed;
    if (total > received && bytesPerSecond > 1.0)
        parts +=
            tr("about %1 left").arg(formatDuration(static_cast<double>(total - received) / bytesPerSecond));
    m_progressText->setText(parts.join(u", "_s));
}

void DownloadDialog::setRunning(bool running) {
    m_running = running;
    m_progressPanel->setVisible(running);
    m_cancel->setVisible(running);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_list, m_accept, m_folder, m_browse})
        widget->setEnabled(!running);
    update();
}

void DownloadDialog::update() {
    const bool there = QFileInfo::exists(targetFile());
    const bool partly = QFileInfo::exists(targetFile() + u".part"_s);
    m_start->setText(there ? tr("Open it") : partly ? tr("Continue download") : tr("Download"));
    m_start->setEnabled(!m_running && m_accept->isChecked() && !m_folder->text().trimmed().isEmpty());
    m_start->setToolTip(m_accept->isChecked() ? QString() : tr("Accept the conditions first"));
}

void DownloadDialog::done(int result) {
    if (m_running)
        m_downloads.cancel();
    QDialog::done(result);
}

} // namespace recital
