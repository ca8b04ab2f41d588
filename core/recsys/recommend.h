#pragma once

#include "core/recsys/candidates.h"
#include "core/recsys/model.h"
#include "core/recsys/result.h"
#include "core/recsys/types.h"

#include <span>
#include <vector>

namespace recital {

/// The k best by score descending, then lower item index; items in `excluded` (ascending) never appear. The
/// one place where ranking, exclusion and ties are decided. Errors: InvalidData when a score is NaN or
/// infinite.
Result<std::vector<ScoredItem>> topK(std::span<const float> scores, std::span<const ItemIndex> excluded,
                                     int k);

/// The same among the items of these runs (candidates.h), for who times or reuses the filter.
Result<std::vector<ScoredItem>> topKOf(std::span<const float> scores, const std::vector<ItemRun>& candidates,
                                       int k);

struct Query {
    std::span<const Interaction> history;
    std::span<const ItemIndex> excluded; ///< ascending; everything the user has seen, whatever the rating
    int k = 10;
};

Result<std::vector<ScoredItem>> recommend(const Model& model, const Query& query);

} // namespace recital
