#include "core/services/comparejob.h"

#include "core/recsys/dataset.h"
#include "core/services/comparisonrecordjson.h"
#include "core/store/workspace.h"

#include <algorithm>
#include <chrono>

namespace recital {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Time left of a row from what was measured of it so far; < 0: too early to tell.
double secondsLeft(double elapsed, double fraction) {
    constexpr double enoughSeconds = 0.2;
    constexpr double enoughDone = 0.03;
    if (elapsed < enoughSeconds || fraction < enoughDone)
        return -1.0;
    return elapsed / fraction * (1.0 - std::min(fraction, 1.0));
}

/// Writes a comparison row by row through a connection of the job's own thread. The first trouble ends it:
/// what is on the screen counts more than what is kept.
class ComparisonStore {
public:
    ComparisonStore(const QString& folder, CompareMailbox& mailbox)
        : m_folder(folder)
        , m_mailbox(mailbox) {}

    /// The comparison's id, once it has one; 0 otherwise.
    qint64 add(const Comparison& comparison, const Dataset& dataset, const ComparedModel& row) {
        if (m_failed || !open())
            return m_id;
        const ComparisonRowRecord record = rowToRecord(row, QDateTime::currentDateTimeUtc());
        if (m_id > 0) {
            // Which row the others will be tested against is known as soon as it is there.
            if (check(m_workspace->addComparisonRow(m_id, record)) &&
                comparison.reference + 1 == comparison.rows.size())
                check(m_workspace->setComparisonVerdicts(m_id, static_cast<int>(comparison.reference), {}));
            return m_id;
        }
        insert(comparison, dataset, {record});
        return m_id;
    }

    /// Writes the rating rows, all of them anew. The comparison's id, as above.
    qint64 setRatings(const Comparison& comparison, const Dataset& dataset) {
        if (m_failed || !open())
            return m_id;
        if (m_id > 0)
            check(m_workspace->setComparisonRatings(m_id, ratingRowsToJson(comparison.ratings)));
        else
            insert(comparison, dataset, {});
        return m_id;
    }

private:
    void insert(const Comparison& comparison, const Dataset& dataset, std::vector<ComparisonRowRecord> rows) {
        ComparisonRecord whole = comparisonToRecord(comparison);
        whole.datasetLocation = QString::fromStdString(dataset.info().location);
        whole.rows = std::move(rows);
        if (const Result<qint64> id = m_workspace->addComparison(whole); check(id))
            m_id = *id;
    }

    bool open() {
        if (m_workspace)
            return true;
        Result<std::unique_ptr<Workspace>> workspace = Workspace::open(m_folder);
        if (check(workspace))
            m_workspace = std::move(workspace).value();
        return m_workspace != nullptr;
    }

    template<typename T>
    bool check(const Result<T>& result) {
        if (result)
            return true;
        m_failed = true;
        m_mailbox.post(CompareNotStored{result.error()});
        return false;
    }

    QString m_folder;
    CompareMailbox& m_mailbox;
    std::unique_ptr<Workspace> m_workspace;
    qint64 m_id = 0;
    bool m_failed = false;
};

class CompareRun {
public:
    CompareRun(const CompareJob& job, CompareMailbox& mailbox, const JobControl& control)
        : m_job(job)
        , m_mailbox(mailbox)
        , m_control(control)
        , m_store(job.workspaceFolder, mailbox) {}

    Status run();

private:
    Status split();
    void runRow(std::size_t row);
    Result<ComparedModel> measure(std::size_t row, const JobControl& control);
    void add(std::size_t row, ComparedModel model);
    void runRatings(std::size_t model);

