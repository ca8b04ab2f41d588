#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/split.h"

#include <cstdint>
#include <memory>
#include <span>

namespace recital {

/// What a model may learn from. Made of a matrix alone it serves every algorithm but GenreRules; made of a
/// split it serves all. Refers to its source, which must outlive the call.
struct TrainingData {
    TrainingData(const RatingMatrix& matrix, std::span<const std::uint32_t> itemGenres = {})
        : interactions(matrix)
        , genres(itemGenres) {}
    TrainingData(const Split& split)
        : TrainingData(split.train, split.itemGenres) {}

    const RatingMatrix& interactions;
    std::span<const std::uint32_t> genres; ///< Item::genres of each item; empty where the data has none
};

/// Trains the model that the specification names; returns a finished, immutable object.
/// Errors: InvalidParameters, InvalidData (nothing to learn from, no genres where they are needed, or the
/// refusal that trainingCost() told), Cancelled.
Result<std::shared_ptr<const Model>> train(const TrainingData& data, const TrainingSpec& specification,
                                           const JobControl& control);

} // namespace recital
