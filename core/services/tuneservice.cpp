#include "core/services/tuneservice.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/splitcheck.h"
#include "core/services/tunejob.h"

#include <chrono>

namespace recital {

namespace {

constexpr auto mailInterval = std::chrono::milliseconds(40);
constexpr int longestList = 1000;

QString detailOf(const Error& error) {
    return QString::fromStdString(error.detail);
}

} // namespace

TuneService::TuneService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store) {
    m_mailTimer.setInterval(mailInterval);
    connect(&m_mailTimer, &QTimer::timeout, this, &TuneService::takeMail);
}

TuneService::~TuneService() {
    if (m_running)
        m_lane.cancel();
}

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

bool TuneService::refuse(const Error& error) {
    emit failed(error.code, detailOf(error));
    return false;
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
    const bool started = m_lane.start<std::shared_ptr<const TuneResult>>(
        tr("Tuning"), this, work, {},
        [this](const Result<std::shared_ptr<const TuneResult>>& outcome) { end(outcome); });
    if (!started)
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    m_mailbox = std::move(mailbox);
    m_result = nullptr;
    m_running = true;
    m_mailTimer.start();
    emit this->started();
    return true;
}

void TuneService::cancel() {
    if (m_running)
        m_lane.cancel();
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
    m_mailTimer.stop();
    takeMail();
    m_mailbox.reset();
    m_running = false;
    if (outcome)
        emit finished(false);
    else if (outcome.error().code == ErrorCode::Cancelled)
        emit finished(true);
    else
        refuse(outcome.error());
}

} // namespace recital
