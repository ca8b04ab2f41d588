#include "core/store/binarystream.h"

#include <QIODevice>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// Bytes between two looks at the stop token; a few milliseconds.
constexpr std::size_t blockBytes = 4 << 20;

} // namespace

BinaryWriter::BinaryWriter(QIODevice& device, std::stop_token stop)
    : m_device(&device)
    , m_stop(std::move(stop)) {}

void BinaryWriter::putText(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    putBytes(text);
}

void BinaryWriter::putChecksum() {
    put(m_hash.value());
}

void BinaryWriter::putRaw(const void* data, std::size_t size) {
    m_bytes += size;
    if (!m_device)
        return;
    const char* bytes = static_cast<const char*>(data);
    while (size > 0 && !m_failed) {
        const auto block = static_cast<qint64>(std::min(size, blockBytes));
        m_failed = m_stop.stop_requested() || m_device->write(bytes, block) != block;
        m_hash.add(std::as_bytes(std::span(bytes, static_cast<std::size_t>(block))));
        bytes += block;
        size -= static_cast<std::size_t>(block);
    }
}

BinaryReader::BinaryReader(QIODevice& device, std::stop_token stop)
    : m_device(device)
    , m_stop(std::move(stop))
    , m_remaining(static_cast<std::uint64_t>(std::max<qint64>(0, device.size() - device.pos()))) {}

void BinaryReader::require(std::uint64_t count, std::uint64_t bytesEach) const {
    if (bytesEach > 0 && count > m_remaining / bytesEach)
        throw BinaryError("truncated or damaged: a part is longer than the file");
}

std::string BinaryReader::getBytes(std::size_t count) {
    require(count, 1);
    std::string bytes(count, '\0');
    getRaw(bytes.data(), count);
    return bytes;
}

std::string BinaryReader::getText() {
    return getBytes(get<std::uint32_t>());
}

void BinaryReader::getRaw(void* data, std::size_t size) {
    require(size, 1);
    m_remaining -= size;
    char* bytes = static_cast<char*>(data);
    while (size > 0) {
        if (m_stop.stop_requested())
            throw BinaryError("stopped");
        const auto block = static_cast<qint64>(std::min(size, blockBytes));
        if (m_device.read(bytes, block) != block)
            throw BinaryError("truncated or unreadable");
        m_hash.add(std::as_bytes(std::span(bytes, static_cast<std::size_t>(block))));
        bytes += block;
        size -= static_cast<std::size_t>(block);
    }
}

bool BinaryReader::checksumFits() {
    const std::uint64_t expected = m_hash.value();
    m_remaining += sizeof expected;
    return get<std::uint64_t>() == expected;
}

} // namespace recital
