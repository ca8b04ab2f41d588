#pragma once

#include "core/recsys/result.h"

#include <cstdint>
#include <string>
#include <variant>

namespace recital {

/// The three objective functions that are all called "ALS" (evaluation.md 6.1). p is 1 where an interaction
/// was observed, else 0; I and U are the numbers of items and users.
enum class AlsForm {
    /// sum over all (u,i) of c (p - x.y)^2 + lambda (|X|^2 + |Y|^2), c = 1 + alpha r.
    /// Hu, Koren, Volinsky: Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008, equation 3.
    HuKorenVolinsky,
    /// The same with c = alpha r where observed, 1 elsewhere: what the library `implicit` trains.
    Implicit,
    /// sum over observed r (x.y - 1)^2 + alpha0 sum over all (x.y)^2 + sum lambda_u |x_u|^2 + sum lambda_i
    /// |y_i|^2 with
    /// lambda_u = lambda (n_u + alpha0 I)^nu, lambda_i = lambda (n_i + alpha0 U)^nu.
    /// Rendle et al.: Revisiting the Performance of iALS on Item Recommendation Benchmarks, RecSys 2022.
    FrequencyScaled
};

enum class AlsSolver { Cholesky, ConjugateGradient };

struct AlsParameters {
    AlsForm form = AlsForm::FrequencyScaled;
    AlsSolver solver = AlsSolver::Cholesky;
    int factors = 64;             ///< 1 to 1024
    int iterations = 16;          ///< sweeps (users, then items), 1 to 1000
    double regularization = 0.03; ///< lambda > 0
    double alpha = 10.0; ///< HuKorenVolinsky >= 0, Implicit >= 1 (below, observed counts less than missing)
    double unobservedWeight = 0.1;       ///< alpha0 > 0, FrequencyScaled only
    double regularizationExponent = 1.0; ///< nu in [0, 2], FrequencyScaled only
    int cgSteps = 3;                     ///< ConjugateGradient only, 1 to 100
    std::uint64_t seed = 42;

    Status validate() const;
    std::string describe() const; ///< one line, for ModelInfo::parameters

    friend bool operator==(const AlsParameters&, const AlsParameters&) = default;
};

struct PopularityParameters {
    Status validate() const { return success(); }
    friend bool operator==(const PopularityParameters&, const PopularityParameters&) = default;
};

struct RandomParameters {
    std::uint64_t seed = 0;

    Status validate() const { return success(); }
    friend bool operator==(const RandomParameters&, const RandomParameters&) = default;
};

/// Cosine similarity of item columns, shrunk; the k most similar neighbours of each target item.
struct ItemKnnParameters {
    int neighbours = 100; ///< 1 to 10000
    double shrink = 10.0; ///< >= 0, added to the product of the norms

    Status validate() const;
    friend bool operator==(const ItemKnnParameters&, const ItemKnnParameters&) = default;
};

/// A closed set: a new algorithm is a struct, a train function and one line here, and the compiler lists the
/// rest.
using TrainingSpec = std::variant<RandomParameters, PopularityParameters, ItemKnnParameters, AlsParameters>;

class Dataset;

/// The tested defaults for a dataset that is known by its counts (evaluation.md 6.2), frequency-scaled for
/// any other.
AlsParameters defaultAlsParameters(const Dataset& dataset);

} // namespace recital
