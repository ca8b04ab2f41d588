#pragma once

#include "core/recsys/evaluation.h"

#include <span>
#include <vector>

namespace recital {

/// Makes and measures the list of one user. Safe to call from several threads at once, each with a workspace
/// of its own.
class UserEvaluator {
public:
    /// Everything is only referred to.
    UserEvaluator(const Model& model, const Split& split, const EvaluationOptions& options);

    struct Workspace {
        std::vector<float> scores;
        std::vector<ItemIndex> excluded;
        std::vector<ItemIndex> ranked; ///< of the last user: max(k, curveTo) items, fewer if there are fewer
        std::vector<int> hits;         ///< of the last user: ranks of the relevant ones among them, from 1
    };

    /// Fills everything but result.user, which says whom to measure. Errors: InvalidData for scores that are
    /// not finite.
    Status evaluate(UserMetrics& result, Workspace& workspace) const;

    const Discounts& discounts() const noexcept { return m_discounts; }
    /// Training positives of every item.
    const std::vector<std::int64_t>& positives() const noexcept { return m_positives; }

private:
    std::span<const ItemIndex> excludedFor(UserIndex user, Workspace& workspace) const;
    void keepSampled(UserIndex user, std::vector<ItemIndex>& excluded) const;
    void describeList(UserMetrics& result) const;

    const Model& m_model;
    const Split& m_split;
    const EvaluationOptions& m_options;
    Discounts m_discounts;
    std::vector<std::int64_t> m_positives;
    bool m_hasGenres;
};

} // namespace recital
