#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <cstdint>
#include <memory>
#include <span>

namespace recital {

/// Rule 1 below: bits of Item::genres, at most `genres` of them, none for an empty history.
std::uint32_t likedGenres(std::span<const Interaction> history, std::span<const std::uint32_t> itemGenres,
                          int genres);

/// The system that a shop writes by hand, in two rules:
///   1. A user likes the genres that stand most often on the items of the history; each item counts once for
///      every genre it has, and of genres with equal counts the first in the data's list goes first. The
///      `genres` most frequent ones are the user's.
///   2. Items that have one of these genres come first, the more popular (positives in training) the higher;
///      then all others, by popularity as well. Equal ones by lower index, as everywhere.
/// An empty history has no genres, so its list is the popular one. Nothing is learned but the counts.
/// `itemGenres` holds Item::genres of every item. The score is the place in words: n_i, plus one more than
/// the largest n for the items of rule 1. Errors: InvalidParameters, InvalidData (no item has a genre, or
/// there are not as many entries as items).
Result<std::shared_ptr<const Model>> trainGenreRules(const RatingMatrix& matrix,
                                                     std::span<const std::uint32_t> itemGenres,
                                                     const GenreRulesParameters& parameters);

} // namespace recital
