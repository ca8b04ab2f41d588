#pragma once

#include <cstdint>

namespace recital {

/// A bijection of 64 bits whose output bits all depend on all input bits: the finaliser of SplitMix64
/// (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014). Portable, stateless:
/// choices that are made by hash do not depend on the order in which they are made.
constexpr std::uint64_t mixBits(std::uint64_t x) noexcept {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Hash of an ordered pair; chain it for more.
constexpr std::uint64_t mixBits(std::uint64_t a, std::uint64_t b) noexcept {
    return mixBits(mixBits(a) ^ b);
}

} // namespace recital
