#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/result.h"
#include "core/recsys/split.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace recital {

/// Which rows of a dataset's columns stand where in one split; each ascending.
struct Division {
    std::string name;
    std::vector<std::uint32_t> trainRows;
    std::vector<std::uint32_t> testRows;
    std::vector<std::uint32_t> queryRows; ///< known before the test, but not to the model
};

/// What the minimum activity leaves of a dataset.
struct ActiveRows {
    std::vector<bool> row;          ///< of every row: stays
    std::vector<ItemIndex> removed; ///< ascending; empty without a minimum for items
};
ActiveRows activeRows(const Dataset& dataset, const SplitOptions& options);

/// The divisions that the options name, of the active rows. One that was stopped is not whole; who may stop
/// it asks the token. Errors: InvalidData (no official folds, no timestamps).
Result<std::vector<Division>> divide(const Dataset& dataset, const SplitOptions& options,
                                     const ActiveRows& active, const std::stop_token& stop);

/// Of the given rows (ascending) a share of each user's is the test part, chosen by hash as by UserRandom.
Division divideRowsByHash(const Dataset& dataset, std::span<const std::uint32_t> rows, double testShare,
                          std::uint64_t seed, const std::stop_token& stop);

std::string shareText(double testShare); ///< "80/20", "87.5/12.5"

} // namespace recital
