#include "core/services/labservice.h"

#include "core/services/labjob.h"
#include "core/services/splitcheck.h"
#include "core/services/trainingjob.h"
#include "core/services/tunejob.h"

namespace recital {

namespace {

using Clock = std::chrono::steady_clock;

/// A training that is done within this is shown, newer wish or not. Any other would keep the newest wish
/// waiting, but while a slider moves something has to be seen: once nothing was shown for some time, a
/// training may take longer.
constexpr double patience = 0.15;
constexpr double greatPatience = 2.0;
constexpr auto nothingShown = std::chrono::milliseconds(500);
constexpr auto giveWayInterval = std::chrono::milliseconds(20);
constexpr double innerShare = 0.2;

} // namespace

LabService::LabService(JobLane& computeLane, ModelStore& store, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store)
    , m_rate(std::make_unique<LabRate>()) {
    m_giveWayTimer.setInterval(giveWayInterval);
    connect(&m_giveWayTimer, &QTimer::timeout, this, &LabService::giveWay);
    connect(&m_store, &ModelStore::snapshotChanged, this, &LabService::forgetOtherData);
}

LabService::~LabService() {
    if (m_job != Job::None)
        m_lane.cancel();
}

void LabService::fail(const Error& error) {
    emit failed(error.code, QString::fromStdString(error.detail));
}

void LabService::prepare(const SplitOptions& options, const std::string& fold, bool validation,
                         UserIndex user) {
    m_user = user;
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return fail({ErrorCode::InvalidData, "no dataset is loaded"});
    if (const Status valid = checkSplit(options, fold, *dataset); !valid)
        return fail(valid.error());
    if (m_job == Job::None && m_lane.busy())
        return fail({ErrorCode::Busy, m_lane.jobName().toStdString()});
    m_view = View{options, fold, validation};
    if (m_job == Job::None)
        startNext();
    else
        m_lane.cancel(); // it looks at what is no longer wanted
}

void LabService::setUser(UserIndex user) {
    m_user = user;
    if (m_model && m_result)
        publish(*m_result);
}

void LabService::request(const AlsParameters& parameters) {
    if (const Status valid = parameters.validate(); !valid)
        return fail(valid.error());
    if (!ready() && m_job != Job::Preparing)
        return fail({ErrorCode::InvalidData, "the lab has nothing to train on yet"});
    if (m_job == Job::None && m_lane.busy())
        return fail({ErrorCode::Busy, m_lane.jobName().toStdString()});
    if (!m_unshownSince)
        m_unshownSince = Clock::now();
    m_wish = parameters;
    if (m_job == Job::None)
        startNext();
    else if (m_job == Job::Training)
        m_giveWayTimer.start();
}

void LabService::giveWay() {
    if (m_job != Job::Training || !m_wish) {
        m_giveWayTimer.stop();
        return;
    }
    const bool starving = m_unshownSince && Clock::now() - *m_unshownSince > nothingShown;
    if (m_running->secondsLeft() < (starving ? greatPatience : patience))
        return;
    m_giveWayTimer.stop();
    m_lane.cancel();
}

void LabService::startNext() {
    m_job = Job::None;
    bool started = true;
    if (m_view)
        started = startPreparing(*std::exchange(m_view, std::nullopt));
    else if (m_wish && m_split)
        started = startTraining(*std::exchange(m_wish, std::nullopt));
    if (!started) {
        m_job = Job::None;
        fail({ErrorCode::Busy, m_lane.jobName().toStdString()});
    }
}

bool LabService::startPreparing(const View& view) {
    m_dataset = m_store.snapshot()->dataset;
    m_split = nullptr;
    if (!m_dataset)
        return true;
    m_job = Job::Preparing;
    const auto work = [dataset = m_dataset,
                       view](const JobControl& control) -> Result<std::shared_ptr<const Split>> {
        if (!view.validation)
            return makeRequestedSplit(*dataset, view.options, view.fold, control);
        Result<Split> split =
            makeSearchSplit(*dataset, view.options, view.fold, innerShare, view.options.seed, control);
        if (!split)
            return split.error();
        return std::make_shared<const Split>(std::move(split).value());
    };
    return m_lane.start<std::shared_ptr<const Split>>(
        tr("Preparing the live lab"), this, work, {},
        [this](const Result<std::shared_ptr<const Split>>& outcome) { prepareEnded(outcome); });
}

void LabService::prepareEnded(const Result<std::shared_ptr<const Split>>& outcome) {
    const bool current = m_dataset == m_store.snapshot()->dataset;
    m_job = Job::None;
    if (outcome && current) {
        m_split = *outcome;
        m_result = nullptr;
        m_model = nullptr;
        *m_rate = LabRate();
        emit prepared();
    } else if (!outcome && outcome.error().code != ErrorCode::Cancelled) {
        m_wish.reset();
        fail(outcome.error());
    }
    if (m_job == Job::None) // the receiver of prepared() may have asked for something
        startNext();
}

bool LabService::startTraining(const AlsParameters& parameters) {
    m_job = Job::Training;
    m_running = std::make_shared<LabProgress>();
    m_began = Clock::now();
    return m_lane.start<LabOutcome>(
        tr("Live lab"), this,
        [split = m_split, parameters, progress = m_running](const JobControl& control) {
            return runLabJob(*split, parameters, *progress, control);
        },
        {}, [this](const Result<LabOutcome>& outcome) { trainingEnded(outcome); });
}

void LabService::trainingEnded(const Result<LabOutcome>& outcome) {
    m_job = Job::None;
    m_giveWayTimer.stop();
    const bool wanted = m_split && !m_view;
    if (outcome && wanted) {
        m_rate->add(m_began, Clock::now());
        m_unshownSince.reset();
        if (m_wish)
            m_unshownSince = Clock::now();
        m_model = outcome->model;
        LabResult result = outcome->result;
        result.retrainingsPerSecond = m_rate->perSecond();
        publish(result);
    } else if (!outcome && outcome.error().code != ErrorCode::Cancelled) {
        m_unshownSince.reset();
        fail(outcome.error());
    }
    if (m_job == Job::None)
        startNext();
}

void LabService::publish(const LabResult& result) {
    auto next = std::make_shared<LabResult>(result);
    next->list = labList(*m_model, *m_split, m_user);
    m_result = std::move(next);
    emit resultChanged();
}

void LabService::forgetOtherData() {
    if (!m_dataset || m_store.snapshot()->dataset == m_dataset)
        return;
    m_dataset = nullptr;
    m_split = nullptr;
    m_model = nullptr;
    m_view.reset();
    m_wish.reset();
    m_unshownSince.reset();
    if (m_job != Job::None)
        m_lane.cancel();
    m_result = nullptr;
    emit resultChanged();
}

} // namespace recital
