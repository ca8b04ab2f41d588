#include "ui/models/resultsmodel.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

bool isMetric(int column) {
    return column >= ResultsModel::FirstMetric && column < ResultsModel::UsersColumn;
}

Metric metricOf(int column) {
    return allMetrics[static_cast<std::size_t>(column - ResultsModel::FirstMetric)];
}

double valueOf(const ResultRow& row, Metric metric) {
    switch (metric) {
    case Metric::Ndcg:
        return row.ndcg;
    case Metric::Recall:
        return row.recall;
    case Metric::Map:
        return row.map;
    case Metric::HitRate:
        return row.hitRate;
    case Metric::Auc:
        return row.auc;
    case Metric::Coverage:
        return row.coverage;
    }
    Q_UNREACHABLE();
}

} // namespace

ResultsModel::ResultsModel(QObject* parent)
    : QAbstractTableModel(parent) {
    m_run.rows = unmeasuredRows();
}

void ResultsModel::setRun(const RunView& run) {
    beginResetModel();
    m_run = run;
    if (m_run.rows.isEmpty())
        m_run.rows = unmeasuredRows();
    endResetModel();
}

int ResultsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_run.rows.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ResultRow& row = m_run.rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(row.model, headerData(index.column(), Qt::Horizontal, role).toString(),
                                   text(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == ModelColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                      : Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString ResultsModel::text(const ResultRow& row, int column) const {
    if (column == ModelColumn)
        return row.model;
    if (column == UsersColumn)
        return formatCount(row.users);
    if (column == SecondsColumn)
        return formatMetric(row.trainSeconds, 2);
    const Metric metric = metricOf(column);
    const double value = row.measured() ? valueOf(row, metric) : ResultRow::none;
    return formatMetric(value, metric == Metric::Coverage ? 3 : 4);
}

QString ResultsModel::origin(const ResultRow& row) const {
    QStringList lines;
    if (m_run.id > 0) {
        lines += m_run.startedAt.isValid() ? tr("Run %1, %2").arg(m_run.id).arg(dateText(m_run.startedAt))
                                           : tr("Run %1").arg(m_run.id);
    } else {
        lines += tr("This run (not stored)");
    }
    QString split = tr("%1: %2").arg(m_run.datasetName, learnedText(m_run));
    if (m_run.splitOptions && usesSeed(m_run.splitOptions->protocol))
        split += tr(", seed %1").arg(m_run.splitOptions->seed);
    else
        split += tr(", no random choice in it");
    lines += split;
    lines += tr("%n user(s) measured", nullptr, row.users) +
             (row.skippedUsers > 0
                  ? tr(", %n skipped: nothing they liked is in the test part", nullptr, row.skippedUsers)
                  : QString());
    if (!row.parameters.isEmpty())
        lines += tr("%1: %2").arg(row.model, row.parameters);
    return lines.join(QLatin1Char('\n'));
}

QString ResultsModel::toolTip(const ResultRow& row, int column) const {
    if (!row.measured())
        return tr("Not measured");
    if (column == UsersColumn || column == ModelColumn)
        return origin(row);
    if (column == SecondsColumn)
        return tr("Training took %1, measuring %2.\n%3")
            .arg(formatSeconds(row.trainSeconds), formatSeconds(row.evaluateSeconds), origin(row));
    const Metric metric = metricOf(column);
    return tr("%1 of %2 = %3\n%4\n%5")
        .arg(metricName(metric, m_run.k), row.model, formatMetric(valueOf(row, metric), 6),
             metricFormula(metric, m_run.k), origin(row));
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == ModelColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (isMetric(section))
            return metricExplanation(metricOf(section), m_run.k) + QLatin1Char('\n') +
                   metricFormula(metricOf(section), m_run.k);
        if (section == UsersColumn)
            return tr("Users with at least one liked film in the test part; the others cannot be measured.");
        if (section == SecondsColumn)
            return tr("Measured training time on this machine.");
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case ModelColumn:
        return tr("Model");
    case UsersColumn:
        return tr("Users");
    case SecondsColumn:
        return tr("Seconds");
    default:
        // The length of the list is in the tooltip; the column is for a short word.
        return metricOf(section) == Metric::Coverage ? tr("Coverage")
                                                     : metricName(metricOf(section), m_run.k);
    }
}

} // namespace recital
