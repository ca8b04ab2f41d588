#include "core/services/demonumbersservice.h"

#include "core/services/livematerial.h"

namespace recital {

DemoNumbersService::DemoNumbersService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &DemoNumbersService::forgetOtherModel);
}

DemoNumbersService::~DemoNumbersService() {
    if (m_running)
        m_lane.cancel();
}

Status DemoNumbersService::check(const UpdateRule& rule, int k) const {
    if (const Status there = checkLiveMaterial(*m_store.snapshot()); !there)
        return there;
    if (k < 1 || k > longestList)
        return Error{ErrorCode::InvalidParameters, "the length of the lists must be 1 to 1000"};
    return validate(rule);
}

bool DemoNumbersService::refuse(const Error& error) {
    emit failed(error.code, QString::fromStdString(error.detail));
    return false;
}

bool DemoNumbersService::start(const UpdateRule& rule, int k) {
    if (const Status valid = check(rule, k); !valid)
        return refuse(valid.error());
    const std::shared_ptr<const LiveMaterial> material = liveMaterial(*m_store.snapshot());
    const bool started = m_lane.start<DemoNumbers>(
        tr("Numbers of this demo"), this,
        [material, rule, k](const JobControl& control) {
            return demoNumbers(material->models(), material->split(), rule, k, control);
        },
        [this](double fraction) { emit progressChanged(fraction); },
        [this](const Result<DemoNumbers>& outcome) { end(outcome); });
    if (!started)
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    m_trained = material->trained;
    m_running = true;
    emit this->started();
    return true;
}

void DemoNumbersService::cancel() {
    if (m_running)
        m_lane.cancel();
}

void DemoNumbersService::end(const Result<DemoNumbers>& outcome) {
    m_running = false;
    if (outcome && m_trained) {
        m_numbers = std::make_shared<const DemoNumbers>(*outcome);
        emit numbersChanged();
        emit finished(false);
    } else if (outcome || outcome.error().code == ErrorCode::Cancelled) {
        emit finished(true);
    } else {
        refuse(outcome.error());
    }
}

void DemoNumbersService::forgetOtherModel() {
    if (!m_trained || m_store.snapshot()->trained == m_trained)
        return;
    m_trained = nullptr;
    m_numbers = nullptr;
    cancel();
    emit numbersChanged();
}

} // namespace recital
