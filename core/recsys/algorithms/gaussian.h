#pragma once

#include <cstdint>
#include <optional>
#include <random>

namespace recital {

/// Standard normal numbers by the transform of Box and Muller over std::mt19937, whose output the language
/// standard fixes; std::normal_distribution differs between standard libraries.
class Gaussian {
public:
    explicit Gaussian(std::uint64_t seed);
    double next();

private:
    double uniform(); ///< in (0, 1)

    std::mt19937 m_generator;
    std::optional<double> m_spare;
};

} // namespace recital
