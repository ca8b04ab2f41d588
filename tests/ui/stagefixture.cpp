#include "tests/ui/stagefixture.h"

#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/io/loader.h"

#include <array>
#include <cassert>
#include <cmath>
#include <random>

namespace recital::test {

namespace {

ModelSnapshot snapshotOf(std::shared_ptr<const Dataset> dataset) {
    ModelSnapshot snapshot;
    snapshot.statistics = std::make_shared<DatasetStatistics>(computeStatistics(*dataset));
    snapshot.popularity = trainPopularity(RatingMatrix::positives(*dataset, 4.0F));
    snapshot.dataset = std::move(dataset);
    return snapshot;
}

void addModel(ModelSnapshot& snapshot, const AlsParameters& parameters) {
    auto splits = makeSplits(*snapshot.dataset, SplitOptions{}).value();
    auto trained = std::make_shared<TrainedModel>();
    trained->split = std::make_shared<Split>(std::move(splits.front()));
    trained->model = trainAls(trained->split->train, parameters, JobControl{}).value();
    trained->projection = fitPca(trained->model->latentFactors()->items);
    snapshot.trained = std::move(trained);
}

Item film(int number, std::uint32_t genres) {
    static const std::array<const char*, 6> titles = {"The Matrix",       "Amélie", "Spider-Man",
                                                      "Schindler's List", "E.T.",   "Matrix Reloaded"};
    Item item;
    item.id = number + 1;
    item.title = number < static_cast<int>(titles.size()) ? titles[static_cast<std::size_t>(number)]
                                                          : "Film " + std::to_string(number);
    item.year = static_cast<std::int16_t>(1950 + number % 60);
    item.genres = genres;
    return item;
}

} // namespace

ModelSnapshot generatedSnapshot() {
    constexpr int users = 160;
    DatasetParts parts;
    parts.info.name = "generated";
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    parts.genreNames = {"Drama", "Comedy", "Action", "Thriller", "Romance", "Horror", "Western", "Noir"};
    for (int i = 0; i < generatedFilms; ++i) {
        const unsigned main = static_cast<unsigned>(i) % 8U;
        parts.items.push_back(film(i, (1U << main) | (i % 3 == 0 ? 1U : 0U)));
    }
    std::mt19937 random(7);
    for (int u = 0; u < users; ++u) {
        parts.userIds.push_back(u + 1);
        for (int i = 0; i < generatedFilms - generatedUnrated; ++i) {
            const bool liked = i % 8 == u % 8 || i % 8 == (u / 8) % 8;
            const double popular = 1.0 / (1.0 + i / 40.0);
            const double chance = (liked ? 0.55 : 0.06) * popular;
            if (static_cast<double>(random() % 10000U) / 10000.0 >= chance)
                continue;
            parts.ratingUser.push_back(u);
            parts.ratingItem.push_back(i);
            parts.ratingValue.push_back(liked ? 4.0F + static_cast<float>(random() % 2U)
                                              : 2.0F + static_cast<float>(random() % 3U));
            parts.ratingTime.push_back(1'000'000U + random() % 100'000U);
        }
    }
    ModelSnapshot snapshot = snapshotOf(Dataset::create(std::move(parts)).value());
    AlsParameters parameters;
    parameters.form = AlsForm::HuKorenVolinsky;
    parameters.factors = 8;
    parameters.iterations = 10;
    parameters.regularization = 5.0;
    parameters.alpha = 10.0;
    addModel(snapshot, parameters);
    return snapshot;
}

ModelSnapshot trainedSnapshot(const QString& folder) {
    const auto source = openFolder(folder.toStdString()).value();
    ModelSnapshot snapshot = snapshotOf(loadDataset(*source, JobControl{}).value());
    addModel(snapshot, defaultAlsParameters(*snapshot.dataset));
    return snapshot;
}

ModelSnapshot untrained(ModelSnapshot snapshot) {
    snapshot.trained = nullptr;
    return snapshot;
}

ModelSnapshot crowdedSnapshot(int films) {
    constexpr int factors = 4;
    DatasetParts parts;
    parts.info.name = "crowded";
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.genreNames = {"Drama", "Comedy", "Action", "Thriller", "Romance", "Horror", "Western", "Noir"};
    parts.userIds = {1};
    for (int i = 0; i < films; ++i)
        parts.items.push_back(film(i, 1U << (static_cast<unsigned>(i) % 8U)));
    parts.ratingUser = {0};
    parts.ratingItem = {0};
    parts.ratingValue = {5.0F};
    parts.ratingTime = {0};
    ModelSnapshot snapshot = snapshotOf(Dataset::create(std::move(parts)).value());
    auto statistics = std::make_shared<DatasetStatistics>(*snapshot.statistics);
    LatentFactors matrices;
    matrices.users = FactorMatrix::Zero(1, factors);
    matrices.items = FactorMatrix::Zero(films, factors);
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    for (int i = 0; i < films; ++i) {
        statistics->perItem[static_cast<std::size_t>(i)].ratings = 1 + 50000 / (i + 1);
        const float size = 0.2F + 1.0F / std::sqrt(1.0F + static_cast<float>(i) / 50.0F);
        for (int f = 0; f < factors; ++f)
            matrices.items(i, f) = normal(random) * size / static_cast<float>(f + 1);
    }
    snapshot.statistics = std::move(statistics);
    AlsParameters parameters;
    parameters.factors = factors;
    auto trained = std::make_shared<TrainedModel>();
    auto split = std::make_shared<Split>();
    split->train = RatingMatrix::positives(*snapshot.dataset, 4.0F);
    split->itemGenres.assign(static_cast<std::size_t>(films), 1U);
    trained->split = std::move(split);
    trained->projection = fitPca(matrices.items);
    trained->model = std::make_shared<AlsModel>(parameters, std::move(matrices), 0.0);
    snapshot.trained = std::move(trained);
    return snapshot;
}

} // namespace recital::test
