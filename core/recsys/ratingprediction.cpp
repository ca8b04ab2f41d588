#include "core/recsys/ratingprediction.h"

#include <cassert>
#include <cmath>

namespace recital {

RatingError evaluateUserMean(const Dataset& dataset, const OfficialFold& fold) {
    const auto users = dataset.users();
    const auto values = dataset.values();
    std::vector<double> sum(static_cast<std::size_t>(dataset.userCount()));
    std::vector<std::int64_t> count(sum.size());
    double total = 0.0;
    for (const std::uint32_t row : fold.trainRows) {
        const auto user = static_cast<std::size_t>(users[row]);
        sum[user] += values[row];
        ++count[user];
        total += values[row];
    }
    assert(!fold.trainRows.empty() && !fold.testRows.empty());
    const double globalMean = total / static_cast<double>(fold.trainRows.size());

    RatingError error{.ratings = static_cast<std::int64_t>(fold.testRows.size())};
    for (const std::uint32_t row : fold.testRows) {
        const auto user = static_cast<std::size_t>(users[row]);
        const bool known = count[user] > 0;
        error.fallbacks += known ? 0 : 1;
        const double predicted = known ? sum[user] / static_cast<double>(count[user]) : globalMean;
        const double difference = values[row] - predicted;
        error.rmse += difference * difference;
        error.mae += std::abs(difference);
    }
    const auto ratings = static_cast<double>(error.ratings);
    error.rmse = std::sqrt(error.rmse / ratings);
    error.mae /= ratings;
    return error;
}

} // namespace recital
