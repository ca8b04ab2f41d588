#pragma once

#include "core/recsys/live/event.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace recital {

/// A simulated user that outlives the program.
struct LiveUserRecord {
    qint64 id = 0;
    QDateTime createdAt; ///< UTC
    QString datasetFingerprint;
    QString name;
    qint64 datasetUserId = -1; ///< of the data whose history it starts from; -1: made on the spot
    QString tasteJson;         ///< array of the genres' weights; empty: none
    bool removed = false;      ///< taken off the stage; its events stay in the log
};

/// One line of the append-only log. Nothing is ever changed or deleted: what is taken back is a line of its
/// own, so that a user's events are those lines that were not taken back, or brought back since.
struct EventRecord {
    enum class Entry {
        Event,      ///< it happened
        TakenBack,  ///< `target` no longer counts
        BroughtBack ///< `target` counts again
    };

    qint64 id = 0; ///< grows with every line
    Entry entry = Entry::Event;
    QDateTime time; ///< UTC, milliseconds; when it happened: imported lines keep what their file says
    qint64 userId = 0;
    QString datasetFingerprint;
    QString type;      ///< eventKey(); empty unless Event
    qint64 itemId = 0; ///< of the dataset
    int stars = 0;
    qint64 target = 0; ///< line that is taken or brought back
    QString source;    ///< "stage", "import", "replay", "http"
};

/// Which lines; empty members do not restrict.
struct EventFilter {
    QString datasetFingerprint;
    qint64 userId = 0;
    QString type;
    QString source;
    QDateTime from; ///< inclusive
    QDateTime to;   ///< exclusive
    int limit = 0;  ///< newest ones; 0: all
};

/// What one change of the stage writes: all of it or nothing, in one transaction. A number below 0 stands for
/// something of the same write: userId -n for the n-th of `addUsers`, target -n for the n-th of `lines`.
struct LiveWrite {
    std::vector<LiveUserRecord> addUsers; ///< ids are ignored
    std::vector<EventRecord> lines;       ///< likewise
    std::vector<std::pair<qint64, bool>> setRemoved;
    std::vector<std::pair<qint64, QString>> setTaste; ///< tasteJson
    std::optional<EventStrengths> strengths;

    bool empty() const noexcept {
        return addUsers.empty() && lines.empty() && setRemoved.empty() && setTaste.empty() && !strengths;
    }
};

/// The numbers that the new users and lines have got, in order.
struct LiveWritten {
    std::vector<qint64> users;
    std::vector<qint64> lines;
};

} // namespace recital
