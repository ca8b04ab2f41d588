#include "core/recsys/resampling.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace recital {

namespace {

using Weights = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;

/// One resample is one column: written from end to end.
void drawWeights(ResampleKind kind, std::uint64_t seed, std::int64_t resample, std::span<double> weights) {
    ResampleDraws draws(kind, seed, static_cast<std::uint64_t>(resample));
    const auto n = static_cast<std::uint32_t>(weights.size());
    if (kind == ResampleKind::Bootstrap) {
        std::ranges::fill(weights, 0.0);
        for (std::uint32_t draw = 0; draw < n; ++draw)
            weights[draws.below(n)] += 1.0;
        return;
    }
    std::uint64_t bits = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        if (i % 64 == 0)
            bits = draws.bits();
        weights[i] = 1.0 - 2.0 * static_cast<double>((bits >> (i % 64)) & 1);
    }
}

} // namespace

GridValues onGrid(std::span<const double> values) {
    assert(!values.empty());
    double largest = 0.0;
    for (const double value : values) {
        assert(std::isfinite(value));
        largest = std::max(largest, std::abs(value));
    }
    GridValues grid{.entries = std::vector<double>(values.size()), .step = 1.0};
    if (largest == 0.0)
        return grid;
    const int bits = std::min(40, 52 - static_cast<int>(std::bit_width(values.size())));
    const int exponent = std::ilogb(largest) + 1 - bits; // largest < 2^(ilogb + 1)
    grid.step = std::ldexp(1.0, exponent);
    for (std::size_t i = 0; i < values.size(); ++i)
        grid.entries[i] = std::nearbyint(std::ldexp(values[i], -exponent));
    return grid;
}

ResampleSums resampledSums(std::span<const GridValues> columns, ResampleKind kind, int count,
                           std::uint64_t seed, const JobControl& control) {
    assert(count >= 1);
    ResampleSums sums = ResampleSums::Zero(count, static_cast<Eigen::Index>(columns.size()));
    if (columns.empty())
        return sums;
    const auto n = static_cast<Eigen::Index>(columns.front().entries.size());
    Eigen::MatrixXd values(n, static_cast<Eigen::Index>(columns.size()));
    for (std::size_t c = 0; c < columns.size(); ++c) {
        assert(static_cast<Eigen::Index>(columns[c].entries.size()) == n);
        std::ranges::copy(columns[c].entries, values.col(static_cast<Eigen::Index>(c)).data());
    }
    constexpr std::int64_t blockSize = 64;
    JobProgress progress(control, count);
    forEachBlock(count, blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        Weights weights(n, end - begin);
        for (std::int64_t resample = begin; resample < end; ++resample)
            drawWeights(kind, seed, resample,
                        std::span(weights.col(resample - begin).data(), static_cast<std::size_t>(n)));
        sums.middleRows(begin, end - begin).noalias() = weights.transpose() * values;
        progress.add(end - begin);
    });
    return sums;
}

ResampleDraws::ResampleDraws(ResampleKind kind, std::uint64_t seed, std::uint64_t resample)
    : m_state(mixBits(mixBits(seed, static_cast<std::uint64_t>(kind)), resample)) {}

std::uint64_t ResampleDraws::bits() {
    const std::uint64_t result = mixBits(m_state);
    m_state += 0x9e3779b97f4a7c15ULL; // the increment that mixBits is the output function of
    return result;
}

std::uint32_t ResampleDraws::below(std::uint32_t bound) {
    assert(bound >= 1);
    while (true) {
        if (!m_half)
            m_word = bits();
        const auto draw = static_cast<std::uint32_t>(m_half ? m_word >> 32 : m_word);
        m_half = !m_half;
        // The upper half of a product of 32 bits each; lower halves below 2^32 mod bound would come up once
        // too often (Lemire: Fast Random Integer Generation in an Interval, TOMACS 2019).
        const std::uint64_t product = static_cast<std::uint64_t>(draw) * bound;
        const auto lower = static_cast<std::uint32_t>(product);
        if (lower >= bound || lower >= (0U - bound) % bound)
            return static_cast<std::uint32_t>(product >> 32);
    }
}

} // namespace recital
