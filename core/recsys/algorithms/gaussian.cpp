#include "core/recsys/algorithms/gaussian.h"

#include <cmath>
#include <numbers>

namespace recital {
namespace {

std::mt19937 seeded(std::uint64_t seed) {
    std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
    return std::mt19937(sequence);
}

} // namespace

Gaussian::Gaussian(std::uint64_t seed)
    : m_generator(seeded(seed)) {}

double Gaussian::uniform() {
    return (static_cast<double>(m_generator()) + 0.5) * 0x1p-32;
}

double Gaussian::next() {
    if (m_spare) {
        const double value = *m_spare;
        m_spare.reset();
        return value;
    }
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    const double angle = 2.0 * std::numbers::pi * uniform();
    m_spare = radius * std::sin(angle);
    return radius * std::cos(angle);
}

} // namespace recital
