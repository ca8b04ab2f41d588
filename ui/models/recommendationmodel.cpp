#include "ui/models/recommendationmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

QString titleWithYear(const RecommendationRow& row) {
    return row.year > 0 ? u"%1 (%2)"_s.arg(row.title, QString::number(row.year)) : row.title;
}

} // namespace

int RecommendationModel::rowOf(ItemIndex item) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const RecommendationRow& row) { return row.item == item; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void RecommendationModel::setRows(std::vector<RecommendationRow> rows) {
    const auto isWanted = [&](ItemIndex item) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const RecommendationRow& r) { return r.item == item; });
    };
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (isWanted(m_rows[static_cast<std::size_t>(row)].item))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const int from = rowOf(rows[at].item);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, rows[at]);
            endInsertRows();
        } else if (from != row) { // always from below: everything above is in place
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        if (!(m_rows[at] == rows[at])) {
            m_rows[at] = rows[at];
            emit dataChanged(index(row), index(row));
        }
    }
}

int RecommendationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString RecommendationModel::sentence(const RecommendationRow& row) const {
    QString change;
    if (row.hasChange && row.previousRank == 0)
        change = tr("new in the list");
    else if (row.hasChange && row.previousRank > row.rank)
        change = tr("up %n rank(s)", nullptr, row.previousRank - row.rank);
    else if (row.hasChange && row.previousRank < row.rank)
        change = tr("down %n rank(s)", nullptr, row.rank - row.previousRank);
    else if (row.hasChange)
        change = tr("unchanged");
    QString text = tr("Rank %1: %2, score %3").arg(QString::number(row.rank), titleWithYear(row), row.score);
    if (!row.scoreChange.isEmpty())
        text += u", "_s + tr("score changed by %1").arg(row.scoreChange);
    if (row.isHit)
        text += u", "_s + tr("a hidden like, found");
    if (!row.badgeMeaning.isEmpty())
        text += u", "_s + row.badgeMeaning;
    return change.isEmpty() ? text : text + u", "_s + change;
}

QVariant RecommendationModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecommendationRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleWithYear(row);
    case Qt::AccessibleTextRole:
        return sentence(row);
    case Qt::ToolTipRole: {
        QStringList lines{titleWithYear(row), row.genres, row.badgeMeaning};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case ItemRole:
        return row.item;
    default:
        return {};
    }
}

} // namespace recital
