#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/live/rankdifference.h"
#include "ui/models/recommendationmodel.h"

#include <span>
#include <vector>

namespace recital {

/// A ranked list as rows, scores with three decimals and bars relative to the top item. With `before` each
/// row tells how it stands against that list; an empty one means that there was none.
std::vector<RecommendationRow> listRows(const Dataset& dataset, std::span<const ScoredItem> list,
                                        std::span<const ScoredItem> before = {});

} // namespace recital
