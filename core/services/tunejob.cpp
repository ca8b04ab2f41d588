#include "core/services/tunejob.h"

#include "core/recsys/dataset.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/training.h"
#include "core/services/trainingjob.h"

#include <chrono>
#include <cmath>

namespace recital {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Progress over all trials; the time left follows from the trials that are done.
class TuneClock {
public:
    TuneClock(std::size_t trials, const TuneProgress& progress)
        : m_trials(static_cast<double>(trials))
        , m_progress(progress) {}

    void trialDone() { ++m_done; }
    void report(double fractionOfTrial) const {
        if (!m_progress)
            return;
        const double fraction = (m_done + fractionOfTrial) / m_trials;
        const bool known = m_done >= 1.0;
        m_progress(fraction, known ? secondsSince(m_start) / fraction * (1.0 - fraction) : -1.0);
    }

private:
    double m_trials;
    double m_done = 0.0;
    const TuneProgress& m_progress;
    Clock::time_point m_start = Clock::now();
};

JobControl partOf(const JobControl& control, const TuneClock& clock, double begin, double end) {
    JobControl part = control;
    part.progress = [&clock, begin, end](double fraction) { clock.report(begin + (end - begin) * fraction); };
    return part;
}

Result<EvaluationReport> measure(const Split& split, const TuneRequest& request, const TuneTrial& trial,
                                 const TuneClock& clock, const JobControl& control) {
    const auto model = train(split, trial.specification, partOf(control, clock, 0.0, 0.7));
    if (!model)
        return model.error();
    EvaluationOptions options;
    options.k = request.k;
    options.auc = request.metric == MetricId::Auc || request.metric == MetricId::AucInListOrder ||
                  request.metric == MetricId::PercentileRank;
    return evaluate(**model, split, options, partOf(control, clock, 0.7, 1.0));
}

} // namespace

bool scoresBetter(MetricId metric, double score, double best) {
    if (std::isnan(score))
        return false;
    if (std::isnan(best))
        return true;
    return metricInfo(metric).direction == MetricDirection::LowerIsBetter ? score < best : score > best;
}

Result<Split> makeSearchSplit(const Dataset& dataset, const SplitOptions& outer, const std::string& fold,
                              double innerShare, std::uint64_t seed, const JobControl& control) {
    JobControl quiet = control;
    quiet.progress = nullptr;
    const Result<std::shared_ptr<const Split>> split = makeRequestedSplit(dataset, outer, fold, quiet);
    if (!split)
        return split.error();
    return makeInnerSplit(dataset, **split, innerShare, seed, quiet);
}

Result<std::shared_ptr<const TuneResult>> runTuneJob(const Dataset& dataset, const TuneRequest& request,
                                                     const TuneObserver& observer,
                                                     const TuneProgress& progress,
                                                     const JobControl& control) {
    Result<std::vector<TuneTrial>> trials = plannedTrials(request);
    if (!trials)
        return trials.error();
    const Result<Split> split =
        makeSearchSplit(dataset, request.split, request.fold, request.innerShare, request.seed, control);
    if (!split)
        return split.error();
    auto result = std::make_shared<TuneResult>();
    result->request = request;
    result->datasetName = QString::fromStdString(dataset.info().name);
    result->datasetFingerprint = QString::fromStdString(dataset.info().fingerprint);
    result->innerSplitName = QString::fromStdString(split->name);
    result->users = countSplit(*split).evaluatedUsers;
    result->planned = static_cast<int>(trials->size());
    TuneClock clock(trials->size(), progress);
    std::optional<Error> problem;
    for (TuneTrial& trial : *trials) {
        const Clock::time_point start = Clock::now();
        const Result<EvaluationReport> report = measure(*split, request, trial, clock, control);
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, {}};
        if (report)
            trial.score = metricValue(*report, request.metric);
        else
            trial.problem = report.error().detail, problem = report.error();
        trial.seconds = secondsSince(start);
        auto next = std::make_shared<TuneResult>(*result);
        const double best = next->trials.empty() ? std::nan("") : next->trials[next->best].score;
        if (scoresBetter(request.metric, trial.score, best))
            next->best = next->trials.size();
        next->trials.push_back(std::move(trial));
        result = next;
        clock.trialDone();
        clock.report(0.0);
        observer(result);
    }
    if (std::isnan(result->trials[result->best].score) && problem)
        return *problem;
    return std::shared_ptr<const TuneResult>(std::move(result));
}

} // namespace recital
