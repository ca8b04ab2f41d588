#include "core/recsys/live/eventweights.h"

#include <algorithm>
#include <cmath>

namespace recital {

std::vector<double> eventWeights(const UpdateRule& rule, const Past& past) {
    std::vector<double> weights(past.events.size(), 0.0);
    double left = 1.0;
    for (std::size_t k = past.events.size(); k-- > 0;) {
        const double strength = static_cast<double>(past.events[k].value);
        if (strength == 0.0)
            continue;
        if (const auto* average = std::get_if<MovingAverageRule>(&rule)) {
            const double share = std::min(1.0, average->mix * std::abs(strength));
            weights[k] = left * (strength < 0.0 ? -share : share);
            left *= 1.0 - share;
            continue;
        }
        weights[k] = left * strength;
        if (const auto* recency = std::get_if<RecencyRule>(&rule))
            left *= recency->decay;
    }
    return weights;
}

} // namespace recital
