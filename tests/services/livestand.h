#pragma once

#include "core/services/livesession.h"
#include "tests/services/fixtures.h"

#include <QTemporaryDir>

#include <memory>

namespace recital::test {

inline std::vector<ItemIndex> itemsOf(const std::vector<RankChange>& list) {
    std::vector<ItemIndex> items;
    for (const RankChange& entry : list)
        items.push_back(entry.item);
    return items;
}

inline SnapshotOptions untrained() {
    SnapshotOptions options;
    options.trained = false;
    return options;
}

inline SnapshotOptions otherData() {
    SnapshotOptions options;
    options.dataSeed = 99;
    return options;
}

/// A session with a workspace of its own, made anew for every test function.
class LiveStand {
protected:
    void open() {
        m_workspace = Workspace::open(m_base.filePath(QString::number(++m_number))).value();
        m_store = std::make_unique<ModelStore>();
        m_live = std::make_unique<LiveSession>(*m_store, *m_workspace);
    }
    void close() {
        m_live.reset();
        m_store.reset();
        m_workspace.reset();
    }
    /// As a program that starts again on the same workspace.
    void reopen(const SnapshotOptions& options = {}) {
        m_live.reset();
        m_store = std::make_unique<ModelStore>();
        m_live = std::make_unique<LiveSession>(*m_store, *m_workspace);
        m_store->publish(makeSnapshot(options));
    }
    LiveSession& live() { return *m_live; }

    QTemporaryDir m_base;
    int m_number = 0;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ModelStore> m_store;
    std::unique_ptr<LiveSession> m_live;
};

} // namespace recital::test
