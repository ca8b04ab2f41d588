#include "core/recsys/live/liveranking.h"

#include "core/recsys/candidates.h"
#include "core/recsys/dataset.h"
#include "core/recsys/recommend.h"
#include "core/recsys/split.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <chrono>
#include <cmath>
#include <numeric>
#include <set>

namespace recital {

namespace {

/// Microseconds since it was last asked.
class Stopwatch {
public:
    double lap() {
        const Clock::time_point now = Clock::now();
        const std::chrono::duration<double, std::micro> elapsed = now - std::exchange(m_last, now);
        return elapsed.count();
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_last = Clock::now();
};

/// The start of a list: what is expected of somebody of whom nothing else is known.
class Start {
public:
    Start(const LiveModels& models, const GenreTaste* taste)
        : m_dataset(*models.dataset)
        , m_popularity(models.popularity) {
        assert(static_cast<int>(m_popularity.size()) == m_dataset.itemCount());
        m_most = m_popularity.empty() ? 0.0F : std::ranges::max(m_popularity);
        if (taste == nullptr || taste->empty())
            return;
        m_weights = taste->weights;
        m_weights.resize(std::max(m_weights.size(), m_dataset.genreNames().size()), 0.0);
        m_length = std::sqrt(std::inner_product(m_weights.begin(), m_weights.end(), m_weights.begin(), 0.0));
        for (ItemIndex item = 0; item < m_dataset.itemCount() && !m_hasTaste; ++item)
            m_hasTaste = popularity(item) > 0.0 && cosine(item) > 0.0;
    }

    bool hasTaste() const noexcept { return m_hasTaste; }

    /// In [0, 1].
    double of(ItemIndex item) const {
        const double count = popularity(item);
        if (!(count > 0.0))
            return 0.0;
        const double popular = std::sqrt(count / static_cast<double>(m_most));
        return m_hasTaste ? cosine(item) * popular : popular;
    }

private:
    double popularity(ItemIndex item) const {
        return static_cast<double>(m_popularity[static_cast<std::size_t>(item)]);
    }

    /// Of the taste and the genres that the item has, each of which counts 1.
    double cosine(ItemIndex item) const {
        const std::uint32_t genres = m_dataset.item(item).genres;
        double sum = 0.0;
        for (std::uint32_t left = genres; left != 0; left &= left - 1)
            if (const auto genre = static_cast<std::size_t>(std::countr_zero(left)); genre < m_weights.size())
                sum += m_weights[genre];
        return sum > 0.0 ? sum / (m_length * std::sqrt(std::popcount(genres))) : 0.0;
    }

