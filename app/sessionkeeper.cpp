#include "app/sessionkeeper.h"

#include "app/locations.h"
#include "core/services/services.h"
#include "ui/mainwindow.h"

#include <QFileInfo>

namespace recital {

SessionKeeper::SessionKeeper(Services& services, MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_window(window) {
    connect(&services.datasets, &DatasetService::loaded, this, &SessionKeeper::takeUp);
    connect(&services.training, &TrainingService::finished, this, &SessionKeeper::save);
    connect(&services.live, &LiveSession::changed, this, &SessionKeeper::save);
    connect(&window, &MainWindow::pageChanged, this, &SessionKeeper::save);
}

void SessionKeeper::restore(const QString& location) {
    const Result<SessionRecord> session = m_services.workspace().session();
    QString start = location;
    if (start.isEmpty() && session.ok() && QFileInfo::exists(session->datasetLocation))
        start = session->datasetLocation;
    if (start.isEmpty())
        start = bundledDataset();
    if (start.isEmpty())
        m_takenUp = true; // nothing to show: the Data page says how to open something
    else
        m_services.datasets.reload(start);
}

void SessionKeeper::takeUp() {
    if (m_takenUp) {
        save();
        return;
    }
    const Result<SessionRecord> session = m_services.workspace().session();
    const auto snapshot = m_services.store.snapshot();
    if (session.ok() && snapshot->dataset->info().fingerprint == session->datasetFingerprint.toStdString()) {
        std::vector<ItemIndex> clicks;
        for (const qint64 id : session->clickedItemIds)
            if (const auto item = snapshot->dataset->findItem(id))
                clicks.push_back(*item);
        m_services.live.restore(clicks);
        if (!session->page.isEmpty())
            m_window.showPage(session->page);
    }
    m_takenUp = true;
    save();
}

void SessionKeeper::save() {
    const auto snapshot = m_services.store.snapshot();
    if (!m_takenUp || !snapshot->dataset)
        return;
    SessionRecord session;
    session.datasetLocation = QString::fromStdString(snapshot->dataset->info().location);
    session.datasetFingerprint = QString::fromStdString(snapshot->dataset->info().fingerprint);
    session.runId = snapshot->trained ? snapshot->trained->runId : 0;
    session.page = m_window.currentPage();
    for (const ItemIndex item : m_services.live.clicks())
        session.clickedItemIds.push_back(snapshot->dataset->item(item).id);
    if (const Status saved = m_services.workspace().saveSession(session); !saved.ok())
        qWarning("The session could not be saved: %s", saved.error().detail.c_str());
}

} // namespace recital
