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
    std::string describe() const { return {}; }
    friend bool operator==(const PopularityParameters&, const PopularityParameters&) = default;
};

struct RandomParameters {
    std::uint64_t seed = 0;

    Status validate() const { return success(); }
    std::string describe() const;
    friend bool operator==(const RandomParameters&, const RandomParameters&) = default;
};

/// Cosine similarity of item columns, shrunk; the k most similar neighbours of each target item.
struct ItemKnnParameters {
    int neighbours = 100; ///< 1 to 10000
    double shrink = 10.0; ///< >= 0, added to the product of the norms

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const ItemKnnParameters&, const ItemKnnParameters&) = default;
};

/// Cosine similarity of user rows, shrunk; the k most similar users of the history's owner vote.
struct UserKnnParameters {
    int neighbours = 100; ///< 1 to 10000
    double shrink = 0.0;  ///< >= 0

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const UserKnnParameters&, const UserKnnParameters&) = default;
};

/// Three-step random walk user - item - user - item, popularity dampened.
/// Paudel et al.: Updatable, Accurate, Diverse, and Scalable Recommendations for Interactive Applications,
/// TiiS 2017.
struct Rp3BetaParameters {
    double alpha = 1.0;    ///< exponent of the transition probabilities, in (0, 10]
    double beta = 0.5;     ///< exponent of the popularity penalty, in [0, 10]
    int neighbours = 100;  ///< kept for each item, 1 to 10000
    bool normalize = true; ///< rows of the kept similarities sum to 1

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const Rp3BetaParameters&, const Rp3BetaParameters&) = default;
};

/// s = x V V^T with the leading right singular vectors of the binary matrix.
/// Cremonesi, Koren, Turrin: Performance of Recommender Algorithms on Top-N Recommendation Tasks, RecSys
/// 2010.
struct PureSvdParameters {
    int rank = 8; ///< 1 to 1024, below the smaller side of the matrix

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const PureSvdParameters&, const PureSvdParameters&) = default;
};

/// Steck: Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019, equation 8.
struct EaseParameters {
    double regularization = 300.0; ///< > 0

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const EaseParameters&, const EaseParameters&) = default;
};

/// For each item: min 1/2 |x_j - X w|^2 + l1 |w|_1 + 1/2 l2 |w|^2, w >= 0, w_j = 0.
/// Ning, Karypis: SLIM: Sparse Linear Methods for Top-N Recommender Systems, ICDM 2011.
struct SlimParameters {
    double l1 = 0.1;   ///< >= 0
    double l2 = 100.0; ///< > 0
    int sweeps = 100;  ///< of coordinate descent at most, 1 to 10000; ends earlier when converged

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const SlimParameters&, const SlimParameters&) = default;
};

/// Which items stand against the positives: they give different models, so it is part of the name.
enum class NegativeSampler {
    Uniform,   ///< of the user's non-positives (the paper)
    Popularity ///< the item of a random interaction (the library `implicit`)
};

/// Rendle et al.: BPR: Bayesian Personalized Ranking from Implicit Feedback, UAI 2009.
struct BprParameters {
    int factors = 64;             ///< 1 to 1024
    int epochs = 100;             ///< of as many samples as there are positives, 1 to 10000
    double learningRate = 0.05;   ///< in (0, 1]
    double regularization = 0.02; ///< >= 0
    NegativeSampler sampler = NegativeSampler::Uniform;
    std::uint64_t seed = 42;

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const BprParameters&, const BprParameters&) = default;
};

/// The hand-written rules that learning is argued against: the most popular films of the genres that the
/// history holds most, nothing learned but counts.
struct GenreRulesParameters {
    int genres = 3; ///< how many of the user's genres count, 1 to 32

    Status validate() const;
    std::string describe() const;
    friend bool operator==(const GenreRulesParameters&, const GenreRulesParameters&) = default;
};

/// A closed set: a new algorithm is a struct, a train function and one line here, and the compiler lists the
/// rest.
using TrainingSpec = std::variant<RandomParameters, PopularityParameters, ItemKnnParameters, AlsParameters,
                                  UserKnnParameters, Rp3BetaParameters, PureSvdParameters, EaseParameters,
                                  SlimParameters, BprParameters, GenreRulesParameters>;

class Dataset;

/// The tested defaults for a dataset that is known by its counts (evaluation.md 6.2), frequency-scaled for
/// any other.
AlsParameters defaultAlsParameters(const Dataset& dataset);

} // namespace recital
