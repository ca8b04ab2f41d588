// Compiled with the instruction set of its name; see CMakeLists.txt and the warning in alskernel.h.
#include "core/recsys/algorithms/alskernelimpl.h"

namespace recital::als {
extern const Kernel kV3Kernel = makeKernel("x86-64-v3");
} // namespace recital::als
