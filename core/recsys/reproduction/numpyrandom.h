#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace recital::reproduction {

/// NumPy's legacy generator, numpy.random.RandomState(seed): the Mersenne Twister with its own ways from
/// words to numbers. Published splits and start values are drawn from it, so every bit counts.
class NumpyRandom {
public:
    explicit NumpyRandom(std::uint32_t seed)
        : m_words(seed) {}

    double uniform(); ///< in [0, 1), 53 bits of two words: NumPy's random_sample
    double normal();  ///< standard normal by Marsaglia's polar method, two numbers a pair of uniforms
    std::uint32_t bounded(std::uint32_t greatest); ///< uniform in [0, greatest], masked rejection

    template<typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i-- > 1;)
            std::swap(values[i], values[bounded(static_cast<std::uint32_t>(i))]);
    }
    std::vector<std::uint32_t> permutation(std::uint32_t count); ///< 0 to count - 1, shuffled

private:
    std::mt19937 m_words;
    std::optional<double> m_spareNormal;
};

} // namespace recital::reproduction
