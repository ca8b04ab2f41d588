#include "ui/models/filmmatchmodel.h"

using namespace Qt::StringLiterals;

namespace recital {

void FilmMatchModel::setMatches(std::vector<FilmMatch> matches) {
    beginResetModel();
    m_matches = std::move(matches);
    endResetModel();
}

int FilmMatchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size());
}

QVariant FilmMatchModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FilmMatch& match = m_matches[static_cast<std::size_t>(index.row())];
    const QString ratings = tr("%n rating(s)", nullptr, static_cast<int>(match.ratings));
    switch (role) {
    case Qt::DisplayRole:
        return match.title;
    case Qt::AccessibleTextRole:
        return (match.liked ? tr("%1, %2, liked already") : u"%1, %2"_s).arg(match.title, ratings);
    case Qt::ToolTipRole:
        return match.genres.isEmpty() ? match.title : match.title + u'\n' + match.genres;
    case ItemRole:
        return match.item;
    case LikedRole:
        return match.liked;
    case RatingsRole:
        return ratings;
    default:
        return {};
    }
}

} // namespace recital
