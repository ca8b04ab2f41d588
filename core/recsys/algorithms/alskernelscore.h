#pragma once

// Scores of a whole catalogue, bound by the memory they are read from. Included by alskernelimpl.h only.

namespace recital::als {
namespace {

typedef float UnalignedFloatVector
    __attribute__((vector_size(kVectorBytes), aligned(alignof(float)), may_alias));

RECITAL_INLINE FloatVector loadUnaligned(const float* p) {
    return *reinterpret_cast<const UnalignedFloatVector*>(p);
}

/// kLanes rows side by side: as many sums as hide each other's latency, and one transposition for all.
RECITAL_INLINE FloatVector scoreBlock(const float* const* rows, int factors, const float* vector) {
    FloatVector sums[kLanes] = {};
    int f = 0;
    for (; f + kLanes <= factors; f += kLanes) {
        const FloatVector part = loadUnaligned(vector + f);
        RECITAL_UNROLL
        for (int l = 0; l < kLanes; ++l)
            sums[l] += loadUnaligned(rows[l] + f) * part;
    }
    alignas(64) float rest[kLanes] = {};
    for (; f < factors; ++f)
        for (int l = 0; l < kLanes; ++l)
            rest[l] += rows[l][f] * vector[f];
    return laneSums(sums) + load(rest);
}

inline void scoreRows(const float* rows, std::int64_t count, int factors, const float* vector, float* out) {
    constexpr std::int64_t kLine = 64 / static_cast<std::int64_t>(sizeof(float));
    const std::int64_t length = kLanes * static_cast<std::int64_t>(factors);
    for (std::int64_t first = 0; first < count; first += kLanes) {
        const float* block[kLanes];
        for (int l = 0; l < kLanes; ++l) // beyond the end: the last row again
            block[l] = rows + (first + l < count ? first + l : count - 1) * factors;
        if (first + 3 * kLanes <= count)
            for (std::int64_t f = 0; f < length; f += kLine)
                __builtin_prefetch(block[0] + 2 * length + f);
        alignas(64) float scores[kLanes];
        store(scores, scoreBlock(block, factors, vector));
        for (int l = 0; l < kLanes && first + l < count; ++l)
            out[first + l] = scores[l];
    }
}

} // namespace
} // namespace recital::als
