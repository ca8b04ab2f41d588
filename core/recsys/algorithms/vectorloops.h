#pragma once

#include <cstddef>

namespace recital {

/// The inner loops of BPR, for the processor that runs them. Lengths are multiples of kLoopUnit.
inline constexpr std::size_t kLoopUnit = 16;

struct VectorLoops {
    /// p . (a - b)
    float (*differenceProduct)(const float* p, const float* a, const float* b, std::size_t size);
    /// One step of BPR with eta z and eta lambda: p += pull (a - b) - decay p, a += pull p - decay a,
    /// b += -pull p - decay b, with the p from before. No overlap.
    void (*movePair)(float* p, float* a, float* b, std::size_t size, float pull, float decay);
};

/// AVX2 and FMA where the processor has them. The two differ in the last bits.
const VectorLoops& vectorLoops() noexcept;

} // namespace recital
