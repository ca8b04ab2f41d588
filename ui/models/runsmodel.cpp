#include "ui/models/runsmodel.h"

#include "ui/metrictext.h"

namespace recital {

using namespace Qt::StringLiterals;

RunsModel::RunsModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void RunsModel::setRuns(QList<RunView> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

void RunsModel::prepend(const RunView& run) {
    beginInsertRows({}, 0, 0);
    m_runs.prepend(run);
    endInsertRows();
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(const RunView& run, int column) const {
    switch (column) {
    case DateColumn:
        return dateText(run.startedAt);
    case DatasetColumn:
        return run.datasetName;
    case SplitColumn:
        return learnedText(run);
    case ParametersColumn:
        return run.parameters;
    case NdcgColumn: {
        const ResultRow* als = run.row(u"ALS"_s);
        return formatMetric(als != nullptr ? als->ndcg : ResultRow::none);
    }
    case SecondsColumn:
        return formatMetric(run.trainSeconds, 2);
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunView& run = m_runs[index.row()];
    const bool figure = index.column() == NdcgColumn || index.column() == SecondsColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::ToolTipRole: {
        const ResultRow* als = run.row(u"ALS"_s);
        QString tip = tr("Run %1 on %2, %3\n%4")
                          .arg(QString::number(run.id), run.datasetName, learnedText(run), run.parameters);
        if (run.splitOptions && usesSeed(run.splitOptions->protocol))
            tip += u'\n' + tr("Seed of the split: %1").arg(run.splitOptions->seed);
        if (als != nullptr && als->measured())
            tip += u'\n' + tr("%n user(s) measured", nullptr, als->users);
        return tip;
    }
    case Qt::TextAlignmentRole:
        return QVariant(figure ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool figure = section == NdcgColumn || section == SecondsColumn;
        return QVariant(figure ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn:
        return tr("Date");
    case DatasetColumn:
        return tr("Dataset");
    case SplitColumn:
        return tr("Split");
    case ParametersColumn:
        return tr("Parameters");
    case NdcgColumn:
        return metricName(Metric::Ndcg, 10);
    case SecondsColumn:
        return tr("Seconds");
    default:
        return {};
    }
}

} // namespace recital
