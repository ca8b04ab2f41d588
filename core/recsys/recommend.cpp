#include "core/recsys/recommend.h"

#include "core/recsys/topselector.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace recital {

namespace {

/// Bitwise, because the compiler makes vector code of it: the exponent of infinities and NaNs is all ones.
bool allFinite(std::span<const float> scores) {
    constexpr std::uint32_t exponent = 0x7f800000U;
    std::uint32_t bad = 0;
    for (const float score : scores)
        bad |= static_cast<std::uint32_t>((std::bit_cast<std::uint32_t>(score) & exponent) == exponent);
    return bad == 0;
}

Error notFinite(std::span<const float> scores) {
    const auto bad = std::ranges::find_if_not(scores, [](float score) { return std::isfinite(score); });
    return {ErrorCode::InvalidData, "the score of the item with index " +
                                        std::to_string(std::distance(scores.begin(), bad)) +
                                        " is not a finite number"};
}

} // namespace

Result<std::vector<ScoredItem>> topK(std::span<const float> scores, std::span<const ItemIndex> excluded,
                                     int k) {
    return topKOf(scores, candidateRuns(static_cast<ItemIndex>(scores.size()), excluded), k);
}

Result<std::vector<ScoredItem>> topKOf(std::span<const float> scores, const std::vector<ItemRun>& candidates,
                                       int k) {
    assert(k >= 0);
    if (!allFinite(scores))
        return notFinite(scores);
    std::vector<ScoredItem> list;
    if (k == 0)
        return list;
    TopSelector selector(static_cast<std::size_t>(k));
    for (const ItemRun& run : candidates)
        for (ItemIndex item = run.begin; item < run.end; ++item)
            selector.offer(item, scores[static_cast<std::size_t>(item)]);
    std::vector<TopSelector::Entry> best;
    selector.drainInto(best);
    list.reserve(best.size());
    for (const auto& entry : best)
        list.push_back({entry.item, static_cast<float>(entry.score)}); // exact: it was a float
    return list;
}

Result<std::vector<ScoredItem>> recommend(const Model& model, const Query& query) {
    std::vector<float> scores(static_cast<std::size_t>(model.itemCount()));
    model.score(query.history, scores);
    return topK(scores, query.excluded, query.k);
}

} // namespace recital
