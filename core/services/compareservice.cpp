#include "core/services/compareservice.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparejob.h"
#include "core/services/comparisonrecordjson.h"
#include "core/services/splitcheck.h"
#include "core/store/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int longestList = 1000;
constexpr int mostSeeds = 100;

QString detailOf(const Error& error) {
    return QString::fromStdString(error.detail);
}

} // namespace

CompareService::CompareService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent)
    : JobService(computeLane, store, parent)
    , m_workspace(workspace) {
    connect(&m_store, &ModelStore::snapshotChanged, this, &CompareService::adoptDataset);
}

CompareRequest CompareService::defaultRequest() const {
    CompareRequest request;
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return request;
    request.options.split = naturalSplit(*dataset);
    request.ratingModels.assign(ratingPredictors().begin(), ratingPredictors().end());
    const TrainingSpec als = defaultAlsParameters(*dataset);
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        if (algorithm.needsGenres && dataset->genreNames().empty())
            continue;
        if (algorithm.key == algorithmOf(als).key)
            request.reference = request.algorithms.size();
        request.algorithms.push_back(defaultSpecification(algorithm.key, *dataset));
    }
    return request;
}

Status CompareService::check(const CompareRequest& request) const {
    const auto invalid = [](std::string detail) {
        return Error{ErrorCode::InvalidParameters, std::move(detail)};
    };
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (!dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    if (request.algorithms.empty())
        return invalid("there is no algorithm to measure");
    if (!request.tuningTrials.empty() && request.tuningTrials.size() != request.algorithms.size())
        return invalid("there must be one tuning budget an algorithm");
    if (request.reference >= request.algorithms.size())
        return invalid("the reference is none of the algorithms");
    if (request.options.k < 1 || request.options.k > longestList)
        return invalid("the length of the lists must be 1 to 1000");
    if (request.options.seeds < 1 || request.options.seeds > mostSeeds)
        return invalid("the number of seeds must be 1 to 100");
    for (const TrainingSpec& specification : request.algorithms)
        if (const Status valid = validate(specification); !valid)
            return valid;
    for (const RatingSpec& specification : request.ratingModels)
        if (const Status valid = validate(specification); !valid)
            return valid;
    if (const Status valid = request.options.statistics.validate(); !valid)
        return valid;
    return checkSplit(request.options.split, {}, *dataset);
}

bool CompareService::start(const CompareRequest& request) {
    if (const Status valid = check(request); !valid)
        return refuse(valid.error());
    const CompareJob job{m_store.snapshot()->dataset, request, QDateTime::currentDateTimeUtc(),
                         m_workspace.folder()};
    auto mailbox = std::make_shared<CompareMailbox>(request.algorithms.size());
    const bool taken = startJob<std::monostate>(
        tr("Comparing"),
        [job, mailbox](const JobControl& control) { return runCompareJob(job, *mailbox, control); },
        [this](const Status& outcome) { measured(outcome); });
    if (!taken)
        return false;
    m_request = request;
    m_mailbox = std::move(mailbox);
    m_comparison = nullptr;
    m_states.assign(request.algorithms.size(), RowState::Waiting);
    m_problems.assign(request.algorithms.size(), {});
    m_runningRow = request.algorithms.size();
    m_running = true;
    emit started();
    return true;
}

void CompareService::cancel() {
    if (m_running)
        cancelJob();
}

void CompareService::cancelRow(std::size_t row) {
    if (!m_mailbox || row >= m_states.size())
        return;
    m_mailbox->cancelRow(row);
    if (m_states[row] == RowState::Waiting)
        setRowState(row, RowState::Cancelled);
}

CompareService::RowState CompareService::rowState(std::size_t row) const {
    return row < m_states.size() ? m_states[row] : RowState::Waiting;
}

QString CompareService::rowProblem(std::size_t row) const {
    return row < m_problems.size() ? m_problems[row] : QString();
}

void CompareService::setRowState(std::size_t row, RowState state, const QString& problem) {
    m_problems[row] = problem;
    if (m_states[row] == state)
        return;
    m_states[row] = state;
    emit rowStateChanged(row, state);
}

void CompareService::takeMail() {
    if (!m_mailbox) // differences are tested
        return;
    const CompareMailbox::Content mail = m_mailbox->take();
    for (const CompareEvent& event : mail.events)
        std::visit([this](const auto& content) { handle(content); }, event);
    if (m_runningRow < m_states.size() && m_states[m_runningRow] == RowState::Running)
        emit rowProgressChanged(m_runningRow, mail.fraction, mail.secondsLeft);
}

void CompareService::handle(const CompareRowStarted& event) {
    if (m_states[event.row] != RowState::Waiting) // it was cancelled in the same moment
        return;
    m_runningRow = event.row;
    setRowState(event.row, RowState::Running);
}

void CompareService::handle(const CompareRowDone& event) {
    show(event.comparison);
    setRowState(event.row, RowState::Done);
    if (event.comparison->id > 0)
        emit storedChanged();
}

void CompareService::handle(const CompareRowEnded& event) {
    if (event.error.code == ErrorCode::Cancelled)
        setRowState(event.row, RowState::Cancelled);
    else
        setRowState(event.row, RowState::Failed, detailOf(event.error));
}

void CompareService::handle(const CompareNotStored& event) {
    emit notStored(event.error.code, detailOf(event.error));
}

void CompareService::handle(const CompareRatingDone& event) {
    show(event.comparison);
    if (event.comparison->id > 0)
        emit storedChanged();
}

void CompareService::handle(const CompareRatingFailed& event) {
    emit ratingFailed(event.model, detailOf(event.error));
}

void CompareService::show(std::shared_ptr<const Comparison> comparison) {
    m_comparison = std::move(comparison);
    emit comparisonChanged();
}

void CompareService::measured(const Status& outcome) {
    m_mailbox.reset();
    for (std::size_t row = 0; row < m_states.size(); ++row)
        if (m_states[row] == RowState::Waiting || m_states[row] == RowState::Running)
            setRowState(row, RowState::Cancelled);
    if (!outcome && outcome.error().code != ErrorCode::Cancelled) {
        m_running = false;
        refuse(outcome.error());
    } else if (!m_comparison || !startJudging(m_comparison, true)) {
        endRun();
    }
}

bool CompareService::startJudging(std::shared_ptr<const Comparison> comparison, bool endsRun) {
    if (m_lane.busy())
        return false;
    return startJob<JudgedComparison>(
        tr("Testing the differences"),
        [comparison](const JobControl& control) { return runJudgeJob(comparison, control); },
        [this, endsRun](const Result<JudgedComparison>& outcome) { judged(outcome, endsRun); });
}

void CompareService::judged(const Result<JudgedComparison>& outcome, bool endsRun) {
    const bool stillShown = outcome && outcome->before == m_comparison;
    if (stillShown && endsRun)
        storeVerdicts(*outcome);
    if (stillShown) {
        show(outcome->after);
        adoptDataset(); // that came while the differences were tested
    }
    if (endsRun)
        endRun();
}

void CompareService::storeVerdicts(const JudgedComparison& judged) {
    const Comparison& comparison = *judged.after;
    if (comparison.id == 0)
        return;
    const int reference = hasReference(comparison) ? static_cast<int>(comparison.reference) : -1;
    const Status stored = m_workspace.setComparisonVerdicts(comparison.id, reference, judged.verdictsJson);
    // Somebody may have removed it meanwhile: that is no trouble.
    if (!stored && stored.error().code != ErrorCode::UnknownId)
        emit notStored(stored.error().code, detailOf(stored.error()));
    emit storedChanged();
}

void CompareService::endRun() {
    m_running = false;
    emit finished();
}

bool CompareService::setReference(std::size_t row) {
    if (!m_comparison || row >= m_comparison->rows.size())
        return refuse({ErrorCode::InvalidParameters, "the reference is none of the rows"});
    if (m_running || m_lane.busy())
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    auto next = std::make_shared<Comparison>(*m_comparison);
    next->reference = row;
    next->verdicts.clear();
    next->best.clear();
    next->intervals.clear();
    startJudging(next, false);
    show(next);
    return true;
}

} // namespace recital
