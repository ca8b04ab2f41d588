#include "ui/widgets/filmtablemodel.h"

#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"
#include "ui/format.h"

#include <algorithm>
#include <numeric>

namespace recital {

using namespace Qt::StringLiterals;

std::string foldedText(const std::string& utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; });
    std::string folded;
    folded.reserve(utf8.size());
    if (ascii) { // nearly all titles, and about 40 times as fast as the general way
        for (const char c : utf8)
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return folded;
    }
    const QString parts =
        QString::fromStdString(utf8).normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString kept;
    for (const QChar c : parts) {
        if (!c.isMark())
            kept += c;
    }
    return kept.toStdString();
}

void FilmTableModel::setDataset(std::shared_ptr<const Dataset> dataset,
                                std::shared_ptr<const DatasetStatistics> statistics) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_statistics = std::move(statistics);
    m_titleKeys.clear();
    m_genreKeys.clear();
    m_order.resize(m_dataset ? static_cast<std::size_t>(m_dataset->itemCount()) : 0);
    std::iota(m_order.begin(), m_order.end(), 0);
    orderItems();
    applyFilter();
    endResetModel();
}

void FilmTableModel::setFilter(const QString& text) {
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    applyFilter();
    endResetModel();
}

int FilmTableModel::rowOf(ItemIndex item) const {
    const auto found = std::find(m_rows.begin(), m_rows.end(), item);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FilmTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FilmTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FilmTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ItemIndex item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(item, index.column());
    case Qt::ToolTipRole:
        return index.column() == Title || index.column() == Genres ? displayText(item, index.column())
                                                                   : QVariant();
    case Qt::TextAlignmentRole: {
        const bool text = index.column() == Title || index.column() == Genres;
        return QVariant::fromValue(Qt::Alignment((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    case ItemRole:
        return item;
    default:
        return {};
    }
}

QString FilmTableModel::displayText(ItemIndex item, int column) const {
    const Item& film = m_dataset->item(item);
    const ItemStatistics& counts = m_statistics->perItem[static_cast<std::size_t>(item)];
    switch (column) {
    case Title:
        return QString::fromStdString(film.title);
    case Year:
        return film.year == 0 ? QString() : QString::number(film.year);
    case Genres: {
        QStringList names;
        for (std::size_t g = 0; g < m_dataset->genreNames().size(); ++g) {
            if ((film.genres >> g & 1U) != 0)
                names += QString::fromStdString(m_dataset->genreNames()[g]);
        }
        return names.join(u", "_s);
    }
    case Ratings:
        return formatCount(counts.ratings);
    case Mean:
        return counts.ratings == 0 ? tr("\u2013", "not rated, so no mean")
                                   : formatNumber(counts.meanRating, 2);
    case Positives:
        return formatCount(counts.positives);
    default:
        return {};
    }
}

QVariant FilmTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool text = section == Title || section == Genres;
        return QVariant::fromValue(Qt::Alignment((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Film");
    case Year:
        return tr("Year");
    case Genres:
        return tr("Genres");
    case Ratings:
        return tr("Ratings");
    case Mean:
        return tr("Mean");
    default:
        return tr("Positives");
    }
}

void FilmTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= ColumnCount)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<ItemIndex> items;
    for (const QModelIndex& index : before)
        items.push_back(itemAt(index.row()));

    m_sortColumn = column;
    m_sortOrder = order;
    orderItems();
    applyFilter();

    QModelIndexList after;
    for (std::size_t i = 0; i < items.size(); ++i)
        after += index(rowOf(items[i]), before[static_cast<qsizetype>(i)].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void FilmTableModel::ensureKeys() {
    if (!m_titleKeys.empty() || !m_dataset)
        return;
    m_titleKeys.reserve(m_order.size());
    for (int i = 0; i < m_dataset->itemCount(); ++i) {
        const Item& film = m_dataset->item(i);
        std::string key = foldedText(film.title);
        if (film.year != 0)
            key += ' ' + std::to_string(film.year);
        m_titleKeys.push_back(std::move(key));
    }
    for (const std::string& genre : m_dataset->genreNames())
        m_genreKeys.push_back(foldedText(genre));
}

void FilmTableModel::orderItems() {
    if (!m_dataset)
        return;
    std::sort(m_order.begin(), m_order.end()); // ties of every column: the lower item first
    const auto number = [this](ItemIndex item) -> double {
        const ItemStatistics& counts = m_statistics->perItem[static_cast<std::size_t>(item)];
        switch (m_sortColumn) {
        case Year:
            return m_dataset->item(item).year;
        case Ratings:
            return static_cast<double>(counts.ratings);
        case Mean:
            return counts.meanRating;
        default:
            return static_cast<double>(counts.positives);
        }
    };
    const bool down = m_sortOrder == Qt::DescendingOrder;
    const auto sortBy = [this, down](const auto& key) {
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](ItemIndex a, ItemIndex b) { return down ? key(b) < key(a) : key(a) < key(b); });
    };
    if (m_sortColumn == Title) {
        ensureKeys();
        sortBy([this](ItemIndex item) -> const std::string& {
            return m_titleKeys[static_cast<std::size_t>(item)];
        });
    } else if (m_sortColumn == Genres) {
        std::vector<QString> names(m_order.size());
        for (const ItemIndex item : m_order)
            names[static_cast<std::size_t>(item)] = displayText(item, Genres);
        sortBy([&names](ItemIndex item) -> const QString& { return names[static_cast<std::size_t>(item)]; });
    } else {
        sortBy(number);
    }
}

bool FilmTableModel::matches(ItemIndex item, const std::vector<std::string>& words) const {
    const std::string& title = m_titleKeys[static_cast<std::size_t>(item)];
    const std::uint32_t genres = m_dataset->item(item).genres;
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        if (title.find(word) != std::string::npos)
            return true;
        for (std::size_t g = 0; g < m_genreKeys.size(); ++g) {
            if ((genres >> g & 1U) != 0 && m_genreKeys[g].find(word) != std::string::npos)
                return true;
        }
        return false;
    });
}

void FilmTableModel::applyFilter() {
    std::vector<std::string> words;
    for (const QString& word : m_filter.split(u' ', Qt::SkipEmptyParts))
        words.push_back(foldedText(word.toStdString()));
    if (words.empty() || !m_dataset) {
        m_rows = m_order;
        return;
    }
    ensureKeys();
    m_rows.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_rows),
                 [&](ItemIndex item) { return matches(item, words); });
}

} // namespace recital
