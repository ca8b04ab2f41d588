#include "core/recsys/datasetstatistics.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace recital {

namespace {

constexpr double shareOfTopItems = 0.2;
constexpr int maximumValueBins = 20;
constexpr std::uint32_t secondsPerDay = 86400;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

std::vector<ItemStatistics> countItems(const Dataset& dataset, float threshold) {
    std::vector<ItemStatistics> perItem(at(dataset.itemCount()));
    const auto items = dataset.items();
    const auto values = dataset.values();
    for (std::size_t row = 0; row < values.size(); ++row) {
        ItemStatistics& item = perItem[at(items[row])];
        ++item.ratings;
        item.positives += values[row] >= threshold ? 1 : 0;
        item.meanRating += values[row]; // the sum for now
    }
    return perItem;
}

/// `sorted` ascending or descending.
double median(std::span<const std::int64_t> sorted) {
    if (sorted.empty())
        return 0.0;
    const std::size_t middle = sorted.size() / 2;
    const auto upper = static_cast<double>(sorted[middle]);
    return sorted.size() % 2 == 1 ? upper : (static_cast<double>(sorted[middle - 1]) + upper) / 2.0;
}

/// Share of the first 20 % (rounded up) of the descending counts.
double topShare(std::span<const std::int64_t> descending, std::int64_t total) {
    const auto top =
        static_cast<std::size_t>(std::ceil(shareOfTopItems * static_cast<double>(descending.size())));
    const std::int64_t sum =
        std::accumulate(descending.begin(), descending.begin() + static_cast<long>(top), std::int64_t{0});
    return total == 0 ? 0.0 : static_cast<double>(sum) / static_cast<double>(total);
}

/// Gini coefficient: sum over i of (2 i - n - 1) x_i / (n sum x), with x ascending and i from 1.
double gini(std::span<const std::int64_t> descending) {
    double weighted = 0.0;
    double total = 0.0;
    const auto n = static_cast<double>(descending.size());
    for (std::size_t i = 0; i < descending.size(); ++i) {
        const auto count = static_cast<double>(descending[i]);
        weighted += (n - 1.0 - 2.0 * static_cast<double>(i)) * count;
        total += count;
    }
    return total == 0.0 ? 0.0 : weighted / (n * total);
}

/// Distance of the values of the scale, 0 if they lie on no coarse grid.
double scaleStep(const Dataset& dataset) {
    const DatasetInfo& info = dataset.info();
    if (info.layout != DatasetLayout::DelimitedText)
        return info.minRating == 1.0F ? 1.0 : 0.5; // ml-100k and ml-1m have whole stars, the others half ones
    const auto values = dataset.values();
    for (const double step : {1.0, 0.5, 0.25, 0.1}) {
        const auto onGrid = [&](float value) {
            const double steps = (static_cast<double>(value) - info.minRating) / step;
            return std::abs(steps - std::round(steps)) < 1e-3;
        };
        if ((static_cast<double>(info.maxRating) - info.minRating) / step < maximumValueBins &&
            std::all_of(values.begin(), values.end(), onGrid))
            return step;
    }
    return 0.0;
}

std::vector<HistogramBin> ratingHistogram(const Dataset& dataset) {
    const double minimum = dataset.info().minRating;
    const double range = dataset.info().maxRating - minimum;
    const double step = scaleStep(dataset);
    const int bins = step > 0.0 ? static_cast<int>(std::lround(range / step)) + 1 : maximumValueBins;
    const double width = step > 0.0 ? step : range / bins;
    std::vector<HistogramBin> histogram(at(bins));
    for (int b = 0; b < bins; ++b)
        histogram[at(b)] = {minimum + b * width, minimum + (b + 1) * width, 0};
    const double tolerance = step > 0.0 ? 1e-3 : 0.0; // 0.1 has no exact float
    for (const float value : dataset.values()) {
        const int bin =
            static_cast<int>(std::floor((static_cast<double>(value) - minimum) / width + tolerance));
        ++histogram[at(std::clamp(bin, 0, bins - 1))].count;
    }
    return histogram;
}

/// Bins with bounds 1, 2, 5, 10, 20, 50...; from the first that holds a user to the last.
std::vector<HistogramBin> activityHistogram(std::span<const std::int64_t> ascending) {
    std::vector<HistogramBin> bins;
    double lower = 1.0;
    double upper = 2.0;
    for (const std::int64_t count : ascending) {
        if (count == 0)
            continue;
        while (static_cast<double>(count) >= upper) {
            if (!bins.empty())
                bins.push_back({upper, 0.0, 0});
            const double leading = upper / std::pow(10.0, std::floor(std::log10(upper) + 1e-9));
            lower = upper;
            upper *= leading > 1.5 && leading < 3.0 ? 2.5 : 2.0; // 1, 2, 5, 10
            if (!bins.empty())
                bins.back().upper = upper;
        }
        if (bins.empty())
            bins.push_back({lower, upper, 0});
        ++bins.back().count;
    }
    return bins;
}

std::vector<MonthCount> countMonths(const Dataset& dataset, Timestamp first, Timestamp last) {
    using namespace std::chrono;
    const std::uint32_t firstDay = first / secondsPerDay;
    std::vector<std::int64_t> days(last / secondsPerDay - firstDay + 1, 0);
    for (const Timestamp time : dataset.times())
        ++days[time / secondsPerDay - firstDay];
    std::vector<MonthCount> months;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const year_month_day date{sys_days{std::chrono::days{firstDay + static_cast<std::uint32_t>(i)}}};
        const int year = static_cast<int>(date.year());
        const int month = static_cast<int>(static_cast<unsigned>(date.month()));
        if (months.empty() || months.back().month != month)
            months.push_back({year, month, 0});
        months.back().ratings += days[i];
    }
    return months;
}

