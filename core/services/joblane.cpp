#include "core/services/joblane.h"

#include <QPointer>
#include <QThread>

#include <chrono>
#include <utility>

namespace recital {

namespace {

constexpr auto progressInterval = std::chrono::milliseconds(40);
constexpr double noProgress = -1.0;

} // namespace

/// The UI thread's half of a job. The worker only sees the stop token, the latest fraction and the work.
struct JobLane::Job {
    QString name;
    QPointer<QObject> context;
    std::stop_source stop;
    std::shared_ptr<std::atomic<double>> fraction = std::make_shared<std::atomic<double>>(noProgress);
    double delivered = noProgress;
    std::function<void(double)> progress;
    Done done;
};

JobLane::JobLane(QObject* parent)
    : QObject(parent)
    , m_threads(qMax(1, QThread::idealThreadCount())) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_progressTimer.setInterval(progressInterval);
    connect(&m_progressTimer, &QTimer::timeout, this, &JobLane::deliverProgress);
}

JobLane::~JobLane() {
    cancel();
    m_pool.waitForDone();
}

QString JobLane::jobName() const {
    return m_job ? m_job->name : QString();
}

void JobLane::setThreads(int threads) {
    m_threads = qMax(1, threads);
}

void JobLane::cancel() {
    if (m_job)
        m_job->stop.request_stop();
}

bool JobLane::startErased(const QString& name, QObject* context, Work work,
                          std::function<void(double)> progress, Done done) {
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_job)
        return false;
    m_job = std::make_unique<Job>();
    m_job->name = name;
    m_job->context = context;
    m_job->progress = std::move(progress);
    m_job->done = std::move(done);

    JobControl control;
    control.stop = m_job->stop.get_token();
    control.threads = m_threads;
    control.progress = [fraction = m_job->fraction](double value) {
        fraction->store(value, std::memory_order_relaxed);
    };
    m_pool.start([this, work = std::move(work), control = std::move(control)]() mutable {
        std::shared_ptr<void> outcome = work(control);
        work = nullptr; // large captures are freed here, not on the UI thread
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { finish(outcome); }, Qt::QueuedConnection);
    });
    if (m_job->progress)
        m_progressTimer.start();
    announce();
    return true;
}

void JobLane::deliverProgress() {
    if (!m_job || !m_job->context || !m_job->progress)
        return;
    const double fraction = m_job->fraction->load(std::memory_order_relaxed);
    if (fraction == m_job->delivered || fraction == noProgress)
        return;
    m_job->delivered = fraction;
    // A copy: the receiver may end the job's context, and with it this job, from inside the call.
    const auto progress = m_job->progress;
    progress(fraction);
}

void JobLane::finish(const std::shared_ptr<void>& outcome) {
    const QPointer<JobLane> alive(this);
    m_progressTimer.stop();
    deliverProgress();
    if (!alive)
        return;
    const std::unique_ptr<Job> job = std::move(m_job);
    if (job->context)
        job->done(outcome.get(), job->stop.stop_requested());
    if (alive)
        announce();
}

void JobLane::announce() {
    if (m_announcedBusy == busy())
        return;
    m_announcedBusy = busy();
    emit busyChanged(m_announcedBusy);
}

} // namespace recital
