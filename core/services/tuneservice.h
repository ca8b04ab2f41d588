#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/metricid.h"
#include "core/recsys/split.h"
#include "core/services/jobservice.h"
#include "core/services/mailbox.h"

#include <memory>
#include <string>
#include <vector>

namespace recital {

/// One axis of a search: the values of a parameter (grid), or the range they are drawn from (random).
struct TuneAxis {
    std::string parameter; ///< ParameterField::name
    std::vector<double> values;
};

struct TuneRequest {
    TrainingSpec base;
    std::vector<TuneAxis> axes; ///< 1 to 4
    int randomTrials = 0;       ///< 0: the whole grid; else so many draws between the ends of the axes
    std::uint64_t seed = 42;    ///< of the draws and of the inner split
    SplitOptions split;         ///< the outer one: its test part is never looked at
    std::string fold = "u1";    ///< of official folds: whose training part is searched on
    double innerShare = 0.2;    ///< of the training ratings, held out for validation
    MetricId metric = MetricId::Ndcg;
    int k = 10;
};

struct TuneTrial {
    TrainingSpec specification;
    std::vector<double> values; ///< one an axis
    double score = 0.0;         ///< of the metric on the inner split; NaN: failed
    double seconds = 0.0;       ///< training and measuring
    std::string problem;        ///< why it has no score
};

struct TuneResult {
    TuneRequest request;
    QString datasetName;
    QString datasetFingerprint;
    QString innerSplitName;
    int users = 0;                 ///< measured on the inner split
    int planned = 0;               ///< trials that the request asks for; equal settings count once
    std::vector<TuneTrial> trials; ///< in the order they ran
    std::size_t best = 0;          ///< in trials
};

/// Searches parameters on an inner split of the training part, on the compute lane.
class TuneService : public JobService {
    Q_OBJECT
public:
    TuneService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// Grid of evaluation.md 6.2 for ALS, a sensible one for the others.
    TuneRequest defaultRequest(const TrainingSpec& base) const;
    Status check(const TuneRequest& request) const;
    bool start(const TuneRequest& request);
    void cancel() { cancelJob(); } ///< the trials that are done stay
    bool running() const noexcept { return jobRuns(); }
    std::shared_ptr<const TuneResult> result() const noexcept { return m_result; } ///< grows trial by trial

signals:
    void trialFinished();
    void progressChanged(double fraction, double secondsLeft);
    void finished(bool cancelled);

private:
    using Tuning = Mailbox<std::shared_ptr<const TuneResult>>;

    void takeMail() override;
    void end(const Result<std::shared_ptr<const TuneResult>>& outcome);

    std::shared_ptr<const TuneResult> m_result;
    std::shared_ptr<Tuning> m_mailbox; ///< of the running job, shared with it
};

} // namespace recital
