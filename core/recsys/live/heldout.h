#pragma once

#include "core/recsys/split.h"
#include "core/recsys/types.h"

#include <vector>

namespace recital {

/// The likes of a user in the test part of a split, oldest first; equal times in file order.
std::vector<Interaction> heldOutLikes(const Dataset& dataset, const Split& split, UserIndex user);

/// Ascending: everything that is no candidate for the user before the first event.
std::vector<ItemIndex> notCandidates(const Split& split, UserIndex user);

/// The item goes where it belongs in an ascending list, once.
void insertItem(std::vector<ItemIndex>& ascending, ItemIndex item);

} // namespace recital
