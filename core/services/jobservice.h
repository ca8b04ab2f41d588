#pragma once

#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <type_traits>

namespace recital {

/// What the services that run a job on the compute lane have in common: one at a time, its mail while it
/// runs, and why it does not run.
class JobService : public QObject {
    Q_OBJECT
public:
    ~JobService() override; ///< asks the job to stop

signals:
    void started();
    void failed(recital::ErrorCode code, const QString& detail);

protected:
    JobService(JobLane& computeLane, ModelStore& store, QObject* parent);

    bool refuse(const Error& error); ///< emits failed(); false

    /// Runs `work` on the lane; refused with Busy while another job does. takeMail() is called 25 times a
    /// second and once more at the end, then `done`, where jobRuns() is false again and another job may
    /// start. A job that a receiver of its last mail cancels ends as Cancelled, too.
    template<typename T>
    bool startJob(const QString& name, std::type_identity_t<std::function<Result<T>(const JobControl&)>> work,
                  std::type_identity_t<std::function<void(Result<T>)>> done,
                  std::function<void(double)> progress = {}) {
        const bool taken = m_lane.start<T>(name, this, std::move(work), std::move(progress),
                                           [this, done = std::move(done)](Result<T> outcome) {
                                               if (endJob())
                                                   outcome = Error{ErrorCode::Cancelled, {}};
                                               done(std::move(outcome));
                                           });
        return taken ? beginJob() : refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    }
    void cancelJob();
    bool jobRuns() const noexcept { return m_jobRuns; }
    virtual void takeMail() {}

    JobLane& m_lane;
    ModelStore& m_store;

private:
    bool beginJob(); ///< true
    bool endJob();   ///< whether it was cancelled

    QTimer m_mailTimer;
    bool m_jobRuns = false;
    bool m_cancelled = false;
};

} // namespace recital
