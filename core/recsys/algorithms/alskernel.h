#pragma once

#include <cstddef>
#include <cstdint>

// Plain pointers only: the sources behind this header are compiled once for every instruction set, and an
// inline function of Eigen or the standard library compiled there could be chosen by the linker for a
// processor that cannot run it.

namespace recital::als {

/// Instruction sets the kernel exists for; one binary holds them all. V2, V3, V4 are those of the x86-64
/// psABI (SSE4.2; AVX2 and FMA; AVX-512 F, BW, CD, DQ, VL). Portable is everything else.
enum class CpuLevel { Portable, V2, V3, V4 };

inline constexpr int kLevelCount = 4;

/// Alignment in bytes of all buffers, and in floats (16) of all strides, whatever the level.
inline constexpr std::size_t kAlignment = 64;
inline constexpr int kStrideUnit = 16;

/// What solving the rows of one side needs. All matrices are row-major with `stride` floats a row, a multiple
/// of kStrideUnit, zero beyond `factors`. `other` is expressed in the eigenbasis of its Gramian, so that the
/// matrix gramianWeight Y^T Y + lambda_r I, the base of every row's normal equations, is diagonal.
struct HalfStep {
    const float* other = nullptr;
    float* own = nullptr; ///< solved rows; with conjugate gradients also where each row starts
    std::int64_t stride = 0;
    int factors = 0;
    const float* eigenvalues = nullptr;    ///< gramianWeight times those of the Gramian; stride entries
    const float* regularization = nullptr; ///< lambda of each row
    const std::int64_t* offsets = nullptr; ///< as in SparseRows
    const std::int32_t* columns = nullptr;
    const float* values = nullptr; ///< nullptr: every value is 1
    // Added weight and target of an interaction are linear in its value, limited from below by 0 and by
    // smallestTarget; the target of a negative value is 0 (AlsObjective).
    double weightSlope = 0.0;
    double weightOffset = 0.0;
    double targetSlope = 0.0;
    double targetOffset = 0.0;
    double smallestTarget = 0.0;
    int woodburyBelow = 0;                  ///< rows with fewer interactions go through the Woodbury identity
    int cgSteps = 0;                        ///< 0: Cholesky
    bool (*stopped)(const void*) = nullptr; ///< asked between pieces of long rows; may be nullptr
    const void* stopContext = nullptr;
};

/// One level's functions. Nothing allocates; results of a row do not depend on the rows it is solved with.
struct Kernel {
    const char* name;
    int lanes; ///< floats in a vector

    /// Floats of workspace that solveRows needs.
    std::size_t (*workspaceSize)(int factors);
    /// Solves `count` rows. succeeded[k] tells whether rows[k] came out: it does not when its matrix is not
    /// positive definite in single precision. Returns false when stopped.
    bool (*solveRows)(const HalfStep& step, const std::int32_t* rows, int count, float* workspace,
                      bool* succeeded);
    /// Sum of w s^2 - 2 t s + t over the row's interactions, s the dot product, in double.
    double (*observedLoss)(const HalfStep& step, std::int32_t row);
    /// result (factors x factors, upper triangle in blocks, stride entries a row) += rows^T rows, in double.
    void (*addGramian)(const float* rows, std::int64_t count, std::int64_t stride, int factors,
                       double* result, double* workspace);
    /// rows = rows * basis, in double and rounded once; basis is factors x stride.
    void (*rotate)(float* rows, std::int64_t count, std::int64_t stride, int factors, const double* basis,
                   double* workspace);
    /// Doubles of workspace that addGramian and rotate need.
    std::size_t (*wideWorkspaceSize)(std::int64_t stride);
    /// result (size x size, upper triangle in blocks, size a multiple of kStrideUnit) += rows^T rows of
    /// `count` rows of doubles, kAlignment aligned.
    void (*addProducts)(const double* rows, std::int64_t count, std::int64_t size, double* result);
    /// Floating-point operations of so many rounds of independent fused (or separate) multiply-adds, for the
    /// share of the processor's peak; `sink` keeps the compiler from leaving them out.
    double (*multiplyAdds)(std::int64_t rounds, float* sink);
};

/// The best level that this processor and operating system run.
CpuLevel detectedLevel() noexcept;
bool isSupported(CpuLevel level) noexcept;
const Kernel& kernel(CpuLevel level) noexcept; ///< isSupported(level)

extern const Kernel kPortableKernel;
extern const Kernel kV2Kernel;
extern const Kernel kV3Kernel;
extern const Kernel kV4Kernel;

} // namespace recital::als
