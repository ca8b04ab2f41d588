#pragma once

// Double-precision parts of the ALS kernel: Gramians, rotation, losses. Included by alskernelimpl.h only.

namespace recital::als {
namespace {

constexpr int kWideLanes = kLanesOf<double>;
constexpr std::int64_t kWideChunk = 32; ///< rows widened at a time

inline std::size_t wideWorkspaceSize(std::int64_t stride) {
    return static_cast<std::size_t>(2 * kWideChunk * stride);
}

RECITAL_INLINE void widenRows(const float* rows, std::int64_t count, std::int64_t stride, std::int64_t size,
                              double* out) {
    for (std::int64_t r = 0; r < count; ++r)
        for (std::int64_t f = 0; f < size; f += kWideLanes)
            store(out + r * size + f, widen(rows + r * stride + f));
}

inline void addGramian(const float* rows, std::int64_t count, std::int64_t stride, int factors,
                       double* result, double* workspace) {
    const std::int64_t size = roundUp(factors, kWideLanes);
    for (std::int64_t first = 0; first < count; first += kWideChunk) {
        const std::int64_t depth = count - first < kWideChunk ? count - first : kWideChunk;
        widenRows(rows + first * stride, depth, stride, size, workspace);
        symmetricUpdate<double, false>(workspace, workspace, size, depth, result, stride, 0, size);
    }
}

inline void addProducts(const double* rows, std::int64_t count, std::int64_t size, double* result) {
    symmetricUpdate<double, false>(rows, rows, size, count, result, size, 0, size);
}

/// out[r][...] = sum over k of in[r][k] basis[k][...] for R rows and V vectors.
template<int R, int V>
RECITAL_INLINE void rotateTile(const double* in, std::int64_t inStride, const double* basis,
                               std::int64_t basisStride, std::int64_t depth, double* out) {
    DoubleVector sums[R][V] = {};
    for (std::int64_t k = 0; k < depth; ++k) {
        DoubleVector right[V];
        RECITAL_UNROLL
        for (int v = 0; v < V; ++v)
            right[v] = load(basis + k * basisStride + v * kWideLanes);
        RECITAL_UNROLL
        for (int r = 0; r < R; ++r)
            RECITAL_UNROLL
        for (int v = 0; v < V; ++v)
            sums[r][v] += in[r * inStride + k] * right[v];
    }
    RECITAL_UNROLL
    for (int r = 0; r < R; ++r)
        RECITAL_UNROLL
    for (int v = 0; v < V; ++v)
        store(out + r * inStride + v * kWideLanes, sums[r][v]);
}

inline void rotate(float* rows, std::int64_t count, std::int64_t stride, int factors, const double* basis,
                   double* workspace) {
    constexpr int kRows = 4;
    const std::int64_t size = roundUp(factors, 2 * kWideLanes);
    double* turned = workspace + kWideChunk * stride;
    for (std::int64_t first = 0; first < count; first += kWideChunk) {
        const std::int64_t depth = count - first < kWideChunk ? count - first : kWideChunk;
        widenRows(rows + first * stride, depth, stride, size, workspace);
        for (std::int64_t f = 0; f < size; f += 2 * kWideLanes)
            for (std::int64_t r = 0; r < depth; r += kRows) // rows beyond the last hold what was there before
                rotateTile<kRows, 2>(workspace + r * size, size, basis + f, stride, factors,
                                     turned + r * size + f);
        for (std::int64_t r = 0; r < depth; ++r)
            for (std::int64_t f = 0; f < size; ++f)
                rows[(first + r) * stride + f] = static_cast<float>(turned[r * size + f]);
    }
}

RECITAL_INLINE double wideDot(const float* a, const float* b, std::int64_t size) {
    DoubleVector even = {};
    DoubleVector odd = {};
    for (std::int64_t f = 0; f < size; f += 2 * kWideLanes) {
        even += widen(a + f) * widen(b + f);
        odd += widen(a + f + kWideLanes) * widen(b + f + kWideLanes);
    }
    return laneSum<double>(even + odd);
}

inline double observedLoss(const HalfStep& step, std::int32_t row) {
    const RowData data = rowData(step, row);
    const float* x = step.own + row * step.stride;
    const std::int64_t size = roundUp(step.factors, 2 * kWideLanes);
    double sum = 0.0;
    for (std::int64_t k = 0; k < data.count; ++k) {
        prefetchFactors(step, data, k + 8);
        const double s = wideDot(x, factorsOf(step, data.columns[k]), size);
        const double value = static_cast<double>(valueOf(data, k));
        const double weight = step.weightSlope * (value < 0.0 ? -value : value) + step.weightOffset;
        double target = 0.0;
        if (value > 0.0) {
            target = step.targetSlope * value + step.targetOffset;
            target = target > step.smallestTarget ? target : step.smallestTarget;
        }
        sum += (weight > 0.0 ? weight : 0.0) * s * s - 2.0 * target * s + target;
    }
    return sum;
}

inline double multiplyAdds(std::int64_t rounds, float* sink) {
    constexpr int kChains = 12; // more than latency times units, fewer than registers
    const FloatVector factor = splat(sink[0]);
    const FloatVector term = splat(sink[1]);
    FloatVector sums[kChains];
    for (int c = 0; c < kChains; ++c) // different starts: equal chains would be computed once
        sums[c] = term * static_cast<float>(c);
    for (std::int64_t round = 0; round < rounds; ++round) {
        RECITAL_UNROLL
        for (int c = 0; c < kChains; ++c)
            sums[c] = sums[c] * factor + term;
    }
    FloatVector total = {};
    for (int c = 0; c < kChains; ++c)
        total += sums[c];
    sink[0] = laneSum<float>(total);
    return 2.0 * kChains * kLanes * static_cast<double>(rounds);
}

} // namespace
} // namespace recital::als
