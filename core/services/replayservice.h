#pragma once

#include "core/recsys/live/replay.h"
#include "core/services/joblane.h"
#include "core/services/mailbox.h"
#include "core/services/modelstore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace recital {

/// Plays held-out clicks to every rule on the compute lane; the table grows while it runs. The result belongs
/// to the present dataset and goes with it. It needs no trained model: it trains its own, on less.
class ReplayService : public QObject {
    Q_OBJECT
public:
    ReplayService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);
    ~ReplayService() override;

    /// The defaults of replay.h with the parameters of the trained model, or those tested for the data.
    ReplayOptions defaultOptions() const;
    /// Why start() would refuse: InvalidData (no dataset, no timestamps), InvalidParameters.
    Status check(const ReplayOptions& options) const;
    bool start(const ReplayOptions& options); ///< failed() is emitted at once when refused
    void cancel();                            ///< what was measured so far stays, incomplete
    bool running() const noexcept { return m_running; }

    /// Null before the first start and after another dataset. While it grows (complete is false) rows have
    /// means, but neither intervals nor differences.
    std::shared_ptr<const ReplayTable> table() const noexcept { return m_table; }

signals:
    void started();
    void tableChanged(); ///< it grew, is complete, or is gone
    void progressChanged(double fraction);
    void finished(bool cancelled);
    void failed(recital::ErrorCode code, const QString& detail);

private:
    using Tables = Mailbox<std::shared_ptr<const ReplayTable>>;

    void takeMail();
    void end(const Result<std::shared_ptr<const ReplayTable>>& outcome);
    void forgetOtherData();
    bool refuse(const Error& error); ///< emits failed(); false

    JobLane& m_lane;
    ModelStore& m_store;
    std::shared_ptr<const Dataset> m_dataset; ///< that the table belongs to
    std::shared_ptr<const ReplayTable> m_table;
    std::shared_ptr<Tables> m_mailbox; ///< of the running job, shared with it
    QTimer m_mailTimer;
    bool m_running = false;
};

} // namespace recital
