#pragma once

// Dense building blocks of the kernel: symmetric rank-k updates and Cholesky of several matrices at a time.
// Internal linkage, as alssimd.h. Included by the kernel's sources only.

#include "core/recsys/algorithms/alssimd.h"

namespace recital::als {
namespace {

constexpr int kInFlight = 4; ///< systems factored side by side: one's latency hides behind the others' work

/// Rows that the next update will read, scattered in memory: fetched into the cache while this one computes.
struct Ahead {
    const float* rows = nullptr;
    std::int64_t stride = 0;
    const std::int32_t* columns = nullptr;
    std::int64_t count = 0;
    std::int64_t line = 0; ///< of every row, in floats; advances from tile to tile
};

RECITAL_INLINE void fetchAhead(const Ahead& ahead, std::int64_t k) {
    if (k < ahead.count)
        __builtin_prefetch(ahead.rows + ahead.columns[k] * ahead.stride + ahead.line);
}

/// c[r][v] += or -= sum over k of p[k][r] q[k][v] for R rows and V vectors, held in registers.
template<typename T, int R, int V, bool kSubtract>
RECITAL_INLINE void updateTile(const T* p, const T* q, std::int64_t stride, std::int64_t depth, T* c,
                               std::int64_t cStride, Ahead& ahead) {
    constexpr int kWidth = kLanesOf<T>;
    Vector<T> sums[R][V] = {};
    for (std::int64_t k = 0; k < depth; ++k) {
        Vector<T> right[V];
        fetchAhead(ahead, k);
        RECITAL_UNROLL
        for (int v = 0; v < V; ++v)
            right[v] = load(q + v * kWidth);
        RECITAL_UNROLL
        for (int r = 0; r < R; ++r) {
            const Vector<T> left = splat(p[r]);
            RECITAL_UNROLL
            for (int v = 0; v < V; ++v)
                sums[r][v] += left * right[v];
        }
        p += stride;
        q += stride;
    }
    RECITAL_UNROLL
    for (int r = 0; r < R; ++r)
        RECITAL_UNROLL
    for (int v = 0; v < V; ++v) {
        T* target = c + r * cStride + v * kWidth;
        store(target, kSubtract ? load(target) - sums[r][v] : load(target) + sums[r][v]);
    }
}

/// C += or -= P^T Q on rows and columns [begin, size), in whole vectors from each row's diagonal block on. P
/// and Q have `depth` rows; P^T Q must be symmetric. The sums of one call start at zero, so that long sums
/// are added up in pieces and rounding grows with the square root of the piece only.
template<typename T, bool kSubtract>
__attribute__((noinline)) void symmetricUpdate(const T* p, const T* q, std::int64_t stride,
                                               std::int64_t depth, T* c, std::int64_t cStride,
                                               std::int64_t begin, std::int64_t size, Ahead ahead = {}) {
    constexpr int kWidth = kLanesOf<T>;
    constexpr int kRows = kMaxTileRows < kWidth ? kMaxTileRows : kWidth;
    for (std::int64_t i = begin; i < size; i += kRows) {
        std::int64_t j = i / kWidth * kWidth;
        while (j < size) {
            const std::int64_t left = (size - j) / kWidth;
            T* target = c + i * cStride + j;
            if (left >= kMaxTileVectors && left != kMaxTileVectors + 1) {
                updateTile<T, kRows, kMaxTileVectors, kSubtract>(p + i, q + j, stride, depth, target, cStride,
                                                                 ahead);
                j += kMaxTileVectors * kWidth;
            } else if (left >= 2) {
                updateTile<T, kRows, 2, kSubtract>(p + i, q + j, stride, depth, target, cStride, ahead);
                j += 2 * kWidth;
            } else {
                updateTile<T, kRows, 1, kSubtract>(p + i, q + j, stride, depth, target, cStride, ahead);
                j += kWidth;
            }
        }
    }
}

/// A symmetric positive definite system: `matrix` (upper triangle in whole vectors, overwritten) times the
/// solution equals `right`, which the solution replaces.
struct System {
    float* matrix = nullptr;
    float* right = nullptr;
    bool positive = true;
};

/// What eliminating one panel of kLanes rows leaves for the columns to its right.
struct Panel {
    alignas(64) float multipliers[kLanes][kLanes]; ///< [k][j]: row j loses this many times row k
    alignas(64) float inverse[kLanes];             ///< of the pivots
    alignas(64) float inverseRoot[kLanes];
    alignas(64) float scaledRight[kLanes]; ///< forward-solved right-hand side over the pivot
};

RECITAL_INLINE void eliminateStep(System& system, Panel& panel, std::int64_t stride, std::int64_t first,
                                  int k) {
    float* diagonal = system.matrix + first * stride + first;
    const FloatVector row = load(diagonal + k * stride);
    const float pivot = diagonal[k * stride + k];
    system.positive &= pivot > 0.0F; // false for NaN, too
    const float inverse = 1.0F / pivot;
    panel.inverse[k] = inverse;
    store(panel.multipliers[k], row * inverse);
    const float scaled = system.right[first + k] * inverse;
    panel.scaledRight[k] = scaled;
    store(system.right + first, load(system.right + first) - scaled * row);
    for (int j = k + 1; j < kLanes; ++j) {
        float* target = diagonal + j * stride;
        store(target, load(target) - panel.multipliers[k][j] * row);
    }
}

/// The rows of one panel in the kLanes columns from `column` on: eliminated, then scaled to Cholesky rows;
/// and the right-hand side of those columns.
RECITAL_INLINE void eliminateColumns(System& system, const Panel& panel, std::int64_t stride,
                                     std::int64_t first, std::int64_t column) {
    float* block = system.matrix + first * stride + column;
    FloatVector rows[kLanes];
    RECITAL_UNROLL
    for (int k = 0; k < kLanes; ++k)
        rows[k] = load(block + k * stride);
    FloatVector even = load(system.right + column);
    FloatVector odd = {};
    RECITAL_UNROLL
    for (int k = 0; k < kLanes; ++k) {
        RECITAL_UNROLL
        for (int j = 0; j < kLanes; ++j)
            if (j > k)
                rows[j] -= panel.multipliers[k][j] * rows[k];
        if (k % 2 == 0)
            even -= panel.scaledRight[k] * rows[k];
        else
            odd -= panel.scaledRight[k] * rows[k];
        store(block + k * stride, rows[k] * panel.inverseRoot[k]);
    }
    store(system.right + column, even + odd);
}

/// Finishes a panel: roots, and the strict unit upper triangle of its diagonal block stored transposed for
/// the way back.
RECITAL_INLINE void closePanel(System& system, Panel& panel, std::int64_t stride, std::int64_t first) {
    for (int k = 0; k < kLanes; ++k)
        panel.inverseRoot[k] = __builtin_sqrtf(panel.inverse[k]);
    FloatVector rows[kLanes];
    RECITAL_UNROLL
    for (int k = 0; k < kLanes; ++k)
        rows[k] = load(panel.multipliers[k]);
    transpose(rows);
    float* diagonal = system.matrix + first * stride + first;
    RECITAL_UNROLL
    for (int k = 0; k < kLanes; ++k)
        store(diagonal + k * stride, lanesBelow(rows[k], k));
}

/// right[first ...] = what is left of the right-hand side once the solved columns are taken off.
RECITAL_INLINE void subtractSolved(System& system, const float* inverseRoots, std::int64_t stride,
                                   std::int64_t first, std::int64_t size) {
    if (first + kLanes >= size)
        return;
    FloatVector sums[kLanes] = {};
    for (std::int64_t column = first + kLanes; column < size; column += kLanes) {
        const FloatVector solved = load(system.right + column);
        RECITAL_UNROLL
        for (int k = 0; k < kLanes; ++k)
            sums[k] += load(system.matrix + (first + k) * stride + column) * solved;
    }
    store(system.right + first, load(system.right + first) - load(inverseRoots + first) * laneSums(sums));
}

/// Solves up to kInFlight systems of `size` rows, a multiple of kLanes. `scratch` has 1 x size floats a
/// system.
__attribute__((noinline)) void solveSystems(System* systems, int count, std::int64_t size,
                                            std::int64_t stride, float* scratch) {
    Panel panels[kInFlight];
    for (std::int64_t first = 0; first < size; first += kLanes) {
        for (int k = 0; k < kLanes; ++k)
            for (int s = 0; s < count; ++s)
                eliminateStep(systems[s], panels[s], stride, first, k);
        for (int s = 0; s < count; ++s) {
            System& system = systems[s];
            closePanel(system, panels[s], stride, first);
            for (std::int64_t column = first + kLanes; column < size; column += kLanes)
                eliminateColumns(system, panels[s], stride, first, column);
            store(scratch + s * size + first, load(panels[s].inverseRoot));
            store(system.right + first, load(panels[s].scaledRight));
            symmetricUpdate<float, true>(system.matrix + first * stride, system.matrix + first * stride,
                                         stride, kLanes, system.matrix, stride, first + kLanes, size);
        }
    }
    for (std::int64_t first = size - kLanes; first >= 0; first -= kLanes) {
        FloatVector rest[kInFlight];
        for (int s = 0; s < count; ++s) {
            subtractSolved(systems[s], scratch + s * size, stride, first, size);
            rest[s] = load(systems[s].right + first);
        }
        for (int k = kLanes - 1; k > 0; --k)
            for (int s = 0; s < count; ++s)
                rest[s] -= spreadLane(rest[s], k) * load(systems[s].matrix + (first + k) * stride + first);
        for (int s = 0; s < count; ++s)
            store(systems[s].right + first, rest[s]);
    }
}

} // namespace
} // namespace recital::als
