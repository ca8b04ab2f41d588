#include "core/recsys/algorithms/genrerules.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <numeric>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t kGenres = 32; ///< bits of Item::genres

class GenreRulesModel final : public Model {
public:
    GenreRulesModel(std::vector<std::uint32_t> itemGenres, std::vector<float> popularity,
                    const GenreRulesParameters& parameters)
        : m_itemGenres(std::move(itemGenres))
        , m_popularity(std::move(popularity))
        , m_bonus(std::ranges::max(m_popularity) + 1.0F)
        , m_genres(parameters.genres)
        , m_info{.kind = ModelKind::GenreRules,
                 .name = "GenreRules",
                 .parameters = parameters.describe(),
                 .scoreMeaning = ScoreMeaning::RulePlace,
                 .trainSeconds = 0.0} {}

    void setTrainSeconds(double seconds) { m_info.trainSeconds = seconds; }
    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_popularity.size()); }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == m_popularity.size());
        const std::uint32_t liked = likedGenres(history, m_itemGenres, m_genres);
        for (std::size_t item = 0; item < scores.size(); ++item)
            scores[item] = m_popularity[item] + ((m_itemGenres[item] & liked) != 0 ? m_bonus : 0.0F);
    }

private:
    std::vector<std::uint32_t> m_itemGenres;
    std::vector<float> m_popularity;
    float m_bonus; ///< lifts the items of the user's genres above all others
    int m_genres;
    ModelInfo m_info;
};

} // namespace

std::uint32_t likedGenres(std::span<const Interaction> history, std::span<const std::uint32_t> itemGenres,
                          int genres) {
    std::array<int, kGenres> counts{};
    for (const Interaction& entry : history)
        for (std::size_t genre = 0; genre < kGenres; ++genre)
            counts[genre] += static_cast<int>(itemGenres[static_cast<std::size_t>(entry.item)] >> genre & 1U);
    std::array<std::size_t, kGenres> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t g) { return counts[g]; });
    std::uint32_t liked = 0;
    for (std::size_t place = 0; place < std::min(static_cast<std::size_t>(genres), kGenres); ++place)
        if (counts[order[place]] > 0)
            liked |= 1U << order[place];
    return liked;
}

Result<std::shared_ptr<const Model>> trainGenreRules(const RatingMatrix& matrix,
                                                     std::span<const std::uint32_t> itemGenres,
                                                     const GenreRulesParameters& parameters) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    if (std::ranges::all_of(itemGenres, [](std::uint32_t genres) { return genres == 0; }))
        return Error{ErrorCode::InvalidData,
                     "these data name no genres, and the rules have nothing else to go by"};
    if (itemGenres.size() != static_cast<std::size_t>(matrix.itemCount()))
        return Error{ErrorCode::InvalidData, "the genres are those of " + std::to_string(itemGenres.size()) +
                                                 " items, the interactions of " +
                                                 std::to_string(matrix.itemCount())};
    const auto start = std::chrono::steady_clock::now();
    std::vector<float> popularity;
    for (int item = 0; item < matrix.itemCount(); ++item)
        popularity.push_back(static_cast<float>(matrix.byItem().row(item).size()));
    auto model = std::make_shared<GenreRulesModel>(
        std::vector<std::uint32_t>(itemGenres.begin(), itemGenres.end()), std::move(popularity), parameters);
    model->setTrainSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return std::shared_ptr<const Model>(std::move(model));
}

} // namespace recital
