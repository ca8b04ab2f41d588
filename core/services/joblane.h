#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/result.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace recital {

/// One worker thread and its queue of at most one job: the compute lane and the io lane of architecture.md
/// ("Threads"). Work runs on the lane's thread; progress and outcome arrive on the UI thread. Exceptions of
/// libraries end here as ErrorCode::Internal. The destructor asks the job to stop and waits for it; its
/// outcome is then not delivered.
class JobLane : public QObject {
    Q_OBJECT
public:
    explicit JobLane(QObject* parent = nullptr);
    ~JobLane() override;

    bool busy() const noexcept { return m_job != nullptr; }
    QString jobName() const; ///< of the running job, empty when idle

    /// What jobs get as JobControl::threads; the number of processors unless set.
    int threads() const noexcept { return m_threads; }
    void setThreads(int threads);

    /// Starts work on the lane's thread. `done` is called once on the UI thread, unless `context` is gone by
    /// then. Returns false, and calls nothing, while another job runs. Progress is throttled to 25 a second,
    /// the last one kept. When `done` runs, the lane is free again. What `work` captures is destroyed on the
    /// lane's thread, what `progress` and `done` capture on the UI thread.
    template<typename T>
    bool start(const QString& name, QObject* context,
               std::type_identity_t<std::function<Result<T>(const JobControl&)>> work,
               std::function<void(double)> progress,
               std::type_identity_t<std::function<void(Result<T>)>> done) {
        return startErased(
            name, context,
            [work = std::move(work)](const JobControl& control) -> std::shared_ptr<void> {
                return std::make_shared<Result<T>>(guarded<T>(work, control));
            },
            std::move(progress),
            [done = std::move(done)](void* outcome, bool cancelled) {
                done(cancelled ? Result<T>(Error{ErrorCode::Cancelled, {}})
                               : std::move(*static_cast<Result<T>*>(outcome)));
            });
    }

    void cancel(); ///< request_stop(); the job's outcome is then ErrorCode::Cancelled

signals:
    void busyChanged(bool busy); ///< false: after `done`

private:
    using Work = std::function<std::shared_ptr<void>(const JobControl&)>; ///< returns a Result<T>
    using Done = std::function<void(void* outcome, bool cancelled)>;
    struct Job;

    template<typename T>
    static Result<T> guarded(const std::function<Result<T>(const JobControl&)>& work,
                             const JobControl& control) {
        try {
            return work(control);
        } catch (const std::exception& exception) {
            return Error{ErrorCode::Internal, exception.what()};
        } catch (...) {
            return Error{ErrorCode::Internal, "unknown exception"};
        }
    }

    bool startErased(const QString& name, QObject* context, Work work, std::function<void(double)> progress,
                     Done done);
    void deliverProgress();
    void finish(const std::shared_ptr<void>& outcome);
    void announce();

    std::unique_ptr<Job> m_job; ///< touched on the UI thread only
    QThreadPool m_pool;         ///< of one thread
    QTimer m_progressTimer;
    int m_threads = 1;
    bool m_announcedBusy = false;
};

} // namespace recital
