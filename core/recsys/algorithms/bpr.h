#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// Rendle et al., UAI 2009, section 4 and figure 4, with item biases: a random positive (u, i), an item j
/// that is none of u's, x = b_i - b_j + p_u.(q_i - q_j), z = 1 / (1 + e^x), and with rate eta and penalty
/// lambda
///   p_u += eta (z (q_i - q_j) - lambda p_u)
///   q_i += eta (z p_u - lambda q_i),   q_j += eta (-z p_u - lambda q_j)
///   b_i += eta (z - lambda b_i),       b_j += eta (-z - lambda b_j)
/// An epoch has as many samples as there are positives; users who like everything have no samples. Start:
/// N(0, 0.1 / sqrt(factors)), biases 0. Steps follow each other on one thread, because each starts where the
/// one before ended: the model is the same for any number of threads.
///
/// Scores are b_i + p_u.q_i. A user is a history here, and the method has no formula for the vector of one:
/// a history that is a training user's row gets the vector trained for that user (the first such user's),
/// which is what the literature evaluates. Any other is folded in by the same steps on p alone, items fixed,
/// with draws that depend on the seed and the history only, so it gets the same list every time. An empty
/// history has p = 0: the biases decide. Values do not count, only presence.
/// Errors: InvalidParameters, Cancelled.
Result<std::shared_ptr<const Model>> trainBpr(const RatingMatrix& matrix, const BprParameters& parameters,
                                              const JobControl& control);

} // namespace recital
