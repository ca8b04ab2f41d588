#pragma once

#include "core/recsys/hash64.h"

#include <QtEndian>

#include <cmath>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

class QIODevice;

namespace recital {

/// Why a binary file cannot be read; caught where the file was opened.
class BinaryError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Writes little-endian numbers, arrays and texts, and hashes them on the way. After the first failure, or
/// once stopped, it does nothing more.
class BinaryWriter {
public:
    BinaryWriter() = default; ///< only counts bytes
    BinaryWriter(QIODevice& device, std::stop_token stop);

    void putBytes(std::string_view bytes) { putRaw(bytes.data(), bytes.size()); }
    template<typename T>
    void put(T value) {
        const T little = qToLittleEndian(value);
        putRaw(&little, sizeof little);
    }
    template<typename T>
    void putArray(std::span<const T> values) {
        if constexpr (QSysInfo::ByteOrder == QSysInfo::LittleEndian) {
            putRaw(values.data(), values.size_bytes());
        } else {
            for (const T value : values)
                put(value);
        }
    }
    void putText(const std::string& text);
    void putChecksum(); ///< u64 XXH64 of everything written so far

    std::uint64_t bytes() const noexcept { return m_bytes; }
    bool failed() const noexcept { return m_failed; }

private:
    void putRaw(const void* data, std::size_t size);

    QIODevice* m_device = nullptr;
    std::stop_token m_stop;
    Hash64 m_hash;
    std::uint64_t m_bytes = 0;
    bool m_failed = false;
};

/// The counterpart. Every size is compared with what is left of the file before memory is taken. Throws
/// BinaryError when the file is too short, a number is not finite, or the caller asked to stop.
class BinaryReader {
public:
    BinaryReader(QIODevice& device, std::stop_token stop); ///< of a device that knows its size

    std::uint64_t remaining() const noexcept { return m_remaining; }
    void limit(std::uint64_t bytes) { m_remaining = std::min(m_remaining, bytes); }
    /// Throws unless `count` elements of at least `bytesEach` can still follow.
    void require(std::uint64_t count, std::uint64_t bytesEach) const;

    std::string getBytes(std::size_t count);
    std::string getText();
    template<typename T>
    T get() {
        T value{};
        getRaw(&value, sizeof value);
        return qFromLittleEndian(value);
    }
    template<typename T>
    T getFinite() {
        const T value = get<T>();
        if (!std::isfinite(value))
            throw BinaryError("a number is not finite");
        return value;
    }
    template<typename T>
    void getInto(std::span<T> values) {
        getRaw(values.data(), values.size_bytes());
        if constexpr (QSysInfo::ByteOrder != QSysInfo::LittleEndian) {
            for (T& value : values)
                value = qFromLittleEndian(value);
        }
    }
    template<typename T>
    std::vector<T> getArray(std::uint64_t count) {
        require(count, sizeof(T));
        std::vector<T> values(static_cast<std::size_t>(count));
        getInto<T>(values);
        return values;
    }
    template<typename T>
    std::vector<T> getFiniteArray(std::uint64_t count) {
        std::vector<T> values = getArray<T>(count);
        for (const T value : values) {
            if (!std::isfinite(value))
                throw BinaryError("a number is not finite");
        }
        return values;
    }

    /// Whether the checksum that follows, outside the limit, is the one of everything read so far.
    bool checksumFits();

private:
    void getRaw(void* data, std::size_t size);

    QIODevice& m_device;
    std::stop_token m_stop;
    Hash64 m_hash;
    std::uint64_t m_remaining = 0;
};

} // namespace recital
