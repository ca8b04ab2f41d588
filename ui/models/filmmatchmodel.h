#pragma once

#include "core/recsys/types.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace recital {

/// One film that fits what was typed.
struct FilmMatch {
    ItemIndex item = 0;
    QString title; ///< with the year
    QString genres;
    qint64 ratings = 0;
    bool liked = false;
};

class FilmMatchModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole + 1, LikedRole, RatingsRole };

    using QAbstractListModel::QAbstractListModel;

    void setMatches(std::vector<FilmMatch> matches);
    const std::vector<FilmMatch>& matches() const noexcept { return m_matches; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<FilmMatch> m_matches;
};

} // namespace recital
