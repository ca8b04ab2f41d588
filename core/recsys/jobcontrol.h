#pragma once

#include <functional>
#include <stop_token>

namespace recital {

/// What a long computation gets from its caller. Copied freely; everything in it may be left empty.
struct JobControl {
    std::stop_token stop; ///< asked in every block of work; a stopped job returns ErrorCode::Cancelled
    std::function<void(double)> progress; ///< fraction done in [0, 1]; called on the computing thread
    int threads = 1;                      ///< at least 1; results never depend on it

    bool stopRequested() const noexcept { return stop.stop_requested(); }
    void report(double fraction) const {
        if (progress)
            progress(fraction);
    }
};

} // namespace recital
