#include "core/recsys/parallel.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace recital {

void forEachBlock(std::int64_t count, std::int64_t blockSize, int threads,
                  const std::function<void(std::int64_t begin, std::int64_t end)>& work) {
    assert(blockSize > 0);
    if (count <= 0)
        return;
    const std::int64_t blocks = count / blockSize + (count % blockSize != 0 ? 1 : 0);
    std::atomic<std::int64_t> nextBlock{0};
    std::atomic<bool> failed{false};
    std::exception_ptr firstException;

    const auto run = [&]() noexcept {
        while (!failed.load(std::memory_order_relaxed)) {
            const std::int64_t block = nextBlock.fetch_add(1, std::memory_order_relaxed);
            if (block >= blocks)
                return;
            const std::int64_t begin = block * blockSize;
            try {
                work(begin, begin + std::min(blockSize, count - begin));
            } catch (...) {
                if (!failed.exchange(true)) // joining the threads makes it visible to the caller
                    firstException = std::current_exception();
                return;
            }
        }
    };

    {
        const std::int64_t helpers = std::min<std::int64_t>(threads, blocks) - 1;
        std::vector<std::jthread> pool;
        pool.reserve(static_cast<std::size_t>(std::max<std::int64_t>(helpers, 0)));
        try {
            for (std::int64_t i = 0; i < helpers; ++i)
                pool.emplace_back(run);
        } catch (const std::system_error&) {
            // No more threads to be had: those that started and the calling one do the work.
        }
        run();
    }
    if (firstException)
        std::rethrow_exception(firstException);
}

int hardwareThreads() noexcept {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace recital
