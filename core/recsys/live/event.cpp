#include "core/recsys/live/event.h"

#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace recital {

namespace {

constexpr std::array kTypes{EventType::View,     EventType::Click, EventType::Like,  EventType::Dislike,
                            EventType::Purchase, EventType::Share, EventType::Rating};
constexpr std::array<std::string_view, kTypes.size()> kKeys{"view",     "click", "like",  "dislike",
                                                            "purchase", "share", "rating"};

} // namespace

std::span<const EventType> allEventTypes() noexcept {
    return kTypes;
}

std::string_view eventKey(EventType type) noexcept {
    return kKeys[static_cast<std::size_t>(type)];
}

std::optional<EventType> eventTypeOf(std::string_view key) noexcept {
    const auto* found = std::ranges::find(kKeys, key);
    if (found == kKeys.end())
        return std::nullopt;
    return kTypes[static_cast<std::size_t>(found - kKeys.begin())];
}

bool takesItemOffTheList(EventType type) noexcept {
    return type != EventType::View;
}

double EventStrengths::of(const Event& event) const {
    return of(event.type, event.stars);
}

double EventStrengths::of(EventType type, int starCount) const {
    switch (type) {
    case EventType::View:
        return view;
    case EventType::Click:
        return click;
    case EventType::Like:
        return like;
    case EventType::Dislike:
        return dislike;
    case EventType::Purchase:
        return purchase;
    case EventType::Share:
        return share;
    case EventType::Rating:
        break;
    }
    assert(starCount >= 1 && starCount <= 5);
    return stars[static_cast<std::size_t>(std::clamp(starCount, 1, 5) - 1)];
}

void EventStrengths::set(EventType type, int starCount, double strength) {
    switch (type) {
    case EventType::View:
        view = strength;
        return;
    case EventType::Click:
        click = strength;
        return;
    case EventType::Like:
        like = strength;
        return;
    case EventType::Dislike:
        dislike = strength;
        return;
    case EventType::Purchase:
        purchase = strength;
        return;
    case EventType::Share:
        share = strength;
        return;
    case EventType::Rating:
        break;
    }
    assert(starCount >= 1 && starCount <= 5);
    stars[static_cast<std::size_t>(std::clamp(starCount, 1, 5) - 1)] = strength;
}

Status EventStrengths::validate() const {
    const auto check = [](double strength, const std::string& name) -> Status {
        if (std::isfinite(strength) && std::abs(strength) <= greatest)
            return success();
        return Error{ErrorCode::InvalidParameters,
                     "the strength of " + name + " is " + numberText(strength) + ", not between -10 and 10"};
    };
    for (const EventType type : kTypes) {
        const int last = type == EventType::Rating ? 5 : 1;
        for (int count = 1; count <= last; ++count) {
            std::string name(eventKey(type));
            if (type == EventType::Rating)
                name += ' ' + std::to_string(count);
            if (const Status valid = check(of(type, count), name); !valid)
                return valid;
        }
    }
    return success();
}

} // namespace recital
