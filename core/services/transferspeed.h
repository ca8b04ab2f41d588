#pragma once

#include <QElapsedTimer>

namespace recital {

/// How fast bytes come, smoothed over about 2 s.
class TransferSpeed {
public:
    void start(); ///< the clock; what was known of the speed stays
    void add(qint64 bytes);
    double bytesPerSecond() const noexcept { return m_bytesPerSecond; } ///< 0: not known yet

private:
    QElapsedTimer m_clock;
    qint64 m_bytes = 0; ///< since the clock was started
    double m_bytesPerSecond = 0.0;
};

} // namespace recital
