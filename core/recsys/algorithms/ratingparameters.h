#pragma once

#include "core/recsys/result.h"

#include <cstdint>
#include <string>
#include <variant>

namespace recital {

// Predictors of a rating in stars: judged by RMSE and MAE in a table of their own, never by ranking metrics.
// Equations: evaluation.md 1.1.

/// Every rating is the mean of the training ratings.
struct GlobalMeanParameters {
    Status validate() const { return success(); }
    std::string describe() const { return {}; }
    friend bool operator==(const GlobalMeanParameters&, const GlobalMeanParameters&) = default;
};

/// The user's mean (MyMediaLite's UserAverage).
struct UserMeanParameters {
    Status validate() const { return success(); }
    std::string describe() const { return {}; }
    friend bool operator==(const UserMeanParameters&, const UserMeanParameters&) = default;
};

struct ItemMeanParameters {
    Status validate() const { return success(); }
    std::string describe() const { return {}; }
    friend bool operator==(const ItemMeanParameters&, const ItemMeanParameters&) = default;
};

/// r = mean + b_u + b_i, each bias a damped mean of what the other leaves over, items first, starting at 0.
/// Koren: Factor in the Neighbors, TKDD 2010, section 2.1; alternated as in Surprise's BaselineOnly.
struct BiasModelParameters {
    double userDamping = 15.0; ///< >= 0, added to the number of the user's ratings
    double itemDamping = 10.0; ///< >= 0
    int sweeps = 10;           ///< items, then users; 1 to 1000

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const BiasModelParameters&, const BiasModelParameters&) = default;
};

/// r = mean + b_u + b_i + p_u . q_i by stochastic gradient descent.
/// Koren, Bell, Volinsky: Matrix Factorization Techniques for Recommender Systems, Computer 2009.
struct BiasedMfParameters {
    int factors = 100;            ///< 1 to 1024
    int epochs = 20;              ///< 1 to 10000
    double learningRate = 0.005;  ///< in (0, 1]
    double regularization = 0.02; ///< >= 0, of biases and factors alike
    double startDeviation = 0.1;  ///< > 0, of the factors' normal start values
    std::uint64_t seed = 42;

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const BiasedMfParameters&, const BiasedMfParameters&) = default;
};

/// p_u = (Q_u^T Q_u + lambda n_u I)^-1 Q_u^T r_u over the observed ratings only, and the same for items.
/// Zhou et al.: Large-Scale Parallel Collaborative Filtering for the Netflix Prize, AAIM 2008 (ALS-WR).
struct ExplicitAlsParameters {
    int factors = 10;             ///< 1 to 256
    int iterations = 20;          ///< items, then users; 1 to 1000
    double regularization = 0.05; ///< lambda > 0
    std::uint64_t seed = 42;

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const ExplicitAlsParameters&, const ExplicitAlsParameters&) = default;
};

/// A closed set, as TrainingSpec is.
using RatingSpec = std::variant<GlobalMeanParameters, UserMeanParameters, ItemMeanParameters,
                                BiasModelParameters, BiasedMfParameters, ExplicitAlsParameters>;

} // namespace recital
