#pragma once

#include "core/recsys/result.h"
#include "core/recsys/types.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace recital {

/// What somebody can do with an item. The numbers are stored: new types go to the end.
enum class EventType { View, Click, Like, Dislike, Purchase, Share, Rating };

std::span<const EventType> allEventTypes() noexcept; ///< in the order of the enumeration
/// "view", "click", "like", "dislike", "purchase", "share", "rating": files, HTTP, command line.
std::string_view eventKey(EventType type) noexcept;
std::optional<EventType> eventTypeOf(std::string_view key) noexcept;

/// A view is only a look: the item may still be recommended. Everything else takes it off the list.
bool takesItemOffTheList(EventType type) noexcept;

struct Event {
    EventType type = EventType::Like;
    ItemIndex item = 0;
    int stars = 0;         ///< 1 to 5 for Rating, else 0
    std::int64_t time = 0; ///< milliseconds since 1970-01-01 UTC

    friend bool operator==(const Event&, const Event&) = default;
};

/// How much an event says, in units of one positive rating of the training data: the one table that the
/// stage, the HTTP server and retraining read. Positive: a preference of that confidence. Negative: a dislike
/// of that confidence (evaluation.md 6.8). 0: says nothing.
struct EventStrengths {
    double view = 0.1;
    double click = 0.4;
    double like = 1.0;
    double dislike = -1.0;
    double purchase = 1.5;
    double share = 1.2;
    std::array<double, 5> stars{-1.0, -0.5, 0.2, 1.0, 1.5}; ///< ratings of 1 to 5

    double of(const Event& event) const;
    double of(EventType type, int stars = 0) const;
    void set(EventType type, int stars, double strength);
    Status validate() const; ///< InvalidParameters: not finite, or larger than `greatest` in magnitude

    static constexpr double greatest = 10.0;
    friend bool operator==(const EventStrengths&, const EventStrengths&) = default;
};

} // namespace recital
