#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace recital {

/// While it lives, Ctrl+C (and SIGTERM) asks the job to stop instead of ending the process; a second one ends
/// it at once. Make it before any thread is started: the signals stay blocked in threads that inherit its
/// mask.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    void watch(const std::stop_token& finished);

    sigset_t m_signals{};
    sigset_t m_previous{};
    std::stop_source m_source;
    std::jthread m_watcher; // last: joined before the members it uses go
};

} // namespace recital
