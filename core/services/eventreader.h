#pragma once

#include "core/recsys/dataset.h"
#include "core/services/eventtext.h"
#include "core/store/workspace.h"

#include <QString>

#include <memory>
#include <vector>

namespace recital {

/// A line of the log for people.
struct EventLine {
    EventRecord record;
    LiveUserRecord user;
    QString title;       ///< of the film; empty for lines that take or bring back, and unknown films
    bool counts = false; ///< an event that was not taken back, or brought back since
};

/// The log of the stage with one dataset. Only reads: whoever looks needs no stage, and changes nothing.
class EventReader {
public:
    EventReader(const Workspace& workspace, std::shared_ptr<const Dataset> dataset); ///< may be null

    /// Oldest first; without a fingerprint in the filter those of the dataset. Errors: Database.
    Result<std::vector<EventLine>> lines(EventFilter filter = {}) const;

    /// The events that pass, and what took or brought them back, so that the file is complete in itself.
    /// Format by the name: ".jsonl" or ".json" are JSON lines, all else is CSV. The number of lines written.
    /// Errors: InvalidData (no dataset), Database, FileWrite (the file there before is untouched).
    Result<int> exportTo(const QString& path, EventFilter filter = {}) const;

private:
    QString titleOf(qint64 itemId) const;
    Result<EventFile> fileOf(EventFilter filter) const;

    const Workspace& m_workspace;
    std::shared_ptr<const Dataset> m_dataset;
};

} // namespace recital
