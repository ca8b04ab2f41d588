#include "ui/models/reproductionmodel.h"

#include "ui/metrictext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr targetId = 0; ///< internal id of a target; of a figure: row of its target + 1

QString signedNumber(double value, int digits) {
    const QString text = QLocale().toString(std::abs(value), 'f', digits);
    // What rounds to nothing has no sign.
    const bool none = std::abs(value) < 0.5 * std::pow(10.0, -digits);
    return none ? text : (value < 0.0 ? u"−"_s : u"+"_s) + text;
}

bool equalInPublishedDigits(const ReproducedValue& value) {
    const double unit = std::pow(10.0, -value.publishedDigits);
    return std::llround(value.ours / unit) == std::llround(value.published / unit);
}

int agreeing(const ReproductionResult& result) {
    return static_cast<int>(std::count_if(result.values.begin(), result.values.end(),
                                          [](const ReproducedValue& value) { return value.agrees(); }));
}

} // namespace

QString verdictText(const ReproducedValue& value) {
    if (!std::isfinite(value.ours))
        return ReproductionModel::tr("✗ no value");
    if (!value.agrees())
        return ReproductionModel::tr("✗ off by %1")
            .arg(signedNumber(value.ours - value.published, value.publishedDigits));
    if (equalInPublishedDigits(value))
        return ReproductionModel::tr("✓ equal to %n digit(s)", nullptr, value.publishedDigits);
    return ReproductionModel::tr("✓ within ±%1").arg(formatValue(value.tolerance));
}

QString verdictText(const ReproductionResult& result) {
    const auto total = static_cast<int>(result.values.size());
    const int agree = agreeing(result);
    return agree == total ? ReproductionModel::tr("✓ %1 of %n agree", nullptr, total).arg(agree)
                          : ReproductionModel::tr("✗ %1 of %n agree", nullptr, total).arg(agree);
}

ReproductionModel::ReproductionModel(QObject* parent)
    : QAbstractItemModel(parent) {}

void ReproductionModel::setRow(Row row) {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&row](const Row& present) { return present.id == row.id; });
    const auto position = static_cast<int>(found - m_rows.begin());
    if (found == m_rows.end()) {
        beginInsertRows({}, position, position);
        m_rows.push_back(std::move(row));
        endInsertRows();
        return;
    }
    const QModelIndex target = index(position, 0);
    if (found->result && found->result != row.result) {
        beginRemoveRows(target, 0, rowCount(target) - 1);
        found->result = nullptr;
        endRemoveRows();
    }
    if (row.result && !found->result && !row.result->values.empty()) {
        beginInsertRows(target, 0, static_cast<int>(row.result->values.size()) - 1);
        *found = std::move(row);
        endInsertRows();
    } else {
        *found = std::move(row);
    }
    emit dataChanged(target, index(position, ColumnCount - 1));
}

const ReproductionModel::Row* ReproductionModel::rowAt(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const QModelIndex target = index.parent().isValid() ? index.parent() : index;
    return &m_rows[static_cast<std::size_t>(target.row())];
}

QModelIndex ReproductionModel::indexOf(const QString& id) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].id == id)
            return index(row, 0);
    }
    return {};
}

QModelIndex ReproductionModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : targetId);
}

QModelIndex ReproductionModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == targetId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, targetId);
}

int ReproductionModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != targetId || parent.column() > 0)
        return 0;
    const Row& row = m_rows[static_cast<std::size_t>(parent.row())];
    return row.result ? static_cast<int>(row.result->values.size()) : 0;
}

int ReproductionModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant ReproductionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool text = section == TargetColumn || section == VerdictColumn;
        return static_cast<int>((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TargetColumn:
        return tr("Target and metric");
    case PublishedColumn:
        return tr("Published");
    case OursColumn:
        return tr("Ours");
    case DifferenceColumn:
        return tr("Difference");
    case VerdictColumn:
        return tr("Verdict");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

QVariant ReproductionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    const Row& row = *rowAt(index);
    if (!index.parent().isValid())
        return targetData(row, index.column(), role);
    return valueData(row.result->values[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant ReproductionModel::targetData(const Row& row, int column, int role) const {
    using State = ReproductionService::State;
    if (role == SourceRole)
        return column == TargetColumn ? row.source : QString();
    if (role == DisagreesRole)
        return row.state == State::Failed || (row.result && !row.result->agrees());
    if (role == Qt::ToolTipRole)
        return row.state == State::Failed ? row.problem : row.source;
    if (role != Qt::DisplayRole)
        return {};
    if (column == TargetColumn)
        return tr("%1  %2", "T1  name of the target").arg(row.id, row.title);
    if (column == TimeColumn)
        return row.result ? formatSeconds(row.result->seconds) : notMeasuredText();
    if (column != VerdictColumn)
        return {};
    switch (row.state) {
    case State::NotRun:
        return tr("not run yet");
    case State::Waiting:
        return tr("waiting");
    case State::Running:
        return tr("… computing");
    case State::Done:
        return row.result ? verdictText(*row.result) : notMeasuredText();
    case State::Failed:
        return tr("✗ could not be computed");
    }
    return {};
}

QVariant ReproductionModel::valueData(const ReproducedValue& value, int column, int role) const {
    const int digits = value.publishedDigits;
    if (role == DisagreesRole)
        return !value.agrees();
    if (role == Qt::ToolTipRole)
        return tr("%1: published %2, here %3\nAllowed: ±%4")
            .arg(QString::fromStdString(value.metric), QLocale().toString(value.published, 'f', digits),
                 formatMetric(value.ours, digits + 3), formatValue(value.tolerance));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TargetColumn:
        return QString::fromStdString(value.metric);
    case PublishedColumn:
        return QLocale().toString(value.published, 'f', digits);
    case OursColumn:
        return formatMetric(value.ours, digits);
    case DifferenceColumn:
        return std::isfinite(value.ours) ? signedNumber(value.ours - value.published, digits)
                                         : notMeasuredText();
    case VerdictColumn:
        return verdictText(value);
    default:
        return {};
    }
}

} // namespace recital
