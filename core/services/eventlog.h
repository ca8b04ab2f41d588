#pragma once

#include "core/services/eventreader.h"
#include "core/services/livesession.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace recital {

/// The log of the stage for people: looked through, exported, imported, and played again.
class EventLog : public QObject {
    Q_OBJECT
public:
    EventLog(LiveSession& live, Workspace& workspace, QObject* parent = nullptr);

    /// Of the present dataset: see EventReader.
    Result<std::vector<EventLine>> lines(EventFilter filter = {}) const {
        return reader().lines(std::move(filter));
    }
    Result<int> exportTo(const QString& path, EventFilter filter = {}) const {
        return reader().exportTo(path, std::move(filter));
    }

    /// What to do with a file of another dataset.
    enum class OtherData {
        Refuse,
        MatchFilmsById ///< its users become newcomers
    };
    struct Imported {
        int users = 0;
        int lines = 0;
        int skipped = 0; ///< lines whose film the present dataset does not have; with MatchFilmsById only
    };
    /// Every user of the file becomes a new one on the stage. All or nothing. Errors: FileNotFound, BadFormat
    /// (file, line, reason), InvalidData (another dataset, no dataset), Database, FileWrite. They are
    /// returned and told by nothing else: LiveSession::problem() stays silent.
    Result<Imported> importFrom(const QString& path, OtherData otherData = OtherData::Refuse);

    // --- plays the events of a user that count to a new user with the same start, "Replay of Alice", with
    // the pauses that there were between them. Each is an event of its own in the log.
    struct Replay {
        qint64 userId = 0; ///< the new one
        QString name;
        std::size_t done = 0;
        std::size_t of = 0;
        double speed = 1.0;
        bool paused = false;
    };
    /// InvalidData: no events to play. Any other error is one of LiveSession::addUser(), which has told it.
    Result<qint64> startReplay(qint64 userId, double speed = 1.0);
    void setReplaySpeed(double speed); ///< from the next event on
    void pauseReplay();
    void resumeReplay();
    void stopReplay();
    const std::optional<Replay>& replay() const noexcept { return m_replay; }

    /// Longer pauses are cut to this before the speed is applied; it is to be said beside the control.
    static constexpr std::chrono::milliseconds longestPause{5000};
    void setLongestPause(std::chrono::milliseconds pause) { m_longestPause = pause; } ///< tests are impatient

signals:
    void replayChanged(); ///< begun, went on, paused, over
    /// Not complete: stopped, taken back meanwhile, or it could not be written (LiveSession said why).
    void replayFinished(bool complete);

private:
    std::shared_ptr<const Dataset> dataset() const { return m_live.snapshot()->dataset; }
    EventReader reader() const { return {m_workspace, dataset()}; }
    QString nameOf(const LiveUser& user) const;
    QString importedName(const LiveUserRecord& user) const;
    QString replayName(const LiveUser& user) const;
    bool isOnStage(const QString& name) const;
    QString freeName(const QString& name) const;
    Result<LiveWrite> toWrite(const EventFile& file, const QString& fileName, OtherData otherData,
                              Imported& counts) const;
    void scheduleNext();
    void playNext();
    void finishReplay(bool complete);

    LiveSession& m_live;
    Workspace& m_workspace;
    std::optional<Replay> m_replay;
    std::vector<Event> m_events; ///< to be played
    QTimer m_timer;
    std::chrono::milliseconds m_left{0}; ///< of a pause that was interrupted
    std::chrono::milliseconds m_longestPause = longestPause;
};

} // namespace recital
