#pragma once

#include "core/recsys/jobcontrol.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace recital {

/// Values of a sample on a grid of whole numbers, held in doubles: |entry| summed over all users is below
/// 2^52, so every weighted sum below is exact, in any order and on any processor. One step of the grid is
/// `step`; the values are rounded to it, at most a relative 2^-41 of the largest (2^-34 for 200,000 users).
/// Differences that are equal but for the last bits of a subtraction become equal.
struct GridValues {
    std::vector<double> entries;
    double step = 1.0;
};
GridValues onGrid(std::span<const double> values); ///< finite values, not empty

/// Sums of one sample, a row a resample and a column a set of values.
using ResampleSums = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;

enum class ResampleKind {
    Bootstrap, ///< each of n draws with replacement: a value counts as often as it was drawn
    SignFlip   ///< each value counts once, with a random sign
};

/// Weighted sums of the columns (all of n entries) for `count` resamples. The weights of resample r are a
/// function of kind, seed, n and r only: sets of values of the same length share them, whatever else is
/// computed with them, and any number of threads gives the same sums. Stopped: the rest of the sums is 0.
ResampleSums resampledSums(std::span<const GridValues> columns, ResampleKind kind, int count,
                           std::uint64_t seed, const JobControl& control);

/// The draws that one resample is made of: SplitMix64 from a start that is hashed of kind, seed and number.
class ResampleDraws {
public:
    ResampleDraws(ResampleKind kind, std::uint64_t seed, std::uint64_t resample);

    std::uint64_t bits();                     ///< 64 fresh ones
    std::uint32_t below(std::uint32_t bound); ///< each number in [0, bound) equally often; bound >= 1

private:
    std::uint64_t m_state;
    std::uint64_t m_word = 0;
    bool m_half = false; ///< the upper half of m_word has not been used
};

} // namespace recital
