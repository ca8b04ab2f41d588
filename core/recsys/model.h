#pragma once

#include "core/recsys/types.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <string>

namespace recital {

/// One row a user or item, one column a factor.
using FactorMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

struct LatentFactors {
    FactorMatrix users; ///< userCount x factors; zero rows for users without interactions
    FactorMatrix items; ///< itemCount x factors
};

/// The numbers are stored: new kinds go to the end.
enum class ModelKind {
    Random,
    Popularity,
    ItemKnn,
    Als,
    UserKnn,
    Rp3Beta,
    PureSvd,
    Ease,
    Slim,
    Bpr,
    GenreRules
};

/// What a score of this model means; a score is only called a predicted rating where it is one.
/// The numbers are stored: new meanings go to the end.
enum class ScoreMeaning {
    Arbitrary,
    InteractionCount,
    SimilaritySum,
    Preference,    ///< 1 for what was liked, 0 for what was not, as far as the model can say
    WalkWeight,    ///< how much of a random walk that starts at the history ends there
    PairwiseOrder, ///< the difference of two is the log-odds that the first is preferred; the level is
                   ///< nothing
    RulePlace      ///< only the order is meant
};

struct ModelInfo {
    ModelKind kind = ModelKind::Random;
    std::string name; ///< "ALS", "ItemKNN", "Popular", "Random": the field's names, not translated
    std::string
        parameters; ///< one line, e.g. "factors 64, alpha 10, regularization 50, iterations 15, seed 42"
    ScoreMeaning scoreMeaning = ScoreMeaning::Arbitrary;
    double trainSeconds = 0.0; ///< measured
};

/// Immutable after construction; every member is safe to call from several threads at once.
class Model {
public:
    Model() = default;
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;
    virtual ~Model() = default;

    virtual const ModelInfo& info() const noexcept = 0;
    virtual int itemCount() const noexcept = 0;

    /// One score an item, higher is better, for a user with this history. A user is a history: nothing else
    /// is known. scores.size() == itemCount(). Items of the history are scored too; who asks excludes them.
    virtual void score(std::span<const Interaction> history, std::span<float> scores) const = 0;

    virtual const LatentFactors* latentFactors() const noexcept { return nullptr; }
};

} // namespace recital
