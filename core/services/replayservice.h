#pragma once

#include "core/recsys/live/replay.h"
#include "core/services/jobservice.h"
#include "core/services/mailbox.h"

#include <memory>

namespace recital {

/// Plays held-out clicks to every rule on the compute lane; the table grows while it runs. The result belongs
/// to the present dataset and goes with it. It needs no trained model: it trains its own, on less.
class ReplayService : public JobService {
    Q_OBJECT
public:
    ReplayService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// The defaults of replay.h with the parameters of the trained model, or those tested for the data.
    ReplayOptions defaultOptions() const;
    /// Why start() would refuse: InvalidData (no dataset, no timestamps), InvalidParameters.
    Status check(const ReplayOptions& options) const;
    bool start(const ReplayOptions& options); ///< failed() is emitted at once when refused
    void cancel() { cancelJob(); }            ///< what was measured so far stays, incomplete
    bool running() const noexcept { return jobRuns(); }

    /// Null before the first start and after another dataset. While it grows (complete is false) rows have
    /// means, but neither intervals nor differences.
    std::shared_ptr<const ReplayTable> table() const noexcept { return m_table; }

signals:
    void tableChanged(); ///< it grew, is complete, or is gone
    void progressChanged(double fraction);
    void finished(bool cancelled);

private:
    using Tables = Mailbox<std::shared_ptr<const ReplayTable>>;

    void takeMail() override;
    void end(const Result<std::shared_ptr<const ReplayTable>>& outcome);
    void forgetOtherData();

    std::shared_ptr<const Dataset> m_dataset; ///< that the table belongs to
    std::shared_ptr<const ReplayTable> m_table;
    std::shared_ptr<Tables> m_mailbox; ///< of the running job, shared with it
};

} // namespace recital
