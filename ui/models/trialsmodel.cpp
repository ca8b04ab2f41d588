#include "ui/models/trialsmodel.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "ui/metrictext.h"
#include "ui/parametertext.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

using namespace Qt::StringLiterals;

std::vector<std::size_t> trialOrder(const TuneResult& result) {
    std::vector<std::size_t> order(result.trials.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool lower = metricInfo(result.request.metric).direction == MetricDirection::LowerIsBetter;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double first = result.trials[a].score;
        const double second = result.trials[b].score;
        if (std::isnan(first) || std::isnan(second))
            return !std::isnan(first) && std::isnan(second);
        return lower ? first < second : first > second;
    });
    return order;
}

QString trialText(const TuneResult& result, std::size_t trial) {
    const TuneTrial& shown = result.trials[trial];
    const QString metric = metricLabel(result.request.metric, result.request.k);
    const QString score = std::isnan(shown.score)
                              ? TrialsModel::tr("%1: failed").arg(metric)
                              : TrialsModel::tr("%1 = %2").arg(metric, formatMetric(shown.score, 6));
    return TrialsModel::tr("%1, trial %2, %3\n%4")
        .arg(score, QString::number(trial + 1), formatSeconds(shown.seconds),
             QString::fromStdString(describe(shown.specification)));
}

void TrialsModel::setResult(std::shared_ptr<const TuneResult> result) {
    beginResetModel();
    m_result = std::move(result);
    m_order = m_result ? trialOrder(*m_result) : std::vector<std::size_t>();
    endResetModel();
}

int TrialsModel::rowOfTrial(int trial) const {
    const auto found = std::find(m_order.begin(), m_order.end(), static_cast<std::size_t>(trial));
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

int TrialsModel::trialOfRow(int row) const {
    return row >= 0 && row < static_cast<int>(m_order.size())
               ? static_cast<int>(m_order[static_cast<std::size_t>(row)])
               : -1;
}

int TrialsModel::axisCount() const {
    return m_result ? static_cast<int>(m_result->request.axes.size()) : 0;
}

int TrialsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TrialsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : scoreColumn() + 2;
}

QVariant TrialsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Rank");
    if (section < scoreColumn())
        return parameterSymbol(m_result->request.axes[static_cast<std::size_t>(section - 1)].parameter);
    if (section == scoreColumn())
        return m_result ? metricLabel(m_result->request.metric, m_result->request.k) : tr("Score");
    return tr("Time");
}

QVariant TrialsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t trial = m_order[static_cast<std::size_t>(index.row())];
    const TuneTrial& shown = m_result->trials[trial];
    switch (role) {
    case TrialRole:
        return static_cast<int>(trial);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return trialText(*m_result, trial);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    if (index.column() == 0)
        return std::isnan(shown.score) ? notMeasuredText() : QString::number(index.row() + 1);
    if (index.column() < scoreColumn())
        return valueText(shown.values[static_cast<std::size_t>(index.column() - 1)], 4);
    if (index.column() == scoreColumn())
        return std::isnan(shown.score) ? tr("failed") : formatMetric(shown.score);
    return formatSeconds(shown.seconds);
}

} // namespace recital
