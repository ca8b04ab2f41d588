// Compiled with the instruction set of its name; see CMakeLists.txt and the warning in alskernel.h.
#include "core/recsys/algorithms/alskernelimpl.h"

namespace recital::als {
extern const Kernel kPortableKernel = makeKernel("portable");
} // namespace recital::als
