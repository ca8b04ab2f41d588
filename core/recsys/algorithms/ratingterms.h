#pragma once

#include <Eigen/Core>

#include <vector>

namespace recital {

/// One row a user or item, one column a factor; double, because ratings are compared in the sixth digit.
using RatingFactors = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// What every rating predictor comes down to: mean + userTerm[u] + itemTerm[i] + users_u . items_i.
struct RatingTerms {
    double mean = 0.0;
    std::vector<double> userTerm; ///< empty: users do not matter; 0 for a user without ratings
    std::vector<double> itemTerm; ///< likewise
    RatingFactors users;          ///< userCount x factors, or no columns
    RatingFactors items;          ///< itemCount x factors, or no columns
    /// The product of the factors is the whole rating; the terms serve unknown users and items only.
    bool factorsAlone = false;
};

} // namespace recital
