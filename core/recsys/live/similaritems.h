#pragma once

#include "core/recsys/live/updaterule.h"
#include "core/recsys/model.h"

#include <array>
#include <vector>

namespace recital {

/// Three answers to "more like this"; they rank differently, and that is shown.
enum class ItemSimilarity {
    Cosine,     ///< y_i . y_j / (|y_i| |y_j|)
    DotProduct, ///< y_i . y_j: favours items with long vectors, the popular ones
    ForUser     ///< y_i^T W y_j with the user's W = A^-1: the weight that a like of j would have in the score
                ///< of i (Hu et al. 2008, section 5). The moving average has no W: there it is mix y_i . y_j
};

struct SimilarItem {
    ItemIndex item = 0;
    double value = 0.0;        ///< of the similarity asked for
    std::array<int, 3> rank{}; ///< under each similarity, from 1, among all other items
};

/// The k most similar to `item`, itself excluded, ties by lower index. Items without a vector never appear;
/// empty when `item` itself has none. O(items * factors).
std::vector<SimilarItem> similarItems(const AlsModel& model, ItemIndex item, ItemSimilarity similarity,
                                      const Past& past, const UpdateRule& rule, int k);

} // namespace recital
