#include "core/recsys/live/similaritems.h"

#include "core/recsys/algorithms/foldin.h"
#include "core/recsys/topselector.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace recital {

namespace {

constexpr std::size_t kSimilarities = 3;
using Values = std::array<Eigen::VectorXf, kSimilarities>; ///< -infinity where there is nothing to compare

/// The direction d for which a like of j has the share d . y_i in the score of i.
Eigen::VectorXd directionForUser(const AlsModel& model, ItemIndex item, const Past& past,
                                 const UpdateRule& rule) {
    const Eigen::VectorXd y = model.latentFactors()->items.row(item).transpose().cast<double>();
    if (const auto* average = std::get_if<MovingAverageRule>(&rule))
        return average->mix * y; // what the rule would add to the vector
    const auto* recency = std::get_if<RecencyRule>(&rule);
    return influence(model, recency == nullptr ? 1.0 : recency->decay, past, item);
}

Values valuesOf(const AlsModel& model, ItemIndex item, const Past& past, const UpdateRule& rule) {
    const FactorMatrix& items = model.latentFactors()->items;
    const Eigen::VectorXf y = items.row(item).transpose();
    Values values;
    values[static_cast<std::size_t>(ItemSimilarity::DotProduct)] = items * y;
    values[static_cast<std::size_t>(ItemSimilarity::ForUser)] =
        items * directionForUser(model, item, past, rule).cast<float>();
    const Eigen::VectorXf lengths = items.rowwise().norm();
    values[static_cast<std::size_t>(ItemSimilarity::Cosine)] =
        values[static_cast<std::size_t>(ItemSimilarity::DotProduct)].array() / (lengths.array() * y.norm());
    for (Eigen::VectorXf& each : values) {
        each = (lengths.array() > 0.0F).select(each, -std::numeric_limits<float>::infinity());
        each[item] = -std::numeric_limits<float>::infinity();
    }
    return values;
}

/// From 1; equal values by lower index.
int rankOf(const Eigen::VectorXf& values, ItemIndex item) {
    const float value = values[item];
    const auto before = (values.head(item).array() >= value).count();
    const auto after = (values.tail(values.size() - item - 1).array() > value).count();
    return static_cast<int>(before + after) + 1;
}

} // namespace

std::vector<SimilarItem> similarItems(const AlsModel& model, ItemIndex item, ItemSimilarity similarity,
                                      const Past& past, const UpdateRule& rule, int k) {
    assert(item >= 0 && item < model.itemCount() && k >= 0);
    std::vector<SimilarItem> similar;
    if (k == 0 || model.latentFactors()->items.row(item).isZero(0.0F))
        return similar;
    const Values values = valuesOf(model, item, past, rule);
    const Eigen::VectorXf& chosen = values[static_cast<std::size_t>(similarity)];
    TopSelector selector(static_cast<std::size_t>(k));
    for (ItemIndex other = 0; other < model.itemCount(); ++other)
        selector.offer(other, static_cast<double>(chosen[other])); // -infinity is never taken
    std::vector<TopSelector::Entry> best;
    selector.drainInto(best);
    similar.reserve(best.size());
    for (const TopSelector::Entry& entry : best) {
        SimilarItem found{.item = entry.item, .value = entry.score, .rank = {}};
        for (std::size_t s = 0; s < kSimilarities; ++s)
            found.rank[s] = rankOf(values[s], entry.item);
        similar.push_back(found);
    }
    return similar;
}

} // namespace recital
