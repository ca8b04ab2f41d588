#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

class QThreadPool;

namespace recital {

/// One worker thread and its queue of at most one job: the compute lane and the io lane of architecture.md
/// ("Threads"). Work runs on the lane's thread; progress and outcome arrive on the UI thread. Exceptions of
/// libraries end here as ErrorCode::Internal. The destructor asks the job to stop and waits for it.
class JobLane : public QObject {
    Q_OBJECT
public:
    explicit JobLane(QObject* parent = nullptr);
    ~JobLane() override;

    bool busy() const noexcept;
    QString jobName() const; ///< of the running job, empty when idle

    /// Starts work on the lane's thread. `done` is called once on the UI thread, unless `context` is gone by
    /// then. Returns false, and calls nothing, while another job runs. Progress is throttled to 25 a second,
    /// the last one kept.
    template<typename T>
    bool start(const QString& name, QObject* context, std::function<Result<T>(const JobControl&)> work,
               std::function<void(double)> progress, std::function<void(Result<T>)> done);

    void cancel(); ///< request_stop(); the job's outcome is then ErrorCode::Cancelled

signals:
    void busyChanged(bool busy);
};

} // namespace recital
