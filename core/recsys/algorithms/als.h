#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Core>

#include <functional>
#include <memory>
#include <vector>

namespace recital {

/// State after a half-step, passed to an AlsObserver on the computing thread.
struct AlsProgress {
    int halfStep = 0;                       ///< 1, 2, ... ; odd: users were just solved, even: items
    int halfSteps = 0;                      ///< how many there will be
    double loss = 0.0;                      ///< full training objective, in double, through the Gramians
    double seconds = 0.0;                   ///< since training began, without the observer's own time
    const LatentFactors* factors = nullptr; ///< valid during the call only
};
using AlsObserver = std::function<void(const AlsProgress&)>;

/// One signed share of a score: sum over the history of contribution == score (Hu et al. 2008, section 5).
struct Contribution {
    ItemIndex item = 0;
    double value = 0.0;
};

/// Implicit ALS. Scores are raw dot products of the folded-in user vector and the item factors.
class AlsModel final : public Model {
public:
    AlsModel(AlsParameters parameters, LatentFactors factors, double trainSeconds);

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_factors.items.rows()); }
    void score(std::span<const Interaction> history, std::span<float> scores) const override;
    const LatentFactors* latentFactors() const noexcept override { return &m_factors; }

    const AlsParameters& parameters() const noexcept { return m_parameters; }

    /// Y^T Y in double, factors x factors, symmetric: the part of every user's normal equations that is the
    /// same for all.
    const Eigen::MatrixXd& itemGramian() const noexcept { return m_itemGramian; }

    /// Exact user half-step for one history: x = (base + sum w y y^T + lambda_u I)^-1 b. Zero for an empty
    /// history; entries of value 0 say nothing. The same bytes as userVector() with ResolveRule.
    Eigen::VectorXf foldIn(std::span<const Interaction> history) const;

    /// The dot product of a user vector (factors entries) with every item, as score() uses it. Bound by the
    /// memory that the factors are read from.
    void scoreVector(const Eigen::VectorXf& user, std::span<float> scores) const;

    /// One entry for each of the history's interactions, in its order; they sum to the item's score.
    std::vector<Contribution> explain(std::span<const Interaction> history, ItemIndex item) const;

private:
    AlsParameters m_parameters;
    LatentFactors m_factors;
    Eigen::MatrixXd m_itemGramian;
    ModelInfo m_info;
};

/// Users first, then items, `iterations` times, then one closing user half-step so that fold-in of a training
/// user reproduces the trained vector. Same seed, same bytes, whatever the number of threads. Errors:
/// InvalidParameters, InvalidData (no interactions), Cancelled.
Result<std::shared_ptr<const AlsModel>> trainAls(const RatingMatrix& matrix, const AlsParameters& parameters,
                                                 const JobControl& control, const AlsObserver& observer = {});

} // namespace recital
