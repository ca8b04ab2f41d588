#include "ui/models/datasetusermodel.h"

#include "ui/format.h"

namespace recital {

DatasetUserModel::DatasetUserModel(std::shared_ptr<const Dataset> dataset, std::vector<UserSummary> users,
                                   QObject* parent)
    : QAbstractTableModel(parent)
    , m_dataset(std::move(dataset))
    , m_users(std::move(users)) {}

int DatasetUserModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

int DatasetUserModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DatasetUserModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UserSummary& user = m_users[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return index.column() == Genre ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                       : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sorting = role == SortRole;
    switch (index.column()) {
    case Id:
        return sorting ? QVariant(static_cast<qint64>(m_dataset->userId(user.user)))
                       : QVariant(QString::number(m_dataset->userId(user.user)));
    case Likes:
        return sorting ? QVariant(user.positives) : QVariant(formatCount(user.positives));
    case Genre:
        return user.genre < 0
                   ? QString()
                   : QString::fromStdString(m_dataset->genreNames()[static_cast<std::size_t>(user.genre)]);
    case Share:
        return sorting ? QVariant(user.share)
                       : QVariant(user.genre < 0 ? QString() : formatPercent(user.share, 0));
    default:
        return {};
    }
}

QVariant DatasetUserModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Genre ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("User");
    case Likes:
        return tr("Likes");
    case Genre:
        return tr("Most frequent genre");
    case Share:
        return tr("Share of likes");
    default:
        return {};
    }
}

void DatasetUserFilter::setNumber(const QString& digits) {
    m_digits = digits;
    invalidateFilter();
}

void DatasetUserFilter::setGenre(int genre) {
    m_genre = genre;
    invalidateFilter();
}

bool DatasetUserFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* users = qobject_cast<const DatasetUserModel*>(sourceModel());
    if (users == nullptr)
        return true;
    if (m_genre >= 0 && users->user(row).genre != m_genre)
        return false;
    return m_digits.isEmpty() ||
           users->index(row, DatasetUserModel::Id, parent).data().toString().startsWith(m_digits);
}

} // namespace recital
