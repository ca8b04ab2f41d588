#pragma once

#include "core/services/compareservice.h"
#include "core/services/mailbox.h"

#include <QDateTime>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace recital {

// What a comparison's job tells the UI thread, in order.

struct CompareRowStarted {
    std::size_t row = 0; ///< of the request
};

/// A row is measured; the comparison has it in its place.
struct CompareRowDone {
    std::size_t row = 0;
    std::shared_ptr<const Comparison> comparison;
};

struct CompareRowEnded {
    std::size_t row = 0;
    Error error; ///< Cancelled, or why it failed
};

/// A predictor of stars was measured and stands in the comparison, or could not be.
struct CompareRatingDone {
    std::shared_ptr<const Comparison> comparison;
};
struct CompareRatingFailed {
    std::size_t model = 0; ///< of the request's ratingModels
    Error error;
};

/// The comparison goes on, but it could not be written to the workspace.
struct CompareNotStored {
    Error error;
};

using CompareEvent = std::variant<CompareRowStarted, CompareRowDone, CompareRowEnded, CompareRatingDone,
                                  CompareRatingFailed, CompareNotStored>;

/// Shared by the UI thread and the job: events and progress of the running row one way, wishes to skip rows
/// the other.
class CompareMailbox : public Mailbox<CompareEvent> {
public:
    explicit CompareMailbox(std::size_t rows)
        : m_stops(rows) {}

    void cancelRow(std::size_t row) { m_stops[row].request_stop(); }
    std::stop_source rowStop(std::size_t row) const { return m_stops[row]; }

private:
    std::vector<std::stop_source> m_stops; ///< one a row; each is safe to use from both threads
};

struct CompareJob {
    std::shared_ptr<const Dataset> dataset;
    CompareRequest request;
    QDateTime startedAt;
    QString workspaceFolder;
};

/// Splits, then trains and measures row after row, storing each as it is finished; everything is told through
/// the mailbox. Runs on the compute lane and touches nothing but its arguments. Errors: those of
/// makeSplits().
Status runCompareJob(const CompareJob& job, CompareMailbox& mailbox, const JobControl& control);

struct JudgedComparison {
    std::shared_ptr<const Comparison> before;
    std::shared_ptr<const Comparison> after; ///< with verdicts, best rows and intervals
    QString verdictsJson;                    ///< of `after`
};

/// judge() on a copy. Error: Cancelled.
Result<JudgedComparison> runJudgeJob(const std::shared_ptr<const Comparison>& comparison,
                                     const JobControl& control);

} // namespace recital
