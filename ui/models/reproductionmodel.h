#pragma once

#include "core/services/reproductionservice.h"

#include <QAbstractItemModel>

#include <vector>

namespace recital {

/// Published figures beside our own: a row a target, below it a row for each of its figures once they are
/// computed. Says with a sign and in words whether they agree.
class ReproductionModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        TargetColumn,
        PublishedColumn,
        OursColumn,
        DifferenceColumn,
        VerdictColumn,
        TimeColumn,
        ColumnCount
    };
    enum Role {
        SourceRole = Qt::UserRole + 1, ///< second line of a target
        DisagreesRole                  ///< true: the verdict is a bad one
    };

    /// What the model needs to know of a target.
    struct Row {
        QString id;
        QString title;
        QString source;
        ReproductionService::State state = ReproductionService::State::NotRun;
        std::shared_ptr<const ReproductionResult> result;
        QString problem; ///< sentence and detail
    };

    explicit ReproductionModel(QObject* parent = nullptr);

    void setRow(Row row);                             ///< by its id; adds or takes away the figures below it
    const Row* rowAt(const QModelIndex& index) const; ///< of the target, also for one of its figures
    QModelIndex indexOf(const QString& id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant targetData(const Row& row, int column, int role) const;
    QVariant valueData(const ReproducedValue& value, int column, int role) const;

    std::vector<Row> m_rows;
};

/// "✓ equal to 6 digits", "✓ within ±0.003", "✗ off by +0.021".
QString verdictText(const ReproducedValue& value);
/// "✓ 4 of 4 agree", "✗ 3 of 4 agree".
QString verdictText(const ReproductionResult& result);

} // namespace recital
