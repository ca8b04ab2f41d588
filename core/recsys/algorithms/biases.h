#pragma once

#include "core/recsys/algorithms/ratingparameters.h"
#include "core/recsys/algorithms/ratingterms.h"
#include "core/recsys/dataset.h"

#include <cstdint>
#include <span>

namespace recital {

// All take rows of the dataset's columns, at least one. Users and items without a rating get the term 0.

double meanRating(const Dataset& dataset, std::span<const std::uint32_t> rows);
RatingTerms userMeans(const Dataset& dataset, std::span<const std::uint32_t> rows);
RatingTerms itemMeans(const Dataset& dataset, std::span<const std::uint32_t> rows);
RatingTerms trainBiasModel(const Dataset& dataset, std::span<const std::uint32_t> rows,
                           const BiasModelParameters& parameters);

} // namespace recital
