#pragma once

// The ALS kernel, compiled once for every instruction set. Internal linkage, as alssimd.h.

#include "core/recsys/algorithms/alskernel.h"
#include "core/recsys/algorithms/alslinalg.h"

namespace recital::als {
namespace {

constexpr std::int64_t kChunkBytes = 12 * 1024; ///< packed at a time: with a matrix of 64 factors and the
                                                ///< rows fetched ahead it fits in an L1 cache of 48 KiB

RECITAL_INLINE std::int64_t chunkDepth(std::int64_t width) {
    const std::int64_t depth = kChunkBytes / (width * static_cast<std::int64_t>(sizeof(float)));
    return depth < 32 ? 32 : depth > 128 ? 128 : depth;
}

constexpr float kSmallestWeight = 1e-6F; ///< that may be divided by or have its root taken

/// Rows of large powers of two would all fall into the same few cache sets.
RECITAL_INLINE std::int64_t matrixStride(std::int64_t size) {
    return size % 256 == 0 ? size + kStrideUnit : size;
}

RECITAL_INLINE std::int64_t paddedFactors(const HalfStep& step) {
    return roundUp(step.factors, kLanes);
}

/// The interactions of one row.
struct RowData {
    const std::int32_t* columns;
    const float* values; ///< nullptr: every value is 1
    std::int64_t count;
};

RECITAL_INLINE RowData rowData(const HalfStep& step, std::int32_t row) {
    const std::int64_t begin = step.offsets[row];
    return {step.columns + begin, step.values == nullptr ? nullptr : step.values + begin,
            step.offsets[row + 1] - begin};
}

RECITAL_INLINE float valueOf(const RowData& data, std::int64_t k) {
    return data.values == nullptr ? 1.0F : data.values[k];
}

RECITAL_INLINE float weightOf(const HalfStep& step, float value) {
    const float weight =
        static_cast<float>(step.weightSlope) * __builtin_fabsf(value) + static_cast<float>(step.weightOffset);
    return weight > 0.0F ? weight : 0.0F;
}

RECITAL_INLINE float targetOf(const HalfStep& step, float value) {
    if (!(value > 0.0F))
        return 0.0F;
    const float target = static_cast<float>(step.targetSlope) * value + static_cast<float>(step.targetOffset);
    const auto smallest = static_cast<float>(step.smallestTarget);
    return target > smallest ? target : smallest;
}

RECITAL_INLINE const float* factorsOf(const HalfStep& step, std::int32_t column) {
    return step.other + column * step.stride;
}

RECITAL_INLINE void prefetchFactors(const HalfStep& step, const RowData& data, std::int64_t k) {
    if (k >= data.count)
        return;
    const float* row = factorsOf(step, data.columns[k]);
    for (std::int64_t f = 0; f < step.factors && f < 256; f += 16)
        __builtin_prefetch(row + f);
}

/// Where a row's computation lives in the workspace.
struct RowSpace {
    float* matrix;
    float* right;
    float* diagonal; ///< of the base matrix; its inverse root for Woodbury
    float* scale;    ///< Woodbury of valued rows: root of the weight of each interaction
};

/// The part of the workspace that one row at a time uses.
struct SharedSpace {
    float* packed;
    float* weighted;
    float* scratch;
};

RECITAL_INLINE std::int64_t rowSpaceSize(std::int64_t size) {
    return size * matrixStride(size) + 3 * size;
}

RECITAL_INLINE std::int64_t packSize(std::int64_t size) {
    const std::int64_t depth = chunkDepth(size);
    return (depth > size ? depth : size) * size;
}

inline std::size_t workspaceSize(int factors) {
    const std::int64_t size = roundUp(factors, kStrideUnit);
    return static_cast<std::size_t>(kInFlight * rowSpaceSize(size) + 2 * packSize(size) + kInFlight * size);
}

RECITAL_INLINE RowSpace rowSpace(float* workspace, std::int64_t size, int slot) {
    float* start = workspace + slot * rowSpaceSize(size);
    float* end = start + size * matrixStride(size);
    return {start, end, end + size, end + 2 * size};
}

RECITAL_INLINE SharedSpace sharedSpace(float* workspace, std::int64_t size) {
    float* start = workspace + kInFlight * rowSpaceSize(size);
    return {start, start + packSize(size), start + 2 * packSize(size)};
}

RECITAL_INLINE void clearMatrix(float* matrix, std::int64_t size, std::int64_t stride) {
    for (std::int64_t i = 0; i < size; ++i)
        for (std::int64_t j = i / kLanes * kLanes; j < size; j += kLanes)
            store(matrix + i * stride + j, FloatVector{});
}

/// The base matrix of a row over `weight`, which is the constant weight of a binary row and 1 otherwise.
RECITAL_INLINE void baseDiagonal(const HalfStep& step, std::int32_t row, float weight, float* diagonal) {
    const FloatVector lambda = splat(step.regularization[row]);
    const FloatVector inverse = splat(1.0F / weight);
    for (std::int64_t f = 0; f < paddedFactors(step); f += kLanes)
        store(diagonal + f, (load(step.eigenvalues + f) + lambda) * inverse);
}

/// Copies V vectors of interactions [first, first + depth) side by side and adds the right-hand side up: the
/// sum of y for a binary row, of t y otherwise, then with w y beside y.
template<bool kBinary, int V>
RECITAL_INLINE void packVectors(const HalfStep& step, const RowData& data, std::int64_t first,
                                std::int64_t depth, std::int64_t f, const SharedSpace& shared, float* right) {
    const std::int64_t size = paddedFactors(step);
    FloatVector sums[V] = {};
    for (std::int64_t k = 0; k < depth; ++k) {
        const float* y = factorsOf(step, data.columns[first + k]) + f;
        const std::int64_t place = k * size + f;
        const float value = valueOf(data, first + k);
        const FloatVector weight = splat(weightOf(step, value));
        const FloatVector target = splat(targetOf(step, value));
        RECITAL_UNROLL
        for (int v = 0; v < V; ++v) {
            const FloatVector part = load(y + v * kLanes);
            store(shared.packed + place + v * kLanes, part);
            if constexpr (kBinary) {
                sums[v] += part;
            } else {
                store(shared.weighted + place + v * kLanes, weight * part);
                sums[v] += target * part;
            }
        }
    }
    RECITAL_UNROLL
    for (int v = 0; v < V; ++v) // added to what came before in pieces, so that rounding stays bounded
        store(right + f + v * kLanes, load(right + f + v * kLanes) + sums[v]);
}

template<bool kBinary>
RECITAL_INLINE void packChunk(const HalfStep& step, const RowData& data, std::int64_t first,
                              std::int64_t depth, const SharedSpace& shared, float* right) {
    const std::int64_t size = paddedFactors(step);
    std::int64_t f = 0;
    for (; f + 4 * kLanes <= size; f += 4 * kLanes)
        packVectors<kBinary, 4>(step, data, first, depth, f, shared, right);
    for (; f < size; f += kLanes)
        packVectors<kBinary, 1>(step, data, first, depth, f, shared, right);
}

/// Normal equations of one row, divided by the weight for a binary row. False when stopped.
template<bool kBinary>
inline bool accumulate(const HalfStep& step, std::int32_t row, const RowSpace& space,
                       const SharedSpace& shared) {
    const RowData data = rowData(step, row);
    const std::int64_t size = paddedFactors(step);
    const std::int64_t stride = matrixStride(size);
    const float weight = kBinary ? weightOf(step, 1.0F) : 1.0F;
    clearMatrix(space.matrix, size, stride);
    for (std::int64_t f = 0; f < size; f += kLanes)
        store(space.right + f, FloatVector{});
    for (std::int64_t first = 0; first < data.count; first += chunkDepth(size)) {
        if (first > 0 && step.stopped != nullptr && step.stopped(step.stopContext))
            return false;
        const std::int64_t left = data.count - first;
        const std::int64_t depth = left < chunkDepth(size) ? left : chunkDepth(size);
        packChunk<kBinary>(step, data, first, depth, shared, space.right);
        const std::int64_t after = left - depth < depth ? left - depth : depth;
        const Ahead ahead{step.other, step.stride, data.columns + first + depth, after};
        symmetricUpdate<float, false>(kBinary ? shared.packed : shared.weighted, shared.packed, size, depth,
                                      space.matrix, stride, 0, size, ahead);
    }
    baseDiagonal(step, row, weight, space.diagonal);
    const float scale = kBinary ? targetOf(step, 1.0F) / weight : 1.0F;
    for (std::int64_t f = 0; f < size; f += kLanes)
        store(space.right + f, load(space.right + f) * scale);
    for (std::int64_t f = 0; f < size; ++f)
        space.matrix[f * stride + f] += f < step.factors ? space.diagonal[f] : 1.0F;
    return true;
}

/// Solves rows with at least as many interactions as it pays for: kInFlight of them at a time.
inline bool solveDirectly(const HalfStep& step, const std::int32_t* rows, int count, float* workspace,
                          bool* succeeded) {
    const std::int64_t full = roundUp(step.factors, kStrideUnit);
    const std::int64_t size = paddedFactors(step);
    const SharedSpace shared = sharedSpace(workspace, full);
    // A constant weight of zero (alpha 0, or alpha 1 of the form Implicit) cannot be divided out.
    const bool divided = step.values == nullptr && weightOf(step, 1.0F) > kSmallestWeight;
    System systems[kInFlight];
    for (int s = 0; s < count; ++s) {
        const RowSpace space = rowSpace(workspace, full, s);
        const bool going = divided ? accumulate<true>(step, rows[s], space, shared)
                                   : accumulate<false>(step, rows[s], space, shared);
        if (!going)
            return false;
        systems[s] = {space.matrix, space.right, true};
    }
    solveSystems(systems, count, size, matrixStride(size), shared.scratch);
    for (int s = 0; s < count; ++s) {
        float* own = step.own + rows[s] * step.stride;
        for (std::int64_t f = 0; f < size; f += kLanes)
            store(own + f, load(systems[s].right + f));
        succeeded[s] = systems[s].positive;
    }
    return true;
}

/// Z = D^-1/2 Y^T W^1/2, factors by interactions, transposed block by block.
template<bool kBinary>
RECITAL_INLINE void packTransposed(const HalfStep& step, const RowData& data, const RowSpace& space,
                                   std::int64_t padded, float* packed) {
    for (std::int64_t first = 0; first < padded; first += kLanes)
        for (std::int64_t f = 0; f < paddedFactors(step); f += kLanes) {
            const FloatVector inverseRoot = load(space.diagonal + f);
            FloatVector block[kLanes];
            RECITAL_UNROLL
            for (int l = 0; l < kLanes; ++l) {
                const std::int64_t k = first + l;
                block[l] = FloatVector{};
                if (k < data.count)
                    block[l] = load(factorsOf(step, data.columns[k]) + f) * inverseRoot;
                if (!kBinary && k < data.count)
                    block[l] *= space.scale[k];
            }
            transpose(block);
            RECITAL_UNROLL
            for (int l = 0; l < kLanes; ++l)
                store(packed + (f + l) * padded + first, block[l]);
        }
}

/// The n x n system (I + Z^T Z) z = W^-1/2 t of a row.
template<bool kBinary>
inline void prepareWoodbury(const HalfStep& step, std::int32_t row, std::int64_t padded,
                            const RowSpace& space, const SharedSpace& shared) {
    const RowData data = rowData(step, row);
    const std::int64_t size = paddedFactors(step);
    const float weight = kBinary ? weightOf(step, 1.0F) : 1.0F;
    for (std::int64_t k = 0; k < data.count; ++k)
        prefetchFactors(step, data, k);
    baseDiagonal(step, row, weight, space.diagonal);
    for (std::int64_t f = 0; f < size; ++f)
        space.diagonal[f] = f < step.factors ? 1.0F / __builtin_sqrtf(space.diagonal[f]) : 0.0F;
    for (std::int64_t k = 0; k < padded; ++k) {
        if (k >= data.count) {
            space.right[k] = 0.0F;
        } else if (kBinary) {
            space.right[k] = targetOf(step, 1.0F) / weight;
        } else {
            space.scale[k] = __builtin_sqrtf(weightOf(step, data.values[k]));
            space.right[k] = targetOf(step, data.values[k]) / space.scale[k];
        }
    }
    packTransposed<kBinary>(step, data, space, padded, shared.packed);
    const std::int64_t stride = matrixStride(padded);
    clearMatrix(space.matrix, padded, stride);
    symmetricUpdate<float, false>(shared.packed, shared.packed, padded, size, space.matrix, stride, 0,
                                  padded);
    for (std::int64_t k = 0; k < padded; ++k)
        space.matrix[k * stride + k] += 1.0F;
}

/// x = D^-1 Y^T W^1/2 z.
template<bool kBinary>
inline void finishWoodbury(const HalfStep& step, std::int32_t row, const RowSpace& space) {
    const RowData data = rowData(step, row);
    float* own = step.own + row * step.stride;
    for (std::int64_t f = 0; f < paddedFactors(step); f += kLanes) {
        FloatVector sum = {};
        for (std::int64_t k = 0; k < data.count; ++k) {
            const float z = kBinary ? space.right[k] : space.right[k] * space.scale[k];
            sum += z * load(factorsOf(step, data.columns[k]) + f);
        }
        const FloatVector inverseRoot = load(space.diagonal + f);
        store(own + f, sum * inverseRoot * inverseRoot);
    }
}

/// (D + Y^T W Y)^-1 Y^T t = D^-1 Y^T W^1/2 (I + W^1/2 Y D^-1 Y^T W^1/2)^-1 W^-1/2 t: the Woodbury identity,
/// an n x n system in place of a factors x factors one. All rows have the same padded length.
inline void solveByWoodbury(const HalfStep& step, const std::int32_t* rows, int count, std::int64_t padded,
                            float* workspace, bool* succeeded) {
    const std::int64_t full = roundUp(step.factors, kStrideUnit);
    const SharedSpace shared = sharedSpace(workspace, full);
    System systems[kInFlight];
    for (int s = 0; s < count; ++s) {
        const RowSpace space = rowSpace(workspace, full, s);
        if (step.values == nullptr)
            prepareWoodbury<true>(step, rows[s], padded, space, shared);
        else
            prepareWoodbury<false>(step, rows[s], padded, space, shared);
        systems[s] = {space.matrix, space.right, true};
    }
    solveSystems(systems, count, padded, matrixStride(padded), shared.scratch);
    for (int s = 0; s < count; ++s) {
        if (step.values == nullptr)
            finishWoodbury<true>(step, rows[s], rowSpace(workspace, full, s));
        else
            finishWoodbury<false>(step, rows[s], rowSpace(workspace, full, s));
        succeeded[s] = systems[s].positive;
    }
}

/// Root and reciprocal of a weight must be well away from the ends of single precision.
RECITAL_INLINE bool hasUsableWeights(const HalfStep& step, const RowData& data) {
    if (data.values == nullptr)
        return weightOf(step, 1.0F) > kSmallestWeight;
    for (std::int64_t k = 0; k < data.count; ++k)
        if (!(weightOf(step, data.values[k]) > kSmallestWeight))
            return false;
    return true;
}

/// Padded length of a row's Woodbury system, or 0 where it is solved directly. A property of the row alone.
RECITAL_INLINE std::int64_t woodburySize(const HalfStep& step, std::int32_t row) {
    const RowData data = rowData(step, row);
    const std::int64_t padded = roundUp(data.count, kLanes);
    const bool pays = data.count < step.woodburyBelow && padded <= roundUp(step.factors, kStrideUnit);
    return pays && hasUsableWeights(step, data) ? padded : 0;
}

inline void clearRow(const HalfStep& step, std::int32_t row) {
    for (std::int64_t f = 0; f < step.stride; f += kLanes)
        store(step.own + row * step.stride + f, FloatVector{});
}

} // namespace
} // namespace recital::als

