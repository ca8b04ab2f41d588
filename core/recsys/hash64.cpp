#include "core/recsys/hash64.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace recital {

namespace {

static_assert(std::endian::native == std::endian::little, "the hash is defined over little-endian words");

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t prime2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t prime3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t prime4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t prime5 = 0x27D4EB2F165667C5ULL;
constexpr std::size_t stripe = 32;

template<typename Word>
Word load(const std::byte* bytes) noexcept {
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t input) noexcept {
    return std::rotl(lane + input * prime2, 31) * prime1;
}

std::uint64_t merged(std::uint64_t hash, std::uint64_t lane) noexcept {
    return (hash ^ mixed(0, lane)) * prime1 + prime4;
}

void addStripe(std::array<std::uint64_t, 4>& lanes, const std::byte* bytes) noexcept {
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] = mixed(lanes[i], load<std::uint64_t>(bytes + 8 * i));
}

} // namespace

Hash64::Hash64(std::uint64_t seed) noexcept
    : m_lanes{seed + prime1 + prime2, seed + prime2, seed, seed - prime1}
    , m_seed(seed) {}

void Hash64::add(std::span<const std::byte> bytes) noexcept {
    m_total += bytes.size();
    if (m_pendingSize > 0) {
        const std::size_t taken = std::min(stripe - m_pendingSize, bytes.size());
        std::copy_n(bytes.begin(), taken, m_pending.begin() + static_cast<std::ptrdiff_t>(m_pendingSize));
        m_pendingSize += taken;
        bytes = bytes.subspan(taken);
        if (m_pendingSize < stripe)
            return;
        addStripe(m_lanes, m_pending.data());
        m_pendingSize = 0;
    }
    auto lanes = m_lanes; // a local copy stays in registers
    for (; bytes.size() >= stripe; bytes = bytes.subspan(stripe))
        addStripe(lanes, bytes.data());
    m_lanes = lanes;
    std::copy(bytes.begin(), bytes.end(), m_pending.begin());
    m_pendingSize = bytes.size();
}

std::uint64_t Hash64::value() const noexcept {
    std::uint64_t hash = m_seed + prime5;
    if (m_total >= stripe) {
        hash = std::rotl(m_lanes[0], 1) + std::rotl(m_lanes[1], 7) + std::rotl(m_lanes[2], 12) +
               std::rotl(m_lanes[3], 18);
        for (const std::uint64_t lane : m_lanes)
            hash = merged(hash, lane);
    }
    hash += m_total;
    const std::byte* rest = m_pending.data();
    const std::byte* end = rest + m_pendingSize;
    for (; end - rest >= 8; rest += 8)
        hash = std::rotl(hash ^ mixed(0, load<std::uint64_t>(rest)), 27) * prime1 + prime4;
    for (; end - rest >= 4; rest += 4)
        hash = std::rotl(hash ^ (load<std::uint32_t>(rest) * prime1), 23) * prime2 + prime3;
    for (; rest != end; ++rest)
        hash = std::rotl(hash ^ (std::to_integer<std::uint64_t>(*rest) * prime5), 11) * prime1;
    hash = (hash ^ (hash >> 33)) * prime2;
    hash = (hash ^ (hash >> 29)) * prime3;
    return hash ^ (hash >> 32);
}

std::string toHex(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[text.size() - 1 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15U];
    return text;
}

} // namespace recital
