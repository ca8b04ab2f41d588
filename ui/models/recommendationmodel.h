#pragma once

#include "core/recsys/types.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace recital {

/// One row of the list on the stage, ready to be painted.
struct RecommendationRow {
    ItemIndex item = 0;
    QString title; ///< without the year
    int year = 0;
    QString genres;
    QString score;       ///< as printed
    QString scoreChange; ///< against the list before, with its sign; empty: new, or no change to speak of
    double share = 0.0;  ///< of the top score, in [0, 1]: length of the bar
    int rank = 0;
    int previousRank = 0;     ///< 0: was not in the list before
    bool hasChange = false;   ///< false for the first list, which changed from nothing
    int category = 0;         ///< colour on the map, index into MapScene::categories()
    bool hasCategory = false; ///< false without a map
    bool isHit = false;       ///< the user liked it in the part that was hidden from the model
    QString badge;            ///< short text in a frame before the title, where lists are compared: "A+B"
    QString badgeMeaning;     ///< the badge in words

    friend bool operator==(const RecommendationRow&, const RecommendationRow&) = default;
};

/// The list as a model: changes row by row, so that selection and focus follow their film when it moves.
class RecommendationModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<RecommendationRow> rows); ///< each item at most once
    const std::vector<RecommendationRow>& rows() const noexcept { return m_rows; }
    int rowOf(ItemIndex item) const; ///< -1: not in the list

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Display: title and year; accessible text: the whole row as a sentence; tool tip: title, year, genres.
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString sentence(const RecommendationRow& row) const;

    std::vector<RecommendationRow> m_rows;
};

} // namespace recital