#include "core/recsys/algorithms/alskernelcg.h"
#include "core/recsys/algorithms/alskernelwide.h"

namespace recital::als {
namespace {

inline bool solveExactly(const HalfStep& step, const std::int32_t* rows, int count, float* workspace,
                         bool* succeeded) {
    for (int k = 0; k < count;) {
        if (step.stopped != nullptr && step.stopped(step.stopContext))
            return false;
        const std::int64_t padded = woodburySize(step, rows[k]);
        int group = 1;
        while (group < kInFlight && k + group < count && woodburySize(step, rows[k + group]) == padded)
            ++group;
        if (padded > 0)
            solveByWoodbury(step, rows + k, group, padded, workspace, succeeded + k);
        else if (!solveDirectly(step, rows + k, group, workspace, succeeded + k))
            return false;
        k += group;
    }
    return true;
}

inline bool solveRows(const HalfStep& step, const std::int32_t* rows, int count, float* workspace,
                      bool* succeeded) {
    // Rows without interactions stand at the end of every schedule.
    while (count > 0 && rowData(step, rows[count - 1]).count == 0) {
        succeeded[--count] = true;
        clearRow(step, rows[count]);
    }
    return step.cgSteps > 0 ? solveByGradients(step, rows, count, workspace, succeeded)
                            : solveExactly(step, rows, count, workspace, succeeded);
}

constexpr Kernel makeKernel(const char* name) {
    return {name,       kLanes, workspaceSize,     solveRows,   observedLoss,
            addGramian, rotate, wideWorkspaceSize, addProducts, multiplyAdds};
}

} // namespace
} // namespace recital::als
