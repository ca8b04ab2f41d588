#include "ui/widgets/whymodel.h"

#include "ui/livetext.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace recital {

using namespace Qt::StringLiterals;

void WhyModel::setRows(std::vector<WhyRow> rows) {
    std::ranges::stable_sort(rows, [](const WhyRow& a, const WhyRow& b) {
        const auto key = [](const WhyRow& row) {
            return std::tuple(!row.counted, row.kind, -std::abs(row.value));
        };
        return key(a) < key(b);
    });
    if (rows == m_rows)
        return;
    const bool sameRows = std::ranges::equal(rows, m_rows, [](const WhyRow& a, const WhyRow& b) {
        return a.kind == b.kind && a.title == b.title && a.logId == b.logId;
    });
    if (sameRows) {
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

double WhyModel::sum() const {
    double total = 0.0;
    for (const WhyRow& row : m_rows)
        if (row.counted)
            total += row.value;
    return total;
}

bool WhyModel::hasNegative() const {
    return std::ranges::any_of(m_rows, [](const WhyRow& row) { return row.value < 0; });
}

double WhyModel::largest() const {
    double most = 1e-12;
    for (const WhyRow& row : m_rows)
        most = std::max(most, std::abs(row.value));
    return most;
}

int WhyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString WhyModel::sentence(const WhyRow& row) const {
    if (!row.counted)
        return tr("%1, left out").arg(row.title);
    return u"%1  %2"_s.arg(signedNumber(row.value), row.title);
}

QVariant WhyModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WhyRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return sentence(row);
    case Qt::ToolTipRole:
        return row.kind == WhyRow::Kind::Event
                   ? sentence(row) + u'\n' +
                         (row.counted ? tr("Untick: the list as if this had not happened; can be undone")
                                      : tr("Tick: this counts again"))
                   : sentence(row);
    case Qt::CheckStateRole:
        if (row.kind == WhyRow::Kind::Event)
            return row.counted ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

bool WhyModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const qint64 logId = m_rows[static_cast<std::size_t>(index.row())].logId;
    emit countRequested(logId, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags WhyModel::flags(const QModelIndex& index) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool event = m_rows[static_cast<std::size_t>(index.row())].kind == WhyRow::Kind::Event;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return event ? base | Qt::ItemIsUserCheckable : base;
}

} // namespace recital
