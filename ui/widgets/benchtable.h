#pragma once

#include "core/services/compareservice.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace recital {

class ComparisonModel;
class FrozenTable;
class Theme;

/// The table of a comparison with a progress bar and a cancel button in every row that is not measured yet,
/// and below it what the selected row is made of.
class BenchTable : public QWidget {
    Q_OBJECT
public:
    explicit BenchTable(const Theme& theme, QWidget* parent = nullptr);

    ComparisonModel& model() const noexcept { return *m_model; }
    FrozenTable& view() const noexcept { return *m_view; }
    /// Call after the model was changed: rows, states or columns.
    void refresh();

signals:
    void cancelRequested(std::size_t row);    ///< of the request
    void referenceRequested(std::size_t row); ///< of the comparison

private:
    void build();
    void showProgress();
    void fitColumns();
    void showDetail();
    std::optional<std::size_t> selectedRow() const; ///< in the comparison
    void askForReference();

    const Theme& m_theme;
    ComparisonModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    FrozenTable* m_view = nullptr;
    QLabel* m_detail = nullptr;
    QLabel* m_key = nullptr;
    QPushButton* m_reference = nullptr;
    bool m_progress = false; ///< a row waits or runs
};

} // namespace recital
