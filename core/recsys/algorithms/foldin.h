#pragma once

#include "core/recsys/algorithms/als.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <span>
#include <vector>

namespace recital {

/// One entry of a row of normal equations: weight w >= 0 (confidence beyond that of an unobserved cell) and
/// target t (confidence times preference), as AlsObjective says them.
struct WeightedItem {
    ItemIndex item = 0;
    double weight = 0.0;
    double target = 0.0;
};

/// Entries of value 0 say nothing and are left out.
std::vector<WeightedItem> weighted(const AlsParameters& parameters, std::span<const Interaction> history);

/// The normal equations of one user, in double: A = gramianWeight Y^T Y + sum w y y^T + lambda_u I and
/// b = sum t y. Entries of the same item add up.
class FoldIn {
public:
    FoldIn(const AlsModel& model, std::span<const WeightedItem> entries);

    Eigen::VectorXd vector() const;                  ///< A^-1 b; zero without entries
    Eigen::VectorXd influence(ItemIndex item) const; ///< A^-1 y_item: its dot product with t y is the share
                                                     ///< of an entry in the item's score
    Eigen::VectorXd itemFactors(ItemIndex item) const;

private:
    const FactorMatrix& m_items;
    Eigen::LLT<Eigen::MatrixXd> m_factorization;
    Eigen::VectorXd m_right;
    bool m_empty;
};

} // namespace recital
