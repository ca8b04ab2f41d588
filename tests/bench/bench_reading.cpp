// How fast a ratings.csv of the shape of MovieLens 20M becomes a Dataset on one thread, and what it weighs.
// Exits with 1 if a target is missed: 5 million ratings a second, 24 bytes a rating.
//
//   bench_reading [rows] [runs]

#include "core/recsys/io/loader.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <new>
#include <string>
#include <unordered_map>
#include <vector>

#include <malloc.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace recital;

// Every allocation is counted, so bytes a rating and the peak are measured and not computed.
namespace {

std::atomic<std::size_t> liveBytes{0};
std::atomic<std::size_t> peakBytes{0};

void* countedAllocation(std::size_t size) {
    void* memory = std::malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    const std::size_t live = liveBytes += malloc_usable_size(memory);
    if (live > peakBytes)
        peakBytes = live;
    return memory;
}

void countedFree(void* memory) noexcept {
    if (memory != nullptr)
        liveBytes -= malloc_usable_size(memory);
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) {
    return countedAllocation(size);
}
void* operator new[](std::size_t size) {
    return countedAllocation(size);
}
void operator delete(void* memory) noexcept {
    countedFree(memory);
}
void operator delete[](void* memory) noexcept {
    countedFree(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    countedFree(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    countedFree(memory);
}

namespace {

constexpr double wantedRate = 5e6;
constexpr double wantedBytes = 24.0;
constexpr int movieCount = 27278;

/// SplitMix64: the same file on every machine.
class Random {
public:
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    double normal() {
        return std::sqrt(-2.0 * std::log(1.0 - uniform())) * std::cos(6.283185307179586 * uniform());
    }

private:
    std::uint64_t m_state = 20;
};

/// Ids as in MovieLens 20M: dense up to about 9000, then ever wider gaps up to 131262.
std::vector<int> movieIds() {
    std::vector<int> ids;
    for (int i = 0; i < movieCount; ++i)
        ids.push_back(i < 9000 ? i + 1
                               : 9001 + static_cast<int>((i - 9000) * (122261.0 / (movieCount - 9000))));
    return ids;
}

/// Movies drawn with a long tail, popular ones spread over the ids.
class MovieSampler {
public:
    explicit MovieSampler(Random& random) {
        double sum = 0.0;
        for (int rank = 0; rank < movieCount; ++rank)
            m_cumulated.push_back(sum += std::pow(rank + 30.0, -1.1));
        for (double& value : m_cumulated)
            value /= sum;
        m_movieOfRank.resize(movieCount);
        for (int i = 0; i < movieCount; ++i)
            m_movieOfRank[static_cast<std::size_t>(i)] = i;
        for (std::size_t i = movieCount; i-- > 1;)
            std::swap(m_movieOfRank[i], m_movieOfRank[random.next() % (i + 1)]);
    }
    int draw(Random& random) const {
        const auto found = std::lower_bound(m_cumulated.begin(), m_cumulated.end(), random.uniform());
        return m_movieOfRank[static_cast<std::size_t>(
            std::min<std::ptrdiff_t>(found - m_cumulated.begin(), movieCount - 1))];
    }

private:
    std::vector<double> m_cumulated;
    std::vector<int> m_movieOfRank;
};

void writeMovies(const fs::path& folder) {
    std::ofstream file(folder / "movies.csv", std::ios::binary);
    file << "movieId,title,genres\n";
    for (const int id : movieIds())
        file << id << ",\"Film " << id << ", The (" << 1930 + id % 86 << ")\",Drama|Comedy\n";
}

void writeRatings(const fs::path& folder, std::int64_t rows) {
    static const char* const stars[] = {"0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5", "5.0"};
    Random random;
    const MovieSampler sampler(random);
    const std::vector<int> ids = movieIds();
    std::vector<bool> seen(movieCount);
    std::vector<int> movies;
    std::string text = "userId,movieId,rating,timestamp\n";
    std::ofstream file(folder / "ratings.csv", std::ios::binary);
    for (int user = 1; rows > 0; ++user) {
        // Log-normal with median 68 and mean 144, at least 20, as in the real set.
        const auto wanted =
            static_cast<std::int64_t>(std::clamp(std::exp(4.22 + 1.23 * random.normal()), 20.0, 3000.0));
        movies.clear();
        for (std::int64_t i = 0, count = std::min(wanted, rows); i < count;) {
            const int movie = sampler.draw(random);
            if (seen[static_cast<std::size_t>(movie)])
                continue;
            seen[static_cast<std::size_t>(movie)] = true;
            movies.push_back(movie);
            ++i;
        }
        rows -= static_cast<std::int64_t>(movies.size());
        std::sort(movies.begin(), movies.end());
        const std::uint64_t start = 789652009 + random.next() % 600000000; // 1995 to 2014
        for (const int movie : movies) {
            seen[static_cast<std::size_t>(movie)] = false;
            const int star = std::clamp(static_cast<int>(std::lround(6.0 + 2.1 * random.normal())), 0, 9);
            text += std::to_string(user) + ',' + std::to_string(ids[static_cast<std::size_t>(movie)]) + ',' +
                    stars[star] + ',' + std::to_string(start + random.next() % 50000) + '\n';
        }
        if (text.size() > (1U << 20U) || rows == 0) {
            file.write(text.data(), static_cast<std::streamsize>(text.size()));
            text.clear();
        }
    }
}

double seconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// What one would write first: std::getline, std::stoi, push_back. Rows a second.
double simpleReader(const fs::path& path, std::int64_t rows) {
    struct Rating {
        int user;
        int item;
        float value;
        long time;
    };
    const double begin = seconds(CLOCK_MONOTONIC);
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::vector<Rating> ratings;
    std::unordered_map<int, int> users;
    std::unordered_map<int, int> items;
    while (static_cast<std::int64_t>(ratings.size()) < rows && std::getline(file, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        const std::size_t third = line.find(',', second + 1);
        const int user = std::stoi(line.substr(0, first));
        const int item = std::stoi(line.substr(first + 1, second - first - 1));
        ratings.push_back({users.try_emplace(user, static_cast<int>(users.size())).first->second,
                           items.try_emplace(item, static_cast<int>(items.size())).first->second,
                           std::stof(line.substr(second + 1, third - second - 1)),
                           std::stol(line.substr(third + 1))});
    }
    return static_cast<double>(ratings.size()) / (seconds(CLOCK_MONOTONIC) - begin);
}

/// A line of /proc/self/status in MB; -1 if it is not there.
double statusMegabytes(const std::string& key) {
    std::ifstream file("/proc/self/status");
    std::string line;
    while (std::getline(file, line))
        if (line.starts_with(key + ':'))
            return std::strtod(line.c_str() + key.size() + 1, nullptr) / 1024.0;
    return -1.0;
}

class TemporaryFolder {
public:
    TemporaryFolder()
        : m_path(fs::temp_directory_path() / ("recital-bench-" + std::to_string(::getpid()))) {
        fs::create_directories(m_path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

struct Measured {
    double wall = 0.0;
    double processor = 0.0;
    double bytesHeld = 0.0;
    double bytesPeak = 0.0;
    double bytesOfColumns = 0.0;
    std::size_t ratings = 0;
    std::string fingerprint;
};

Measured measureLoad(const fs::path& folder) {
    Measured result;
    const std::size_t before = liveBytes;
    peakBytes = before;
    const double wall = seconds(CLOCK_MONOTONIC);
    const double processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const auto source = openFolder(folder);
    const auto dataset = source ? loadDataset(**source, {}) : source.error();
    result.wall = seconds(CLOCK_MONOTONIC) - wall;
    result.processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    if (!dataset) {
        std::fprintf(stderr, "%s\n", dataset.error().detail.c_str());
        std::exit(1);
    }
    result.ratings = (*dataset)->ratingCount();
    const auto count = static_cast<double>(result.ratings);
    result.bytesHeld = static_cast<double>(liveBytes - before) / count;
    result.bytesPeak = static_cast<double>(peakBytes - before) / count;
    result.bytesOfColumns = static_cast<double>((*dataset)->ratingBytes()) / count;
    result.fingerprint = (*dataset)->info().fingerprint;
    return result;
}

} // namespace

int main(int argc, char** argv) {
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 20000263;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const TemporaryFolder folder;
    writeMovies(folder.path());
    writeRatings(folder.path(), rows);
    const auto fileSize = static_cast<double>(fs::file_size(folder.path() / "ratings.csv"));
    std::printf("ratings.csv: %lld rows, %.0f MB, generated\n", static_cast<long long>(rows), fileSize / 1e6);

    Measured best;
    for (int run = 0; run < runs; ++run) {
        const Measured measured = measureLoad(folder.path());
        std::printf("run %d: %.3f s, processor %.3f s, %.1f million ratings/s\n", run + 1, measured.wall,
                    measured.processor, static_cast<double>(measured.ratings) / measured.wall / 1e6);
        if (run == 0 || measured.wall < best.wall)
            best = measured;
    }
    const double rate = static_cast<double>(best.ratings) / best.wall;
    const double simpleRate =
        simpleReader(folder.path() / "ratings.csv", std::min<std::int64_t>(rows, 2000000));
    std::printf("\n%-46s %10s %10s\n", "", "measured", "target");
    std::printf("%-46s %10.2f %10.2f\n", "million ratings/s, one thread, whole load", rate / 1e6,
                wantedRate / 1e6);
    std::printf("%-46s %10.2f %10.2f\n", "bytes a rating held, all allocations", best.bytesHeld, wantedBytes);
    std::printf("%-46s %10.2f\n", "bytes a rating, Dataset::ratingBytes", best.bytesOfColumns);
    std::printf("%-46s %10.2f\n", "bytes a rating at the peak of loading", best.bytesPeak);
    std::printf("%-46s %10.0f\n", "peak resident MB, mapped file included", statusMegabytes("VmHWM"));
    std::printf("%-46s %10.2f\n", "million ratings/s, std::getline and std::stoi", simpleRate / 1e6);
    std::printf("%-46s %10.1f\n", "times as fast", rate / simpleRate);
    std::printf("fingerprint %s\n", best.fingerprint.c_str());
    const bool reached =
        rate >= wantedRate && best.bytesHeld <= wantedBytes && best.ratings == static_cast<std::size_t>(rows);
    std::printf("%s\n", reached ? "targets reached" : "TARGET MISSED");
    return reached ? 0 : 1;
}
