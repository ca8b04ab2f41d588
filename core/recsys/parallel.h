#pragma once

#include <cstdint>
#include <functional>

namespace recital {

/// Calls work(begin, end) for consecutive blocks of [0, count) on up to `threads` threads (the calling one
/// included). Blocks have fixed bounds, whatever the number of threads. An exception of any block is rethrown
/// here, the first wins. Threads exist only during the call.
void forEachBlock(std::int64_t count, std::int64_t blockSize, int threads,
                  const std::function<void(std::int64_t begin, std::int64_t end)>& work);

/// What the hardware offers, at least 1.
int hardwareThreads() noexcept;

} // namespace recital
