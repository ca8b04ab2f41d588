#pragma once

#include "core/services/tuneservice.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace recital {

/// The trials of a search, the best first; failed ones last. Grows while the search runs.
class TrialsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { TrialRole = Qt::UserRole + 1 }; ///< index into TuneResult::trials

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(std::shared_ptr<const TuneResult> result); ///< may be null
    int rowOfTrial(int trial) const;                          ///< -1: not there
    int trialOfRow(int row) const;                            ///< -1: no such row

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override; ///< rank, axes, score, time
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int axisCount() const;
    int scoreColumn() const { return 1 + axisCount(); }

    std::shared_ptr<const TuneResult> m_result;
    std::vector<std::size_t> m_order; ///< trials by score
};

/// What is told of one trial everywhere: score, rank, time, parameters.
QString trialText(const TuneResult& result, std::size_t trial);
/// Trials in the order of their scores, the best first by the metric's direction, failed ones last.
std::vector<std::size_t> trialOrder(const TuneResult& result);

} // namespace recital
