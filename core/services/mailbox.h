#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace recital {

/// What a job tells the UI thread while it runs: events in order, none dropped, and the latest progress. The
/// worker writes, the UI thread takes everything at once, a few times a second.
template<typename T>
class Mailbox {
public:
    using Event = T;
    struct Content {
        std::vector<Event> events;
        double fraction = 0.0;
        double secondsLeft = -1.0; ///< < 0: not known yet
    };

    void post(Event event) {
        const std::lock_guard lock(m_mutex);
        m_content.events.push_back(std::move(event));
    }

    void setProgress(double fraction, double secondsLeft) {
        const std::lock_guard lock(m_mutex);
        m_content.fraction = fraction;
        m_content.secondsLeft = secondsLeft;
    }

    Content take() {
        const std::lock_guard lock(m_mutex);
        return {std::exchange(m_content.events, {}), m_content.fraction, m_content.secondsLeft};
    }

private:
    std::mutex m_mutex;
    Content m_content;
};

} // namespace recital
