#pragma once

// Conjugate gradients of the ALS kernel. Included by alskernelimpl.h only.

namespace recital::als {
namespace {

/// out = (D + Y^T W Y) v, kLanes interactions at a time: their dot products with v, then their sum.
RECITAL_INLINE void multiplyNormal(const HalfStep& step, const RowData& data, const float* diagonal,
                                   const float* v, float* out) {
    const std::int64_t size = paddedFactors(step);
    for (std::int64_t f = 0; f < size; f += kLanes)
        store(out + f, load(diagonal + f) * load(v + f));
    for (std::int64_t first = 0; first < data.count; first += kLanes) {
        const int depth = data.count - first < kLanes ? static_cast<int>(data.count - first) : kLanes;
        FloatVector dots[kLanes] = {};
        for (int l = 0; l < depth; ++l) {
            prefetchFactors(step, data, first + l + kLanes);
            const float* y = factorsOf(step, data.columns[first + l]);
            FloatVector sum = {};
            for (std::int64_t f = 0; f < size; f += kLanes)
                sum += load(y + f) * load(v + f);
            dots[l] = sum;
        }
        alignas(64) float weights[kLanes];
        store(weights, laneSums(dots));
        for (int l = 0; l < depth; ++l)
            weights[l] *= weightOf(step, valueOf(data, first + l));
        for (std::int64_t f = 0; f < size; f += kLanes) {
            FloatVector sum = load(out + f);
            for (int l = 0; l < depth; ++l)
                sum += weights[l] * load(factorsOf(step, data.columns[first + l]) + f);
            store(out + f, sum);
        }
    }
}

RECITAL_INLINE float dot(const float* a, const float* b, std::int64_t size) {
    FloatVector sum = {};
    for (std::int64_t f = 0; f < size; f += kLanes)
        sum += load(a + f) * load(b + f);
    return laneSum<float>(sum);
}

RECITAL_INLINE void addRightHandSide(const HalfStep& step, const RowData& data, float* out) {
    for (std::int64_t k = 0; k < data.count; ++k) {
        prefetchFactors(step, data, k + 12);
        const float target = targetOf(step, valueOf(data, k));
        const float* y = factorsOf(step, data.columns[k]);
        for (std::int64_t f = 0; f < paddedFactors(step); f += kLanes)
            store(out + f, load(out + f) + target * load(y + f));
    }
}

/// cgSteps conjugate-gradient steps from the row's present vector, preconditioned with the diagonal base.
/// Each step lowers the row's loss, whatever their number.
inline bool improveRow(const HalfStep& step, std::int32_t row, float* workspace) {
    const RowData data = rowData(step, row);
    const std::int64_t size = paddedFactors(step);
    float* x = step.own + row * step.stride;
    float* diagonal = workspace;
    float* residual = diagonal + size;
    float* direction = residual + size;
    float* product = direction + size;
    float* conditioned = product + size;
    baseDiagonal(step, row, 1.0F, diagonal);
    for (std::int64_t f = step.factors; f < size; ++f)
        diagonal[f] = 1.0F;
    multiplyNormal(step, data, diagonal, x, product);
    for (std::int64_t f = 0; f < size; f += kLanes)
        store(residual + f, FloatVector{} - load(product + f));
    addRightHandSide(step, data, residual);
    float before = 0.0F;
    for (int k = 0; k < step.cgSteps; ++k) {
        if (step.stopped != nullptr && step.stopped(step.stopContext))
            return false;
        for (std::int64_t f = 0; f < size; f += kLanes)
            store(conditioned + f, load(residual + f) / load(diagonal + f));
        const float now = dot(residual, conditioned, size);
        if (!(now > 1e-20F))
            break;
        const float mix = k == 0 ? 0.0F : now / before;
        for (std::int64_t f = 0; f < size; f += kLanes)
            store(direction + f,
                  k == 0 ? load(conditioned + f) : load(conditioned + f) + mix * load(direction + f));
        multiplyNormal(step, data, diagonal, direction, product);
        const float length = now / dot(direction, product, size);
        for (std::int64_t f = 0; f < size; f += kLanes) {
            store(x + f, load(x + f) + length * load(direction + f));
            store(residual + f, load(residual + f) - length * load(product + f));
        }
        before = now;
    }
    return true;
}

inline bool solveByGradients(const HalfStep& step, const std::int32_t* rows, int count, float* workspace,
                             bool* succeeded) {
    for (int k = 0; k < count; ++k) {
        if (!improveRow(step, rows[k], workspace))
            return false;
        succeeded[k] = true;
    }
    return true;
}

} // namespace
} // namespace recital::als
