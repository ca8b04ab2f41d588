#pragma once

#include "core/recsys/comparison.h"
#include "core/services/comparisonresult.h"
#include "core/services/jobservice.h"

#include <QString>

#include <memory>
#include <vector>

namespace recital {

class CompareMailbox;
struct CompareNotStored;
struct CompareRatingDone;
struct CompareRatingFailed;
struct CompareRowDone;
struct CompareRowEnded;
struct CompareRowStarted;
struct JudgedComparison;
class Workspace;

struct CompareRequest {
    std::vector<TrainingSpec> algorithms;
    std::vector<int> tuningTrials; ///< one an algorithm, or empty: all 0
    /// Predictors of stars, measured after the algorithms on the same splits: Comparison::ratings. They have
    /// no row states; what fails is told by ratingFailed(). See ratingPredictors() of ratingrows.h.
    std::vector<RatingSpec> ratingModels;
    ComparisonOptions options;
    std::size_t reference = 0; ///< the row that the others are tested against
};

/// Runs a comparison on the compute lane, one algorithm after another, and stores it. Results appear row by
/// row; one algorithm can be skipped while it runs or waits, and the others go on.
class CompareService : public JobService {
    Q_OBJECT
public:
    enum class RowState { Waiting, Running, Done, Cancelled, Failed };
    Q_ENUM(RowState)

    CompareService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    /// The menu's defaults for the present dataset: P0 where it ships folds, else the newest fifth of each
    /// user, else a random fifth; reference: the default form of ALS.
    CompareRequest defaultRequest() const;
    Status check(const CompareRequest& request) const; ///< why start() would refuse
    bool start(const CompareRequest& request);         ///< failed(...) is emitted at once when refused
    void cancel();                                     ///< the finished rows stay and are stored
    void cancelRow(std::size_t row);                   ///< of the request
    bool running() const noexcept { return m_running; }

    const CompareRequest& request() const noexcept { return m_request; } ///< the running or last one
    RowState rowState(std::size_t row) const;                            ///< of the request
    QString rowProblem(std::size_t row) const;                           ///< detail, for Failed

    std::shared_ptr<const Comparison> comparison() const noexcept { return m_comparison; } ///< may be null

    std::vector<Comparison> stored(int limit = 100) const; ///< newest first, without per-user values
    bool open(qint64 id);                                  ///< replaces comparison(); failed(...) otherwise
    bool remove(qint64 id);

    /// Tests the rows of comparison() against another of them: verdicts anew on the compute lane, then
    /// comparisonChanged(). Refused with failed(Busy) while another job runs.
    bool setReference(std::size_t row);
    /// Adds a row of a stored comparison to comparison(), with its date in measuredAt, and computes the
    /// verdicts anew. Refused with failed(InvalidData) unless data, split options and k are the same. The
    /// stored comparisons stay as they are.
    bool addStoredRow(qint64 id, std::size_t row);

signals:
    void rowStateChanged(std::size_t row, recital::CompareService::RowState state);
    void rowProgressChanged(std::size_t row, double fraction, double secondsLeft); ///< < 0: not known
    void ratingFailed(std::size_t model, const QString& detail); ///< of the request's ratingModels
    void comparisonChanged(); ///< a row was added, one was opened, or the verdicts are there
    void finished();          ///< all rows done, skipped or failed, and stored
    void storedChanged();
    /// The comparison goes on, but rows or verdicts could not be written to the workspace.
    void notStored(recital::ErrorCode code, const QString& detail);

private:
    void takeMail() override;
    void handle(const CompareRowStarted& event);
    void handle(const CompareRowDone& event);
    void handle(const CompareRowEnded& event);
    void handle(const CompareNotStored& event);
    void handle(const CompareRatingDone& event);
    void handle(const CompareRatingFailed& event);
    void setRowState(std::size_t row, RowState state, const QString& problem = {});
    void measured(const Status& outcome);
    /// Computes the verdicts of a comparison that has none and shows it; then finished() if it ends a run.
    bool startJudging(std::shared_ptr<const Comparison> comparison, bool endsRun);
    void judged(const Result<JudgedComparison>& outcome, bool endsRun);
    void storeVerdicts(const JudgedComparison& judged);
    void show(std::shared_ptr<const Comparison> comparison);
    void adoptDataset();
    void endRun();

    Workspace& m_workspace;
    CompareRequest m_request;
    std::shared_ptr<const Comparison> m_comparison;
    std::vector<RowState> m_states;
    std::vector<QString> m_problems;
    std::size_t m_runningRow = 0;              ///< of the request; the size of it: none
    std::shared_ptr<CompareMailbox> m_mailbox; ///< of the measuring job, shared with it
    bool m_running = false;                    ///< a run: measuring, then judging
};

} // namespace recital
