#pragma once

#include "core/services/eventtext.h"
#include "core/services/livesession.h"
#include "core/store/workspace.h"

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

    struct Line {
        EventRecord record;
        LiveUserRecord user;
        QString title;       ///< of the film; empty for lines that take or bring back, and unknown films
        bool counts = false; ///< an event that was not taken back, or brought back since
    };
    /// Oldest first; without a fingerprint in the filter those of the present dataset.
    Result<std::vector<Line>> lines(EventFilter filter = {}) const;

    /// The events that pass, and what took or brought them back, so that the file is complete in itself.
    /// Format by the name: ".jsonl" or ".json" are JSON lines, all else is CSV. The number of lines written.
    /// Errors: InvalidData (no dataset), Database, FileWrite (the file there before is untouched).
    Result<int> exportTo(const QString& path, EventFilter filter = {}) const;

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
    /// (file, line, reason), InvalidData (another dataset, no dataset), Database, FileWrite.
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
    Result<qint64> startReplay(qint64 userId, double speed = 1.0); ///< InvalidData: no events to play
    void setReplaySpeed(double speed);                             ///< from the next event on
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
    QString titleOf(qint64 itemId) const;
    QString nameOf(const LiveUser& user) const;
    QString importedName(const LiveUserRecord& user) const;
    Result<LiveWrite> toWrite(const EventFile& file, const QString& fileName, OtherData otherData,
                              Imported& counts) const;
    Result<EventFile> fileOf(EventFilter filter) const;
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
