#include "core/services/modelstore.h"

#include <QThread>

namespace recital {

ModelStore::ModelStore(QObject* parent)
    : QObject(parent)
    , m_snapshot(std::make_shared<const ModelSnapshot>()) {}

std::shared_ptr<const ModelSnapshot> ModelStore::snapshot() const {
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void ModelStore::publish(ModelSnapshot snapshot) {
    Q_ASSERT(QThread::currentThread() == thread());
    snapshot.revision = m_snapshot->revision + 1; // only this thread writes m_snapshot
    auto next = std::make_shared<const ModelSnapshot>(std::move(snapshot));
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot.swap(next);
    }
    next.reset(); // the old data is freed outside the lock
    emit snapshotChanged();
}

} // namespace recital
