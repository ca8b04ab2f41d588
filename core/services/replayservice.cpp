#include "core/services/replayservice.h"

#include <chrono>

namespace recital {

namespace {

constexpr auto showInterval = std::chrono::milliseconds(80); ///< a table of many users is a large copy

} // namespace

ReplayService::ReplayService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &ReplayService::forgetOtherData);
}

ReplayOptions ReplayService::defaultOptions() const {
    ReplayOptions options;
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    if (snapshot->trained)
        options.als = snapshot->trained->model->parameters();
    else if (snapshot->dataset)
        options.als = defaultAlsParameters(*snapshot->dataset);
    return options;
}

Status ReplayService::check(const ReplayOptions& options) const {
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    if (const Status valid = options.validate(); !valid)
        return valid;
    return checkReplayable(*dataset);
}

bool ReplayService::start(const ReplayOptions& options) {
    if (const Status valid = check(options); !valid)
        return refuse(valid.error());
    auto mailbox = std::make_shared<Tables>();
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    const auto work = [dataset, options,
                       mailbox](const JobControl& control) -> Result<std::shared_ptr<const ReplayTable>> {
        JobControl part = control;
        part.progress = [&](double fraction) { mailbox->setProgress(fraction, -1.0); };
        auto posted = std::chrono::steady_clock::now() - showInterval;
        const Result<ReplayTable> table = replayRules(*dataset, options, part, [&](const ReplayTable& grown) {
            if (std::chrono::steady_clock::now() - posted < showInterval)
                return;
            posted = std::chrono::steady_clock::now();
            mailbox->post(std::make_shared<const ReplayTable>(grown));
        });
        if (!table)
            return table.error();
        return std::make_shared<const ReplayTable>(*table);
    };
    const bool taken = startJob<std::shared_ptr<const ReplayTable>>(
        tr("Rule test"), work,
        [this](const Result<std::shared_ptr<const ReplayTable>>& outcome) { end(outcome); });
    if (!taken)
        return false;
    m_dataset = dataset;
    m_mailbox = std::move(mailbox);
    m_table = nullptr;
    emit started();
    emit tableChanged();
    return true;
}

/// Only the newest table is of interest: it holds all that the others did.
void ReplayService::takeMail() {
    const Tables::Content mail = m_mailbox->take();
    if (!mail.events.empty() && m_dataset) {
        m_table = mail.events.back();
        emit tableChanged();
    }
    emit progressChanged(mail.fraction);
}

void ReplayService::end(const Result<std::shared_ptr<const ReplayTable>>& outcome) {
    m_mailbox.reset();
    if (outcome) { // of the present data: others cancel the job
        m_table = *outcome;
        emit tableChanged();
        emit finished(false);
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        emit finished(true);
    } else {
        refuse(outcome.error());
    }
}

void ReplayService::forgetOtherData() {
    if (!m_dataset || m_store.snapshot()->dataset == m_dataset)
        return;
    m_dataset = nullptr;
    m_table = nullptr;
    cancel();
    emit tableChanged();
}

} // namespace recital
