#pragma once

#include "core/recsys/algorithms/ratingparameters.h"
#include "core/recsys/algorithms/ratingterms.h"
#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <cstdint>
#include <span>

namespace recital {

/// Alternating least squares with weighted regularisation over the observed ratings as they are, without
/// biases: items first, from normal user factors of deviation 0.1. The result does not depend on the number
/// of threads. Errors: Cancelled.
Result<RatingTerms> trainExplicitAls(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                     const ExplicitAlsParameters& parameters, const JobControl& control);

} // namespace recital
