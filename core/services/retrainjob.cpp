#include "core/services/retrainjob.h"

#include <array>

namespace recital {

namespace {

using Phase = RetrainService::Phase;

// Shares of the job's progress.
constexpr double kTrained = 0.5;
constexpr double kEvaluated = 0.85;
constexpr double kCompared = 0.95;

class RetrainJob {
public:
    RetrainJob(const RetrainInput& input, RetrainMailbox& mailbox, const JobControl& control)
        : m_input(input)
        , m_base(*input.snapshot->trained)
        , m_mailbox(mailbox)
        , m_control(control) {}

    Result<RetrainOutcome> run();

private:
    JobControl part(double begin, double end) const;
    Result<std::shared_ptr<const AlsModel>> train();
    Result<EvaluationReport> measure(const AlsModel& model, double begin, double end) const;
    std::vector<RetrainMetric> compare(const EvaluationReport& before, const EvaluationReport& after) const;
    std::vector<ScoredItem> listOf(const RetrainPast& past, const AlsModel& model) const;
    std::shared_ptr<const TrainedModel> trainedModel(const std::shared_ptr<const AlsModel>& model,
                                                     EvaluationReport report);
    int listLength() const { return m_base.reports.empty() ? 10 : m_base.reports.back().k; }

    const RetrainInput& m_input;
    const TrainedModel& m_base;
    RetrainMailbox& m_mailbox;
    const JobControl& m_control;
    std::vector<TrainingPoint> m_curve;
};

JobControl RetrainJob::part(double begin, double end) const {
    JobControl control = m_control;
    control.progress = [this, begin, end](double fraction) {
        m_mailbox.setProgress(begin + (end - begin) * fraction, -1.0);
    };
    return control;
}

/// With the settings and the seed of the present model, so that the events are the only difference.
Result<std::shared_ptr<const AlsModel>> RetrainJob::train() {
    const AlsObserver observer = [this](const AlsProgress& progress) {
        TrainingPoint point;
        point.halfStep = progress.halfStep;
        point.halfSteps = progress.halfSteps;
        point.loss = progress.loss;
        point.seconds = progress.seconds;
        m_curve.push_back(point);
    };
    const RatingMatrix matrix = withEvents(m_base.split->train, m_input.learned);
    const Result<std::shared_ptr<const AlsModel>> model =
        trainAls(matrix, m_base.model->parameters(), part(0.0, kTrained), observer);
    if (!model || matrix.userCount() == m_base.split->train.userCount())
        return model;
    const LatentFactors& factors = *(*model)->latentFactors();
    return std::make_shared<const AlsModel>(
        (*model)->parameters(),
        LatentFactors{factors.users.topRows(m_base.split->train.userCount()), factors.items},
        (*model)->info().trainSeconds);
}

Result<EvaluationReport> RetrainJob::measure(const AlsModel& model, double begin, double end) const {
    EvaluationOptions options;
    options.k = listLength();
    return evaluate(model, *m_base.split, options, part(begin, end));
}

std::vector<RetrainMetric> RetrainJob::compare(const EvaluationReport& before,
                                               const EvaluationReport& after) const {
    constexpr std::array shown{MetricId::Ndcg,   MetricId::Map,     MetricId::Precision,
                               MetricId::Recall, MetricId::HitRate, MetricId::Mrr};
    std::vector<RetrainMetric> metrics;
    std::vector<PairedComparison> family;
    for (const MetricId id : shown) {
        std::vector<double> first;
        std::vector<double> second;
        for (const UserMetrics& user : after.users)
            first.push_back(metricValue(user, id));
        for (const UserMetrics& user : before.users) // the same users: the split decides who is evaluated
            second.push_back(metricValue(user, id));
        metrics.push_back({id, metricValue(before, id), metricValue(after, id), {}});
        family.push_back(comparePaired(first, second, m_input.statistics, m_control));
    }
    judgeFamily(family, m_input.statistics.level);
    for (std::size_t k = 0; k < metrics.size(); ++k)
        metrics[k].difference = family[k];
    return metrics;
}

std::vector<ScoredItem> RetrainJob::listOf(const RetrainPast& past, const AlsModel& model) const {
    const LiveModels models{m_input.snapshot->dataset.get(), &model, *m_input.popularity};
    LiveQuery query;
    query.past = {past.known, past.events};
    query.rule = m_input.rule;
    query.taste = &past.taste;
    query.excluded = past.excluded;
    query.k = listLength();
    std::vector<float> scores;
    return rankLive(models, query, scores).list;
}

std::shared_ptr<const TrainedModel> RetrainJob::trainedModel(const std::shared_ptr<const AlsModel>& model,
                                                             EvaluationReport report) {
    auto trained = std::make_shared<TrainedModel>(m_base); // the split is the same
    trained->runId = 0;
    trained->model = model;
    trained->events = std::make_shared<const LearnedEvents>(m_input.learned);
    trained->projection = fitPca(model->latentFactors()->items);
    trained->curve = std::move(m_curve);
    if (trained->reports.empty())
        trained->reports.emplace_back();
    trained->reports.back() = std::move(report); // those of the baselines stay: same split
    return trained;
}

Result<RetrainOutcome> RetrainJob::run() {
    m_mailbox.post(Phase::Training);
    const Result<std::shared_ptr<const AlsModel>> model = train();
    if (!model)
        return model.error();

    m_mailbox.post(Phase::Evaluating);
    constexpr double middle = (kTrained + kEvaluated) / 2.0;
    const Result<EvaluationReport> before = measure(*m_base.model, kTrained, middle);
    if (!before)
        return before.error();
    Result<EvaluationReport> after = measure(**model, middle, kEvaluated);
    if (!after)
        return after.error();

    m_mailbox.post(Phase::Comparing);
    auto candidate = std::make_shared<RetrainCandidate>();
    candidate->base = m_input.snapshot->trained;
    candidate->learned = m_input.learned;
    candidate->k = listLength();
    candidate->users = after->evaluatedUsers;
    candidate->metrics = compare(*before, *after);
    for (const RetrainPast& past : m_input.users) {
        RetrainUser user = past.user;
        user.before = listOf(past, *m_base.model);
        user.after = listOf(past, **model);
        candidate->lists.push_back(std::move(user));
    }
    if (m_control.stopRequested()) // statistics that were stopped mean nothing
        return Error{ErrorCode::Cancelled, {}};
    candidate->trained = trainedModel(*model, std::move(after).value());

    m_mailbox.post(Phase::Saving);
    m_mailbox.setProgress(kCompared, -1.0);
    const Result<QString> file =
        saveModelFile(*candidate->trained, *m_input.snapshot->dataset, m_input.workspaceFolder, m_control);
    if (!file)
        return file.error();
    m_mailbox.setProgress(1.0, -1.0);
    return RetrainOutcome{std::move(candidate),
                          std::make_shared<UnclaimedFile>(m_input.workspaceFolder, *file)};
}

} // namespace

Result<RetrainOutcome> runRetrainJob(const RetrainInput& input, RetrainMailbox& mailbox,
                                     const JobControl& control) {
    return RetrainJob(input, mailbox, control).run();
}

} // namespace recital
