#include "core/recsys/reproduction.h"

#include "core/recsys/hash64.h"
#include "core/recsys/reproduction/targets.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace recital {

using namespace reproduction;

namespace {

struct Entry {
    ReproductionTarget target;
    Result<ReproductionResult> (*compute)(const Dataset&, const JobControl&);
};

constexpr std::array entries{
    Entry{{"T1", "SAR, quick start", "Recommenders, examples/00_quick_start/sar_movielens.ipynb"}, sarByUser},
    Entry{{"T2", "SAR, benchmark", "Recommenders, examples/06_benchmarks/movielens.ipynb"}, sarByItem},
    Entry{{"T3", "User mean",
           "Recommenders, examples/02_model_collaborative_filtering/baseline_deep_dive.ipynb"},
          userMean},
    Entry{{"T4", "Most popular",
           "Recommenders, examples/02_model_collaborative_filtering/baseline_deep_dive.ipynb"},
          mostPopular},
    Entry{{"T5", "UserAverage", "MyMediaLite, mymedialite.net/documentation/command_line.html"}, userAverage},
    Entry{{"T6", "BaselineOnly", "Surprise, README, benchmarks"}, biasModel},
    Entry{{"T7", "SVD", "Surprise, README, benchmarks"}, biasedMf},
    Entry{{"P0", "Ranking models on the official folds", "Recital, golden values measured independently"},
          goldenRanking},
};

constexpr auto targets = [] {
    std::array<ReproductionTarget, entries.size()> list;
    std::ranges::transform(entries, list.begin(), &Entry::target);
    return list;
}();

constexpr int expectedUsers = 943;
constexpr int expectedItems = 1682;
constexpr std::size_t expectedRatings = 100'000;
constexpr std::uint64_t expectedRows =
    0xdc50ac55e8502e8d; ///< hashOfRows() of u.data, md5 6e47046882bad158b0efbb84cd5cb987

/// Depends on the order, unlike the dataset's fingerprint.
std::uint64_t hashOfRows(const Dataset& dataset) {
    Hash64 hash;
    for (std::size_t row = 0; row < dataset.ratingCount(); ++row) {
        const std::array<std::int64_t, 4> record{
            dataset.userId(dataset.users()[row]), dataset.item(dataset.items()[row]).id,
            static_cast<std::int64_t>(dataset.values()[row] * 2.0F), dataset.times()[row]};
        hash.add(std::as_bytes(std::span(record)));
    }
    return hash.value();
}

std::string counts(int users, int items, std::size_t ratings) {
    return std::to_string(users) + " users, " + std::to_string(items) + " items and " +
           std::to_string(ratings) + " ratings";
}

} // namespace

bool ReproductionResult::agrees() const {
    return !values.empty() && std::ranges::all_of(values, &ReproducedValue::agrees);
}

std::span<const ReproductionTarget> reproductionTargets() noexcept {
    return targets;
}

Status checkReproducible(const Dataset& dataset) {
    if (dataset.userCount() != expectedUsers || dataset.itemCount() != expectedItems ||
        dataset.ratingCount() != expectedRatings)
        return Error{ErrorCode::InvalidData,
                     "the published figures are of MovieLens 100K with " +
                         counts(expectedUsers, expectedItems, expectedRatings) + "; " + dataset.info().name +
                         " has " + counts(dataset.userCount(), dataset.itemCount(), dataset.ratingCount())};
    if (hashOfRows(dataset) != expectedRows)
        return Error{ErrorCode::InvalidData,
                     dataset.info().name +
                         " has the counts of MovieLens 100K, but not its ratings in the row order of u.data, "
                         "on which the published splits rest"};
    return success();
}

Result<std::span<const OfficialFold>> reproduction::officialFolds(const Dataset& dataset) {
    constexpr std::array<std::string_view, 5> names{"u1", "u2", "u3", "u4", "u5"};
    const std::vector<OfficialFold>& folds = dataset.folds();
    const bool whole = folds.size() >= names.size() &&
                       std::equal(names.begin(), names.end(), folds.begin(),
                                  [](std::string_view name, const OfficialFold& fold) {
                                      return fold.name == name && fold.trainRows.size() == 80'000 &&
                                             fold.testRows.size() == 20'000;
                                  });
    if (!whole)
        return Error{
            ErrorCode::InvalidData,
            "this needs the official folds of MovieLens 100K: u1.base, u1.test and so on to u5.test"};
    return std::span(folds).first(names.size());
}

Result<ReproductionResult> reproduce(const Dataset& dataset, std::string_view id, const JobControl& control) {
    const auto entry = std::ranges::find(entries, id, [](const Entry& e) { return e.target.id; });
    if (entry == entries.end())
        return Error{ErrorCode::UnknownId, "there is no target " + std::string(id)};
    if (const Status usable = checkReproducible(dataset); !usable)
        return usable.error();
    if (control.stopRequested())
        return cancelled();
    const auto start = std::chrono::steady_clock::now();
    auto result = entry->compute(dataset, control);
    if (!result)
        return result;
    result->id = entry->target.id;
    result->title = entry->target.title;
    result->source = entry->target.source;
    result->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    control.report(1.0);
    return result;
}

} // namespace recital
