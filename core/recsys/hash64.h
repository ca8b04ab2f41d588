#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace recital {

/// XXH64 (Yann Collet, https://xxhash.com, specification 0.1.1): a fast, well-distributed hash to recognise
/// equal data. Not cryptographic.
class Hash64 {
public:
    explicit Hash64(std::uint64_t seed = 0) noexcept;

    void add(std::span<const std::byte> bytes) noexcept;
    std::uint64_t value() const noexcept; ///< of everything added so far

private:
    std::array<std::uint64_t, 4> m_lanes;
    std::array<std::byte, 32> m_pending{};
    std::size_t m_pendingSize = 0;
    std::uint64_t m_total = 0;
    std::uint64_t m_seed;
};

/// 16 hexadecimal digits.
std::string toHex(std::uint64_t value);

} // namespace recital
