#include "core/recsys/reproduction/numpyrandom.h"

#include <bit>
#include <cmath>
#include <numeric>

namespace recital::reproduction {

double NumpyRandom::uniform() {
    const std::uint32_t high = m_words() >> 5U;
    const std::uint32_t low = m_words() >> 6U;
    return (high * 0x1p26 + low) * 0x1p-53;
}

double NumpyRandom::normal() {
    if (m_spareNormal) {
        const double value = *m_spareNormal;
        m_spareNormal.reset();
        return value;
    }
    double x = 0.0;
    double y = 0.0;
    double square = 0.0;
    do {
        x = 2.0 * uniform() - 1.0;
        y = 2.0 * uniform() - 1.0;
        square = x * x + y * y;
    } while (square >= 1.0 || square == 0.0);
    const double factor = std::sqrt(-2.0 * std::log(square) / square);
    m_spareNormal = factor * x;
    return factor * y;
}

std::uint32_t NumpyRandom::bounded(std::uint32_t greatest) {
    if (greatest == 0)
        return 0; // draws nothing
    const std::uint32_t mask = ~std::uint32_t{0} >> std::countl_zero(greatest);
    std::uint32_t value = m_words() & mask;
    while (value > greatest)
        value = m_words() & mask;
    return value;
}

std::vector<std::uint32_t> NumpyRandom::permutation(std::uint32_t count) {
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    shuffle(numbers);
    return numbers;
}

} // namespace recital::reproduction
