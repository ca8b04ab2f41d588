#include "core/services/demonumbersservice.h"

#include "core/services/livematerial.h"

namespace recital {

DemoNumbersService::DemoNumbersService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &DemoNumbersService::forgetOtherModel);
}

Status DemoNumbersService::check(const UpdateRule& rule, int k) const {
    if (const Status there = checkLiveMaterial(*m_store.snapshot()); !there)
        return there;
    if (k < 1 || k > longestList)
        return Error{ErrorCode::InvalidParameters, "the length of the lists must be 1 to 1000"};
    return validate(rule);
}

bool DemoNumbersService::start(const UpdateRule& rule, int k) {
    if (const Status valid = check(rule, k); !valid)
        return refuse(valid.error());
    const std::shared_ptr<const LiveMaterial> material = liveMaterial(*m_store.snapshot());
    const bool taken = startJob<DemoNumbers>(
        tr("Numbers of this demo"),
        [material, rule, k](const JobControl& control) {
            return demoNumbers(material->models(), material->split(), rule, k, control);
        },
        [this](const Result<DemoNumbers>& outcome) { end(outcome); },
        [this](double fraction) { emit progressChanged(fraction); });
    if (!taken)
        return false;
    m_trained = material->trained;
    emit started();
    return true;
}

void DemoNumbersService::end(const Result<DemoNumbers>& outcome) {
    if (outcome) { // of the present model: another one cancels the job
        m_numbers = std::make_shared<const DemoNumbers>(*outcome);
        emit numbersChanged();
        emit finished(false);
    } else if (outcome.error().code == ErrorCode::Cancelled) {
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
