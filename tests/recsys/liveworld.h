#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/live/liveranking.h"
#include "tests/recsys/alsreference.h"

#include <memory>
#include <string>
#include <vector>

namespace recital::test {

inline constexpr int kUsers = 60;
inline constexpr int kItems = 80;
inline constexpr std::uint32_t kDrama = 1;
inline constexpr std::uint32_t kHorror = 2;
inline constexpr std::uint32_t kComedy = 4;

/// Sixty users, eighty items of three genres, and the model of their likes. Nobody rated the last item.
struct World {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const AlsModel> als;
    std::vector<float> popularity;

    LiveModels models() const { return {dataset.get(), als.get(), popularity}; }
    LiveModels untrained() const { return {dataset.get(), nullptr, popularity}; }
};

inline World makeWorld() {
    const RatingMatrix matrix = randomMatrix(kUsers, kItems, true, 3);
    DatasetParts parts;
    parts.info.name = "handmade";
    parts.genreNames = {"Drama", "Horror", "Comedy"};
    for (ItemIndex item = 0; item < kItems; ++item) {
        const std::uint32_t genres = (item % 2 == 0 ? kDrama : kComedy) | (item % 5 == 0 ? kHorror : 0U);
        parts.items.push_back({item, "Film " + std::to_string(item), 2000, item == 1 ? 0U : genres});
    }
    for (UserIndex user = 0; user < kUsers; ++user) {
        parts.userIds.push_back(user);
        for (const Interaction& entry : matrix.history(user)) {
            parts.ratingUser.push_back(user);
            parts.ratingItem.push_back(entry.item);
            parts.ratingValue.push_back(4.0F);
            parts.ratingTime.push_back(0);
        }
    }
    World world;
    world.dataset = *Dataset::create(std::move(parts));
    AlsParameters p;
    p.form = AlsForm::Implicit;
    p.factors = 8;
    p.iterations = 6;
    p.regularization = 2.0;
    world.als = *trainAls(matrix, p, {});
    for (ItemIndex item = 0; item < kItems; ++item)
        world.popularity.push_back(static_cast<float>(matrix.byItem().row(item).size()));
    return world;
}

} // namespace recital::test
