#include "core/recsys/statistics.h"

#include "core/recsys/resampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace recital {

namespace {

constexpr double notDefined = std::numeric_limits<double>::quiet_NaN();

/// Progress of one of several steps.
JobControl stepOf(const JobControl& control, double begin, double end) {
    JobControl step = control;
    if (control.progress)
        step.progress = [report = control.progress, begin, end](double fraction) {
            report(begin + fraction * (end - begin));
        };
    return step;
}

/// Reorders the values.
double quantile(std::span<double> values, double probability) {
    const double position = probability * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::ranges::nth_element(values, at);
    const double low = *at;
    const double weight = position - static_cast<double>(below);
    if (weight == 0.0)
        return low;
    return low + weight * (*std::min_element(at + 1, values.end()) - low);
}

Interval intervalOf(std::span<double> sums, const GridValues& grid, double level) {
    const double unit = grid.step / static_cast<double>(grid.entries.size());
    return {quantile(sums, level / 2.0) * unit, quantile(sums, 1.0 - level / 2.0) * unit};
}

double pValueOf(std::span<const double> sums, const GridValues& grid) {
    const double observed = std::abs(std::accumulate(grid.entries.begin(), grid.entries.end(), 0.0));
    // Sums that are equal but for the rounding to the grid, half a step a value, count as equal: .1 + .2 is
    // as far as .3.
    const double bound = observed - static_cast<double>(grid.entries.size());
    const auto asFar = std::ranges::count_if(sums, [bound](double sum) { return std::abs(sum) >= bound; });
    return static_cast<double>(asFar + 1) / static_cast<double>(sums.size() + 1);
}

std::span<double> column(ResampleSums& sums, std::size_t c) {
    return {sums.col(static_cast<Eigen::Index>(c)).data(), static_cast<std::size_t>(sums.rows())};
}

double normalQuantile(double probability) {
    double low = -40.0;
    double high = 40.0;
    while (true) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high)
            return middle;
        (std::erfc(-middle / std::sqrt(2.0)) / 2.0 < probability ? low : high) = middle;
    }
}

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> differencesOf(const SamplePair& pair) {
    assert(pair.first.size() == pair.second.size());
    std::vector<double> differences;
    differences.reserve(pair.first.size());
    for (std::size_t i = 0; i < pair.first.size(); ++i)
        if (!std::isnan(pair.first[i]) && !std::isnan(pair.second[i]))
            differences.push_back(pair.first[i] - pair.second[i]);
    return differences;
}

/// Pairs with equally many users: they share their resamples.
struct Group {
    std::vector<std::size_t> pairs;
    std::vector<GridValues> grids;
};

void resample(const Group& group, std::span<PairedComparison> results, const StatisticsOptions& options,
              const JobControl& control) {
    ResampleSums sums = resampledSums(group.grids, ResampleKind::Bootstrap, options.resamples, options.seed,
                                      stepOf(control, 0.0, 0.5));
    for (std::size_t i = 0; i < group.pairs.size(); ++i)
        results[group.pairs[i]].interval = intervalOf(column(sums, i), group.grids[i], options.level);
    sums = resampledSums(group.grids, ResampleKind::SignFlip, options.flips, options.seed,
                         stepOf(control, 0.5, 1.0));
    for (std::size_t i = 0; i < group.pairs.size(); ++i)
        results[group.pairs[i]].pValue = pValueOf(column(sums, i), group.grids[i]);
}

} // namespace

Status StatisticsOptions::validate() const {
    constexpr int most = 1'000'000;
    if (resamples < 1 || resamples > most || flips < 1 || flips > most)
        return Error{ErrorCode::InvalidParameters, "resamples and flips must lie between 1 and 1000000"};
    if (!(level > 0.0 && level < 1.0))
        return Error{ErrorCode::InvalidParameters, "the level of the test must lie between 0 and 1"};
    return success();
}

Interval bootstrapInterval(std::span<const double> values, const StatisticsOptions& options,
                           const JobControl& control) {
    const GridValues grid = onGrid(values);
    ResampleSums sums =
        resampledSums({&grid, 1}, ResampleKind::Bootstrap, options.resamples, options.seed, control);
    return intervalOf(column(sums, 0), grid, options.level);
}

double signFlipTest(std::span<const double> differences, const StatisticsOptions& options,
                    const JobControl& control) {
    const GridValues grid = onGrid(differences);
    ResampleSums sums =
        resampledSums({&grid, 1}, ResampleKind::SignFlip, options.flips, options.seed, control);
    return pValueOf(column(sums, 0), grid);
}

std::vector<double> holmAdjusted(std::span<const double> pValues) {
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [pValues](std::size_t i) { return pValues[i]; });
    std::vector<double> adjusted(pValues.size());
    double largest = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto remaining = static_cast<double>(order.size() - rank);
        largest = std::min(1.0, std::max(largest, remaining * pValues[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

double detectableDifference(std::span<const double> differences, double level) {
    const auto n = static_cast<double>(differences.size());
    if (differences.size() < 2)
        return notDefined;
    const double mean = meanOf(differences);
    double squares = 0.0;
    for (const double difference : differences)
        squares += (difference - mean) * (difference - mean);
    const double deviation = std::sqrt(squares / (n - 1.0));
    return (normalQuantile(1.0 - level / 2.0) + normalQuantile(0.8)) * deviation / std::sqrt(n);
}

PairedComparison comparePaired(std::span<const double> first, std::span<const double> second,
                               const StatisticsOptions& options, const JobControl& control) {
    const SamplePair pair{first, second};
    return comparePairs({&pair, 1}, options, control).front();
}

std::vector<PairedComparison> comparePairs(std::span<const SamplePair> pairs,
                                           const StatisticsOptions& options, const JobControl& control) {
    assert(options.validate());
    std::vector<PairedComparison> results(pairs.size());
    std::map<std::size_t, Group> groups; // by number of users
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::vector<double> differences = differencesOf(pairs[i]);
        results[i].users = static_cast<int>(differences.size());
        if (differences.empty())
            continue;
        results[i].difference = meanOf(differences);
        results[i].detectable = detectableDifference(differences, options.level);
        Group& group = groups[differences.size()];
        group.pairs.push_back(i);
        group.grids.push_back(onGrid(differences));
    }
    double done = 0.0;
    for (const auto& [users, group] : groups) {
        if (control.stopRequested())
            break;
        const double part = 1.0 / static_cast<double>(groups.size());
        resample(group, results, options, stepOf(control, done, done + part));
        done += part;
    }
    return results;
}

void judgeFamily(std::span<PairedComparison> family, double level, bool lowerIsBetter) {
    std::vector<std::size_t> members;
    std::vector<double> pValues;
    for (std::size_t i = 0; i < family.size(); ++i) {
        if (family[i].users == 0) {
            family[i].verdict = Verdict::NotComparable;
            continue;
        }
        members.push_back(i);
        pValues.push_back(family[i].pValue);
    }
    const std::vector<double> adjusted = holmAdjusted(pValues);
    for (std::size_t m = 0; m < members.size(); ++m) {
        PairedComparison& pair = family[members[m]];
        pair.adjustedP = adjusted[m];
        pair.familySize = static_cast<int>(members.size());
        const bool above = pair.interval.low > 0.0;
        const bool below = pair.interval.high < 0.0;
        if (!(pair.adjustedP < level && (above || below)))
            pair.verdict = Verdict::NoDetectableDifference;
        else
            pair.verdict = above != lowerIsBetter ? Verdict::Better : Verdict::Worse;
    }
}

} // namespace recital
