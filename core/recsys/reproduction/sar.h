#pragma once

#include "core/recsys/dataset.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace recital::reproduction {

/// "Simple Algorithm for Recommendation" of the Recommenders library: similarity of items by the Jaccard
/// index of their raters, the item itself included; a user's affinity to a rated item is the rating, halved
/// every 30 days before the newest rating. It exists here to be compared with published figures.
class Sar {
public:
    Sar(const Dataset& dataset, std::span<const std::uint32_t> trainRows);

    /// sum_j affinity_uj S_ji, one an item. scores.size() is the number of items.
    void score(UserIndex user, std::span<double> scores) const;

private:
    struct Affinity {
        ItemIndex item = 0;
        double value = 0.0;
    };
    std::vector<std::vector<Affinity>> m_affinities; ///< by user, items ascending
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> m_similarity; ///< items x items
};

} // namespace recital::reproduction
