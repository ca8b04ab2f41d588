#pragma once

#include "core/recsys/dataset.h"

#include <cstdint>
#include <string>
#include <vector>

namespace recital::reproduction {

/// Rows of the dataset's columns.
struct RowSplit {
    std::vector<std::uint32_t> train; ///< in the order in which the library would see them
    std::vector<std::uint32_t> test;
};

enum class Stratum { User, Item };

/// Recommenders' stratified splitter: a uniform number a rating, ratings of one user or item in the order of
/// these numbers, the first round(0.75 n) of them train, halves rounded to even.
RowSplit stratifiedSplit(const Dataset& dataset, Stratum stratum, std::uint32_t seed);

/// scikit-learn's train_test_split with a train share of 0.75: the first quarter of a permutation is the
/// test.
RowSplit shuffleSplit(const Dataset& dataset, std::uint32_t seed);

/// Surprise's KFold: slices of a shuffled sequence are the tests; the rest, in that sequence, is the train
/// part. The number of ratings must be a multiple of `folds`.
std::vector<RowSplit> shuffledFolds(const Dataset& dataset, int folds, std::uint32_t seed);

/// "74992 ratings to learn from, 25008 to test"
std::string describe(const RowSplit& split);

} // namespace recital::reproduction
