#pragma once

#include "core/services/eventlog.h"

#include <QAbstractTableModel>

#include <vector>

namespace recital {

QString sourceWord(const QString& source); ///< "stage", "import"... on the screen; others as they are

/// Lines of the append-only log, the newest first.
class EventLogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Time, User, What, Film, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<EventLine> lines,
                  std::shared_ptr<const Dataset> dataset); ///< oldest first

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString what(const EventLine& line) const;

    std::vector<EventLine> m_lines;
    std::shared_ptr<const Dataset> m_dataset;
};

} // namespace recital
