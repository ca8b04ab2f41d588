#include "app/interrupt.h"

#include "app/exitcode.h"

#include <pthread.h>
#include <unistd.h>

namespace recital {

Interrupt::Interrupt() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_previous);
    m_watcher = std::jthread([this](const std::stop_token& finished) { watch(finished); });
}

Interrupt::~Interrupt() {
    m_watcher.request_stop();
    m_watcher.join();
    pthread_sigmask(SIG_SETMASK, &m_previous, nullptr);
}

void Interrupt::watch(const std::stop_token& finished) {
    // A signal handler may hardly call anything; a thread that waits for the signal may.
    constexpr timespec patience{0, 50'000'000};
    while (!finished.stop_requested()) {
        if (sigtimedwait(&m_signals, nullptr, &patience) < 0)
            continue;
        if (m_source.stop_requested())
            _exit(ExitInterrupted);
        m_source.request_stop();
    }
}

} // namespace recital
