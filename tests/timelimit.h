#pragma once

namespace recital::test {

/// A limit of time that a test holds the program to. Instrumented code is many times slower and says nothing
/// about speed; there the limit only tells quick from endless.
constexpr double timeLimit(double limit) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 20.0 * limit;
#else
    return limit;
#endif
}

} // namespace recital::test
