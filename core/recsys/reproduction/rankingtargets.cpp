#include "core/recsys/reproduction/listmetrics.h"
#include "core/recsys/reproduction/sar.h"
#include "core/recsys/reproduction/targets.h"

#include <algorithm>

namespace recital::reproduction {

namespace {

constexpr int listLength = 10;
constexpr std::uint32_t notebookSeed = 42; // of all notebooks of Recommenders

struct PublishedLists {
    double map, ndcg, precision, recall;
};

std::vector<ReproducedValue> compare(const PublishedLists& published, const ListMetrics& ours) {
    return {exactly("MAP@10 (by n)", published.map, 6, ours.mapByRelevant),
            exactly("NDCG@10", published.ndcg, 6, ours.ndcg),
            exactly("P@10", published.precision, 6, ours.precision),
            exactly("R@10", published.recall, 6, ours.recall)};
}

std::string overUsers(const ListMetrics& metrics) {
    return ", over " + std::to_string(metrics.users) + " users. MAP divided by min(n, 10) would be " +
           decimals(metrics.mapByLength, 6) + '.';
}

Result<ReproductionResult> sar(const Dataset& dataset, Stratum stratum, const PublishedLists& published,
                               const JobControl& control) {
    const RowSplit split = stratifiedSplit(dataset, stratum, notebookSeed);
    if (control.stopRequested())
        return cancelled();
    const Sar model(dataset, split.train);
    const auto score = [&model](UserIndex user, std::span<double> scores) { model.score(user, scores); };
    const auto metrics = evaluateLists(dataset, split, score, listLength, control);
    if (!metrics)
        return metrics.error();
    ReproductionResult result;
    result.values = compare(published, *metrics);
    result.explanation = std::string("Stratified by ") + (stratum == Stratum::User ? "user" : "item") + ": " +
                         describe(split) + overUsers(*metrics);
    return result;
}

} // namespace

Result<ReproductionResult> sarByUser(const Dataset& dataset, const JobControl& control) {
    return sar(dataset, Stratum::User, {.106959, .379533, .331071, .176837}, control);
}

Result<ReproductionResult> sarByItem(const Dataset& dataset, const JobControl& control) {
    return sar(dataset, Stratum::Item, {.114038, .393819, .340615, .185377}, control);
}

Result<ReproductionResult> mostPopular(const Dataset& dataset, const JobControl& control) {
    const RowSplit split = shuffleSplit(dataset, notebookSeed);
    std::vector<double> raters(static_cast<std::size_t>(dataset.itemCount()));
    for (const std::uint32_t row : split.train)
        raters[static_cast<std::size_t>(dataset.items()[row])] += 1.0;
    const auto score = [&raters](UserIndex, std::span<double> scores) {
        std::ranges::copy(raters, scores.begin());
    };
    const auto metrics = evaluateLists(dataset, split, score, listLength, control);
    if (!metrics)
        return metrics.error();
    ReproductionResult result;
    result.values = compare({.055008, .252867, .224628, .111736}, *metrics);
    for (ReproducedValue& value : result.values)
        value.tolerance = 5e-4; // equal counts: their order is not published and moves the fourth digit
    result.explanation =
        "Shuffled: " + describe(split) + "; equal counts show the lower item first" + overUsers(*metrics);
    return result;
}

} // namespace recital::reproduction
