#include "core/services/transferspeed.h"

#include <cmath>

namespace recital {

namespace {

constexpr qint64 interval = 250;  // ms
constexpr double memory = 2000.0; // ms

} // namespace

void TransferSpeed::start() {
    m_bytes = 0;
    m_clock.start();
}

void TransferSpeed::add(qint64 bytes) {
    m_bytes += bytes;
    const qint64 elapsed = m_clock.elapsed();
    if (elapsed < interval)
        return;
    const double now = 1000.0 * static_cast<double>(m_bytes) / static_cast<double>(elapsed);
    const double weight =
        m_bytesPerSecond == 0.0 ? 1.0 : 1.0 - std::exp(-static_cast<double>(elapsed) / memory);
    m_bytesPerSecond += weight * (now - m_bytesPerSecond);
    start();
}

} // namespace recital
