#include "core/recsys/reproduction/publishedsplits.h"

#include "core/recsys/reproduction/numpyrandom.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace recital::reproduction {

namespace {

constexpr double trainShare = 0.75;

std::uint32_t rowCount(const Dataset& dataset) {
    return static_cast<std::uint32_t>(dataset.ratingCount());
}

} // namespace

RowSplit stratifiedSplit(const Dataset& dataset, Stratum stratum, std::uint32_t seed) {
    NumpyRandom random(seed);
    std::vector<double> drawn(dataset.ratingCount());
    std::ranges::generate(drawn, [&random] { return random.uniform(); });
    const auto owner = stratum == Stratum::User ? dataset.users() : dataset.items();
    std::vector<std::uint32_t> order(dataset.ratingCount());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return std::pair(owner[row], drawn[row]); });

    RowSplit split;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && owner[order[end]] == owner[order[begin]])
            ++end;
        // nearbyint rounds halves to even, as Python's round() does.
        const auto kept =
            static_cast<std::size_t>(std::nearbyint(trainShare * static_cast<double>(end - begin)));
        for (std::size_t i = begin; i < end; ++i)
            (i - begin < kept ? split.train : split.test).push_back(order[i]);
        begin = end;
    }
    return split;
}

RowSplit shuffleSplit(const Dataset& dataset, std::uint32_t seed) {
    const std::vector<std::uint32_t> order = NumpyRandom(seed).permutation(rowCount(dataset));
    const auto trained = static_cast<std::ptrdiff_t>(trainShare * static_cast<double>(order.size()));
    const std::ptrdiff_t tests = static_cast<std::ptrdiff_t>(order.size()) - trained;
    return {{order.begin() + tests, order.end()}, {order.begin(), order.begin() + tests}};
}

std::vector<RowSplit> shuffledFolds(const Dataset& dataset, int folds, std::uint32_t seed) {
    const std::vector<std::uint32_t> order = NumpyRandom(seed).permutation(rowCount(dataset));
    assert(order.size() % static_cast<std::size_t>(folds) == 0);
    const auto slice = static_cast<std::ptrdiff_t>(order.size()) / folds;
    std::vector<RowSplit> splits(static_cast<std::size_t>(folds));
    for (int fold = 0; fold < folds; ++fold) {
        const auto begin = order.begin() + fold * slice;
        RowSplit& split = splits[static_cast<std::size_t>(fold)];
        split.test.assign(begin, begin + slice);
        split.train.assign(order.begin(), begin);
        split.train.insert(split.train.end(), begin + slice, order.end());
    }
    return splits;
}

std::string describe(const RowSplit& split) {
    return std::to_string(split.train.size()) + " ratings to learn from, " +
           std::to_string(split.test.size()) + " to test";
}

} // namespace recital::reproduction
