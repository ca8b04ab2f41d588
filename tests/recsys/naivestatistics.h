#pragma once

#include "core/recsys/mixbits.h"
#include "core/recsys/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace recital::test {

using Values = std::vector<double>;

inline constexpr std::uint64_t increment = 0x9e3779b97f4a7c15ULL;

inline Values normalValues(int count, double mean, double deviation, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(mean, deviation);
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(normal(random));
    return values;
}

/// The stream of one resample, written down again: SplitMix64 from a hash of kind, seed and number.
class NaiveDraws {
public:
    NaiveDraws(std::uint64_t kind, std::uint64_t seed, std::uint64_t resample)
        : m_state(mixBits(mixBits(seed, kind), resample)) {}
    std::uint64_t word() {
        const std::uint64_t result = mixBits(m_state);
        m_state += increment;
        return result;
    }
    /// Lower half of a word first, numbers by multiplication, the surplus rejected.
    std::uint64_t below(std::uint64_t bound) {
        constexpr std::uint64_t range = std::uint64_t{1} << 32;
        while (true) {
            if (m_halves.empty()) {
                const std::uint64_t fresh = word();
                m_halves = {fresh / range, fresh % range};
            }
            const std::uint64_t draw = m_halves.back();
            m_halves.pop_back();
            if (draw * bound % range >= range % bound)
                return draw * bound / range;
        }
    }

private:
    std::uint64_t m_state;
    std::vector<std::uint64_t> m_halves;
};

inline double naiveQuantile(Values sorted, double probability) {
    std::ranges::sort(sorted);
    const double position = probability * static_cast<double>(sorted.size() - 1);
    const double below = std::floor(position);
    const double low = sorted[static_cast<std::size_t>(below)];
    const double high = sorted[static_cast<std::size_t>(std::ceil(position))];
    return low + (position - below) * (high - low);
}

inline Interval naiveBootstrap(const Values& values, const StatisticsOptions& options) {
    Values means;
    for (int resample = 0; resample < options.resamples; ++resample) {
        NaiveDraws draws(0, options.seed, static_cast<std::uint64_t>(resample));
        long double sum = 0.0L;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += static_cast<long double>(values[draws.below(values.size())]);
        means.push_back(static_cast<double>(sum / static_cast<long double>(values.size())));
    }
    return {naiveQuantile(means, options.level / 2.0), naiveQuantile(means, 1.0 - options.level / 2.0)};
}

inline double naiveSignFlip(const Values& values, const StatisticsOptions& options) {
    const auto observed = std::abs(std::accumulate(values.begin(), values.end(), 0.0L));
    int asFar = 0;
    for (int flip = 0; flip < options.flips; ++flip) {
        NaiveDraws draws(1, options.seed, static_cast<std::uint64_t>(flip));
        std::uint64_t word = 0;
        long double sum = 0.0L;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % 64 == 0)
                word = draws.word();
            sum += ((word >> (i % 64)) & 1) != 0 ? -values[i] : values[i];
        }
        asFar += std::abs(sum) >= observed - 1e-9L ? 1 : 0; // equal but for rounding counts
    }
    return (asFar + 1.0) / (options.flips + 1.0);
}

inline bool near(double a, double b, double tolerance = 1e-9) {
    return std::abs(a - b) <= tolerance;
}

inline JobControl withThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

inline PairedComparison pairOf(double p, double low, double high, int users = 10) {
    PairedComparison pair;
    pair.users = users;
    pair.pValue = p;
    pair.difference = (low + high) / 2.0;
    pair.interval = {low, high};
    return pair;
}

} // namespace recital::test
