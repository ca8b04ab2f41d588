#pragma once

#include "core/services/compareservice.h"
#include "ui/charts/figure.h"

#include <QFrame>

#include <array>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;
class QWidget;

namespace recital {

class BenchTable;
class ComparisonModel;
class FigureView;
class Notice;
class RatingsTable;
class StoredComparisons;
class Theme;
class UserListsPanel;

/// What came out of a comparison: the table, the charts and the earlier comparisons, one tab each, below the
/// line that says what was measured on whom.
class BenchResults : public QFrame {
    Q_OBJECT
public:
    enum Tab {
        TableTab,
        BarsTab,
        UsersTab,
        CurveTab,
        TradeOffTab,
        ExposureTab,
        ActivityTab,
        RatingsTab,
        StoredTab,
        TabCount
    };

    explicit BenchResults(Theme& theme, QWidget* parent = nullptr);

    ComparisonModel& model() const noexcept;
    BenchTable& table() const noexcept { return *m_table; }
    StoredComparisons& stored() const noexcept { return *m_stored; }
    UserListsPanel& userLists() const noexcept { return *m_userLists; }
    Notice& notice() const noexcept { return *m_notice; }

    void setComparison(std::shared_ptr<const Comparison> comparison, bool requested);
    void setMetrics(MetricId judged, const std::vector<MetricId>& shown);
    void setStatement(const QString& text);
    void setStored(std::vector<Comparison> stored);
    /// Shown in place of the table while nothing was measured.
    void setEmpty(const QString& title, const QString& text, bool offerData);
    void showTab(Tab tab);

    Figure chart() const; ///< the one in front; empty on the tabs without a chart
    std::vector<Figure> allCharts() const;

signals:
    void viewChanged(); ///< another tab, metric or comparison is shown
    void dataRequested();

private:
    void build();
    QWidget* buildTable();
    QWidget* buildUsers();
    FigureView* addChart(const QString& objectName);
    Figure figureOf(Tab tab) const;
    void showChart();
    void fillPair();
    int strongestOther() const;
    void showUser(int user);
    std::size_t chosenRow(const QComboBox* box) const;

    Theme& m_theme;
    std::shared_ptr<const Comparison> m_comparison;
    MetricId m_metric = MetricId::Ndcg;
    QLabel* m_statement = nullptr;
    Notice* m_notice = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    QStackedWidget* m_tableStack = nullptr;
    BenchTable* m_table = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QWidget* m_emptyButton = nullptr;
    std::array<FigureView*, TabCount> m_charts{}; ///< null for tabs without one
    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    bool m_pairChosen = false; ///< by the user; until then the pair follows the reference
    UserListsPanel* m_userLists = nullptr;
    RatingsTable* m_ratings = nullptr;
    StoredComparisons* m_stored = nullptr;
};

} // namespace recital
