#pragma once

#include "ui/runview.h"

#include <QAbstractTableModel>

namespace recital {

/// Runs that the workspace remembers, newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        DateColumn,
        DatasetColumn,
        SplitColumn,
        ParametersColumn,
        NdcgColumn,
        SecondsColumn,
        ColumnCount
    };

    explicit RunsModel(QObject* parent = nullptr);

    void setRuns(QList<RunView> runs);
    void prepend(const RunView& run); ///< one that has just been stored
    const RunView& run(int row) const { return m_runs[row]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RunView& run, int column) const;

    QList<RunView> m_runs;
};

} // namespace recital