std::vector<GenreCount> countGenres(const Dataset& dataset, const std::vector<ItemStatistics>& perItem) {
    std::vector<GenreCount> genres;
    for (const std::string& name : dataset.genreNames())
        genres.push_back({name, 0, 0});
    for (ItemIndex item = 0; item < dataset.itemCount(); ++item)
        for (std::size_t g = 0; g < genres.size(); ++g)
            if ((dataset.item(item).genres >> g & 1U) != 0) {
                ++genres[g].items;
                genres[g].ratings += perItem[at(item)].ratings;
            }
    std::stable_sort(genres.begin(), genres.end(),
                     [](const GenreCount& a, const GenreCount& b) { return a.ratings > b.ratings; });
    return genres;
}

void describeItems(DatasetStatistics& statistics) {
    double sum = 0.0;
    for (ItemStatistics& item : statistics.perItem) {
        sum += item.meanRating;
        statistics.positives += item.positives;
        if (item.ratings == 0)
            continue;
        item.meanRating /= static_cast<double>(item.ratings);
        statistics.longTail.push_back(item.ratings);
    }
    std::sort(statistics.longTail.begin(), statistics.longTail.end(), std::greater());
    statistics.ratedItems = static_cast<int>(statistics.longTail.size());
    statistics.meanRating = statistics.ratings == 0 ? 0.0 : sum / static_cast<double>(statistics.ratings);
    statistics.medianRatingsPerItem = median(statistics.longTail);
    statistics.topItemShare = topShare(statistics.longTail, statistics.ratings);
    statistics.giniOfItems = gini(statistics.longTail);
}

} // namespace

DatasetStatistics computeStatistics(const Dataset& dataset, float positiveThreshold) {
    DatasetStatistics statistics;
    statistics.ratings = static_cast<std::int64_t>(dataset.ratingCount());
    statistics.users = dataset.userCount();
    statistics.items = dataset.itemCount();
    statistics.positiveThreshold = positiveThreshold;
    statistics.density = static_cast<double>(statistics.ratings) /
                         (static_cast<double>(statistics.users) * static_cast<double>(statistics.items));
    statistics.perItem = countItems(dataset, positiveThreshold);
    describeItems(statistics);

    std::vector<std::int64_t> perUser;
    for (UserIndex user = 0; user < dataset.userCount(); ++user)
        perUser.push_back(static_cast<std::int64_t>(dataset.rowsOfUser(user).size()));
    std::sort(perUser.begin(), perUser.end());
    statistics.medianRatingsPerUser = median(perUser);
    statistics.userActivity = activityHistogram(perUser);
    statistics.ratingValues = ratingHistogram(dataset);
    statistics.genres = countGenres(dataset, statistics.perItem);
    if (dataset.info().hasTimestamps) {
        const auto [first, last] = std::minmax_element(dataset.times().begin(), dataset.times().end());
        statistics.firstTime = *first;
        statistics.lastTime = *last;
        statistics.overTime = countMonths(dataset, *first, *last);
    }
    return statistics;
}

} // namespace recital
