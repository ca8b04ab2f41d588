#pragma once

#include "core/recsys/dataset.h"

#include <cstdint>
#include <vector>

namespace recital {

struct HistogramBin {
    double lower = 0.0; ///< inclusive
    double upper = 0.0; ///< exclusive, but for the last
    std::int64_t count = 0;
};

struct GenreCount {
    std::string name;
    int items = 0;
    std::int64_t ratings = 0;
};

struct MonthCount {
    int year = 0;
    int month = 1; ///< 1 to 12
    std::int64_t ratings = 0;
};

/// Counts of one item over all its ratings.
struct ItemStatistics {
    std::int64_t ratings = 0;
    std::int64_t positives = 0; ///< at or above the threshold
    double meanRating = 0.0;    ///< 0 where ratings == 0
};

/// Everything the dataset card and its charts show; computed from the ratings, nothing assumed.
struct DatasetStatistics {
    std::int64_t ratings = 0;
    int users = 0;
    int items = 0;
    int ratedItems = 0;
    double density = 0.0; ///< ratings / (users * items)
    double meanRating = 0.0;
    double medianRatingsPerUser = 0.0;
    double medianRatingsPerItem = 0.0; ///< over rated items
    std::int64_t positives = 0;
    float positiveThreshold = 4.0F;
    double topItemShare = 0.0; ///< share of ratings on the most rated 20 % (rounded up) of rated items
    double giniOfItems = 0.0;  ///< of ratings over rated items
    Timestamp firstTime = 0;
    Timestamp lastTime = 0;
    /// One bin a value of the scale: `lower` is the value. 20 equal bins where the values lie on no grid.
    std::vector<HistogramBin> ratingValues;
    std::vector<std::int64_t> longTail;     ///< ratings of each rated item, descending
    std::vector<HistogramBin> userActivity; ///< users by ratings, bounds 1, 2, 5, 10, 20, 50...
    std::vector<MonthCount> overTime; ///< UTC, first month to last, empty ones included; none without times
    std::vector<GenreCount> genres;   ///< by ratings, descending
    std::vector<ItemStatistics> perItem; ///< by ItemIndex
};

DatasetStatistics computeStatistics(const Dataset& dataset, float positiveThreshold = 4.0F);

} // namespace recital
