#pragma once

#include "core/services/services.h"
#include "tests/services/fixtures.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace recital::test {

inline std::unique_ptr<Services> makeServices(const QString& folder) {
    auto services = Services::create(folder);
    if (!services)
        qFatal("%s", services.error().detail.c_str());
    return std::move(services).value();
}

/// The generated dataset, nothing trained.
inline void publishData(Services& services, SnapshotOptions options = {}) {
    options.trained = false;
    services.store.publish(makeSnapshot(options));
}

/// Longest time the event loop did not turn, in milliseconds.
class StallMeter {
public:
    StallMeter() {
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_worst = std::max(m_worst, m_clock.restart()); });
        m_clock.start();
        m_timer.start();
    }
    qint64 worst() const { return m_worst; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
};

} // namespace recital::test
