#pragma once

#include "core/recsys/result.h"
#include "core/store/comparisonrecord.h"
#include "core/store/liverecords.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <set>
#include <vector>

class QSqlDatabase;
class QThread;

namespace recital {

/// One finished training run, as it is remembered. JSON texts are objects whose keys are the names of the
/// structs' members.
struct RunRecord {
    qint64 id = 0;
    QDateTime startedAt; ///< UTC
    QString datasetName;
    QString datasetLocation;
    QString datasetFingerprint;
    QString algorithm; ///< ModelInfo::name
    QString parametersJson;
    QString splitJson;
    QString reportsJson; ///< array: means of every EvaluationReport, without the per-user values
    QString curveJson;   ///< array of TrainingPoint
    QString modelFile;   ///< .recital in the workspace's folder; empty when not saved
    double trainSeconds = 0.0;
};

/// Where the program was left.
struct SessionRecord {
    QString datasetLocation;
    QString datasetFingerprint;
    qint64 runId = 0;
    QString page;          ///< "data", "train", "stage"
    qint64 liveUserId = 0; ///< who was on the stage; 0: nobody
    QString liveRuleJson;  ///< the update rule; empty: the default
};

/// The SQLite file that outlives the program. One object a thread: it asserts that it is used by the thread
/// that opened it. Ratings stay out of it. Every change is one transaction; a killed program loses nothing
/// that was acknowledged.
class Workspace {
public:
    /// Creates folder and file where missing, migrates older versions. Errors: Database, FileWrite; a file
    /// that is no workspace is refused and left as it is.
    static Result<std::unique_ptr<Workspace>> open(const QString& folder);
    ~Workspace();

    QString folder() const { return m_folder; }

    /// How long a change waits while another program or thread writes, before it is refused as locked
    /// (ErrorCode::Database). 5 s unless set: right for a worker, too long for a thread that answers clicks.
    void setBusyTimeout(std::chrono::milliseconds timeout);

    static QString fileName();                     ///< of the database within the folder
    static constexpr int currentSchemaVersion = 4; ///< PRAGMA user_version of what open() leaves behind

    Result<qint64> addRun(const RunRecord& run);
    Result<std::vector<RunRecord>> runs(int limit = 100) const; ///< newest first
    Result<RunRecord> run(qint64 id) const;                     ///< UnknownId

    /// Stores a comparison with the rows it has; ids of the records are ignored. Rows that are measured later
    /// are added one by one, so that a killed program loses only the row it was working on.
    Result<qint64> addComparison(const ComparisonRecord& comparison);
    Result<qint64> addComparisonRow(qint64 comparison, const ComparisonRowRecord& row); ///< UnknownId
    /// The order of the rows is that in which they were added; `reference` is a position in it. UnknownId.
    Status setComparisonVerdicts(qint64 comparison, int reference, const QString& verdictsJson);
    Status setComparisonRatings(qint64 comparison, const QString& ratingsJson); ///< UnknownId
    Result<std::vector<ComparisonRecord>>
    comparisons(int limit = 100) const;                   ///< newest first, without user values
    Result<ComparisonRecord> comparison(qint64 id) const; ///< whole; UnknownId
    Status removeComparison(qint64 id);                   ///< with its rows; UnknownId

    /// Users of the stage and the append-only log of what they did; triggers refuse every change of a line.
    /// UnknownId: a user or line that is not there. Nothing is written then, as after any other error.
    Result<LiveWritten> writeLive(const LiveWrite& write);
    Result<std::vector<LiveUserRecord>> liveUsers(const QString& datasetFingerprint,
                                                  bool withRemoved = false) const; ///< in order of id
    Result<std::vector<EventRecord>> events(const EventFilter& filter = {}) const; ///< oldest first
    /// Events that do not count: taken back, and not brought back since.
    Result<std::set<qint64>> takenBack(const QString& datasetFingerprint) const;
    Result<EventStrengths> eventStrengths() const; ///< the defaults where none were written

    Status saveSession(const SessionRecord& session);
    Result<SessionRecord> session() const; ///< an empty record when there is none

    /// columnsJson: how the columns of a plain delimited file were named, empty for known layouts.
    Status addRecentLocation(const QString& location, const QString& columnsJson = {});
    Result<QStringList> recentLocations(int limit = 10) const; ///< newest first
    Result<QString> columnsOf(const QString& location) const;  ///< empty when none are remembered

private:
    explicit Workspace(QString folder);

    QSqlDatabase database() const; ///< only ever a local copy: removeDatabase must find none left
    Status connect();
    Status migrate();

    QString m_folder;
    QString m_connection; ///< unique name of this object's connection
    QThread* m_thread;    ///< that opened it, the only one that may use it
};

} // namespace recital
