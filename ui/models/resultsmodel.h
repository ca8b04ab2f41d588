#pragma once

#include "ui/metrictext.h"
#include "ui/runview.h"

#include <QAbstractTableModel>

namespace recital {

/// Four models against their measurements. Every figure carries run, split, users, seed and formula in its
/// tooltip; nothing is marked as best, because a mean alone does not say so.
class ResultsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        ModelColumn,
        FirstMetric,
        UsersColumn = FirstMetric + static_cast<int>(allMetrics.size()),
        SecondsColumn,
        ColumnCount
    };

    explicit ResultsModel(QObject* parent = nullptr);

    void setRun(const RunView& run);
    const RunView& run() const noexcept { return m_run; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ResultRow& row, int column) const;
    QString toolTip(const ResultRow& row, int column) const;
    QString origin(const ResultRow& row) const;

    RunView m_run;
};

} // namespace recital
