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

enum class ModelKind { Random, Popularity, ItemKnn, Als };

/// What a score of this model means; a score is only called a predicted rating where it is one.
enum class ScoreMeaning { Arbitrary, InteractionCount, SimilaritySum, Preference };

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
