#include "ui/listrows.h"

#include "ui/filmtext.h"

#include <QLocale>

#include <algorithm>

namespace recital {

std::vector<RecommendationRow> listRows(const Dataset& dataset, std::span<const ScoredItem> list,
                                        std::span<const ScoredItem> before) {
    const double top = list.empty() ? 0.0 : static_cast<double>(list.front().score);
    std::vector<RecommendationRow> rows;
    rows.reserve(list.size());
    for (const RankChange& change : rankDifference(before, list)) {
        RecommendationRow row;
        row.item = change.item;
        row.title = filmTitle(dataset, change.item);
        row.year = dataset.item(change.item).year;
        row.genres = filmGenres(dataset, change.item);
        const double score = static_cast<double>(change.score);
        row.score = QLocale().toString(score, 'f', 3);
        row.share = top > 0.0 ? std::clamp(score / top, 0.0, 1.0) : 0.0;
        row.rank = change.rank;
        row.previousRank = change.previousRank;
        row.hasChange = !before.empty();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace recital
