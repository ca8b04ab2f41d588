#pragma once

#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/split.h"
#include "tests/recsys/fixtures.h"

#include <Eigen/Cholesky>

#include <memory>
#include <random>
#include <vector>

namespace recital::test {

/// Users who like one half of the items and move, as time goes by, from its lower to its higher numbers, of
/// which the lower ones stay popular. There are ratings that are no likes, and equal times.
inline std::shared_ptr<const Dataset> movingTastes(int users = 80, int items = 48, bool timestamps = true) {
    std::mt19937_64 random(7);
    std::vector<Rating> ratings;
    for (int u = 0; u < users; ++u) {
        const int count = 4 + u % 40;
        for (int n = 0; n < count; ++n) {
            const int middle = n * items / 2 / count;
            const int step = static_cast<int>(random() % 13) - 6;
            const int anywhere = static_cast<int>(random() % static_cast<std::uint64_t>(items / 2));
            const int place =
                random() % 3 == 0
                    ? std::min(anywhere, static_cast<int>(random() % static_cast<std::uint64_t>(items / 2)))
                    : std::clamp(middle + step, 0, items / 2 - 1);
            const bool own = random() % 6 != 0;
            ratings.push_back({100 + 3 * u, 10 + 2 * place + (own ? u % 2 : 1 - u % 2),
                               own ? 4.0F + static_cast<float>(random() % 2) : 2.0F,
                               1000 + static_cast<Timestamp>(n / 2)});
        }
    }
    std::ranges::shuffle(ratings, random);
    return datasetOf(ratings, {}, timestamps);
}

inline JobControl onThreads(int threads) {
    JobControl control;
    control.threads = threads;
    return control;
}

inline SplitOptions newestFifth() {
    SplitOptions options;
    options.protocol = Protocol::UserTemporal;
    return options;
}

/// A model of the training part of the newest-fifth split of a dataset, as the services put it together.
struct LiveFixture {
    explicit LiveFixture(std::shared_ptr<const Dataset> data, AlsParameters parameters = smallAls())
        : dataset(std::move(data))
        , split(makeSplits(*dataset, newestFifth()).value().front())
        , model(trainAls(split.train, parameters, onThreads(2)).value())
        , popularity(static_cast<std::size_t>(dataset->itemCount())) {
        trainPopularity(split.train)->score({}, popularity);
    }

    static AlsParameters smallAls() {
        AlsParameters parameters;
        parameters.form = AlsForm::Implicit;
        parameters.factors = 6;
        parameters.iterations = 6;
        parameters.regularization = 3.0;
        parameters.alpha = 10.0;
        return parameters;
    }

    LiveModels models() const { return {dataset.get(), model.get(), popularity}; }

    std::shared_ptr<const Dataset> dataset;
    Split split;
    std::shared_ptr<const AlsModel> model;
    std::vector<float> popularity;
};

/// The k best of dense scores without the excluded, by looking at all of them.
inline std::vector<ItemIndex> naiveTop(const Eigen::VectorXd& scores, const std::vector<ItemIndex>& excluded,
                                       int k) {
    std::vector<ItemIndex> order;
    for (ItemIndex item = 0; item < scores.size(); ++item)
        if (std::ranges::find(excluded, item) == excluded.end())
            order.push_back(item);
    std::ranges::stable_sort(order, [&](ItemIndex a, ItemIndex b) { return scores(a) > scores(b); });
    order.resize(std::min(order.size(), static_cast<std::size_t>(k)));
    return order;
}

/// Rows of a user that satisfy a condition, oldest first; equal times in file order.
template<typename Keep>
std::vector<ItemIndex> itemsInTime(const Dataset& dataset, UserIndex user, Keep keep) {
    std::vector<std::pair<Timestamp, std::uint32_t>> rows;
    for (std::uint32_t row = 0; row < dataset.ratingCount(); ++row)
        if (dataset.users()[row] == user && keep(row))
            rows.emplace_back(dataset.times()[row], row);
    std::ranges::sort(rows);
    std::vector<ItemIndex> items;
    for (const auto& [time, row] : rows)
        items.push_back(dataset.items()[row]);
    return items;
}

/// The vector of a rule for likes of strength 1, written out: implicit form, confidence alpha.
inline Eigen::VectorXd naiveVector(const AlsModel& model, const UpdateRule& rule,
                                   const std::vector<ItemIndex>& known,
                                   const std::vector<ItemIndex>& clicks) {
    const AlsParameters& p = model.parameters();
    const Eigen::MatrixXd y = model.latentFactors()->items.cast<double>();
    const auto solve = [&](const std::vector<ItemIndex>& items, double decay) -> Eigen::VectorXd {
        Eigen::MatrixXd a = y.transpose() * y;
        a.diagonal().array() += p.regularization;
        Eigen::VectorXd b = Eigen::VectorXd::Zero(p.factors);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const double age = static_cast<double>(items.size() - 1 - i);
            const double confidence = std::max(1.0, p.alpha * std::pow(decay, age));
            const Eigen::VectorXd row = y.row(items[i]).transpose();
            a += (confidence - 1.0) * row * row.transpose();
            b += confidence * row;
        }
        return a.ldlt().solve(b);
    };
    std::vector<ItemIndex> all = known;
    all.insert(all.end(), clicks.begin(), clicks.end());
    if (const auto* recency = std::get_if<RecencyRule>(&rule))
        return solve(all, recency->decay);
    if (std::holds_alternative<ResolveRule>(rule))
        return solve(all, 1.0);
    const double mix = std::get<MovingAverageRule>(rule).mix;
    Eigen::VectorXd vector = solve(known, 1.0);
    for (const ItemIndex click : clicks)
        vector = (1.0 - mix) * vector + mix * y.row(click).transpose();
    return vector;
}

} // namespace recital::test
