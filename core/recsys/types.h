#pragma once

#include <cstdint>

namespace recital {

/// Dense numbers from 0, in ascending order of the dataset's own ids: a lower index is a lower id.
using UserIndex = std::int32_t;
using ItemIndex = std::int32_t;

/// The numbers that stand in the dataset's files.
using UserId = std::int64_t;
using ItemId = std::int64_t;

/// Seconds since 1970-01-01 UTC; 0 where the data has no time.
using Timestamp = std::uint32_t;

/// One entry of a user's history. The value is the strength of the interaction: 1 for a binarised positive.
struct Interaction {
    ItemIndex item = 0;
    float value = 1.0F;

    friend bool operator==(const Interaction&, const Interaction&) = default;
};

struct ScoredItem {
    ItemIndex item = 0;
    float score = 0.0F;

    friend bool operator==(const ScoredItem&, const ScoredItem&) = default;
};

} // namespace recital
