#include "ui/models/comparisonmodel.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/metrictext.h"
#include "ui/runview.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

ComparisonModel::ComparisonModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void ComparisonModel::setRequest(const CompareRequest& request) {
    beginResetModel();
    m_rows.clear();
    m_comparison = nullptr;
    m_k = request.options.k;
    for (const TrainingSpec& specification : request.algorithms) {
        Row row;
        const std::string_view name = algorithmOf(specification).name;
        row.key = algorithmOf(specification).key;
        row.name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        row.parameters = QString::fromStdString(describe(specification));
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

void ComparisonModel::setRowState(std::size_t row, CompareService::RowState state, const QString& problem) {
    if (row >= m_rows.size())
        return;
    m_rows[row].state = state;
    m_rows[row].problem = problem;
    const auto place = static_cast<int>(row);
    emit dataChanged(index(place, 0), index(place, columnCount() - 1));
}

void ComparisonModel::setRowProgress(std::size_t row, double fraction, double secondsLeft) {
    if (row >= m_rows.size())
        return;
    m_rows[row].fraction = fraction;
    m_rows[row].secondsLeft = secondsLeft;
    const QModelIndex cell = index(static_cast<int>(row), StateColumn);
    emit dataChanged(cell, cell);
}

void ComparisonModel::setComparison(std::shared_ptr<const Comparison> comparison, bool requested) {
    const std::size_t measured = comparison ? comparison->rows.size() : 0;
    m_comparison = std::move(comparison);
    if (m_comparison)
        m_k = m_comparison->options.k;
    if (requested && matchRequest()) {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < measured; ++i) {
        Row row;
        row.name = QString::fromStdString(m_comparison->rows[i].name);
        row.parameters = QString::fromStdString(m_comparison->rows[i].parameters);
        row.state = CompareService::RowState::Done;
        row.compared = i;
        if (i < m_comparison->measuredAt.size() && m_comparison->measuredAt[i].isValid())
            row.name += u" ("_s + dateText(m_comparison->measuredAt[i]) + u')';
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

/// Gives every row of the request its measurement; the finished ones stand in the order of the request. False
/// if the comparison has rows that were not asked for.
bool ComparisonModel::matchRequest() {
    const std::size_t measured = m_comparison ? m_comparison->rows.size() : 0;
    std::size_t next = 0;
    for (Row& row : m_rows) {
        const bool found =
            next < measured && algorithmOf(m_comparison->rows[next].specification).key == row.key;
        row.compared = found ? std::optional(next++) : std::nullopt;
    }
    return next == measured;
}

void ComparisonModel::setMetrics(MetricId judged, const std::vector<MetricId>& shown) {
    beginResetModel();
    m_judged = judged;
    m_others.clear();
    std::ranges::copy_if(shown, std::back_inserter(m_others),
                         [judged](MetricId metric) { return metric != judged; });
    endResetModel();
}

std::optional<std::size_t> ComparisonModel::comparedRow(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].compared;
}

bool ComparisonModel::allMeasured() const {
    return std::ranges::all_of(m_rows, [](const Row& row) { return row.compared.has_value(); });
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : secondsColumn() + 1;
}

/// Of the value columns; the judged one for everything else.
MetricId ComparisonModel::metricOf(int column) const {
    return column >= FirstMetric && column < secondsColumn()
               ? m_others[static_cast<std::size_t>(column - FirstMetric)]
               : m_judged;
}

QString ComparisonModel::stateText(const Row& row) const {
    switch (row.state) {
    case CompareService::RowState::Waiting:
        return tr("waiting");
    case CompareService::RowState::Running:
        return row.secondsLeft >= 0.0 ? formatTimeLeft(row.secondsLeft) : tr("running");
    case CompareService::RowState::Done:
        return tr("measured");
    case CompareService::RowState::Cancelled:
        return tr("cancelled");
    case CompareService::RowState::Failed:
        return row.problem.isEmpty() ? tr("failed") : tr("failed: %1").arg(row.problem);
    }
    Q_UNREACHABLE();
}

QString ComparisonModel::differenceText(const PairedComparison& pair) const {
    return pair.verdict == Verdict::NotComparable
               ? notMeasuredText()
               : u"%1 (%2)"_s.arg(formatDifference(m_judged, pair.difference),
                                  intervalText(m_judged, pair.interval, true));
}

QString ComparisonModel::text(const Row& row, int column) const {
    if (column == NameColumn)
        return row.name;
    if (column == StateColumn) // waiting and running rows have a progress bar there
        return row.state == CompareService::RowState::Cancelled ||
                       row.state == CompareService::RowState::Failed
                   ? stateText(row)
                   : QString();
    if (!row.compared)
        return column == VerdictColumn ? QString() : notMeasuredText();
    const std::size_t compared = *row.compared;
    const ComparedModel& model = m_comparison->rows[compared];
    const PairedComparison* pair = verdictOf(*m_comparison, compared, m_judged);
    if (column == IntervalColumn) {
        const Interval* interval = intervalOf(*m_comparison, compared, m_judged);
        return interval != nullptr ? intervalText(m_judged, *interval, false) : notMeasuredText();
    }
    if (column == DifferenceColumn)
        return pair != nullptr ? differenceText(*pair) : notMeasuredText();
    if (column == PColumn)
        return pair != nullptr && pair->verdict != Verdict::NotComparable ? pValueText(pair->adjustedP)
                                                                          : notMeasuredText();
    if (column == VerdictColumn) {
        if (compared == m_comparison->reference)
            return tr("reference");
        return pair != nullptr ? verdictText(*pair) : QString();
    }
    if (column == secondsColumn())
        return recital::formatMetric(model.mean.trainSeconds + model.mean.evaluateSeconds, 2);
    const MetricId metric = metricOf(column);
    const QString value = formatMetric(metric, metricValue(model.mean, metric));
    return isBest(*m_comparison, compared, metric) ? u"★ "_s + value : value;
}

QVariant ComparisonModel::sortValue(const Row& row, int column) const {
    if (column == NameColumn)
        return row.name;
    constexpr double last = std::numeric_limits<double>::infinity();
    if (column == StateColumn)
        return static_cast<int>(row.state);
    if (!row.compared)
        return last;
    const PairedComparison* pair = verdictOf(*m_comparison, *row.compared, m_judged);
    const bool comparable = pair != nullptr && pair->verdict != Verdict::NotComparable;
    switch (column) {
    case DifferenceColumn:
        return comparable ? pair->difference : 0.0;
    case PColumn:
        return comparable ? pair->adjustedP : last;
    case VerdictColumn:
        return comparable ? static_cast<int>(pair->verdict) : -1;
    default:
        break;
    }
    const ComparedModel& model = m_comparison->rows[*row.compared];
    const double value = column == secondsColumn() ? model.mean.trainSeconds + model.mean.evaluateSeconds
                                                   : metricValue(model.mean, metricOf(column));
    return std::isfinite(value) ? value : last;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(row.name, headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                   column == StateColumn ? stateText(row) : text(row, column));
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        const bool value = column == ValueColumn || (column >= FirstMetric && column < secondsColumn());
        if (!row.compared || !value || !isBest(*m_comparison, *row.compared, metricOf(column)))
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case static_cast<int>(Role::Sort):
        return sortValue(row, column);
    case static_cast<int>(Role::State):
        return static_cast<int>(row.state);
    case static_cast<int>(Role::Row):
        return index.row();
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return headerToolTip(section);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Algorithm");
    case StateColumn:
        return tr("State");
    case IntervalColumn:
        return tr("95 % interval");
    case DifferenceColumn:
        return tr("Difference");
    case PColumn:
        return tr("Adjusted p");
    case VerdictColumn:
        return tr("Verdict");
    default:
        break;
    }
    return section == secondsColumn() ? tr("Seconds") : metricLabel(metricOf(section), m_k);
}

} // namespace recital
