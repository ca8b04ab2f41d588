#pragma once

#include "core/recsys/live/rulesproof.h"
#include "core/services/jobservice.h"

#include <memory>
#include <span>
#include <vector>

namespace recital {

/// What the rules say to one history, made on the spot.
struct RulesAnswer {
    std::uint32_t genres = 0; ///< of rule 1: bits of Item::genres
    std::vector<ScoredItem> list;
    double microseconds = 0.0; ///< measured: scores and ranking
};

/// What a list finds of what a user liked in the hidden part.
struct ListHits {
    std::vector<ItemIndex> items; ///< of the list, best first
    int relevant = 0;             ///< that could be found
    double ndcg = 0.0;            ///< at the length that was asked for; NaN where nothing could be found
};
/// `relevant` ascending, without what the user has seen since.
ListHits hitsOf(std::span<const ScoredItem> list, std::span<const ItemIndex> relevant, int k);

/// GenreRules on the training part of the present model's split, which are nothing but counts, ready when the
/// model is: lists at once, and as a job on the compute lane the proof over all users of the split.
/// Everything belongs to the present model and goes with it.
class RulesService : public JobService {
    Q_OBJECT
public:
    static constexpr int listLength = 10;

    RulesService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// Why there are no rules, and why start() would refuse: no dataset, no trained model, no genres in the
    /// data, nothing hidden to test with. InvalidData.
    Status check() const;
    const GenreRulesParameters& parameters() const noexcept { return m_parameters; }
    /// Empty without a trained model, or where the data have no genres. `excluded` ascending.
    RulesAnswer answer(std::span<const Interaction> history, std::span<const ItemIndex> excluded);

    bool start(); ///< failed() at once when refused
    void cancel() { cancelJob(); }
    bool running() const noexcept { return jobRuns(); }
    std::shared_ptr<const RulesProof> result() const noexcept { return m_result; } ///< nullptr: not measured

signals:
    void changed(); ///< result or model
    void progressChanged(double fraction);
    void finished(bool cancelled);

private:
    void takeModel();
    void end(const Result<RulesProof>& outcome);

    GenreRulesParameters m_parameters;
    std::shared_ptr<const TrainedModel> m_trained; ///< that rules and result belong to
    std::shared_ptr<const Model> m_rules;          ///< nullptr: see check()
    std::shared_ptr<const RulesProof> m_result;
    std::vector<float> m_scores; ///< kept to spare the allocation
    Error m_problem;             ///< why there are no rules for a model
};

} // namespace recital
