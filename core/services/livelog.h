#pragma once

#include "core/recsys/dataset.h"
#include "core/services/livestate.h"
#include "core/store/workspace.h"

#include <map>
#include <span>

namespace recital {

/// How the state of the stage stands in the workspace: what is written so that the log follows a change, and
/// which users and events the log says there are.
class LiveLog {
public:
    explicit LiveLog(Workspace& workspace)
        : m_workspace(workspace) {}

    /// Users on the stage of this dataset with the events that count. Events of items that the dataset does
    /// not have are left out.
    Result<std::vector<std::shared_ptr<const LiveUser>>> open(std::shared_ptr<const Dataset> dataset);

    /// What must be written for the log to say what `next` says. `absent` are users who are not in `next` and
    /// whose events shall be these; of all others who are not in it only that they left is written.
    LiveWrite difference(const LiveState& next,
                         std::span<const std::shared_ptr<const LiveUser>> absent = {}) const;

    /// Writes, and from then on knows it. Lines come back as they stand in the log. A user of
    /// `write.addUsers` is on the stage.
    struct Written {
        std::vector<qint64> users;
        std::vector<EventRecord> lines;
    };
    Result<Written> write(LiveWrite write);

    /// The user with the events among `lines` that count, oldest first.
    LiveUser makeUser(qint64 id, const LiveUserRecord& record, std::span<const EventRecord> lines) const;
    LiveUserRecord userRecord(const QString& name, UserIndex datasetUser, const GenreTaste& taste) const;
    /// `time` of the event: milliseconds since 1970; 0: now.
    EventRecord eventRecord(qint64 userId, const Event& event, const QString& source) const;
    Event eventOf(const EventRecord& line) const; ///< the item is -1 where the dataset does not have it

    QString fingerprint() const; ///< of the dataset; empty without
    const EventStrengths& strengths() const noexcept { return m_strengths; }
    Status readStrengths(); ///< from the workspace

private:
    /// What the workspace holds of one user.
    struct Stored {
        bool removed = false;
        GenreTaste taste;
        std::map<qint64, bool> counts; ///< every event of the user, and whether it counts
    };
    void take(const EventRecord& line);
    void addLines(LiveWrite& write, qint64 userId, const std::vector<LiveEvent>& wanted) const;

    Workspace& m_workspace;
    std::shared_ptr<const Dataset> m_dataset;
    std::map<qint64, Stored> m_stored; ///< by id of the user
    EventStrengths m_strengths;
};

} // namespace recital
