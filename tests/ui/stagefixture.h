#pragma once

#include "core/services/modelstore.h"

#include <QString>

namespace recital::test {

/// A small world with a real model: 240 films of 8 genres, 160 users who each like two genres, ALS trained
/// on their ratings with 8 factors. The last 5 films have no ratings at all.
ModelSnapshot generatedSnapshot();
constexpr int generatedFilms = 240;
constexpr int generatedUnrated = 5;

/// The data set in `folder` with ALS of its default parameters on the user-temporal split.
ModelSnapshot trainedSnapshot(const QString& folder);

/// The same data before any training.
ModelSnapshot untrained(ModelSnapshot snapshot);

/// As many films as asked for, spread as ALS factors are: dense in the middle, thin outside. For benchmarks
/// of painting; its model is not trained.
ModelSnapshot crowdedSnapshot(int films);

} // namespace recital::test
