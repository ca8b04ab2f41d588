#include "core/services/jobservice.h"

#include <chrono>

namespace recital {

namespace {

/// How often what a job tells reaches the pages: everything since the last time, in one go.
constexpr auto mailInterval = std::chrono::milliseconds(40);

} // namespace

JobService::JobService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store) {
    m_mailTimer.setInterval(mailInterval);
    connect(&m_mailTimer, &QTimer::timeout, this, [this] { takeMail(); });
}

JobService::~JobService() {
    cancelJob();
}

bool JobService::refuse(const Error& error) {
    emit failed(error.code, QString::fromStdString(error.detail));
    return false;
}

bool JobService::beginJob() {
    m_jobRuns = true;
    m_cancelled = false;
    m_mailTimer.start();
    return true;
}

bool JobService::endJob() {
    m_mailTimer.stop();
    takeMail();
    m_jobRuns = false;
    return m_cancelled;
}

void JobService::cancelJob() {
    if (!m_jobRuns)
        return;
    m_cancelled = true;
    m_lane.cancel();
}

} // namespace recital