    const Dataset& m_dataset;
    std::span<const float> m_popularity;
    float m_most = 0.0F;
    std::vector<double> m_weights;
    double m_length = 0.0;
    bool m_hasTaste = false;
};

double personalShare(const Past& past) {
    constexpr double kEnough = 3.0;
    if (!past.known.empty())
        return 1.0;
    std::set<ItemIndex> liked;
    for (const Interaction& event : past.events)
        if (event.value > 0.0F)
            liked.insert(event.item);
    return std::min(1.0, static_cast<double>(liked.size()) / kEnough);
}

/// Sets the share of the model and the vector; neither where the past left no trace in the factors.
void findVector(const LiveModels& models, const LiveQuery& query, LiveRanking& ranking) {
    if (models.als == nullptr)
        return;
    assert(models.als->itemCount() == models.dataset->itemCount());
    const double share = personalShare(query.past);
    if (!(share > 0.0))
        return;
    Eigen::VectorXf vector = userVector(*models.als, query.rule, query.past);
    if (vector.isZero(0.0F))
        return;
    ranking.personalShare = share;
    ranking.vector = std::move(vector);
}

/// The best personal score that may be shown; 0 when none is above.
double bestOf(std::span<const float> scores, const std::vector<ItemRun>& candidates) {
    float best = 0.0F;
    for (const ItemRun& run : candidates)
        for (ItemIndex item = run.begin; item < run.end; ++item)
            best = std::max(best, scores[static_cast<std::size_t>(item)]);
    return static_cast<double>(best);
}

/// The printed scores; sets tier and unit.
void scoreAll(const LiveModels& models, const GenreTaste* taste, const std::vector<ItemRun>& candidates,
              LiveRanking& ranking, std::span<float> scores) {
    const double share = ranking.personalShare;
    if (share > 0.0)
        models.als->scoreVector(ranking.vector, scores);
    ranking.tier = Tier::Personal;
    if (share >= 1.0)
        return;
    const Start start(models, taste);
    ranking.tier = share > 0.0 || start.hasTaste() ? Tier::Blended : Tier::Popular;
    if (share > 0.0)
        ranking.unit = bestOf(scores, candidates);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double personal = share > 0.0 ? share * static_cast<double>(scores[i]) : 0.0;
        scores[i] =
            static_cast<float>(personal + (1.0 - share) * ranking.unit * start.of(static_cast<ItemIndex>(i)));
    }
}

} // namespace

bool GenreTaste::empty() const noexcept {
    return std::ranges::none_of(weights, [](double weight) { return weight > 0.0; });
}

LiveRanking rankLive(const LiveModels& models, const LiveQuery& query, std::vector<float>& scores) {
    LiveRanking ranking;
    if (models.dataset == nullptr) {
        scores.clear();
        return ranking;
    }
    Stopwatch watch;
    const std::vector<ItemRun> candidates = candidateRuns(models.dataset->itemCount(), query.excluded);
    ranking.times.filter = watch.lap();
    findVector(models, query, ranking);
    ranking.times.foldIn = watch.lap();
    scores.resize(static_cast<std::size_t>(models.dataset->itemCount()));
    scoreAll(models, query.taste, candidates, ranking, scores);
    ranking.times.scores = watch.lap();
    Result<std::vector<ScoredItem>> best = topKOf(scores, candidates, query.k);
    assert(best.ok()); // factors are finite: training and model files are checked
    if (best)
        ranking.list = std::move(best).value();
    ranking.times.ranking = watch.lap();
    return ranking;
}

LiveExplanation explainLive(const LiveModels& models, const LiveQuery& query, ItemIndex item) {
    LiveExplanation explanation;
    if (models.dataset == nullptr)
        return explanation;
    const std::size_t known = query.past.known.size();
    explanation.known.resize(known, 0.0);
    explanation.events.resize(query.past.events.size(), 0.0);
    LiveRanking ranking;
    findVector(models, query, ranking);
    const double share = ranking.personalShare;
    if (share > 0.0) {
        const std::vector<double> parts = contributions(*models.als, query.rule, query.past, item);
        for (std::size_t k = 0; k < parts.size(); ++k)
            (k < known ? explanation.known[k] : explanation.events[k - known]) = share * parts[k];
    }
    if (share < 1.0) {
        std::vector<float> scores(static_cast<std::size_t>(models.dataset->itemCount()));
        scoreAll(models, query.taste, candidateRuns(models.dataset->itemCount(), query.excluded), ranking,
                 scores);
        explanation.base = (1.0 - share) * ranking.unit * Start(models, query.taste).of(item);
    }
    explanation.sum = std::reduce(explanation.known.begin(), explanation.known.end(), explanation.base);
    explanation.sum = std::reduce(explanation.events.begin(), explanation.events.end(), explanation.sum);
    return explanation;
}

std::vector<Interaction> knownHistory(const Dataset& dataset, const Split* split, UserIndex user,
                                      float positiveThreshold) {
    const float threshold = split == nullptr ? positiveThreshold : split->options.positiveThreshold;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : dataset.rowsOfUser(user)) {
        const bool known = split == nullptr || std::ranges::binary_search(split->trainRows, row) ||
                           std::ranges::binary_search(split->queryRows, row);
        if (known && dataset.values()[row] >= threshold)
            rows.push_back(row);
    }
    std::ranges::stable_sort(rows, {}, [&](std::uint32_t row) { return dataset.times()[row]; });
    std::vector<Interaction> history;
    history.reserve(rows.size());
    for (const std::uint32_t row : rows)
        history.push_back({dataset.items()[row], 1.0F});
    return history;
}

} // namespace recital
