#pragma once

#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"

#include <cstdint>
#include <vector>

namespace recital {

/// Virtual users whose clicks are the held-out likes of real ones. The clicks of all of them come in a random
/// order, those of one user in the order in which they were made. Before each click three lists are asked
/// for: with updates, without, and the popular one; a hit is a click on an item that stood in the list. All
/// three start from what the split's training part knows and leave out what was seen or clicked; a click has
/// the strength of a like.
class Simulator {
public:
    struct Options {
        int users = 200; ///< at most, at least 1: those with held-out likes, chosen by hash of seed and id
        int k = 10;      ///< 1 to 1000
        UpdateRule rule;
        std::uint64_t seed = 42;

        Status validate() const; ///< InvalidParameters
        friend bool operator==(const Options&, const Options&) = default;
    };

    /// One click. Hits say whether the item stood in the top k before it was clicked.
    struct Step {
        UserIndex user = 0;
        ItemIndex item = 0;
        bool hitWithUpdates = false;
        bool hitWithoutUpdates = false;
        bool hitPopular = false;
        double microseconds = 0.0; ///< of the list with updates
    };

    /// models, split and what they point to must outlive the simulator; dataset and model are there,
    /// popularity are the positives of the training part of `split`. The options are valid.
    Simulator(const LiveModels& models, const Split& split, const Options& options);
    ~Simulator();
    Simulator(const Simulator&) = delete;
    Simulator& operator=(const Simulator&) = delete;

    bool atEnd() const noexcept { return m_position == m_order.size(); }
    std::size_t stepsLeft() const noexcept { return m_order.size() - m_position; }
    int users() const noexcept;
    Step next(); ///< not at the end. All but the time is a function of the arguments of the constructor.

private:
    struct VirtualUser;

    LiveModels m_models;
    Options m_options;
    std::vector<VirtualUser> m_users;
    std::vector<std::size_t> m_order; ///< users, one entry a click to come
    std::size_t m_position = 0;
    std::vector<float> m_scores;
};

} // namespace recital
