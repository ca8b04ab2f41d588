#include "core/recsys/reproduction/listmetrics.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/metrics.h"
#include "core/recsys/parallel.h"
#include "core/recsys/topselector.h"

#include <algorithm>
#include <vector>

namespace recital::reproduction {

namespace {

using ItemsOfUsers = std::vector<std::vector<ItemIndex>>;

ItemsOfUsers itemsByUser(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    ItemsOfUsers items(static_cast<std::size_t>(dataset.userCount()));
    for (const std::uint32_t row : rows)
        items[static_cast<std::size_t>(dataset.users()[row])].push_back(dataset.items()[row]);
    for (auto& own : items)
        std::ranges::sort(own);
    return items;
}

/// Ranks from 1 at which the k best unseen items are relevant ones.
std::vector<int> hitRanks(std::span<const double> scores, std::span<const ItemIndex> seen,
                          std::span<const ItemIndex> relevant, int k) {
    TopSelector selector(static_cast<std::size_t>(k));
    auto next = seen.begin();
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto item = static_cast<ItemIndex>(i);
        if (next != seen.end() && *next == item)
            ++next;
        else
            selector.offer(item, scores[i]);
    }
    std::vector<TopSelector::Entry> list;
    selector.drainInto(list);
    std::vector<int> hits;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (std::ranges::binary_search(relevant, list[i].item))
            hits.push_back(static_cast<int>(i) + 1);
    return hits;
}

ListMetrics metricsOf(std::span<const int> hits, int relevant, int k, const Discounts& discounts) {
    ListMetrics metrics;
    metrics.precision = precisionAtK(hits, k);
    metrics.recall = recallAtK(hits, relevant);
    metrics.ndcg = ndcgAtK(hits, relevant, discounts);
    metrics.mapByLength = averagePrecisionAtK(hits, relevant, k);
    metrics.mapByRelevant = averagePrecisionByRelevant(hits, relevant);
    return metrics;
}

constexpr double ListMetrics::*figures[] = {&ListMetrics::mapByRelevant, &ListMetrics::mapByLength,
                                            &ListMetrics::ndcg, &ListMetrics::precision,
                                            &ListMetrics::recall};

} // namespace

Result<ListMetrics> evaluateLists(const Dataset& dataset, const RowSplit& split, const ScoreUser& score,
                                  int k, const JobControl& control) {
    const ItemsOfUsers seen = itemsByUser(dataset, split.train);
    const ItemsOfUsers relevant = itemsByUser(dataset, split.test);
    const Discounts discounts(k);
    std::vector<ListMetrics> ofUser(relevant.size());
    constexpr std::int64_t blockSize = 16;
    JobProgress progress(control, dataset.userCount());
    forEachBlock(dataset.userCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        std::vector<double> scores(static_cast<std::size_t>(dataset.itemCount()));
        for (auto user = static_cast<std::size_t>(begin); user < static_cast<std::size_t>(end); ++user) {
            if (relevant[user].empty() || control.stopRequested())
                continue;
            score(static_cast<UserIndex>(user), scores);
            ofUser[user] = metricsOf(hitRanks(scores, seen[user], relevant[user], k),
                                     static_cast<int>(relevant[user].size()), k, discounts);
        }
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "the reproduction was cancelled"};
    ListMetrics mean;
    for (std::size_t user = 0; user < ofUser.size(); ++user) {
        mean.users += relevant[user].empty() ? 0 : 1;
        for (const auto figure : figures)
            mean.*figure += ofUser[user].*figure;
    }
    for (const auto figure : figures)
        mean.*figure /= std::max(mean.users, 1);
    return mean;
}

} // namespace recital::reproduction
