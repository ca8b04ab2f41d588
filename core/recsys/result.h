#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace recital {

/// The sentence a person reads is made from the code and translated; the detail stays English and exact.
enum class ErrorCode {
    Cancelled,         ///< the caller asked to stop; an ordinary outcome, not shown as an error
    FileNotFound,      ///< missing or unreadable file or folder
    FileWrite,         ///< disk full, no permission
    BadFormat,         ///< content that does not fit its layout; the detail names file, line and reason
    UnknownLayout,     ///< no known dataset layout recognised
    InvalidParameters, ///< a parameter outside its limits
    InvalidData,       ///< data that parse but cannot be used, e.g. no positives
    UnknownId,         ///< a user or item that the dataset does not have
    Network,
    Checksum,
    Database,
    Busy,    ///< another job is running; ask again when it is done
    Internal ///< an exception of a library, caught by the job wrapper
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail; ///< e.g. "ratings.csv:1042: rating 6.0 is outside 0.5 to 5"
};

/// A value or the Error that prevented it.
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T& value() & {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    /// By value, so that a range-for over the value of a temporary does not dangle.
    T value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Result of something that only succeeds or fails.
using Status = Result<std::monostate>;
inline Status success() {
    return std::monostate{};
}

} // namespace recital
