#pragma once

// Vectors of the instruction set this source is compiled for, by the compiler's vector extensions. Everything
// has internal linkage: each level has its own copy. Included by the kernel's sources only.

#include <cstddef>
#include <cstdint>

#define RECITAL_INLINE inline __attribute__((always_inline))
#define RECITAL_UNROLL _Pragma("GCC unroll 16")

namespace recital::als {
namespace {

#if defined(__AVX512F__)
constexpr int kVectorBytes = 64;
constexpr int kMaxTileVectors = 3; // 8 x 3 accumulators of 32 registers
#elif defined(__AVX2__)
constexpr int kVectorBytes = 32;
constexpr int kMaxTileVectors = 3; // 4 x 3 of 16
#else
constexpr int kVectorBytes = 16;
constexpr int kMaxTileVectors = 2; // 4 x 2 of 16, and products need registers, too
#endif
constexpr int kMaxTileRows = kVectorBytes == 64 ? 8 : 4;

typedef float FloatVector __attribute__((vector_size(kVectorBytes), may_alias));
typedef float HalfFloatVector __attribute__((vector_size(kVectorBytes / 2), may_alias));
typedef double DoubleVector __attribute__((vector_size(kVectorBytes), may_alias));
typedef std::int32_t IntVector __attribute__((vector_size(kVectorBytes)));

template<typename T>
struct VectorOf;
template<>
struct VectorOf<float> {
    using Type = FloatVector;
};
template<>
struct VectorOf<double> {
    using Type = DoubleVector;
};
template<typename T>
using Vector = typename VectorOf<T>::Type;

template<typename T>
constexpr int kLanesOf = kVectorBytes / static_cast<int>(sizeof(T));
constexpr int kLanes = kLanesOf<float>;

template<typename T>
RECITAL_INLINE Vector<T> load(const T* p) {
    return *reinterpret_cast<const Vector<T>*>(p);
}

template<typename T>
RECITAL_INLINE void store(T* p, Vector<T> v) {
    *reinterpret_cast<Vector<T>*>(p) = v;
}

template<typename T>
RECITAL_INLINE Vector<T> splat(T value) {
    return value - Vector<T>{}; // a vector whose lanes all hold the value
}

RECITAL_INLINE DoubleVector widen(const float* p) {
    return __builtin_convertvector(*reinterpret_cast<const HalfFloatVector*>(p), DoubleVector);
}

template<typename T>
RECITAL_INLINE T laneSum(Vector<T> v) {
    T sum = v[0];
    RECITAL_UNROLL
    for (int l = 1; l < kLanesOf<T>; ++l)
        sum += v[l];
    return sum;
}

template<int... I>
struct Lanes {
    static constexpr IntVector index() { return IntVector{I...}; }
    /// Lanes without bit S of the first vector, those of the second moved S up into lanes with it.
    template<int S>
    static constexpr IntVector lower() {
        return IntVector{((I & S) != 0 ? kLanes + I - S : I)...};
    }
    /// The lanes with bit S: the first vector's moved S down, the second's in place.
    template<int S>
    static constexpr IntVector upper() {
        return IntVector{((I & S) != 0 ? kLanes + I : I + S)...};
    }
};
template<int N, int... I>
struct AllLanes : AllLanes<N - 1, N - 1, I...> {};
template<int... I>
struct AllLanes<0, I...> {
    using Type = Lanes<I...>;
};

template<int S>
RECITAL_INLINE void transposeStage(FloatVector* rows) {
    using All = typename AllLanes<kLanes>::Type;
    RECITAL_UNROLL
    for (int i = 0; i < kLanes; ++i)
        if ((i & S) == 0) {
            const FloatVector a = rows[i];
            const FloatVector b = rows[i + S];
            rows[i] = __builtin_shuffle(a, b, All::template lower<S>());
            rows[i + S] = __builtin_shuffle(a, b, All::template upper<S>());
        }
}

/// Transposes kLanes vectors in registers by exchanging blocks of 1, 2, 4, ... lanes.
RECITAL_INLINE void transpose(FloatVector* rows) {
    transposeStage<1>(rows);
    transposeStage<2>(rows);
    if constexpr (kLanes >= 8)
        transposeStage<4>(rows);
    if constexpr (kLanes >= 16)
        transposeStage<8>(rows);
}

/// The vector with the lanes from k on set to zero.
RECITAL_INLINE FloatVector lanesBelow(FloatVector v, int k) {
    const IntVector mask = AllLanes<kLanes>::Type::index() < k;
    return reinterpret_cast<FloatVector>(reinterpret_cast<IntVector>(v) & mask);
}

/// Lane k in all lanes.
RECITAL_INLINE FloatVector spreadLane(FloatVector v, int k) {
    return __builtin_shuffle(v, IntVector{} + k);
}

/// Lane l of the result is the sum over the lanes of rows[l], added in a fixed order.
RECITAL_INLINE FloatVector laneSums(FloatVector* rows) {
    transpose(rows);
    RECITAL_UNROLL
    for (int width = kLanes / 2; width > 0; width /= 2)
        RECITAL_UNROLL
    for (int i = 0; i < kLanes / 2; ++i)
        if (i < width)
            rows[i] += rows[i + width];
    return rows[0];
}

constexpr std::int64_t roundUp(std::int64_t value, std::int64_t unit) {
    return (value + unit - 1) / unit * unit;
}

} // namespace
} // namespace recital::als
