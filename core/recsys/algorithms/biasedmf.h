#pragma once

#include "core/recsys/algorithms/ratingparameters.h"
#include "core/recsys/algorithms/ratingterms.h"
#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <cstdint>
#include <functional>
#include <span>

namespace recital {

/// e = r - estimate; b += eta (e - lambda b); p += eta (e q - lambda p); q += eta (e p - lambda q), with the
/// values from before the step on the right. Ratings are visited user by user in the order in which `rows`
/// first names the users, those of one user in the order of `rows`; one thread, because each step builds on
/// the one before. `standardNormal` gives the start values: first all of the users', then all of the items',
/// each in the order of first appearance, so that another library's generator can be put in. Errors:
/// Cancelled, InvalidParameters (diverged).
Result<RatingTerms> trainBiasedMf(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                  const BiasedMfParameters& parameters,
                                  const std::function<double()>& standardNormal, const JobControl& control);

} // namespace recital
