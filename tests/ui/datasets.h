#pragma once

#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"
#include "core/recsys/ratingmatrix.h"
#include "core/services/modelstore.h"

#include <QDir>
#include <QFile>

#include <utility>

namespace recital::test {

struct FilmRow {
    ItemId id;
    std::string title;
    std::int16_t year;
    std::uint32_t genres; ///< 1 Comedy, 2 Drama, 4 Thriller
    std::vector<float> ratings;
};

inline DatasetParts partsOf(const std::vector<FilmRow>& films) {
    DatasetParts parts;
    parts.info.name = "little";
    parts.info.location = "/data/little";
    parts.info.layout = DatasetLayout::MovieLensCsv;
    parts.info.minRating = 0.5F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    parts.genreNames = {"Comedy", "Drama", "Thriller"};
    for (std::size_t film = 0; film < films.size(); ++film) {
        parts.items.push_back({films[film].id, films[film].title, films[film].year, films[film].genres});
        for (std::size_t user = 0; user < films[film].ratings.size(); ++user) {
            while (parts.userIds.size() <= user)
                parts.userIds.push_back(static_cast<UserId>(parts.userIds.size() + 1));
            parts.ratingUser.push_back(static_cast<std::int32_t>(user));
            parts.ratingItem.push_back(static_cast<std::int32_t>(film));
            parts.ratingValue.push_back(films[film].ratings[user]);
            parts.ratingTime.push_back(static_cast<Timestamp>(1'000'000'000 + 86400 * 20 * user));
        }
    }
    return parts;
}

/// Four films: ids 1 to 4, three of them rated.
inline std::vector<FilmRow> littleFilms() {
    return {{1, "The Matrix", 1999, 4, {5.0F, 4.0F, 4.5F}},
            {2, "Am\u00e9lie", 2001, 3, {4.0F, 3.0F}},
            {3, "Casino", 1995, 2, {2.0F}},
            {4, "Unseen", 0, 0, {}}};
}

inline ModelSnapshot snapshotOf(DatasetParts parts) {
    ModelSnapshot snapshot;
    snapshot.dataset = Dataset::create(std::move(parts)).value();
    snapshot.statistics = std::make_shared<const DatasetStatistics>(computeStatistics(*snapshot.dataset));
    snapshot.popularity = trainPopularity(RatingMatrix::positives(*snapshot.dataset, 4.0F));
    return snapshot;
}

inline bool writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// A folder in the layout of ml-latest-small with 3 films and 4 ratings.
inline bool writeLittleFolder(const QString& folder) {
    return QDir().mkpath(folder) &&
           writeText(folder + QStringLiteral("/movies.csv"), "movieId,title,genres\n"
                                                             "1,\"Matrix, The (1999)\",Action|Sci-Fi\n"
                                                             "2,Casino (1995),Crime|Drama\n"
                                                             "3,Heat (1995),Action\n") &&
           writeText(folder + QStringLiteral("/ratings.csv"), "userId,movieId,rating,timestamp\n"
                                                              "1,1,5.0,964982703\n"
                                                              "1,2,3.5,964982704\n"
                                                              "2,1,4.0,964982705\n"
                                                              "2,3,0.5,964982706\n");
}

} // namespace recital::test
