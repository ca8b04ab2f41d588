#pragma once

#include "core/services/compareservice.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace recital {

/// The table of a comparison: one row an algorithm, those that are still to come included. One metric is
/// judged: it has its interval, the difference to the reference, p and verdict beside it; the other chosen
/// metrics follow. Every number says in its tool tip where it comes from.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Role { Sort = Qt::UserRole, State, Row };
    /// The first columns; then come the chosen metrics without the judged one, then SecondsColumn.
    enum Column {
        NameColumn,
        StateColumn,
        ValueColumn,
        IntervalColumn,
        DifferenceColumn,
        PColumn,
        VerdictColumn,
        FirstMetric
    };

    explicit ComparisonModel(QObject* parent = nullptr);

    /// The rows of a request, all waiting.
    void setRequest(const CompareRequest& request);
    void setRowState(std::size_t row, CompareService::RowState state, const QString& problem);
    void setRowProgress(std::size_t row, double fraction, double secondsLeft);
    /// Fills in what is measured. Without a request (`requested` false) its rows are all there are.
    void setComparison(std::shared_ptr<const Comparison> comparison, bool requested);
    void setMetrics(MetricId judged, const std::vector<MetricId>& shown);

    const std::shared_ptr<const Comparison>& comparison() const noexcept { return m_comparison; }
    MetricId judged() const noexcept { return m_judged; }
    std::optional<std::size_t> comparedRow(int row) const; ///< in comparison()->rows
    CompareService::RowState state(int row) const { return m_rows[static_cast<std::size_t>(row)].state; }
    double fraction(int row) const { return m_rows[static_cast<std::size_t>(row)].fraction; }
    double secondsLeft(int row) const { return m_rows[static_cast<std::size_t>(row)].secondsLeft; }
    QString problem(int row) const { return m_rows[static_cast<std::size_t>(row)].problem; }
    bool allMeasured() const; ///< no row waits, runs, failed or was cancelled: the state says nothing
    int secondsColumn() const { return FirstMetric + static_cast<int>(m_others.size()); }
    bool isNumber(int column) const { return column >= ValueColumn && column != VerdictColumn; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::string_view key; ///< AlgorithmInfo::key
        QString name;
        QString parameters;
        CompareService::RowState state = CompareService::RowState::Waiting;
        double fraction = 0.0;
        double secondsLeft = -1.0;
        QString problem;
        std::optional<std::size_t> compared;
    };

    bool matchRequest();
    MetricId metricOf(int column) const;
    QString text(const Row& row, int column) const;
    QString stateText(const Row& row) const;
    QString differenceText(const PairedComparison& pair) const;
    QString toolTip(const Row& row, int column) const;
    QString valueToolTip(std::size_t compared, MetricId metric) const;
    QVariant sortValue(const Row& row, int column) const;
    QString nameToolTip(const Row& row) const;
    QString headerToolTip(int section) const;

    std::vector<Row> m_rows;
    std::shared_ptr<const Comparison> m_comparison;
    MetricId m_judged = MetricId::Ndcg;
    std::vector<MetricId> m_others;
    int m_k = 10;
};

} // namespace recital
