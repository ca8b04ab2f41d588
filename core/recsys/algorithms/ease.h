#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <memory>

namespace recital {

/// More are refused: at 20,000 items it would be 8 TFlop and 3.2 GB.
inline constexpr int kMaxEaseItems = 10'000;

/// G = X^T X + lambda I, P = G^-1, B_ij = -P_ij / P_jj, B_ii = 0, s(u,.) = x_u B.
/// Steck: Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019, equation 8. In double; P through
/// items or users, whichever are cheaper (gramianinverse.h), in the one matrix that becomes B, which is kept
/// dense: 8 items^2 bytes. Scoring costs O(items * history). Same bytes for any number of threads.
/// Errors: InvalidParameters, InvalidData (a matrix that is not positive definite: values that are not
/// finite), Cancelled. The limit of items is train()'s business.
Result<std::shared_ptr<const Model>> trainEase(const RatingMatrix& matrix, const EaseParameters& parameters,
                                               const JobControl& control);

} // namespace recital
