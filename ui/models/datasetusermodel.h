#pragma once

#include "core/recsys/usersummary.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace recital {

/// The users of the data: number, how much and what they like.
class DatasetUserModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Id, Likes, Genre, Share, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };

    DatasetUserModel(std::shared_ptr<const Dataset> dataset, std::vector<UserSummary> users,
                     QObject* parent = nullptr);

    const UserSummary& user(int row) const { return m_users[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Dataset> m_dataset;
    std::vector<UserSummary> m_users;
};

/// Users whose number begins with what was typed, and who mostly like one genre.
class DatasetUserFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setNumber(const QString& digits);
    void setGenre(int genre); ///< -1: any

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_digits;
    int m_genre = -1;
};

} // namespace recital
