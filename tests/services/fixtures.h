#pragma once

#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/split.h"
#include "core/services/modelstore.h"

#include <QtGlobal>

#include <numeric>
#include <random>

namespace recital::test {

struct SnapshotOptions {
    int users = 60;
    int items = 40;
    int factors = 8;
    std::uint64_t dataSeed = 1;
    std::uint64_t modelSeed = 42;
    bool trained = true;
    bool generatedFactors = false; ///< drawn instead of trained, for large models
    ItemIndex zeroItem = -1;       ///< nobody rated it
};

/// Two tastes: users like films of their own half, the lower numbers more often.
inline std::shared_ptr<const Dataset> makeDataset(const SnapshotOptions& options = {}) {
    DatasetParts parts;
    parts.info.name = "fixture";
    parts.info.location = "/fixture";
    parts.info.layout = DatasetLayout::MovieLensCsv;
    parts.info.minRating = 0.5F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    for (int i = 0; i < options.items; ++i)
        parts.items.push_back({1000 + i, "Film " + std::to_string(i), 1990, 0});
    std::mt19937_64 random(options.dataSeed);
    Timestamp time = 1'000'000;
    for (int u = 0; u < options.users; ++u) {
        parts.userIds.push_back(u + 1);
        for (int i = 0; i < std::min(options.items, 400); ++i) {
            const bool own = (i % 2) == (u % 2);
            const double chance = (own ? 0.7 : 0.15) * (i < options.items / 2 ? 1.0 : 0.6);
            if (static_cast<double>(random() >> 11) * 0x1p-53 >= chance || i == options.zeroItem)
                continue;
            parts.ratingUser.push_back(u);
            parts.ratingItem.push_back(i);
            parts.ratingValue.push_back(own ? 4.5F : 3.0F + static_cast<float>(random() % 3));
            parts.ratingTime.push_back(time += 60);
        }
    }
    auto dataset = Dataset::create(std::move(parts));
    Q_ASSERT(dataset.ok());
    return std::move(dataset).value();
}

inline std::shared_ptr<const AlsModel> makeModel(const RatingMatrix& matrix, const SnapshotOptions& options) {
    AlsParameters parameters;
    parameters.factors = options.factors;
    parameters.iterations = 5;
    parameters.seed = options.modelSeed;
    if (!options.generatedFactors) {
        auto model = trainAls(matrix, parameters, {});
        Q_ASSERT(model.ok());
        return std::move(model).value();
    }
    std::mt19937_64 random(options.modelSeed);
    LatentFactors factors{FactorMatrix(options.users, options.factors),
                          FactorMatrix(options.items, options.factors)};
    const auto draw = [&random] {
        return static_cast<float>(static_cast<double>(random() >> 11) * 0x1p-53 - 0.5);
    };
    factors.users = factors.users.unaryExpr([&draw](float) { return draw(); });
    factors.items = factors.items.unaryExpr([&draw](float) { return draw(); });
    return std::make_shared<const AlsModel>(parameters, std::move(factors), 1.0);
}

/// A snapshot as the services publish it, trained on all positives of a small generated dataset.
inline ModelSnapshot makeSnapshot(const SnapshotOptions& options = {}) {
    ModelSnapshot snapshot;
    snapshot.dataset = makeDataset(options);
    snapshot.statistics = std::make_shared<const DatasetStatistics>();
    const RatingMatrix positives = RatingMatrix::positives(*snapshot.dataset, 4.0F);
    snapshot.popularity = trainPopularity(positives);
    if (options.trained) {
        auto trained = std::make_shared<TrainedModel>();
        trained->model = makeModel(positives, options);
        trained->projection = fitPca(trained->model->latentFactors()->items);
        auto split = std::make_shared<Split>();
        split->train = positives;
        split->seen = RatingMatrix::positives(*snapshot.dataset, 0.0F).byUser();
        split->trainRows.resize(snapshot.dataset->ratingCount());
        std::iota(split->trainRows.begin(), split->trainRows.end(), 0U);
        trained->split = split;
        snapshot.trained = trained;
    }
    return snapshot;
}

} // namespace recital::test
