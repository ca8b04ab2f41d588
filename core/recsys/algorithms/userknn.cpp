#include "core/recsys/algorithms/userknn.h"

#include "core/recsys/algorithms/similarity.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace recital {

namespace {

class UserKnnModel final : public Model {
public:
    UserKnnModel(const RatingMatrix& matrix, const UserKnnParameters& parameters)
        : m_matrix(matrix)
        , m_squares(squaredNorms(matrix.byUser()))
        , m_itemValues(entryValues(matrix.byItem()))
        , m_parameters(parameters)
        , m_info{.kind = ModelKind::UserKnn,
                 .name = "UserKNN",
                 .parameters = parameters.describe(),
                 .scoreMeaning = ScoreMeaning::SimilaritySum,
                 .trainSeconds = 0.0} {}

    void setTrainSeconds(double seconds) { m_info.trainSeconds = seconds; }
    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return m_matrix.itemCount(); }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(itemCount()));
        std::vector<double> sums(scores.size());
        for (const auto& [similarity, user] : neighboursOf(inItemOrder(history))) {
            const auto items = m_matrix.byUser().row(user);
            const auto values = m_matrix.byUser().rowValues(user);
            for (std::size_t i = 0; i < items.size(); ++i)
                sums[static_cast<std::size_t>(items[i])] +=
                    values.empty() ? similarity : similarity * static_cast<double>(values[i]);
        }
        std::ranges::transform(sums, scores.begin(), [](double sum) { return static_cast<float>(sum); });
    }

private:
    Neighbours neighboursOf(const std::vector<Interaction>& history) const {
        std::vector<std::int32_t> items;
        std::vector<double> strengths;
        double square = 0.0;
        for (const Interaction& entry : history) {
            items.push_back(entry.item);
            strengths.push_back(entry.value);
            square += strengths.back() * strengths.back();
        }
        NeighbourSearch search(m_matrix.byItem(), m_itemValues, m_matrix.userCount(),
                               m_parameters.neighbours);
        return search.best(items, strengths, userWithHistory(m_matrix, history),
                           [&](std::size_t user, double product) {
                               return shrunkCosine(product, m_squares[user], square, m_parameters.shrink);
                           });
    }

    RatingMatrix m_matrix;
    std::vector<double> m_squares;    ///< |x_v|^2 of every user
    std::vector<double> m_itemValues; ///< by item; empty for binary data
    UserKnnParameters m_parameters;
    ModelInfo m_info;
};

} // namespace

Result<std::shared_ptr<const Model>> trainUserKnn(const RatingMatrix& matrix,
                                                  const UserKnnParameters& parameters) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    auto model = std::make_shared<UserKnnModel>(matrix, parameters);
    model->setTrainSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return std::shared_ptr<const Model>(std::move(model));
}

} // namespace recital