    const CompareJob& m_job;
    CompareMailbox& m_mailbox;
    const JobControl& m_control;
    ComparisonStore m_store;
    std::shared_ptr<const std::vector<Split>> m_splits;
    std::shared_ptr<const Comparison> m_comparison;
    std::vector<std::size_t> m_finished; ///< of the request, in the order of m_comparison->rows
};

Status CompareRun::split() {
    JobControl quiet = m_control;
    quiet.progress = nullptr;
    Result<std::vector<Split>> splits = makeSplits(*m_job.dataset, m_job.request.options.split, quiet);
    if (!splits)
        return splits.error();
    m_splits = std::make_shared<const std::vector<Split>>(std::move(splits).value());
    auto comparison = std::make_shared<Comparison>();
    comparison->startedAt = m_job.startedAt;
    comparison->dataset = m_job.dataset;
    comparison->datasetName = QString::fromStdString(m_job.dataset->info().name);
    comparison->datasetFingerprint = QString::fromStdString(m_job.dataset->info().fingerprint);
    comparison->options = m_job.request.options;
    for (const Split& split : *m_splits) {
        comparison->splits.emplace_back(m_splits, &split);
        comparison->splitNames.push_back(split.name);
        comparison->counts.push_back(countSplit(split));
    }
    m_comparison = std::move(comparison);
    return success();
}

Result<ComparedModel> CompareRun::measure(std::size_t row, const JobControl& control) {
    const CompareRequest& request = m_job.request;
    Result<ComparedModel> model =
        measureAlgorithm(*m_splits, request.algorithms[row], request.options, control);
    if (!model)
        return model;
    if (!request.tuningTrials.empty())
        model->tuningTrials = request.tuningTrials[row];
    // Every user of every seed would be kept and copied for nothing: the mean has their values, and the last
    // seed, whose models are kept, their lists.
    for (std::size_t seed = 0; seed + 1 < model->bySeed.size(); ++seed)
        for (EvaluationReport& report : model->bySeed[seed])
            report.users = {};
    return model;
}

void CompareRun::add(std::size_t row, ComparedModel model) {
    m_finished.push_back(row);
    auto next = std::make_shared<Comparison>(*m_comparison);
    next->rows.push_back(std::move(model));
    const auto reference = std::ranges::find(m_finished, m_job.request.reference);
    next->reference = static_cast<std::size_t>(reference - m_finished.begin());
    next->id = m_store.add(*next, *m_job.dataset, next->rows.back());
    m_comparison = std::move(next);
    m_mailbox.post(CompareRowDone{row, m_comparison});
}

void CompareRun::runRow(std::size_t row) {
    std::stop_source stop = m_mailbox.rowStop(row);
    const Error cancelled{ErrorCode::Cancelled, {}};
    if (stop.stop_requested()) {
        m_mailbox.post(CompareRowEnded{row, cancelled});
        return;
    }
    m_mailbox.setProgress(0.0, -1.0);
    m_mailbox.post(CompareRowStarted{row});
    const std::stop_callback whole(m_control.stop, [&stop] { stop.request_stop(); });
    const Clock::time_point start = Clock::now();
    JobControl control = m_control;
    control.stop = stop.get_token();
    control.progress = [&](double fraction) {
        m_mailbox.setProgress(fraction, secondsLeft(secondsSince(start), fraction));
    };
    Result<ComparedModel> model = measure(row, control);
    if (stop.stop_requested())
        model = cancelled;
    if (model)
        add(row, std::move(model).value());
    else
        m_mailbox.post(CompareRowEnded{row, model.error()});
}

void CompareRun::runRatings(std::size_t model) {
    JobControl quiet = m_control;
    quiet.progress = nullptr;
    Result<ComparedRatings> row = measureRatings(*m_job.dataset, *m_splits, m_job.request.ratingModels[model],
                                                 m_job.request.options.seeds, quiet);
    if (m_control.stopRequested())
        return;
    if (!row) {
        m_mailbox.post(CompareRatingFailed{model, row.error()});
        return;
    }
    auto next = std::make_shared<Comparison>(*m_comparison);
    next->ratings.push_back(std::move(row).value());
    next->id = m_store.setRatings(*next, *m_job.dataset);
    m_comparison = std::move(next);
    m_mailbox.post(CompareRatingDone{m_comparison});
}

Status CompareRun::run() {
    if (const Status made = split(); !made)
        return made.error();
    for (std::size_t row = 0; row < m_job.request.algorithms.size() && !m_control.stopRequested(); ++row)
        runRow(row);
    for (std::size_t model = 0; model < m_job.request.ratingModels.size() && !m_control.stopRequested();
         ++model)
        runRatings(model);
    return success();
}

} // namespace

Status runCompareJob(const CompareJob& job, CompareMailbox& mailbox, const JobControl& control) {
    return CompareRun(job, mailbox, control).run();
}

Result<JudgedComparison> runJudgeJob(const std::shared_ptr<const Comparison>& comparison,
                                     const JobControl& control) {
    auto judged = std::make_shared<Comparison>(*comparison);
    if (const Status done = judge(*judged, control); !done)
        return done.error();
    const QString json = verdictsToJson(*judged);
    return JudgedComparison{comparison, std::move(judged), json};
}

} // namespace recital
