#pragma once

#include "core/recsys/types.h"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <vector>

namespace recital {

class Dataset;
struct DatasetStatistics;

/// The films of one dataset with their counts, filtered and sorted here: QSortFilterProxyModel removes rows
/// one interval at a time, which takes seconds for the 87,000 films of MovieLens 32M. A filter is one pass
/// over folded titles.
class FilmTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Year, Genres, Ratings, Mean, Positives, ColumnCount };
    enum Role { ItemRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setDataset(std::shared_ptr<const Dataset> dataset,
                    std::shared_ptr<const DatasetStatistics> statistics);

    /// Words that must all occur in title, year or genres; case and accents do not matter.
    void setFilter(const QString& text);
    QString filter() const { return m_filter; }

    int filmCount() const noexcept { return static_cast<int>(m_order.size()); } ///< before the filter
    ItemIndex itemAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(ItemIndex item) const; ///< -1: filtered out

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString displayText(ItemIndex item, int column) const;
    void ensureKeys();
    void orderItems();
    void applyFilter();
    bool matches(ItemIndex item, const std::vector<std::string>& words) const;

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const DatasetStatistics> m_statistics;
    std::vector<std::string> m_titleKeys; ///< folded title and year, by item; made when first needed
    std::vector<std::string> m_genreKeys; ///< folded names, by genre
    std::vector<ItemIndex> m_order;       ///< all items in the present order
    std::vector<ItemIndex> m_rows;        ///< those of m_order that pass the filter
    QString m_filter;
    int m_sortColumn = Ratings;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// Lower case without accents: how film titles are compared when searching and sorting.
std::string foldedText(const std::string& utf8);

} // namespace recital
