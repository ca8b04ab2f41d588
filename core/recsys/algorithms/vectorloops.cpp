#include "core/recsys/algorithms/vectorloops.h"

#include "core/recsys/algorithms/alskernel.h"

// Each loop is written once and compiled for every instruction set, which the attribute of the function that
// it is inlined into decides. Plain pointers only: see the warning in alskernel.h.
#define RECITAL_LOOP static inline __attribute__((always_inline))

namespace recital {

namespace {

RECITAL_LOOP float differenceProductLoop(const float* p, const float* a, const float* b, std::size_t size) {
    float sums[kLoopUnit] = {};
    for (std::size_t k = 0; k < size; k += kLoopUnit)
        for (std::size_t lane = 0; lane < kLoopUnit; ++lane)
            sums[lane] += p[k + lane] * (a[k + lane] - b[k + lane]);
    for (std::size_t width = kLoopUnit / 2; width > 0; width /= 2)
        for (std::size_t lane = 0; lane < width; ++lane)
            sums[lane] += sums[lane + width];
    return sums[0];
}

RECITAL_LOOP void movePairLoop(float* __restrict p, float* __restrict a, float* __restrict b,
                               std::size_t size, float pull, float decay) {
    for (std::size_t k = 0; k < size; ++k) {
        const float user = p[k];
        const float better = a[k];
        const float worse = b[k];
        p[k] = user + pull * (better - worse) - decay * user;
        a[k] = better + pull * user - decay * better;
        b[k] = worse - pull * user - decay * worse;
    }
}

/// The loops under one function attribute.
#define RECITAL_LOOPS(name, attribute)                                                                       \
    struct name {                                                                                            \
        attribute static float differenceProduct(const float* p, const float* a, const float* b,             \
                                                 std::size_t size) {                                         \
            return differenceProductLoop(p, a, b, size);                                                     \
        }                                                                                                    \
        attribute static void movePair(float* p, float* a, float* b, std::size_t size, float pull,           \
                                       float decay) {                                                        \
            movePairLoop(p, a, b, size, pull, decay);                                                        \
        }                                                                                                    \
        static constexpr VectorLoops loops{differenceProduct, movePair};                                     \
    }

RECITAL_LOOPS(Portable, );
#if defined(__x86_64__)
RECITAL_LOOPS(V3, __attribute__((target("avx2,fma"))));
#endif

} // namespace

const VectorLoops& vectorLoops() noexcept {
#if defined(__x86_64__)
    static const bool v3 = als::isSupported(als::CpuLevel::V3);
    if (v3)
        return V3::loops;
#endif
    return Portable::loops;
}

} // namespace recital
