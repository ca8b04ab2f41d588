#include "core/recsys/algorithms/alskernel.h"

#include <cassert>
#include <initializer_list>

namespace recital::als {

bool isSupported(CpuLevel level) noexcept {
#if defined(__x86_64__)
    __builtin_cpu_init();
    switch (level) {
    case CpuLevel::Portable:
        return true;
    case CpuLevel::V2:
        return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("ssse3") &&
               __builtin_cpu_supports("popcnt");
    case CpuLevel::V3:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
               __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    case CpuLevel::V4:
        return isSupported(CpuLevel::V3) && __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    }
    return false;
#else
    return level == CpuLevel::Portable;
#endif
}

CpuLevel detectedLevel() noexcept {
    static const CpuLevel level = [] {
        for (const CpuLevel candidate : {CpuLevel::V4, CpuLevel::V3, CpuLevel::V2})
            if (isSupported(candidate))
                return candidate;
        return CpuLevel::Portable;
    }();
    return level;
}

const Kernel& kernel(CpuLevel level) noexcept {
    assert(isSupported(level));
#if defined(__x86_64__)
    switch (level) {
    case CpuLevel::V4:
        return kV4Kernel;
    case CpuLevel::V3:
        return kV3Kernel;
    case CpuLevel::V2:
        return kV2Kernel;
    case CpuLevel::Portable:
        break;
    }
#endif
    return kPortableKernel;
}

} // namespace recital::als
