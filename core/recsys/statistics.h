#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// What evaluation.md 5.1 asks of a comparison of two models on the same users.
struct StatisticsOptions {
    int resamples = 10'000; ///< of the bootstrap, 1 to 1000000
    int flips = 10'000;     ///< of the sign-flip test, 1 to 1000000
    double level = 0.05;    ///< 1 - confidence, in (0, 1); the interval is [level/2, 1 - level/2]
    std::uint64_t seed = 42;

    Status validate() const;
};

// Every figure below is a function of values and options: sums are exact (see resampling.h), so neither the
// number of threads nor the processor changes a digit. A function that is stopped returns what has no
// meaning; who may stop it asks the token before using the result.

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// Percentile bootstrap over users of the mean; between two resamples the quantile is interpolated linearly
/// (type 7 of Hyndman and Fan 1996). values: one a user, no NaN, not empty.
Interval bootstrapInterval(std::span<const double> values, const StatisticsOptions& options,
                           const JobControl& control = {});

/// Two-sided paired randomisation test of mean 0: each difference keeps or changes its sign with equal
/// chance; b of the flips have a sum at least as far from 0 as the one observed, p = (b + 1) / (flips + 1).
double signFlipTest(std::span<const double> differences, const StatisticsOptions& options,
                    const JobControl& control = {});

/// Holm's step-down adjustment over the family of p-values, in their order, monotone, at most 1.
std::vector<double> holmAdjusted(std::span<const double> pValues);

/// The difference that a two-sided test at this level finds with power .8, from the spread of the
/// differences: (z_{1-level/2} + z_.8) s / sqrt(n). NaN for a single difference.
double detectableDifference(std::span<const double> differences, double level);

enum class Verdict {
    Better,
    Worse,
    NoDetectableDifference,
    NotComparable ///< no users in common, or the reference itself
};

/// One pair of models on one metric. Difference: first - second.
struct PairedComparison {
    int users = 0; ///< that both have a value for
    double difference = 0.0;
    Interval interval;
    double pValue = 1.0;
    double adjustedP = 1.0; ///< Holm over the family shown
    int familySize = 1;
    double detectable = 0.0;
    Verdict verdict = Verdict::NotComparable;
};

/// Everything but adjustedP, familySize and verdict; users are matched by position and pairs with a NaN left
/// out.
PairedComparison comparePaired(std::span<const double> first, std::span<const double> second,
                               const StatisticsOptions& options, const JobControl& control = {});

struct SamplePair {
    std::span<const double> first; ///< one value a user, as long as second
    std::span<const double> second;
};

/// comparePaired() of each, digit by digit, but for many pairs at once: the resamples are drawn once for all
/// pairs with equally many users. 180 pairs of 943 users take well below a second.
std::vector<PairedComparison> comparePairs(std::span<const SamplePair> pairs,
                                           const StatisticsOptions& options, const JobControl& control = {});

/// Fills adjustedP, familySize and verdict over the family: better or worse only if the adjusted p is below
/// the level and the interval excludes 0 (evaluation.md 5.3). Entries without users stay NotComparable.
/// lowerIsBetter turns the meaning round.
void judgeFamily(std::span<PairedComparison> family, double level, bool lowerIsBetter = false);

} // namespace recital
