#pragma once

#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"

#include <cstdint>
#include <vector>

namespace recital {

/// Virtual users whose clicks are drawn from the held-out positives of real ones, in random order of users
/// and in time order within a user. Before each click three lists are asked for: with updates, without, and
/// the popular one; a hit is a click on a film that stood in the list.
class Simulator {
public:
    struct Options {
        int users = 200; ///< at most; those with held-out positives
        int k = 10;
        UpdateRule rule;
        std::uint64_t seed = 42;
    };

    /// One click. Hits say whether the film stood in the top k before it was clicked.
    struct Step {
        UserIndex user = 0;
        ItemIndex item = 0;
        bool hitWithUpdates = false;
        bool hitWithoutUpdates = false;
        bool hitPopular = false;
        double microseconds = 0.0; ///< of the list with updates
    };

    /// models and split must outlive the simulator.
    Simulator(const LiveModels& models, const Split& split, const Options& options);

    bool atEnd() const noexcept;
    std::size_t stepsLeft() const noexcept;
    int users() const noexcept;
    Step next();

private:
    struct VirtualUser;
    LiveModels m_models;
    const Split& m_split;
    Options m_options;
    std::vector<VirtualUser> m_users;
    std::vector<std::size_t> m_order; ///< users, one entry a click to come
    std::size_t m_position = 0;
    std::vector<float> m_scores;
};

} // namespace recital
