#include "core/recsys/algorithms/popularity.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace recital {

namespace {

class PopularityModel final : public Model {
public:
    PopularityModel(std::vector<float> counts, double trainSeconds)
        : m_counts(std::move(counts))
        , m_info{.kind = ModelKind::Popularity,
                 .name = "Popular",
                 .parameters = {},
                 .scoreMeaning = ScoreMeaning::InteractionCount,
                 .trainSeconds = trainSeconds} {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_counts.size()); }
    void score([[maybe_unused]] std::span<const Interaction> history,
               std::span<float> scores) const override {
        assert(scores.size() == m_counts.size());
        std::ranges::copy(m_counts, scores.begin());
    }

private:
    std::vector<float> m_counts; ///< exact up to 2^24 positives of one item
    ModelInfo m_info;
};

} // namespace

std::shared_ptr<const Model> trainPopularity(const RatingMatrix& matrix) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<float> counts(static_cast<std::size_t>(matrix.itemCount()));
    for (int item = 0; item < matrix.itemCount(); ++item)
        counts[static_cast<std::size_t>(item)] = static_cast<float>(matrix.byItem().row(item).size());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return std::make_shared<PopularityModel>(std::move(counts), seconds.count());
}

} // namespace recital
