#include "core/services/tuneservice.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/splitcheck.h"
#include "core/services/tunejob.h"

namespace recital {

namespace {

constexpr int longestList = 1000;

} // namespace

TuneService::TuneService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : JobService(computeLane, store, parent) {}

TuneRequest TuneService::defaultRequest(const TrainingSpec& base) const {
    TuneRequest request;
    request.base = base;
    request.axes = sensibleAxes(algorithmOf(base).key);
    if (const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset) {
        request.split = naturalSplit(*dataset);
        if (!dataset->folds().empty())
            request.fold = dataset->folds().front().name;
    }
    return request;
}

Status TuneService::check(const TuneRequest& request) const {
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    return checkTuning(request, *dataset);
}

Status checkTuning(const TuneRequest& request, const Dataset& dataset) {
    const auto invalid = [](const char* detail) { return Error{ErrorCode::InvalidParameters, detail}; };
    if (request.k < 1 || request.k > longestList)
        return invalid("the length of the lists must be 1 to 1000");
    if (!(request.innerShare > 0.0 && request.innerShare < 1.0))
        return invalid("the share held out for validation must lie between 0 and 1");
    if (metricInfo(request.metric).direction == MetricDirection::Neutral)
        return invalid("this metric describes lists but does not judge them, so nothing can be tuned to it");
    if (const auto trials = plannedTrials(request); !trials)
        return trials.error();
    return checkSplit(request.split, request.fold, dataset);
}

bool TuneService::start(const TuneRequest& request) {
    if (const Status valid = check(request); !valid)
        return refuse(valid.error());
    auto mailbox = std::make_shared<Tuning>();
    const auto work = [dataset = m_store.snapshot()->dataset, request, mailbox](const JobControl& control) {
        return runTuneJob(
            *dataset, request, [&](const auto& result) { mailbox->post(result); },
            [&](double fraction, double left) { mailbox->setProgress(fraction, left); }, control);
    };
    const bool taken = startJob<std::shared_ptr<const TuneResult>>(
        tr("Tuning"), work,
        [this](const Result<std::shared_ptr<const TuneResult>>& outcome) { end(outcome); });
    if (!taken)
        return false;
    m_mailbox = std::move(mailbox);
    m_result = nullptr;
    emit started();
    return true;
}

void TuneService::takeMail() {
    const std::shared_ptr<Tuning> mailbox = m_mailbox;
    const Tuning::Content mail = mailbox->take();
    for (const std::shared_ptr<const TuneResult>& result : mail.events) {
        m_result = result;
        emit trialFinished();
    }
    emit progressChanged(mail.fraction, mail.secondsLeft);
}

void TuneService::end(const Result<std::shared_ptr<const TuneResult>>& outcome) {
    m_mailbox.reset();
    if (outcome)
        emit finished(false);
    else if (outcome.error().code == ErrorCode::Cancelled)
        emit finished(true);
    else
        refuse(outcome.error());
}

} // namespace recital
