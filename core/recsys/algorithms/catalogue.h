#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/ratingmatrix.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One algorithm of the menu. The three forms of ALS stand in it under their own keys.
struct AlgorithmInfo {
    std::string_view key;     ///< "itemknn": command line, JSON
    std::string_view name;    ///< "ItemKNN": the field's name, not translated
    bool stochastic = false;  ///< has a seed: measured with several
    bool needsGenres = false; ///< refuses data without genres
};

/// In the order in which tables show them: floor and baselines first, ALS last.
std::span<const AlgorithmInfo> algorithmCatalogue() noexcept;
const AlgorithmInfo* findAlgorithm(std::string_view key) noexcept; ///< nullptr: unknown
/// The entry that a specification belongs to; for ALS by its form.
const AlgorithmInfo& algorithmOf(const TrainingSpec& specification) noexcept;

/// The algorithm with the plain values of its struct, those tested on ml-100k. The key must be known.
TrainingSpec plainSpecification(std::string_view key);
/// The tested defaults for this dataset (evaluation.md sections 1 and 6.2). The key must be known.
TrainingSpec defaultSpecification(std::string_view key, const Dataset& dataset);

Status validate(const TrainingSpec& specification);
std::string describe(const TrainingSpec& specification); ///< one line, as in ModelInfo::parameters

/// A parameter by name, for command lines, JSON, sliders and searches; names are those of the structs'
/// members. Enumerations are their numbers. A seed has no field, and neither has the form of ALS, which is
/// part of the key: key, fields and seed say all that decides a model.
struct ParameterField {
    std::string_view name;
    double minimum = 0.0; ///< what validate() accepts; 1e-9 where everything above 0 is
    double maximum = 0.0;
    bool integer = false;
    bool logarithmic = false; ///< sensible steps are factors
};
std::vector<ParameterField> parameterFields(const TrainingSpec& specification);
std::optional<double> parameterValue(const TrainingSpec& specification, std::string_view name);
/// Errors: InvalidParameters for an unknown name or a value outside its limits; then nothing has changed.
Status setParameter(TrainingSpec& specification, std::string_view name, double value);

std::optional<std::uint64_t> seedOf(const TrainingSpec& specification); ///< nullopt: deterministic
void setSeed(TrainingSpec& specification, std::uint64_t seed);          ///< no effect where there is none

/// What training will cost, told before it starts.
struct TrainingCost {
    double operations = 0.0;      ///< floating-point, to the order of magnitude
    double bytes = 0.0;           ///< memory beside the data, at the peak
    std::string sentence;         ///< "inverts a 1,682 x 1,682 matrix: about 10 GFlop, 45 MB"
    std::optional<Error> refusal; ///< why it will not be attempted; train() returns the same error
    // What the sentence is made of, for other languages.
    std::int64_t users = 0;
    std::int64_t items = 0;
    std::int64_t entries = 0;  ///< positives to learn from
    std::int64_t inverted = 0; ///< EASE only: rows of the matrix that is inverted, items or users
};
TrainingCost trainingCost(const TrainingSpec& specification, const RatingMatrix& matrix);

} // namespace recital
