#pragma once

#include "core/services/mailbox.h"
#include "core/services/modelstore.h"
#include "core/services/trainingservice.h"

#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace recital {

/// Phases and points of the live chart, in order.
class TrainingMailbox : public Mailbox<std::variant<TrainingService::Phase, TrainingPoint>> {};

/// Time left and fraction done of a training job, from what was measured of this job so far. All times are
/// seconds since the job began, passed in.
class TrainingEstimate {
public:
    void trainingBegan(double now) { m_trainingBegan = now; }
    void halfStepDone(int done, int total, double now);

    /// What everything after training will cost, as far as a validation tells; a first guess.
    void setRestSeconds(double seconds) { m_restSeconds = seconds; }
    void restBegan(double now);
    /// fraction in [0, 1] of everything after training.
    void restDone(double fraction, double now);

    double secondsLeft() const noexcept { return m_secondsLeft; } ///< < 0: not known yet
    double fraction() const noexcept { return m_fraction; }       ///< never falls

private:
    void update(double now);

    double m_trainingBegan = 0.0;
    double m_trainingLeft = -1.0;
    double m_restSeconds = -1.0;
    double m_restBegan = 0.0;
    double m_restFraction = 0.0;
    bool m_inRest = false;
    double m_secondsLeft = -1.0;
    double m_fraction = 0.0;
};

/// A model file that nothing points at yet: it is removed unless somebody keeps it.
class UnclaimedFile {
public:
    UnclaimedFile(QString folder, QString name);
    ~UnclaimedFile();
    UnclaimedFile(const UnclaimedFile&) = delete;
    UnclaimedFile& operator=(const UnclaimedFile&) = delete;

    const QString& name() const noexcept { return m_name; } ///< below the folder
    void keep() noexcept { m_kept = true; }

private:
    QString m_folder;
    QString m_name;
    bool m_kept = false;
};

/// A finished job, before it is stored and published. trained.runId is 0.
struct TrainingOutcome {
    TrainedModel trained;
    std::shared_ptr<UnclaimedFile> modelFile; ///< in the workspace's folder; nullptr: could not be saved
    std::optional<Error> storageError;        ///< why not
};

/// The job of TrainingService: runs on the compute lane and touches nothing but its arguments.
/// Errors: InvalidParameters, InvalidData, Cancelled.
Result<TrainingOutcome> runTrainingJob(const std::shared_ptr<const Dataset>& dataset,
                                       const TrainingRequest& request, const QString& workspaceFolder,
                                       TrainingMailbox& mailbox, const JobControl& control);

/// The one split of the request: the named official fold, or the only split of the other protocols.
Result<std::shared_ptr<const Split>> makeRequestedSplit(const Dataset& dataset, const SplitOptions& options,
                                                        const std::string& fold, const JobControl& control);

/// Saves the model with what it learned from under a name of its own. Returns the path below the workspace's
/// folder.
Result<QString> saveModelFile(const TrainedModel& trained, const Dataset& dataset,
                              const QString& workspaceFolder, const JobControl& control);

} // namespace recital
